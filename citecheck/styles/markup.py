"""Text on its way to a reference list: plain strings in which control characters mark italics.

Styles join strings; ``runs`` makes the typed runs of them from which every format is written.
Values are freed of control characters before (``work.Work``), so that no text can be mistaken
for a mark.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

ON, OFF = "\x02", "\x03"
_STOPS = ".?!…"
_ADDRESS = re.compile(r"https?://[^\s<>“”]{1,4000}")
_AFTER_LINK = ".,;:)]"


class Run(NamedTuple):
    """Characters of one look. ``href`` is the address that they lead to, "" for none."""

    text: str
    italic: bool = False
    href: str = ""


Rich = tuple[Run, ...]


def italic(text: str) -> str:
    """*text* in italics; empty text stays empty."""
    return f"{ON}{text}{OFF}" if text else ""


def quoted(text: str) -> str:
    """*text* in double quotation marks; those inside become single ones."""
    if not text:
        return ""
    if "“" in text:
        text = text.replace("“", "‘").replace("”", "’")
    return f"“{text}”"


def quoted_single(text: str) -> str:
    """*text* in single quotation marks; paired ones inside become double ones."""
    if not text:
        return ""
    return f"‘{double_inside(text)}’"


def double_inside(text: str) -> str:
    """*text* with its pairs of single quotation marks as double ones; apostrophes stay."""
    return _SINGLE.sub("“\\1”", text) if "‘" in text else text


def single_inside(text: str) -> str:
    """*text* with its double quotation marks as single ones (British use)."""
    return text.replace("“", "‘").replace("”", "’") if "“" in text else text


_SINGLE = re.compile("‘([^‘’“”]{1,300})’(?![^\\W\\d_])")


def stop(text: str) -> str:
    """*text* with a full stop, inside double quotation marks, unless it ends with a stop."""
    if not text:
        return ""
    last = text[-1]
    if last == "”":
        return _inside(text, ".")
    if last == OFF:
        if text[-2:-1] == "”":
            return _inside(text[:-1], ".") + OFF
        last = text[-2:-1]
    elif last == "’":
        last = text[-2:-1]
    return text if last and last in _STOPS else text + "."


def _inside(text: str, mark: str) -> str:
    """*text* with *mark* inside its closing quotation marks, the inner ones included (Chicago 18,
    6.11), unless that is a full stop behind a stop.
    """
    start = len(text) - 1
    if text[start - 1] == "’" and "‘" in text:
        start -= 1
    if mark == "." and text[start - 1] in _STOPS:
        return text
    return f"{text[:start]}{mark}{text[start:]}"


def comma(text: str, *, always: bool = False) -> str:
    """*text* with a comma, inside double quotation marks; none after a question mark there, but
    where a style wants it *always* (Chicago 18, 6.134).
    """
    if text[-1:] == "”":
        if text[-2:-1] in "?!" and not always:
            return text
        return _inside(text, ",")
    return text + ","


def sentences(*parts: str) -> str:
    """The parts that are not empty, each closed by a full stop."""
    return " ".join([stop(part) for part in parts if part])


def commas(parts: Iterable[str]) -> str:
    """The parts that are not empty, with commas between them."""
    present = [part for part in parts if part]
    joined = ", ".join(present)
    if "”, " not in joined:
        return joined
    *before, last = present
    return " ".join([*[comma(part) for part in before], last])


def capital(text: str) -> str:
    """*text* with a capital first letter, behind marks and quotation marks."""
    if text[:1].isupper() or text[1:2].isupper():
        return text
    start = 0
    while start < len(text) and text[start] in "\x02“‘\"'«[(":
        start += 1
    return text[:start] + text[start : start + 1].upper() + text[start + 1 :]


_new = tuple.__new__
"""``_new(Run, (...))`` takes half the time of ``Run(...)``."""


def runs(marked: str) -> Rich:
    """The typed runs of a marked string; addresses become links."""
    upright, *slanted = marked.split(ON)
    found: list[Run] = []
    if upright:
        _add(found, upright, italic=False)
    for stretch in slanted:
        inside, _, after = stretch.partition(OFF)
        if "://" in inside:
            _add(found, inside, italic=True)
        else:
            found.append(_new(Run, (inside, True, "")))
        if after:
            _add(found, after, italic=False)
    return tuple(found)


def _add(found: list[Run], stretch: str, *, italic: bool) -> None:
    """The runs of a stretch of one look, its addresses apart."""
    begin = 0
    while "://" in stretch[begin:] and (mark := _ADDRESS.search(stretch, begin)):
        start, address = mark.start(), _address(mark[0])
        if start > begin:
            found.append(_new(Run, (stretch[begin:start], italic, "")))
        begin = start + len(address)
        found.append(_new(Run, (address, italic, address)))
    if begin < len(stretch):
        found.append(_new(Run, (stretch[begin:], italic, "")))


def _address(text: str) -> str:
    """*text* without the punctuation behind the address; a bracket that it opened stays."""
    while text[-1] in _AFTER_LINK:
        if text[-1] == ")" and text.count("(") >= text.count(")"):
            break
        text = text[:-1]
    return text


def plain(rich: Rich) -> str:
    """The characters alone."""
    return "".join([run.text for run in rich])

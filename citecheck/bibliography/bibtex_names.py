"""Lists of names in BibTeX: split at "and" outside braces, then each into its parts.

Names are split before anything in them is decoded, so that "{World Health Organization}" and
"{Barnes and Noble}" stay whole. Forms: "First von Last", "von Last, First", "von Last, Jr, First"
(BibTeX), and "family=..., given=..., prefix=..." (biblatex manual, "Name lists").
"""

import re
from collections.abc import Iterator

from citecheck.bibliography.latex import plain
from citecheck.model import Name, Span

_AND = re.compile(r"[{}]|(?<=\s)and(?=\s)", re.IGNORECASE)
_COMMA = re.compile(r"[{},]")
_BLANK = re.compile(r"[{}]|[\s~]++")
_PART = re.compile(r"\s*+(family|given|prefix|suffix|useprefix|[a-z]+-i)\s*+=", re.IGNORECASE)


def people(value: str, start: int | None) -> tuple[tuple[Name, ...], bool]:
    """The names in *value*, which begins at *start* of the file (None: nowhere), and whether the
    list ends with "and others".
    """
    found: list[Name] = []
    others = False
    for begin, end in _split(value, _AND):
        written = value[begin:end].strip()
        if not written:
            continue
        if written.lower() == "others":
            others = True
            continue
        lead = len(value[begin:end]) - len(value[begin:end].lstrip())
        place = None if start is None else _span(start + begin + lead, written)
        if name := _name(written):
            found.append(name.model_copy(update={"span": place}))
    return tuple(found), others


def _span(start: int, written: str) -> Span:
    return Span(start=start, end=start + len(written))


def _split(text: str, separator: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """The extents between separators that stand outside all braces."""
    depth = begin = 0
    for mark in separator.finditer(text):
        if mark[0] == "{":
            depth += 1
        elif mark[0] == "}":
            depth = max(depth - 1, 0)
        elif not depth:
            yield begin, mark.start()
            begin = mark.end()
    yield begin, len(text)


def _name(written: str) -> Name | None:
    if _is_one_group(written):
        literal = plain(written)
        return Name(literal=literal) if literal else None
    parts = [written[begin:end].strip() for begin, end in _split(written, _COMMA)]
    if _PART.match(written):
        return _by_parts(parts)
    if len(parts) == 1:
        words = _words(parts[0])
        last = _particle_end(words)
        first = next((i for i, word in enumerate(words[:last]) if _is_particle(word)), None)
        if first is None:
            return _person(words[:-1], [], words[-1:], "")
        return _person(words[:first], words[first:last], words[last:], "")
    words = _words(parts[0])
    last = _particle_end(words)
    suffix = plain(parts[1]) if len(parts) > 2 else ""
    return _person(
        [", ".join(parts[2:]) if suffix else parts[1]], words[:last], words[last:], suffix
    )


def _by_parts(parts: list[str]) -> Name | None:
    """The extended name format: "family=Berg, given=Jan, prefix=van den"."""
    given = dict.fromkeys(("family", "given", "prefix", "suffix"), "")
    for part in parts:
        name, _, value = part.partition("=")
        if name.strip().lower() in given:
            given[name.strip().lower()] = value.strip().strip('"')
    return _person([given["given"]], [given["prefix"]], [given["family"]], plain(given["suffix"]))


def _person(first: list[str], particle: list[str], last: list[str], suffix: str) -> Name | None:
    family = plain(" ".join(last))
    given = plain(" ".join(first))
    if not family and not given:
        return None
    return Name(
        family=family or given,
        given=given if family else "",
        non_dropping_particle=plain(" ".join(particle)),
        suffix=suffix,
    )


def _words(text: str) -> list[str]:
    return [text[begin:end] for begin, end in _split(text, _BLANK) if begin < end]


def _particle_end(words: list[str]) -> int:
    """The index behind the last particle; the last word is never one."""
    indexes = [i for i, word in enumerate(words[:-1]) if _is_particle(word)]
    return indexes[-1] + 1 if indexes else 0


def _is_particle(word: str) -> bool:
    """Whether *word* begins with a small letter outside braces, as BibTeX tells "von" parts."""
    if word.startswith("{") and not word.startswith("{\\"):
        return False
    letters = plain(word).lstrip("'’")
    return letters[:1].islower()


def _is_one_group(text: str) -> bool:
    """Whether one pair of braces holds all of *text*, and no accent alone ("{\\'E}")."""
    if not (text.startswith("{") and text.endswith("}")) or text.startswith("{\\"):
        return False
    depth = 0
    for brace in re.finditer(r"[{}]", text):
        depth += 1 if brace[0] == "{" else -1
        if not depth:
            return brace.end() == len(text)
    return False

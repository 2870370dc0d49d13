"""Reads a gettext catalogue (.po) as it is, so that no compiled one has to be kept beside it.

The format is that of the GNU gettext manual, "The Format of PO Files": msgctxt, msgid,
msgid_plural, msgstr and msgstr[n], each with one or more quoted strings; comments begin with "#".
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_PLURALS = ("msgstr[0]", "msgstr[1]")


class Entry(NamedTuple):
    """One text: ``plural`` is "" and ``strings`` has one item where nothing is counted."""

    context: str
    text: str
    plural: str
    strings: tuple[str, ...]


@lru_cache(maxsize=8)
def entries(language: str) -> tuple[Entry, ...]:
    """The translated entries of *language* ("de"), in the order of the file.

    An entry marked "fuzzy" is a guess of a tool, and counts as not translated.
    """
    from importlib.resources import files  # not for English

    path = files("citecheck.locale") / f"{language}.po"
    return tuple(read(path.read_text(encoding="utf-8")))


def read(text: str) -> Iterator[Entry]:
    """The entries of a catalogue's *text* that have a translation, the header left out."""
    for block in text.replace("\r\n", "\n").split("\n\n"):
        lines = block.split("\n")
        if any(line.startswith("#,") and "fuzzy" in line for line in lines):
            continue
        said = _fields([line for line in lines if line and not line.startswith("#")])
        strings = tuple(said[name] for name in ("msgstr", *_PLURALS) if said.get(name))
        if said.get("msgid") and strings:
            yield Entry(
                said.get("msgctxt", ""), said["msgid"], said.get("msgid_plural", ""), strings
            )


def _fields(lines: list[str]) -> dict[str, str]:
    """The keywords of one entry with their strings, continued lines joined."""
    from ast import literal_eval

    said: dict[str, str] = {}
    keyword = ""
    for line in lines:
        if not line.startswith('"'):
            keyword, _, line = line.partition(" ")  # noqa: PLW2901
        said[keyword] = said.get(keyword, "") + str(literal_eval(line.strip()))
    return said

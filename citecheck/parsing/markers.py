"""What stands before an entry: a number, a printed label, a bullet, or the mark of a note."""

import re
from collections.abc import Iterable
from typing import NamedTuple

NOTE = "note"
BULLET = "bullet"
LABEL = "[label]"

# Compiled when first met: lists without marks have no use for them.
_NUMBER = (
    r"(?:\*\*|__)?(\\?[\[(（【［〔])?\s?(\d{1,4})(\\?[\])）】］〕]|\\?[.．、])?(?:\*\*|__)?"
    r"(\s+|(?=[^\W\d_]|[“\"«‘„'_*<—–]))"
)
_LABEL = r"\\?\[([^\W_][^\[\]\\]{0,30})\\?\]\s+(?=\S)"
_NOTE = r"\\?\[\^[^\[\]\s]{1,20}\]|[¹²³⁰⁴-⁹]{1,3}\s?(?=\S)|<sup>\d{1,3}</sup>"
_BULLET = (
    r"(?:[-*+•‣◦▪▫●○■□►➢∙·⁃]|\\item\b|\(\*\))\s+(?=\S)|[–—]\s+(?=[^\W\d_])|[•‣◦▪▫●○■□►➢∙⁃](?=\S)"
)
_BIBITEM = r"\\bibitem\s?(?:\[[^\[\]]{0,80}\])?\s?\{([^{}]{0,80})\}\s*"


class Marker(NamedTuple):
    """A marker at the start of a line.

    ``kind`` tells forms apart ("[#]", "#.", "(#)", "#", BULLET, LABEL, NOTE); ``number`` is 0
    where there is none; ``label`` is the number or label as text; ``length`` counts characters
    up to the entry's own text.
    """

    kind: str
    number: int
    label: str
    length: int


def read_marker(text: str) -> Marker | None:
    """The marker with which *text* begins, if any."""
    first = text[:1]
    if first.isalpha():
        return None
    if note := re.match(_NOTE, text):
        return Marker(NOTE, 0, "", note.end())
    if number := re.match(_NUMBER, text):
        opening, digits, closing, space = number.groups()
        opening, closing = (opening or "")[-1:], (closing or "")[-1:]
        bare = not closing and not opening
        worded = text[number.end()].isalpha() or text[number.end()] in "“\"«‘„'—―–-_["
        if closing or (bare and space and worded):
            return Marker(f"{opening}#{closing}", int(digits), digits, number.end())
    if first in "\\[" and (label := re.match(_LABEL, text)):
        return Marker(LABEL, 0, label[1], label.end())
    if first == "\\" and (item := re.match(_BIBITEM, text)):
        return Marker("\\bibitem", 0, item[1], item.end())
    if bullet := re.match(_BULLET, text):
        return Marker(BULLET, 0, "", bullet.end())
    return None


def follows(marker: Marker, previous: int) -> bool:
    """Whether *marker* may come after number *previous* in one list (gaps of a few allowed)."""
    return not marker.number or 0 < marker.number - previous <= 3


def main_kind(markers: Iterable[Marker | None]) -> str | None:
    """The kind of marker that most lines carry in running order; None if fewer than two do.

    A number counts if it follows the number before it of the same kind, or is 1.
    """
    counts: dict[str, int] = {}
    last: dict[str, int] = {}
    for marker in markers:
        if marker is None or marker.kind == NOTE:
            continue
        kind = marker.kind
        if follows(marker, last.get(kind, 0)) or marker.number == 1:
            counts[kind] = counts.get(kind, 0) + 1
            last[kind] = marker.number
    best = max(counts, key=counts.__getitem__, default=None)
    return best if best is not None and counts[best] > 1 else None

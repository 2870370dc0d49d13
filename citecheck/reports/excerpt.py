"""The line of the draft around a place, and the marks under it."""

from typing import NamedTuple

from citecheck.model import Document, Span
from citecheck.reports.cells import fitting, visible, width

_SNAP = 12  # characters given up at a cut in order to begin or end with a whole word
_BEFORE = 0.55  # share of the free columns for what stands before the place


class Excerpt(NamedTuple):
    """One line as shown: its visible text, the blanks and columns of the marks.

    ``more_lines`` is how many further lines the place covers.
    """

    text: str
    indent: int
    marked: int
    more_lines: int


def excerpt(document: Document, place: Span, columns: int) -> Excerpt:
    """The line on which *place* begins, cut to *columns* around it."""
    number = document.position(place.start).line
    line = document.line(number)
    start = min(place.start, line.end)
    end = max(start, min(place.end, line.end))
    text = document.text
    count, marked = fitting(text[start : min(end, start + columns)], max(columns - 2, 1))
    if start + count < end:
        return _long(document, number, start, count)
    free = columns - marked - 2
    after, after_columns = fitting(text[end : min(line.end, end + columns)], free)
    room = max(free - after_columns, round(free * _BEFORE))
    head = text[max(line.start, start - columns) : start]
    before, before_columns = fitting(head[::-1], room)
    after, _ = fitting(text[end : end + after], free - before_columns)
    left = _snapped_left(text, line.start, start - before, start)
    right = _snapped_right(text, line.end, end + after, end)
    lead = ("…" if left > line.start else "") + visible(text[left:start])
    middle = visible(text[start:end])
    return Excerpt(
        text=lead + middle + visible(text[end:right]) + ("…" if right < line.end else ""),
        indent=width(lead),
        marked=max(width(middle), 1),
        more_lines=_lines_after(document, number, place),
    )


def _long(document: Document, number: int, start: int, count: int) -> Excerpt:
    """A place wider than the excerpt: its beginning."""
    lead = "…" if start > document.line(number).start else ""
    shown = visible(document.text[start : start + count])
    return Excerpt(f"{lead}{shown}…", len(lead), width(shown), 0)


def _lines_after(document: Document, number: int, place: Span) -> int:
    return document.position(max(place.start, place.end - 1)).line - number


def _snapped_left(text: str, bound: int, cut: int, place: int) -> int:
    """*cut* or the next beginning of a word, if one is near and before *place*."""
    if cut > bound and not text[cut - 1].isspace():
        space = text.find(" ", cut, min(cut + _SNAP, place))
        return space + 1 if space >= 0 else cut
    return cut


def _snapped_right(text: str, bound: int, cut: int, place: int) -> int:
    """*cut* or the nearest end of a word, if one is near and behind *place*."""
    if cut < bound and not text[cut].isspace():
        space = text.rfind(" ", max(cut - _SNAP, place), cut)
        return space if space >= 0 else cut
    return cut

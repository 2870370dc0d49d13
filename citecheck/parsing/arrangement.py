"""How the lines of a list are arranged: numbered, hanging, set apart by blank lines, wrapped."""

from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from citecheck.parsing.lines import Line
from citecheck.parsing.markers import Marker, main_kind, read_marker
from citecheck.parsing.shape import Start, is_credit, is_dated, is_unfinished, start_of

# Beyond this many columns nobody wraps lines by hand.
_WIDEST_WRAP = 160
# Longer words are addresses, which are not broken at the end of a line.
_LONG_WORD = 30
# So many characters and a year make an entry of a line.
_ENTRY = 40
# Where lines are broken with less care, one this much shorter than the widest had room left.
_RAGGED = 0.85
# The share of lines that may go on although they had fitted, where lines are broken with care.
_MISFITS = 0.03


class ListLine(NamedTuple):
    """A line of a list with what its beginning shows.

    ``start`` judges the text behind the marker. ``after_break`` is true where page debris stood
    before the line, so that the gap before it says nothing; ``leads`` where a subheading did.
    ``credit`` marks captions and picture credits.
    """

    line: Line
    marker: Marker | None
    start: Start
    dated: bool
    unfinished: bool
    after_break: bool = False
    leads: bool = False
    credit: bool = False

    @property
    def is_lower(self) -> bool:
        """Whether the line goes on in lower case."""
        return self.marker is None and self.line.text[0].islower() and self.start is not Start.YES


class Style(StrEnum):
    """What tells where an entry begins."""

    MARKED = "marked"
    HANGING = "hanging"
    INDENTED = "indented"
    BLOCKS = "blocks"
    PLAIN = "plain"


class Arrangement(NamedTuple):
    """The style of a list. ``kind`` is its kind of marker, ``edge`` the indent that parts first
    lines from others, ``width`` the columns to which lines are wrapped (0: they are not).
    ``exact`` says that lines were filled as far as words would go.
    """

    style: Style
    kind: str = ""
    edge: int = 0
    width: int = 0
    exact: bool = False


def read_line(line: Line, *, after_break: bool = False, leads: bool = False) -> ListLine:
    """*line* with its marker and shape."""
    marker = read_marker(line.text)
    text = line.text[marker.length :] if marker else line.text
    dated, unfinished = is_dated(text), is_unfinished(text)
    credit = is_credit(text)
    return ListLine(line, marker, start_of(text), dated, unfinished, after_break, leads, credit)


def close_up(lines: Sequence[ListLine]) -> Sequence[ListLine]:
    """*lines* without the blank lines between all of them where wrapped text is double spaced."""
    least = min((item.line.gap for item in lines[1:] if not item.after_break), default=0)
    if not least or not _wrap_width(lines):
        return lines
    return [
        item._replace(line=item.line._replace(gap=max(0, item.line.gap - least))) for item in lines
    ]


def find_arrangement(lines: Sequence[ListLine]) -> Arrangement:
    """The arrangement of a list that consists of *lines*."""
    width = _wrap_width(lines)
    exact = bool(width) and _is_exact(lines, width)
    plain = Arrangement(Style.PLAIN, "", 0, width, exact)
    kind = main_kind(item.marker for item in lines)
    if kind and _is_marked(lines, kind):
        return plain._replace(style=Style.MARKED, kind=kind)
    if indented := _indent_style(lines):
        return plain._replace(style=indented[0], edge=indented[1])
    return plain._replace(style=Style.BLOCKS) if _is_in_blocks(lines, plain) else plain


def could_go_on(before: Line, line: Line, arrangement: Arrangement) -> bool:
    """Whether *before* is full: the first word of *line* had no room in it."""
    room = arrangement.width if arrangement.exact else arrangement.width * _RAGGED
    return before.width + 1 + len(line.text.split(" ", 1)[0]) > room


def _is_marked(lines: Sequence[ListLine], kind: str) -> bool:
    """Whether markers of *kind* open the list, and are common enough to part its entries."""
    marked = [item for item in lines if item.marker and item.marker.kind == kind]
    if marked[0] not in lines[:3]:
        return False
    if marked[0].marker and marked[0].marker.number:
        return True
    heads = sum(1 for item in lines if item.line.gap) or 0.3 * len(lines)
    return len(marked) > 0.5 * heads


def _is_exact(lines: Sequence[ListLine], width: int) -> bool:
    """Whether every line that goes on is as full as *width* allows."""
    exact = Arrangement(Style.PLAIN, "", 0, width, True)
    inside = [(a.line, b.line) for a, b in pairwise(lines) if b.is_lower and not b.line.gap]
    misfits = sum(not could_go_on(before, line, exact) for before, line in inside)
    return misfits <= _MISFITS * len(inside)


def _wrap_width(lines: Sequence[ListLine]) -> int:
    """Columns at which lines are wrapped, or 0 for a list whose lines are not."""
    if len(lines) < 2:
        return 0
    widths = [i.line.width for i in lines if max(map(len, i.line.text.split(" "))) < _LONG_WORD]
    width = max(widths, default=0)
    if width > _WIDEST_WRAP:
        return 0
    breaks = list(pairwise(lines))
    going_on = sum(_goes_on(before, item) for before, item in breaks)
    if going_on >= 0.12 * len(breaks):
        return width
    exact = Arrangement(Style.PLAIN, "", 0, width, True)
    full = sum(could_go_on(before.line, item.line, exact) for before, item in breaks)
    odd = sum(_goes_on(before, item) or not item.dated for before, item in breaks)
    return width if full >= 0.25 * len(breaks) and odd >= max(2, 0.1 * len(lines)) else 0


def _goes_on(before: ListLine, item: ListLine) -> bool:
    """Whether *item* cannot well begin an entry, for reasons other than its length."""
    if before.unfinished and item.start is not Start.YES:
        return True
    return item.is_lower


def _indent_style(lines: Sequence[ListLine]) -> tuple[Style, int] | None:
    """Whether indents tell first lines from others: the style, and the largest small indent."""
    indents = sorted({item.line.indent for item in lines})
    if len(indents) < 2:
        return None
    edge = indents[0] + 1
    shallow = [item for item in lines if item.line.indent <= edge]
    deep = [item for item in lines if item.line.indent > edge]
    if min(len(shallow), len(deep)) < max(1, 0.1 * len(lines)):
        return None
    at_edge, inside = _share_of_starts(shallow), _share_of_starts(deep)
    if at_edge > inside + 0.2 and deep[0] is not lines[0]:
        return Style.HANGING, edge
    if inside > at_edge + 0.2 and deep[0] is lines[0]:
        return Style.INDENTED, edge
    return None


def _share_of_starts(lines: Sequence[ListLine]) -> float:
    return sum(item.start is Start.YES for item in lines) / len(lines)


def _is_in_blocks(lines: Sequence[ListLine], plain: Arrangement) -> bool:
    """Whether blank lines, rather than line ends, part the entries."""
    heads = [i for i in lines[1:] if i.line.gap and not i.after_break and not i.leads]
    inner = [pair for pair in pairwise(lines) if not pair[1].line.gap]
    if not heads or not inner:
        return bool(heads)
    if len(heads) < 0.08 * len(lines):
        return False
    if plain.width:
        alone = [(a, b) for a, b in inner if b.start is Start.YES and b.dated]
        alone = [(a, b) for a, b in alone if not could_go_on(a.line, b.line, plain)]
        return len(alone) <= 0.5 * len(heads)
    return sum(b.dated and len(b.line.text) > _ENTRY for _, b in inner) < 0.6 * len(inner)

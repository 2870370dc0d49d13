"""Where a document's literature lists stand: under headings, or else by the shape of lines."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from citecheck.language.headings import HeadingKind
from citecheck.model import Document, ReferenceSection, Span
from citecheck.parsing.extent import list_end, notes_start
from citecheck.parsing.headings import Heading, is_rule, read_heading
from citecheck.parsing.lines import Line, split_lines
from citecheck.parsing.listing import is_subheading, is_title, read_listing
from citecheck.parsing.shape import is_dated, is_unfinished
from citecheck.parsing.unheaded import find_unheaded

# So many lines behind a list, with nothing else to follow, are strays; more are other text.
_MOST_STRAYS = 3
# A list without a heading has as many entries, unless the document is nothing else.
_FEWEST_UNHEADED = 3
_OF_LISTS = frozenset((HeadingKind.LIST, HeadingKind.GROUP))
_OF_READING = frozenset((HeadingKind.READING,))


class _Found(NamedTuple):
    """A section, the lines from its heading to behind its end, and whether that heading is sure
    to announce a list.
    """

    section: ReferenceSection
    first: int
    last: int
    sure: bool


def find_sections(document: Document) -> tuple[ReferenceSection, ...]:
    """The literature lists of *document*, in order; empty if it has none. Never raises."""
    lines = list(split_lines(document.text))
    for kinds in (_OF_LISTS, _OF_READING):
        if headed := _under_headings(document.text, lines, kinds):
            return headed
    extent = find_unheaded(lines)
    if extent and _are_notes(lines, *extent):
        return ()
    read = _read_section(document.text, lines, (None, *extent)) if extent else None
    if read and (extent == (0, len(lines)) or len(read[0].entries) >= _FEWEST_UNHEADED):
        return (read[0],)
    return ()


def _are_notes(lines: Sequence[Line], first: int, last: int) -> bool:
    from citecheck.parsing.endnotes import are_notes  # most drafts head their lists

    return are_notes(lines, first, last)


def _under_headings(
    text: str, lines: Sequence[Line], kinds: frozenset[HeadingKind]
) -> tuple[ReferenceSection, ...]:
    """The lists under headings of these *kinds*. A single entry under the name of a mere part
    ("Books") counts only beside another list.
    """
    headings = _headings(lines)
    boundaries = _boundaries(lines, headings)
    found: list[_Found] = []
    for index in sorted(headings):
        kind = headings[index].kind
        if kind not in kinds or (found and index < found[-1].last):
            continue
        if read := _read_section(text, lines, (index, index + 1, boundaries[index])):
            section, end = read
            sure = kind is not HeadingKind.GROUP or len(section.entries) > 1
            found.append(_Found(section, index, end, sure))
    beside = {a.first for a, b in pairwise(found) if a.last == b.first}
    beside |= {b.first for a, b in pairwise(found) if a.last == b.first}
    return tuple(item.section for item in found if item.sure or item.first in beside)


def _headings(lines: Sequence[Line]) -> dict[int, Heading]:
    """The lines that stand as headings of a known kind, or are marked as headings."""
    headings = {}
    for index, line in enumerate(lines):
        below = lines[index + 1] if index + 1 < len(lines) else None
        heading = read_heading(line, below)
        if heading is None or not (heading.kind or heading.marked):
            continue
        if _stands_alone(lines, index, heading):
            headings[index] = heading
    return headings


def _stands_alone(lines: Sequence[Line], index: int, heading: Heading) -> bool:
    """Whether a line is a heading rather than a broken line of running text."""
    line = lines[index]
    apart = line.gap > 0 or line.new_page or heading.marked or index == 0
    if line.text.endswith((",", ";")) or (not apart and not _can_follow(lines[index - 1], line)):
        return False
    if heading.kind is HeadingKind.LIST:
        lower = line.text.strip("*_ ")[:1].islower() and not heading.marked
        return not lower or (line.gap > 0 and index + 1 < len(lines) and lines[index + 1].gap > 0)
    if heading.kind is None:
        return not is_dated(line.text) and is_title(line)
    return apart and ". " not in line.text[4:] and not is_dated(line.text)


def _can_follow(before: Line, line: Line) -> bool:
    """Whether *line*, with no blank line before it, can be a heading behind *before*."""
    return line.text[-1] != "." and (is_rule(before.text) or not is_unfinished(before.text))


def _has_words(line: Line) -> bool:
    return sum(char.isalpha() for char in line.text[:40]) > 2


def _boundaries(lines: Sequence[Line], headings: dict[int, Heading]) -> dict[int, int]:
    """For each heading the line at which a list under it must have ended: the next heading that
    names no part of it, or that has the same or a higher level.
    """
    ends: dict[int, int] = {}
    whole = part = len(lines)
    levels = [len(lines)] * 7
    for index in sorted(headings, reverse=True):
        kind, level = headings[index].kind, headings[index].level
        nearest = part if kind is HeadingKind.GROUP else whole
        ends[index] = min(nearest, levels[level]) if level else nearest
        if kind is HeadingKind.GROUP:
            part = index
        elif kind or not is_subheading(lines, index):
            whole = part = index
        elif level:
            levels[level:] = [index] * (7 - level)
    return ends


def _read_section(
    text: str, lines: Sequence[Line], extent: tuple[int | None, int, int]
) -> tuple[ReferenceSection, int] | None:
    """The section with its heading's line (or None) and its lines from first to last (exclusive),
    and the line behind it; None if there are no entries.
    """
    heading, first, last = extent
    while first < last and is_rule(lines[first].text):
        first += 1
    end = list_end(lines, first, last)
    cut = notes_start(lines, first, end)
    listing = read_listing(text, lines[first:cut])
    if not listing.entries or (len(listing.entries) == 1 and last - end > _MOST_STRAYS):
        return None
    behind = [line for line in lines[end:last] if _has_words(line)] if cut == end else []
    strays = [Span(start=line.start, end=line.end) for line in behind[:_MOST_STRAYS]]
    title = None
    if heading is not None:
        title = Span(start=lines[heading].start, end=lines[heading].end)
    section = ReferenceSection(
        span=Span(start=(title or listing.entries[0]).start, end=listing.entries[-1].end),
        heading=title,
        entries=listing.entries,
        subheadings=listing.subheadings,
        strays=listing.strays + (tuple(strays) if len(behind) <= _MOST_STRAYS else ()),
    )
    return section, cut


__all__ = ["find_sections"]

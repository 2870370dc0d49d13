"""How far a list reaches: blocks of lines, judged as entries or as something else."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from citecheck.parsing.headings import is_rule
from citecheck.parsing.lines import Line
from citecheck.parsing.listing import is_subheading
from citecheck.parsing.markers import NOTE, read_marker
from citecheck.parsing.shape import (
    Start,
    density,
    is_credit,
    is_dated,
    is_prose,
    is_unfinished,
    start_of,
)

# A line this long is a paragraph of its own.
_PARAGRAPH = 160
# A note that stands alone takes at most this many lines.
_LONGEST_NOTE = 6
# A list has ended when the score of its blocks has fallen by this much.
_DROP = 3.0


class Block(NamedTuple):
    """Lines ``first`` to ``last`` (inclusive) of a sequence, with no blank line among them."""

    first: int
    last: int
    text: str


def blocks_of(lines: Sequence[Line], first: int, last: int) -> Iterator[Block]:
    """The blocks of ``lines[first:last]``: split at blank lines and around long lines."""
    start = first
    for index in range(first, last):
        ends = (
            index + 1 == last
            or lines[index + 1].gap > 0
            or len(lines[index].text) > _PARAGRAPH
            or len(lines[index + 1].text) > _PARAGRAPH
        )
        if ends:
            text = "\n".join(line.text for line in lines[start : index + 1])
            yield Block(start, index, text)
            start = index + 1


def score(text: str) -> float:
    """How much a block speaks for a list (1) or against it (-1)."""
    marker = read_marker(text)
    text = text[marker.length :] if marker else text
    if is_credit(text):
        return -0.5
    if is_prose(text):
        return -1.0
    if not is_dated(text):
        return -0.3 if len(text) < 120 else (0.3 if marker else -0.5)
    if marker or start_of(text) is Start.YES or density(text) >= 0.6:
        return 1.0
    return 0.3


def list_end(lines: Sequence[Line], first: int, last: int) -> int:
    """The index behind the last line of a list that begins at *first* and ends by *last*.

    The blocks' scores are summed; the list ends where the sum is highest, and reading stops where
    it has fallen well below that. Equals *first* if nothing there looks like a list.
    """
    best = total = 0.0
    end = first
    for block in blocks_of(lines, first, last):
        total += score(block.text)
        if total >= best and total > 0:
            best, end = total, block.last + 1
        elif total < best - _DROP:
            break
    while first < end < last and _goes_on(lines[end - 1], lines[end]):
        end += 1
    return end


def _goes_on(before: Line, line: Line) -> bool:
    """Whether *line* continues what *before* breaks off."""
    short = len(line.text) < _PARAGRAPH and line.gap < 3
    return short and (line.text[0].islower() or is_unfinished(before.text))


def notes_start(lines: Sequence[Line], first: int, last: int) -> int:
    """The index in ``lines[first:last]`` at which notes behind the list begin, or *last*.

    A number 1 behind a blank line or a rule, where entries have gone before and a number 2 is
    to come, numbers notes, and so does any Markdown footnote. Behind a subheading a list may
    number anew.
    """
    seconds = _last_seconds(lines, first, last)
    entries_before = False
    for index in range(first, last):
        line = lines[index]
        apart = index > first and (line.gap > 0 or is_rule(lines[index - 1].text))
        if apart and entries_before and not line.text[0].isalpha():
            marker = read_marker(line.text)
            if marker and marker.kind == NOTE:
                return index
            counted = marker is not None and marker.number == 1
            more = marker is not None and index < seconds.get(marker.kind, 0)
            if counted and (more or last - index < _LONGEST_NOTE):
                before = lines[index - 1]
                if not is_unfinished(before.text) and not is_subheading(lines, index - 1):
                    return index
        entries_before = entries_before or is_dated(line.text)
    return last


def _last_seconds(lines: Sequence[Line], first: int, last: int) -> dict[str, int]:
    """Where the number 2 stands last, by kind of marker."""
    seconds: dict[str, int] = {}
    for index in range(first, last):
        if "2" in lines[index].text[:3]:
            marker = read_marker(lines[index].text)
            if marker and marker.number == 2:
                seconds[marker.kind] = index
    return seconds

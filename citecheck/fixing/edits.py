"""Edits as a set of replacements in one text: made together, and what they do to its places."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from citecheck.model import Edit, Span


def ordered(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """*edits* in the order of the text, each once."""
    return tuple(sorted(dict.fromkeys(edits), key=lambda edit: (edit.span.start, edit.span.end)))


class Taken:
    """Edits that are to be made together, none of which touches another."""

    def __init__(self) -> None:
        """Begin with none."""
        self._edits: list[Edit] = []
        self._starts: list[int] = []

    def add(self, edits: Iterable[Edit]) -> bool:
        """Take *edits*, which do not touch one another; False, and none is taken, if one of them
        touches the same characters as a different one that is taken.

        Two insertions at one place collide: which comes first would be chance.
        """
        new = tuple(edits)
        if any(_touch(edit, other) for edit in new for other in self._beside(edit)):
            return False
        for edit in new:
            place = bisect_right(self._starts, edit.span.start)
            self._starts.insert(place, edit.span.start)
            self._edits.insert(place, edit)
        return True

    def _beside(self, edit: Edit) -> Iterator[Edit]:
        """The edits that may touch *edit* and differ from it. They lie next to one another."""
        place = bisect_right(self._starts, edit.span.end)
        while place and self._edits[place - 1].span.end >= edit.span.start:
            place -= 1
            if self._edits[place] != edit:
                yield self._edits[place]


def _touch(one: Edit, other: Edit) -> bool:
    if not len(one.span) or not len(other.span):
        return one.span.start <= other.span.end and other.span.start <= one.span.end
    return one.span.overlaps(other.span)


def trimmed(edit: Edit, text: str) -> Edit:
    """*edit* without the whole words with which old and new begin and end alike."""
    old, new = edit.span.of(text), edit.text
    front = _common_words(old, new)
    back = _common_words(old[front:][::-1], new[front:][::-1])
    span = Span(start=edit.span.start + front, end=edit.span.end - back)
    return Edit(span=span, text=new[front : len(new) - back])


def _common_words(one: str, other: str) -> int:
    """The length of the common beginning of both that ends where a word ends in both."""
    count = 0
    for index in range(min(len(one), len(other)) + 1):
        if _is_edge(one, index) and _is_edge(other, index):
            count = index
        if index == min(len(one), len(other)) or one[index] != other[index]:
            break
    return count


def _is_edge(text: str, index: int) -> bool:
    return index in (0, len(text)) or not (text[index - 1].isalnum() and text[index].isalnum())


def edited(text: str, edits: Iterable[Edit]) -> str:
    """*text* with all *edits*, which are disjoint, made at once."""
    pieces, position = [], 0
    for edit in ordered(edits):
        pieces += [text[position : edit.span.start], edit.text]
        position = edit.span.end
    return "".join((*pieces, text[position:]))


class Moves:
    """Where places stand once edits are made."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        """*edits* are ordered and disjoint."""
        self._edits = edits
        self._ends = [edit.span.end for edit in edits]
        self._growth = [0, *accumulate(map(_growth, edits))]

    def moved(self, span: Span) -> Span:
        """The place of *span* then. One that an edit touches grows or shrinks with it, and covers
        the whole of its text.
        """
        first = bisect_left(self._ends, span.start)
        start = end = self._growth[first]
        for place in range(first, len(self._edits)):
            edit = self._edits[place]
            if edit.span.start > span.end:
                break
            growth = _growth(edit)
            if edit.span.end <= span.start and (len(edit.span) or edit.span.end < span.start):
                start += growth
                end += growth
            else:
                start += min(0, edit.span.start - span.start)
                end += growth + max(0, edit.span.end - span.end)
        return Span(start=span.start + start, end=max(span.start + start, span.end + end))


def _growth(edit: Edit) -> int:
    return len(edit.text) - len(edit.span)


def moved(span: Span, edits: Sequence[Edit]) -> Span:
    """Where *span* stands once *edits*, ordered and disjoint, are made: as ``Moves`` says."""
    return Moves(edits).moved(span)

"""Footnotes of a PDF page: small lines at its foot that begin with a number the text raises."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from citecheck.readers.pdf_lines import Line
from citecheck.readers.raised import lowered

_NUMBER = re.compile(r"([⁰¹²³⁴-⁹]{1,4}|\d{1,3})\.?\s{0,3}(?=\S)")
_RAISED = re.compile(r"(?<![⁰¹²³⁴-⁹⁻])[⁰¹²³⁴-⁹]{1,4}(?![⁰¹²³⁴-⁹⁻])")
_SMALLER = 0.94
_APART = 1.35  # times the usual distance of lines


@dataclass
class PageNotes:
    """The notes of a page by label, a running number, and the numbers printed on the page."""

    bodies: dict[str, list[Line]] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)

    def anchored(self, text: str) -> Iterator[tuple[str, str]]:
        """*text* in pieces: (text, "") and, where a note's number stands raised, ("", label)."""
        position = 0
        for match in _RAISED.finditer(text) if self.labels else ():
            label = self.labels.pop(lowered(match[0]), "")
            if label:
                yield text[position : match.start()], ""
                yield "", label
                position = match.end()
        yield text[position:], ""


def split_notes(blocks: Sequence[Sequence[Line]], count: int) -> tuple[list[list[Line]], PageNotes]:
    """The blocks of a page without its notes, and the notes, numbered on from *count*.

    A number that nothing in the text raises makes no note.
    """
    notes, kept = PageNotes(), [list(block) for block in blocks]
    size = _text_size(blocks)
    text = "\n".join(
        line.text for block in blocks for line in block if line.size >= size * _SMALLER
    )
    raised = {lowered(mark) for mark in _RAISED.findall(text)}
    for block in kept:
        first = _first_note(block, size, raised)
        for line in block[first:]:
            number = _NUMBER.match(line.text)
            printed = lowered(number[1]) if number else ""
            if number and printed in raised and printed not in notes.labels:
                label = str(count + len(notes.bodies) + 1)
                notes.labels[printed] = label
                notes.bodies[label] = [line._replace(text=line.text[number.end() :])]
            elif notes.bodies:
                notes.bodies[next(reversed(notes.bodies))].append(line)
        del block[first:]
    return [block for block in kept if block], notes


def _text_size(blocks: Sequence[Sequence[Line]]) -> float:
    """The size that most characters of the page have."""
    sizes: dict[float, int] = {}
    for block in blocks:
        for line in block:
            sizes[round(line.size, 1)] = sizes.get(round(line.size, 1), 0) + len(line.text)
    return max(sizes, key=lambda size: sizes[size], default=0.0)


def _first_note(block: Sequence[Line], size: float, raised: set[str]) -> int:
    """The index of the line with which the notes at the foot of *block* begin.

    It is smaller than the text or stands apart from it, and so do all notes behind it.
    """
    steps = sorted(a.y - b.y for a, b in pairwise(block))
    usual = steps[len(steps) // 2] if steps else 0.0
    first = len(block)
    for index in range(len(block) - 1, 0, -1):
        line, above = block[index], block[index - 1]
        number = _NUMBER.match(line.text)
        is_small = line.size < size * _SMALLER
        if number and lowered(number[1]) in raised:
            if is_small or above.y - line.y > _APART * usual:
                first = index
        elif not is_small and first < len(block):
            break
    return first

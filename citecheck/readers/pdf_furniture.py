"""What a PDF page has besides its text: running heads and feet, page numbers, line numbers."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from citecheck.readers.pdf_lines import Line

_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[\s|.·()\[\]–—-]{0,3}(?:(?:page|seite|p\.|стр\.|página)\s?)?(?:#|[ivxlc]{1,7})"
    r"(?:\s?(?:/|of|von|de|из)\s?#)?[\s|.·()\[\]–—-]{0,3}",
    re.IGNORECASE,
)
_EDGE = 2  # rows at the top and at the foot that may be furniture
_FEWEST_NUMBERS, _FEWEST_SINGLE = 4, 15
_LONGEST_NUMBER = 6
_STRIP = 6.0  # points
_STEPS = (1, 2, 5, 10)
_REGULAR = 0.6
_NUMBERED = 0.5  # the part of the pages that bear a number, where any does


def without_furniture(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of each page but its heads, feet and numbers. A row must come back to be one."""
    bare = [_without_line_numbers(page) for page in pages]
    edges = [_edges(page) for page in bare]
    seen = Counter(text for edge in edges for text in {_shape(line) for line in edge})
    needed = 2 if len(pages) < 6 else 3
    numbered = sum(any(map(_is_number, edge)) for edge in edges)
    may_number = numbered >= _NUMBERED * sum(map(bool, edges))
    dropped = [
        {line for line in edge if seen[_shape(line)] >= needed or (may_number and _is_number(line))}
        for edge in edges
    ]
    return [
        [line for line in page if line not in gone]
        for page, gone in zip(bare, dropped, strict=True)
    ]


def _edges(page: Sequence[Line]) -> list[Line]:
    """The lines on the first and last rows of a page."""
    levels: list[float] = []
    for line in sorted(page, key=lambda line: -line.y):
        if not levels or levels[-1] - line.y > 0.4 * max(line.size, 1.0):
            levels.append(line.y)
    chosen = {*levels[:_EDGE], *levels[-_EDGE:]} if len(levels) > 2 * _EDGE else set(levels)
    return [
        line
        for line in page
        if any(abs(level - line.y) <= 0.4 * max(line.size, 1.0) for level in chosen)
    ]


def _shape(line: Line) -> str:
    """The text of *line* with "#" for numbers, and its height, in steps of the line's size."""
    return f"{_DIGITS.sub('#', line.text.strip().lower())}@{round(line.y / 12)}"


def _is_number(line: Line) -> bool:
    """Whether *line* is nothing but a page's number."""
    return bool(_PAGE_NUMBER.fullmatch(_DIGITS.sub("#", line.text.strip())))


def _without_line_numbers(page: Sequence[Line]) -> list[Line]:
    """*page* without the numbers beside its text that count its lines, in steps of 1, 5 or 10."""
    strips: dict[int, list[Line]] = {}
    for line in page:
        if line.text.isdecimal() and len(line.text) < _LONGEST_NUMBER:
            strips.setdefault(round(line.right / _STRIP), []).append(line)
    dropped = {line for strip in strips.values() for line in strip if _counts(strip)}
    return [line for line in page if line not in dropped] if dropped else list(page)


def _counts(strip: Sequence[Line]) -> bool:
    """Whether the numbers of *strip*, one above the other, rise and stand as lines do."""
    inorder = sorted(strip, key=lambda line: -line.y)
    steps = Counter(int(b.text) - int(a.text) for a, b in pairwise(inorder))
    gaps = Counter(round((a.y - b.y) / 2) for a, b in pairwise(inorder))
    if not steps:
        return False
    (step, rising), (_, alike) = steps.most_common(1)[0], gaps.most_common(1)[0]
    fewest = _FEWEST_SINGLE if step == 1 else _FEWEST_NUMBERS
    regular = min(rising, alike) >= _REGULAR * (len(inorder) - 1)
    return step in _STEPS and len(inorder) >= fewest and regular

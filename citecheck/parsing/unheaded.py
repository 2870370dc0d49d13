"""A literature list without a heading, found by the shape of its lines."""

from collections.abc import Sequence
from typing import NamedTuple

from citecheck.parsing.extent import Block, blocks_of
from citecheck.parsing.lines import Line
from citecheck.parsing.markers import Marker, read_marker
from citecheck.parsing.shape import Start, density, is_credit, is_dated, is_prose, start_of

# The score that an unheaded run of lines must have, unless the document is nothing else.
_LOWEST = 2.5
# An unnumbered run beside a numbered one (which may be notes) counts if it is not much shorter.
_SHARE_BESIDE_NUMBERED = 0.2


# A run has ended when the score of its blocks has fallen by this much.
_DROP = 1.5


class Run(NamedTuple):
    """Neighbouring lines ``first`` to ``last`` (exclusive) that look like entries."""

    first: int
    last: int
    score: float
    numbered: bool


def find_unheaded(lines: Sequence[Line]) -> tuple[int, int] | None:
    """The first line of the run most like a list, and the line behind it; None without one."""
    best: dict[bool, Run] = {}
    for run in _runs(lines):
        if run.numbered not in best or run.score >= best[run.numbered].score:
            best[run.numbered] = run
    numbered, plain = best.get(True), best.get(False)
    chosen = numbered or plain
    if plain and numbered and plain.score >= _SHARE_BESIDE_NUMBERED * numbered.score:
        chosen = plain
    if chosen is None:
        return None
    whole = chosen.first == 0 and chosen.last == len(lines)
    if chosen.score < _LOWEST and not (whole and chosen.score >= 1):
        return None
    return chosen.first, chosen.last


def _runs(lines: Sequence[Line]) -> list[Run]:
    """Runs of blocks with the highest sums of scores, one for each stretch above zero."""
    runs: list[Run] = []
    open_run: Run | None = None
    total = 0.0
    for block in blocks_of(lines, 0, len(lines)):
        marker = read_marker(block.text)
        numbered = bool(marker and marker.number)
        value = _score(lines, block, marker)
        if open_run and (
            total + value <= open_run.score - _DROP or (value > 0 and numbered != open_run.numbered)
        ):
            runs.append(open_run)
            open_run, total = None, 0.0
        if open_run is None:
            if value >= 1:
                open_run, total = Run(block.first, block.last + 1, value, numbered), value
            continue
        total += value
        if total >= open_run.score:
            open_run = Run(open_run.first, block.last + 1, total, open_run.numbered)
    return [*runs, open_run] if open_run else runs


def _score(lines: Sequence[Line], block: Block, marker: Marker | None) -> float:
    """Positive, and higher the more entries seem to begin in a block; negative for other text."""
    text = block.text[marker.length :] if marker else block.text
    if is_prose(text) or is_credit(text):
        return -2.0
    share = density(text)
    if not is_dated(text) or share < 0.5:
        return -0.5
    first, *inner = (_line_score(t) for t in (text, *_texts(lines, block)[1:]))
    named = sum(value == 1.0 for value in inner)
    if first == 1.0 or (share > 0.6 and named > 0.2 * len(inner)):
        return 1.0 + sum(inner)
    return first if first and not (marker and marker.number) else -0.2


def _texts(lines: Sequence[Line], block: Block) -> list[str]:
    return [line.text for line in lines[block.first : block.last + 1]]


def _line_score(text: str) -> float:
    """1 for a line that begins as entries do, less for one that is as dense as they are, or 0."""
    start = start_of(text)
    if start is Start.MAYBE:
        return 0.6 if is_dated(text) and density(text) > 0.8 else 0.0
    return 1.0 if start is Start.YES else 0.0

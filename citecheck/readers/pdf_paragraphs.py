"""Where paragraphs of a PDF begin: by gaps, by indents, and by lines that ended early."""

from collections.abc import Sequence
from enum import Enum
from itertools import pairwise
from statistics import median

from citecheck.readers.pdf_lines import Line

_INDENT = 0.8  # sizes
_GAP = 1.35  # times the usual distance of lines
_OTHER_SIZE = 0.12
_NEAR, _MANY = 10, 0.4  # lines, and the part of them that is indented
_BLANK, _SLACK = 0.25, 0.3  # sizes


class Break(Enum):
    """How a line stands to the one above it."""

    NONE = 0
    MAYBE = 1
    PARAGRAPH = 2


def breaks(block: Sequence[Line]) -> list[Break]:
    """For each line of *block*, how it begins; the first is a paragraph's, as far as the block
    tells.
    """
    found = [Break.PARAGRAPH] if block else []
    distance, right = _distance(block), right_edge(block)
    for index in range(1, len(block)):
        above, line = block[index - 1], block[index]
        after = block[index + 1] if index + 1 < len(block) else None
        apart = _stands_apart(above, line, distance) or ended_early(above, line, right)
        if apart or (after and _is_heading(above, line, after, right)):
            found.append(Break.PARAGRAPH)
        else:
            found.append(_by_indent(block, index, begun=found[-1] is Break.PARAGRAPH))
    return found


def _stands_apart(above: Line, line: Line, distance: float) -> bool:
    """Whether a gap or another size parts two lines."""
    if above.y - line.y > _GAP * distance or above.y < line.y:
        return True
    return abs(above.size - line.size) > _OTHER_SIZE * max(above.size, line.size)


def _is_heading(above: Line, line: Line, after: Line, right: float) -> bool:
    """Whether *line* stands alone behind a full sentence and is none itself."""
    if line.text[-1:] in ".,;:!?-" or line.text[:1].islower() or line.text[:1] in "([":
        return False
    return above.text[-1:] in ".!?)”" and ended_early(line, after, right)


def _by_indent(block: Sequence[Line], index: int, *, begun: bool) -> Break:
    """What the left edge of line *index* tells; *begun* if the line above began a paragraph."""
    above, line = block[index - 1], block[index]
    step = _INDENT * line.size
    hanging = _is_hanging(block, index, step)
    if line.left > above.left + step:
        return Break.NONE if hanging else Break.PARAGRAPH
    if line.left < above.left - step:
        return Break.NONE if begun and not hanging else Break.PARAGRAPH
    return Break.NONE if line.text[:1].islower() else Break.MAYBE


def _is_hanging(block: Sequence[Line], index: int, step: float) -> bool:
    """Whether paragraphs near line *index* begin further left than they go on.

    Where they do, many lines are indented; where their first lines are, few.
    """
    near = block[index : index + _NEAR] if len(block) - index > _NEAR // 2 else block[-_NEAR:]
    left = min(line.left for line in near)
    return sum(line.left > left + step for line in near) >= _MANY * len(near)


def ended_early(above: Line, line: Line, right: float) -> bool:
    """Whether the first word of *line* would have had room behind *above*."""
    if above.text.endswith("-") and line.text[:1].islower():
        return False
    return above.right + line.word + _BLANK * line.size < right - _SLACK * line.size


def _distance(block: Sequence[Line]) -> float:
    """The usual distance of lines."""
    steps = [a.y - b.y for a, b in pairwise(block) if a.y > b.y]
    return median(steps) if steps else 1_000.0


def right_edge(block: Sequence[Line]) -> float:
    """The right edge of *block* in points: what all but a few lines keep within."""
    edges = sorted(line.right for line in block)
    return edges[-1 - len(edges) // 20] if edges else 0.0

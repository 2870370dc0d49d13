"""The lines of a page in the order of reading: column by column between what spans them."""

from collections.abc import Sequence

from citecheck.readers.pdf_lines import Line

_MOST_LINES = 3_000  # of a page that is looked at for columns
_FEWEST = 5  # lines that make a column
_MOST_CROSSING = 0.3
_DEEPEST = 3
_STEP = 3.0  # points


def in_reading_order(lines: Sequence[Line], depth: int = 0) -> list[list[Line]]:
    """*lines* as blocks, each from top to bottom: a column, or what stands across columns."""
    gutter = _gutter(lines) if depth < _DEEPEST else None
    if gutter is None:
        return [rows(lines)] if lines else []
    blocks: list[list[Line]] = []
    left: list[Line] = []
    right: list[Line] = []
    across: list[Line] = []

    def end_columns() -> None:
        blocks.extend(in_reading_order(left, depth + 1))
        blocks.extend(in_reading_order(right, depth + 1))
        left.clear()
        right.clear()

    for line in sorted(lines, key=lambda line: -line.y):
        if line.right <= gutter or line.left >= gutter:
            if across:
                blocks.append(rows(across))
                across = []
            (left if line.right <= gutter else right).append(line)
        else:
            end_columns()
            across.append(line)
    if across:
        blocks.append(rows(across))
    end_columns()
    return blocks


def _gutter(lines: Sequence[Line]) -> float | None:
    """The x of the white strip between two columns, None if there is none."""
    if not 2 * _FEWEST <= len(lines) <= _MOST_LINES:
        return None
    begin, end = min(line.left for line in lines), max(line.right for line in lines)
    best: tuple[int, float, float] | None = None
    x = begin + 0.2 * (end - begin)
    while x < end - 0.2 * (end - begin):
        crossing = sum(line.left < x < line.right for line in lines)
        left = [line for line in lines if line.right <= x]
        right = [line for line in lines if line.left >= x]
        if min(len(left), len(right)) >= _FEWEST and crossing <= _MOST_CROSSING * len(lines):
            off = abs(x - _middle(left, right))
            if (best is None or (crossing, off) < best[:2]) and _beside(left, right):
                best = (crossing, off, x)
        x += _STEP
    return best[2] if best else None


def _middle(left: Sequence[Line], right: Sequence[Line]) -> float:
    return (max(line.right for line in left) + min(line.left for line in right)) / 2


def _beside(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether two groups of lines are columns: text on both sides, at the same heights."""
    width = min(_typical(left), _typical(right))
    low = max(min(line.y for line in left), min(line.y for line in right))
    high = min(max(line.y for line in left), max(line.y for line in right))
    return width > 60 and (high > low or len(left) + len(right) > 4 * _FEWEST)


def _typical(lines: Sequence[Line]) -> float:
    widths = sorted(line.right - line.left for line in lines)
    return widths[len(widths) // 2]


def rows(lines: Sequence[Line]) -> list[Line]:
    """*lines* from top to bottom, those on one baseline joined from left to right."""
    found: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: -line.y):
        if found and abs(found[-1][0].y - line.y) < 0.4 * max(line.size, 1.0):
            found[-1].append(line)
        else:
            found.append([line])
    return [_joined(sorted(row, key=lambda line: line.left)) for row in found]


def _joined(row: list[Line]) -> Line:
    first = row[0]
    if len(row) == 1:
        return first
    return first._replace(
        text=" ".join(line.text for line in row),
        right=max(line.right for line in row),
        size=max(line.size for line in row),
    )

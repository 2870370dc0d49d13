"""In how many slips two words differ."""

MANY_SLIPS = 7
"""What more than six slips are counted as."""
_LONGEST = 64


def slip_distance(one: str, other: str, most: int = MANY_SLIPS - 1) -> int:
    """Insertions, deletions, substitutions and swaps of neighbours between two folded words;
    ``MANY_SLIPS`` if they are more than *most*, or if the words differ over more than 64 letters.

    Optimal string alignment (L. Boytsov, ACM JEA 16, 2011, 1.1). A test holds it to rapidfuzz,
    whose import alone costs more than all the words of an essay do here.
    """
    start = _shared_letters(one, other)
    one, other = one[start:], other[start:]
    end = _shared_letters(one[::-1], other[::-1])
    one, other = one[: len(one) - end], other[: len(other) - end]
    if not (one and other):
        return _up_to(most, len(one) + len(other))
    if abs(len(one) - len(other)) > most or len(one) > _LONGEST:
        return MANY_SLIPS
    last: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one):
        last, above, row = row, last, [i + 1]
        for j, facing in enumerate(other):
            cost = last[j] + (letter != facing)
            if row[j] < cost:
                cost = row[j] + 1
            if last[j + 1] < cost:
                cost = last[j + 1] + 1
            if i and j and letter == other[j - 1] and one[i - 1] == facing:
                cost = min(cost, above[j - 1] + 1)
            row.append(cost)
        if min(row) > most:  # no later row has fewer
            return MANY_SLIPS
    return _up_to(most, row[-1])


def _up_to(most: int, slips: int) -> int:
    return slips if slips <= most else MANY_SLIPS


def _shared_letters(one: str, other: str) -> int:
    """With how many equal letters the two begin."""
    for index, (letter, facing) in enumerate(zip(one, other, strict=False)):
        if letter != facing:
            return index
    return min(len(one), len(other))

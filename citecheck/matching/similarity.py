"""How close two words are, in the ways in which names are miswritten."""

import re

MANY_SLIPS = 7
"""What more than six slips are counted as."""
_LONGEST = 64
_VOWELS = re.compile(r"[aeiouy]+")


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


def allowed_slips(length: int) -> int:
    """How many slips leave a name of *length* letters conceivable: 1 from 3, 2 from 5, 3 from 12.

    Jaro-Winkler alone prefers Smith/Smithson to Smith/Smyth; an absolute number of slips, bounded
    by length, does not.
    """
    return 0 if length < 3 else 1 if length < 5 else 2 if length < 12 else 3


def is_bold(one: str, other: str) -> bool:
    """Whether two names are so far apart that a slip needs more to speak for it: two slips in a
    name of five or six letters, or another initial.
    """
    shorter = min(len(one), len(other))
    return one[:1] != other[:1] or (shorter < 7 and slip_distance(one, other, 1) > 1)


def name_similarity(one: str, other: str) -> float:
    """1 for equal folded names, 0.6 to 0.95 for plausible slips of one another, 0 otherwise."""
    if one == other:
        return 1.0
    shorter, longer = sorted((len(one), len(other)))
    allowed = allowed_slips(shorter)
    slips = slip_distance(one, other, allowed) if longer - shorter <= allowed else MANY_SLIPS
    if slips > allowed:
        return 0.0
    similarity = 1.0 - slips / (shorter + 1)
    if one[0] != other[0]:
        similarity -= 0.15
    elif _VOWELS.sub("a", one) == _VOWELS.sub("a", other):
        similarity += 0.05  # vowels are confused before consonants are: Dean, Deen
    return max(0.0, min(0.95, similarity))


def is_digit_slip(one: int, other: int) -> bool:
    """Whether two years differ as a slip of the finger makes them: one digit, or two swapped."""
    return slip_distance(str(one), str(other), 1) == 1

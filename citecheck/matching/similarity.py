"""How close two words are, in the ways in which names are miswritten."""

import re

from citecheck.language.slips import MANY_SLIPS, slip_distance

_VOWELS = re.compile(r"[aeiouy]+")


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

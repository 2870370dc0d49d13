"""What the tagger sees of a reference string: its words, the gaps between them, where it stands.

Training and use see the same. A word or gap is known by features (see ``words``); the network has
a vector for each feature that it met in training.
"""

from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from citecheck.parsing.words import Gap, read_gap, split

Spans = list[tuple[int, int]]

LONGEST = 64
"""Characters of a word that its features see."""

STATES = 8
"""Number of states: inside quotation marks or not, behind some or not, inside brackets or not."""


class Input(NamedTuple):
    """The words of a string: ``spans`` their places (code points), ``words`` their texts.

    ``gaps`` are the characters before each word and behind the last, ``states`` is a number below
    ``STATES`` for each word.
    """

    spans: Spans
    words: list[str]
    gaps: list[str]
    states: list[int]


def read_input(text: str) -> Input:
    """What the tagger sees of *text*."""
    pieces = split(text)
    gaps = pieces[::2]
    edges = list(accumulate(map(len, pieces)))
    spans = list(zip(edges[::2], edges[1::2], strict=False))  # the last gap is before no word
    return Input(spans, [word[:LONGEST] for word in pieces[1::2]], gaps, _states(gaps[:-1]))


def _states(gaps: list[str]) -> list[int]:
    """The state of each word behind one of *gaps*."""
    states = []
    state = quoted = seen = depth = 0
    for gap in gaps:
        if turn := _turn(gap):
            quoted, seen = _quotes(turn, quoted, seen)
            depth = max(0, depth + turn.depth)
            state = quoted * 4 + seen * 2 + (depth > 0)
        states.append(state)
    return states


@lru_cache(maxsize=16_384)
def _turn(gap: str) -> Gap | None:
    """The gap, if a quotation mark or bracket in it changes the state."""
    found = read_gap(gap)
    return found if found.opens or found.closes or found.depth else None


def _quotes(gap: Gap, quoted: int, seen: int) -> tuple[int, int]:
    """Whether the word behind *gap* is quoted, and whether anything was so far."""
    if not gap.opens and not gap.closes:
        return quoted, seen
    if gap.opens == 1:
        return 1, 1
    return int(bool(gap.opens) and not gap.closes and not quoted), seen or int(gap.opens > 0)


@lru_cache(maxsize=16_384)
def gap_features(gap: str) -> list[str]:
    """Features of the characters between two words."""
    found = read_gap(gap)
    return [found.text, "h=" + found.core]

"""What the tagger sees of a reference string: its words, the gaps between them, where it stands.

Training and use see the same. A word or gap is known by features (see ``words``); the network has
a vector for each feature that it met in training.
"""

from functools import lru_cache
from typing import NamedTuple

from citecheck.parsing.words import Gap, Spans, read_gap, tokenise

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
    spans = tokenise(text)
    words = [text[start : min(end, start + LONGEST)] for start, end in spans]
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    gaps = [text[edges[i] : edges[i + 1]] for i in range(0, len(edges), 2)]
    return Input(spans, words, gaps, _states(gaps[:-1]))


def _states(gaps: list[str]) -> list[int]:
    """The state of each word behind one of *gaps*."""
    states = []
    quoted = seen = depth = 0
    for gap in gaps:
        found = read_gap(gap)
        if found.opens or found.closes or found.depth:
            quoted, seen = _quotes(found, quoted, seen)
            depth = max(0, depth + found.depth)
        states.append(quoted * 4 + seen * 2 + (depth > 0))
    return states


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

"""What the tagger sees of reference strings: their words, the gaps between, where each stands.

Training and use see the same. A word or gap is known by features (see ``words``); the network has
a vector for each feature that it met in training.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from citecheck.parsing.arrays import Array
from citecheck.parsing.words import Gap, read_gap, split

Spans = list[tuple[int, int]]

LONGEST = 64
"""Characters of a word that its features see."""

STATES = 8
"""Number of states: inside quotation marks or not, behind some or not, inside brackets or not."""


class Inputs(NamedTuple):
    """The words of many strings, one after the other.

    ``words`` and ``gaps`` are texts: a word and what stands before it; with an empty word behind
    each string, so that the next gap is what stands behind a word. ``slots`` is where the words
    themselves are among these, and for each of them ``starts`` and ``ends`` say where it is in
    its string (code points), ``states`` is a number below ``STATES``. ``sizes`` is the number of
    words of each string.
    """

    words: list[str]
    gaps: list[str]
    slots: Array
    starts: Array
    ends: Array
    states: Array
    sizes: Array


class Input(NamedTuple):
    """The words of one string: ``spans`` their places, ``words`` their texts, and ``states``.

    ``gaps`` are the characters before each word and behind the last.
    """

    spans: Spans
    words: list[str]
    gaps: list[str]
    states: list[int]


def read_input(text: str) -> Input:
    """What the tagger sees of *text*."""
    read = read_inputs([text])
    spans = list(zip(read.starts.tolist(), read.ends.tolist(), strict=True))
    return Input(spans, read.words[:-1], read.gaps, read.states.tolist())


def read_inputs(texts: Sequence[str]) -> Inputs:
    """What the tagger sees of *texts*."""
    pieces: list[str] = []
    stops = []
    for text in texts:
        pieces += split(text)
        pieces.append("")
        stops.append(len(pieces))
    lengths = np.fromiter(map(len, pieces), np.intp, len(pieces))
    words, gaps = pieces[1::2], pieces[::2]
    for slot in np.flatnonzero(lengths[1::2] > LONGEST).tolist():
        words[slot] = words[slot][:LONGEST]
    ends = np.array(stops, np.intp) // 2  # of each string among words and gaps
    sizes = np.diff(ends, prepend=0) - 1
    slots = np.delete(np.arange(len(words)), ends - 1)
    edges = np.cumsum(lengths)
    before = np.repeat(np.concatenate(([0], edges))[2 * (ends - sizes - 1)], sizes)
    starts = edges[2 * slots] - before
    states = _states(gaps, ends)[slots]
    return Inputs(words, gaps, slots, starts, starts + lengths[2 * slots + 1], states, sizes)


def _states(gaps: Sequence[str], ends: Array) -> Array:
    """The state behind each of *gaps*, of strings whose gaps end at *ends*."""
    turning = {gap: turn for gap in set(gaps) if (turn := _turn(gap))}
    places = [place for place, gap in enumerate(gaps) if gap in turning]
    strings = np.searchsorted(ends, places, "right").tolist()
    states = np.zeros(len(gaps), np.intp)
    states[places] = _turned([turning[gaps[place]] for place in places], strings)
    changed = np.zeros(len(gaps), np.intp)  # where the state that holds began
    changed[ends[:-1]] = ends[:-1]
    changed[places] = places
    return states[np.maximum.accumulate(changed)]


def _turned(turns: Sequence[Gap], strings: Sequence[int]) -> list[int]:
    """The state behind each of *turns*, which stand in *strings*."""
    states = []
    inside = -1
    quoted = seen = depth = 0
    for turn, string in zip(turns, strings, strict=True):
        if string != inside:
            inside, quoted, seen, depth = string, 0, 0, 0
        quoted, seen = _quotes(turn, quoted, seen)
        depth = max(0, depth + turn.depth)
        states.append(quoted * 4 + seen * 2 + (depth > 0))
    return states


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

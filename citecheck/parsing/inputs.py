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


class Texts(NamedTuple):
    """Texts as ``numbers`` of those that are ``distinct``."""

    distinct: list[str]
    numbers: Array


class Inputs(NamedTuple):
    """The words of many strings, one after the other.

    ``words`` and ``gaps`` are words and what stands before them; with an empty word behind each
    string, so that the next gap is what stands behind a word. ``slots`` is where the words
    themselves are among these, and for each of them ``starts`` and ``ends`` say where it is in
    its string (code points), ``states`` is a number below ``STATES``. ``sizes`` is the number of
    words of each string.
    """

    words: Texts
    gaps: Texts
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
    words, gaps = (
        [texts.distinct[number] for number in texts.numbers.tolist()]
        for texts in (read.words, read.gaps)
    )
    return Input(spans, words[:-1], gaps, read.states.tolist())


def read_inputs(texts: Sequence[str]) -> Inputs:
    """What the tagger sees of *texts*."""
    pieces: list[str] = []
    stops = []
    for text in texts:
        pieces += split(text)
        pieces.append("")
        stops.append(len(pieces) // 2)
    words, gaps = _numbered(pieces[1::2]), _numbered(pieces[::2])
    lengths = _lengths(words)
    edges = np.cumsum(lengths + _lengths(gaps))
    ends = np.array(stops, np.intp)
    sizes = np.diff(ends, prepend=0) - 1
    slots = np.delete(np.arange(len(lengths)), ends - 1)
    last = edges[slots] - np.repeat(edges[ends - 1] - np.fromiter(map(len, texts), np.intp), sizes)
    states = _states(gaps, ends)[slots]
    words = words._replace(distinct=[word[:LONGEST] for word in words.distinct])
    return Inputs(words, gaps, slots, last - lengths[slots], last, states, sizes)


def _numbered(texts: Sequence[str]) -> Texts:
    distinct = list(dict.fromkeys(texts))
    numbers = dict(zip(distinct, range(len(distinct)), strict=True))
    return Texts(distinct, np.fromiter(map(numbers.__getitem__, texts), np.intp, len(texts)))


def _lengths(texts: Texts) -> Array:
    """The length of each of *texts*, in code points."""
    return np.fromiter(map(len, texts.distinct), np.intp, len(texts.distinct))[texts.numbers]


def _states(gaps: Texts, ends: Array) -> Array:
    """The state behind each of *gaps*, of strings whose gaps end at *ends*."""
    found = list(map(read_gap, gaps.distinct))
    turning = np.array([bool(gap.opens or gap.closes or gap.depth) for gap in found])
    places = np.flatnonzero(turning[gaps.numbers])
    turns = [found[number] for number in gaps.numbers[places].tolist()]
    states = np.zeros_like(gaps.numbers)
    states[places] = _turned(turns, np.searchsorted(ends, places, "right").tolist())
    changed = np.zeros_like(gaps.numbers)  # where the state that holds began
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

"""More strings from those at hand: their fields in other company, order and dress.

What networks that have learnt think of such strings teaches another one more than the strings at
hand do, which they know by heart (Tang et al. 2019, "Distilling task-specific knowledge").
"""

import random
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import TypeVar

from citecheck.parsing.inputs import read_input
from citecheck.parsing.train.batches import Example
from citecheck.parsing.train.exchange import Exchange

LONGEST = 220
"""Words of a string that is learnt from; what is longer is left out."""

_Item = TypeVar("_Item")

_TRIES = 4
_REPUNCTUATED = 0.3  # share of the borders of fields
_FEWEST = 3  # fields of a string of which one is left out
_CASES: dict[str, tuple[frozenset[str], Callable[[str], str]]] = {
    "shouted names": (frozenset(("author", "editor")), str.upper),
    "title case": (frozenset(("title", "container")), lambda word: word[:1].upper() + word[1:]),
    "sentence case": (frozenset(("title",)), str.lower),
    "shouted title": (frozenset(("title",)), str.upper),
}
_SHORT = 4  # letters; title case leaves shorter words alone


class Variants:
    """What is varied: the values of fields, and what else other strings have."""

    def __init__(self, values: Sequence[Example], others: Sequence[Example]) -> None:
        """Take the strings whose *values* are exchanged, and *others* that lend their ends and
        their punctuation.
        """
        exchange = Exchange(values)
        self._starts: defaultdict[str, list[tuple[Example, int]]] = defaultdict(list)
        self._gaps: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for one in others:
            for place in _borders(one):
                label = one.labels[place]
                self._starts[label].append((one, place))
                self._gaps[one.labels[place - 1][2:], label].append(one.gaps[place])
        self._changes = (
            (0.35, self._spliced),
            (0.8, exchange.vary),
            (0.3, _shortened),
            (0.3, self._repunctuated),
            (0.12, _recased),
        )

    def vary(self, one: Example, rng: random.Random) -> Example:
        """The string changed in one way or several; itself if that comes to nothing."""
        for _ in range(_TRIES):
            varied = one
            for share, change in self._changes:
                if rng.random() < share:
                    varied = change(varied, rng)
            if varied is not one and 0 < len(varied.words) <= LONGEST:
                pieces = [a + b for a, b in zip(varied.gaps, [*varied.words, ""], strict=True)]
                read = read_input("".join(pieces))
                if list(read.words) == list(varied.words):
                    return Example(read.words, read.gaps, read.states, varied.labels)
        return one

    def _spliced(self, one: Example, rng: random.Random) -> Example:
        """The string with the end of another one, from the same field on."""
        borders = _borders(one)
        if not borders:
            return one
        place = rng.choice(borders)
        other, begin = rng.choice(self._starts.get(one.labels[place]) or [(one, place)])
        gap = rng.choice((one.gaps[place], other.gaps[begin]))
        return Example(
            [*one.words[:place], *other.words[begin:]],
            [*one.gaps[:place], gap, *other.gaps[begin + 1 :]],
            [*one.states[:place], *other.states[begin:]],
            [*one.labels[:place], *other.labels[begin:]],
        )

    def _repunctuated(self, one: Example, rng: random.Random) -> Example:
        """The string with other marks between some of its fields."""
        gaps = list(one.gaps)
        for place in _borders(one):
            if rng.random() < _REPUNCTUATED:
                known = self._gaps.get((one.labels[place - 1][2:], one.labels[place]))
                gaps[place] = rng.choice(known or [gaps[place]])
        return one._replace(gaps=gaps)


def _shortened(one: Example, rng: random.Random) -> Example:
    """The string without one of its fields, and without the gap before or behind it."""
    starts = [place for place, label in enumerate(one.labels) if label.startswith("B-")]
    if len(starts) < _FEWEST:
        return one
    start, end = rng.choice(list(zip(starts, [*starts[1:], len(one.labels)], strict=True)))
    behind = start == 0 or rng.random() < 0.5  # nothing stands before the first field
    gaps = _without(one.gaps, start + behind, end + behind)
    words, states, labels = (
        _without(one.words, start, end),
        _without(one.states, start, end),
        _without(one.labels, start, end),
    )
    return Example(words, gaps, states, labels)


def _recased(one: Example, rng: random.Random) -> Example:
    """The string with names or titles in other letters."""
    kind = rng.choice(list(_CASES))
    fields, change = _CASES[kind]
    words = list(one.words)
    for place, label in enumerate(one.labels):
        word = words[place]
        lowered = kind == "sentence case" and (label[0] == "B" or not word[1:].islower())
        small = kind == "title case" and len(word) < _SHORT
        if label[2:] in fields and len(word) > 1 and not lowered and not small:
            words[place] = change(word)
    return one._replace(words=words)


def _borders(one: Example) -> list[int]:
    """Where fields begin, but for one at the very start."""
    return [place for place, label in enumerate(one.labels) if place and label.startswith("B-")]


def _without(items: Sequence[_Item], start: int, end: int) -> list[_Item]:
    return [*items[:start], *items[end:]]

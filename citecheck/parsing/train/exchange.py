"""More strings from those at hand: the values of fields are exchanged between strings.

A title in the place of another's title reads as well, so that the network learns the arrangement
of a string apart from its words (Dai and Adel 2020, "mention replacement"). Names change places
with names of the same outline only: "Lie, B." with "Moe, C.".
"""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence

from citecheck.parsing.train.batches import Example
from citecheck.parsing.words import read_gap, shape_of

FIELDS = {"title", "container", "publisher", "location", "series", "genre"}
NAMES = {"author", "editor"}
SHARE = 0.4  # of the fields of a string
_OUTLINE = 4  # words of names that must be alike

Value = tuple[Sequence[str], Sequence[str], Sequence[str]]
"""Words, the gaps between them, labels."""


class Exchange:
    """Values of the fields of many strings."""

    def __init__(self, examples: Sequence[Example]) -> None:
        """Gather the values of *examples*."""
        self._values: defaultdict[str, list[Value]] = defaultdict(list)
        for one in examples:
            for start, end, name in _fields(one.labels):
                key = _key(one, start, end, name)
                value = one.words[start:end], one.gaps[start + 1 : end], one.labels[start:end]
                self._values[key].append(value)

    def vary(self, one: Example, rng: random.Random) -> Example:
        """The string with other values in some of its fields."""
        words, gaps, states, labels = [], [], [], []
        place = 0
        for start, end, name in _fields(one.labels):
            others = self._values.get(_key(one, start, end, name))
            if not others or rng.random() >= SHARE:
                continue
            value = rng.choice(others)
            words += [*one.words[place:start], *value[0]]
            gaps += [*one.gaps[place : start + 1], *value[1]]
            states += [*one.states[place:start], *[one.states[start]] * len(value[0])]
            labels += [*one.labels[place:start], *value[2]]
            place = end
        return Example(
            [*words, *one.words[place:]],
            [*gaps, *one.gaps[place:]],
            [*states, *one.states[place:]],
            [*labels, *one.labels[place:]],
        )


def _fields(labels: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """First word, end and name of each field whose values may be exchanged."""
    place = 0
    while place < len(labels):
        start, name = place, labels[place][2:]
        place += 1
        while place < len(labels) and labels[place] == "I-" + name:
            place += 1
        if name in FIELDS or name in NAMES:
            yield start, place, name


def _key(one: Example, start: int, end: int, name: str) -> str:
    """What values must share to be exchanged."""
    if name in FIELDS:
        return name
    end = min(end, start + _OUTLINE)
    words, gaps = one.words[start:end], ["", *one.gaps[start + 1 : end]]
    shapes = [read_gap(gap).core + shape_of(word) for word, gap in zip(words, gaps, strict=True)]
    return name + " " + "_".join(shapes)

"""Vectors for texts: the sums of those of their features, which a model file holds."""

from collections.abc import Callable, Sequence
from itertools import chain, repeat
from typing import NamedTuple

import numpy as np

from citecheck.parsing.arrays import Array
from citecheck.parsing.inputs import Texts

_MEMORY = 30_000  # texts remembered


class Table(NamedTuple):
    """Rows of vectors, kept as small integers with a step for each row."""

    numbers: Array
    steps: Array

    @property
    def width(self) -> int:
        """The length of a vector."""
        return int(self.numbers.shape[1])

    def vectors(self, rows: Array) -> Array:
        """The vectors in *rows*."""
        return self.numbers[rows] * self.steps[rows][:, None]


class Vectors:
    """Vectors for each text: the sums of those of its features, remembered for a while."""

    def __init__(
        self, names: Sequence[str], tables: Sequence[Table], spell: Callable[[str], list[str]]
    ) -> None:
        """Take the features that have a row in *tables*, and what gives those of a text."""
        self._rows = dict(zip(names, range(len(names)), strict=True))
        self._tables = tables
        self._spell = spell
        self._forget()

    def _forget(self) -> None:
        self._places: dict[str, int] = {}
        self.sums = [np.zeros((1_024, table.width), np.float32) for table in self._tables]

    def find(self, texts: Texts) -> Array:
        """The place of each of *texts* in ``sums``, which has an array for each table."""
        if len(self._places) > _MEMORY:
            self._forget()
        if new := list(set(texts.distinct).difference(self._places)):
            self._learn(new)
        places = map(self._places.__getitem__, texts.distinct)
        return np.fromiter(places, np.intp, len(texts.distinct))[texts.numbers]

    def _learn(self, new: Sequence[str]) -> None:
        """Add up the vectors of texts that were not met before."""
        rows, sizes = self._features(new)
        start, end = len(self._places), len(self._places) + len(new)
        for number, table in enumerate(self._tables):
            sums = self.sums[number]
            if end > len(sums):
                sums = np.concatenate((sums, np.zeros((end, table.width), np.float32)))
                self.sums[number] = sums
            sums[start:end] = _add_up(table, rows, sizes)
        self._places.update(zip(new, range(start, end), strict=True))

    def _features(self, texts: Sequence[str]) -> tuple[Array, Array]:
        """The rows of the features of *texts*, and how many there are of each."""
        spelt = list(map(self._spell, texts))
        text = np.repeat(np.arange(len(spelt)), np.fromiter(map(len, spelt), np.intp, len(spelt)))
        names = chain.from_iterable(spelt)
        rows = np.fromiter(map(self._rows.get, names, repeat(-1)), np.intp, len(text))
        known = rows >= 0
        return rows[known], np.bincount(text[known], minlength=len(spelt))


def _add_up(table: Table, rows: Array, sizes: Array) -> Array:
    """The sums of the vectors in *rows*, *sizes* of them each."""
    most = np.argsort(-sizes, kind="stable")
    starts = (np.cumsum(sizes) - sizes)[most]
    counts = np.searchsorted(-sizes[most], -np.arange(sizes.max(initial=0)), "left")
    added = np.zeros((len(sizes), table.width), np.float32)
    for place, count in enumerate(counts.tolist()):  # all first ones, then all second ones ...
        added[:count] += table.vectors(rows[starts[:count] + place])
    sums = np.empty_like(added)
    sums[most] = added
    return sums

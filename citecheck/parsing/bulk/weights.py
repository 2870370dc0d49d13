"""The weights of the trained tagger: a row of scores, one a label, for every feature it knows."""

from collections.abc import Sequence

import numpy as np

from citecheck.parsing.bulk.hashed import Column, hashes

_SLOTS = 19  # bits: four to eight slots a feature
_MIX = np.uint64(0xBF58476D1CE4E5B9)
_BLOCK = 128  # words whose rows are added up together, so that they stay near the processor


class Weights:
    """Rows of scores by the hash of the feature's name."""

    def __init__(self, names: Sequence[bytes], counts: Column, pairs: Column, labels: int) -> None:
        """Take the *names*, the *counts* of their weights, and (label, weight) *pairs* in order.

        A feature without a name and one that is not known score 0.
        """
        self._hashes = np.concatenate([np.zeros(1, np.uint64), hashes(names)[0]])
        self.table = np.zeros((len(names) + 1, labels), np.int16)
        rows = np.repeat(np.arange(1, len(names) + 1), counts)
        self.table[rows, pairs["label"]] = pairs["weight"]
        self._slots = np.zeros(1 << _SLOTS, np.int32)
        self._fill(np.arange(1, len(names) + 1, dtype=np.int32))

    def _fill(self, rows: Column) -> None:
        """Put each row into the first free slot from that of its hash."""
        slots = _slot(self._hashes[rows])
        while len(rows):
            free = self._slots[slots] == 0
            self._slots[slots[free]] = rows[free]
            left = self._slots[slots] != rows
            rows, slots = rows[left], (slots[left] + 1) & ((1 << _SLOTS) - 1)

    def rows(self, features: Column) -> Column:
        """The row of each feature, by its hash; 0 for one that is not known."""
        slots = _slot(features)
        found = self._slots[slots]
        open_ = np.flatnonzero((self._hashes[found] != features) & (found != 0))
        while len(open_):
            slots[open_] = (slots[open_] + 1) & ((1 << _SLOTS) - 1)
            found[open_] = again = self._slots[slots[open_]]
            wrong = (self._hashes[again] != features[open_]) & (again != 0)
            open_ = open_[wrong]
        return found

    def sums(self, features: Sequence[Column]) -> Column:
        """The scores of each word: *features* holds a column of hashes for each feature."""
        rows = self.rows(np.concatenate(features)).reshape(len(features), -1)
        sums = np.empty((rows.shape[1], self.table.shape[1]), np.int32)
        for start in range(0, rows.shape[1], _BLOCK):
            found = self.table[rows[:, start : start + _BLOCK]]
            found.sum(axis=0, dtype=np.int32, out=sums[start : start + _BLOCK])
        return sums


def _slot(features: Column) -> Column:
    mixed = features ^ (features >> np.uint64(31))
    return ((mixed * _MIX) >> np.uint64(64 - _SLOTS)).astype(np.int64)

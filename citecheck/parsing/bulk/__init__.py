"""The trained tagger for many texts at once: the same results as one by one, several times faster.

Features are not spelt out: they are hashes that follow from those of their parts, column by
column, and the scores of all words are sums of the rows of one table.
"""

import json
import zlib
from collections.abc import Sequence
from functools import cache
from itertools import islice
from pathlib import Path

import numpy as np

from citecheck.parsing.bulk.batches import read_batch
from citecheck.parsing.bulk.hashed import Column, Grown, encode, hashes
from citecheck.parsing.bulk.lattices import Lattices
from citecheck.parsing.bulk.vocabulary import Vocabulary
from citecheck.parsing.bulk.weights import Weights
from citecheck.parsing.features import CHUNK_GROUPS, PLACE_GROUPS, spell
from citecheck.parsing.words import Spans, word_features

Labelled = list[tuple[str, float]]

_MEMORY = 30_000  # words and gaps remembered
_TOGETHER = 256  # texts tagged at once
_WEIGHT = np.dtype([("label", "u1"), ("weight", "<i2")])


class BulkModel:
    """The labels that a model file gives to the words of many texts; as ``tagger.Model`` does."""

    def __init__(self, path: Path) -> None:
        """Read the file; see ``train.pack`` for its layout."""
        data = path.read_bytes()
        size = int.from_bytes(data[:4], "little")
        head = json.loads(data[4 : 4 + size])
        body = zlib.decompress(data[4 + size :])
        names = body[: head["names"]].split(b"\n")
        counts = np.frombuffer(body, np.uint8, len(names), head["names"])
        pairs = np.frombuffer(body, _WEIGHT, -1, head["names"] + len(names))
        self.labels: list[str] = head["labels"]
        self._weights = Weights(names, counts, pairs, len(self.labels))
        self._step: int = head["step"]
        self._lattice = Lattices(head["transitions"])
        self._forget()

    def _forget(self) -> None:
        """Start with words and their scores anew."""
        self._known = Vocabulary()
        self._words = Grown(len(self.labels), np.int32)

    def decode(self, texts: Sequence[str], spans: Sequence[Spans]) -> list[Labelled]:
        """The label of each word, at *spans* of *texts*, and its share of the probability."""
        found: list[Labelled] = [[] for _ in texts]
        worded = [number for number, places in enumerate(spans) if places]
        for start in range(0, len(worded), _TOGETHER):
            numbers = worded[start : start + _TOGETHER]
            chosen = [spans[number] for number in numbers]
            scores, sizes = self._scores([texts[number] for number in numbers], chosen)
            labels, shares = self._lattice.decode(scores, sizes)
            names = map(self.labels.__getitem__, labels.tolist())
            labelled = zip(names, shares.tolist(), strict=True)
            for number, places in zip(numbers, chosen, strict=True):
                found[number] = list(islice(labelled, len(places)))
        return found

    def _scores(self, texts: Sequence[str], spans: Sequence[Spans]) -> tuple[Column, Column]:
        """A row of scores for each word, in steps of 1/SCALE, and the sizes of the texts."""
        if len(self._known.words) > _MEMORY or len(self._known.gaps) > _MEMORY:
            self._forget()
        batch = read_batch(texts, spans, self._known)
        self._learn()
        shared = self._weights.sums([one.hashes for one in spell(CHUNK_GROUPS, batch.chunk_rows)])
        sums = self._weights.sums([one.hashes for one in spell(PLACE_GROUPS, batch.rows)])
        sums += shared[batch.chunks]
        sums += self._words.rows[batch.words]
        return sums * self._step, batch.sizes

    def _learn(self) -> None:
        """Add up the scores of words that were not met before."""
        new = [word_features(word) if type(word) is str else [""] for word in self._known.words.new]
        if not new:
            return
        sizes = [len(features) for features in new]
        found = hashes([encode(feature) for features in new for feature in features])[0]
        rows = self._weights.table[self._weights.rows(found)]
        sums = np.add.reduceat(rows, np.cumsum([0, *sizes[:-1]]), axis=0, dtype=np.int32)
        self._words.add(sums)
        self._known.words.new = []


@cache
def bulk_model(path: Path) -> BulkModel:
    """The model of a file, loaded once."""
    return BulkModel(path)

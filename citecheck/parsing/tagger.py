"""The trained tagger: which words of a reference string are author, title, container ..."""

import json
import zlib
from collections.abc import Callable, Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path
from struct import Struct
from typing import Any, NamedTuple

from citecheck.parsing.features import CHUNK_GROUPS, PAIR_GROUPS, PLACE_GROUPS, WORD_GROUPS
from citecheck.parsing.lattice import Lattice
from citecheck.parsing.surroundings import Keys, keys

MODEL = Path(__file__).with_name("model") / "tagger.bin"
_MEMORY = 20_000  # sums remembered for each group of features
_WEIGHT = Struct("<Bh")


class Tagged(NamedTuple):
    """A field: its label, its place in the string (code points), and how sure that is, 0 to 1."""

    label: str
    start: int
    end: int
    confidence: float


class Model:
    """Weights of the features, read from *path*; sums of them are remembered by key."""

    def __init__(self, path: Path = MODEL) -> None:
        """Read the file; see ``train.pack`` for its layout."""
        data = path.read_bytes()
        size = int.from_bytes(data[:4], "little")
        head = json.loads(data[4 : 4 + size])
        body = zlib.decompress(data[4 + size :])
        names = body[: head["names"]].decode().split("\n")
        counts = body[head["names"] : head["names"] + len(names)]
        self.labels: list[str] = head["labels"]
        self.lattice = Lattice(head["transitions"])
        self._step: int = head["step"]
        self._weights = body[head["names"] + len(names) :]
        self._ends = dict(zip(names, accumulate(counts), strict=True))
        self._counts = dict(zip(names, counts, strict=True))
        self._packed: dict[str, int] = {}
        self._words: dict[str, tuple[int, ...]] = {}
        self._pairs: dict[tuple[str, str], tuple[int, ...]] = {}
        self._places: tuple[dict[Any, int], ...] = tuple({} for _ in PLACE_GROUPS)
        self._chunks: tuple[dict[Any, int], ...] = tuple({} for _ in CHUNK_GROUPS)

    def decode(self, found: Keys) -> list[tuple[str, float]]:
        """The label of each word, "B-title" say, and its share of the probability."""
        decoded = self.lattice.decode(self._scores(found))
        return [(self.labels[label], share) for label, share in decoded]

    def _scores(self, found: Keys) -> list[int]:
        """Packed scores of each word."""
        shared = [self._sum(self._chunks, CHUNK_GROUPS, row) for row in found.chunk_rows]
        empty = self._all(self._words, WORD_GROUPS, "")
        words = [empty, empty, *[self._all(self._words, WORD_GROUPS, w) for w in found.forms]]
        words += [empty, empty]
        pairs = [self._all(self._pairs, PAIR_GROUPS, pair) for pair in found.pairs]
        scores = []
        for i, row in enumerate(found.rows):
            scores.append(
                self._sum(self._places, PLACE_GROUPS, row) + shared[found.chunks[i]]
                + words[i + 2][0] + words[i + 1][1] + words[i][2] + words[i + 3][3]
                + words[i + 4][4] + pairs[i][0] + pairs[i + 1][1]
            )  # fmt: skip
        return scores

    def _sum(
        self,
        memories: tuple[dict[Any, int], ...],
        groups: Sequence[Callable[[Any], list[str]]],
        row: tuple[Any, ...],
    ) -> int:
        total = 0
        for index, key in enumerate(row):
            score = memories[index].get(key)
            if score is None:
                memory = memories[index]
                if len(memory) >= _MEMORY:
                    memory.clear()
                score = memory[key] = sum(map(self._score, groups[index](key)))
            total += score
        return total

    def _all(
        self,
        memory: dict[Any, tuple[int, ...]],
        groups: Sequence[Callable[[Any], list[str]]],
        key: Any,
    ) -> tuple[int, ...]:
        scores = memory.get(key)
        if scores is None:
            if len(memory) >= _MEMORY:
                memory.clear()
            scores = tuple([sum(map(self._score, group(key))) for group in groups])
            memory[key] = scores
        return scores

    def _score(self, feature: str) -> int:
        """Packed scores of one feature; 0 where the model does not know it."""
        packed = self._packed.get(feature)
        if packed is None:
            end = self._ends.get(feature)
            if end is None:
                return 0
            pairs = _WEIGHT.iter_unpack(self._weights[3 * (end - self._counts[feature]) : 3 * end])
            packed = self.lattice.pack({label: weight * self._step for label, weight in pairs})
            self._packed[feature] = packed
        return packed


@cache
def model() -> Model:
    """The shipped model, loaded once."""
    return Model()


def tag(text: str) -> tuple[Tagged, ...]:
    """The fields of a reference string in order; words that belong to none are left out.

    Spans run from the first to the last word of a field, without punctuation around them.
    """
    found = keys(text)
    fields: list[Tagged] = []
    inside = ""
    for (start, end), (label, share) in zip(found.spans, model().decode(found), strict=True):
        begin, _, name = label.partition("-")
        if name == inside and (begin == "I" or name == "doi"):
            fields[-1] = fields[-1]._replace(end=end, confidence=min(fields[-1].confidence, share))
        elif name:
            fields.append(Tagged(name, start, end, share))
        inside = name
    return tuple(fields)

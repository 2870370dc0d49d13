"""The trained tagger: which words of a reference string are author, title, container ..."""

import json
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path
from struct import Struct
from typing import Any, NamedTuple

from citecheck.parsing.features import CHUNK_GROUPS, PAIR_GROUPS, PLACE_GROUPS, WORD_GROUPS
from citecheck.parsing.lattice import Lattice
from citecheck.parsing.surroundings import Keys, keys

MODEL = Path(__file__).with_name("model") / "tagger.bin"
_MEMORY = 40_000  # sums remembered for each group of features
_WEIGHT = Struct("<Bh")


class Tagged(NamedTuple):
    """A field: its label, its place in the string (code points), and how sure that is, 0 to 1."""

    label: str
    start: int
    end: int
    confidence: float


class _Sums(dict[Any, int]):
    """Sums of weights by key; one that is missing is added up, and remembered for a while."""

    def __init__(self, spell: Callable[[Any], list[str]], weights: Mapping[str, int]) -> None:
        """Add up the *weights* of the features that *spell* gives for a key."""
        super().__init__()
        self._spell = spell
        self._weight = weights.__getitem__

    def __missing__(self, key: Any) -> int:
        if len(self) >= _MEMORY:
            self.clear()
        total = self[key] = sum(map(self._weight, self._spell(key)))
        return total


class _Weights(dict[str, int]):
    """Packed weights of the features of a model file; 0 for a feature that it does not know."""

    def __init__(self, head: Mapping[str, Any], body: bytes) -> None:
        """Take the two parts of the file; see ``train.pack`` for their layout."""
        super().__init__()
        names = body[: head["names"]].decode().split("\n")
        counts = body[head["names"] : head["names"] + len(names)]
        self._step: int = head["step"]
        self._weights = body[head["names"] + len(names) :]
        self._ends = dict(zip(names, accumulate(counts), strict=True))
        self._counts = dict(zip(names, counts, strict=True))

    def __missing__(self, feature: str) -> int:
        end = self._ends.get(feature)
        if end is None:
            return 0
        pairs = _WEIGHT.iter_unpack(self._weights[3 * (end - self._counts[feature]) : 3 * end])
        packed = Lattice.pack({label: weight * self._step for label, weight in pairs})
        self[feature] = packed
        return packed


class Model:
    """The scores of labels that a model file gives to the words of a string."""

    def __init__(self, path: Path = MODEL) -> None:
        """Read the file; see ``train.pack`` for its layout."""
        data = path.read_bytes()
        size = int.from_bytes(data[:4], "little")
        head = json.loads(data[4 : 4 + size])
        weights = _Weights(head, zlib.decompress(data[4 + size :]))
        self.labels: list[str] = head["labels"]
        self.lattice = Lattice(head["transitions"])
        self._words = [_Sums(group, weights).__getitem__ for group in WORD_GROUPS]
        self._pairs = [_Sums(group, weights).__getitem__ for group in PAIR_GROUPS]
        self._places = [_Sums(group, weights).__getitem__ for group in PLACE_GROUPS]
        self._chunks = [_Sums(group, weights).__getitem__ for group in CHUNK_GROUPS]

    def decode(self, found: Keys) -> list[tuple[str, float]]:
        """The label of each word, "B-title" say, and its share of the probability."""
        decoded = self.lattice.decode(self._scores(found))
        return [(self.labels[label], share) for label, share in decoded]

    def _scores(self, found: Keys) -> list[int]:
        """Packed scores of each word: sums over the groups of features."""
        count = len(found.forms)
        beside = ["", "", *found.forms, "", ""]
        own, left, left2, right, right2 = self._words
        chunks = list(map(sum, zip(*_columns(self._chunks, found.chunk_rows), strict=True)))
        return list(
            map(
                sum,
                zip(
                    *_columns(self._places, found.rows),
                    [chunks[chunk] for chunk in found.chunks],
                    map(own, found.forms), map(left, beside[1:]), map(left2, beside),
                    map(right, beside[3:]), map(right2, beside[4:]),
                    map(self._pairs[0], found.pairs), map(self._pairs[1], found.pairs[1:]),
                    strict=False,
                ),
            )
        )[:count]  # fmt: skip


def _columns(
    sums: Sequence[Callable[[Any], int]], rows: Sequence[tuple[Any, ...]]
) -> list[Iterator[int]]:
    """The scores of all rows, group by group."""
    return [
        map(sum_of, keys) for sum_of, keys in zip(sums, zip(*rows, strict=True), strict=bool(rows))
    ]


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

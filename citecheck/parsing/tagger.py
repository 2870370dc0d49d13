"""The trained tagger: which words of a reference string are author, title, container ..."""

import json
import sys
import zlib
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate, count
from pathlib import Path
from struct import Struct
from threading import Lock
from typing import Any, NamedTuple

from citecheck.parsing.features import CHUNK_GROUPS, PLACE_GROUPS
from citecheck.parsing.lattice import Lattice
from citecheck.parsing.surroundings import Keys, keys
from citecheck.parsing.words import Spans, tokenise, word_features

MODEL = Path(__file__).with_name("model") / "tagger.bin"
_MEMORY = 40_000  # sums remembered for each group of features
_TEXTS = 4_096  # texts remembered with their fields
_MANY = 100  # texts for which it is worth while to load the tagger of many
_SOME = 12  # texts for which it is worth while to use it once it is loaded
_FEW = 10_000  # features looked for
_WEIGHT = Struct("<Bh")


class Tagged(NamedTuple):
    """A field: its label, its place in the string (code points), and how sure that is, 0 to 1."""

    label: str
    start: int
    end: int
    confidence: float


Tags = tuple[Tagged, ...]
_ONE_AT_A_TIME = Lock()  # the tagger of many learns words as it goes
_remembered: dict[str, Tags] = {}  # a draft is read again after every change that is made to it


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
        total = self[key] = sum(map(self._weight, filter(None, self._spell(key))))
        return total


class _Weights(dict[str, int]):
    """Packed weights of the features of a model file; 0 for a feature that it does not know."""

    def __init__(self, head: Mapping[str, Any], body: bytes) -> None:
        """Take the two parts of the file; see ``train.pack`` for their layout."""
        super().__init__()
        self._names = body[: head["names"]].split(b"\n")  # sorted; text would take long to make
        counts = body[head["names"] : head["names"] + len(self._names)]
        self._step: int = head["step"]
        self._weights = body[head["names"] + len(self._names) :]
        self._ends = [0, *accumulate(counts)]
        self._places: dict[bytes, int] = {}
        self._asked = 0

    def __missing__(self, feature: str) -> int:
        place = self._place(feature.encode("utf-8", "surrogatepass"))
        if place < 0:
            return 0
        start, end = self._ends[place : place + 2]
        pairs = _WEIGHT.iter_unpack(self._weights[3 * start : 3 * end])
        packed = Lattice.pack({label: weight * self._step for label, weight in pairs})
        self[feature] = packed
        return packed

    def _place(self, name: bytes) -> int:
        """That of the feature *name* among all, -1 if it is none. To search takes longer than to
        look up, but the many entries of a dictionary are worth their while for a long list only.
        """
        if self._places:
            return self._places.get(name, -1)
        self._asked += 1
        if self._asked == _FEW:
            self._places = dict(zip(self._names, count(), strict=False))
        place = bisect_left(self._names, name)
        return place if self._names[place : place + 1] == [name] else -1


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
        self._words = _Sums(word_features, weights).__getitem__
        self._places = [_Sums(group, weights).__getitem__ for group in PLACE_GROUPS]
        self._chunks = [_Sums(group, weights).__getitem__ for group in CHUNK_GROUPS]

    def decode(self, found: Keys) -> list[tuple[str, float]]:
        """The label of each word, "B-title" say, and its share of the probability."""
        decoded = self.lattice.decode(self._scores(found))
        return [(self.labels[label], share) for label, share in decoded]

    def _scores(self, found: Keys) -> list[int]:
        """Packed scores of each word: sums over the groups of features."""
        chunks = list(map(sum, zip(*_columns(self._chunks, found.chunk_rows), strict=True)))
        shared = [chunks[chunk] for chunk in found.chunks]
        own = map(self._words, found.forms)
        return list(map(sum, zip(*_columns(self._places, found.rows), shared, own, strict=True)))


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


def tag(text: str) -> Tags:
    """The fields of a reference string, see ``tag_all``."""
    return tag_all([text])[0]


def tag_all(texts: Sequence[str]) -> list[Tags]:
    """The fields of each reference string in order; words that belong to none are left out.

    Spans run from the first to the last word of a field, without punctuation around them. Many
    texts are tagged together, which is the faster the more they are, but takes time to begin.
    """
    known = {text: tags for text in texts if (tags := _remembered.get(text)) is not None}
    new = [text for text in dict.fromkeys(texts) if text not in known]
    enough = _SOME if "citecheck.parsing.bulk" in sys.modules else _MANY
    tagged = _tag_many(new) if len(new) >= enough else map(_tag_one, new)
    found = dict(zip(new, tagged, strict=True))
    if len(_remembered) + len(new) > _TEXTS:
        _remembered.clear()
    _remembered.update(found)
    known.update(found)
    return [known[text] for text in texts]


def _tag_one(text: str) -> Tags:
    found = keys(text)
    return _join(found.spans, model().decode(found))


def _tag_many(texts: Sequence[str]) -> list[Tags]:
    from citecheck.parsing.bulk import bulk_model

    spans = [tokenise(text) for text in texts]
    with _ONE_AT_A_TIME:
        labelled = bulk_model(MODEL).decode(texts, spans)
    return [_join(*found) for found in zip(spans, labelled, strict=True)]


def _join(spans: Spans, labelled: Sequence[tuple[str, float]]) -> Tags:
    """Fields from words with their labels and the shares of these."""
    fields: list[Tagged] = []
    inside, first, last, sure = "", 0, 0, 1.0
    for (start, end), (label, share) in zip(spans, labelled, strict=True):
        name = label[2:]  # "title" of "B-title", nothing of "O"
        if name == inside and (label[0] == "I" or name == "doi"):
            last, sure = end, min(sure, share)
            continue
        if inside:
            fields.append(Tagged(inside, first, last, sure))
        inside, first, last, sure = name, start, end, share
    if inside:
        fields.append(Tagged(inside, first, last, sure))
    return tuple(fields)

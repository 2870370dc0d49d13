"""Labelled strings as numbers: the rows of their features and of their labels."""

import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from citecheck.parsing.inputs import Input, gap_features
from citecheck.parsing.train.harmonise import Labelled
from citecheck.parsing.words import word_features

UNKNOWN = 0.12  # share of words whose spelling is kept from the network
SPELLING = ("w=", "p3=", "q2=", "q3=")
OFTEN = 3  # how often a feature must occur to be learnt


class Example(NamedTuple):
    """A string's words, gaps and states as ``Input`` has them, and a label for each word; no
    labels if nobody labelled it."""

    words: Sequence[str]
    gaps: Sequence[str]
    states: Sequence[int]
    labels: Sequence[str]


class Batch(NamedTuple):
    """Some strings: lists of rows for each word, word by word and string by string."""

    sizes: list[int]
    words: list[list[int]]
    before: list[list[int]]
    behind: list[list[int]]
    states: list[int]


def example(read: Input, string: Labelled) -> Example:
    """The string as read, with its labels: "B-title" for the first word of a title, "I-title"."""
    labels = label_words(read.spans, string) if string.spans else []
    return Example(read.words, read.gaps, read.states, labels)


def label_words(spans: Iterable[tuple[int, int]], string: Labelled) -> list[str]:
    """A label for each word: "B-title" for the first word of a title, "I-title", "O"."""
    labels = []
    fields = iter(string.spans)
    field = next(fields, None)
    begun = False
    for start, end in spans:
        middle = (start + end) / 2
        while field is not None and field[1] < middle:
            field, begun = next(fields, None), False
        if field is None or middle < field[0]:
            labels.append("O")
            continue
        labels.append(("I-" if begun else "B-") + field[2])
        begun = True
    return labels


class Numbering:
    """A row for each feature that is met often, and for each label. Row 0 is of no feature."""

    def __init__(self, examples: Sequence[Example]) -> None:
        """Count the features of *examples*."""
        words = Counter(word for one in examples for word in one.words)
        gaps = Counter(gap for one in examples for gap in one.gaps)
        self.words = _numbered(words, word_features)
        self.gaps = _numbered(gaps, gap_features)
        self.labels = ["O", *sorted({label for one in examples for label in one.labels} - {"O"})]
        self._known: dict[str, tuple[list[int], list[int]]] = {}

    @property
    def counts(self) -> tuple[int, int, int]:
        """How many features of words and of gaps there are, and how many labels."""
        return len(self.words), len(self.gaps), len(self.labels)

    @cached_property
    def label_numbers(self) -> dict[str, int]:
        """The number of each label."""
        return {label: number for number, label in enumerate(self.labels)}

    def batch(self, examples: Sequence[Example], rng: random.Random | None = None) -> Batch:
        """The rows of *examples*; with *rng*, the spelling of some words is made unknown."""
        words, before, behind = [], [], []
        for one in examples:
            gaps = [[self.gaps[f] for f in gap_features(g) if f in self.gaps] for g in one.gaps]
            before += gaps[:-1]
            behind += gaps[1:]
            words += [self._rows(word, rng) for word in one.words]
        return Batch(
            [len(one.words) for one in examples],
            words,
            before,
            behind,
            [state for one in examples for state in one.states],
        )

    def _rows(self, word: str, rng: random.Random | None) -> list[int]:
        if word not in self._known:
            found = [feature for feature in word_features(word) if feature in self.words]
            unspelt = [feature for feature in found if not feature.startswith(SPELLING)]
            self._known[word] = (
                [self.words[feature] for feature in found],
                [self.words[feature] for feature in unspelt],
            )
        return self._known[word][rng is not None and rng.random() < UNKNOWN]


def _numbered(texts: Counter[str], spell: Callable[[str], list[str]]) -> dict[str, int]:
    """A row for each feature of *texts* that occurs often enough."""
    features: Counter[str] = Counter()
    for text, count in texts.items():
        for feature in spell(text):
            features[feature] += count
    often = sorted(feature for feature, count in features.items() if count >= OFTEN)
    return {feature: row for row, feature in enumerate(often, 1)}

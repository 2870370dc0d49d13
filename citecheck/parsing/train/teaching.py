"""What networks that have learnt think of strings, kept for another one to learn from.

How they share the probability out among all labels of a word tells more than its label does, and
irons out what is labelled by mistake (Hinton, Vinyals and Dean 2015). Strings that nobody labelled
can be learnt from as well.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from citecheck.parsing.train.batches import Example, Numbering
from citecheck.parsing.train.learner import Learner

TAUGHT = 0.7
"""How much the shares count beside the labels of a string that has labels."""

_KEPT = 5  # labels of a word whose shares are kept
_TOGETHER = 48  # strings read at once

Array = Any
"""An array of numpy."""


class Lesson(NamedTuple):
    """A string, and for each of its words the likeliest labels (by number) and their shares.

    ``labels`` and ``shares`` have a row for each word, without columns where nobody was asked; the
    example's own labels are empty where nobody labelled it.
    """

    example: Example
    labels: Array
    shares: Array


def of_labels(example: Example) -> Lesson:
    """The string with its own labels only."""
    none = np.zeros((len(example.words), 0))
    return Lesson(example, none.astype(np.uint8), none.astype(np.float16))


def taught(
    teachers: Sequence[tuple[Learner, float]], numbering: Numbering, examples: Sequence[Example]
) -> Iterator[Lesson]:
    """What *teachers* think of each of *examples*, the shortest first; each has a weight."""
    ordered = sorted(examples, key=lambda one: len(one.words))
    for start in range(0, len(ordered), _TOGETHER):
        together = ordered[start : start + _TOGETHER]
        batch = numbering.batch(together)
        shares = sum(weight * teacher.shares(batch).numpy() for teacher, weight in teachers)
        for one, each in zip(together, shares, strict=True):
            words = each[: len(one.words)]
            likeliest = np.argsort(-words, axis=1)[:, :_KEPT]
            kept = np.take_along_axis(words, likeliest, 1)
            kept /= kept.sum(1, keepdims=True)
            yield Lesson(one, likeliest.astype(np.uint8), kept.astype(np.float16))


def wanted(lessons: Sequence[Lesson], labels: Mapping[str, int]) -> Array:
    """The shares to learn (strings x words x labels); *labels* gives the number of each label."""
    longest = max(len(one.example.words) for one in lessons)
    shares = np.zeros((len(lessons), longest, len(labels)), np.float32)
    for number, one in enumerate(lessons):
        words = np.arange(len(one.example.words))
        weight = _weight(one)
        shares[number, words[:, None], one.labels] += weight * one.shares.astype(np.float32)
        if one.example.labels:
            own = [labels[label] for label in one.example.labels]
            shares[number, words, own] += 1 - weight
    return shares


def _weight(lesson: Lesson) -> float:
    """How much the shares count beside the string's own labels."""
    if not lesson.example.labels:
        return 1.0
    return TAUGHT if lesson.shares.size else 0.0

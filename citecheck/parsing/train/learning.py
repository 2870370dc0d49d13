"""Learning from labelled strings: three wide networks, then a narrow one from what they think.

The narrow one is shipped; it learns from all strings with the labels of each and the shares that
the others give to labels together (see ``teaching``), from the same strings with other values in
their fields, and from strings without labels.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

import torch

from citecheck.parsing.train.batches import Batch, Example, Numbering
from citecheck.parsing.train.exchange import Exchange
from citecheck.parsing.train.learner import Learner, Sizes, Tensor, fit
from citecheck.parsing.train.teaching import Lesson, of_labels, taught, wanted


class Course(NamedTuple):
    """How a network is made and learns: its seed and sizes, how often it goes through all strings,
    and how often the cleanest ones stand among these."""

    seed: int
    sizes: Sizes
    rounds: int
    cleanest: int = 1


TEACHERS = (
    Course(5, Sizes((128, 128), 0.3), rounds=12),
    Course(8, Sizes((128, 128), 0.4), rounds=24, cleanest=2),
    Course(9, Sizes((128, 128), 0.4), rounds=24, cleanest=2),
)
PUPIL = Course(5, Sizes((48, 64), 0.1), rounds=14)
RATE = 2.5e-3
TOGETHER = 32  # strings a step
VARIED = 0.3  # share of strings in which values are exchanged while teachers learn
VERSIONS = 2  # of each string with other values, for the last network
_ALIKE = 50  # batches whose strings are sorted by length
_TOLD = 500  # steps between two messages

Say = Callable[[str], object]


class Strings(NamedTuple):
    """Strings with labels; those of them that are no inventions, and with the cleanest labels; and
    strings for the last network alone, with labels or without."""

    labelled: Sequence[Example]
    real: Sequence[Example]
    cleanest: Sequence[Example]
    more: Sequence[Example]


def train(strings: Strings, say: Say) -> tuple[Numbering, dict[str, Any]]:
    """The features and labels, and the weights that the last network has learnt."""
    torch.set_num_threads(1)  # sums in one order
    numbering = Numbering(strings.labelled)
    exchange = Exchange(strings.real)
    lessons = [of_labels(one) for one in strings.labelled]
    cleanest = [of_labels(one) for one in strings.cleanest]

    def vary(one: Lesson, rng: random.Random) -> Lesson:
        return of_labels(exchange.vary(one.example, rng)) if rng.random() < VARIED else one

    teachers = []
    for course in TEACHERS:
        read = lessons + cleanest * (course.cleanest - 1)
        drawn = _draw(read, numbering, random.Random(course.seed), vary)
        teachers.append(_follow(course, numbering, len(read), drawn, say))
    rng = random.Random(PUPIL.seed)
    versions = [exchange.vary(one, rng) for one in [*strings.labelled] * VERSIONS]
    lessons = list(taught(teachers, numbering, [*strings.labelled, *versions, *strings.more]))
    drawn = _draw(lessons, numbering, rng, lambda one, _: one)
    pupil = _follow(PUPIL, numbering, len(lessons), drawn, say)
    return numbering, pupil.weights()


def _draw(
    lessons: Sequence[Lesson],
    numbering: Numbering,
    rng: random.Random,
    vary: Callable[[Lesson, random.Random], Lesson],
) -> Iterator[tuple[Batch, Tensor]]:
    """Batches without end: all of *lessons* in another order each time, varied."""
    while True:
        order = rng.sample(range(len(lessons)), len(lessons))
        size = _ALIKE * TOGETHER
        parts = []
        for start in range(0, len(order), size):
            near = sorted(order[start : start + size], key=lambda i: len(lessons[i].example.words))
            parts += [near[place : place + TOGETHER] for place in range(0, len(near), TOGETHER)]
        rng.shuffle(parts)
        for part in parts:
            drawn = [vary(lessons[i], rng) for i in part]
            batch = numbering.batch([one.example for one in drawn], rng)
            yield batch, torch.from_numpy(wanted(drawn, numbering.label_numbers))


def _follow(
    course: Course,
    numbering: Numbering,
    strings: int,
    lessons: Iterator[tuple[Batch, Tensor]],
    say: Say,
) -> Learner:
    """The network that has followed *course* with so many *strings*, telling the mean loss."""
    learner = Learner(numbering.counts, course.sizes, course.seed)
    steps = course.rounds * (strings // TOGETHER + 1)
    loss = 0.0
    for number, found in enumerate(fit(learner, lessons, steps, RATE), 1):
        loss += found
        if number % _TOLD == 0:
            say(f"step {number} of {steps}: loss {loss / _TOLD:.2f}")
            loss = 0.0
    return learner

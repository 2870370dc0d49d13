"""Learning from labelled strings: wide networks, then a narrow one from what they think.

The narrow one is shipped; it learns from the strings, from many variants of them, and from strings
without labels, with the labels of each and the shares that the others give to labels together (see
``teaching``). Each corpus has conventions of its own: of its strings, networks that have learnt
from it once more at the end are asked as well.
"""

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any, NamedTuple, Protocol

import torch

from citecheck.parsing.train.batches import Batch, Example, Numbering
from citecheck.parsing.train.exchange import Exchange
from citecheck.parsing.train.learner import Learner, Say, Sizes, Tensor, fit
from citecheck.parsing.train.teaching import Lesson, of_labels, taught, wanted
from citecheck.parsing.train.variants import Variants


class Course(NamedTuple):
    """How a network is made and learns: its seed and sizes, how many batches it sees, and how
    often the cleanest strings stand among all; the share of strings that is varied, and whether
    more is varied than values.
    """

    seed: int
    sizes: Sizes
    steps: int
    cleanest: int = 1
    varied: float = 0.0
    widely: bool = False


class Special(NamedTuple):
    """A network that goes on from one of ``TEACHERS`` (by number) with one corpus alone."""

    corpus: str
    teacher: int
    seed: int
    steps: int


TEACHERS = (
    Course(8, Sizes((128, 128), 0.4), steps=24_288, cleanest=2, varied=0.3),
    Course(9, Sizes((128, 128), 0.4), steps=24_288, cleanest=2, varied=0.3),
    Course(11, Sizes((128, 128), 0.35), steps=20_240, cleanest=2, varied=0.6, widely=True),
)
SPECIALS = (
    Special("anystyle-train", 0, seed=21, steps=800),
    Special("anystyle-train", 1, seed=22, steps=800),
    Special("anystyle-hard-train", 0, seed=23, steps=600),
    Special("anystyle-hard-train", 1, seed=25, steps=600),
    Special("grobid-train", 0, seed=24, steps=800),
    Special("grobid-train", 1, seed=26, steps=600),
)
PUPIL = Course(5, Sizes((32, 48), 0.1), steps=42_000)
REPEATS = {77: 24_000, 78: 40_000}
"""The seeds and steps of its further runs, in which the rate rises once more (warm restarts;
Loshchilov and Hutter 2017): networks so small learn for long."""

REPEAT_DROPOUT = 0.05
RATE, SPECIAL_RATE, REPEAT_RATE = 2.5e-3, 6e-4, 1.5e-3
SPECIAL_VARIED = 0.5
SPECIAL_WEIGHT = 0.6  # of what the special ones think, beside what the others do
TOGETHER = 32  # strings a step
VARIANTS = {
    "anystyle-train": 14, "anystyle-hard-train": 12, "grobid-train": 9, "linkedbooks-train": 6,
}  # fmt: skip
"""How many variants of each string of a source are made in a round; of others 3."""

_OTHER_VARIANTS = 3
_ROUNDS = (200, 201)  # the seed of each
_UNLABELLED_VARIED = 0.7
_ALIKE = 50  # batches whose strings are sorted by length


class Strings(NamedTuple):
    """Strings with labels by source; those sources that are no inventions, and that with the
    cleanest labels; strings to be varied and read without their labels; and others for the last
    network alone, with labels or without.
    """

    labelled: Mapping[str, Sequence[Example]]
    real: Sequence[str]
    cleanest: str
    to_vary: Sequence[Example]
    more: Sequence[Example]

    def of(self, names: Iterable[str]) -> list[Example]:
        """The labelled strings of these sources."""
        return [one for name in names for one in self.labelled[name]]


class _Varying(Protocol):
    def vary(self, one: Example, rng: random.Random) -> Example: ...


def train(strings: Strings, say: Say) -> tuple[Numbering, dict[str, Any]]:
    """The features and labels, and the weights that the last network has learnt."""
    torch.set_num_threads(1)  # sums in one order
    numbering = Numbering(strings.of(strings.labelled))
    teachers = [_teach(course, strings, numbering, say) for course in TEACHERS]
    lessons: list[Lesson] = []
    for name, examples in _to_read(strings, numbering):
        specials = [
            _specialise(one, teachers[one.teacher], strings, numbering, say)
            for one in SPECIALS
            if one.corpus == name
        ]
        asked = [(teacher, 1 / len(teachers)) for teacher in teachers]
        asked += [(special, SPECIAL_WEIGHT / len(specials)) for special in specials]
        lessons += taught(asked, numbering, examples)
        say(f"{len(lessons)} lessons")
    return numbering, _pupil(lessons, numbering, say).weights()


def _pupil(lessons: Sequence[Lesson], numbering: Numbering, say: Say) -> Learner:
    """The last network, in its first run and the others."""
    pupil = Learner(numbering.counts, PUPIL.sizes, PUPIL.seed)
    rate = RATE
    for seed, steps in {PUPIL.seed: PUPIL.steps, **REPEATS}.items():
        rng = random.Random(seed)
        fit(pupil, _batches(_drawn(lessons, rng), numbering, rng), steps, rate, say)
        rate, pupil.dropout.p = REPEAT_RATE, REPEAT_DROPOUT
    return pupil


def _teach(course: Course, strings: Strings, numbering: Numbering, say: Say) -> Learner:
    """A network that has followed *course*."""
    real = strings.of(strings.real)
    read = strings.of(strings.labelled) + strings.of([strings.cleanest]) * (course.cleanest - 1)
    varying = Variants([*real, *strings.to_vary], real) if course.widely else Exchange(real)
    learner = Learner(numbering.counts, course.sizes, course.seed)
    lessons = _labelled(read, varying, course.varied, random.Random(course.seed))
    fit(learner, _batches(lessons, numbering, random.Random(course.seed)), course.steps, RATE, say)
    return learner


def _specialise(
    special: Special, teacher: Learner, strings: Strings, numbering: Numbering, say: Say
) -> Learner:
    """The *teacher* once it has read one corpus more."""
    own = strings.labelled[special.corpus]
    varying = Variants(strings.of(strings.real), own)
    learner = deepcopy(teacher)
    rng = random.Random(special.seed)
    lessons = _labelled(own, varying, SPECIAL_VARIED, rng)
    fit(learner, _batches(lessons, numbering, rng), special.steps, SPECIAL_RATE, say)
    return learner


def _to_read(strings: Strings, numbering: Numbering) -> Iterator[tuple[str, list[Example]]]:
    """The strings that the last network learns from, by source, before anybody was asked."""
    real = strings.of(strings.real)
    values = [*real, *strings.to_vary]
    varying = Variants(values, strings.of(strings.labelled))
    for name, examples in strings.labelled.items():
        varied = [
            varying.vary(one, rng)
            for rng in map(random.Random, _ROUNDS)
            for one in examples
            for _ in range(VARIANTS.get(name, _OTHER_VARIANTS))
        ]
        yield name, [*examples, *(_known(one, numbering) for one in varied)]
    varying = Variants(values, strings.to_vary)
    unlabelled = [
        varying.vary(one, rng) if rng.random() < _UNLABELLED_VARIED else one
        for rng in map(random.Random, _ROUNDS)
        for one in strings.to_vary
    ]
    yield "without labels", [one._replace(labels=[]) for one in unlabelled]
    yield "more", list(strings.more)


def _known(one: Example, numbering: Numbering) -> Example:
    """The string, without labels if there are some that only strings to be varied have."""
    return one if numbering.label_numbers.keys() >= set(one.labels) else one._replace(labels=[])


def _labelled(
    examples: Sequence[Example], varying: _Varying, share: float, rng: random.Random
) -> Iterator[list[Lesson]]:
    """Batches without end of strings with their labels, a *share* of them varied."""
    lessons = [of_labels(one) for one in examples]
    for batch in _drawn(lessons, rng):
        yield [
            of_labels(varying.vary(one.example, rng)) if rng.random() < share else one
            for one in batch
        ]


def _drawn(lessons: Sequence[Lesson], rng: random.Random) -> Iterator[list[Lesson]]:
    """Batches without end: all of *lessons*, of like lengths, in another order each time."""
    while True:
        order = rng.sample(range(len(lessons)), len(lessons))
        size = _ALIKE * TOGETHER
        parts = []
        for start in range(0, len(order), size):
            near = sorted(order[start : start + size], key=lambda i: len(lessons[i].example.words))
            parts += [near[place : place + TOGETHER] for place in range(0, len(near), TOGETHER)]
        rng.shuffle(parts)
        yield from ([lessons[number] for number in part] for part in parts)


def _batches(
    lessons: Iterable[list[Lesson]], numbering: Numbering, rng: random.Random
) -> Iterator[tuple[Batch, Tensor]]:
    """What is learnt from, as numbers."""
    for together in lessons:
        batch = numbering.batch([one.example for one in together], rng)
        yield batch, torch.from_numpy(wanted(together, numbering.label_numbers))

"""Learning from labelled strings: wide networks first, then a narrow one from them.

The wide networks teach the narrow one, which is shipped: beside the labels of the strings it
learns how the others share the probability out among all labels, which tells more than the labels
and irons out what is labelled by mistake (Hinton, Vinyals and Dean 2015).
"""

import random
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import torch

from citecheck.parsing.train.batches import Batch, Example, Numbering
from citecheck.parsing.train.exchange import Exchange
from citecheck.parsing.train.learner import Learner, Plan, Sizes, Tensor, fit

TEACHERS = (Sizes(memory=128, dropout=0.3), Sizes(memory=128, dropout=0.45))
PUPIL = Sizes(memory=64, dropout=0.1)
SEED = 5
RATE = 2.5e-3  # of learning
TOGETHER = 32  # strings a step
VARIED = 0.3  # share of strings in which values are exchanged
_ALIKE = 50  # batches whose strings are sorted by length
_TOLD = 500  # steps between two messages

Say = Callable[[str], object]


def train(
    counted: Sequence[Example], exchanged: Sequence[Example], rounds: int, say: Say
) -> tuple[Numbering, dict[str, Any]]:
    """The features and labels, and the weights learnt in *rounds* through all *counted* strings.

    Values of fields are exchanged with those of *exchanged*.
    """
    torch.set_num_threads(1)  # sums in one order
    numbering = Numbering(counted)
    exchange = Exchange(exchanged)
    steps = rounds * (len(counted) // TOGETHER + 1)

    def learnt(sizes: Sizes, seed: int, teach: Callable[[Batch], Tensor] | None) -> Learner:
        torch.manual_seed(seed)
        learner = Learner(numbering.counts, sizes)
        drawn = batches(counted, numbering, exchange, random.Random(seed))
        _follow(fit(learner, drawn, Plan(steps, RATE, teach)), steps, say)
        return learner

    teachers = [learnt(sizes, SEED + number, None) for number, sizes in enumerate(TEACHERS)]

    def teach(batch: Batch) -> Tensor:
        return torch.stack([teacher.shares(batch) for teacher in teachers]).mean(0)

    return numbering, learnt(PUPIL, SEED, teach).weights()


def batches(
    counted: Sequence[Example], numbering: Numbering, exchange: Exchange, rng: random.Random
) -> Iterator[Batch]:
    """Batches without end: all of *counted* in another order each time, some with other values."""
    while True:
        order = rng.sample(range(len(counted)), len(counted))
        size = _ALIKE * TOGETHER
        parts = []
        for start in range(0, len(order), size):
            near = sorted(order[start : start + size], key=lambda i: len(counted[i].words))
            parts += [near[place : place + TOGETHER] for place in range(0, len(near), TOGETHER)]
        rng.shuffle(parts)
        for part in parts:
            drawn = [
                exchange.vary(counted[i], rng) if rng.random() < VARIED else counted[i]
                for i in part
            ]
            yield numbering.batch(drawn, rng)


def _follow(losses: Iterator[float], steps: int, say: Say) -> None:
    """Take all steps, telling the mean loss now and then."""
    loss = 0.0
    for number, found in enumerate(losses, 1):
        loss += found
        if number % _TOLD == 0:
            say(f"step {number} of {steps}: loss {loss / _TOLD:.2f}")
            loss = 0.0

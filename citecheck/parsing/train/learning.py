"""Learning from labelled strings: two wide networks and a narrow one, which then goes on.

The narrow one is shipped. Once all three have learnt from the labels, it goes on with what they
think together: how they share the probability out among all labels tells more than the labels do,
and irons out what is labelled by mistake (Hinton, Vinyals and Dean 2015).
"""

import random
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import torch

from citecheck.parsing.train.batches import Batch, Example, Numbering
from citecheck.parsing.train.exchange import Exchange
from citecheck.parsing.train.learner import Learner, Plan, Sizes, Tensor, fit

TEACHERS = (Sizes(128, 0.3), Sizes(128, 0.45), Sizes(64, 0.25))
GOES_ON = 0.1  # share dropped from the last of them when it goes on
SEED = 5
RATES = (2.5e-3, 1.8e-3)  # of learning from labels, and from each other
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

    def learn(learner: Learner, seed: int, plan: Plan) -> Learner:
        torch.manual_seed(seed)
        drawn = batches(counted, numbering, exchange, random.Random(seed))
        _follow(fit(learner, drawn, plan), plan.steps, say)
        return learner

    teachers = [
        learn(Learner(numbering.counts, sizes, SEED + number), SEED + number, Plan(steps, RATES[0]))
        for number, sizes in enumerate(TEACHERS)
    ]

    def teach(batch: Batch) -> Tensor:
        return torch.stack([teacher.shares(batch) for teacher in teachers]).mean(0)

    pupil = Learner(numbering.counts, TEACHERS[-1]._replace(dropout=GOES_ON), SEED)
    pupil.take(teachers[-1])
    return numbering, learn(pupil, SEED - 1, Plan(steps, RATES[1], teach)).weights()


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

"""The network with gradients: what ``parsing.network`` does without."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

import torch
from torch import nn

from citecheck.parsing.inputs import STATES
from citecheck.parsing.train.batches import Batch

Tensor = Any
Say = Callable[[str], object]

_TOLD = 500  # steps between two messages


class Sizes(NamedTuple):
    """Outputs of each layer in one direction, share dropped, length of the vectors."""

    memory: tuple[int, ...]
    dropout: float
    vector: int = 64


class Learner:
    """A network whose weights are learnt, see ``parsing.network`` for what it computes."""

    def __init__(self, counts: tuple[int, int, int], sizes: Sizes, seed: int) -> None:
        """Begin with chance weights; *counts* of features of words and of gaps, and of labels."""
        torch.manual_seed(seed)
        words, gaps, labels = counts
        width, memory = sizes.vector, sizes.memory
        self.sizes = sizes
        tables = {"word": words + 1, "before": gaps + 1, "behind": gaps + 1}
        self.tables = {name: _table(rows, width) for name, rows in tables.items()}
        self.states = nn.Embedding(STATES, width)
        nn.init.normal_(self.states.weight, std=0.1)
        self.norm = nn.LayerNorm(width)
        wide = (width, *(2 * outputs for outputs in memory))
        self.ways = nn.ModuleList(
            nn.LSTM(*each) for each in zip(wide[:-1], memory, strict=True) for _ in "fb"
        )
        self.output = nn.Linear(wide[-1], labels)
        self.steps = nn.Parameter(torch.zeros(labels, labels))
        self.first = nn.Parameter(torch.zeros(labels))
        self.last = nn.Parameter(torch.zeros(labels))
        self.dropout = nn.Dropout(sizes.dropout)

    def dense(self) -> list[Tensor]:
        """The weights that every string needs."""
        parts = (self.states, self.norm, self.ways, self.output)
        held = [weight for part in parts for weight in part.parameters()]
        return [*held, self.steps, self.first, self.last]

    def sparse(self) -> list[Tensor]:
        """The vectors of features, of which a string needs few."""
        return [table.weight for table in self.tables.values()]

    def learning(self, on: bool) -> None:
        """Whether inputs are dropped by chance, as they are while learning."""
        self.dropout.train(on)

    def scores(self, batch: Batch) -> tuple[Tensor, Tensor]:
        """Scores of labels (strings x words x labels), and which words there are."""
        counts = torch.tensor(batch.sizes)
        places = torch.arange(int(counts.max()))
        mask = places[None, :] < counts[:, None]
        rows = self.states(torch.tensor(batch.states))
        for name, lists in zip(self.tables, (batch.words, batch.before, batch.behind), strict=True):
            rows = rows + self.tables[name](*_bags(lists))
        filled = torch.zeros(*mask.shape, self.sizes.vector)
        filled[mask] = self.norm(rows)
        layer = self.dropout(filled).transpose(0, 1)
        turned = torch.where(mask, counts[:, None] - 1 - places, places).T[:, :, None]
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.dropout.training):
            for forwards, backwards in zip(self.ways[::2], self.ways[1::2], strict=True):
                ahead = forwards(layer)[0]
                behind = backwards(_turn(layer, turned))[0]
                layer = self.dropout(torch.cat((ahead, _turn(behind, turned)), 2))
        return self.output(layer.transpose(0, 1).float()), mask

    def loss(self, batch: Batch, wanted: Tensor) -> Tensor:
        """Mean of what the wanted labels of each string lack in log-probability.

        *wanted* are the shares that the labels of each word should have (strings x words x
        labels): one of them all, or several a part each (Hinton, Vinyals and Dean 2015).
        """
        scores, mask = self.scores(batch)
        wanted = wanted * mask[:, :, None]
        pairs = torch.einsum("swa,swb->ab", wanted[:, :-1], wanted[:, 1:])
        ends = wanted[torch.arange(len(wanted)), mask.sum(1) - 1]
        own = (scores * wanted).sum() + (self.steps * pairs).sum()
        own = own + (wanted[:, 0] @ self.first + ends @ self.last).sum()
        return (self._all(scores, mask).sum() - own) / len(wanted)

    def shares(self, batch: Batch) -> Tensor:
        """The share of the probability of each label (strings x words x labels)."""
        with torch.no_grad():
            scores, mask = self.scores(batch)
        scores.requires_grad_()
        (found,) = torch.autograd.grad(self._all(scores, mask).sum(), scores)
        return found

    def _all(self, scores: Tensor, mask: Tensor) -> Tensor:
        """Log of the sum over all labellings of each string."""
        top = self.steps.max().detach()
        odds = (self.steps - top).exp()
        first, *others = scores.unbind(1)
        total = self.first + first
        for here, there in zip(others, mask[:, 1:].unbind(1), strict=True):
            most = total.max(1, keepdim=True).values.detach()
            reached = ((total - most).exp() @ odds).clamp_min(1e-30).log() + most + top + here
            total = torch.where(there[:, None], reached, total)
        return torch.logsumexp(total + self.last, 1)

    def weights(self) -> dict[str, Any]:
        """All weights as arrays, by the names of the model file."""
        named: dict[str, Tensor] = {
            **{name: table.weight[1:] for name, table in self.tables.items()},
            "states": self.states.weight, "scale": self.norm.weight, "shift": self.norm.bias,
            "output": self.output.weight.T, "bias": self.output.bias,
            "transitions": self.steps, "first": self.first, "last": self.last,
        }  # fmt: skip
        for number, lstm in enumerate(self.ways):
            name = f"memory{number // 2}{'fb'[number % 2]}"
            named[name + "t"] = _gates(lstm.weight_ih_l0).T
            named[name + "k"] = _gates(lstm.weight_hh_l0).T
            named[name + "b"] = _gates(lstm.bias_ih_l0 + lstm.bias_hh_l0)
        return {name: weight.detach().numpy() for name, weight in named.items()}


class Averaged:
    """The mean of a network's weights over its last steps, which errs less than the last."""

    def __init__(self, weights: Sequence[Tensor], every: int = 20, keep: float = 0.98) -> None:
        """Follow *weights*; once in *every* steps, *keep* of the mean stays."""
        self._weights = list(weights)
        self._means = [weight.detach().clone() for weight in weights]
        self._every, self._keep = every, keep

    def step(self, number: int) -> None:
        """Take the weights after step *number* into the mean."""
        if number % self._every:
            return
        times = number / self._every
        keep = min(self._keep, (1 + times) / (10 + times))
        with torch.no_grad():
            for mean, weight in zip(self._means, self._weights, strict=True):
                mean.mul_(keep).add_(weight, alpha=1 - keep)

    def apply(self) -> None:
        """Put the means in the place of the weights."""
        with torch.no_grad():
            for mean, weight in zip(self._means, self._weights, strict=True):
                weight.copy_(mean)


def fit(
    learner: Learner, lessons: Iterator[tuple[Batch, Tensor]], steps: int, rate: float, say: Say
) -> None:
    """Learn from *lessons*, strings and the shares that are wanted, and tell the mean loss.

    Adam (Kingma and Ba 2015); the rate rises to *rate* over 200 steps and falls to nothing.
    """
    optimizers = [
        torch.optim.AdamW(learner.dense(), betas=(0.9, 0.99), weight_decay=0.0),
        torch.optim.SparseAdam(learner.sparse(), betas=(0.9, 0.99)),
    ]
    averaged = Averaged([*learner.dense(), *learner.sparse()])
    learner.learning(True)
    losses = 0.0
    for number, (batch, wanted) in zip(range(1, steps + 1), lessons, strict=False):
        for optimizer in optimizers:
            for group in optimizer.param_groups:
                group["lr"] = rate * min(1.0, number / 200) * max(0.02, 1 - number / steps)
            optimizer.zero_grad()
        loss = learner.loss(batch, wanted)
        loss.backward()
        nn.utils.clip_grad_norm_(learner.dense(), 5.0)
        for optimizer in optimizers:
            optimizer.step()
        averaged.step(number)
        losses += loss.item()
        if number % _TOLD == 0:
            say(f"step {number} of {steps}: loss {losses / _TOLD:.2f}")
            losses = 0.0
    averaged.apply()
    learner.learning(False)


def _table(rows: int, width: int) -> Any:
    """A vector for each feature; that of row 0 is nothing."""
    table = nn.EmbeddingBag(rows, width, mode="sum", padding_idx=0, sparse=True)
    nn.init.normal_(table.weight, std=0.1)
    with torch.no_grad():
        table.weight[0] = 0
    return table


def _bags(lists: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor]:
    """Rows of all words one after the other, and where those of each word begin."""
    starts: list[int] = []
    rows: list[int] = []
    for each in lists:
        starts.append(len(rows))
        rows += each
    return torch.tensor(rows, dtype=torch.long), torch.tensor(starts, dtype=torch.long)


def _turn(rows: Tensor, turned: Tensor) -> Tensor:
    """The words of each string in the other order."""
    return rows.gather(0, turned.expand(-1, -1, rows.shape[2]))


def _gates(weights: Tensor) -> Tensor:
    """Weights of the gates in the order input, forget, output, candidate."""
    entered, forgotten, candidate, put_out = weights.chunk(4)
    return torch.cat((entered, forgotten, put_out, candidate))

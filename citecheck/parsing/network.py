"""The network of the tagger: scores of all labels for every word of many reference strings.

Vectors of the features of a word and of the gaps around it are added up; two layers of long
short-term memory, each read forwards and backwards, carry what stands elsewhere in the string to
the word (Hochreiter and Schmidhuber 1997; Graves and Schmidhuber 2005); steps between labels are
weighed by a chain of conditional probabilities (Huang, Xu and Yu 2015). ``train.learner`` is the
same with gradients.
"""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
from threadpoolctl import ThreadpoolController

from citecheck.parsing.arrays import Array, read_arrays
from citecheck.parsing.inputs import Inputs, gap_features
from citecheck.parsing.lattices import Lattices
from citecheck.parsing.vectors import Table, Vectors
from citecheck.parsing.words import word_features

Steps = list[Array]
"""A matrix for each step of reading strings side by side, a column for each string."""

_TOGETHER = 512  # strings read at once
_EPSILON = 1e-5


class _Layout(NamedTuple):
    """Where words stand when strings are read side by side, the longest first.

    ``order`` gives for each place the word that stands there, ``edges`` where each step begins:
    the first words of all strings, then the second ones ...
    """

    order: Array
    edges: list[int]


def _lay_out(starts: Array, sizes: Array) -> _Layout:
    """The layout of strings that begin at *starts* and have *sizes* words, the longest first."""
    counts = np.searchsorted(-sizes, -np.arange(int(sizes[0])), "left").tolist()
    order = np.concatenate([starts[:count] + place for place, count in enumerate(counts)])
    return _Layout(order, [0, *accumulate(counts)])


class _Memory:
    """A layer of long short-term memory in one direction.

    Words stand in columns here: each gate of all strings is then one block of memory.
    """

    def __init__(self, taken: Array, kept: Array, bias: Array) -> None:
        """Take the weights of the inputs, of the outputs before, and what is always added."""
        self.size = len(bias) // 4
        # The gates want a logistic function, which is a hyperbolic tangent of the half.
        weights = np.concatenate((taken, kept, bias[None]))
        weights[:, : 3 * self.size] *= 0.5
        self._weights = weights.T

    def run(self, inputs: Steps, outputs: Steps) -> None:
        """Fill *outputs* for *inputs*, in their order."""
        size, width = self.size, len(inputs[0])
        widest = max(step.shape[1] for step in inputs)
        seen = np.zeros((width + size + 1, widest), np.float32)  # inputs, outputs before, 1
        seen[-1] = 1.0
        cells = np.zeros((size, widest), np.float32)
        room = np.empty(4 * size * widest, np.float32)
        count = 0
        for taken, given in zip(inputs, outputs, strict=True):
            if taken.shape[1] != count:  # strings end; or begin, when read backwards
                count = taken.shape[1]
                here, last, cell = seen[:width, :count], seen[width:-1, :count], cells[:, :count]
                gates = room[: 4 * size * count].reshape(4 * size, count)
                opened = gates[: 3 * size]
                entering, kept, leaving, new = gates.reshape(4, size, count)
            here[:] = taken
            np.matmul(self._weights, seen[:, :count], out=gates)
            np.tanh(gates, out=gates)
            opened *= 0.5
            opened += 0.5
            cell *= kept
            new *= entering
            cell += new
            np.tanh(cell, out=new)
            np.multiply(new, leaving, out=given)
            last[:] = given


class Network:
    """The labels that a model file gives to the words of strings."""

    def __init__(self, path: Path) -> None:
        """Read the file; see ``train.pack`` for its layout."""
        held = read_arrays(path)
        self.labels: list[str] = _lines(held["labels"])
        self._words = Vectors(_lines(held["words"]), [_table(held, "word")], word_features)
        around = [_table(held, "before"), _table(held, "behind")]
        self._gaps = Vectors(_lines(held["gaps"]), around, gap_features)
        self._states = held["states"].astype(np.float32)
        self._scale, self._shift = (held[name].astype(np.float32) for name in ("scale", "shift"))
        parts = {name: held[name].astype(np.float32) for name in held if name[:3] == "mem"}
        self._layers = [
            [_Memory(*(parts[f"memory{layer}{way}{part}"] for part in "tkb")) for way in "fb"]
            for layer in range(int(held["layers"][0]))
        ]
        self._output, self._bias, self._first, self._last = (
            held[name].astype(np.float32) for name in ("output", "bias", "first", "last")
        )
        self._lattice = Lattices(held["transitions"].astype(np.float32))
        self._threads = ThreadpoolController()

    def decode(self, inputs: Inputs) -> tuple[Array, Array]:
        """The number of each word's label, and its share of the probability, 0 to 1."""
        with self._threads.limit(limits=1, user_api="blas"):  # steps too small to be shared
            return self._lattice.decode(self.scores(inputs), inputs.sizes[inputs.sizes > 0])

    def scores(self, inputs: Inputs) -> Array:
        """A row of log-scores of the labels for each word."""
        words, gaps = self._words.find(inputs.words), self._gaps.find(inputs.gaps)
        ends = np.cumsum(inputs.sizes)
        scores = np.empty((len(inputs.slots), len(self.labels)), np.float32)
        worded = np.flatnonzero(inputs.sizes)
        longest = worded[np.argsort(-inputs.sizes[worded], kind="stable")]
        for start in range(0, len(longest), _TOGETHER):
            chosen = longest[start : start + _TOGETHER]
            sizes = inputs.sizes[chosen]
            order, edges = _lay_out(ends[chosen] - sizes, sizes)
            slots = inputs.slots[order]
            rows = self._read(words[slots], gaps[slots], gaps[slots + 1], inputs.states[order])
            scores[order] = self._run(rows, edges)
        scores[ends[worded] - inputs.sizes[worded]] += self._first
        scores[ends[worded] - 1] += self._last
        return scores

    def _read(self, words: Array, before: Array, behind: Array, states: Array) -> Array:
        """A vector for each word, of mean 0 and deviation 1 before it is scaled."""
        rows = self._words.sums[0].take(words, axis=0)
        rows += self._gaps.sums[0].take(before, axis=0)
        rows += self._gaps.sums[1].take(behind, axis=0)
        rows += self._states.take(states, axis=0)
        rows -= rows.mean(axis=1, keepdims=True)
        rows /= np.sqrt(np.square(rows).mean(axis=1, keepdims=True) + _EPSILON)
        rows *= self._scale
        rows += self._shift
        return rows

    def _run(self, rows: Array, edges: Sequence[int]) -> Array:
        """The scores of *rows* of words side by side, of which a step begins at each of *edges*."""
        steps = [np.ascontiguousarray(rows[start:end].T) for start, end in pairwise(edges)]
        for forwards, backwards in self._layers:
            size = forwards.size
            outputs = [np.empty((2 * size, step.shape[1]), np.float32) for step in steps]
            forwards.run(steps, [step[:size] for step in outputs])
            backwards.run(steps[::-1], [step[size:] for step in outputs[::-1]])
            steps = outputs
        return np.concatenate(steps, axis=1).T @ self._output + self._bias


def _lines(text: Array) -> list[str]:
    """The lines of a text that is kept as an array of bytes."""
    return bytes(text).decode("utf-8", "surrogatepass").split("\n")


def _table(held: dict[str, Array], name: str) -> Table:
    """The vectors of one kind of feature."""
    return Table(held[name], held[name + "_step"].astype(np.float32))

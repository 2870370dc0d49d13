"""The network of the tagger: scores of all labels for every word of many reference strings.

Vectors of the features of a word and of the gaps around it are added up; two layers of long
short-term memory, each read forwards and backwards, carry what stands elsewhere in the string to
the word (Hochreiter and Schmidhuber 1997; Graves and Schmidhuber 2005); steps between labels are
weighed by a chain of conditional probabilities (Huang, Xu and Yu 2015). ``train.network`` is the
same with gradients.
"""

from collections.abc import Callable, Sequence
from itertools import accumulate, chain, islice, pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
from threadpoolctl import ThreadpoolController

from citecheck.parsing.arrays import Array, read_arrays
from citecheck.parsing.inputs import Input, gap_features
from citecheck.parsing.lattices import Lattices
from citecheck.parsing.words import word_features

Steps = list[Array]
"""A matrix for each step of reading strings side by side, a column for each string."""

Labelled = list[tuple[str, float]]

_TOGETHER = 256  # strings read at once
_MEMORY = 30_000  # words and gaps remembered
_EPSILON = 1e-5


class _Table(NamedTuple):
    """Rows of vectors, kept as small integers with a step for each row."""

    numbers: Array
    steps: Array

    @property
    def width(self) -> int:
        """The length of a vector."""
        return int(self.numbers.shape[1])

    def vectors(self, rows: Array) -> Array:
        """The vectors in *rows*."""
        return self.numbers[rows] * self.steps[rows][:, None]


class _Vectors:
    """Vectors for each text: the sums of those of its features, remembered for a while."""

    def __init__(
        self, names: Sequence[str], tables: Sequence[_Table], spell: Callable[[str], list[str]]
    ) -> None:
        """Take the features that have a row in *tables*, and what gives those of a text."""
        self._rows = dict(zip(names, range(len(names)), strict=True))
        self._tables = tables
        self._spell = spell
        self._forget()

    def _forget(self) -> None:
        self._places: dict[str, int] = {}
        self.sums = [np.zeros((1_024, table.width), np.float32) for table in self._tables]

    def find(self, texts: Sequence[str]) -> Array:
        """The place of each of *texts* in ``sums``, which has an array for each table."""
        if len(self._places) > _MEMORY:
            self._forget()
        places = self._places
        if new := [text for text in dict.fromkeys(texts) if text not in places]:
            self._learn(new)
        return np.fromiter(map(places.__getitem__, texts), np.intp, len(texts))

    def _learn(self, new: Sequence[str]) -> None:
        """Add up the vectors of texts that were not met before."""
        rows = self._rows
        found = [[rows[name] for name in self._spell(text) if name in rows] for text in new]
        start, end = len(self._places), len(self._places) + len(new)
        for number, table in enumerate(self._tables):
            sums = self.sums[number]
            if end > len(sums):
                sums = np.concatenate((sums, np.zeros((end, table.width), np.float32)))
                self.sums[number] = sums
            sums[start:end] = _add_up(table, found)
        self._places.update(zip(new, range(start, end), strict=True))


def _add_up(table: _Table, found: Sequence[Sequence[int]]) -> Array:
    """The sum of the vectors in each of *found*: first all first ones, then all second ones ..."""
    sizes = np.fromiter(map(len, found), np.intp, len(found))
    rows = np.fromiter(chain.from_iterable(found), np.intp, int(sizes.sum()))
    starts = np.cumsum(sizes) - sizes
    sums = np.zeros((len(found), table.width), np.float32)
    for place in range(int(sizes.max(initial=0))):
        having = np.flatnonzero(sizes > place)
        sums[having] += table.vectors(rows[starts[having] + place])
    return sums


class _Layout(NamedTuple):
    """Where words stand when strings are read side by side, the longest first.

    ``order`` gives for each place the word that stands there, ``edges`` where each step begins:
    the first words of all strings, then the second ones ...
    """

    order: Array
    edges: list[int]


def _lay_out(sizes: Array) -> _Layout:
    """The layout of strings of *sizes* words, 1 or more each."""
    longest = np.argsort(-sizes, kind="stable")
    starts = (np.cumsum(sizes) - sizes)[longest]
    counts = np.searchsorted(-sizes[longest], -np.arange(int(sizes.max())), "left").tolist()
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
        self._words = _Vectors(_lines(held["words"]), [_table(held, "word")], word_features)
        around = [_table(held, "before"), _table(held, "behind")]
        self._gaps = _Vectors(_lines(held["gaps"]), around, gap_features)
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

    def decode(self, inputs: Sequence[Input]) -> list[Labelled]:
        """The label of each word, "B-title" say, and its share of the probability, 0 to 1."""
        found: list[Labelled] = [[] for _ in inputs]
        worded = [number for number, one in enumerate(inputs) if one.words]
        worded.sort(key=lambda number: len(inputs[number].words))
        for start in range(0, len(worded), _TOGETHER):
            numbers = worded[start : start + _TOGETHER]
            chosen = [inputs[number] for number in numbers]
            sizes = np.fromiter((len(one.words) for one in chosen), np.intp, len(chosen))
            with self._threads.limit(limits=1, user_api="blas"):  # steps too small to be shared
                scores = self.scores(chosen, sizes)
            labels, shares = self._lattice.decode(scores, sizes)
            names = map(self.labels.__getitem__, labels.tolist())
            labelled = zip(names, shares.tolist(), strict=True)
            for number, one in zip(numbers, chosen, strict=True):
                found[number] = list(islice(labelled, len(one.words)))
        return found

    def scores(self, inputs: Sequence[Input], sizes: Array) -> Array:
        """A row of log-scores of the labels for each word of *inputs*, of *sizes* words."""
        order, edges = _lay_out(sizes)
        rows = self._read(inputs, sizes)[order]
        steps = [rows[start:end].T for start, end in pairwise(edges)]
        for forwards, backwards in self._layers:
            size = forwards.size
            outputs = [np.empty((2 * size, step.shape[1]), np.float32) for step in steps]
            forwards.run(steps, [step[:size] for step in outputs])
            backwards.run(steps[::-1], [step[size:] for step in outputs[::-1]])
            steps = outputs
        scores = np.empty((len(rows), len(self.labels)), np.float32)
        scores[order] = np.concatenate(steps, axis=1).T @ self._output + self._bias
        ends = np.cumsum(sizes)
        scores[ends - sizes] += self._first
        scores[ends - 1] += self._last
        return scores

    def _read(self, inputs: Sequence[Input], sizes: Array) -> Array:
        """A vector for each word in its place, of mean 0 and deviation 1 before it is scaled."""
        words = self._words.find([word for one in inputs for word in one.words])
        gaps = self._gaps.find([gap for one in inputs for gap in one.gaps])
        ends = np.cumsum(sizes + 1)
        before, behind = self._gaps.sums
        rows = self._words.sums[0][words]
        rows += before[np.delete(gaps, ends - 1)]
        rows += behind[np.delete(gaps, ends - sizes - 1)]
        rows += self._states[[state for one in inputs for state in one.states]]
        rows -= rows.mean(axis=1, keepdims=True)
        rows /= np.sqrt(np.square(rows).mean(axis=1, keepdims=True) + _EPSILON)
        rows *= self._scale
        rows += self._shift
        return rows


def _lines(text: Array) -> list[str]:
    """The lines of a text that is kept as an array of bytes."""
    return bytes(text).decode("utf-8", "surrogatepass").split("\n")


def _table(held: dict[str, Array], name: str) -> _Table:
    """The vectors of one kind of feature."""
    return _Table(held[name], held[name + "_step"].astype(np.float32))

"""The best labelling of rows of words, and how sure it is, by dynamic programming.

All rows are labelled at once, a word of each at a time. Paths that fall far behind the best are
not followed: there is rarely more than one, so that a step of a row costs little.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from citecheck.parsing.arrays import Array

BEAM = 4.0
"""How far a path may fall behind the best one, in log-probability."""


class _Step(NamedTuple):
    """The labels worth following of one word of each row, one after the other.

    ``row`` and ``label`` say whose they are, ``score`` how far the best path to each falls behind
    the best of all, and ``before`` where, in the step before, it comes from. ``heads`` is where
    each row begins, ``sizes`` how many labels it has.
    """

    row: Array
    label: Array
    score: Array
    before: Array
    heads: Array
    sizes: Array

    @property
    def is_plain(self) -> bool:
        """Whether no row has more than one label."""
        return len(self.row) == len(self.heads)

    def shortened(self, count: int) -> "_Step":
        """The first *count* rows."""
        if count == len(self.heads):
            return self
        kept = self.heads[count]
        row, label, score, before = (part[:kept] for part in self[:4])
        return _Step(row, label, score, before, self.heads[:count], self.sizes[:count])


class Lattices:
    """Labels rows of scores; ``transitions[a][b]`` is the score of label b after a."""

    def __init__(self, transitions: Array) -> None:
        """Take the scores of all pairs of labels, as log-probabilities."""
        self._steps = transitions
        self._odds = np.exp(transitions)

    def decode(self, scores: Array, sizes: Array) -> tuple[Array, Array]:
        """The best label of each word, and its share of the probability, 0 to 1.

        *scores* has a row for each word and a column for each label; *sizes* is the number of
        words of each text, 1 or more.
        """
        order = np.argsort(-sizes, kind="stable")  # the longest first
        starts = (np.cumsum(sizes) - sizes)[order]
        counts = np.searchsorted(-sizes[order], -np.arange(sizes.max(initial=0)), "left")
        steps: list[_Step] = []
        for place, count in enumerate(counts.tolist()):
            here = scores[starts[:count] + place]
            steps.append(self._next(here, steps[-1].shortened(count)) if steps else _alive(here))
        return self._backward(steps, starts, len(scores))

    def _next(self, scores: Array, step: _Step) -> _Step:
        """The labels worth following of the words behind those of *step*."""
        reached = self._steps[step.label]
        if step.is_plain:
            reached += scores
            return _alive(reached)
        reached += step.score[:, None]
        following = _alive(np.maximum.reduceat(reached, step.heads, axis=0) + scores)
        before = step.heads[following.row]
        for behind in range(1, int(step.sizes.max())):
            later = np.flatnonzero(step.sizes[following.row] > behind)
            row, label = following.row[later], following.label[later]
            source = step.heads[row] + behind
            better = reached[source, label] > reached[before[later], label]
            before[later[better]] = source[better]
        return following._replace(before=before)

    def _backward(self, steps: Sequence[_Step], starts: Array, words: int) -> tuple[Array, Array]:
        """Labels of the best paths, and their shares of the probability among those followed.

        From the last word to the first, the share of each following label is divided among the
        labels before it in proportion to their best paths.
        """
        labels, shares = np.zeros(words, np.int64), np.ones(words)
        path = np.zeros(0, np.int64)
        following: _Step | None = None
        divided = np.zeros(0)
        for place in range(len(steps) - 1, -1, -1):
            step = steps[place]
            word = starts[: len(step.heads)] + place
            if step.is_plain:
                path = step.row
                labels[word] = step.label
            else:
                before = following.before[path] if following else path
                path = np.append(before, _best(step, len(before)))
                divided = self._divide(step, following, divided)
                labels[word] = step.label[path]
                shares[word] = divided[path]
            following = step
        return labels, shares

    def _divide(self, step: _Step, following: _Step | None, divided: Array) -> Array:
        """The share of each label of *step*, from that of each label of the step behind it."""
        shares = np.ones(len(step.row))
        several = step.sizes > 1
        number = np.cumsum(several) - 1
        own = np.flatnonzero(several[step.row])
        place = number[step.row[own]], step.label[own]
        odds = np.zeros((number[-1] + 1, len(self._odds)))
        odds[place] = np.exp(step.score[own])
        result = odds / odds.sum(axis=1, keepdims=True)
        if following is not None:
            later = np.flatnonzero(several[following.row])
            after = np.zeros_like(odds)
            place_on = number[following.row[later]], following.label[later]
            after[place_on] = 1.0 if following.is_plain else divided[later]
            goes_on = number[: len(following.heads)][several[: len(following.heads)]]
            after /= odds @ self._odds
            result[goes_on] = (odds * (after @ self._odds.T))[goes_on]
        shares[own] = result[place]
        return shares


def _alive(scores: Array) -> _Step:
    """The labels worth following of words with these scores, which are changed."""
    scores -= scores.max(axis=1, keepdims=True)
    places = np.flatnonzero(scores >= -BEAM)
    row, label = np.divmod(places, scores.shape[1])
    score = scores.ravel()[places]
    if len(row) == len(scores):
        return _Step(row, label, score, row, row, np.ones_like(row))
    sizes = np.bincount(row, minlength=len(scores))
    return _Step(row, label, score, row, np.cumsum(sizes) - sizes, sizes)


def _best(step: _Step, first: int) -> Array:
    """Where the best label of each row stands, from the row *first* on."""
    best = np.flatnonzero(step.score == 0)
    return best[np.searchsorted(step.row[best], np.arange(first, len(step.heads)))]

"""The best labelling of rows of words, and how sure it is, by dynamic programming.

Most words have one label that leaves all others far behind once the word before has its label.
These are found first, all at once. Only where that fails are words followed one after the other,
until there is again one label that the others fall far behind, and it is the one first found.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from citecheck.parsing.arrays import Array

BEAM = 4.0
"""How far a path may fall behind the best one, in log-probability, to be followed."""


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

    def kept(self, rows: Array) -> "_Step":
        """Some *rows*; ``before`` is where their labels stand in this step."""
        sizes = self.sizes[rows]
        heads = np.cumsum(sizes) - sizes
        row = np.repeat(np.arange(len(rows)), sizes)
        own = np.arange(len(row)) + (self.heads[rows] - heads)[row]
        return _Step(row, self.label[own], self.score[own], own, heads, sizes)


class _Reached(NamedTuple):
    """A step of some texts, a word of each, and which of the rows go on behind it."""

    words: Array
    step: _Step
    going: Array


class _Guess(NamedTuple):
    """A label for each word, and that of the word before it.

    ``unsure`` are the words that may have another one even so; ``ends`` is where the text of each
    word ends.
    """

    labels: Array
    before: Array
    unsure: Array
    ends: Array


class Lattices:
    """Labels rows of scores; ``transitions[a][b]`` is the score of label b after a."""

    def __init__(self, transitions: Array) -> None:
        """Take the scores of all pairs of labels, as log-probabilities."""
        self._nothing = len(transitions)  # stands before the first word
        self._steps = np.concatenate((transitions, np.zeros_like(transitions[:1])))
        self._odds = np.exp(transitions).astype(np.float64)

    def decode(self, scores: Array, sizes: Array) -> tuple[Array, Array]:
        """The best label of each word, and its share of the probability, 0 to 1.

        *scores* has a row for each word and a column for each label; *sizes* is the number of
        words of each text, 1 or more.
        """
        labels, shares = scores.argmax(axis=1), np.ones(len(scores))
        before = np.roll(labels, 1)
        before[np.cumsum(sizes) - sizes] = self._nothing
        unsure = self._unsure(scores, labels, before)
        ends = np.repeat(np.cumsum(sizes), sizes)
        found = self._follow(scores, _Guess(labels, before, unsure, ends))
        self._go_back(found, labels, shares)
        return labels, shares

    def _unsure(self, scores: Array, labels: Array, before: Array) -> Array:
        """The words for which *labels* are not all that is worth following behind *before*."""
        reached = self._steps.take(before, axis=0)
        reached += scores
        least = np.take_along_axis(reached, labels[:, None], axis=1) - BEAM
        words = np.flatnonzero(reached >= least) // scores.shape[1]
        return np.flatnonzero(np.bincount(words, minlength=len(scores)) > 1)

    def _follow(self, scores: Array, guess: _Guess) -> list[_Reached]:
        """Steps from the first unsure word of each text, over those where the guess holds."""
        found: list[_Reached] = []
        unsure = np.append(guess.unsure, len(scores))
        words = guess.unsure[np.diff(guess.ends[guess.unsure], prepend=0) > 0]
        row = np.arange(len(words))
        score = np.zeros(len(row), scores.dtype)
        step = _Step(row, guess.before[words], score, row, row, np.ones_like(row))
        while len(words):
            step = self._next(scores[words], step)
            holds = (step.sizes == 1) & (step.label[step.heads] == guess.labels[words])
            then = np.where(holds, unsure[np.searchsorted(unsure, words, "right")], words + 1)
            going = np.flatnonzero(then < guess.ends[words])
            found.append(_Reached(words, step, going))
            words, step, passed = then[going], step.kept(going), holds[going]
            step.label[step.heads[passed]] = guess.before[words[passed]]
        return found

    def _next(self, scores: Array, step: _Step) -> _Step:
        """The labels worth following of the words behind those of *step*."""
        reached = self._steps[step.label]
        reached += step.score[:, None]
        best = reached[step.heads]
        places = range(1, int(step.sizes.max()))
        for behind in places:
            rows = np.flatnonzero(step.sizes > behind)
            best[rows] = np.maximum(best[rows], reached[step.heads[rows] + behind])
        following = _alive(best + scores)
        before = step.heads[following.row]
        for behind in places:
            later = np.flatnonzero(step.sizes[following.row] > behind)
            row, label = following.row[later], following.label[later]
            source = step.heads[row] + behind
            better = reached[source, label] > reached[before[later], label]
            before[later[better]] = source[better]
        return following._replace(before=step.before[before])

    def _go_back(self, found: Sequence[_Reached], labels: Array, shares: Array) -> None:
        """Fill in the labels of the best paths, and their shares among the paths followed.

        From the last word to the first, the share of each following label is divided among the
        labels before it in proportion to their best paths.
        """
        path, divided = np.zeros(0, np.intp), np.zeros(0)
        following: _Step | None = None
        for words, step, going in reversed(found):
            best = np.flatnonzero(step.score == 0)
            best = best[np.searchsorted(step.row[best], np.arange(len(words)))]
            if following:
                best[going] = following.before[path]
            divided = self._divide(step, going, following, divided)
            labels[words], shares[words] = step.label[best], divided[best]
            path, following = best, step

    def _divide(self, step: _Step, going: Array, following: _Step | None, divided: Array) -> Array:
        """The share of each label of *step*, from that of each label of the step behind it."""
        shares = np.ones(len(step.row))
        several = step.sizes > 1
        number = np.cumsum(several) - 1
        own = np.flatnonzero(several[step.row])
        place = number[step.row[own]], step.label[own]
        odds = np.zeros((np.count_nonzero(several), len(self._odds)))
        odds[place] = np.exp(step.score[own])
        result = odds / odds.sum(axis=1, keepdims=True)
        if following is not None:
            later = np.flatnonzero(several[going[following.row]])
            after = np.zeros_like(odds)
            after[number[going[following.row[later]]], following.label[later]] = divided[later]
            after /= odds @ self._odds
            goes_on = number[going[several[going]]]
            result[goes_on] = (odds * (after @ self._odds.T))[goes_on]
        shares[own] = result[place]
        return shares


def _alive(scores: Array) -> _Step:
    """The labels worth following of words with these scores, which are changed."""
    scores -= scores.max(axis=1, keepdims=True)
    places = np.flatnonzero(scores >= -BEAM)
    row, label = np.divmod(places, scores.shape[1])
    sizes = np.bincount(row, minlength=len(scores))
    return _Step(row, label, scores.ravel()[places], row, np.cumsum(sizes) - sizes, sizes)

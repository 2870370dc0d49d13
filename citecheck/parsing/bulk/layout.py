"""Words and gaps of many texts laid out in a row, and what is asked of each."""

from collections.abc import Sequence
from itertools import chain

import numpy as np

from citecheck.parsing.bulk.hashed import Column
from citecheck.parsing.bulk.scans import Scans
from citecheck.parsing.bulk.vocabulary import END, START, Vocabulary
from citecheck.parsing.surroundings import LONGEST
from citecheck.parsing.words import Spans

PAD = 3
"""Marks before and behind the words of a text."""


class Layout:
    """Words and gaps in a row, each text with ``PAD`` marks at both ends.

    A gap is at the place of the word behind it. ``places`` are those of words, ``words`` their
    numbers, ``asked`` and ``marks`` what they are and their keywords (see ``vocabulary``); the
    methods give a column for the words, or for what stands *offset* places away.
    """

    def __init__(self, texts: Sequence[str], spans: Sequence[Spans], known: Vocabulary) -> None:
        """Lay out *texts*, whose words are at *spans*; each has one at least."""
        self.known = known
        self.sizes = np.array([len(one) for one in spans])
        self.scans = Scans(self.sizes)
        words, gaps = _laid_out(texts, spans, known)
        self.places = self.scans.here + PAD * (2 * self.scans.text + 1)
        self.words = words[self.places]
        self._word = known.words.columns(words)
        self.gaps = known.gaps.columns(gaps)
        self.asked = self._word[5, self.places]
        self.marks = self._word[6, self.places]
        self.spaced = np.array([" ," in text or " ." in text or " ;" in text for text in texts])

    def form(self, offset: int = 0) -> Column:
        """The numbers of the folded words."""
        return self._word[0, self.places + offset]

    def shape(self, offset: int = 0) -> Column:
        """The numbers of their shapes."""
        return self._word[1, self.places + offset]

    def keyword(self) -> Column:
        """The numbers of their classes of keywords."""
        return self._word[2, self.places]

    def kind(self, offset: int = 0) -> Column:
        """The numbers of their kinds."""
        return self._word[3, self.places + offset]

    def lists(self, offset: int = 0) -> Column:
        """The numbers of the lexicons that they are in."""
        return self._word[4, self.places + offset]

    def gap(self, offset: int = 0) -> Column:
        """The numbers of the gaps before them."""
        return self.gaps[0, self.places + offset]

    def core(self, offset: int = 0) -> Column:
        """The numbers of these gaps without white space."""
        return self.gaps[1, self.places + offset]

    def has(self, question: int) -> Column:
        """Whether each word is what is asked."""
        return (self.asked & question) != 0

    def gap_has(self, question: int) -> Column:
        """Whether the gap before each word is."""
        return (self.gaps[2, self.places] & question) != 0


def _laid_out(
    texts: Sequence[str], spans: Sequence[Spans], known: Vocabulary
) -> tuple[Column, Column]:
    """The numbers of words and of the gaps before them, with marks at both ends of each text."""
    before, behind = [known.words[START]] * PAD, [known.words[END]] * PAD
    none = [known.gaps[""]] * PAD
    words: list[int] = []
    gaps: list[int] = []
    for text, places in zip(texts, spans, strict=True):
        edges = [0, *chain.from_iterable(places), len(text)]
        found = [text[start:end][:LONGEST] for start, end in places]
        words += [*before, *map(known.words.__getitem__, found), *behind]
        between = [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
        gaps += [*none, *map(known.gaps.__getitem__, between), *none[1:]]
    return np.array(words), np.array(gaps)

"""What runs of words look like, as ``surroundings`` says it, for thousands of runs at once."""

from collections.abc import Callable

import numpy as np

from citecheck.parsing.bulk.hashed import Column
from citecheck.parsing.bulk.vocabulary import (
    CAPITAL,
    CAPITAL_LETTER,
    DIGITS,
    KEYWORD_BITS,
    LETTER,
    NAMED,
    PLACED,
    SMALL,
    YEAR,
    Strings,
)
from citecheck.parsing.surroundings import CHUNK_MARKS, SENTENCE_MARKS

_CHUNK_SIZES, _SENTENCE_SIZES = (2, 3, 5, 9), (2, 4, 8, 16)
_SHORT = 5  # words; in longer chunks lexicons say nothing
_CHUNK_LETTERS = ["", "K", "I", *(letter for _, letter in reversed(CHUNK_MARKS))]
_CHUNK_BITS = [KEYWORD_BITS[name] for name, _ in reversed(CHUNK_MARKS)]
_SENTENCE_BITS = [KEYWORD_BITS[name] for name, _ in SENTENCE_MARKS]
_SENTENCE_LETTERS = [letter for _, letter in SENTENCE_MARKS]
_SILENT = KEYWORD_BITS["part"] | KEYWORD_BITS["and"]


class _Runs:
    """Runs of words, which begin at *heads*."""

    def __init__(self, asked: Column, marks: Column, heads: Column) -> None:
        self._asked = asked
        self._heads = heads
        self.sizes = np.diff(np.append(heads, len(asked)))
        self.any = np.bitwise_or.reduceat(asked, heads)
        self.marks = np.bitwise_or.reduceat(marks, heads)
        self.lead_in = marks[heads] == KEYWORD_BITS["in"]

    def count(self, question: int) -> Column:
        """How many words of each run are what is asked."""
        return np.add.reduceat((self._asked & question != 0).astype(np.int64), self._heads)

    def has(self, question: int) -> Column:
        """Whether a word of each run is."""
        return self.any & question != 0


def outline(strings: Strings, asked: Column, marks: Column, heads: Column) -> Column:
    """The numbers of the outlines of chunks; see ``surroundings``."""
    runs = _Runs(asked, marks, heads)
    capitals, small = runs.count(CAPITAL), runs.count(SMALL)
    plain = (small == 0) & ~runs.has(DIGITS | YEAR)
    none = (capitals == 0) & (small == 0)
    case = np.where(plain, 0, np.where(none, 1, np.where(small < capitals, 2, 3)))
    mark = ((runs.marks & ~_SILENT) != 0).astype(np.int64)
    mark = np.where(runs.lead_in, 2, mark)
    for number, bit in enumerate(_CHUNK_BITS, 3):
        mark = np.where(runs.marks & bit != 0, number, mark)
    short = runs.sizes < _SHORT
    code = np.searchsorted(_CHUNK_SIZES, runs.sizes, "right") << 10 | case << 8 | mark << 5
    for place, flags in enumerate((
        runs.has(LETTER), runs.has(YEAR), runs.has(DIGITS), runs.has(NAMED) & short,
        runs.has(PLACED) & short,
    )):  # fmt: skip
        code |= flags.astype(np.int64) << place
    return _spelt(strings, code, _spell_chunk)


def _spell_chunk(code: int) -> str:
    """The outline of a chunk from its code."""
    flags = ["i", "y", "d", "g", "p"]
    single, year, digits, named, placed = (
        flag * (code >> place & 1) for place, flag in enumerate(flags)
    )
    size, case, mark = "12359"[code >> 10], "CDml"[code >> 8 & 3], _CHUNK_LETTERS[code >> 5 & 7]
    return size + case + single + year + digits + mark + named + placed


def sentence_outline(strings: Strings, asked: Column, marks: Column, heads: Column) -> Column:
    """The numbers of the outlines of sentences; see ``surroundings``."""
    runs = _Runs(asked, marks, heads)
    small = runs.count(SMALL)
    case = np.where(small * 2 > runs.sizes, 0, np.where(small > 0, 1, 2))
    code = np.searchsorted(_SENTENCE_SIZES, runs.sizes, "right") << 15 | case << 13
    flags = [runs.has(CAPITAL_LETTER), runs.has(YEAR), runs.has(DIGITS), runs.lead_in]
    flags += [runs.marks & bit != 0 for bit in _SENTENCE_BITS]
    for place, flag in enumerate(flags):
        code |= flag.astype(np.int64) << place
    return _spelt(strings, code, _spell_sentence)


def _spell_sentence(code: int) -> str:
    """The outline of a sentence from its code."""
    letters = ["i", "y", "d", "I", *_SENTENCE_LETTERS]
    found = [letter * (code >> place & 1) for place, letter in enumerate(letters)]
    return "1248L"[code >> 15] + "lmc"[code >> 13 & 3] + "".join([*found[:3], *found[4:], found[3]])


def _spelt(strings: Strings, codes: Column, spell: Callable[[int], str]) -> Column:
    different, places = np.unique(codes, return_inverse=True)
    return np.array([strings[spell(code)] for code in different.tolist()], np.int64)[places]

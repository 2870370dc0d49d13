"""The keys of ``surroundings`` for the words of many texts at once, as columns."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from citecheck.parsing.bulk.hashed import Column, Hashed
from citecheck.parsing.bulk.layout import PAD, Layout
from citecheck.parsing.bulk.outlines import outline, sentence_outline
from citecheck.parsing.bulk.scans import Scans
from citecheck.parsing.bulk.vocabulary import (
    ADDRESS,
    BRACKET,
    BRACKETED,
    CLOSES,
    DIGITS,
    KEYWORD_BITS,
    LEADS_STOP,
    LONG,
    PARTS,
    QUOTE,
    SINGLE,
    SMALL,
    STOP,
    STOPPED,
    TELLING,
    YEAR,
    Vocabulary,
)
from citecheck.parsing.surroundings import Key
from citecheck.parsing.words import Spans


class Batch(NamedTuple):
    """``words`` numbers the word at each place, ``rows`` and ``chunk_rows`` are keys by group.

    ``chunks`` is the chunk of each word, ``sizes`` the number of words of each text.
    """

    words: Column
    rows: tuple[tuple[Key, ...], ...]
    chunks: Column
    chunk_rows: tuple[tuple[Key, ...], ...]
    sizes: Column


def read_batch(texts: Sequence[str], spans: Sequence[Spans], known: Vocabulary) -> Batch:
    """The keys of *texts*, whose words are at *spans*; each has one at least."""
    entries = _Entries(texts, spans, known)
    return Batch(entries.words, entries.rows(), entries.chunk, entries.chunk_rows(), entries.sizes)


class _Entries(Layout):
    """Texts on the way from words and gaps to keys."""

    def __init__(self, texts: Sequence[str], spans: Sequence[Spans], known: Vocabulary) -> None:
        super().__init__(texts, spans, known)
        self._split()
        self._describe_style()

    def _split(self) -> None:
        """Chunks and sentences, see ``surroundings``."""
        scans = self.scans
        before = np.concatenate([[0], self.asked[:-1]])
        parts = self.gap_has(PARTS) & ~(self.gap_has(BRACKET) & self.has(SMALL))
        parts &= scans.index > 0
        ends = (before & (LONG | DIGITS | YEAR)) != 0
        chunk = parts & ~(self.gap_has(STOP) & ((before & SINGLE) != 0))
        sentence = parts & (self.gap_has(QUOTE) | (self.gap_has(STOPPED) & ends))
        first = scans.index == 0
        self.opens_chunk = chunk | first
        self.opens_sentence = sentence | first
        self.chunk = np.cumsum(self.opens_chunk) - 1
        self.sentence = np.cumsum(self.opens_sentence) - 1
        self.heads = np.flatnonzero(self.opens_chunk)
        self.leads = np.flatnonzero(self.opens_sentence)
        strings = self.known.strings
        self.shapes = outline(strings, self.asked, self.marks, self.heads)
        self.outlines = sentence_outline(strings, self.asked, self.marks, self.leads)

    def _describe_style(self) -> None:
        """Signatures of each text: place of quotes and years, keywords, start of the names."""
        scans, number = self.scans, self.known.strings
        marked = (self.gaps[3] > 0) | (self.gaps[2] & CLOSES != 0)
        quoted = np.logical_or.reduceat(marked, scans.starts + 2 * PAD * np.arange(len(self.sizes)))
        first, last = scans.ends_of(self.has(YEAR))
        bracketed = self.gap_has(BRACKETED)
        years = np.stack([first - scans.starts, last - scans.starts, self.sizes])
        brackets = np.stack([bracketed[first], bracketed[last]])
        rows = zip(quoted.tolist(), years.T.tolist(), brackets.T.tolist(), strict=True)
        self.place = np.array([number[_place(*row)] for row in rows])
        marks = np.bitwise_or.reduceat(self.marks, scans.starts)
        asked = np.bitwise_or.reduceat(self.asked, scans.starts)
        self.used = np.array(
            [
                number[_used(mark, bool(ask & ADDRESS))]
                for mark, ask in zip(marks.tolist(), asked.tolist(), strict=True)
            ]
        )
        self.start = self._names(*scans.ends_of(~self.has(DIGITS)))

    def _names(self, start: Column, last: Column) -> Hashed:
        """The shapes of three words from the first that is no number, and the gap behind it."""
        ends, column = self.scans.ends, self.known.strings.column
        shapes = np.concatenate([self.shape(), np.zeros(PAD, np.int64)])
        known = last >= 0
        start = np.where(known, start, ends)
        names = column(shapes[start]).or_else(known, "")
        for offset in (1, 2):
            names += ("_" + column(shapes[start + offset])).or_else(start + offset < ends, "")
        gaps = np.concatenate([self.gap(1), np.zeros(1, np.int64)])
        return names + "|" + column(gaps[start]).or_else(known, "")

    def chunk_rows(self) -> tuple[tuple[Key, ...], ...]:
        """The keys of all chunks, see ``surroundings``."""
        scans, string = self.scans, self.known.strings
        column, text = string.column, scans.text[self.heads]
        chunks = Scans(np.add.reduceat(self.opens_chunk.astype(np.int64), scans.starts))
        sentences = Scans(np.add.reduceat(self.opens_sentence.astype(np.int64), scans.starts))
        b, e = string["B"], string["E"]
        head, tail = self.heads, np.append(self.heads[1:], len(self.words)) - 1
        shapes = [column(chunks.beside(self.shapes, k, e if k > 0 else b)) for k in range(-2, 3)]
        outlines = [
            column(sentences.beside(self.outlines, k, e if k > 0 else b)[self.sentence[head]])
            for k in range(-1, 2)
        ]
        stops = self.gaps[2, self.places + 1] & LEADS_STOP != 0
        inner = chunks.here - self.chunk[self.leads][self.sentence[head]]
        sentence = sentences.index[self.sentence[head]]
        return (
            (
                shapes[1], column(self.core()[head]), shapes[2], column(self.core(1)[tail]),
                shapes[3],
            ),
            (
                shapes[0], shapes[4], self._digits(chunks.index, 12),
                self._digits(chunks.last - chunks.here + 1, 8),
            ),
            (
                column(self.form()[head]), column(self.form()[tail]), column(self.form(1)[tail]),
                column(self.form(-1)[head]),
                self._digits(np.add.reduceat(stops.astype(np.int64), head), 3),
                self._digits(tail - head + 1, 4),
            ),
            (
                *outlines, self._digits(sentence, 5), self._digits(inner, 4),
                self._digits((sentences.ends - sentences.starts)[text], 7),
            ),
            (column(self.place[text]), self._digits(sentence, 4), self.start[text]),
        )  # fmt: skip

    def _digits(self, amounts: Column, most: int) -> Hashed:
        """Small numbers, spelt out."""
        strings = self.known.strings
        return strings.column(
            np.array([strings[str(n)] for n in range(most + 1)])[np.minimum(amounts, most)]
        )

    def rows(self) -> tuple[tuple[Key, ...], ...]:
        """The keys of all words, see ``surroundings``."""
        scans, column = self.scans, self.known.strings.column
        forms = [column(self.form(k)) for k in range(-2, 3)]
        kinds = [column(self.kind(k)) for k in range(-3, 4)]
        cores = [column(self.core(k)) for k in range(-1, 3)]
        lists = [column(self.lists(k)) for k in range(-1, 2)]
        kind, shape, core, core_on = kinds[3], column(self.shape()), cores[1], cores[2]
        place, index = column(self.place[scans.text]), self._digits(self.opens_chunk, 1)
        where, years, last, since = self._state()
        following, number, keyword = self._numbers_and_keywords(core + shape + core_on)
        tenth = self._digits(10 * scans.index // self.sizes[scans.text], 9)
        spaced = column(
            np.array([self.known.strings[""], self.known.strings["spc"]])[
                self.spaced[scans.text].astype(np.int64)
            ]
        )
        return (
            (forms[1], kinds[2], lists[0]),
            (forms[0], kinds[1]),
            (forms[3], kinds[4], lists[2]),
            (forms[4], kinds[5]),
            tuple(forms[1:4]),
            (kinds[0], kinds[6]),
            (cores[0], column(self.gap()), core, kinds[2], shape, kind),
            (column(self.gap(1)), core_on, cores[3], kinds[4], shape, kind),
            (core, kind, core_on, lists[1], lists[0], lists[2]),
            (kinds[1], cores[0], kinds[2], core, kind),
            (kind, core_on, kinds[4], cores[3], kinds[5]),
            (where, years, last, since, shape),
            (following, number, kind),
            (keyword, last, core, shape),
            (index, column(self.shapes[self.chunk])),
            (place, tenth),
            (place, column(self.used[scans.text]), spaced, shape, kind, core),
        )

    def _state(self) -> tuple[Hashed, Hashed, Hashed, Hashed]:
        """What went before: quotes and brackets, years, the last keyword and how far it is."""
        scans = self.scans
        opens, deeper = self.gaps[3, self.places], self.gaps[4, self.places]
        closes = self.gap_has(CLOSES)
        starts = opens == 1
        latest = scans.latest(starts | (closes & ~starts))
        turns = scans.total(((opens == 2) & ~closes).astype(np.int64))
        began = (latest >= 0) & starts[latest]
        quote = began ^ ((turns - np.where(latest >= 0, turns[latest], 0)) % 2 == 1)
        seen = scans.total((opens > 0).astype(np.int64)) > 0
        bracket = scans.clipped(deeper) > 0
        where = self._digits(quote, 1) + self._digits(seen, 1) + self._digits(bracket, 1)
        dated = self.has(YEAR).astype(np.int64)
        years = self._digits(scans.total(dated) - dated, 2)
        told = scans.before(self.has(TELLING))
        last = self.known.strings.column(self.keyword()[told]).or_else(told >= 0, "")
        since = np.where(told >= 0, scans.here - 1 - told, scans.index)
        return where, years, last, self._digits(since, 3)

    def _numbers_and_keywords(self, around: Hashed) -> tuple[Hashed, Hashed, Hashed]:
        """The next number with its distance in chunks, the last one, and the next keyword."""
        scans, column = self.scans, self.known.strings.column
        numeric = self.has(DIGITS | YEAR)
        ahead, back = scans.behind(numeric), scans.before(numeric)
        chunk = np.where(ahead >= 0, self.chunk[ahead], self.chunk[scans.last] + 1)
        distance = self._digits(chunk - self.chunk, 4)
        told = scans.behind(self.has(TELLING))
        return (
            around[ahead].or_else(ahead >= 0, "E") + "~" + distance,
            around[back].or_else(back >= 0, "B"),
            column(self.keyword()[told]).or_else(told >= 0, "E"),
        )


def _place(quoted: bool, years: tuple[int, int, int], brackets: tuple[bool, bool]) -> str:
    """Where quotes and years stand, see ``surroundings``.

    *years* are the index of the first, that of the last, both negative if there is none, and the
    number of words; *brackets* say whether "(" stands before these two.
    """
    first, last, count = years
    place = "q" if quoted else "-"
    if first < 0:
        return place + "n"
    place += "e" if last >= count - 2 else "p" if brackets[0] else "m"
    place += "(" if brackets[1] else "."
    return place + ("0" if first == 0 else "1" if first < count * 0.4 else "2")


def _used(marks: int, has_address: bool) -> str:
    """Which keywords the text has."""
    found = [
        letter
        for name, letter in (("vol", "v"), ("pp", "p"), ("no", "n"), ("in", "i"))
        if marks & KEYWORD_BITS[name]
    ]
    return "".join(found) + "u" * has_address

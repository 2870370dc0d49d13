"""The bookkeeping of reading one entry: which characters are understood, and as what.

Every step takes ``Claims`` and returns ``Claims``; places inside are counted from the start of
the entry, and become places of the document where a value is made.
"""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from citecheck.language.folding import fold
from citecheck.model import Provenance, Span, Value

GAP = "\x00"
_ODD_SPACE = re.compile(r"[^\S ]|[\x00\xad]|  ")
_SPACES = re.compile(r"\xad\s{0,9}|[\s\x00]+")
_RUN = re.compile(r"[^\x00]+")
_WORD = re.compile(r"\w")
_OTHER_WORD = re.compile(r"(?<![^\W\d_])[a-zA-Z]*+[^\W\d_a-zA-Z][^\W\d_]*")
_NO_WORDS = GAP + " .,;:()[]–-"  # most of what is left in the end
_LETTERS_ALONE = bytes(ord(" ") if not chr(code).isalpha() else code for code in range(128)) * 2

Place = tuple[int, int]


@dataclass(slots=True)  # frozen ones take three times as long to make, and steps make many
class Claims:
    """One entry, half read. No step changes one.

    ``entry`` is its text with every run of white space made one plain blank, ``free`` the same
    with each claimed character replaced by ``GAP``. ``places`` are the offsets, in the document,
    of the characters of ``entry``. ``body`` is where, in the entry, the names end and the rest
    begins, ``title_end`` where the title ends once it is known. ``fields`` are those of
    ``Reference``. ``known_words`` are the ``words`` once they were asked for.
    """

    entry: str
    places: Sequence[int]
    free: str
    body: int = 0
    title_end: int = 0
    fields: Mapping[str, Any] = field(default_factory=dict)
    known_words: frozenset[str] = frozenset()

    @classmethod
    def of(cls, text: str, span: Span) -> "Claims":
        """The unread entry that stands at *span* of *text*."""
        entry = text[span.start : span.end]
        places: Sequence[int] = range(span.start, span.end)
        if ("  " in entry or not entry.isprintable()) and _ODD_SPACE.search(entry):
            entry, places = _plain(entry, span.start)
        return cls(entry, places, entry)

    def span(self, start: int, end: int) -> Span:
        """The place in the document of a place in the entry."""
        return Span(start=self.places[start], end=self.places[end - 1] + 1)

    def at(self, offset: int) -> int:
        """The place in the entry of an offset in the document."""
        places = self.places
        if type(places) is range:  # no white space was altered
            return offset - places.start
        return bisect_left(places, offset)

    def place_of(self, name: str) -> Place | None:
        """Where, in the entry, the value of a field stands."""
        value = self.fields.get(name)
        span = value.span if value else None
        return (self.at(span.start), self.at(span.end)) if span else None

    def value(
        self,
        start: int,
        end: int,
        value: str | None = None,
        provenance: Provenance = Provenance.WRITTEN,
    ) -> Value:
        """The characters of a place, or *value* read from them, as a ``Value``."""
        text = self.entry[start:end] if value is None else value
        return Value(value=text, span=self.span(start, end), provenance=provenance)

    def take(self, *places: Place) -> "Claims":
        """Mark the characters of *places* as understood."""
        free = self.free
        for start, end in places:
            taken = GAP * (end - start)
            if free[start:end] != taken:
                free = free[:start] + taken + free[end:]
        if free is self.free:
            return self
        return Claims(
            self.entry, self.places, free, self.body, self.title_end, self.fields, self.known_words
        )

    def having(self, **fields: object) -> "Claims":
        """With further fields of the reference."""
        return Claims(
            self.entry, self.places, self.free, self.body, self.title_end,
            {**self.fields, **fields}, self.known_words,
        )  # fmt: skip

    def read(self, place: Place, **fields: object) -> "Claims":
        """With a place understood as further fields of the reference."""
        start, end = place
        free = self.free[:start] + GAP * (end - start) + self.free[end:]
        return Claims(
            self.entry, self.places, free, self.body, self.title_end,
            {**self.fields, **fields}, self.known_words,
        )  # fmt: skip

    def from_body(self, body: int) -> "Claims":
        """With the end of the names moved to *body*."""
        return Claims(
            self.entry, self.places, self.free, body, self.title_end, self.fields, self.known_words
        )

    def titled(self, whole: Place, **fields: object) -> "Claims":
        """With the title and what belongs to it; *whole* is its place, quotation marks included."""
        free = self.take(whole).free
        return Claims(
            self.entry, self.places, free, self.body, whole[1],
            {**self.fields, **fields}, self.known_words,
        )  # fmt: skip

    @property
    def words(self) -> frozenset[str]:
        """The folded words that were free when they were first asked for, and more at times.

        What is not among them stands nowhere in ``free``.
        """
        if not self.known_words:
            self.known_words = frozenset(_words(self.free))
        return self.known_words

    def words_at(self, start: int, end: int) -> frozenset[str]:
        """The folded words that are free at a place."""
        return frozenset(_words(self.free[start:end]))

    def has(self, name: str) -> bool:
        """Whether a field was read already."""
        return bool(self.fields.get(name))

    def pieces(self, start: int = 0, end: int | None = None) -> list[Place]:
        """The stretches, in order, that nothing has claimed yet."""
        size = len(self.free)
        end = size if end is None or end > size else end
        if self.free.find(GAP, start, end) < 0:
            return [(start, end)] if start < end else []
        return [match.span() for match in _RUN.finditer(self.free, start, end)]

    def has_words(self) -> bool:
        """Whether a letter or figure is left that nothing has claimed."""
        return _WORD.search(self.free.strip(_NO_WORDS)) is not None


def _words(text: str) -> Iterable[str]:
    """The folded words of *text*, figures apart, and what is plain in those with other letters."""
    letters = text.casefold().encode("ascii", "replace").translate(_LETTERS_ALONE)
    words = letters.decode().split()
    return words if text.isascii() else chain(words, map(fold, _OTHER_WORD.findall(text)))


def _plain(entry: str, offset: int) -> tuple[str, Sequence[int]]:
    """The entry with single blanks, none behind a hyphen at the end of a line, and without soft
    hyphens; and the places.
    """
    places = array("L")
    parts, done = [], 0
    for match in _SPACES.finditer(entry):
        start, end = match.span()
        joined = match[0][0] == "\xad" or (
            "\n" in match[0]
            and entry[start - 1 : start] == "-"
            and entry[start - 2 : start - 1].isalnum()
        )
        parts.append(entry[done:start] if joined else entry[done:start] + " ")
        places.extend(range(offset + done, offset + start + (not joined)))
        done = end
    parts.append(entry[done:])
    places.extend(range(offset + done, offset + len(entry)))
    return "".join(parts), places


_EDGES = frozenset(" .,;:/|–—-=·•*_()[]{}\x00\"'“”‘’«»„<>&…")


def trim(text: str, start: int, end: int, edges: frozenset[str] = _EDGES) -> Place:
    """The place without the blanks and punctuation (*edges*) at both its ends."""
    while start < end and text[start] in edges:
        start += 1
    while end > start and text[end - 1] in edges:
        end -= 1
    return start, end

"""Words, gaps and other strings that the tagger met, numbered, with what it asks of each."""

from collections.abc import Callable, Sequence
from typing import Any, Final

import numpy as np

from citecheck.parsing.bulk.hashed import Column, Grown, Hashed, encode, hashes
from citecheck.parsing.surroundings import NO_KEYWORD
from citecheck.parsing.words import KEYWORDS, Word, read_gap, read_word

START: Final = Word("<s>", "B", "", "B", "")
END: Final = Word("</s>", "E", "", "E", "")

KEYWORD_BITS = {"": 0} | {
    name: 1 << number for number, name in enumerate(dict.fromkeys(KEYWORDS.values()))
}
"""A bit for each class of keywords."""

# What is asked of the shape of a word.
CAPITAL, SMALL, DIGITS, YEAR, ADDRESS, SINGLE, LETTER, CAPITAL_LETTER = (1 << n for n in range(8))
# What is asked of a word beside its shape.
NAMED, PLACED, LONG, TELLING = (1 << n for n in range(8, 12))
# What is asked of a gap.
PARTS, BRACKET, STOP, QUOTE, STOPPED, LEADS_STOP, BRACKETED, CLOSES = (1 << n for n in range(8))


class Strings(dict[str, int]):
    """Short strings by number, with their hashes."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._new: list[bytes] = []
        self._known = Grown(2, np.uint64)

    def __missing__(self, string: str) -> int:
        """The number of a string not met before."""
        number = self[string] = len(self)
        self._new.append(encode(string))
        return number

    def column(self, numbers: Column) -> Hashed:
        """The strings that have these numbers."""
        if self._new:
            self._known.add(np.stack(hashes(self._new), axis=1))
            self._new = []
        return Hashed(*self._known.rows[numbers].T)


class Table(dict[Any, int]):
    """Things by number, with a row of small numbers each."""

    def __init__(self, describe: Callable[[Any], tuple[int, ...]], known: Sequence[Any]) -> None:
        """Number the *known* things, and more as they are met; *describe* gives their rows."""
        super().__init__()
        self._describe = describe
        self.new: list[Any] = []
        self._rows: list[tuple[int, ...]] = []
        for thing in known:
            self[thing]
        self._known = Grown(len(self._rows[0]), np.int64)

    def __missing__(self, thing: Any) -> int:
        """The number of a thing not met before."""
        number = self[thing] = len(self)
        self.new.append(thing)
        self._rows.append(self._describe(thing))
        return number

    def columns(self, numbers: Column) -> Column:
        """The rows of things by number, turned: one column a question."""
        if self._rows:
            self._known.add(np.array(self._rows))
            self._rows = []
        return np.ascontiguousarray(self._known.rows[numbers].T)


class Vocabulary:
    """All that was met since the tagger was loaded, or since too much was."""

    def __init__(self) -> None:
        """Start with the marks for the beginning and the end of a text."""
        self.strings = Strings()
        self.words = Table(self._describe_word, [START, END])
        self.gaps = Table(self._describe_gap, [""])

    def _describe_word(self, word: str | Word) -> tuple[int, ...]:
        """Numbers of form, shape, keyword, kind and lexicons; what is asked; bit of the keyword."""
        read = read_word(word) if type(word) is str else word
        assert isinstance(read, Word)
        form, shape, keyword, kind, lists = read
        number = self.strings
        asked = (
            _asked_of_shape(shape)
            | NAMED * ("G" in lists)
            | PLACED * ("L" in lists)
            | LONG * (len(form) > 2)
            | TELLING * (keyword not in NO_KEYWORD)
        )
        return (
            number[form], number[shape], number[keyword], number[kind], number[lists], asked,
            KEYWORD_BITS[keyword],
        )  # fmt: skip

    def _describe_gap(self, text: str) -> tuple[int, ...]:
        """Numbers of text and core; what is asked; how it opens quotations, and brackets."""
        gap = read_gap(text)
        core = gap.core
        asked = (
            PARTS * (core != "" and core not in ("-", "'", "/"))
            | BRACKET * (gap.text == "(")
            | STOP * (core == ".")
            | QUOTE * ('"' in core)
            | STOPPED * ("." in core)
            | LEADS_STOP * (core[:1] == ".")
            | BRACKETED * ("(" in core)
            | CLOSES * gap.closes
        )
        return (self.strings[gap.text], self.strings[core], asked, gap.opens, gap.depth)


def _asked_of_shape(shape: str) -> int:
    return (
        CAPITAL * (shape[0] == "X")
        | SMALL * (shape[0] == "x")
        | DIGITS * (shape[0] == "d")
        | YEAR * (shape == "Y")
        | ADDRESS * (shape == "URL")
        | SINGLE * (shape in ("X", "x", "d1"))
        | LETTER * (shape in ("X", "x"))
        | CAPITAL_LETTER * (shape == "X")
    )

"""Titles of the list where a note names them, whole or shortened."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from citecheck.language.folding import fold
from citecheck.model import Reference

_WORD = re.compile(r"[^\W_]+")
_ARTICLES = frozenset(
    "a an the der die das ein eine le la les un une el los las o os as il lo".split()
)
# So many words of a title are compared, and so many titles that begin alike.
_COMPARED, _ALIKE = 40, 40
_INDEXED = 3
_LONG_ENOUGH = 4


class Found(NamedTuple):
    """A title at ``text[start:end]``, and the numbers of the entries that it may be."""

    start: int
    end: int
    entries: tuple[int, ...]
    sure: bool


class Titles:
    """The titles of a list, by their first words."""

    def __init__(self, references: Sequence[Reference]) -> None:
        """Index the titles of *references*; entries are numbered by their place in them."""
        self._by_start: dict[tuple[str, ...], list[tuple[int, list[str]]]] = {}
        for number, reference in enumerate(references):
            words = _WORD.findall(fold(reference.title.value)) if reference.title else []
            for begin in (0, 1) if words and words[0] in _ARTICLES else (0,):
                rest = words[begin:]
                if rest:
                    start = tuple(rest[:_INDEXED])
                    self._by_start.setdefault(start, []).append((number, rest))

    def first_in(self, text: str, start: int, end: int) -> Found | None:
        """The first title within ``text[start:end]``; one of few words must be whole."""
        places = list(_WORD.finditer(text, start, end))
        words = [fold(place.group()) for place in places]
        for index in range(len(words)):
            best = self._longest_at(words, index)
            if best:
                count, entries, sure = best
                last = places[index + count - 1]
                return Found(places[index].start(), last.end(), entries, sure)
        return None

    def _longest_at(
        self, words: Sequence[str], index: int
    ) -> tuple[int, tuple[int, ...], bool] | None:
        common = {
            number: (_common(words, index, title), len(title))
            for number, title in self._starting(words, index)
        }
        if not common:
            return None
        longest = max(count for count, _ in common.values())
        entries = tuple(number for number, (count, _) in common.items() if count == longest)
        whole = any(common[number][1] == longest for number in entries)
        return longest, entries, longest >= _LONG_ENOUGH or (longest > 1 and whole)

    def _starting(self, words: Sequence[str], index: int) -> Iterator[tuple[int, list[str]]]:
        """The titles whose first words stand at *index*."""
        for size in range(1, _INDEXED + 1):
            alike = self._by_start.get(tuple(words[index : index + size]), ())
            for number, title in alike[:_ALIKE]:
                if min(_INDEXED, len(title)) == size:
                    yield number, title


def _common(words: Sequence[str], index: int, title: Sequence[str]) -> int:
    """How many words of *title* stand at *index* in a row."""
    pairs = zip(words[index : index + _COMPARED], title, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))

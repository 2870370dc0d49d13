"""Titles of the list where a note names them, whole or shortened."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from citecheck.language.folding import fold
from citecheck.language.subtitles import main_title
from citecheck.model import Reference

_WORD = re.compile(r"[^\W_]+")
ARTICLES = frozenset(
    "a an the der die das ein eine le la les un une el los las o os as il lo".split()
)
# So many words of a title are compared, and so many titles that begin alike.
_COMPARED, _ALIKE = 40, 40
_INDEXED = 3
# A main title of so few words is known by itself.
_SHORT = 2
_LONG_ENOUGH = 4
_SHORTEST = 3


class Found(NamedTuple):
    """A title at ``text[start:end]``, and the numbers of the entries that it may be."""

    start: int
    end: int
    entries: tuple[int, ...]
    sure: bool


class _Title(NamedTuple):
    """The words of an entry's title, and how many of them stand before the subtitle."""

    entry: int
    words: list[str]
    main: int


class Titles:
    """The titles of a list, by their first words."""

    def __init__(self, references: Sequence[Reference]) -> None:
        """Index the titles of *references*; entries are numbered by their place in them."""
        self._by_start: dict[tuple[str, ...], list[_Title]] = {}
        self._by_first: dict[str, list[_Title]] = {}
        self._words: list[list[str]] = []
        self._values = [
            reference.title.value if reference.title else "" for reference in references
        ]
        for number, reference in enumerate(references):
            folded = fold(reference.title.value) if reference.title else ""
            words = _WORD.findall(folded)
            self._words.append(words)
            main = len(_WORD.findall(main_title(folded)))
            for begin in (0, 1) if words and words[0] in ARTICLES else (0,):
                if rest := words[begin:]:
                    title = _Title(number, rest, main - begin)
                    self._by_first.setdefault(rest[0], []).append(title)
                    sizes = (_INDEXED, _SHORT) if title.main == _SHORT else (_INDEXED,)
                    for start in {tuple(rest[:size]) for size in sizes}:
                        self._by_start.setdefault(start, []).append(title)

    def value(self, entry: int) -> str:
        """The title of *entry* as listed, "" without one."""
        return self._values[entry]

    def begun_by(self, words: Sequence[str]) -> tuple[int, ...]:
        """The entries whose titles begin with all of the folded *words*, or without a leading
        article of theirs; those whose title ends there, if there are any.
        """
        if words[:1] and words[0] in ARTICLES:
            words = words[1:]
        if not words:
            return ()
        begun = [t for t in self._by_first.get(words[0], ()) if t.words[: len(words)] == words]
        whole = [title for title in begun if len(words) in (title.main, len(title.words))]
        return tuple(dict.fromkeys(title.entry for title in whole or begun))

    def shortened(self, words: Sequence[str], entries: Iterable[int]) -> tuple[int, ...]:
        """Those of *entries* that the folded *words* may be a short title of: words of theirs in
        order ("Harbours" for "A History of Small Harbours"); those that begin so, if any do.
        """
        sought = [word for word in words if word not in ARTICLES]
        if not sought or len("".join(sought)) < _SHORTEST:
            return ()
        fit = [entry for entry in entries if _has_in_order(self._words[entry], sought)]
        begun = set(self.begun_by(words)) & set(fit)
        return tuple(sorted(begun or fit))

    def first_in(self, text: str, start: int, end: int) -> Found | None:
        """The first title within ``text[start:end]``."""
        return next(self.all_in(text, start, end), None)

    def all_in(self, text: str, start: int, end: int) -> Iterator[Found]:
        """The titles within ``text[start:end]``, in order; one of few words must be whole."""
        places = list(_WORD.finditer(text, start, end))
        words = [fold(place.group()) for place in places]
        for index in range(len(words)):
            best = self._longest_at(words, index)
            if best:
                count, entries, sure = best
                last = places[index + count - 1]
                yield Found(places[index].start(), last.end(), entries, sure)

    def _longest_at(
        self, words: Sequence[str], index: int
    ) -> tuple[int, tuple[int, ...], bool] | None:
        """How many words at *index* begin a title, and whose; a title that ends there is meant."""
        common = [(_common(words, index, t.words), t) for t in self._starting(words, index)]
        if not common:
            return None
        longest = max(count for count, _ in common)
        alike = [title for count, title in common if count == longest]
        whole = [title for title in alike if len(title.words) == longest]
        ends = bool(whole) or any(title.main == longest for title in alike)
        entries = tuple(title.entry for title in whole or alike)
        enough = _SHORT if whole else _INDEXED
        return longest, entries, longest >= _LONG_ENOUGH or (longest >= enough and ends)

    def _starting(self, words: Sequence[str], index: int) -> Iterator[_Title]:
        """The titles whose first words stand at *index*."""
        for size in range(1, min(_INDEXED, len(words) - index) + 1):
            alike = self._by_start.get(tuple(words[index : index + size]), ())
            yield from alike[:_ALIKE]


def _common(words: Sequence[str], index: int, title: Sequence[str]) -> int:
    """How many words of *title* stand at *index* in a row."""
    pairs = zip(words[index : index + _COMPARED], title, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _has_in_order(title: Sequence[str], sought: Sequence[str]) -> bool:
    """Whether all words *sought* stand in *title*, in that order."""
    rest = iter(title)
    return all(word in rest for word in sought)

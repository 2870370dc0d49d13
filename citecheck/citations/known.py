"""What the literature list knows: who stands in it, with whom, and of which years."""

import re
from collections.abc import Iterable, Mapping, Sequence

from citecheck.language.connectors import PARTICLES, particles_behind
from citecheck.language.folding import fold, han_families, letters, words
from citecheck.model import Name, PartialDate, Reference

_SUBDIVISION = re.compile(r"[,;/|(\[]|\.\s| [-–—] ")
_ABBREVIATION = re.compile(r"[(\[]([^()\[\]]{2,20})[)\]]|^(\w{2,12}) [-–—] ")
_YEAR_AT_END = re.compile(r"\s\(?((?:1[5-9]|20)\d\d)\)?$")
_ARTICLES = ("the ", "der ", "die ", "das ", "le ", "la ", "les ", "el ", "los ", "o ", "a ", "os ")

_LONGEST_INITIALS = 4
_FEWEST_INITIALS = 3

_NONE: frozenset[int] = frozenset()


class Known:
    """An index of a literature list, by the folded names of its authors."""

    def __init__(
        self,
        references: Sequence[Reference],
        *,
        inflects: bool = False,
        declared: Mapping[str, Iterable[int]] | None = None,
    ) -> None:
        """Index *references*; entries are numbered by their place in them.

        *inflects* tells that the text is one whose language inflects names in Latin letters,
        *declared* which entries it cites by which short names.
        """
        self.inflects = inflects
        self._entries: dict[str, set[int]] = {}
        self._first: dict[str, set[int]] = {}
        self._given: dict[str, set[str]] = {}
        self._last_words: set[str] = set()
        self._organisations: set[str] = set()
        self._titles: dict[int, list[str]] = {}
        self._dates = [_dates(reference) for reference in references]
        for number, reference in enumerate(references):
            for position, name in enumerate(reference.names):
                self._add(number, name, first=position == 0)
            if not reference.names and reference.title:
                self._add(number, Name(literal=reference.title.value), first=True)
            self._add_dated(number, reference)
        self._short = frozenset(declared or ())
        for short, entries in (declared or {}).items():
            self._entries.setdefault(short, set()).update(entries)
            self._first.setdefault(short, set()).update(entries)

    def _add_dated(self, number: int, reference: Reference) -> None:
        """Know "Flora of the North 2020" by its name without the year that belongs to it."""
        literal = reference.names[0].literal if reference.names else ""
        literal = literal or (reference.title.value if reference.title else "")
        if literal:
            self._titles[number] = words(literal)
        parts = literal.split()
        if len(parts) > 2 or (len(parts) == 2 and parts[1].islower()):
            self._last_words.add(fold(parts[-1]))
        if found := _YEAR_AT_END.search(literal):
            self._add(number, Name(literal=literal[: found.start()]), first=True)
            self._dates[number] |= {int(found[1])}

    def __len__(self) -> int:
        """Number of entries."""
        return len(self._dates)

    def _add(self, number: int, name: Name, *, first: bool) -> None:
        for key in _keys(name):
            self._entries.setdefault(key, set()).add(number)
            if name.literal:
                self._organisations.add(key)
            if first:
                self._first.setdefault(key, set()).add(number)
            if name.given:
                self._given.setdefault(key, set()).update(fold(name.given).split())

    def may_end(self, word: str) -> bool:
        """Whether an organisation's or work's name of several words ends with folded *word*."""
        return word in self._last_words

    def has(self, name: str) -> bool:
        """Whether someone of that name stands in the list."""
        return letters(name) in self._entries

    def leads(self, name: str) -> bool:
        """Whether an entry begins with that name."""
        return letters(name) in self._first

    def is_organisation(self, name: str) -> bool:
        """Whether an organisation of that name stands in the list."""
        return letters(name) in self._organisations

    def is_short(self, name: str) -> bool:
        """Whether *name* is the short form that the text gives to a listed one."""
        return letters(name) in self._short

    def is_given(self, word: str, family: str) -> bool:
        """Whether *word* is, abbreviates or spells out a given name listed with *family*."""
        bare = fold(word).strip(".")
        return bool(bare) and any(
            given.startswith(bare) or bare.startswith(given.rstrip("."))
            for given in self._given.get(letters(family), ())
            if given.strip(".")
        )

    def together(self, *names: str) -> frozenset[int]:
        """The entries that list every one of *names*."""
        found = [self._entries.get(letters(name)) for name in names]
        if not found or not all(found):
            return _NONE
        return frozenset(set.intersection(*(entries for entries in found if entries)))

    def led_by(self, names: Sequence[str]) -> frozenset[int]:
        """The entries that begin with the first of *names* and list all the others."""
        return self.together(*names) & self._first.get(letters(names[0]), _NONE)

    def titled(self, begun: Sequence[str]) -> frozenset[int]:
        """The entries under a title, or an organisation, that begins with the words *begun*."""
        size = len(begun)
        return frozenset(n for n, title in self._titles.items() if title[:size] == [*begun])

    def of_year(self, entries: Iterable[int], year: int) -> bool:
        """Whether one of *entries* is of *year* (0: of no known year)."""
        return any(year in self._dates[entry] for entry in entries)


def _dates(reference: Reference) -> frozenset[int]:
    dates: list[PartialDate | None] = [reference.issued, reference.original_date]
    dates += [date.end for date in dates if date]
    years = {date.year for date in dates if date and date.year is not None}
    return frozenset(years or {0})


def _keys(name: Name) -> Iterable[str]:
    if not name.literal:
        family = name.family
        forms = {family, name.sort_name, f"{name.dropping_particle} {family}"}
        forms.update(f"{particles} {family}" for particles in particles_behind(name.given))
        forms.update(() if name.given else han_families(family))
        parts = family.split()
        if len(name.given) > _LONGEST_INITIALS:
            forms.add(f"{family} {name.given}")  # an organisation's name that was taken apart
        if len(parts) > 1:
            forms.add(parts[-1])
            while len(parts) > 1 and fold(parts[0]) in PARTICLES:
                parts = parts[1:]
                forms.add(" ".join(parts))
            forms.add(parts[0])
    else:
        forms = set(_literal_forms(name.literal))
    return {key for key in map(letters, forms) if len(key) > 1}


def _literal_forms(literal: str) -> Iterable[str]:
    head = _SUBDIVISION.split(literal, maxsplit=1)[0]
    yield literal
    if len(head) > 2:
        yield head
    for article in _ARTICLES:
        if fold(literal).startswith(article):
            yield literal[len(article) :]
    for first, second in _ABBREVIATION.findall(literal):
        yield first or second
    initials = "".join(word[0] for word in head.split() if word[0].isupper())
    if len(initials) >= _FEWEST_INITIALS:
        yield initials

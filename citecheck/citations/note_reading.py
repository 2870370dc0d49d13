"""What is read from the notes of a text so far, and what the literature list makes of it."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from citecheck.citations.known import Known
from citecheck.citations.titles import Titles
from citecheck.citations.words import Kind, words_before
from citecheck.language.folding import letters
from citecheck.model import Citation, CitationSystem, CitedName, Span

_MARK = re.compile(r"(?<![\s\0])\[\^?(\d{1,4})\](?!:)")
_REACH = 60


class Listed(NamedTuple):
    """The titles, names and ids of a literature list."""

    titles: Titles
    known: Known
    identifiers: tuple[str, ...]


@dataclass(slots=True)
class Reading:
    """The citations found, each with the number of its note.

    ``numbers`` tells which note a number in "(n 14)" means where that is not the note of the same
    number; ``pointers`` are the numbers so met, with the labels that the names beside them allow.
    ``unclear`` tells that what was read last seems to cite, but no work of the list.
    """

    text: str
    listed: Listed
    numbers: Mapping[int, int] = field(default_factory=dict)
    found: list[tuple[int, Citation]] = field(default_factory=list)
    unclear: bool = False
    pointers: list[tuple[int, frozenset[str]]] = field(default_factory=list)
    _met: dict[str, set[int]] = field(default_factory=dict)
    _labels: dict[int, tuple[str, ...]] = field(default_factory=dict)
    _marks: dict[int, int] | None = None

    def led_by(self, entries: Sequence[int], names: Sequence[CitedName]) -> tuple[str, ...]:
        """The ids of those *entries* (of all, if none) that begin with one of *names*."""
        led = {entry for name in names for entry in self._led_by(name)}
        fitting = [entry for entry in entries if entry in led] if entries else sorted(led)
        return tuple(self.listed.identifiers[entry] for entry in fitting or entries)

    def entries_of(self, names: Sequence[CitedName]) -> tuple[int, ...]:
        """The numbers of the entries that list all of *names*, first those that one leads."""
        families = [name.family for name in names]
        known = self.listed.known
        found = known.together(*families) or known.together(*families[-1:])
        led = {entry for name in names for entry in self._led_by(name)}
        return tuple(sorted(found & led or found or led))

    def _led_by(self, name: CitedName) -> Collection[int]:
        """The entries that *name* leads in the list, or was found beside in a whole reference."""
        return self.listed.known.led_by([name.family]) | self._met.get(letters(name.family), set())

    def known_with(self, entries: Sequence[int], names: Sequence[CitedName]) -> bool:
        """Whether one of *entries* lists one of *names*."""
        known, among = self.listed.known, set(entries)
        return any(among & {*known.together(n.family), *self._led_by(n)} for n in names)

    def labels_in(self, note: int) -> tuple[str, ...]:
        """The ids of the works that note number *note* cites, in order."""
        return self._labels.get(note, ())

    def notes_that_cite(self) -> list[int]:
        """The numbers of the notes that cite, in order."""
        return sorted(self._labels)

    def last(self, among: Sequence[str] = ()) -> tuple[str, ...]:
        """The labels of the last citation, or of the last of one of the works *among*."""
        for _, citation in reversed(self.found):
            if not among or set(among) & set(citation.labels):
                return citation.labels
        return ()

    def add(
        self,
        note: int,
        start: int,
        end: int,
        names: tuple[CitedName, ...],
        labels: tuple[str, ...],
        **more: object,
    ) -> None:
        """Take in the citation ``text[start:end]`` of note number *note*."""
        raw = self.text[start:end].rstrip(" .,\t\r\n")
        citation = Citation(
            id="",
            span=Span(start=start, end=start + len(raw)),
            raw=raw,
            system=CitationSystem.NOTE,
            names=names,
            labels=labels,
        )
        self.unclear = False
        if len(labels) == 1:
            self._meet(names, labels[0])
        self.found.append((note, citation.model_copy(update=more)))
        self._labels[note] = (*self._labels.get(note, ()), *labels)

    def _meet(self, names: Sequence[CitedName], label: str) -> None:
        """Know those of *names* that the list lacks, or has in another form, as that entry's."""
        if unknown := [name for name in names if not self.listed.known.has(name.family)]:
            entry = self.listed.identifiers.index(label)
            for name in unknown:
                self._met.setdefault(letters(name.family), set()).add(entry)

    def names(self, start: int, end: int) -> tuple[CitedName, ...]:
        """The family names known in ``text[start:end]``."""
        return tuple(
            CitedName(family=word.text, span=Span(start=word.start, end=word.end))
            for word in words_before(self.text, end, start)
            if word.kind in (Kind.CAPITALISED, Kind.HAN)
            and (self.listed.known.has(word.text) or letters(word.text) in self._met)
        )

    def names_at_mark(self, note: int) -> tuple[CitedName, ...]:
        """The listed name that the running text has right before the mark of *note*: "Vaux[47]"."""
        if self._marks is None:
            self._marks = {int(m[1]): m.start() for m in _MARK.finditer(self.text)}
        end = self._marks.get(note, 0)
        start = max(0, end - _REACH)
        names = self.names(start, end)
        return names[-1:] if names and names[-1].span.end == end else ()

"""Citations in footnotes: whole entries, short forms, "Ibid.", "ebd.", "op. cit.", "(n 14)".

Notes are prose; what cites in them is known by the titles and names of the list. ``labels`` of
these citations are the ids of the entries that the note's words fit.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from citecheck.citations.footnotes import definitions
from citecheck.citations.known import Known
from citecheck.citations.locators import read_locator
from citecheck.citations.titles import Titles
from citecheck.citations.vocabulary import INTRODUCERS
from citecheck.citations.words import Kind, words_before
from citecheck.model import Citation, CitationSystem, CitedName, Reference, Span

_BACKWARD = re.compile(
    r"(?:Ibid(?:em)?|Ib|Ebda?|Ebenda|Idem|Id|Op\. ?cit|Loc\. ?cit|A\. ?a\. ?O|Там же|Tamże)"
    r"(?!\w)\.?",
    re.IGNORECASE,
)
_NOTE_NUMBER = re.compile(r"\([Nn](?:ote|\.)? ?(\d{1,4})\)")
_BRACKETS = re.compile(r"[()\[\]]|;\s")
_QUOTES = "“\"«„‘'"
_ENOUGH = 3
_NEAR = 160


@dataclass(slots=True)
class _Reading:
    """What is read from the notes of a text so far; ``labels`` holds those of each note's first."""

    text: str
    titles: Titles
    known: Known
    identifiers: Sequence[str]
    found: list[Citation] = field(default_factory=list)
    labels: dict[int, tuple[str, ...]] = field(default_factory=dict)

    def labels_of(self, entries: Sequence[int], names: Sequence[CitedName]) -> tuple[str, ...]:
        """The ids of those *entries* (of all, if none) that begin with one of *names*."""
        led = {entry for name in names for entry in self.known.led_by([name.family])}
        fitting = [entry for entry in entries if entry in led] if entries else sorted(led)
        return tuple(self.identifiers[entry] for entry in fitting or entries)

    def add(self, note: int, citation: Citation) -> None:
        """Take in a citation of note number *note*."""
        self.found.append(citation)
        self.labels.setdefault(note, citation.labels)


def find_notes(text: str, references: Sequence[Reference]) -> list[Citation]:
    """The citations in the notes of *text*, [] if its notes do not cite the works listed."""
    best: list[Citation] = []
    for plain in (False, True):
        notes = definitions(text, plain=plain)
        if len(notes) < _ENOUGH or not references:
            continue
        identifiers = [reference.id for reference in references]
        reading = _Reading(text, Titles(references), Known(references), identifiers)
        for number, note in notes.items():
            for start, end in _pieces(text, note):
                _read(reading, number, start, end)
        titled = sum(not citation.suppress_author for citation in reading.found)
        if titled >= _ENOUGH and len(reading.found) > len(best):
            best = reading.found
    return best


def _pieces(text: str, note: Span) -> Iterator[tuple[int, int]]:
    """The parts of a note between semicolons that stand in no brackets."""
    depth, start = 0, note.start
    for match in _BRACKETS.finditer(text, note.start, note.end):
        sign = match.group()[0]
        if sign == ";":
            if depth <= 0:
                yield start, match.start()
                start = match.end()
        else:
            depth += 1 if sign in "([" else -1
    yield start, note.end


def _read(reading: _Reading, note: int, start: int, end: int) -> None:
    """Add the citation in ``text[start:end]``, a piece of note number *note*, if it is one."""
    text = reading.text
    start += len(text[start:end]) - len(text[start:end].lstrip())
    title = reading.titles.first_in(text, start, end)
    near = title.start if title else min(end, start + _NEAR)
    begin = _after_introduction(text, start, near)
    names = _names(reading, begin, near)
    if title and (title.sure or names or text[title.start - 1] in _QUOTES):
        labels = reading.labels_of(title.entries, names)
        if title.start - begin > _NEAR:
            begin, names = title.start, ()
        reading.add(note, _citation(text, begin, end, names, labels))
    elif citation := _backward(reading, begin, end, names):
        reading.add(note, citation)


def _backward(
    reading: _Reading, begin: int, end: int, names: tuple[CitedName, ...]
) -> Citation | None:
    """ "Ibid. 5" or "Smith (n 14) 6", which mean the work cited last or in another note."""
    text = reading.text
    number = _NOTE_NUMBER.search(text, begin, min(end, begin + _NEAR))
    again = _BACKWARD.match(text, begin, end)
    if again and reading.found:
        last, labels = again.end(), reading.found[-1].labels
    elif number:
        named = reading.labels_of((), names)
        labels = named if len(named) == 1 else reading.labels.get(int(number[1]), ())
        last = number.end()
    else:
        return None
    locator = read_locator(text, last, end)
    stop = min(locator[1], end) if locator else last
    citation = _citation(text, begin, stop, names, labels)
    return citation.model_copy(
        update={
            "suppress_author": not names,
            "locator": text[locator[0] : stop] if locator else "",
        }
    )


def _after_introduction(text: str, start: int, end: int) -> int:
    """Where the citation begins behind "For an overview see"."""
    begin = start
    for word in words_before(text, end, start):
        if word.folded in INTRODUCERS:
            begin = word.end
    while begin < end and text[begin] in " :,.":
        begin += 1
    return begin


def _names(reading: _Reading, start: int, end: int) -> tuple[CitedName, ...]:
    """The listed family names in ``text[start:end]``."""
    return tuple(
        CitedName(family=word.text, span=Span(start=word.start, end=word.end))
        for word in words_before(reading.text, end, start)
        if word.kind in (Kind.CAPITALISED, Kind.HAN) and reading.known.has(word.text)
    )


def _citation(
    text: str, start: int, end: int, names: tuple[CitedName, ...], labels: tuple[str, ...]
) -> Citation:
    end = start + len(text[start:end].rstrip(" .\t\r\n"))
    return Citation(
        id="",
        span=Span(start=start, end=end),
        raw=text[start:end],
        system=CitationSystem.NOTE,
        names=names,
        labels=labels,
    )

"""Citations in footnotes: whole entries, short forms, "Ibid.", "ebd.", "op. cit.", "(n 14)".

Notes are prose; what cites in them is known by the titles and names of the list. ``labels`` of
these citations are the ids of the entries that the note's words fit.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from citecheck.citations.footnotes import definitions
from citecheck.citations.known import Known
from citecheck.citations.note_reading import Listed, Reading
from citecheck.citations.note_references import NEAR, points_back, renumbered
from citecheck.citations.titles import Titles
from citecheck.citations.vocabulary import INTRODUCERS
from citecheck.citations.words import words_before
from citecheck.model import Citation, Reference, Span

_BRACKETS = re.compile(r"[()\[\]]|;\s")
_QUOTES = "“\"«„‘'"
_ENOUGH = 3


def find_notes(text: str, references: Sequence[Reference]) -> list[Citation]:
    """The citations in the notes of *text*, [] if its notes do not cite the works listed."""
    best: list[Citation] = []
    listed: Listed | None = None
    for plain in (False, True):
        notes = definitions(text, plain=plain)
        if len(notes) < _ENOUGH or not references:
            continue
        listed = listed or Listed(
            Titles(references), Known(references), tuple(r.id for r in references)
        )
        reading = _read_all(Reading(text, listed), notes)
        if numbers := renumbered(reading):
            reading = _read_all(Reading(text, listed, numbers), notes)
        found = [citation for _, citation in reading.found]
        if sum(not c.suppress_author for c in found) >= _ENOUGH and len(found) > len(best):
            best = found
    return best


def _read_all(reading: Reading, notes: Mapping[int, Span]) -> Reading:
    """*reading*, all *notes* being read."""
    for number, note in notes.items():
        for start, end in _pieces(reading.text, note):
            _read(reading, number, start, end)
    return reading


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


def _read(reading: Reading, note: int, start: int, end: int) -> None:
    """Add the citation in ``text[start:end]``, a piece of note number *note*, if it is one."""
    text = reading.text
    start += len(text[start:end]) - len(text[start:end].lstrip())
    title = reading.listed.titles.first_in(text, start, end)
    near = title.start if title else min(end, start + NEAR)
    begin = _after_introduction(text, start, near)
    names = reading.names(begin, near)
    if title and (title.sure or names or text[title.start - 1] in _QUOTES):
        labels = reading.led_by(title.entries, names)
        if title.start - begin > NEAR:
            begin, names = title.start, ()
        reading.add(note, begin, end, names, labels)
    else:
        points_back(reading, note, Span(start=begin, end=end), names)


def _after_introduction(text: str, start: int, end: int) -> int:
    """Where the citation begins behind "For an overview see"."""
    begin = start
    for word in words_before(text, end, start):
        if word.folded in INTRODUCERS:
            begin = word.end
    while begin < end and text[begin] in " :,.":
        begin += 1
    return begin

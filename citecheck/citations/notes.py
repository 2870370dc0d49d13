"""Citations in footnotes: whole entries, short forms, "Ibid.", "ebd.", "op. cit.", "(n 14)".

Notes are prose; what cites in them is known by the titles and names of the list. ``labels`` of
these citations are the ids of the entries that the note's words fit.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from citecheck.citations.footnotes import definitions
from citecheck.citations.known import Known
from citecheck.citations.note_reading import Listed, Reading
from citecheck.citations.note_references import points_back, renumbered
from citecheck.citations.note_titles import NEAR, altered_in, cited_in, introduced, short_in
from citecheck.citations.titles import Titles
from citecheck.citations.vocabulary import INTRODUCERS
from citecheck.citations.words import Kind, words_before
from citecheck.model import Citation, Reference, Span

_BRACKETS = re.compile(r"[()\[\]]|;\s")
# Where a sentence or clause of a note may end: behind a page, a quotation, "ff." or "op. cit.".
_STOP = re.compile(
    r"(?:(?:[\d)\]”\"»]|(?<!\w)(?:ff?|[ivxlc]{1,7}|cit|[Ii]bid|[Ee]bd|c))[.,]|\.[”\"»]) {1,2}"
    r"(?=[^\W\d_])"
)
_EARLY = 80
"""Characters from the beginning of a sentence within which "see" introduces what it cites."""
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
            for begin, stop in _sentences(reading, start, end):
                _read(reading, number, begin, stop)
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


def _sentences(reading: Reading, start: int, end: int) -> Iterator[tuple[int, int]]:
    """``text[start:end]`` parted before those of its sentences and clauses that cite again."""
    for stop in _STOP.finditer(reading.text, start, end):
        if _cites_again(reading, stop.end(), end, within="," in stop.group()):
            yield start, stop.end()
            start = stop.end()
    yield start, end


def _cites_again(reading: Reading, start: int, end: int, *, within: bool) -> bool:
    """Whether a citation begins at *start*: soon behind "see" or the like, or with a short title.

    *within* a sentence only where it begins with "see" or "and", or right there with an author and
    a short title.
    """
    again = short_in(reading, start, min(end, start + NEAR))
    words = words_before(reading.text, min(end, start + _EARLY), start)
    if within:
        joined = bool(words) and words[0].kind is Kind.AND
        words = words[joined : joined + 1]
        if not joined:
            begun = again is not None and again.begin == start
            return begun or any(word.folded in INTRODUCERS for word in words)
    if any(word.folded in INTRODUCERS for word in words):
        return True
    return again is not None


def _read(reading: Reading, note: int, start: int, end: int) -> None:
    """Add the citation in ``text[start:end]``, a piece of note number *note*, if it is one."""
    text = reading.text
    start += len(text[start:end]) - len(text[start:end].lstrip())
    if cited := cited_in(reading, start, end) or altered_in(reading, start, end):
        reading.add(note, cited.begin, end, cited.names, cited.labels)
    else:
        near = min(end, start + NEAR)
        begin = introduced(text, start, near)
        points_back(reading, note, Span(start=begin, end=end), reading.names(begin, near))

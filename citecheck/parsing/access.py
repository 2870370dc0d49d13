"""Notes such as "Downloaded 5 February 2024 from:": the day of the visit and what it points at."""

import re
from itertools import islice
from typing import NamedTuple

from citecheck.language.access_words import available, first_words, is_preposition, visited
from citecheck.language.folding import fold
from citecheck.model import AccessNote, PartialDate
from citecheck.parsing.claims import GAP, Claims, Place, trim
from citecheck.parsing.dates import Dated, find_dates

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
# The first word of a clause: that behind punctuation, a figure or a claimed place.
_CLAUSE = re.compile(r"(?:^|[.,;:(\[|–—!?\x00\"”’»)\]>\d] ?)([^\W\d_]+)")
_SKIP = " .,:;([\t–—-"
_BARE_DATE = re.compile(r"\x00[.,]?\s?[(\[](?=\d|[^\W\d_])")
_LONGEST_TARGET = 300


class _Note(NamedTuple):
    """A note in the entry: its place, its preposition, its date, and where its target begins."""

    start: int
    end: int
    preposition: Place | None
    dated: Dated | None


def read_access(claims: Claims) -> Claims:
    """Claim the notes of access; the first with an address becomes ``access_note``."""
    notes = _find_notes(claims)
    for note in notes:
        claims = _claim_note(claims, note)
    if not notes and claims.has("url"):
        claims = _claim_bare_date(claims)
    return _claim_online_date(claims) if "/OL]" in claims.free else claims


def _find_notes(claims: Claims) -> list[_Note]:
    notes: list[_Note] = []
    starts = first_words()
    if starts.isdisjoint(claims.words):
        return notes
    done = 0
    for match in _CLAUSE.finditer(claims.free):
        if match.start(1) < done or fold(match[1]) not in starts:
            continue
        if note := _note_at(claims, match.start(1)):
            notes.append(note)
            done = note.end
    return notes


def _note_at(claims: Claims, start: int) -> _Note | None:
    """The note that begins at *start*, if a date or an address follows its words."""
    words = list(islice(_WORD.finditer(claims.free, start), 4))
    folded = tuple(fold(word[0]) for word in words)
    for size in range(len(words), 0, -1):
        phrase, end = folded[:size], words[size - 1].end()
        note = _visit(claims, start, end) if phrase in visited() else None
        if note is None and phrase in available():
            note = _address(claims, start, end)
        if note:
            return note
    return None


def _visit(claims: Claims, start: int, end: int) -> _Note | None:
    """A note whose phrase is followed by the date of the visit."""
    text = claims.free
    place = _skip(text, end)
    dated = next(find_dates(text, place, place + 45), None)
    if dated is None or _skip_weekday(text, place, dated.start) != dated.start:
        return None
    preposition, after = _preposition(text, dated.end)
    return _Note(start, after, preposition, dated)


def _skip_weekday(text: str, start: int, end: int) -> int:
    """Past one word such as "Monday" or "am" before the date."""
    between = text[start:end].strip(" ,.:")
    return end if not between or (between.isalpha() and len(between) < 12) else start


def _address(claims: Claims, start: int, end: int) -> _Note | None:
    """A note whose phrase is followed by an address: an identifier claimed before."""
    text = claims.free
    place = end
    while place < len(text) and place < end + 4 and text[place] in " :<([]).":
        place += 1
    if place == len(text) or text[place] != GAP or not _is_address(claims, place):
        return None
    last = end
    while last < place and text[last] in ":])":
        last += 1
    preposition = None
    head, _, word = text[start:end].rpartition(" ")
    if head and is_preposition(fold(word)):
        preposition = (end - len(word), end)
    return _Note(start, last, preposition, None)


def _is_address(claims: Claims, place: int) -> bool:
    near = claims.entry[max(0, place - 10) : place + 12].casefold()
    return any(mark in near for mark in ("http", "www", "ftp", "doi", "10.", "hdl", "urn"))


def _preposition(text: str, start: int) -> tuple[Place | None, int]:
    """The "from" behind a date, and where the note ends (a colon included)."""
    match = _WORD.match(text, _skip(text, start, " ,)]"))
    joined = match is not None and is_preposition(fold(match[0]))
    place = match.span() if match and joined else None
    end = place[1] if place else start
    return place, end + (text[end : end + 1] == ":")


def _skip(text: str, start: int, marks: str = _SKIP) -> int:
    while start < len(text) and text[start] in marks:
        start += 1
    return start


def _claim_note(claims: Claims, note: _Note) -> Claims:
    fields: dict[str, object] = {}
    if note.dated and not claims.has("accessed"):
        fields["accessed"] = _placed(claims, note.dated)
    target = _target(claims, note) if "access_note" not in claims.fields else None
    if "access_note" not in claims.fields:
        fields["access_note"] = AccessNote(
            span=claims.span(note.start, note.end),
            preposition=claims.span(*note.preposition) if note.preposition else None,
            target=claims.span(*target) if target else None,
        )
    claims = claims.having(**fields).take((note.start, note.end))
    return claims.take(target) if target else claims


def _placed(claims: Claims, dated: Dated) -> PartialDate:
    return dated.date.model_copy(update={"span": claims.span(dated.start, dated.end)})


def _target(claims: Claims, note: _Note) -> Place | None:
    """What the note points at: the identifier behind it, or else the words up to the end."""
    text = claims.free
    start = _skip(text, note.end, " :<([.")
    end = start
    while end < len(text) and text[end] == GAP:
        end += 1
    if end > start and _is_address(claims, start):
        return trim(claims.entry, start, end, frozenset(" <>[]\x00"))
    if note.preposition is None:
        return None
    end = min(len(text), start + _LONGEST_TARGET)
    gap = text.find(GAP, start, end)
    place = trim(claims.entry, start, gap if gap >= 0 else end, frozenset(" ,;:"))
    return place if place[1] > place[0] else None


def _claim_online_date(claims: Claims) -> Claims:
    """The date in square brackets of an online work, by GB/T 7714: "[EB/OL]. [2019-06-02]"."""
    opening = claims.free.find("[", claims.free.find("/OL]"))
    dated = next(find_dates(claims.free, opening + 1, opening + 14), None) if opening > 0 else None
    if dated is None or claims.has("accessed") or claims.free[dated.end : dated.end + 1] != "]":
        return claims
    claims = claims.take((opening, dated.end + 1))
    return claims.having(accessed=_placed(claims, dated))


def _claim_bare_date(claims: Claims) -> Claims:
    """A full date in parentheses right behind an address is the day of the visit."""
    match = _BARE_DATE.search(claims.free)
    if match is None:
        return claims
    dated = next(find_dates(claims.free, match.end(), match.end() + 30), None)
    if dated is None or dated.start != match.end() or dated.date.day is None:
        return claims
    return claims.take((dated.start, dated.end)).having(accessed=_placed(claims, dated))

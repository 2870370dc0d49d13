"""Citations that point back to others: "Ibid. 5", "Smith, op. cit., 7", "Smith (n 14) 6"."""

import re
from collections.abc import Mapping

from citecheck.citations.locators import read_locator
from citecheck.citations.note_reading import Reading
from citecheck.citations.words import Kind, words_before
from citecheck.model import CitedName, Span

NEAR = 160
"""Characters from the beginning of a piece of a note within which names or numbers count."""
_BACKWARD = re.compile(
    r"(?<!\w)(?:Ibid(?:em)?|Ib|Ebda?|Ebenda|Idem|Id|Op\. ?cit|Loc\. ?cit|Art\. ?cit"
    r"|[AO]\. ?c|A\. ?a\. ?O|Там же|Там само|Tamże|Указ\. соч)(?!\w)\.?",
    re.IGNORECASE,
)
_NOTE_NUMBER = re.compile(r"\([Nn](?:ote|\.)? ?(\d{1,4})\)")
_NAMES_AND_PAGE = re.compile(r",\s?(?:pp?\.\s?|S\.\s?)?\d{1,4}(?:[-–]\d{1,4})?\s*\.?\s*")
_CLEARLY = 2
"""Pointers that must be explained better before notes are counted in another way."""


def points_back(reading: Reading, note: int, piece: Span, names: tuple[CitedName, ...]) -> None:
    """Add the citation in *piece* of note number *note* if it repeats another."""
    text, start = reading.text, piece.start
    near = min(piece.end, start + NEAR)
    again = _again(text, start, near)
    number = _NOTE_NUMBER.search(text, start, near)
    if number:
        labels, last = _in_note(reading, note, int(number[1]), names), number.end()
    elif again and reading.found:
        led = reading.led_by((), names)
        labels, last = reading.last(led) or led, again.end()
    elif names and (page := _NAMES_AND_PAGE.match(text, names[-1].span.end, piece.end)):
        led = reading.led_by((), names)
        if page.end() < piece.end or not (led and _only_names(text, start, names[-1].span.end)):
            return
        labels, last = reading.last(led) or led, names[-1].span.end
    else:
        return
    locator = read_locator(text, last, piece.end)
    stop = min(locator[1], piece.end) if locator else last
    reading.add(
        note,
        start,
        stop,
        names,
        labels,
        suppress_author=not names,
        locator=text[locator[0] : stop] if locator else "",
    )


def _again(text: str, start: int, end: int) -> re.Match[str] | None:
    """The "ibid." that begins ``text[start:end]``, but for names."""
    found = _BACKWARD.search(text, start, end)
    return found if found and _only_names(text, start, found.start()) else None


def _only_names(text: str, start: int, end: int) -> bool:
    """Whether nothing but names stands in ``text[start:end]``."""
    return all(
        word.kind in (Kind.CAPITALISED, Kind.INITIAL, Kind.HAN, Kind.AND, Kind.PARTICLE)
        or word.text in ",.&"
        for word in words_before(text, end, start)
    )


def _in_note(
    reading: Reading, note: int, number: int, names: tuple[CitedName, ...]
) -> tuple[str, ...]:
    """The work of *names* that the note of that *number* cites; without names its first one.

    Where the note names nobody, the sentence may do so before the mark: "in Vaux[47]".
    """
    cited = reading.labels_in(reading.numbers.get(number, number))
    led = reading.led_by((), names or reading.names_at_mark(note))
    fitting = tuple(label for label in cited if label in led)
    if names:
        reading.pointers.append((number, frozenset(led)))
    return fitting[:1] or (reading.last(led) or led if led else cited[:1])


def renumbered(reading: Reading) -> Mapping[int, int]:
    """Which note each number means, if numbers count only the notes that cite: {} if they do not.

    Programs that set citations count so where other notes stand between theirs.
    """
    alone = dict(enumerate(reading.notes_that_cite(), 1))
    plain = sum(bool(led & set(reading.labels_in(n))) for n, led in reading.pointers)
    other = sum(bool(led & set(reading.labels_in(alone.get(n, 0)))) for n, led in reading.pointers)
    return alone if other >= plain + _CLEARLY else {}

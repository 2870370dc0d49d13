"""Citations that point back to others: "Ibid. 5", "Smith, op. cit., 7", "Smith (n 14) 6"."""

import re
from collections.abc import Mapping, Sequence

from citecheck.citations.locators import read_locator
from citecheck.citations.note_reading import Reading
from citecheck.citations.note_titles import NEAR
from citecheck.citations.words import Kind, Word, words_before
from citecheck.model import CitedName, Span

_BACKWARD = re.compile(
    r"(?<!\w)(?:Ib[ií]d(?:em)?|Ib|Ivi|Ebda?|Ebenda|Idem|Id|O[pb]\. ?cit|Obra cit|Loc\. ?cit"
    r"|Art\. ?cit|Cit(?=\.)|[AO]\. ?c|A\. ?a\. ?O|AaO|Там же|Там само"
    r"|Tamże|Dz\. ?cyt|Указ\. соч)(?!\w)\.?",
    re.IGNORECASE,
)
NOTE_NUMBER = re.compile(
    r"\((?:wie |see |siehe |voir |vid\. )?(?:[Nn](?:ote|ota|\.)?|Anm\.?|Fn\.?) ?(\d{1,4})\)"
    r"|(?<!\w)supra,? n(?:ote|\.)? ?(\d{1,4})"
)
_NAMES_AND_PAGE = re.compile(r",\s?(?:pp?\.\s?|S\.\s?)?\d{1,4}(?:[-–]\d{1,4})?\s*\.?\s*")
# The role behind a name: "Nora (dir.), op. cit.".
_ROLE = re.compile(r"\([^()\d]{1,12}\)")
# What a piece that cites an unlisted work looks like: words, a comma or a quotation, a number.
_SEEMS_TO_CITE = re.compile(r"[^,“\"«„\n]{2,80}[,“\"«„][^\n]{0,400}?\d")
_CLEARLY = 2
"""Pointers that must be explained better before notes are counted in another way."""


def points_back(reading: Reading, note: int, piece: Span, names: tuple[CitedName, ...]) -> None:
    """Add the citation in *piece* of note number *note* if it repeats another."""
    text, start = reading.text, piece.start
    near = min(piece.end, start + NEAR)
    again = _again(text, start, near)
    number = NOTE_NUMBER.search(text, start, near)
    labels: tuple[str, ...] = ()
    last = start
    if number:
        labels, last = _in_note(reading, note, int(number[1] or number[2]), names), number.end()
    elif again:
        labels, last = _before(reading, start, again.start(), names), again.end()
    elif names and _is_name_and_page(reading, piece, names):
        led = reading.led_by((), names)
        labels, last = reading.last(led) or led, names[-1].span.end
    if not labels:
        reading.unclear |= bool(again or _SEEMS_TO_CITE.match(text, start, piece.end))
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


def _is_name_and_page(reading: Reading, piece: Span, names: Sequence[CitedName]) -> bool:
    """Whether *piece* is nothing but listed *names* and a page: "Birch, 45-47."."""
    end = names[-1].span.end
    page = _NAMES_AND_PAGE.match(reading.text, end, piece.end)
    return (
        page is not None and page.end() >= piece.end and _only_names(reading.text, piece.start, end)
    )


def _before(
    reading: Reading, start: int, end: int, names: tuple[CitedName, ...]
) -> tuple[str, ...]:
    """The work that "ibid." or "op. cit." behind *names* repeats; none where they stand behind a
    name that is not listed, or alone behind what was not understood.
    """
    if not names:
        if any(word.kind is Kind.CAPITALISED for word in _words(reading.text, start, end)):
            return ()
        return () if reading.unclear else reading.last()
    led = reading.led_by((), names)
    return reading.last(led) or led


def _again(text: str, start: int, end: int) -> re.Match[str] | None:
    """The "ibid." that begins ``text[start:end]``, but for names."""
    found = _BACKWARD.search(text, start, end)
    return found if found and _only_names(text, start, found.start()) else None


def _only_names(text: str, start: int, end: int) -> bool:
    """Whether nothing but names, and their roles, stands in ``text[start:end]``."""
    return all(
        word.kind in (Kind.CAPITALISED, Kind.INITIAL, Kind.HAN, Kind.AND, Kind.PARTICLE)
        or word.text in ",.&/"
        for word in _words(text, start, end)
    )


def _words(text: str, start: int, end: int) -> Sequence[Word]:
    """The words of ``text[start:end]`` without "(ed.)" and its like."""
    within = _ROLE.sub(" ", text[start:end])
    return words_before(within, len(within), 0)


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

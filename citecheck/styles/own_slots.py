"""An entry of a list as a sequence: which of its parts stand where, and what stands between."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from citecheck.model import Name, Reference, Span

_NAMES = ("author", "editor", "translator", "director", "container_author")
_TEXTS = (
    "disambiguator", "title", "container_title", "collection_title", "event_title", "publisher",
    "publisher_place", "edition", "volume", "issue", "page", "number", "genre", "medium", "note",
    "doi", "isbn", "issn", "arxiv", "url",
)  # fmt: skip
_DATES = ("issued", "accessed", "original_date")
SLOTS = (*_NAMES, *_TEXTS[:-5], *_DATES, *_TEXTS[-5:])
START, END = "start", "end"
_CLOSING = re.compile(r"[,.]?[”\"»’“)\]*_]{1,3}(?=\W|$)|[)\]]")
_OPENING = re.compile(r"[“\"«‘„(\[*_]{1,3}$")
_ET_AL = re.compile(r",?\s?(?:and\s)?(?:et\s?al\.?|others)")
_LONGEST = 60
"""A stretch between two parts that is longer holds words that were not understood."""


class Slot(NamedTuple):
    """A part in its place: its name, and the extent of its text in the raw entry."""

    name: str
    start: int
    end: int


class Gap(NamedTuple):
    """What stands between two parts: ``close`` belongs to the first, ``open`` to the second."""

    before: str
    after: str
    close: str
    separator: str
    open: str


def slots(reference: Reference, *, pointed: bool = True) -> list[Slot]:
    """The parts of *reference* that have a place in its raw text, in order, none overlapping.

    *pointed* tells whether the list puts points behind initials; if not, a point there is a stop.
    """
    found: list[Slot] = []
    end = 0
    placed = _placed(reference, pointed)
    for slot in sorted(placed, key=lambda slot: (slot.start, -slot.end)):
        if slot.start >= end and slot.end <= len(reference.raw):
            found.append(slot)
            end = slot.end
    return found


def _placed(reference: Reference, pointed: bool) -> Iterator[Slot]:
    origin = reference.span.start
    for name in _NAMES:
        spans = [person.span for person in getattr(reference, name) if person.span]
        if spans:
            slot = _slot(name, spans[0], spans[-1], origin)
            yield _without_stop(slot, reference, pointed)
    note = reference.access_note
    if note and note.target and not reference.url:
        yield _slot("url", note.target, note.target, origin)
    for name in (*_TEXTS, *_DATES):
        value = getattr(reference, name)
        if value and value.span:
            yield _slot(name, value.span, value.span, origin)


def _without_stop(slot: Slot, reference: Reference, pointed: bool) -> Slot:
    """Names without a full stop that is none of theirs: "Schinke SP. 2011"."""
    people = getattr(reference, slot.name)
    last = people[-1].literal or people[-1].given or people[-1].family
    if reference.raw[slot.end - 1 : slot.end] != "." or (pointed and last.endswith(".")):
        return slot
    return slot._replace(end=slot.end - 1)


def _slot(name: str, first: Span, last: Span, origin: int) -> Slot:
    return Slot(name, first.start - origin, last.end - origin)


def gaps(reference: Reference, found: list[Slot]) -> Iterator[Gap]:
    """What stands before, between and after the parts, as far as it is punctuation and notes."""
    raw = reference.raw
    ends = [(START, 0), *((slot.name, slot.end) for slot in found)]
    starts = [*((slot.name, slot.start) for slot in found), (END, len(raw.rstrip()))]
    for (before, end), (after, start) in zip(ends, starts, strict=True):
        text = raw[end:start]
        if before == "author" and reference.others:
            text = _ET_AL.sub("", text, count=1)
        if len(text) <= _LONGEST and "\n" not in text:
            yield _gap(before, after, text)


def _gap(before: str, after: str, text: str) -> Gap:
    close = _CLOSING.match(text) if before != START else None
    rest = text[close.end() :] if close else text
    opened = _OPENING.search(rest) if after != END else None
    separator = rest[: opened.start()] if opened else rest
    return Gap(before, after, close[0] if close else "", separator, opened[0] if opened else "")


def names_raw(reference: Reference, people: tuple[Name, ...]) -> list[tuple[str, str]]:
    """The raw text of each name, and what stands between it and the next ("" behind the last)."""
    spans = [name.span for name in people]
    if not all(spans):
        return []
    origin = reference.span.start
    pieces = []
    for index, span in enumerate(spans):
        assert span is not None
        after = spans[index + 1] if index + 1 < len(spans) else None
        between = reference.raw[span.end - origin : after.start - origin] if after else ""
        pieces.append((reference.raw[span.start - origin : span.end - origin], between))
    return pieces

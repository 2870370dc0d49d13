"""An entry of a list as a sequence: which of its parts stand where, and what stands between."""

from collections.abc import Iterator
from typing import NamedTuple

from citecheck.model import Reference, Span

NAMES = ("author", "editor", "translator", "director", "container_author")
DATES = ("issued", "accessed", "original_date")
_TEXTS = (
    "disambiguator", "title", "container_title", "collection_title", "event_title", "publisher",
    "publisher_place", "edition", "volume", "issue", "page", "number", "genre", "medium", "note",
    "doi", "isbn", "issn", "arxiv", "url",
)  # fmt: skip
START, END = "start", "end"
_STOPS = ".?!"


class Slot(NamedTuple):
    """A part in its place: its name, and the extent of its text in the raw entry."""

    name: str
    start: int
    end: int


class Gap(NamedTuple):
    """What stands between two parts. ``stop`` is the full stop, question or exclamation mark with
    which the part before ends, "" for none: what follows depends on it.
    """

    before: str
    after: str
    stop: str
    text: str


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
    for name in NAMES:
        spans = [person.span for person in getattr(reference, name) if person.span]
        if spans:
            slot = _slot(name, spans[0], spans[-1], origin)
            yield _without_stop(slot, reference, pointed)
    note = reference.access_note
    if note and note.target and not reference.url:
        yield _slot("url", note.target, note.target, origin)
    for name in (*_TEXTS, *DATES):
        value = getattr(reference, name)
        if value and value.span:
            yield _slot(name, value.span, value.span, origin)


def _without_stop(slot: Slot, reference: Reference, pointed: bool) -> Slot:
    """Names without a full stop that is none of theirs: "Schinke SP. 2011"."""
    people = getattr(reference, slot.name)
    last = people[-1].literal or people[-1].given or people[-1].family
    end = reference.raw[max(slot.end - 2, 0) : slot.end]
    if end[-1:] != "." or (pointed and last.endswith(end)):
        return slot
    return slot._replace(end=slot.end - 1)


def _slot(name: str, first: Span, last: Span, origin: int) -> Slot:
    return Slot(name, first.start - origin, last.end - origin)


def gaps(reference: Reference, found: list[Slot]) -> list[Gap]:
    """What stands before, between and behind the parts: one more than there are of these."""
    raw = reference.raw
    ends = [(START, 0), *((_after_names(slot, reference), slot.end) for slot in found)]
    starts = [*((slot.name, slot.start) for slot in found), (END, len(raw.rstrip()))]
    return [
        Gap(before, after, _stop(raw[:end]) if end else "", raw[end:start])
        for (before, end), (after, start) in zip(ends, starts, strict=True)
    ]


def _after_names(slot: Slot, reference: Reference) -> str:
    """The part's name; names that go on with "et al." are a kind of their own."""
    return "author et al." if slot.name == "author" and reference.others else slot.name


def _stop(text: str) -> str:
    return text[-1] if text[-1] in _STOPS else ""

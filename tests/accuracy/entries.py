"""Entries of the list, field by field against the known answers."""

import re
from collections.abc import Iterable

from citecheck.model import Name, PartialDate, Reference, Value
from tests.accuracy.gold import Pairing, Record

TEXT_FIELDS = {  # field of the answers -> field of Reference
    "title": "title",
    "publisher": "publisher",
    "container_title": "container_title",
    "volume": "volume",
    "issue": "issue",
    "pages": "page",
    "url": "url",
    "disambiguator": "disambiguator",
}


def entry_misses(pairing: Pairing) -> dict[int, list[str]]:
    """For each entry by number what is wrong with it; an empty list if nothing is."""
    return {
        number: misses(record, pairing.references.get(number))
        for number, record in pairing.gold.references.items()
    }


def misses(record: Record, reference: Reference | None) -> list[str]:
    """The fields of *record* that *reference* has otherwise, in words."""
    if reference is None:
        return ["not found"]
    wrong = []
    for field, expected, found in compared(record, reference):
        if expected != found:
            wrong.append(f"{field}: expected {expected!r}, found {found!r}")
    return wrong


def compared(record: Record, reference: Reference) -> Iterable[tuple[str, object, object]]:
    """Field, expected value and value found, in one notation."""
    yield "raw", record["raw"], reference.raw.strip()
    for field, ours in (("authors", reference.author), ("editors", reference.editor)):
        yield field, [plain_name(n) for n in record.get(field, [])], [name(n) for n in ours]
    yield "issued", record["issued"], date(reference.issued)
    yield "accessed", record.get("accessed"), date(reference.accessed)
    for field, attribute in TEXT_FIELDS.items():
        yield field, plain(record.get(field)), text(getattr(reference, attribute))
    note = record.get("note", "")
    if note and note in record["raw"]:  # other notes are remarks about the entry
        notes = [text(reference.note), text(reference.genre)]
        yield "note", note, note if note in notes else notes[0]


def plain_name(record: Record) -> str:
    """A name of the answers as "Family, Given" or the literal name."""
    literal = record.get("literal")
    return str(literal) if literal else f"{record['family']}, {record.get('given', '')}"


def name(found: Name) -> str:
    """A name of ours in the same notation."""
    return found.literal or f"{found.sort_name}, {found.given}"


def date(found: PartialDate | None) -> str | None:
    """A date as ISO 8601 in its own granularity, None without a year."""
    if found is None or not found.parts:
        return None
    year, *rest = found.parts
    return "-".join([f"{year:04}", *(f"{part:02}" for part in rest)])


def text(found: Value | None) -> str | None:
    """The value of a text field of ours."""
    return plain(found.value) if found is not None else None


def plain(value: str | None) -> str | None:
    """A value without enclosing brackets, final point and the kind of dash."""
    if not value:
        return None
    value = re.sub("[‐‑‒–—]+", "-", value) if re.fullmatch(r"[\d‐‑‒–—-]+", value) else value
    return value.strip("()").removesuffix(".") if "/" not in value else value

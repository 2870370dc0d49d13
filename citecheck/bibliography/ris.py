"""RIS files: lines of a tag, two blanks, a hyphen and a value, from TY to ER.

An own reader of a hundred lines, because every value needs its place in the file; rispy gives
none. Tags as EndNote, Zotero and Mendeley write them; a line without a tag goes on with the one
before. Names are "Family, Given, Suffix"; a name without a comma is an organisation's.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from citecheck.bibliography.dates import edtf, year_and_month
from citecheck.bibliography.listing import Listing
from citecheck.bibliography.types import RIS
from citecheck.model import Name, PartialDate, Reference, Span, Value

_TAG = re.compile(r"[^\S\n]*+([A-Z][A-Z0-9])[^\S\n]{1,3}-(?:[^\S\n]|$)")
_PEOPLE = {"author": ("AU", "A1"), "editor": ("ED", "A2"), "translator": ("A4", "TA")}
_TEXTS: dict[str, tuple[str, ...]] = {
    "title": ("TI", "T1", "CT", "BT"),
    "container_title": ("T2", "JF", "JO", "JA", "J2", "J1", "BT"),
    "collection_title": ("T3",),
    "publisher": ("PB",),
    "publisher_place": ("CY", "PP"),
    "edition": ("ET",),
    "volume": ("VL",),
    "issue": ("IS",),
    "language": ("LA",),
    "doi": ("DO",),
    "url": ("UR", "L1", "L2"),
    "note": ("N1",),
    "number": ("M1",),
    "genre": ("M3",),
    "archive": ("DB",),
}
_DOI = re.compile(r"(?:https?://)?(?:dx\.)?doi\.org/|doi:\s?", re.IGNORECASE)
_ISSN = re.compile(r"\d{4}-?\d{3}[\dXx]")


class _Line(NamedTuple):
    tag: str
    value: str
    start: int


def parse(text: str) -> Listing:
    """The entries of a RIS file; lines outside entries are left out. Never raises."""
    references: list[Reference] = []
    notes: list[tuple[int, str]] = []
    open_lines: list[_Line] = []
    for line in _lines(text):
        if line.tag == "TY":
            if open_lines:
                notes.append((open_lines[0].start, "an entry is not ended by ER"))
                references.append(_reference(text, open_lines))
            open_lines = [line]
        elif line.tag == "ER" and open_lines:
            references.append(_reference(text, open_lines))
            open_lines = []
        elif open_lines:
            open_lines.append(line)
    if open_lines:
        notes.append((open_lines[0].start, "the last entry is not ended by ER"))
        references.append(_reference(text, open_lines))
    return Listing(tuple(references), tuple(notes))


def _lines(text: str) -> Iterator[_Line]:
    position = 0
    last: _Line | None = None
    for line in text.splitlines(keepends=True):
        if tag := _TAG.match(line):
            if last:
                yield last
            value = line[tag.end() :]
            start = position + tag.end() + len(value) - len(value.lstrip())
            last = _Line(tag[1], value.strip(), start)
        elif last and last.tag not in ("TY", "ER") and line.strip() and len(last.value) < 10_000:
            last = last._replace(value=f"{last.value} {line.strip()}")
        position += len(line)
    if last:
        yield last


def _reference(text: str, lines: list[_Line]) -> Reference:
    by_tag: dict[str, list[_Line]] = {}
    for line in lines:
        by_tag.setdefault(line.tag, []).append(line)
    start = text.rfind("\n", 0, lines[0].start) + 1
    span = Span(start=start, end=lines[-1].start + len(lines[-1].value))
    kind = RIS.get(lines[0].value.upper(), "document")
    key = by_tag["ID"][0].value if "ID" in by_tag else ""
    return Reference(
        id=key,
        span=span,
        raw=span.of(text),
        key=key,
        type=kind,
        **_fields(text, by_tag, kind),
    )


def _fields(text: str, by_tag: dict[str, list[_Line]], kind: str) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for name, tags in _TEXTS.items():
        lines = (line for tag in tags for line in by_tag.get(tag, ()) if line.value)
        fields[name] = _value(text, next(lines, None))
    if fields["container_title"] == fields["title"]:
        fields["container_title"] = None
    for name, tags in _PEOPLE.items():
        lines = (line for tag in tags for line in by_tag.get(tag, ()) if line.value.strip(", "))
        fields[name] = tuple(_name(text, line) for line in lines)
    if doi := fields["doi"]:
        fields["doi"] = doi.model_copy(update={"value": _DOI.sub("", doi.value, count=1)})
    dates = [_date(text, line) for tag in ("DA", "PY", "Y1") for line in by_tag.get(tag, ())]
    fields["issued"] = max(dates, key=lambda date: len(date.parts) if date else -1, default=None)
    accessed = [_date(text, line) for line in by_tag.get("Y2", ())]
    fields["accessed"] = next((date for date in accessed if date), None)
    fields["page"] = _pages(text, by_tag)
    if numbers := by_tag.get("SN"):
        is_issn = _ISSN.fullmatch(numbers[0].value) is not None
        fields["issn" if is_issn else "isbn"] = _value(text, numbers[0])
    if original := by_tag.get("OP"):
        fields["original_date"] = _date(text, original[0])
    return fields


def _place(text: str, line: _Line) -> Span | None:
    """Where the value stands, if it is one line."""
    exact = text.startswith(line.value, line.start)
    return Span(start=line.start, end=line.start + len(line.value)) if exact else None


def _value(text: str, line: _Line | None) -> Value | None:
    return Value(value=line.value, span=_place(text, line)) if line and line.value else None


def _name(text: str, line: _Line) -> Name:
    family, comma, rest = (part.strip() for part in line.value.partition(","))
    given, _, suffix = (part.strip() for part in rest.partition(","))
    if not comma or not family or not given:  # EndNote doubles a comma that parts no name
        literal = line.value.strip(" ,").replace(",,", ",")
        return Name(literal=literal, span=_place(text, line))
    return Name(family=family, given=given, suffix=suffix, span=_place(text, line))


def _date(text: str, line: _Line) -> PartialDate | None:
    """ "2001/05/07/", "2001-05-07", "2001///Spring" or "2001"."""
    year, *rest = line.value.split("/")
    month, day, *other = (*rest, "", "")
    date = edtf(line.value) if not rest else None
    date = date or year_and_month(year, month or "".join(other), day)
    return date.model_copy(update={"span": _place(text, line)}) if date else None


def _pages(text: str, by_tag: dict[str, list[_Line]]) -> Value | None:
    first, last = (_value(text, by_tag[tag][0]) if tag in by_tag else None for tag in ("SP", "EP"))
    if not first or not last or first.value == last.value or "-" in first.value:
        return first or last
    return Value(value=f"{first.value}–{last.value}", span=first.span)

"""BibTeX and biblatex entries as ``Reference``."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from citecheck.bibliography.bibtex import Entry, Field, entries
from citecheck.bibliography.bibtex_inheritance import with_inherited
from citecheck.bibliography.bibtex_names import people
from citecheck.bibliography.dates import edtf, year_and_month
from citecheck.bibliography.latex import plain
from citecheck.bibliography.listing import Listing
from citecheck.bibliography.types import BIBTEX, GENRES, SUBTYPES
from citecheck.model import Name, PartialDate, Provenance, Reference, Span, Value

_NOT_REFERENCES = frozenset(("xdata", "set", "bibnote", "ieeetranbstctl"))
# Field of Reference -> fields of BibTeX and biblatex, the first that is there counts.
_TEXTS: dict[str, tuple[str, ...]] = {
    "collection_title": ("series",),
    "event_title": ("eventtitle",),
    "publisher": ("publisher", "institution", "school", "organization"),
    "publisher_place": ("location", "address"),
    "edition": ("edition",),
    "volume": ("volume",),
    "page": ("pages",),
    "medium": ("howpublished",),
    "archive": ("library",),
    "note": ("note",),
    "language": ("language", "langid"),
}
_PEOPLE: dict[str, tuple[str, ...]] = {
    "author": ("author",),
    "editor": ("editor",),
    "translator": ("translator",),
    "container_author": ("bookauthor",),
}
_CODES = {"isbn": "isbn", "issn": "issn", "pmid": "pmid"}
_CONTAINERS = (("journaltitle", "journalsubtitle"), ("journal", ""), ("booktitle", "booksubtitle"),
               ("maintitle", "mainsubtitle"))  # fmt: skip
_DOI = re.compile(r"(?:https?://)?(?:dx\.)?doi\.org/|doi:\s?", re.IGNORECASE)
_ARXIV = re.compile(r"(?:https?://)?arxiv(?:\.org/abs/|:)", re.IGNORECASE)
_WEB = re.compile(r"(?:\\url\s?\{)?\s?(https?://[^\s{}]+)", re.IGNORECASE)
_URL_ESCAPE = re.compile(r"\\([%&#_$~{}])|\{?\\textasciitilde\s?(?:\{\})?\}?|\\url\s?|[{}]")


def parse(text: str) -> Listing:
    """The entries of a BibTeX file; what could not be read is noted, the rest is kept."""
    references: list[Reference] = []
    notes: list[tuple[int, str]] = []
    for entry in with_inherited(entries(text)):
        if entry.problem:
            shown = f"“{entry.key}”" if entry.key else f"@{entry.kind}"
            notes.append((entry.problem_at, f"{shown} is not read to its end: {entry.problem}"))
        if entry.kind not in _NOT_REFERENCES and (entry.fields or entry.key):
            references.append(_Reading(text, entry).reference())
    return Listing(tuple(references), tuple(notes))


class _Reading:
    """One entry on its way."""

    def __init__(self, text: str, entry: Entry) -> None:
        self.text, self.entry, self.fields = text, entry, entry.fields

    def reference(self) -> Reference:
        """The entry with all that was understood."""
        entry = self.entry
        span = Span(start=entry.start, end=entry.end)
        rest = Span(start=min(entry.problem_at, entry.end), end=entry.end)
        values: dict[str, Any] = {}
        for part in (self._titles, self._texts, self._people, self._numbers, self._dates,
                     self._addresses):  # fmt: skip
            values |= dict(part())
        return Reference(
            id=entry.key,
            span=span,
            raw=span.of(self.text),
            key=entry.key,
            aliases=tuple(filter(None, map(str.strip, self._plain("ids").split(",")))),
            type=self._type(),
            leftovers=(rest,) if entry.problem and rest.start < rest.end else (),
            **values,
        )

    def _type(self) -> str:
        kind = BIBTEX.get(self.entry.kind, "document")
        if kind == "article-journal":
            if subtype := SUBTYPES.get(self._plain("entrysubtype")):
                return subtype
            if "eprint" in self.fields and not self._first("journaltitle", "journal"):
                return "article"
        return kind

    def _first(self, *names: str) -> Field | None:
        found = (self.fields[name] for name in names if name in self.fields)
        return next((field for field in found if field.value.strip()), None)

    def _plain(self, name: str) -> str:
        field = self.fields.get(name)
        return plain(field.value) if field else ""

    def _value(self, field: Field | None, read: Callable[[str], str] = plain) -> Value | None:
        """The value of *field* and its place, without blanks around it."""
        written = read(field.value) if field else ""
        if not field or not written:
            return None
        if field.place is None:
            return Value(value=written, provenance=Provenance.INFERRED)
        lead = len(field.value) - len(field.value.lstrip())
        start = field.place[0] + lead
        return Value(value=written, span=Span(start=start, end=start + len(field.value.strip())))

    def _titles(self) -> Iterator[tuple[str, Value | None]]:
        title = self._value(self._first("title", "shorttitle"))
        yield "title", self._joined(title, "subtitle")
        for name, below in _CONTAINERS:
            if container := self._value(self.fields.get(name)):
                yield "container_title", self._joined(container, below)
                return
        if BIBTEX.get(self.entry.kind) == "webpage":
            yield "container_title", self._value(self.fields.get("titleaddon"))

    def _joined(self, value: Value | None, below: str) -> Value | None:
        """A title with its subtitle, where that is a field of its own."""
        if value is None or not (more := self._plain(below)):
            return value
        joint = " " if value.value.endswith(("?", "!", ":")) else ": "
        return value.model_copy(update={"value": f"{value.value}{joint}{more}"})

    def _texts(self) -> Iterator[tuple[str, Value | None]]:
        for name, sources in _TEXTS.items():
            value = self._value(self._first(*sources))
            if name == "medium" and value and _WEB.search(value.value):
                continue
            yield name, value
        for name, source in _CODES.items():
            yield name, self._value(self.fields.get(source))
        genre = self._value(self._first("type"))
        if genre is None and self.entry.kind.endswith("thesis") and self.entry.kind in GENRES:
            genre = Value(value=GENRES[self.entry.kind], provenance=Provenance.INFERRED)
        elif genre and genre.value in GENRES:
            genre = genre.model_copy(update={"value": GENRES[genre.value]})
        yield "genre", genre

    def _people(self) -> Iterator[tuple[str, tuple[Name, ...] | bool]]:
        others = False
        for name, sources in _PEOPLE.items():
            names, more = self._names(self._first(*sources))
            others = others or (more and name == "author")
            yield name, names
        if self._plain("editoratype") == "director":
            yield "director", self._names(self.fields.get("editora"))[0]
        yield "others", others

    def _names(self, field: Field | None) -> tuple[tuple[Name, ...], bool]:
        if field is None:
            return (), False
        return people(field.value, field.place[0] if field.place else None)

    def _numbers(self) -> Iterator[tuple[str, Value | None]]:
        number, issue = (self._value(self.fields.get(name)) for name in ("number", "issue"))
        is_part = self._type().startswith(("article-", "review", "periodical"))
        if number and not issue and is_part:
            number, issue = None, number
        yield "number", number or self._value(self.fields.get("eid"))
        yield "issue", issue

    def _dates(self) -> Iterator[tuple[str, PartialDate | None]]:
        issued = self._date("date", "year", "month")
        if issued is None and (state := self._plain("pubstate")):
            issued = PartialDate(literal=state)
        if issued and (letter := self._plain("extradate")):
            issued = issued.model_copy(update={"suffix": letter[:2]})
        yield "issued", issued
        yield "accessed", self._date("urldate", "urlyear", "urlmonth")
        yield "original_date", self._date("origdate", "origyear", "origmonth")

    def _date(self, whole: str, year: str, month: str) -> PartialDate | None:
        """From a field with the whole date, or from one for the year and one for the month."""
        field = self._first(whole)
        date = edtf(field.value.strip("{} ")) if field else None
        if date is None and field:
            date = year_and_month(plain(field.value))
        if date is None or (date.year is None and self._first(year)):
            field = self._first(year)
            day = self._plain("day") if month == "month" else ""
            written = self._month(month)
            date = year_and_month(plain(field.value), written, day) if field else None
        place = self._value(field)
        return date.model_copy(update={"span": place.span}) if date and place else date

    def _month(self, name: str) -> str:
        return self._plain(name).replace("\u2013", " ")

    def _addresses(self) -> Iterator[tuple[str, Value | None]]:
        yield "doi", self._value(self._first("doi"), lambda doi: _DOI.sub("", _address(doi), 1))
        found = self._first("url")
        if found is None:
            found = next((f for f in (self._first("howpublished"), self._first("note"))
                          if f and _WEB.search(f.value)), None)  # fmt: skip
            yield "url", self._value(found, _address_inside)
        else:
            yield "url", self._value(found, _address)
        kind = (self._plain("eprinttype") or self._plain("archiveprefix")).casefold()
        eprint = self._first("eprint")
        if eprint and (kind == "arxiv" or _ARXIV.match(eprint.value)):
            yield "arxiv", self._value(eprint, lambda number: _ARXIV.sub("", plain(number), 1))
        elif eprint and kind in ("pubmed", "pmid"):
            yield "pmid", self._value(eprint)


def _address(value: str) -> str:
    """A URL or DOI as it works: nothing decoded but what LaTeX needed escaped."""
    return "".join(_URL_ESCAPE.sub(_unescaped, value).split())


def _unescaped(match: re.Match[str]) -> str:
    return match[1] or ("~" if "tilde" in match[0] else "")


def _address_inside(value: str) -> str:
    found = _WEB.search(value)
    return _address(found[1].rstrip(".,;")) if found else ""

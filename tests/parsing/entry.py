"""One entry, read and shown as plain values."""

from citecheck.model import Name, PartialDate, Reference, Span
from citecheck.parsing.reading import read_entry

BEFORE = "Before it.\n"


def read(entry: str, previous: Reference | None = None) -> Reference:
    """The entry, read where it stands in a longer text."""
    text = f"{BEFORE}{entry}\nAfter it."
    span = Span(start=len(BEFORE), end=len(BEFORE) + len(entry))
    return read_entry(text, span, "r1", previous)


def place(entry: str, span: Span) -> str:
    """The characters that a span of the longer text covers."""
    return f"{BEFORE}{entry}\n"[span.start : span.end]


def shown(name: Name) -> str:
    """A name as "family|given", an organisation as "=name"."""
    if name.literal:
        return f"={name.literal}"
    family = " ".join(part for part in (name.non_dropping_particle, name.family) if part)
    return "|".join(part for part in (family, name.given, name.suffix) if part)


def iso(date: PartialDate | None) -> str:
    """A date as "2021-08-04", "2021a", "n.d.", or "" if there is none."""
    if date is None:
        return ""
    parts = "-".join(f"{part:02d}" for part in date.parts)
    return (parts or date.literal) + date.suffix


def values(reference: Reference) -> dict[str, str]:
    """The text variables that were found, and the date."""
    names = (
        "title", "container_title", "collection_title", "publisher", "publisher_place", "edition",
        "volume", "issue", "page", "genre", "note", "doi", "isbn", "issn", "pmid", "arxiv", "url",
    )  # fmt: skip
    found = {name: getattr(reference, name) for name in names}
    shown_values = {name: value.value for name, value in found.items() if value}
    return shown_values | ({"issued": iso(reference.issued)} if reference.issued else {})

"""The list as a table for the terminal: each field of each entry, and whether it is a guess."""

from collections.abc import Iterator

from citecheck.export.reference_list import QUESTION_MARK, ReferenceList
from citecheck.model import Name, PartialDate, Provenance, Reference
from citecheck.model.csl import DATE_VARIABLES, NAME_VARIABLES, TEXT_VARIABLES, leftovers_of

_WIDE = 16
_UNSURE = 0.5
"""Confidence below which a value is said to be unsure."""


def render(listing: ReferenceList) -> str:
    """A block for each entry: a line with key and type, then field, value and doubts about it."""
    blocks = []
    for key, reference in listing.keyed():
        lines = [f"{key} ({reference.type})"]
        lines += [
            f"  {name:{_WIDE}} {value}" + (f"  [{source}]" if source else "")
            for name, value, source in _rows(reference)
        ]
        lines += [f"  {'not understood':{_WIDE}} {piece}" for piece in leftovers_of(reference)]
        lines += [f"  {QUESTION_MARK:{_WIDE}} {asked}" for asked in listing.questions_on(reference)]
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks)


def _rows(reference: Reference) -> Iterator[tuple[str, str, str]]:
    """Name, value and provenance of each field that has a value."""
    for field in NAME_VARIABLES:
        if people := getattr(reference, field):
            copied = field == "author" and reference.same_author_as_above
            shown = "; ".join(map(_name, people)) + "; et al." * (
                field == "author" and reference.others
            )
            source = str(Provenance.INFERRED) if copied else _placed(people[0], reference)
            yield field.replace("_", "-"), shown, source
    for field in DATE_VARIABLES:
        if date := getattr(reference, field):
            yield field.replace("_", "-"), _date(date), _placed(date, reference)
    for field, variable in (*TEXT_VARIABLES.items(), ("arxiv", "arXiv")):
        if value := getattr(reference, field):
            unsure = value.confidence < _UNSURE
            source = "" if value.provenance == Provenance.WRITTEN else str(value.provenance)
            said = ", ".join(filter(None, (source, "unsure" if unsure else "")))
            yield variable, " ".join(value.value.split()), said


def _placed(value: Name | PartialDate, reference: Reference) -> str:
    """Names and dates say by their place whether they are written; data without text has none."""
    return "" if value.span or not reference.raw else str(Provenance.INFERRED)


def _name(name: Name) -> str:
    if name.literal:
        return name.literal
    parts = (name.sort_name, f"{name.given} {name.dropping_particle}".strip(), name.suffix)
    return ", ".join(part for part in parts if part)


def _date(date: PartialDate) -> str:
    if date.year is None:
        return date.literal
    written = "-".join(f"{part:02d}" for part in date.parts) + date.suffix
    if date.season:
        written += f" season {date.season}"
    if date.end:
        written += f" to {_date(date.end)}"
    return f"about {written}" if date.circa else written

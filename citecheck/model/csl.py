"""An entry as a CSL-JSON 1.0.2 item, and the variables of CSL that its fields are.

https://github.com/citation-style-language/schema/blob/v1.0.2/schemas/input/csl-data.json

What CSL has no variable for goes into ``custom``, which the schema leaves to programs:
``others`` (the author list ended with "et al."), ``disambiguator`` ("(2)" behind the name) and
``leftovers`` (the pieces that were not understood). An arXiv number is an ``archive_location``
in the archive "arXiv".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # the model's own modules import this one when they are asked for an item
    from citecheck.model.reference import Name, PartialDate, Reference

NAME_VARIABLES = ("author", "editor", "translator", "director", "container_author")
DATE_VARIABLES = ("issued", "accessed", "original_date")
# Field of Reference -> variable of CSL.
TEXT_VARIABLES: dict[str, str] = {
    "title": "title",
    "container_title": "container-title",
    "collection_title": "collection-title",
    "event_title": "event-title",
    "publisher": "publisher",
    "publisher_place": "publisher-place",
    "edition": "edition",
    "volume": "volume",
    "issue": "issue",
    "page": "page",
    "number": "number",
    "genre": "genre",
    "medium": "medium",
    "archive": "archive",
    "note": "note",
    "language": "language",
    "doi": "DOI",
    "isbn": "ISBN",
    "issn": "ISSN",
    "pmid": "PMID",
    "url": "URL",
}
NAME_PARTS = ("family", "given", "literal", "suffix", "non_dropping_particle", "dropping_particle")


def to_csl(reference: Reference) -> dict[str, Any]:
    """*reference* as one item; its ``id`` is the reference's own."""
    item: dict[str, Any] = {"id": reference.id, "type": reference.type}
    for field in NAME_VARIABLES:
        if names := getattr(reference, field):
            item[field.replace("_", "-")] = [_name(name) for name in names]
    for field, variable in TEXT_VARIABLES.items():
        if value := getattr(reference, field):
            item[variable] = value.value
    for field in DATE_VARIABLES:
        if (date := getattr(reference, field)) and (parts := _date(date)):
            item[field.replace("_", "-")] = parts
    if reference.issued and reference.issued.suffix:
        item["year-suffix"] = reference.issued.suffix
    if reference.arxiv:
        item |= {"archive": "arXiv", "archive_location": reference.arxiv.value}
    if custom := _custom(reference):
        item["custom"] = custom
    return item


def leftovers_of(reference: Reference) -> list[str]:
    """The pieces of *reference* that were not understood, as they stand."""
    begin = reference.span.start
    pieces = (reference.raw[left.start - begin : left.end - begin] for left in reference.leftovers)
    return [piece for piece in pieces if piece.strip()]


def _custom(reference: Reference) -> dict[str, Any]:
    custom: dict[str, Any] = {}
    if reference.others:
        custom["others"] = True
    if reference.disambiguator:
        custom["disambiguator"] = reference.disambiguator.value
    if leftovers := leftovers_of(reference):
        custom["leftovers"] = leftovers
    return custom


def _name(name: Name) -> dict[str, str]:
    return {
        part.replace("_", "-"): value for part in NAME_PARTS if (value := str(getattr(name, part)))
    }


def _date(date: PartialDate) -> dict[str, Any]:
    """A CSL date; empty where the entry gives nothing that CSL can say."""
    item: dict[str, Any] = {}
    if date.parts:
        ends = [date.end.parts] if date.end and date.end.parts else []
        item["date-parts"] = [date.parts, *ends]
        if date.season:
            item["season"] = date.season
        if date.circa:
            item["circa"] = True
    elif date.literal:
        item["literal"] = date.literal
    return item

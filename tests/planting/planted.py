"""What a planted defect is, and where one may be planted in a draft."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from citecheck.model import Edit, Reference, Span
from tests.planting.draft import Draft, Place, is_person

FRESH = ("Delacourt", "Eskildsen", "Holloway", "Morozov", "Thibodeaux")
"""Names that no draft holds."""


@dataclass(frozen=True)
class Planted:
    """A defect: the edits that make it, the name of the one rule that must find it, the place
    (in the sound text) that the finding must show, and what its suggestion must contain.

    ``related`` is true where the place may also stand among the related ones: a citation and its
    entry disagree, and the finding starts from the citation. ``consequence`` names a rule that may
    also speak, at other places, because the defect leaves something else open.
    """

    edits: tuple[Edit, ...]
    rule: str
    place: Span
    suggestion: str = ""
    related: bool = False
    consequence: str = ""


Kind = Callable[[Draft, random.Random], Iterator[Planted]]


def replaced(span: Span, text: str) -> tuple[Edit, ...]:
    """One edit."""
    return (Edit(span=span, text=text),)


def inserted(offset: int, text: str) -> tuple[Edit, ...]:
    """One edit that only adds."""
    return replaced(Span(start=offset, end=offset), text)


def as_cited(draft: Draft, place: Place) -> str:
    """Names and year of a citation as they stand: what the right suggestion says."""
    citation = place.citation
    assert citation.year is not None
    assert citation.year.span is not None
    return draft.text[citation.names[0].span.start : citation.year.span.end]


def people(draft: Draft, fewest: int, most: int) -> Iterator[Place]:
    """Citations with as many names as their entries have authors, all persons."""
    for place in draft.places:
        names, citation = place.entry.names, place.citation
        if (
            fewest <= len(names) <= most
            and all(map(is_person, names))
            and len(citation.names) == len(names)
            and citation.year
            and citation.year.span
            and not citation.et_al
        ):
            yield place


def name_in_entry(draft: Draft, entry: Reference) -> Span:
    """Where the first author's family name stands in the entry."""
    start = draft.text.index(entry.names[0].family, entry.span.start, entry.span.end)
    return Span(start=start, end=start + len(entry.names[0].family))


def year_in_entry(draft: Draft, entry: Reference) -> Span | None:
    """The digits of the entry's year, where they stand there once and not in its address."""
    issued = entry.issued
    if issued is None or issued.year is None or issued.span is None or issued.suffix:
        return None
    year = str(issued.year)
    if entry.raw.count(year) != 1:
        return None
    start = draft.text.index(year, issued.span.start, issued.span.end)
    return Span(start=start, end=start + len(year))

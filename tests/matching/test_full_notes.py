"""What a note with a whole reference says otherwise than the list."""

import pytest

from citecheck.matching import match_citations
from citecheck.model import (
    Citation,
    CitationSystem,
    CitedName,
    DeviationKind,
    Document,
    Name,
    PartialDate,
    Reference,
    Span,
    Value,
)

ENTRY = Reference(
    id="r1",
    span=Span(start=0, end=0),
    raw="Gill, Pia. Reeds and Rushes: A Shore History. Leeds: Moor, 1993.",
    author=(Name(family="Gill", given="Pia"),),
    title=Value(value="Reeds and Rushes: A Shore History"),
    issued=PartialDate(year=1993),
)
OTHER = ENTRY.model_copy(
    update={"id": "r2", "raw": "Gall, Jo. Mud. 2001.", "author": (Name(family="Gall"),)}
)


def deviations(raw: str, name: str = "Gill") -> list[tuple[DeviationKind, str, str, str]]:
    """Kind, what is cited and listed, and the text at the cited place."""
    start = raw.find(name)
    citation = Citation(
        id="c1",
        span=Span(start=0, end=len(raw)),
        raw=raw,
        system=CitationSystem.NOTE,
        names=(CitedName(family=name, span=Span(start=start, end=start + len(name))),),
        labels=("r1",),
    )
    (match,) = match_citations(Document(text=raw), [citation], [ENTRY, OTHER])
    assert match.reference_ids == ("r1",)
    return [
        (d.kind, d.cited, d.listed, d.cited_span.of(raw) if d.cited_span else "")
        for d in match.deviations
    ]


@pytest.mark.parametrize(
    "raw",
    [
        "Pia Gill, Reeds and Rushes: A Shore History (Leeds: Moor, 1994), 15",
        "Pia Gill, Reeds and Rushes: A Shore History (Moor 1994) 15",
        "Pia Gill, Reeds and Rushes, Leeds 1994, S. 15",
        "Pia Gill, Reeds and Rushes, Leeds, Moor, 1994, p. 15",
        "Pia Gill, “Reeds and Rushes,” Shore Studies 3 (1994): 15–20",
    ],
)
def test_another_year(raw: str) -> None:
    assert deviations(raw) == [(DeviationKind.YEAR, "1994", "1993", "1994")]


@pytest.mark.parametrize(
    "raw",
    [
        "Pia Gill, Reeds and Rushes: A Shore History (Leeds: Moor, 1993), 15",
        "Gill, Reeds, 15",
        "Pia Gill, Reeds and Rushes, 1850–1994, p. 3",
        "Pia Gill, Reeds and Rushes (1988; Leeds: Moor, 1994), 15",
        "Pia Gill, Reeds and Rushes, 1994 [1988], p. 15",
        "Pia Gill, Reeds and Rushes, accessed 3 June 1994, p. 15",
        "A reader of Gill, review of Reeds and Rushes, Shore Studies 3 (1994): 15",
        "Pia Gill, Reeds and Rushes, reprint, Leeds 1994, S. 15",
    ],
)
def test_the_same_year_or_none(raw: str) -> None:
    assert deviations(raw) == []


def test_a_misspelt_name() -> None:
    found = deviations("Pia Gyll, Reeds and Rushes: A Shore History, 4", "Gyll")
    assert found == [(DeviationKind.MISSPELT, "Gyll", "Gill", "Gyll")]


@pytest.mark.parametrize("name", ["Gall", "Winterbottom"])
def test_names_that_are_no_slips(name: str) -> None:
    assert deviations(f"Pia {name}, Reeds and Rushes: A Shore History, 4", name) == []

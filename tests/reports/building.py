"""A small report to render."""

from collections.abc import Iterable
from typing import Any

from citecheck import reports
from citecheck.model import (
    Citation,
    Coverage,
    Deviation,
    DeviationKind,
    Document,
    Edit,
    Evidence,
    Finding,
    Fix,
    Match,
    MatchStatus,
    Name,
    PartialDate,
    Reference,
    ReferenceSection,
    RelatedPlace,
    Report,
    Safety,
    Severity,
    Span,
    Value,
)
from citecheck.reports import Look

TEXT = (
    "Tides rise (Morlow, 2011).\r\n"
    "They fall (Morlow, 2011), and rise again (Morlow, 2011).\r\n\r\n"
    "References\r\nMarlow, J., Tides, 2011. https://example.org/tides ???\r\n"
)


def span(piece: str, text: str = TEXT, start: int = 0) -> Span:
    """Where *piece* stands in *text*."""
    begin = text.index(piece, start)
    return Span(start=begin, end=begin + len(piece))


CITED = [
    span("Morlow, 2011"),
    span("Morlow, 2011", start=30),
    span("Morlow, 2011", start=60),
]
ENTRY = span("Marlow, J., Tides, 2011. https://example.org/tides ???")
FINDING = Finding(
    code="NAM201",
    name="misspelt-author",
    severity=Severity.ERROR,
    confidence=0.9,
    message="the citation writes “Morlow”, the list “Marlow”",
    span=CITED[0],
    related=(
        *(RelatedPlace(span=place, message="also here") for place in CITED[1:]),
        RelatedPlace(span=span("Marlow"), message="the entry in the list"),
    ),
    evidence=("the year agrees",),
    citation_ids=("c1", "c2", "c3"),
    reference_ids=("r1",),
    suggestion="Marlow, 2011",
    fix=Fix(safety=Safety.UNSAFE, edits=(Edit(span=span("Morlow"), text="Marlow"),)),
)


def report(*findings: Finding, text: str = TEXT, **more: Any) -> Report:
    """A report on a small draft with one entry and three citations."""
    url, leftover = span("https://example.org/tides"), span("???")
    return Report(
        document=Document(text=text, path="draft.txt", **more),
        sections=(ReferenceSection(span=ENTRY, entries=(ENTRY,)),),
        references=(
            Reference(
                id="r1", span=ENTRY, raw=ENTRY.of(TEXT), type="webpage",
                author=(Name(family="Marlow", given="J."),),
                title=Value(value="Tides"), issued=PartialDate(year=2011),
                url=Value(value=url.of(TEXT), span=url), leftovers=(leftover,),
            ),
        ),
        citations=tuple(
            Citation(id=f"c{number}", span=place, raw=place.of(TEXT))
            for number, place in enumerate(CITED, 1)
        ),
        matches=(
            Match(
                citation_id="c1", status=MatchStatus.PRESUMED, reference_ids=("r1",),
                confidence=0.9,
                deviations=(
                    Deviation(kind=DeviationKind.MISSPELT, cited="Morlow", listed="Marlow"),
                ),
                evidence=(Evidence(kind="year", statement="the year agrees"),),
            ),
        ),
        findings=findings,
        coverage=Coverage(
            entries_found=1, entries_parsed=1, citations_found=3, citations_resolved=3,
            not_checked=("links: not asked",),
        ),
    )  # fmt: skip


def rendered(given: Iterable[Report], name: str, **look: Any) -> str:
    """The whole document of a format."""
    return "".join(reports.render(given, name, Look(**look)))

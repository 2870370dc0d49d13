"""The essay's known answers, and how a report's ids correspond to their numbers."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from citecheck.model import Citation, Finding, Reference, Report, Span

Record = dict[str, Any]
Found = TypeVar("Found", Reference, Citation)


@dataclass(frozen=True)
class Gold:
    """``gold.json`` and ``findings.json`` of one text, records keyed by their number."""

    path: Path
    references: dict[int, Record]
    citations: dict[int, Record]
    findings: tuple[Record, ...]
    traps: tuple[str, ...]


@dataclass(frozen=True)
class Pairing:
    """A report's references and citations by the numbers of the known answers."""

    report: Report
    gold: Gold
    references: dict[int, Reference] = field(default_factory=dict)
    citations: dict[int, Citation] = field(default_factory=dict)

    @property
    def extra_references(self) -> list[Reference]:
        """Entries read where the answers have none."""
        known = {reference.id for reference in self.references.values()}
        return [r for r in self.report.references if r.id not in known]

    @property
    def extra_citations(self) -> list[Citation]:
        """Citations found where the answers have none."""
        golden = [span_of(record) for record in self.gold.citations.values()]
        return [c for c in self.report.citations if not any(c.span.overlaps(s) for s in golden)]

    def touches_citation(self, finding: Finding, number: int) -> bool:
        """Whether *finding* names or underlines citation *number*."""
        citation = self.citations.get(number)
        if citation is not None and citation.id in finding.citation_ids:
            return True
        place = span_of(self.gold.citations[number])
        return any(place.overlaps(span) for span in spans_of(finding))

    def touches_reference(self, finding: Finding, number: int) -> bool:
        """Whether *finding* names or underlines something in entry *number*."""
        reference = self.references.get(number)
        if reference is not None and reference.id in finding.reference_ids:
            return True
        place = span_of(self.gold.references[number])
        return any(place.overlaps(span) for span in spans_of(finding))


def load_gold(folder: Path) -> Gold:
    """Read the known answers in *folder*."""
    answers = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    findings = json.loads((folder / "findings.json").read_text(encoding="utf-8"))
    return Gold(
        path=folder / "essay.txt",
        references={record["n"]: record for record in answers["references"]},
        citations={record["n"]: record for record in answers["citations"]},
        findings=tuple(findings["findings"]),
        traps=tuple(findings["traps"]),
    )


def pair(report: Report, gold: Gold) -> Pairing:
    """Number the references and citations of *report* as the known answers do."""
    pairing = Pairing(report, gold)
    for number, record in gold.references.items():
        reference = best(span_of(record), report.references)
        if reference is not None:
            pairing.references[number] = reference
    for number, record in gold.citations.items():
        citation = best(span_of(record), report.citations)
        if citation is not None:
            pairing.citations[number] = citation
    return pairing


def best(place: Span, found: Iterable[Found]) -> Found | None:
    """Of *found*, what shares most with *place*; None if nothing shares anything."""
    touching = [item for item in found if item.span.overlaps(place)]
    return max(touching, key=lambda item: shared_part(item.span, place), default=None)


def shared_part(one: Span, other: Span) -> float:
    """Intersection over union of two spans."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return common / (max(one.end, other.end) - min(one.start, other.start))


def span_of(record: Record) -> Span:
    """The place of a record of the known answers."""
    return Span(start=record["start"], end=record["end"])


def spans_of(finding: Finding) -> list[Span]:
    """Every place a finding underlines."""
    return [finding.span, *(place.span for place in finding.related)]

"""The report for programs: one JSON object for one file, an array of them for several.

Names once given stay, with their meaning, while ``schema_version`` is 1; names may be added.
Offsets count Unicode code points of the draft's text, from 0, ends exclusive; lines and columns
count from 1.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from citecheck.fingerprints import fingerprints
from citecheck.model import Citation, Document, Finding, Fix, Match, Reference, Report, Span
from citecheck.model.csl import to_csl
from citecheck.reports.findings import told
from citecheck.reports.look import Look

SCHEMA_VERSION = 1


def render(reports: Iterable[Report], look: Look) -> Iterator[str]:
    """The JSON text of *reports*: an array if ``look.several``, one object otherwise."""
    if not look.several:
        for report in reports:
            yield _dumped(report, look) + "\n"
        return
    before = "[\n"
    for report in reports:
        yield before + _dumped(report, look)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def as_data(report: Report, look: Look) -> dict[str, Any]:
    """*report* as what ``json`` can write."""
    document = report.document
    matches = {match.citation_id: match for match in report.matches}
    return {
        "schema_version": SCHEMA_VERSION,
        "path": document.path,
        "format": document.format,
        "encoding": document.encoding,
        "references": [_reference(reference, report) for reference in report.references],
        "citations": [_citation(c, matches.get(c.id), document) for c in report.citations],
        "findings": findings_as_data(report, look),
        "coverage": report.coverage.model_content(),
    }


def findings_as_data(report: Report, look: Look) -> list[dict[str, Any]]:
    """The findings of *report* as what ``json`` can write."""
    return [
        {**_finding(finding, report.document), "fingerprint": fingerprint}
        for finding, fingerprint in zip(told(report, look), fingerprints(report), strict=True)
    ]


def _dumped(report: Report, look: Look) -> str:
    return json.dumps(as_data(report, look), ensure_ascii=False, allow_nan=False)


def _reference(reference: Reference, report: Report) -> dict[str, Any]:
    return {
        "id": reference.id,
        **_place_of_entry(reference, report),
        "raw": reference.raw,
        "key": reference.key,
        "csl": to_csl(reference),
        "leftovers": [
            {
                **_ends(span),
                "text": reference.raw[span.start - begin : span.end - begin],
            }
            for begin in (reference.span.start,)
            for span in reference.leftovers
        ],
        "confidence": reference.confidence,
    }


def _place_of_entry(reference: Reference, report: Report) -> dict[str, Any]:
    """The place in the draft, or no place there and one in the file that holds the entry."""
    if reference.source is None:
        return {**_place(reference.span, report.document), "source": None}
    place = _place(reference.span, report.sources[reference.source])
    return {**dict.fromkeys(place), "source": {"path": reference.source, **place}}


def _citation(citation: Citation, match: Match | None, document: Document) -> dict[str, Any]:
    return {
        "id": citation.id,
        **_place(citation.span, document),
        "raw": citation.raw,
        "system": citation.system.value,
        "reference_ids": list(match.reference_ids) if match else [],
        "status": match.status.value if match else "unmatched",
        "confidence": match.confidence if match else 0.0,
        "deviations": [
            {"kind": deviation.kind.value, "cited": deviation.cited, "listed": deviation.listed}
            for deviation in (match.deviations if match else ())
        ],
        "evidence": [
            {"kind": item.kind, "statement": item.statement, "source": item.source}
            for item in (match.evidence if match else ())
        ],
    }


def _finding(finding: Finding, document: Document) -> dict[str, Any]:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "confidence": finding.confidence,
        "message": finding.message,
        **_place(finding.span, document),
        "related": [
            {**_place(place.span, document), "message": place.message} for place in finding.related
        ],
        "evidence": list(finding.evidence),
        "citation_ids": list(finding.citation_ids),
        "reference_ids": list(finding.reference_ids),
        "suggestion": finding.suggestion,
        "fix": _fix(finding.fix) if finding.fix else None,
    }


def _fix(fix: Fix) -> dict[str, Any]:
    edits = [{**_ends(edit.span), "text": edit.text} for edit in fix.edits]
    return {"safety": fix.safety.value, "edits": edits}


def _place(span: Span, document: Document) -> dict[str, Any]:
    position = document.position(span.start)
    place: dict[str, Any] = {**_ends(span), "line": position.line, "column": position.column}
    if part := document.part(span.start):
        name, inside = part
        place["part"] = {"name": name, "line": inside.line, "column": inside.column}
    return place


def _ends(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}

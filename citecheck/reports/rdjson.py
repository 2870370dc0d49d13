"""reviewdog's rdjson, as proto/rdf/reviewdog.proto describes it.

Its lines count from 1 and its columns, from 1 too, count bytes of UTF-8; ends are exclusive.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from citecheck.model import Document, Finding, Fix, Report, Safety, Severity, Span
from citecheck.reports.findings import told
from citecheck.reports.look import Look
from citecheck.reports.region import name_of, region

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def render(reports: Iterable[Report], look: Look) -> Iterator[str]:
    """One object with the diagnostics of all reports."""
    yield '{"source": {"name": "citecheck"}, "diagnostics": ['
    before = "\n"
    for report in reports:
        for finding in told(report, look):
            diagnostic = _diagnostic(finding, report.document)
            yield before + json.dumps(diagnostic, ensure_ascii=False)
            before = ",\n"
    yield "\n]}\n"


def _diagnostic(finding: Finding, document: Document) -> dict[str, Any]:
    better = f" ({finding.suggestion})" if finding.suggestion else ""
    return {
        "message": f"{finding.message}{better}",
        "location": _location(document, finding.span),
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.code},
        "suggestions": _suggestions(finding.fix, document),
        "relatedLocations": [
            {"message": place.message, "location": _location(document, place.span)}
            for place in finding.related
        ],
    }


def _suggestions(fix: Fix | None, document: Document) -> list[dict[str, Any]]:
    if fix is None or fix.safety == Safety.DISPLAY or document.parts:
        return []
    return [{"range": _range(document, edit.span), "text": edit.text} for edit in fix.edits]


def _location(document: Document, span: Span) -> dict[str, Any]:
    location: dict[str, Any] = {"path": name_of(document)}
    if region(document, span).is_in_file:
        location["range"] = _range(document, span)
    return location


def _range(document: Document, span: Span) -> dict[str, Any]:
    return {"start": _position(document, span.start), "end": _position(document, span.end)}


def _position(document: Document, offset: int) -> dict[str, int]:
    """Line and column of *offset*, the column in bytes of UTF-8."""
    at = document.position(offset)
    before = document.text[document.line_starts[at.line - 1] : offset]
    return {"line": at.line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}

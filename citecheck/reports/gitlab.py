"""GitLab Code Quality: an array of issues in GitLab's subset of the Code Climate format."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from citecheck.fingerprints import fingerprints
from citecheck.model import Document, Finding, Report, Severity
from citecheck.reports.findings import told
from citecheck.reports.look import Look
from citecheck.reports.region import label, name_of, region

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(reports: Iterable[Report], look: Look) -> Iterator[str]:
    """One array, its first issue behind "[" on a line of its own."""
    before = "[\n"
    for report in reports:
        prints = fingerprints(report)
        for finding, fingerprint in zip(told(report, look), prints, strict=True):
            issue = _issue(finding, fingerprint, report.document, look.language)
            yield before + json.dumps(issue, ensure_ascii=False)
            before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def _issue(finding: Finding, fingerprint: str, document: Document, language: str) -> dict[str, Any]:
    place, path = region(document, finding.span), name_of(document)
    within = "" if place.is_in_file else f"{label(document, finding.span.start, language)}: "
    better = f" ({finding.suggestion})" if finding.suggestion else ""
    unique = f"{path}\0{fingerprint}".encode("utf-8", "surrogatepass")
    return {
        "description": f"{finding.code}: {within}{finding.message}{better}",
        "check_name": finding.name,
        "fingerprint": hashlib.sha256(unique).hexdigest(),
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": path,
            "lines": {"begin": place.line, "end": place.end_line}
            if place.is_in_file
            else {"begin": 1},
        },
    }

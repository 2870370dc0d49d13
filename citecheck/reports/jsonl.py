"""JSON Lines: an object for each finding, then one for its file, which says how much was read.

The names are those of the format ``json``; ``kind`` is "finding" or "file", ``path`` the draft.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from citecheck.model import Report
from citecheck.reports.json import SCHEMA_VERSION, findings_as_data
from citecheck.reports.look import Look


def render(reports: Iterable[Report], look: Look) -> Iterator[str]:
    """The lines of one report after the other."""
    for report in reports:
        path = report.document.path
        for finding in findings_as_data(report, look):
            yield _line({"kind": "finding", "path": path, **finding})
        yield _line(
            {
                "kind": "file",
                "schema_version": SCHEMA_VERSION,
                "path": path,
                "findings": len(report.findings),
                "coverage": report.coverage.model_content(),
            }
        )


def _line(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, allow_nan=False) + "\n"

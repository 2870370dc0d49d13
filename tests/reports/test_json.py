"""The report for programs: the contract of its names."""

import json
from collections.abc import Iterable
from typing import Any

import pytest

from citecheck import reports
from citecheck.model import Report
from citecheck.reports import Look
from tests.reports.building import FINDING, TEXT, rendered, report


def json_of(given_reports: Iterable[Report], **look: Any) -> Any:
    return json.loads(rendered(given_reports, "json", **look))


def test_json() -> None:
    data = json_of([report(FINDING)])
    assert data["schema_version"] == 1
    assert data["path"] == "draft.txt"
    (entry,) = data["references"]
    assert entry["csl"] == {
        "id": "r1",
        "type": "webpage",
        "author": [{"family": "Marlow", "given": "J."}],
        "title": "Tides",
        "issued": {"date-parts": [[2011]]},
        "URL": "https://example.org/tides",
        "custom": {"leftovers": ["???"]},
    }
    assert TEXT[entry["start"] : entry["end"]] == entry["raw"]
    assert [left["text"] for left in entry["leftovers"]] == ["???"]
    first, second, _ = data["citations"]
    assert (first["status"], first["reference_ids"], first["confidence"]) == (
        "presumed", ["r1"], 0.9,
    )  # fmt: skip
    assert (second["status"], second["line"], second["column"]) == ("unmatched", 2, 12)
    (finding,) = data["findings"]
    assert {key: finding[key] for key in ("code", "name", "severity", "line", "column")} == {
        "code": "NAM201", "name": "misspelt-author", "severity": "error", "line": 1, "column": 13,
    }  # fmt: skip
    assert [place["message"] for place in finding["related"]] == [
        "also here", "also here", "the entry in the list",
    ]  # fmt: skip
    assert finding["fix"] == {
        "safety": "unsafe",
        "edits": [{"start": 12, "end": 18, "text": "Marlow"}],
    }
    assert data["coverage"] == {
        "entries_found": 1, "entries_parsed": 1, "citations_found": 3, "citations_resolved": 3,
        "not_checked": ["links: not asked"],
    }  # fmt: skip


CONTRACT = {
    "": {"schema_version", "path", "references", "citations", "findings", "coverage"},
    "references": {"id", "start", "end", "raw", "key", "csl", "leftovers"},
    "citations": {"start", "end", "raw", "line", "column", "reference_ids", "status", "confidence"},
    "findings": {
        "code", "name", "severity", "confidence", "message", "start", "end", "line", "column",
        "related", "citation_ids", "reference_ids", "suggestion", "fix",
    },
}  # fmt: skip


@pytest.mark.parametrize("part", CONTRACT)
def test_json_names(part: str) -> None:
    data = json_of([report(FINDING)])
    assert CONTRACT[part] <= set(data[part][0] if part else data)


@pytest.mark.parametrize("count", [0, 1, 3])
def test_json_of_several_is_an_array(count: int) -> None:
    assert len(json_of([report()] * count, several=True)) == count


def test_json_is_streamed() -> None:
    drawn = []

    def source() -> Iterable[Report]:
        for number in range(3):
            drawn.append(number)
            yield report()

    pieces = reports.render(source(), "json", Look(several=True))
    next(pieces)
    assert drawn == [0]

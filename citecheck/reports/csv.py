"""A table of citations and entries, for spreadsheets (RFC 4180).

A row is a citation with an entry that it means, or an entry that nothing cites. A cell that a
spreadsheet would take for a formula begins with an apostrophe.
"""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator

from citecheck.model import Citation, Match, Reference, Report, Value
from citecheck.reports.look import Look
from citecheck.reports.region import name_of, region

COLUMNS = (
    "path", "kind", "line", "column", "text", "status", "confidence", "findings",
    "reference_id", "reference_line", "author", "issued", "title", "container_title", "type",
    "doi", "url", "entry",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

Row = dict[str, object]


def render(reports: Iterable[Report], look: Look) -> Iterator[str]:
    """The head of the table, then the rows of each report."""
    yield _lines([dict(zip(COLUMNS, COLUMNS, strict=True))])
    for report in reports:
        yield _lines(_rows(report))


def _rows(report: Report) -> Iterator[Row]:
    references = {reference.id: reference for reference in report.references}
    matches = {match.citation_id: match for match in report.matches}
    on_citation: defaultdict[str, list[str]] = defaultdict(list)
    on_entry: defaultdict[str, list[str]] = defaultdict(list)
    for finding in report.findings:
        for identifier in finding.citation_ids:
            on_citation[identifier].append(finding.code)
        for identifier in () if finding.citation_ids else finding.reference_ids:
            on_entry[identifier].append(finding.code)
    cited: set[str] = set()
    for citation in report.citations:
        match = matches.get(citation.id)
        row = _citation(report, citation, match, on_citation[citation.id])
        meant = [references[i] for i in (match.reference_ids if match else ()) if i in references]
        cited.update(reference.id for reference in meant)
        yield from ({**row, **_entry(report, reference)} for reference in meant)
        if not meant:
            yield row
    for reference in report.references:
        if reference.id not in cited or on_entry[reference.id]:
            yield {
                "path": name_of(report.document),
                "kind": "reference",
                "status": "cited" if reference.id in cited else "uncited",
                "findings": " ".join(on_entry[reference.id]),
                **_entry(report, reference),
            }


def _citation(report: Report, citation: Citation, match: Match | None, codes: list[str]) -> Row:
    place = region(report.document, citation.span)
    return {
        "path": name_of(report.document),
        "kind": "citation",
        "line": place.line,
        "column": place.column,
        "text": citation.raw,
        "status": match.status.value if match else "unmatched",
        "confidence": match.confidence if match else 0.0,
        "findings": " ".join(codes),
    }


def _entry(report: Report, reference: Reference) -> Row:
    document = report.sources.get(reference.source or "", report.document)
    issued = reference.issued
    year = f"{issued.year or issued.literal}{issued.suffix}" if issued else ""
    return {
        "reference_id": reference.key or reference.id,
        "reference_line": document.position(reference.span.start).line,
        "author": "; ".join(
            f"{name.sort_name}, {name.given}" if name.given else name.sort_name
            for name in reference.names
        ),
        "issued": year,
        "title": _value(reference.title),
        "container_title": _value(reference.container_title),
        "type": reference.type,
        "doi": _value(reference.doi),
        "url": _value(reference.url),
        "entry": reference.raw,
    }


def _value(value: Value | None) -> str:
    return value.value if value else ""


def _lines(rows: Iterable[Row]) -> str:
    out = io.StringIO(newline="")
    table = csv.writer(out)
    table.writerows([_cell(row.get(column, "")) for column in COLUMNS] for row in rows)
    return out.getvalue()


def _cell(value: object) -> object:
    """*value* on one line, and never a formula."""
    if not isinstance(value, str):
        return value
    text = " ".join(value.replace("\0", "\ufffd").split())
    return f"'{text}" if text.startswith(_FORMULA) else text

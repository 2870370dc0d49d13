"""Annotations for GitHub Actions: workflow commands, one for each finding.

Escapes are those of the runner (actions/toolkit, packages/core/src/command.ts): "%", CR and LF
everywhere, ":" and "," in properties as well.
"""

from collections.abc import Iterable, Iterator

from citecheck.locale import phrases
from citecheck.model import Document, Finding, Report, Severity
from citecheck.reports.findings import notes, told
from citecheck.reports.look import Look
from citecheck.reports.region import label, name_of, region

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(reports: Iterable[Report], look: Look) -> Iterator[str]:
    """A line for each finding."""
    for report in reports:
        for finding in told(report, look):
            yield _annotation(finding, report.document, look) + "\n"


def _annotation(finding: Finding, document: Document, look: Look) -> str:
    place = region(document, finding.span)
    properties: dict[str, object] = {"file": name_of(document)}
    message = finding.message
    if place.is_in_file:
        properties |= {"line": place.line, "endLine": place.end_line}
        if place.line == place.end_line:  # columns are for places on one line only
            last = max(place.column, place.end_column - 1)
            properties |= {"col": place.column, "endColumn": last}
    else:
        message = f"{label(document, finding.span.start, look.language)}: {message}"
    properties["title"] = f"{finding.code} {finding.name}"
    told_of = "\n".join((message, *notes(finding, document, phrases(look.language))))
    listed = ",".join(f"{key}={escaped_property(str(v))}" for key, v in properties.items())
    return f"::{_COMMANDS[finding.severity]} {listed}::{escaped_data(told_of)}"


def escaped_data(text: str) -> str:
    """*text* as the message of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escaped_property(text: str) -> str:
    """*text* as the value of a property of a workflow command."""
    return escaped_data(text).replace(":", "%3A").replace(",", "%2C")

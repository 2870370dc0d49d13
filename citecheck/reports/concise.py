"""One line for each finding: "draft.txt:2:12: error NAM201 the citation writes ..."."""

from collections.abc import Iterable, Iterator

from citecheck.locale import phrases
from citecheck.model import Report, Severity
from citecheck.reports.cells import visible
from citecheck.reports.findings import counted, told, verdict
from citecheck.reports.look import Look
from citecheck.reports.region import address
from citecheck.reports.text import STYLES


def render(reports: Iterable[Report], look: Look) -> Iterator[str]:
    """One piece for each report, and the sum at the end."""
    say, total = phrases(look.language), counted(())
    for report in reports:
        findings = told(report, look)
        total += counted(findings)
        document, language = report.document, look.language
        yield "".join(
            f"{look.paint(visible(address(document, finding.span.start, language)), 'bold')}: "
            f"{look.paint(say(finding.severity.value), STYLES[Severity(finding.severity)])} "
            f"{look.paint(finding.code, 'bold')} {visible(finding.message)}"
            + (f" ({say('did you mean: {text}', text=visible(s))})" if s else "")
            + "\n"
            for finding in findings
            for s in (finding.suggestion,)
        )
    yield look.paint(verdict(total, say), "bold") + "\n"

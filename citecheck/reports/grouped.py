"""Findings by rule, the most frequent first: what is wrong as a habit stands at the top."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from citecheck.locale import phrases
from citecheck.model import Finding, Report, Severity
from citecheck.reports.cells import visible, wrapped
from citecheck.reports.findings import counted, told, verdict
from citecheck.reports.look import Look
from citecheck.reports.region import label
from citecheck.reports.text import STYLES, footer, header

_RANK = {severity: rank for rank, severity in enumerate(Severity)}


def render(reports: Iterable[Report], look: Look) -> Iterator[str]:
    """One piece for each report, and the sum if they were several."""
    total, number = counted(()), 0
    for number, report in enumerate(reports, 1):
        findings = told(report, look)
        total += counted(findings)
        groups: defaultdict[str, list[Finding]] = defaultdict(list)
        for finding in findings:
            groups[finding.code].append(finding)
        in_order = sorted(groups.values(), key=lambda g: (_RANK[g[0].severity], -len(g)))
        parts = (
            header(report, look),
            *(_group(group, report, look) for group in in_order),
            footer(report, counted(findings), look),
        )
        yield ("\n" if number > 1 else "") + "\n".join(parts)
    if look.several and number > 1:
        say = phrases(look.language)
        files = say.count(number, "{n} file", "{n} files")
        yield f"\n{files}: {verdict(total, say)}\n"


def _group(group: list[Finding], report: Report, look: Look) -> str:
    first, say = group[0], phrases(look.language)
    style = STYLES[first.severity]
    lines = [
        f"{look.paint(say(first.severity.value), style)} {look.paint(first.code, 'bold')} "
        f"{first.name} ({len(group)})"
    ]
    for finding in group:
        place = visible(label(report.document, finding.span.start, look.language))
        said, *more = wrapped(finding.message, look.width, " " * 12)
        lead = f"  {look.paint(place.rjust(8), 'bold')}"
        lines += [f"{lead}  {said.lstrip()}"] if len(place) <= 8 else [lead, said]
        lines += more
        if finding.suggestion:
            better = look.paint(visible(finding.suggestion), "green")
            lines.append(" " * 12 + say("did you mean: {text}", text=better))
    return "\n".join(lines) + "\n"

"""Markdown for a comment on a pull request: the counts, a table, and details that fold.

All of the draft's text is written in character references where it could mean something to
Markdown, to HTML, or to a forge ("@name" calls people, "#12" refers to an issue).
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from citecheck.locale import Phrases, phrases
from citecheck.model import Finding, Report, Severity
from citecheck.reports.findings import (
    counted,
    coverage,
    not_checked,
    notes,
    told,
    verdict,
)
from citecheck.reports.look import Look
from citecheck.reports.region import label, name_of

MARK = "<!-- citecheck -->"
"""The first line, by which a later run finds its comment and replaces it."""
_MOST_CHARACTERS = 60_000  # a comment on GitHub may have 65,536
_SIGNS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.INFO: "ℹ️"}
_ESCAPES = {ord(char): f"&#{ord(char)};" for char in "\\`*_{}[]()<>#+-!|&@~$^="}


class Limits(NamedTuple):
    """Where the document goes: ``characters`` it may have, ``head`` at its beginning."""

    characters: int = _MOST_CHARACTERS
    head: str = MARK + "\n"


def render(reports: Iterable[Report], look: Look) -> Iterator[str]:
    """One document; findings beyond what a comment holds are counted."""
    return document_of(reports, look, Limits())


def document_of(reports: Iterable[Report], look: Look, limits: Limits) -> Iterator[str]:
    """The document in pieces, at most as long as *limits* say."""
    say, total = phrases(look.language), counted(())
    pieces, room, omitted = [], limits.characters, 0
    for report in reports:
        total += counted(told(report, look))
        for piece, count in _file(report, look):
            if len(piece) > room:
                omitted += count
                continue
            room -= len(piece)
            pieces.append(piece)
    yield f"{limits.head}## citecheck: {escaped(verdict(total, say))}\n\n"
    yield from pieces
    if omitted:
        said = say.count(
            omitted, "{n} more finding is not shown.", "{n} more findings are not shown."
        )
        yield f"\n_{said}_\n"


def escaped(text: str) -> str:
    """*text* on one line, as nothing but text."""
    shown = "".join(char if char.isprintable() else "\ufffd" for char in " ".join(text.split()))
    plain = shown.translate(_ESCAPES)
    return plain.replace("://", "&#58;//").replace("www.", "www&#46;")  # or it becomes a link


def _file(report: Report, look: Look) -> Iterator[tuple[str, int]]:
    """The pieces on one draft, each with how many findings it tells."""
    say, findings = phrases(look.language), told(report, look)
    read = escaped("; ".join(coverage(report, look)))
    yield f"### {escaped(name_of(report.document))}\n\n{read}\n\n", 0
    rank = {severity: number for number, severity in enumerate(Severity)}
    if findings:
        head = (say("Place"), say("Finding"), say("Better"))
        yield f"| | {' | '.join(head)} |\n|---|---|---|---|\n", 0
    for finding in sorted(findings, key=lambda finding: rank[finding.severity]):
        yield _row(finding, report, say), 1
    if unchecked := not_checked(report, look):
        said = escaped(say("Not checked: {what}", what="; ".join(unchecked)))
        yield f"\n<sub>{said}</sub>\n", 0
    yield "\n", 0


def _row(finding: Finding, report: Report, say: Phrases) -> str:
    where = label(report.document, finding.span.start, say.language)
    said = f"**{finding.code}** {escaped(finding.message)}"
    more = [escaped(note) for note in notes(finding, report.document, say)]
    more = more[:-1] if finding.suggestion else more
    if more:
        said += f"<details><summary>{say('Why')}</summary>{'<br>'.join(more)}</details>"
    sign = _SIGNS[finding.severity]
    return f"| {sign} | {escaped(where)} | {said} | {escaped(finding.suggestion or '')} |\n"

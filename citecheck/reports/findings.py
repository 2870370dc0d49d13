"""Findings as reports for people say them: in their language, counted, with places together."""

from collections import Counter
from collections.abc import Iterable

from citecheck.locale import Phrases, phrases
from citecheck.model import Document, Finding, RelatedPlace, Report, Severity
from citecheck.reports.look import Look
from citecheck.reports.region import label, listed

_SHOWN = 12  # places of one kind, in a note
ENCODINGS = {"cp1252": "Windows-1252", "cp1251": "Windows-1251"}
"""Encodings worth a word, since they were guessed."""


def told(report: Report, look: Look) -> tuple[Finding, ...]:
    """The findings of *report* in the language of *look*."""
    if look.language == "en":
        return report.findings
    from citecheck.locale.findings import translate

    return tuple(translate(finding, look.language) for finding in report.findings)


def counted(findings: Iterable[Finding]) -> Counter[Severity]:
    """How many findings there are of each severity."""
    return Counter(finding.severity for finding in findings)


def counts(counter: Counter[Severity], say: Phrases) -> str:
    """ "2 errors, 1 warning"; "no mistakes" if there is nothing to count."""
    forms = {
        Severity.ERROR: ("{n} error", "{n} errors"),
        Severity.WARNING: ("{n} warning", "{n} warnings"),
        Severity.INFO: ("{n} info", "{n} info"),
    }
    said = [say.count(counter[s], *forms[s]) for s in Severity if counter[s]]
    return ", ".join(said) or say("no mistakes")


def verdict(counter: Counter[Severity], say: Phrases) -> str:
    """ "Found 2 errors, 1 warning." """
    if not counter:
        return say("Found no mistakes.")
    return say("Found {counts}.", counts=counts(counter, say))


def coverage(report: Report, look: Look) -> tuple[str, str]:
    """What was read of the list, and what of the citations."""
    say, covered = phrases(look.language), report.coverage
    entries = say("{n} of {all} entries read", n=covered.entries_parsed, all=covered.entries_found)
    citations = say(
        "{n} of {all} citations resolved or explained",
        n=covered.citations_resolved,
        all=covered.citations_found,
    )
    if not report.sections and not covered.entries_found:
        entries = say("no literature list found")
    if not covered.citations_found:
        citations = say("no citations found")
    return entries, citations


def not_checked(report: Report, look: Look) -> tuple[str, ...]:
    """What was not looked at, in words."""
    if look.language == "en":
        return report.coverage.not_checked
    from citecheck.locale.findings import translated

    return tuple(
        translated(text, "unchecked", look.language) for text in report.coverage.not_checked
    )


def by_message(finding: Finding) -> dict[str, list[RelatedPlace]]:
    """Related places, those with one message together."""
    found: dict[str, list[RelatedPlace]] = {}
    for place in finding.related:
        found.setdefault(place.message, []).append(place)
    return found


def notes(finding: Finding, document: Document, say: Phrases) -> list[str]:
    """Related places, evidence and suggestion, each in a line of plain text."""
    lines = []
    for message, places in by_message(finding).items():
        where = listed(label(document, place.span.start, say.language) for place in places[:_SHOWN])
        more = say(" and {n} more", n=len(places) - _SHOWN) if len(places) > _SHOWN else ""
        lines.append(f"{message}: {where}{more}")
    lines += finding.evidence
    if finding.suggestion:
        lines.append(say("did you mean: {text}", text=finding.suggestion))
    return lines

"""Findings against what a careful editor finds, one by one; and all else that was reported."""

import re
from dataclasses import dataclass

from citecheck.language.folding import words
from citecheck.model import Finding
from tests.accuracy.gold import Pairing, Record, spans_of

# What the answers call a defect -> the rules that report it.
KINDS: dict[str, tuple[str, ...]] = {
    "given-name-cited": ("given-name-cited",),
    "author-misspelt": ("misspelt-author",),
    "co-authors-missing": ("missing-co-authors",),
    "et-al-for-one-author": ("et-al-for-few-authors",),
    "et-al-form": ("et-al-form",),
    "ambiguous-citation": ("ambiguous-citation",),
    "year-letter-missing": ("missing-year-letter",),
    "numbered-disambiguator": ("numbered-disambiguator",),
    "cited-by-other-name": ("cited-by-other-name", "letter-case"),
    "stop-before-citation": ("stop-before-citation",),
    "year-missing": ("missing-year",),
    "url-missing": ("missing-url",),
    "year-against-url": ("year-against-url",),
    "quote-unbalanced": ("unbalanced-quote", "mixed-quotes"),
    "backtick-apostrophe": ("backtick-apostrophe",),
    "title-against-url": ("title-against-url",),
    "url-tracking": ("tracking-parameters",),
    "list-typo": ("access-note-typo",),
    "list-order": ("list-order",),
    "identifier-missing": ("missing-identifier",),
    "container-missing": ("missing-container",),
    "publisher-against-url": ("publisher-against-url",),
    "stray-line": ("stray-line",),
}


@dataclass(frozen=True)
class Answer:
    """One expected finding and what was reported for it."""

    expected: Record
    reported: tuple[Finding, ...]
    problem: str

    @property
    def severity_differs(self) -> bool:
        """Whether it is reported, but as more or less bad than the answers have it."""
        return bool(self.reported) and self.expected["severity"] not in {
            str(finding.severity) for finding in self.reported
        }


def answers(pairing: Pairing) -> list[Answer]:
    """For every expected finding the reported ones that are it, and what they lack."""
    return [answer(pairing, expected) for expected in pairing.gold.findings]


def answer(pairing: Pairing, expected: Record) -> Answer:
    """What was reported for one expected finding."""
    names = KINDS.get(expected["kind"])
    if names is None:
        return Answer(expected, (), f"no rule stands for {expected['kind']!r} in KINDS")
    reported = tuple(
        finding
        for finding in pairing.report.findings
        if finding.name in names and touched(pairing, expected, finding)
    )
    if not reported:
        return Answer(expected, (), f"not reported ({' / '.join(names)})")
    uncovered = uncovered_places(pairing, expected, reported)
    if uncovered:
        return Answer(expected, reported, f"not at {', '.join(uncovered)}")
    if not suggests(reported, expected.get("suggest", "")):
        given = [finding.suggestion for finding in reported]
        return Answer(expected, reported, f"suggestion {expected['suggest']!r}, found {given}")
    return Answer(expected, reported, "")


def touched(pairing: Pairing, expected: Record, finding: Finding) -> bool:
    """Whether *finding* is at one of the places of *expected*."""
    return (
        any(pairing.touches_citation(finding, n) for n in expected.get("citations", []))
        or any(pairing.touches_reference(finding, n) for n in expected.get("references", []))
        or any(on_line(pairing, finding, line) for line in lines_of(expected))
    )


def uncovered_places(
    pairing: Pairing, expected: Record, reported: tuple[Finding, ...]
) -> list[str]:
    """The places of *expected* that none of *reported* names or underlines."""
    left = [
        f"citation {number}"
        for number in expected.get("citations", [])
        if not any(pairing.touches_citation(finding, number) for finding in reported)
    ]
    left += [
        f"entry {number}"
        for number in expected.get("references", [])
        if not any(pairing.touches_reference(finding, number) for finding in reported)
    ]
    return left


def lines_of(expected: Record) -> list[int]:
    """The lines that stand for a place where there is neither citation nor entry."""
    if expected.get("citations") or expected.get("references"):
        return []
    return [int(number) for number in re.findall(r"\bline (\d+)", expected["why"])]


def on_line(pairing: Pairing, finding: Finding, line: int) -> bool:
    """Whether *finding* underlines something in line number *line*."""
    place = pairing.report.document.line(line)
    return any(place.overlaps(span) for span in spans_of(finding))


def suggests(reported: tuple[Finding, ...], expected: str) -> bool:
    """Whether the words of every " / "-separated part of *expected* are suggested in a row."""
    given = " | ".join(" ".join(words(text)) for finding in reported for text in offers(finding))
    return all(" ".join(words(part)) in given for part in expected.split(" / "))


def offers(finding: Finding) -> list[str]:
    """Everything a finding offers instead of what is written."""
    edits = finding.fix.edits if finding.fix else ()
    return [finding.suggestion or "", *(edit.text for edit in edits)]


def extra_findings(pairing: Pairing, found: list[Answer]) -> list[Finding]:
    """The reported findings that are none of the expected ones."""
    expected = [finding for one in found for finding in one.reported]
    return [finding for finding in pairing.report.findings if finding not in expected]

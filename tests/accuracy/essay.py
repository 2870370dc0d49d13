"""The essay: fields, citations, findings and traps, one by one."""

import argparse
from collections.abc import Iterable
from dataclasses import dataclass

from citecheck.model import Finding
from tests.accuracy.citations import citation_misses
from tests.accuracy.entries import entry_misses
from tests.accuracy.findings import Answer, answers, extra_findings
from tests.accuracy.gold import Pairing, load_gold, pair
from tests.accuracy.shared import shared
from tests.accuracy.traps import broken_traps, place


@dataclass(frozen=True)
class Result:
    """All comparisons of one text."""

    pairing: Pairing
    entries: dict[int, list[str]]
    citations: dict[int, str]
    answers: list[Answer]
    traps: dict[str, list[str]]
    extra: list[Finding]

    @property
    def right(self) -> bool:
        """Whether nothing is wrong, extra findings apart: those a human judges."""
        return not (
            any(self.entries.values())
            or any(self.citations.values())
            or any(answer.problem for answer in self.answers)
            or any(self.traps.values())
            or self.pairing.extra_references
        )


def run(_: argparse.Namespace) -> int:
    """Check the essay and print everything; 0 if all is right, else 1."""
    result = compare()
    print_entries(result)
    print_citations(result)
    print_findings(result)
    print_traps(result)
    print_extra(result)
    return 0 if result.right else 1


def compare() -> Result:
    """Check the essay and compare. Raises MissingDataError."""
    import citecheck

    gold = load_gold(shared("essay"))
    pairing = pair(citecheck.check(gold.path), gold)
    found = answers(pairing)
    return Result(
        pairing=pairing,
        entries=entry_misses(pairing),
        citations=citation_misses(pairing),
        answers=found,
        traps=broken_traps(pairing, found),
        extra=extra_findings(pairing, found),
    )


def heading(title: str, right: int, total: int) -> None:
    """A line with a figure, and a blank one before it."""
    print(f"\n{title}: {right} of {total}")


def print_entries(result: Result) -> None:
    """Entries with every field right, and the misses of the others."""
    heading("entries right", count(result.entries.values()), len(result.entries))
    for number, misses in result.entries.items():
        for miss in misses:
            print(f"  entry {number:2}  {miss}")
    for reference in result.pairing.extra_references:
        where = place(result.pairing, reference.span.start)
        print(f"  no entry, but read as one: {reference.raw[:70]!r} at {where}")


def print_citations(result: Result) -> None:
    """Citations with the right entry or entries, and the misses of the others."""
    heading("citations right", count(result.citations.values()), len(result.citations))
    for number, miss in result.citations.items():
        if miss:
            print(
                f"  citation {number:2}  {result.pairing.gold.citations[number]['raw']!r}: {miss}"
            )


def print_findings(result: Result) -> None:
    """Every expected finding with its verdict."""
    heading("findings right", count(a.problem for a in result.answers), len(result.answers))
    for answer in result.answers:
        verdict = answer.problem or "right"
        if not answer.problem and answer.severity_differs:
            severities = "/".join(sorted({str(f.severity) for f in answer.reported}))
            verdict += f" (severity {answer.expected['severity']}, found {severities})"
        codes = ",".join(sorted({finding.code for finding in answer.reported})) or "------"
        mark = "!" if answer.problem else " "
        print(f"{mark} {codes:7} {answer.expected['kind']:23} {places(answer):33} {verdict}")


def places(answer: Answer) -> str:
    """The numbers of an expected finding, short."""
    cited = ",".join(map(str, answer.expected.get("citations", [])))
    listed = ",".join(map(str, answer.expected.get("references", [])))
    parts = (cited and f"citation {cited}", listed and f"entry {listed}")
    return "; ".join(filter(None, parts))


def print_traps(result: Result) -> None:
    """Every trap, and what fell into it."""
    heading("traps silent", count(result.traps.values()), len(result.traps))
    for trap, fallen in result.traps.items():
        print(f"{'!' if fallen else ' '} {trap}")
        for what in fallen:
            print(f"      {what}")


def print_extra(result: Result) -> None:
    """What else was reported, for a human to judge."""
    print(f"\nreported beyond the answers: {len(result.extra)} (for a human to judge)")
    for finding in result.extra:
        where = place(result.pairing, finding.span.start)
        print(f"  {finding.code} {finding.name:22} {where:8} {finding.severity}: {finding.message}")


def count(problems: Iterable[object]) -> int:
    """How many of *problems* are empty."""
    return sum(1 for problem in problems if not problem)

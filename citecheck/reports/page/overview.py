"""What was read of a draft, at its top: counts, coverage, and what was not checked."""

from collections import Counter

from citecheck.locale import Phrases, phrases
from citecheck.model import MatchStatus, Report, Severity
from citecheck.reports.findings import ENCODINGS, counted, counts, coverage, not_checked
from citecheck.reports.look import Look
from citecheck.reports.page.markup import element, text
from citecheck.reports.region import name_of

STATUSES = {
    MatchStatus.MATCHED: "as cited",
    MatchStatus.PRESUMED: "presumed",
    MatchStatus.AMBIGUOUS: "ambiguous",
    MatchStatus.UNMATCHED: "without an entry",
}
"""How a citation was resolved, in a word."""


def overview(report: Report, look: Look, prefix: str) -> str:
    """The head of one draft."""
    say = phrases(look.language)
    title = element("h2", text(name_of(report.document)), id=f"{prefix}-title")
    if encoding := ENCODINGS.get(report.document.encoding):
        said = say(" (read as {encoding})", encoding=encoding).strip()
        title += element("p", text(said), class_="note")
    parts = [title, _chips(report, say), element("div", _bars(report, look), class_="bars")]
    if unchecked := not_checked(report, look):
        items = "".join(element("li", text(what)) for what in unchecked)
        lead = element("b", text(say("Not checked")))
        parts.append(element("div", f"{lead}<ul>{items}</ul>", class_="unchecked"))
    return element("header", "".join(parts), class_="head")


def _chips(report: Report, say: Phrases) -> str:
    """The numbers of errors, warnings and infos."""
    number = counted(report.findings)
    if not number:
        said = element("span", text(say("Found no mistakes.")), class_="chip ok")
        return element("p", said, class_="chips")
    chips = (
        element(
            "span",
            text(counts(Counter({severity: number[severity]}), say)),
            class_=f"chip {severity.value}",
        )
        for severity in Severity
        if number[severity]
    )
    return element("p", " ".join(chips), class_="chips")


def _bars(report: Report, look: Look) -> str:
    say, covered = phrases(look.language), report.coverage
    entries, citations = coverage(report, look)
    read = [("matched", covered.entries_parsed), (
        "unmatched", covered.entries_found - covered.entries_parsed)]  # fmt: skip
    status = Counter(match.status for match in report.matches)
    status[MatchStatus.UNMATCHED] += len(report.citations) - len(report.matches)
    shares = [(kind.value, status[kind]) for kind in STATUSES]
    legend = ", ".join(
        f"{status[kind]} {say(word)}" for kind, word in STATUSES.items() if status[kind]
    )
    return _bar(say("Literature list"), entries, read, "") + _bar(
        say("Citations"), citations, shares, legend
    )


def _bar(title: str, said: str, shares: list[tuple[str, int]], legend: str) -> str:
    """A bar whose parts are as wide as their shares, with the numbers in words."""
    whole, at, parts = max(1, sum(number for _, number in shares)), 0, []
    for kind, number in shares:
        if number > 0:
            parts.append(
                f'<rect class="{kind}" x="{100 * at / whole:.2f}%" y="0" '
                f'width="{100 * number / whole:.2f}%" height="10"/>'
            )
            at += number
    drawn = f'<svg class="bar" height="10" aria-hidden="true">{"".join(parts)}</svg>'
    words = element("b", text(title)) + element("span", text(said))
    words += element("span", text(legend), class_="legend") if legend else ""
    return element("div", element("p", words) + drawn, class_="coverage")

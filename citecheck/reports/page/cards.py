"""A finding as a card in the margin."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from citecheck.locale import Phrases
from citecheck.model import Document, Finding, Severity
from citecheck.reports.findings import by_message
from citecheck.reports.page.markup import element, text
from citecheck.reports.region import label as label_of
from citecheck.reports.region import region


class Numbered(NamedTuple):
    """A finding with its number in the draft, and the draft's prefix for ids ("d1")."""

    finding: Finding
    number: int
    draft: str

    @property
    def card(self) -> str:
        """The id of its card."""
        return f"{self.draft}-f{self.number}"

    def place(self, index: int) -> str:
        """The id of its place (0), or of its related place number *index* (from 1)."""
        return f"{self.card}-p{index}"


def severity_name(severity: Severity, say: Phrases) -> str:
    """The severity as a word."""
    return say(severity.value)


def label(numbered: Numbered, say: Phrases) -> str:
    """What a screen reader says at the number of a finding in the text."""
    finding = numbered.finding
    return say(
        "Finding {n}, {severity}: {message}",
        n=numbered.number,
        severity=severity_name(finding.severity, say),
        message=finding.message,
    )


def card(numbered: Numbered, document: Document, say: Phrases) -> str:
    """The markup of the card."""
    finding = numbered.finding
    title = element(
        "h4",
        _back(numbered, say)
        + element("span", text(severity_name(finding.severity, say)), class_="severity")
        + element("span", text(finding.code), class_="code")
        + element("span", text(finding.name), class_="rule"),
    )
    better = ""
    if finding.suggestion:
        lead = say("did you mean: {text}", text="").strip()
        said = element("span", text(lead), class_="lead")
        better = element("p", f"{said} {element('b', text(finding.suggestion))}", class_="better")
    return element(
        "article",
        title + element("p", text(finding.message), class_="message") + better
        + _details(numbered, document, say),
        class_=f"card {finding.severity.value}",
        id=numbered.card,
        tabindex="-1",
        data_number=numbered.number,
        data_severity=finding.severity.value,
        data_rule=finding.code,
    )  # fmt: skip


def _back(numbered: Numbered, say: Phrases) -> str:
    said = say("Finding {n}: to its place in the draft", n=numbered.number)
    return element(
        "a",
        str(numbered.number),
        class_="number",
        href=f"#{numbered.place(0)}",
        aria_label=said,
    )


def _details(numbered: Numbered, document: Document, say: Phrases) -> str:
    items = "".join(element("li", item) for item in _items(numbered, document, say))
    summary = element("summary", text(say("Where and why")))
    return element("details", summary + element("ul", items))


def _items(numbered: Numbered, document: Document, say: Phrases) -> Iterator[str]:
    """The place, the related places as links, the evidence, and how sure citecheck is."""
    finding = numbered.finding
    place = region(document, finding.span)
    where = say("line {line}, column {column}", line=place.line, column=place.column)
    inside = label_of(document, finding.span.start, say.language)
    yield text(where if place.is_in_file else inside)
    index = {id(place): number for number, place in enumerate(finding.related, 1)}
    for message, places in by_message(finding).items():
        links = (
            element(
                "a",
                text(label_of(document, p.span.start, say.language)),
                href=f"#{numbered.place(index[id(p)])}",
            )
            for p in places
        )
        yield f"{text(message)}: {', '.join(links)}"
    yield from map(text, finding.evidence)
    if finding.code in _summaries():
        yield text(say(_summaries()[finding.code]))
    yield text(say("confidence {percent} %", percent=round(100 * finding.confidence)))


@cache
def _summaries() -> dict[str, str]:
    """What each rule reports, in English, by its code."""
    from citecheck.rules import RULES

    return {rule.code: rule.summary for rule in RULES}

"""The traps: what a hasty reader would report, and citecheck must not."""

from collections.abc import Callable, Iterable
from functools import partial

from tests.accuracy.citations import citation_misses
from tests.accuracy.entries import entry_misses
from tests.accuracy.findings import Answer, extra_findings
from tests.accuracy.gold import Pairing

Check = Callable[[Pairing, list[Answer]], Iterable[str]]


def none_named(pairing: Pairing, _: list[Answer], *, name: str) -> Iterable[str]:
    """Findings of the rule *name*."""
    for finding in pairing.report.findings:
        if finding.name == name:
            yield place(pairing, finding.span.start)


def none_at(
    pairing: Pairing, found: list[Answer], *, names: tuple[str, ...], entries: tuple[int, ...]
) -> Iterable[str]:
    """Findings of the rules *names* at the entries, beyond the expected ones."""
    for finding in extra_findings(pairing, found):
        for number in entries:
            if finding.name in names and pairing.touches_reference(finding, number):
                yield f"{finding.name} at entry {number}"


def parentheses_kept(pairing: Pairing, _: list[Answer]) -> Iterable[str]:
    """The URL of entry 24 and the citation 41, if they are not as they stand."""
    yield from (miss for miss in entry_misses(pairing)[24] if miss.startswith("url"))
    citation = pairing.citations.get(41)
    if citation is None or "(2)" not in citation.raw:
        yield f"citation 41: {citation_misses(pairing)[41] or 'without its (2)'}"


def no_false_citations(pairing: Pairing, _: list[Answer]) -> Iterable[str]:
    """Citations that are none."""
    for citation in pairing.extra_citations:
        yield f"{citation.raw!r} at {place(pairing, citation.span.start)}"


def years_of_titles(pairing: Pairing, found: list[Answer]) -> Iterable[str]:
    """Years taken from titles."""
    for number in (7, 22, 30):
        yield from (m for m in entry_misses(pairing)[number] if m.startswith("issued"))
    yield from none_at(pairing, found, names=("wrong-year", "missing-year"), entries=(7, 22, 30))


def place(pairing: Pairing, offset: int) -> str:
    """Line and column as people count them."""
    position = pairing.report.document.position(offset)
    return f"{position.line}:{position.column}"


# How the text of a trap begins -> what must find nothing.
CHECKS: dict[str, Check] = {
    "No entry is uncited": partial(none_named, name="uncited-entry"),
    "No citation lacks an entry": partial(none_named, name="missing-entry"),
    "Entry 24's URL keeps its parentheses": parentheses_kept,
    "(CIS), (EEU), (CSTO)": no_false_citations,
    "Years inside titles": years_of_titles,
    "URL words that only paraphrase": partial(
        none_at, names=("title-against-url",), entries=(1, 6, 8, 14, 16, 17)
    ),
    "URL years that agree": partial(
        none_at, names=("year-against-url",), entries=(1, 2, 3, 6, 9, 14, 16, 20, 22)
    ),
}


def broken_traps(pairing: Pairing, found: list[Answer]) -> dict[str, list[str]]:
    """Each trap with what fell into it; an empty list if nothing did."""
    broken = {}
    for trap in pairing.gold.traps:
        check = next((CHECKS[start] for start in CHECKS if trap.startswith(start)), None)
        broken[trap] = list(check(pairing, found)) if check else ["no check for this trap"]
    return broken

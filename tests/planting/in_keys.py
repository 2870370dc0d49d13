"""Defects in numbers, labels and citation keys."""

import random
from collections.abc import Iterator

from citecheck.model import Citation, Edit, Reference, Span
from tests.planting import slips
from tests.planting.draft import Draft
from tests.planting.planted import (
    FRESH,
    Planted,
    inserted,
    replaced,
)


def renumbered(draft: Draft, least: int, step: int) -> tuple[Edit, ...]:
    """Every number from *least* on raised by *step*, in the list and in the text."""
    found = []
    items: list[Citation | Reference] = [*draft.report.references, *draft.report.citations]
    for item in items:
        number = int(item.key) if isinstance(item, Reference) else int(item.labels[0])
        if number >= least:
            start = draft.text.index(str(number), item.span.start)
            span = Span(start=start, end=start + len(str(number)))
            found.append(Edit(span=span, text=str(number + step)))
    return tuple(found)


def number_skipped(draft: Draft, _chance: random.Random) -> Iterator[Planted]:
    for entry in draft.report.references[1:]:
        yield Planted(renumbered(draft, int(entry.key), 1), "numbering-gap", entry.span)


def number_repeated(draft: Draft, _chance: random.Random) -> Iterator[Planted]:
    for entry in draft.report.references[1:]:
        edits = renumbered(draft, int(entry.key), -1)
        yield Planted(edits, "numbering-gap", entry.span, consequence="ambiguous-citation")


def number_undefined(draft: Draft, chance: random.Random) -> Iterator[Planted]:
    """Where a number is cited again."""
    seen: set[tuple[str, ...]] = set()
    for citation in _cited_again(draft):
        if citation.labels in seen:
            start = draft.text.index(citation.labels[0], citation.span.start)
            span = Span(start=start, end=start + len(citation.labels[0]))
            wrong = str(len(draft.report.references) + chance.randint(1, 9))
            yield Planted(replaced(span, wrong), "missing-entry", span)
        seen.add(citation.labels)


def label_undefined(draft: Draft, chance: random.Random) -> Iterator[Planted]:
    for citation in _cited_again(draft):
        start = draft.text.index(citation.labels[0], citation.span.start)
        span = Span(start=start, end=start + len(citation.labels[0]))
        wrong = citation.labels[0][:-2] + str(chance.randint(30, 39))
        yield Planted(replaced(span, wrong), "missing-entry", span)


def key_mistyped(draft: Draft, chance: random.Random) -> Iterator[Planted]:
    for citation in _cited_again(draft):
        key = citation.labels[0]
        start = draft.text.index(key, citation.span.start)
        span = Span(start=start, end=start + len(key))
        yield Planted(replaced(span, slips.misspelt(key, chance)), "missing-entry", span, key)


def key_unused(draft: Draft, chance: random.Random) -> Iterator[Planted]:
    for name in FRESH:
        year = chance.randint(2010, 2022)
        words = f"{name}, Edith ({year}) Lighthouses and other errands. Leeds: Aire Books."
        goal = draft.report.references[chance.randrange(8)].span.start
        line = f"\\bibitem{{{name.lower()}{year}}} {words}\n"
        yield Planted(inserted(goal, line), "uncited-entry", Span(start=goal, end=goal))


def _cited_again(draft: Draft) -> list[Citation]:
    cited = [c for c in draft.report.citations if len(c.labels) == 1]
    return [c for c in cited if sum(c.labels == other.labels for other in cited) > 1]

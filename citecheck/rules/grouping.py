"""One cause, one finding: citations that differ in the same way, gathered with all their places."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

from citecheck.model import (
    Citation,
    Edit,
    Fix,
    Reference,
    RelatedPlace,
    Span,
)
from citecheck.rules.context import Context, Deviating
from citecheck.rules.fixes import unsafe
from citecheck.rules.rule import Problem

Item = TypeVar("Item")


def grouped(items: Iterable[Item], key: Callable[[Item], Hashable]) -> Iterator[list[Item]]:
    """Items with equal keys together, groups in the order of their first items."""
    groups: dict[Hashable, list[Item]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return iter(groups.values())


def also_here(spans: Iterable[Span], message: str = "also here") -> tuple[RelatedPlace, ...]:
    """Further places of the same cause."""
    return tuple(RelatedPlace(span=span, message=message) for span in spans)


def in_the_list(reference: Reference, span: Span | None = None) -> RelatedPlace:
    """The place in the list that the reader has to compare."""
    return RelatedPlace(span=span or reference.span, message="the entry in the list")


def places_of(group: list[Deviating]) -> tuple[RelatedPlace, ...]:
    """The other citations of a group, then the entries, each once."""
    entries = {item.reference.id: item for item in group}
    return (
        *also_here(item.citation.span for item in group[1:]),
        *(in_the_list(i.reference, i.deviation.listed_span) for i in entries.values()),
    )


def citation_ids(group: Iterable[Deviating]) -> tuple[str, ...]:
    """Ids of the citations of a group."""
    return tuple(item.citation.id for item in group)


def reference_ids(group: Iterable[Deviating]) -> tuple[str, ...]:
    """Ids of all entries that the citations of a group may mean, each once."""
    return tuple(dict.fromkeys(i for item in group for i in item.match.reference_ids))


def statements(group: Iterable[Deviating]) -> tuple[str, ...]:
    """What speaks for the pairing, each statement once."""
    return tuple(
        dict.fromkeys(evidence.statement for item in group for evidence in item.match.evidence)
    )


def replace_names(group: Iterable[Deviating]) -> Fix | None:
    """Put the listed name where the cited one stands. It changes names: the author decides."""
    edits = tuple(
        Edit(span=item.deviation.cited_span, text=item.deviation.listed)
        for item in group
        if item.deviation.cited_span
    )
    return unsafe(edits)


def difference(group: list[Deviating], message: str, suggestion: str, confidence: float) -> Problem:
    """Citations that differ from their entry in one way. The fix writes them as listed."""
    return Problem(
        span=group[0].citation.span,
        message=message,
        confidence=confidence,
        related=places_of(group),
        evidence=statements(group),
        citation_ids=citation_ids(group),
        reference_ids=reference_ids(group),
        suggestion=suggestion,
        fix=replace_names(group),
    )


def line_of(context: Context, reference: Reference) -> str:
    """Where an entry begins: "line 12" or "paragraph 12" of the draft, or "refs.bib:12"."""
    if reference.id in context.elsewhere:
        return context.elsewhere[reference.id]
    part = context.document.part(reference.span.start)
    if part and part[0]:
        return part[0]
    return f"line {context.document.position(reference.span.start).line}"


def shown(citation: Citation) -> str:
    """A citation as quoted in messages: on one line, its last parenthesis closed."""
    return closed(" ".join(citation.raw.split()))


def closed(text: str) -> str:
    """*text* with the parenthesis closed that a narrative citation opens before its year."""
    return f"{text})" if text.count("(") > text.count(")") else text

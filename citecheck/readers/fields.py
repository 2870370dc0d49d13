"""What a file knows of its citations beyond the text: lists by fields, addresses behind words."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, takewhile

from citecheck.model import Document, Reference, ReferenceSection, Span, Value
from citecheck.model.document import CitationField
from citecheck.model.reference import Provenance

_DOI = "doi.org/10."
# Pages that a publisher links to from every entry, to look for the work elsewhere.
_SEARCHES = ("scholar.google.", "/scholar_lookup", "/search?", "worldcat.org/search")
_NOTE = "[^"


def with_listed_fields(
    document: Document, sections: Sequence[ReferenceSection]
) -> tuple[ReferenceSection, ...]:
    """*sections*, and one for each list that a reference manager's field holds beside them."""
    given = [
        field
        for field in document.fields
        if field.role == "bibliography"
        and not any(field.span.overlaps(section.span) for section in sections)
    ]
    found = [section for field in given for section in _section(document.text, field)]
    return tuple(sorted((*sections, *found), key=lambda section: section.span.start))


def _section(text: str, field: CitationField) -> Iterator[ReferenceSection]:
    """The list in *field*, a paragraph an entry, if it shows any."""
    entries, position = [], field.span.start
    for line in field.span.of(text).split("\n"):
        begin = position + len(line) - len(line.lstrip())
        if line.strip() and not line.startswith(_NOTE):
            entries.append(Span(start=begin, end=position + len(line.rstrip())))
        position += len(line) + 1
    if entries:
        span = Span(start=entries[0].start, end=entries[-1].end)
        yield ReferenceSection(span=span, entries=tuple(entries))


def with_targets(document: Document, references: Iterable[Reference]) -> tuple[Reference, ...]:
    """*references*; those that show no address have the one that their words link to, if any.

    Such a value has no span: the text does not carry it.
    """
    if not document.links:
        return tuple(references)
    return tuple(
        reference if reference.url or reference.doi else _linked(document, reference)
        for reference in references
    )


def _linked(document: Document, reference: Reference) -> Reference:
    first = bisect_left(document.links, reference.span.start, key=lambda link: link.span.start)
    behind = takewhile(
        lambda link: link.span.start < reference.span.end, islice(document.links, first, None)
    )
    targets = [
        link.target
        for link in behind
        if reference.span.contains(link.span)
        and link.target.startswith(("http://", "https://"))
        and not any(search in link.target for search in _SEARCHES)
    ]
    if not targets:
        return reference
    if doi := next((target for target in targets if _DOI in target), ""):
        value = Value(value=doi.partition("doi.org/")[2], provenance=Provenance.INFERRED)
        return reference.model_copy(update={"doi": value})
    value = Value(value=targets[0], provenance=Provenance.INFERRED)
    return reference.model_copy(update={"url": value})

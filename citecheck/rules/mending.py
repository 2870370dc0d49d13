"""Edits that several rules propose: names as listed, years that change in entry and citations."""

from citecheck.model import Citation, Edit, Reference, Span
from citecheck.rules.context import Context
from citecheck.rules.conventions import named_as


def names_span(citation: Citation) -> Span | None:
    """From the first name of *citation* to the last, or to "et al.", as far as they stand there."""
    if not citation.names or citation.suppress_author:
        return None
    ends = [name.span.end for name in citation.names]
    ends += [citation.et_al_span.end] if citation.et_al_span else []
    return Span(start=citation.names[0].span.start, end=max(ends))


def renamed(context: Context, citation: Citation, reference: Reference) -> tuple[Edit, ...]:
    """All names of *citation* as the entry has them, in the writer's own form.

    Empty where they stand around a line break or with given names: that is no mere list of names.
    """
    span = names_span(citation)
    if span is None or any(name.given for name in citation.names):
        return ()
    if "\n" in span.of(context.document.text):
        return ()
    return (Edit(span=span, text=named_as(context, citation, reference)),)


def redated(context: Context, reference: Reference, year: int) -> tuple[Edit, ...]:
    """*year* in the entry, and in every citation of it that says what the entry says now."""
    issued = reference.issued
    if issued is None or issued.span is None or issued.year is None:
        return ()
    spans = [issued.span]
    for citation in context.citations_of(reference.id):
        cited = citation.year
        if cited and cited.span and cited.year == issued.year:
            spans.append(cited.span)
    return tuple(
        Edit(span=digits, text=str(year))
        for span in spans
        if (digits := _digits(context, span, str(issued.year)))
    )


def _digits(context: Context, span: Span, year: str) -> Span | None:
    """Where the number *year* stands in *span*."""
    at = span.of(context.document.text).find(year)
    return Span(start=span.start + at, end=span.start + at + len(year)) if at >= 0 else None

"""A text for the margin, and the words it is about."""

from typing import NamedTuple

from citecheck.model import Document, Span


class Remark(NamedTuple):
    """``text`` has a paragraph in each line; ``span`` counts in the document."""

    span: Span
    text: str


def in_the_body(document: Document, span: Span) -> Span:
    """*span*, or the mark of the note in which it lies: programs fail on comments inside notes."""
    return next((note.anchor for note in document.notes if note.span.contains(span)), span)

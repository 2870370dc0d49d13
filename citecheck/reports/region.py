"""Places as other programs take them."""

from typing import NamedTuple

from citecheck.model import Document, Span


class Region(NamedTuple):
    """Lines and columns from 1, the end behind the last character.

    ``part`` names the piece of the file in which the place lies ("cell 3"), and lines count from
    its beginning; it is "" where the text is the file itself.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    part: str = ""

    @property
    def is_in_file(self) -> bool:
        """Whether lines and columns are those of the file."""
        return not self.part


def region(document: Document, span: Span) -> Region:
    """Where *span* stands."""
    start, end = document.position(span.start), document.position(max(span.start, span.end))
    part = document.part(span.start)
    if part is None:
        return Region(start.line, start.column, end.line, end.column)
    name, inside = part
    moved = inside.line - start.line
    return Region(inside.line, start.column, end.line + moved, end.column, name or "text")


def label(document: Document, offset: int) -> str:
    """A place in a word: "12:3", line and column, or "cell 4:12:3" within a part of the file."""
    part = document.part(offset)
    name, at = part if part else ("", document.position(offset))
    return f"{name}{':' if name else ''}{at.line}:{at.column}"


def name_of(document: Document) -> str:
    """What to call the draft: its path, or "text"."""
    return document.path or "text"

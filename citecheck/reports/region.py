"""Places as other programs take them."""

from collections.abc import Iterable
from typing import NamedTuple

from citecheck.locale import phrases
from citecheck.model import Document, Span

_LINE = "line "


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


def label(document: Document, offset: int, language: str = "en") -> str:
    """A place in a word or a few: "12:3", line and column, or "paragraph 12, character 3".

    A part that is a line of the file itself ("line 45" of a web page) is all that is known.
    """
    part = document.part(offset)
    name, at = part if part else ("", document.position(offset))
    if not name:
        return f"{at.line}:{at.column}"
    place, say = _in_words(name, language), phrases(language)
    if _is_line(name):
        return place
    if not line_number(document, offset):
        return (
            place
            if at.column == 1
            else say("{place}, character {column}", place=place, column=at.column)
        )
    return say(
        "{place}, line {line}, character {column}", place=place, line=at.line, column=at.column
    )


def listed(labels: Iterable[str]) -> str:
    """Several places in a row: "12:3, 14:1", or "paragraph 2; paragraph 7, character 3"."""
    known = list(labels)
    return ("; " if any("," in one for one in known) else ", ").join(known)


def line_number(document: Document, offset: int) -> str:
    """The number of the line of *offset* in its file or cell, "" in a paragraph of one line."""
    name, at = document.part(offset) or ("cell ", document.position(offset))
    return str(at.line) if at.line > 1 or name.startswith("cell ") else ""


def line_label(document: Document, offset: int, language: str = "en") -> str:
    """A place without its column: the number of the line, or "paragraph 12"."""
    part = document.part(offset)
    if part is None or not part[0]:
        return str((part[1] if part else document.position(offset)).line)
    place, line = _in_words(part[0], language), line_number(document, offset)
    return phrases(language)("{place}, line {line}", place=place, line=line) if line else place


def address(document: Document, offset: int, language: str = "en") -> str:
    """A place with its file: "draft.md:12:3", which terminals and editors open at a click.

    Where the file is no text, in words: "draft.docx, paragraph 12, character 3".
    """
    part = document.part(offset)
    if part and _is_line(part[0]):
        return f"{name_of(document)}:{part[0].removeprefix(_LINE)}"
    between = ", " if part and part[0] else ":"
    return f"{name_of(document)}{between}{label(document, offset, language)}"


def _is_line(part: str) -> bool:
    return part.startswith(_LINE)


def _in_words(part: str, language: str) -> str:
    """The name of a part in *language*."""
    if language == "en":
        return part
    from citecheck.locale.findings import translated

    return translated(part, "part", language)


def name_of(document: Document) -> str:
    """What to call the draft: its path, or "text"."""
    return document.path or "text"

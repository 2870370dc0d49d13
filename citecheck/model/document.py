"""The draft as text, and places in it.

Offsets everywhere count Unicode code points of ``Document.text``, from 0, half open.
Lines and columns count from 1.
"""

from bisect import bisect_right
from functools import cached_property
from typing import Any, Literal, NamedTuple, Self

from citecheck.model.base import Model


class Span(Model, made_often=True):
    """A half-open range of code points, ``text[start:end]``."""

    start: int
    end: int

    def __len__(self) -> int:
        """Length in code points."""
        return self.end - self.start

    def __bool__(self) -> bool:
        """True also for an empty span: a place is a place."""
        return True

    def of(self, text: str) -> str:
        """The characters of *text* that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Self) -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Self) -> bool:
        """Whether *other* lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


class Position(NamedTuple):
    """A place as people count: line and column, both from 1."""

    line: int
    column: int


class Part(Model):
    """A stretch of a text that stands apart in the file ("cell 3"), from ``start`` on."""

    name: str
    start: int


class Link(Model):
    """Words that lead to an address which the text need not show."""

    span: Span
    target: str


class Note(Model):
    """A footnote or endnote: its ``anchor`` "[^3]" in the text, and the ``span`` of its words.

    ``label`` is what anchor and note are marked with: its number, or a sign such as "*".
    """

    kind: Literal["footnote", "endnote"]
    label: str
    anchor: Span
    span: Span


class Remark(Model):
    """A comment that is no part of the text, and its place: in the margin, or in the markup.

    Only comments that speak to citecheck are kept.
    """

    span: Span
    text: str


class CitationField(Model):
    """What a reference manager or the word processor put into the draft: a citation or a list.

    ``span`` covers what it shows. ``keys`` name the works in the manager's own terms, ``items``
    are their data as CSL-JSON, as far as the file holds it; both are in the order of citing.
    """

    kind: Literal["zotero", "mendeley", "endnote", "word", "libreoffice"]
    role: Literal["citation", "bibliography"]
    span: Span
    keys: tuple[str, ...] = ()
    items: tuple[dict[str, Any], ...] = ()


class Document(Model):
    """A draft as its reader gives it.

    ``text`` is the decoded file, unaltered: for plain text and Markdown its offsets index the
    file itself, carriage returns included. Of a file that is no text it is what the file shows:
    paragraphs with a blank line between, each note ("[^3]: ...") behind the paragraph that points
    to it. ``not_prose`` lists the parts in which no citation is looked for (code, comments, link
    targets), sorted and disjoint. ``parts`` say where the text is put together from pieces of the
    file (cells, paragraphs, pages), in order; empty if it is not. ``links``, ``notes``,
    ``fields`` and ``remarks`` are those of formats that tell them from text, by position.
    """

    text: str
    path: str | None = None
    format: str = "text"
    encoding: str = "utf-8"
    not_prose: tuple[Span, ...] = ()
    parts: tuple[Part, ...] = ()
    links: tuple[Link, ...] = ()
    notes: tuple[Note, ...] = ()
    fields: tuple[CitationField, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Offsets at which lines begin; a line ends with LF, CR LF or a lone CR."""
        starts, text = [0], self.text
        if "\r" not in text:
            start = text.find("\n")
            while start >= 0:
                starts.append(start + 1)
                start = text.find("\n", start + 1)
            return tuple(starts)
        for index, char in enumerate(text):
            if char == "\n" or (char == "\r" and text[index + 1 : index + 2] != "\n"):
                starts.append(index + 1)
        return tuple(starts)

    def position(self, offset: int) -> Position:
        """Line and column of *offset*."""
        line = bisect_right(self.line_starts, offset)
        return Position(line=line, column=offset - self.line_starts[line - 1] + 1)

    def part(self, offset: int) -> tuple[str, Position] | None:
        """The name of the part in which *offset* lies, and the line and column in it."""
        index = bisect_right(self.parts, offset, key=lambda part: part.start) - 1
        if index < 0:
            return None
        start, place = self.position(self.parts[index].start), self.position(offset)
        line = place.line - start.line + 1
        column = place.column - (start.column - 1 if line == 1 else 0)
        return self.parts[index].name, Position(line=line, column=column)

    def line(self, number: int) -> Span:
        """The span of line *number* (from 1) without its line ending."""
        start = self.line_starts[number - 1]
        more = number < len(self.line_starts)
        end = self.line_starts[number] if more else len(self.text)
        return Span(start=start, end=start + len(self.text[start:end].rstrip("\r\n")))

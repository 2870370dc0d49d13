"""Fields of a .docx: complex ones, which may nest and span paragraphs, simple ones, controls."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from citecheck.model import Span
from citecheck.model.document import CitationField, Link
from citecheck.readers.citation_codes import Code, decoded, read_code, read_tag
from citecheck.readers.composing import Composition
from citecheck.readers.docx_package import Package, W

if TYPE_CHECKING:
    from lxml.etree import _Element

_BOOKMARK = "ZOTERO_BREF_"
_MOST_NESTED = 20


@dataclass(slots=True)
class _Open:
    """A field that has begun; ``start`` is where its result does, once that is reached."""

    codes: list[str] = field(default_factory=list)
    data: list[str] = field(default_factory=list)
    start: int = -1
    code: Code | None = None


class Fields:
    """The open fields at a point of the walk, and what becomes of them when they end."""

    def __init__(self, out: Composition, package: Package) -> None:
        """Record what fields show in *out*."""
        self._out, self._package = out, package
        self._open: list[_Open] = []
        self._marks: dict[str, tuple[str, int]] = {}
        self._skipping = 0
        self.shown = True

    def mark(self, element: "_Element") -> None:
        """Take in a w:fldChar: the begin, the middle or the end of a field."""
        kind = element.get(f"{W}fldCharType")
        if kind == "begin" and len(self._open) < _MOST_NESTED:
            data = element.findtext(f"{W}fldData")
            self._open.append(_Open(data=[data] if data else []))
        elif kind == "separate" and self._open:
            self._separate(self._open[-1])
        elif kind == "end" and self._open:
            self._end(self._open.pop())
        self._update()

    def _separate(self, current: _Open) -> None:
        data = "".join(map(decoded, current.data))
        current.code = read_code(
            "".join(current.codes),
            data,
            self._package.sources if "CITATION" in "".join(current.codes)[:20] else None,
        )
        current.start = self._out.length

    def _end(self, ended: _Open) -> None:
        if ended.start < 0:  # nothing shown: EndNote keeps the data of its citation in such a one
            if self._open and "EN.CITE.DATA" in "".join(ended.codes):
                self._open[-1].data += ended.data
            return
        self.record(ended.code, ended.start)

    def _update(self) -> None:
        self.shown = not self._skipping and all(
            item.start >= 0 and (item.code is None or item.code.role != "contents")
            for item in self._open
        )

    def record(self, code: Code | None, start: int) -> None:
        """Keep what *code* says of the text since *start*, if there is any."""
        end = self._out.length
        if code is None or end <= start:
            return
        span = Span(start=start, end=end)
        if code.role == "link":
            self._out.links.append(Link(span=span, target=code.target))
        elif code.role != "contents":
            self._out.fields.append(
                CitationField(
                    kind=code.kind, role=code.role, span=span, keys=code.keys, items=code.items
                )
            )

    def code(self, element: "_Element") -> None:
        """Take in a w:instrText."""
        if self._open and self._open[-1].start < 0:
            self._open[-1].codes.append(element.text or "")

    def codes_in(self, run: "_Element") -> None:
        """Take in the marks and codes of a *run* that is hidden."""
        for child in run:
            if child.tag == f"{W}fldChar":
                self.mark(child)
            elif child.tag == f"{W}instrText":
                self.code(child)

    def simple(self, inside: "Callable[[_Element], None]") -> "Callable[[_Element], None]":
        """A handler of w:fldSimple that goes *inside* it."""

        def handle(element: "_Element") -> None:
            start = self._out.length
            inside(element)
            code = element.get(f"{W}instr", "")
            sources = self._package.sources if "CITATION" in code[:20] else None
            self.record(read_code(code, "", sources), start)

        return handle

    @contextmanager
    def control(self, properties: "_Element | None") -> Iterator[None]:
        """Within: the content of a content control with *properties* (w:sdtPr)."""
        tag = properties.find(f"{W}tag") if properties is not None else None
        code = read_tag(tag.get(f"{W}val", "")) if tag is not None else None
        if properties is not None and code is None:
            is_list = properties.find(f"{W}bibliography") is not None
            code = Code("bibliography") if is_list else None
        start, known = self._out.length, len(self._out.fields)
        yield
        if not any(f.role == "bibliography" for f in self._out.fields[known:]):
            self.record(code, start)

    def bookmark(self, element: "_Element") -> None:
        """Take in a bookmark's begin or end; Zotero can keep its fields as bookmarks."""
        identifier, name = element.get(f"{W}id", ""), element.get(f"{W}name", "")
        if name.startswith(_BOOKMARK):
            self._marks[identifier] = (name, self._out.length)
        elif element.tag == f"{W}bookmarkEnd" and identifier in self._marks:
            name, start = self._marks.pop(identifier)
            self.record(read_code(self._property(name)), start)

    def _property(self, name: str) -> str:
        """The code of a bookmark, which is kept in pieces "NAME_1", "NAME_2" ..."""
        properties = self._package.properties
        pieces: list[str] = []
        while (piece := properties.get(f"{name}_{len(pieces) + 1}")) is not None:
            pieces.append(piece)
        return "".join(pieces)

    def suspend(self) -> list[_Open]:
        """Set the open fields aside, to read a note; ``resume`` takes them up again."""
        outer, self._open = self._open, []
        self._update()
        return outer

    def resume(self, outer: list[_Open]) -> None:
        """Close what the note left open and go on with the fields *outer*."""
        self.close()
        self._open = outer
        self._update()

    def close(self) -> None:
        """End the fields that the document left open."""
        while self._open:
            self._end(self._open.pop())
        self._update()

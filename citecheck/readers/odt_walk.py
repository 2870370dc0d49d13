"""One walk over an OpenDocument text, for its reader and for a writer, as ``docx_walk`` is.

Text stands in elements and behind them, and blanks collapse: a piece is a stretch of an element's
text or tail. Deleted text is kept apart in such files; comments, tables of contents and hidden
text are left out.
"""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from citecheck.model import Span
from citecheck.model.document import CitationField, Link, Note
from citecheck.readers.citation_codes import read_code
from citecheck.readers.composing import Composition
from citecheck.readers.odt_package import CONTENT, DRAW, OFFICE, TABLE, TEXT, XLINK, OdtPackage
from citecheck.readers.odt_styles import OdtNumbering, OdtStyles
from citecheck.readers.raised import raised

if TYPE_CHECKING:
    from lxml.etree import _Element

_STRETCH = re.compile(r"[^ \t\r\n\xad]++(?: [^ \t\r\n\xad]++)*+|[ \t\r\n]++")
_IRREGULAR = re.compile(r"[\t\r\n\xad]|  ")
_MOST_BLANKS = 200
_SKIPPED = {
    *(f"{TEXT}{name}" for name in (
        "tracked-changes", "table-of-content", "alphabetical-index", "illustration-index",
        "table-index", "note-citation", "hidden-text", "hidden-paragraph", "sequence-decls",
        "variable-decls", "user-field-decls", "ruby-text", "bibliography-source", "forms",
    )),
    f"{OFFICE}annotation-end", f"{OFFICE}forms", f"{OFFICE}scripts",
    f"{OFFICE}event-listeners", f"{OFFICE}binary-data", f"{DRAW}object", f"{DRAW}image",
    f"{DRAW}object-ole", f"{TABLE}shapes",
    "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}title",
    "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}desc",
}  # fmt: skip


def walk(package: OdtPackage) -> Composition:
    """The text of *package*, composed."""
    reader = _Walk(package)
    reader.inside(package.body)
    reader.flush()
    reader.pending = reader.at_end
    reader.flush()
    return reader.out


class _Walk:
    """Goes through the elements in the order of reading; handlers by tag, the rest is entered."""

    def __init__(self, package: OdtPackage) -> None:
        self.out = Composition()
        self.styles = OdtStyles(package)
        self.numbering = OdtNumbering(self.styles)
        self.in_paragraph = self.in_note = self.is_raised = False
        self.after_blank = True
        self.labels = ""
        self.note_start = 0
        self.counts = {"footnote": 0, "endnote": 0}
        self.boxes: list[_Element] = []
        self.pending: list[tuple[Note, _Element]] = []
        self.at_end: list[tuple[Note, _Element]] = []  # as in docx_notes
        classes = (note.get(f"{TEXT}note-class") for note in package.body.iter(f"{TEXT}note"))
        self.has_footnotes = "footnote" in classes
        self.marks: dict[str, int] = {}
        self.handlers: dict[str, Callable[[_Element], None]] = {
            f"{TEXT}{name}": handler
            for name, handler in {
                "p": self._paragraph, "h": self._paragraph, "span": self._span,
                "a": self._link, "tab": self._tab, "line-break": self._break, "s": self._blanks,
                "note": self._note, "list": self._list, "list-item": self._item,
                "section": self._section, "bibliography": self._section,
                "bibliography-mark": self._mark, "reference-mark-start": self._begin_mark,
                "reference-mark-end": self._end_mark,
            }.items()
        }  # fmt: skip
        self.handlers |= dict.fromkeys(_SKIPPED, lambda _: None)
        self.handlers[f"{OFFICE}annotation"] = self._comment
        self.handlers[f"{DRAW}text-box"] = self.boxes.append
        self.handlers[f"{DRAW}custom-shape"] = self.boxes.append

    def inside(self, parent: "_Element") -> None:
        """Go through what *parent* holds, text between its children included."""
        if self.in_paragraph and parent.text:
            self._text(parent.text, parent, in_tail=False)
        for child in parent:
            self.handlers.get(child.tag, self.inside)(child)
            if self.in_paragraph and child.tail:
                self._text(child.tail, child, in_tail=True)

    def _paragraph(self, element: "_Element") -> None:
        if self.styles.hides(element.get(f"{TEXT}style-name", "")):
            return
        if self.in_note:
            self.out.add(" " if self.out.length > self.note_start else "")
        else:
            self.flush()
            self.out.begin("paragraph {}")
            if self.labels and next(filter(str.strip, map(str, element.itertext())), None):
                self.out.add(self.labels)
                self.labels = ""
        outer = self.in_paragraph
        self.in_paragraph, self.after_blank = True, True
        self.inside(element)
        self.in_paragraph = outer

    def _comment(self, element: "_Element") -> None:
        paragraphs = element.iter(f"{TEXT}p")
        self.out.remark("\n".join("".join(map(str, one.itertext())) for one in paragraphs))

    def flush(self) -> None:
        """Write what belongs behind the paragraph: its text boxes and its notes."""
        boxes, self.boxes[:] = self.boxes[:], []
        for box in boxes:
            self.inside(box)
        pending, self.pending = self.pending, []
        for note, body in pending:
            self.out.begin(f"{note.kind} {note.label}")
            self.out.add(f"[^{note.label}]: ")
            start = self.note_start = self.out.length
            self.in_note, self.is_raised = True, False
            self.inside(body)
            self.in_note = False
            span = Span(start=start, end=self.out.length)
            self.out.notes.append(note.model_copy(update={"span": span}))

    def _text(self, text: str, node: "_Element", *, in_tail: bool) -> None:
        if not _IRREGULAR.search(text) and not (self.after_blank and text[0] == " "):
            self._put(text, node, 0, in_tail=in_tail)
            return
        for stretch in _STRETCH.finditer(text):
            found = stretch[0]
            if found.isspace() and found[0] in " \t\r\n":
                if self.after_blank:
                    continue
                found = " "
            self._put(found, node, stretch.start(), in_tail=in_tail)

    def _put(self, text: str, node: "_Element", at: int = 0, *, in_tail: bool = False) -> None:
        self.after_blank = text[-1] in " \n"
        text = raised(text) if self.is_raised else text
        self.out.add_piece(text, node, CONTENT, at, in_tail=in_tail)

    def _span(self, element: "_Element") -> None:
        style, outer = element.get(f"{TEXT}style-name", ""), self.is_raised
        if self.styles.hides(style):
            return
        self.is_raised = outer or self.styles.raises(style)
        self.inside(element)
        self.is_raised = outer

    def _link(self, element: "_Element") -> None:
        start, target = self.out.length, element.get(f"{XLINK}href", "")
        self.inside(element)
        if target and not target.startswith("#"):
            self.out.links.append(Link(span=self._since(start), target=target))

    def _since(self, start: int) -> Span:
        return Span(start=start, end=self.out.length)

    def _tab(self, element: "_Element") -> None:
        self._put("\t", element)

    def _break(self, element: "_Element") -> None:
        self._put("\n", element)

    def _blanks(self, element: "_Element") -> None:
        count = element.get(f"{TEXT}c", "1")
        self._put(" " * min(int(count[:4]) if count.isdecimal() else 1, _MOST_BLANKS), element)

    def _note(self, element: "_Element") -> None:
        body = element.find(f"{TEXT}note-body")
        if body is None or self.in_note:
            return
        is_end = element.get(f"{TEXT}note-class") == "endnote"
        citation = element.find(f"{TEXT}note-citation")
        label = citation.get(f"{TEXT}label", "")[:9] if citation is not None else ""
        kind: Literal["footnote", "endnote"] = "endnote" if is_end else "footnote"
        if not label:
            self.counts[kind] += 1
            label = str(self.counts[kind])
        start = self.out.length
        self._put(f"[^{label}]", element)
        anchor = self._since(start)
        queue = self.at_end if is_end and self.has_footnotes else self.pending
        queue.append((Note(kind=kind, label=label, anchor=anchor, span=anchor), body))

    def _list(self, element: "_Element") -> None:
        self.numbering.enter(element)
        self.inside(element)
        self.numbering.leave(element)

    def _item(self, element: "_Element") -> None:
        self.labels = self.numbering.label(element)
        self.inside(element)
        self.labels = ""

    def _section(self, element: "_Element") -> None:
        """A section that a reference manager, or LibreOffice itself, has filled with the list."""
        start = self.out.length
        self.inside(element)
        code = read_code(element.get(f"{TEXT}name", ""))
        is_own = element.tag == f"{TEXT}bibliography"
        if is_own or (code and code.role == "bibliography"):
            kind = code.kind if code and not is_own else "libreoffice"
            self.out.fields.append(
                CitationField(kind=kind, role="bibliography", span=self._since(start))
            )

    def _mark(self, element: "_Element") -> None:
        """A citation by LibreOffice's own means, which carries its data."""
        from citecheck.readers.odt_marks import item_of

        start, item = self.out.length, item_of(element)
        self.inside(element)
        self.out.fields.append(
            CitationField(
                kind="libreoffice", role="citation", span=self._since(start),
                keys=(item["id"],), items=(item,),
            )
        )  # fmt: skip

    def _begin_mark(self, element: "_Element") -> None:
        self.marks[element.get(f"{TEXT}name", "")] = self.out.length

    def _end_mark(self, element: "_Element") -> None:
        name = element.get(f"{TEXT}name", "")
        code, start = read_code(name), self.marks.pop(name, -1)
        if start >= 0 and code and code.role in ("citation", "bibliography"):
            self.out.fields.append(
                CitationField(
                    kind=code.kind, role=code.role, span=self._since(start),
                    keys=code.keys, items=code.items,
                )
            )  # fmt: skip

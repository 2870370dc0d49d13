"""One walk over a Word document: its text, and for each piece the element that holds it.

The reader takes the text; a writer walks again and asks ``Composition.pieces_in`` for the elements
under a span, which are live in ``Package.trees``. What is shown is text: tracked insertions,
results of fields, one of the alternatives of a text box. Deletions, hidden text, comments, codes
of fields, tables of contents, headers and footers are not.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from citecheck.model import Span
from citecheck.model.document import Link, Note
from citecheck.readers.composing import Composition
from citecheck.readers.docx_fields import Fields
from citecheck.readers.docx_notes import Notes
from citecheck.readers.docx_package import Package, R, W
from citecheck.readers.docx_styles import Numbering, Styles, is_on
from citecheck.readers.raised import raised
from citecheck.readers.symbols import symbol

if TYPE_CHECKING:
    from lxml.etree import _Element

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_PROPERTIES, _RUN_PROPERTIES, _TEXT = f"{W}pPr", f"{W}rPr", f"{W}t"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_WHITE = str.maketrans("\n\r\t\u2028", "    ")
_BLANKS = " \t\r\n"


def walk(package: Package) -> Composition:
    """The text of *package*, composed. Raises UnreadableInput for damaged members."""
    return _Walk(package).run()


class _Walk:
    """Goes through the elements in the order of reading; handlers by tag, the rest is ignored."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.out = Composition()
        self.story = package.document
        self.styles = Styles(package)
        self.numbering = Numbering(package, self.styles)
        self.notes = Notes(package)
        self.fields = Fields(self.out, package)
        self.page = 0
        self.in_note = False
        self.continues = False  # the paragraph above has no end of its own
        self.is_raised = False
        self.boxes: list[_Element] = []
        self.pending: list[tuple[Note, _Element]] = []
        inside = self._children
        self.handlers: dict[str, Callable[[_Element], None]] = {
            f"{W}{name}": handler
            for name, handler in {
                "p": self._paragraph, "r": self._run, "t": self._text,
                "tbl": inside, "tr": inside, "tc": inside, "ins": inside, "moveTo": inside,
                "smartTag": inside, "customXml": inside, "dir": inside, "bdo": inside,
                "ruby": inside, "rubyBase": inside, "body": inside,
                "sdt": self._control, "hyperlink": self._hyperlink,
                "fldSimple": self.fields.simple(inside), "fldChar": self.fields.mark,
                "instrText": self.fields.code, "tab": self._tab, "ptab": self._tab,
                "br": self._break, "cr": self._break, "noBreakHyphen": self._hyphen,
                "sym": self._symbol, "footnoteReference": self._note,
                "endnoteReference": self._note, "drawing": self._drawing,
                "pict": self._drawing, "object": self._drawing,
                "lastRenderedPageBreak": self._page, "bookmarkStart": self.fields.bookmark,
                "bookmarkEnd": self.fields.bookmark, "commentReference": self._comment,
            }.items()
        }  # fmt: skip
        self.handlers[f"{_MC}AlternateContent"] = self._alternative
        self.handlers[f"{_M}oMath"] = self.handlers[f"{_M}oMathPara"] = self._mathematics

    def run(self) -> Composition:
        root = self.package.tree(self.package.document)
        if next(root.iter(f"{W}lastRenderedPageBreak"), None) is not None:
            self.page = 1
        self._children(root)
        self._flush()
        self._write_notes(self.notes.at_end)
        self.fields.close()
        return self.out

    def _children(self, parent: "_Element") -> None:
        handlers = self.handlers
        for child in parent:
            if handler := handlers.get(child.tag):
                handler(child)

    def _paragraph(self, paragraph: "_Element") -> None:
        properties = _leading(paragraph, _PROPERTIES)
        if self.in_note:
            self.out.add(" " if self.out.length > self.note_start else "")
        elif not self.continues:
            self._flush()
            self._begin()
            if properties is not None and next(paragraph.iter(_TEXT), None) is not None:
                self.out.add(self.numbering.label(properties))
        self._children(paragraph)
        self.continues = properties is not None and properties.find(f"{W}rPr/{W}del") is not None

    def _begin(self) -> None:
        page = f"page {self.page}, " if self.page else ""
        self.out.begin(f"{page}paragraph {{}}")

    def _flush(self) -> None:
        """Write what belongs behind the paragraph: its text boxes and its notes."""
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            self.continues = False
            self._children(box)
        pending, self.pending = self.pending, []
        self._write_notes(pending)

    def _write_notes(self, notes: "list[tuple[Note, _Element]]") -> None:
        for note, element in notes:
            story, self.story = self.story, self.notes.member(note.kind)
            outer = self.fields.suspend()
            self.out.begin(f"{note.kind} {note.label}")
            self.out.add(f"[^{note.label}]: ")
            start = self.note_start = self.out.length
            self.in_note, self.is_raised = True, False
            self._children(element)
            self.in_note, self.story = False, story
            self.fields.resume(outer)
            span = Span(start=start, end=self.out.length)
            self.out.notes.append(note.model_copy(update={"span": span}))

    def _comment(self, mark: "_Element") -> None:
        self.out.remark(self.notes.comments.get(mark.get(f"{W}id", ""), ""))

    def _run(self, run: "_Element") -> None:
        properties = _leading(run, _RUN_PROPERTIES)
        self.is_raised = False
        if properties is not None and len(properties):
            if self._is_hidden(properties):
                self.fields.codes_in(run)
                return
            self.is_raised = self._raises(properties)
        self._children(run)

    def _is_hidden(self, properties: "_Element") -> bool:
        style = properties.find(f"{W}rStyle")
        own = properties.find(f"{W}vanish")
        if own is None and style is not None:
            return style.get(f"{W}val") in self.styles.hidden
        return is_on(own)

    def _raises(self, properties: "_Element") -> bool:
        align, style = properties.find(f"{W}vertAlign"), properties.find(f"{W}rStyle")
        if align is None and style is not None:
            return style.get(f"{W}val") in self.styles.raised
        return align is not None and align.get(f"{W}val") == "superscript"

    def _text(self, element: "_Element") -> None:
        text = element.text
        if not text or not self.fields.shown or element is self.notes.sign:
            return
        start = 0
        if (text[0] in _BLANKS or text[-1] in _BLANKS) and element.get(_SPACE) != "preserve":
            start = len(text) - len(text.lstrip(_BLANKS))
            text = text.strip(_BLANKS)
        if self.is_raised:
            text = raised(text)
        for part in (text,) if text.isprintable() else text.translate(_WHITE).split("\xad"):
            if part:
                self.out.add_piece(part, element, self.story, start)
            start += len(part) + 1

    def _put(self, text: str, element: "_Element") -> None:
        if text and self.fields.shown:
            self.out.add_piece(text, element, self.story)

    def _tab(self, element: "_Element") -> None:
        if not self.in_note or self.out.length > self.note_start:
            self._put("\t", element)

    def _break(self, element: "_Element") -> None:
        if element.get(f"{W}type") not in ("page", "column"):
            self._put("\n", element)

    def _hyphen(self, element: "_Element") -> None:
        self._put("-", element)

    def _symbol(self, element: "_Element") -> None:
        font, code = element.get(f"{W}font", ""), element.get(f"{W}char", "")
        self._put(symbol(font, code), element)

    def _page(self, _: "_Element") -> None:
        self.page += not self.in_note
        if self.out.is_pending:
            self._begin()

    def _hyperlink(self, element: "_Element") -> None:
        target = self.package.target(self.story, element.get(f"{R}id", ""))
        if target and (anchor := element.get(f"{W}anchor")):
            target = f"{target}#{anchor}"
        start = self.out.length
        self._children(element)
        if target and self.out.length > start:
            self.out.links.append(Link(span=Span(start=start, end=self.out.length), target=target))

    def _control(self, element: "_Element") -> None:
        properties, content = element.find(f"{W}sdtPr"), element.find(f"{W}sdtContent")
        if content is None:
            return
        with self.fields.control(properties):
            self._children(content)

    def _note(self, element: "_Element") -> None:
        if self.in_note or not self.fields.shown:
            return
        note = self.notes.of(element)
        if note is None:
            return
        kind, label, body = note
        start = self.out.length
        self._put(f"[^{label}]", element)
        anchor = Span(start=start, end=self.out.length)
        queue = self.notes.at_end if self.notes.stands_at_end(kind) else self.pending
        queue.append((Note(kind=kind, label=label, anchor=anchor, span=anchor), body))

    def _alternative(self, element: "_Element") -> None:
        chosen = next(iter(element.iterfind(f"{_MC}Choice")), None)
        if chosen is None:
            chosen = element.find(f"{_MC}Fallback")
        if chosen is not None:
            self._children(chosen)

    def _drawing(self, element: "_Element") -> None:
        """Note the text boxes of a drawing, of alternatives the first."""
        stack = [element]
        while stack:
            current = stack.pop()
            if current.tag == f"{W}txbxContent":
                self.boxes.append(current)
            elif current.tag == f"{_MC}AlternateContent":
                stack.extend(list(current)[:1])
            else:
                stack.extend(reversed(current))

    def _mathematics(self, element: "_Element") -> None:
        for text in element.iter(f"{_M}t"):
            self._put((text.text or "").translate(_WHITE), text)


def _leading(element: "_Element", tag: str) -> "_Element | None":
    """The properties of *element*, a *tag*, which stand before all else in it if it has any."""
    first = element[0] if len(element) else None
    return first if first is not None and first.tag == tag else None

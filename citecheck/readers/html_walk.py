"""The text of a web page in the order of reading, each paragraph with its line in the file."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from citecheck.model import Span
from citecheck.model.document import Link, Note
from citecheck.readers.composing import Composition
from citecheck.readers.html_notes import HtmlNotes
from citecheck.readers.html_page import REMARK, is_dropped
from citecheck.readers.numerals import numeral
from citecheck.readers.raised import raised

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLOCKS = frozenset(
    "p div section article main header footer aside h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote "
    "table thead tbody tfoot tr td th caption figure figcaption pre address details summary hr "
    "body html center fieldset legend".split()
)
_WHITE = re.compile(r"[ \t\r\n\f]+")
_HIDDEN = ("pre", "code", "kbd", "samp")


class HtmlWalk:
    """Adds the text of elements to ``out``. *place* names the file where there are several."""

    def __init__(self, out: Composition, notes: HtmlNotes, place: str = "") -> None:
        """Write to *out*, with the *notes* of the same page."""
        self.out, self.notes, self.place = out, notes, f"{place}, " if place else ""
        self.after_blank = self.in_note = self.is_raised = self.is_code = False
        self.note_start = 0
        self.pending: list[tuple[Note, _Element]] = []
        self.counts: list[int] = []
        self.handlers: dict[str, Callable[[_Element], None]] = {
            "a": self._link, "br": self._break, "sup": self._sup, "li": self._item,
            "ol": self._list, "ul": self._list, "q": self._quote,
            REMARK: self._remark, **dict.fromkeys(_HIDDEN, self._code),
        }  # fmt: skip

    def page(self, root: "_Element") -> None:
        """Add all of *root*, with the remarks that stand in the page outside it."""
        inside = set(root.iter(REMARK))
        for remark in root.getroottree().iter(REMARK):
            if remark not in inside:
                self._remark(remark)
        self._block(root)
        self._flush()

    def _visit(self, element: "_Element") -> None:
        if is_dropped(element) or (element in self.notes.bodies and not self.in_note):
            return
        is_block = element.tag in _BLOCKS
        if is_block:
            self._begin(element)
        self.handlers.get(element.tag, self._inside)(element)
        if is_block:
            self._begin(element)

    def _block(self, element: "_Element") -> None:
        self._begin(element)
        self._inside(element)

    def _inside(self, parent: "_Element") -> None:
        if parent.text:
            self._text(parent.text)
        for child in parent:
            if isinstance(child.tag, str):
                self._visit(child)
            if child.tail:
                self._text(child.tail)

    def _remark(self, element: "_Element") -> None:
        self.out.remark(element.get("text", ""))

    def _begin(self, element: "_Element") -> None:
        """Begin a paragraph, unless in a note, which stands in one line."""
        if self.in_note:
            if not self.after_blank:
                self._put(" ")
            return
        self._flush()
        self.out.begin(f"{self.place}line {element.sourceline or 1}")
        self.after_blank = True

    def _flush(self) -> None:
        pending, self.pending = self.pending, []
        for note, body in pending:
            self.out.begin(f"footnote {note.label}")
            self.out.add(f"[^{note.label}]: ")
            start = self.note_start = self.out.length
            outer = self.is_raised, self.counts
            self.in_note, self.is_raised, self.after_blank, self.counts = True, False, True, []
            self._inside(body)
            self.in_note, (self.is_raised, self.counts) = False, outer
            span = Span(start=start, end=self.out.length)
            self.out.notes.append(note.model_copy(update={"span": span}))

    def _text(self, text: str) -> None:
        text = text.replace("\xad", "")
        if not self.is_code:
            text = _WHITE.sub(" ", text)
            if self.after_blank and text[:1] == " ":
                text = text[1:]
        if text:
            self._put(raised(text) if self.is_raised else text)

    def _put(self, text: str) -> None:
        if self.out.add(text):
            self.after_blank = text[-1] in " \n"

    def _link(self, element: "_Element") -> None:
        if note := self.notes.of(element):
            label, body, is_first = note
            start = self.out.length
            self._put(f"[^{label}]")
            anchor = Span(start=start, end=self.out.length)
            if is_first:
                made = Note(kind="footnote", label=label, anchor=anchor, span=anchor)
                self.pending.append((made, body))
            return
        if self.in_note and self.notes.is_back(element):
            return
        start, target = self.out.length, element.get("href", "")
        self._inside(element)
        if target and not target.startswith(("#", "javascript:")):
            span = Span(start=start, end=self.out.length)
            self.out.links.append(Link(span=span, target=target.strip()))

    def _break(self, _: "_Element") -> None:
        self._put(" " if self.in_note else "\n")
        self.after_blank = True

    def _sup(self, element: "_Element") -> None:
        outer, self.is_raised = self.is_raised, True
        self._inside(element)
        self.is_raised = outer

    def _quote(self, element: "_Element") -> None:
        self._put("“")
        self._inside(element)
        self._put("”")

    def _code(self, element: "_Element") -> None:
        start, outer = self.out.length, self.is_code
        self.is_code = element.tag == "pre" or outer
        self._inside(element)
        self.is_code = outer
        if self.out.length > start and not outer:
            self.out.hidden.append(Span(start=start, end=self.out.length))

    def _list(self, element: "_Element") -> None:
        start = element.get("start", "1")
        self.counts.append(int(start) - 1 if start.isdecimal() and len(start) < 6 else 0)
        self._inside(element)
        self.counts.pop()

    def _item(self, element: "_Element") -> None:
        """An item; of an ordered list with the number that browsers show before it."""
        parent = element.getparent()
        if parent is not None and parent.tag == "ol" and self.counts:
            value = element.get("value", "")
            is_set = value.isdecimal() and len(value) < 6
            self.counts[-1] = int(value) if is_set else self.counts[-1] + 1
            style = f"{parent.get('style', '')} {element.get('style', '')}".replace(" ", "")
            if "list-style:none" not in style and "list-style-type:none" not in style:
                label = numeral(self.counts[-1], parent.get("type", "1"))
                self._put(f"{label}. " if next(element.itertext(), None) else "")
        self._inside(element)

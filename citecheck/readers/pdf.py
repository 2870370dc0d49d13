"""PDF files: lines into paragraphs again, in the order of reading, without the page's furniture.

Each line is a part of the document ("page 3, line 4"), and its place leads back to the page.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from citecheck.errors import UnreadableInput
from citecheck.model import Document, Span
from citecheck.model.document import Note
from citecheck.readers.composing import Composition
from citecheck.readers.pdf_columns import in_reading_order
from citecheck.readers.pdf_furniture import without_furniture
from citecheck.readers.pdf_joining import is_between, joint, may_part
from citecheck.readers.pdf_lines import Line, lines_of
from citecheck.readers.pdf_links import targets_of
from citecheck.readers.pdf_notes import PageNotes, split_notes
from citecheck.readers.pdf_paragraphs import Break, breaks, ended_early, right_edge
from citecheck.readers.signatures import refuse

_MOST_PAGES = 3_000
_OTHER_SIZE = 0.12
_TAIL = 2_000  # characters of a paragraph that tell how the next line joins it
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_MISSING = (
    "reading PDF needs the package pypdfium2; install it with: pip install 'essay-citecheck[pdf]'"
)
_PASSWORD = "Incorrect password"


def read(data: bytes | str, name: str | None) -> Document:
    """The draft in *data*. Raises UnreadableInput for what is no PDF, damaged, encrypted or
    without text (a scan), and where pypdfium2 is not installed.
    """
    if isinstance(data, str) or b"%PDF-" not in data[:1024]:
        raise refuse(data, name, "a PDF file")
    shown = name or "the file"
    pages, targets = _pages(data, shown)
    if not any(pages):
        raise UnreadableInput(f"{shown}: there is no text in it; a scan must be recognised first")
    writer = _Writer(without_furniture(pages), targets)
    return writer.out.document(name, "pdf")


def _pages(data: bytes, name: str) -> tuple[list[list[Line]], frozenset[str]]:
    """The lines of each page, and the addresses that links lead to."""
    try:
        import pypdfium2 as pdfium
    except ImportError as error:
        raise UnreadableInput(f"{name}: {_MISSING}") from error
    try:
        file: Any = pdfium.PdfDocument(data)
    except (pdfium.PdfiumError, ValueError) as error:
        if _PASSWORD in str(error):
            raise UnreadableInput(f"{name}: protected by a password; save it without") from error
        raise UnreadableInput(f"{name}: a damaged PDF file: {error}") from error
    try:
        if len(file) > _MOST_PAGES:
            raise UnreadableInput(f"{name}: {len(file):,} pages, which no draft has")
        pages, targets = [], set()
        for number in range(len(file)):
            page = file[number]
            pages.append(lines_of(page, number + 1))
            targets |= targets_of(file, page)
            page.close()
        return pages, frozenset(targets)
    except pdfium.PdfiumError as error:
        raise UnreadableInput(f"{name}: a damaged PDF file: {error}") from error
    finally:
        file.close()


class _Row(NamedTuple):
    """A line in the order of reading: its place in words, how it begins, the notes of its page,
    and the right edge of its block.
    """

    line: Line
    place: str
    kind: Break
    notes: PageNotes
    right: float


def _rows(pages: Sequence[Sequence[Line]]) -> Iterator[_Row]:
    """The lines of *pages* but their notes, which are numbered through."""
    count = 0
    for page in pages:
        blocks, notes = split_notes(in_reading_order(page), count)
        count += len(notes.bodies)
        number = 0
        for block in blocks:
            right = right_edge(block)
            for kind, line in zip(breaks(block), block, strict=True):
                number += 1
                yield _Row(line, f"page {line.page}, line {number}", kind, notes, right)


def _nexts(rows: Sequence[_Row]) -> list[str]:
    """For each row how the next paragraph begins that certainly does; "" for none."""
    found, begins = [], ""
    for row in reversed(rows):
        found.append(begins)
        begins = row.line.text.strip() if row.kind is Break.PARAGRAPH else begins
    return found[::-1]


class _Writer:
    """Writes the lines of *pages* as paragraphs into ``out``."""

    def __init__(self, pages: Sequence[Sequence[Line]], targets: frozenset[str]) -> None:
        self.out, self.targets = Composition(), targets
        self.words = frozenset(
            word.lower() for page in pages for line in page for word in _WORDS.findall(line.text)
        )
        self.above: Line | None = None
        self.held = ""  # the end of the line above, which the next may change
        self.tail = ""  # the paragraph so far, or the end of it
        self.right = 0.0  # of the block above
        self.begun = ""  # how the paragraph begins
        self.waiting: list[tuple[Note, list[Line]]] = []
        rows = list(_rows(pages))
        nexts = _nexts(rows)
        for index, row in enumerate(rows):
            self._line(row, nexts[index])
            self.right = row.right
        self._end()

    def _line(self, row: _Row, following: str) -> None:
        line, text = row.line, row.line.text.strip()
        is_new = self.above is None or self._is_new(line, row.kind)
        between = "" if is_new else joint(self.tail, text, self.words, self.targets)
        may_begin = row.kind is not Break.NONE and between == " " and may_part(self.tail, text)
        if is_new or (may_begin and is_between(self.begun, text, following)):
            self._end()
            self.out.begin(row.place)
            self.begun = text
        else:
            self.out.add(self.held[:-1] if between is None else self.held + between)
            self.out.parts.append((row.place, self.out.length))
        self.tail = f"{self.tail[-_TAIL:]}{between or ''}{text}"
        self.held = ""
        for piece, label in row.notes.anchored(text):
            if label:
                self._anchor(label, row.notes)
            else:
                self.out.add(self.held)
                self.held = piece
        self.above = line

    def _is_new(self, line: Line, kind: Break) -> bool:
        """Whether *line* begins a paragraph. At the head of a column or page the text may go on."""
        if kind is not Break.PARAGRAPH:
            return False
        above = self.above
        if above is None or (above.page == line.page and above.y > line.y):
            return True
        if abs(above.size - line.size) > _OTHER_SIZE * line.size:
            return True
        return ended_early(above, line, self.right)

    def _anchor(self, label: str, notes: PageNotes) -> None:
        self.out.add(self.held)
        self.held = ""
        start = self.out.length
        self.out.add(f"[^{label}]")
        anchor = Span(start=start, end=self.out.length)
        note = Note(kind="footnote", label=label, anchor=anchor, span=anchor)
        self.waiting.append((note, notes.bodies[label]))

    def _end(self) -> None:
        """End the paragraph, and write the notes that it points to."""
        self.out.add(self.held)
        self.held, self.tail, self.above = "", "", None
        waiting, self.waiting = self.waiting, []
        for note, lines in waiting:
            self.out.begin(f"page {lines[0].page}, footnote {note.label}")
            self.out.add(f"[^{note.label}]: ")
            start = self.out.length
            self.out.add(self._joined(lines))
            span = Span(start=start, end=self.out.length)
            self.out.notes.append(note.model_copy(update={"span": span}))

    def _joined(self, lines: Sequence[Line]) -> str:
        text = lines[0].text.strip()
        for line in lines[1:]:
            between = joint(text, line.text.strip(), self.words, self.targets)
            text = (text[:-1] if between is None else text + between) + line.text.strip()
        return text

"""The text of a file that is no text, put together piece by piece, each with its place there."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import Any, NamedTuple, TypeVar

from citecheck.errors import UnreadableInput
from citecheck.model import Document, Span
from citecheck.model.document import CitationField, Link, Note, Part, Remark

GAP = "\n\n"
_SIGN = "citecheck:"  # in comments that are meant for us
_Spanned = TypeVar("_Spanned", Link, CitationField)


class Piece(NamedTuple):
    """``text[start:end]`` stands in ``node`` from character ``at`` on, one for one.

    ``node`` is a live XML element, in its text or, where ``in_tail``, behind it. An element that
    stands for characters of its own (a tab, a line break) has them all at 0. ``story`` is the
    member of the archive ("word/document.xml").
    """

    start: int
    end: int
    node: Any
    at: int
    in_tail: bool
    story: str


class Composition:
    """A text in the making, and what stands where in it. Read ``text`` when all is there.

    What is generated (blank lines, list numbers, note marks) is in the text and in no piece.
    A part without words leaves no trace, and blanks at a part's beginning none either.
    """

    def __init__(self) -> None:
        """Begin an empty text."""
        self.length = 0
        self.pieces: list[Piece] = []
        self.parts: list[tuple[str, int]] = []
        self.links: list[Link] = []
        self.notes: list[Note] = []
        self.fields: list[CitationField] = []
        self.hidden: list[Span] = []
        self.remarks: list[Remark] = []
        self._waiting: list[str] = []
        self._strings: list[str] = []
        self._text = ""
        self._next: str | None = None
        self._count = 0

    def begin(self, name: str) -> None:
        """Begin the part *name* with the next word; "{}" in it is a running number."""
        self._next = name

    @property
    def is_pending(self) -> bool:
        """Whether a part has begun that no word has followed yet."""
        return self._next is not None

    def add(self, text: str) -> bool:
        """Append *text*, which no place in the file is known for; False if it was left out."""
        if self._next is not None:
            if not text or text.isspace():
                return False
            self._open(self._next)
        self._strings.append(text)
        self.length += len(text)
        return True

    def _open(self, name: str) -> None:
        self._next = None
        if self.length:
            self._strings.append(GAP)
            self.length += len(GAP)
        if "{}" in name:
            self._count += 1
            name = name.replace("{}", str(self._count))
        self.parts.append((name, self.length))
        if self._waiting:
            here = Span(start=self.length, end=self.length)
            self.remarks += [Remark(span=here, text=text) for text in self._waiting]
            self._waiting = []

    def remark(self, text: str) -> None:
        """Keep the comment *text*, at this place, if it speaks to citecheck.

        Where a part has begun that no word has followed yet, it stands at that part's beginning.
        """
        if _SIGN not in text:
            return
        if self.is_pending or not self.length:
            self._waiting.append(text)
        else:
            self.remarks.append(Remark(span=Span(start=self.length, end=self.length), text=text))

    def add_piece(
        self, text: str, node: Any, story: str, at: int = 0, *, in_tail: bool = False
    ) -> None:
        """Append *text*, which stands in *node* as ``Piece`` says."""
        if self.add(text):
            end = self.length
            self.pieces.append(Piece(end - len(text), end, node, at, in_tail, story))

    @property
    def text(self) -> str:
        """All that was added."""
        if len(self._text) != self.length:
            self._text = "".join(self._strings)
            self._strings = [self._text]
        return self._text

    def pieces_in(self, span: Span) -> Iterator[tuple[Piece, int, int]]:
        """The pieces that *span* touches, each with the part of its node's characters meant.

        The two numbers are offsets in the text or tail of the piece's node, half open.
        """
        index = max(bisect_right(self.pieces, span.start, key=lambda piece: piece.start) - 1, 0)
        for place in range(index, len(self.pieces)):
            piece = self.pieces[place]
            if piece.start >= span.end:
                return
            start, end = max(piece.start, span.start), min(piece.end, span.end)
            if start < end:
                yield piece, piece.at + start - piece.start, piece.at + end - piece.start

    def move(self, offset: int, node: Any, rest: Any) -> None:
        """Say that what stood in *node* from *offset* of the text on stands alone in *rest* now."""
        place = bisect_right(self.pieces, offset - 1, key=lambda piece: piece.start) - 1
        first = self.pieces[place]
        moved = first.at + offset - first.start
        self.pieces[place] = first._replace(end=offset)
        if offset < first.end:
            self.pieces.insert(place + 1, first._replace(start=offset, at=moved))
        for index in range(place + 1, len(self.pieces)):
            piece = self.pieces[index]
            if piece.node is not node:
                return
            self.pieces[index] = piece._replace(node=rest, at=piece.at - moved)

    def document(self, name: str | None, form: str) -> Document:
        """The draft. Raises UnreadableInput if it has no text."""
        if not self.text.strip():
            raise UnreadableInput(f"{name or 'the file'}: there is no text in it")
        return Document(
            text=self.text,
            path=name,
            format=form,
            not_prose=tuple(sorted(self.hidden, key=lambda span: span.start)),
            parts=tuple(Part(name=n, start=start) for n, start in self.parts),
            links=self._trimmed(self.links),
            notes=tuple(sorted(self.notes, key=lambda note: note.anchor.start)),
            fields=self._trimmed(self.fields),
            remarks=tuple(self.remarks),
        )

    def _trimmed(self, values: list[_Spanned]) -> tuple[_Spanned, ...]:
        """*values* in order without those that show nothing, no blanks around their spans."""
        found, text = [], self.text
        for value in values:
            start, end = value.span.start, value.span.end
            while start < end and text[start].isspace():
                start += 1
            while start < end and text[end - 1].isspace():
                end -= 1
            if start < end:
                found.append(value.model_copy(update={"span": Span(start=start, end=end)}))
        return tuple(sorted(found, key=lambda value: (value.span.start, -value.span.end)))

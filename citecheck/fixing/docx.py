"""Word documents: edits as tracked changes, which the author accepts or rejects one by one.

w:ins and w:del as in ISO/IEC 29500-1, 17.13.5.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from citecheck.errors import UnwritableEdit
from citecheck.fixing.edits import ordered, trimmed
from citecheck.fixing.runs import isolated, split_before, text_run, without_content
from citecheck.fixing.stamp import Stamp
from citecheck.fixing.word_file import WordFile
from citecheck.model import Edit, Span
from citecheck.readers.docx_package import W

if TYPE_CHECKING:
    from lxml.etree import _Element

    from citecheck.readers.composing import Piece

_KEPT = {f"{W}footnoteReference", f"{W}endnoteReference"}


class TrackedWord(WordFile):
    """A Word file in which edits become tracked changes."""

    def edit(self, edits: Sequence[Edit], stamp: Stamp) -> None:
        """Make *edits* as changes by *stamp*; all else stays.

        Raises UnwritableEdit for an edit over the bounds of a paragraph, or of text that Word
        makes itself; the file is then good for nothing more.
        """
        text = self.document.text
        for edit in reversed(ordered(edits)):
            _track(self, trimmed(edit, text), stamp)
        self.read()


opened = TrackedWord


def _track(file: WordFile, edit: Edit, stamp: Stamp) -> None:
    """Make one edit. Edits come from the end, so that places before them still hold."""
    pieces = list(file.composition.pieces_in(edit.span))
    if sum(end - start for _, start, end in pieces) != len(edit.span):
        raise UnwritableEdit("the words stand in more than one paragraph")
    if any(piece.node.tag in _KEPT or _is_cut(piece, edit.span) for piece, _, _ in pieces):
        raise UnwritableEdit("a note would be lost")
    if not pieces:
        _insert_at(file, edit, stamp)
        return
    runs = [isolated(piece.node, start, end) for piece, start, end in reversed(pieces)]
    file.changed.update(piece.story for piece, _, _ in pieces)
    last = runs[0]
    deletions = [_deleted(run, file, stamp) for run in reversed(runs)]
    if edit.text:
        _add_after(deletions[-1], text_run(last, edit.text), file, stamp)


def _is_cut(piece: "Piece", span: Span) -> bool:
    """Whether *span* covers a part of what one element other than text stands for."""
    covered = min(piece.end, span.end) - max(piece.start, span.start)
    return piece.node.tag != f"{W}t" and 0 < covered < piece.end - piece.start


def _insert_at(file: WordFile, edit: Edit, stamp: Stamp) -> None:
    """Insert behind the character before the place, in its formatting, or else before the next."""
    start = edit.span.start
    before = list(file.composition.pieces_in(Span(start=max(0, start - 1), end=start)))
    if before:
        piece, _, end = before[0]
        if _is_cut(piece, Span(start=start, end=piece.end)):
            raise UnwritableEdit("a sign made by Word stands there")
        run, _ = split_before(piece.node, end)
        _add_after(run, text_run(run, edit.text), file, stamp)
    else:
        piece = _piece_at(file, start)
        run = isolated(piece.node, piece.at, piece.at + 1)
        inserted = file.mark("ins", stamp, [text_run(run, edit.text)])
        run.addprevious(inserted)
    file.changed.add(piece.story)


def _piece_at(file: WordFile, start: int) -> "Piece":
    following = list(file.composition.pieces_in(Span(start=start, end=start + 1)))
    if not following:
        raise UnwritableEdit("there is no text at that place")
    return following[0][0]


def _deleted(run: "_Element", file: WordFile, stamp: Stamp) -> "_Element":
    """*run* marked as deleted: the mark around it."""
    for text in run.iter(f"{W}t"):
        text.tag = f"{W}delText"
    mark = file.mark("del", stamp, [])
    run.addprevious(mark)
    mark.append(run)
    return mark


def _add_after(place: "_Element", run: "_Element", file: WordFile, stamp: Stamp) -> None:
    """Put *run* behind *place* as inserted. Another's insertion around *place* is parted there."""
    parent = place.getparent()
    if parent is not None and parent.tag == f"{W}ins":
        rest = list(place.itersiblings())
        if rest:
            second = without_content(parent)
            second.extend(rest)
            parent.addnext(second)
        place = parent
    place.addnext(file.mark("ins", stamp, [run]))

"""OpenDocument texts: edits as tracked changes. OpenDocument 1.3, part 3: 5.5."""

from collections.abc import Sequence

from citecheck.errors import UnwritableEdit
from citecheck.fixing.edits import ordered, trimmed
from citecheck.fixing.odt_file import OdtFile, Spot
from citecheck.fixing.stamp import Stamp
from citecheck.model import Edit, Span
from citecheck.readers.composing import Piece
from citecheck.readers.odt_package import TEXT


class TrackedOdt(OdtFile):
    """An OpenDocument text in which edits become tracked changes."""

    def edit(self, edits: Sequence[Edit], stamp: Stamp) -> None:
        """Make *edits* as changes by *stamp*; all else stays.

        Raises UnwritableEdit for an edit over the bounds of a paragraph, or of a note's mark; the
        file is then good for nothing more.
        """
        for edit in reversed(ordered(edits)):
            _track(self, trimmed(edit, self.document.text), stamp)
        self.read()


opened = TrackedOdt


def _track(file: OdtFile, edit: Edit, stamp: Stamp) -> None:
    """Make one edit. Edits come from the end, so that places before them still hold."""
    pieces = list(file.composition.pieces_in(edit.span))
    if sum(end - start for _, start, end in pieces) != len(edit.span):
        raise UnwritableEdit("the words stand in more than one paragraph")
    if any(file.is_element(piece) for piece, _, _ in pieces):
        raise UnwritableEdit("a tab, a line break or a note would be lost")
    spot = _spot(file, edit.span.start, pieces)
    marks = []
    if pieces:
        old = edit.span.of(file.composition.text)
        for piece, start, end in reversed(pieces):
            file.cut(piece, start, end)
        change = file.element(f"{TEXT}change")
        change.set(f"{TEXT}change-id", file.region("deletion", stamp, old))
        marks.append(change)
    if edit.text:
        number = file.region("insertion", stamp)
        start, end = file.element(f"{TEXT}change-start"), file.element(f"{TEXT}change-end")
        start.set(f"{TEXT}change-id", number)
        end.set(f"{TEXT}change-id", number)
        before = file.composition.text[: edit.span.start][-1:]
        start.tail, signs = file.words(edit.text, is_bare=before in ("", " ", "\n", "\t"))
        marks += [start, *signs, end]
    file.insert(spot, marks)


def _spot(file: OdtFile, start: int, pieces: Sequence[tuple[Piece, int, int]]) -> Spot:
    """Where a change at *start* goes: before *pieces*, or else behind the character before."""
    if pieces:
        piece, at, _ = pieces[0]
        return file.spot(piece, at)
    before = list(file.composition.pieces_in(Span(start=max(0, start - 1), end=start)))
    if before:
        piece, _, at = before[0]
        if not file.is_element(piece) or piece.end == start:
            return file.spot(piece, at)
    after = list(file.composition.pieces_in(Span(start=start, end=start + 1)))
    if after and (not file.is_element(after[0][0]) or after[0][0].start == start):
        piece, at, _ = after[0]
        return file.spot(piece, at)
    raise UnwritableEdit("there is no text at that place")

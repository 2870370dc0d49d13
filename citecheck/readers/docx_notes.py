"""The footnotes and endnotes of a .docx: which note a mark means, and how it is numbered."""

from functools import cached_property
from typing import TYPE_CHECKING, Literal

from citecheck.errors import UnreadableInput
from citecheck.model.document import Note
from citecheck.readers.docx_package import Package, W

if TYPE_CHECKING:
    from lxml.etree import _Element

_Kind = Literal["footnote", "endnote"]


class Notes:
    """Finds notes by the marks in the text, asked in the order of the text.

    Numbers run through the whole document, since they name notes here, whatever is printed.
    Where a document has both kinds, the endnotes stand at the end (``at_end``), so that each
    kind keeps an unbroken count. ``sign`` is the element with the mark of the last note that has
    one of its own, such as "*".
    """

    def __init__(self, package: Package) -> None:
        """Read the notes of *package*."""
        self._members = {kind: package.related(f"{kind}s") or "" for kind in _KINDS}
        self._bodies = {
            kind: {
                note.get(f"{W}id", ""): note
                for note in (package.tree(member).iterfind(f"{W}{kind}") if member else ())
                if note.get(f"{W}type", "normal") == "normal"
            }
            for kind, member in self._members.items()
        }
        self._package = package
        self._counts = dict.fromkeys(_KINDS, 0)
        self.at_end: list[tuple[Note, _Element]] = []
        self.sign: _Element | None = None

    @cached_property
    def comments(self) -> dict[str, str]:
        """The comments in the margin by their ids, a line for each paragraph; none if damaged."""
        try:
            member = self._package.related("comments")
            found = self._package.tree(member).iterfind(f"{W}comment") if member else ()
        except UnreadableInput:
            return {}
        return {
            comment.get(f"{W}id", ""): "\n".join(
                "".join(piece.text or "" for piece in paragraph.iter(f"{W}t"))
                for paragraph in comment.iter(f"{W}p")
            )
            for comment in found
        }

    def member(self, kind: _Kind) -> str:
        """The name of the member that holds the notes of *kind*."""
        return self._members[kind]

    def stands_at_end(self, kind: _Kind) -> bool:
        """Whether notes of *kind* stand at the end rather than behind their paragraph."""
        return kind == "endnote" and bool(self._bodies["footnote"])

    def of(self, mark: "_Element") -> "tuple[_Kind, str, _Element] | None":
        """Kind, label and body of the note that *mark* points to, None if there is none."""
        kind: _Kind = "footnote" if mark.tag == f"{W}footnoteReference" else "endnote"
        body = self._bodies[kind].get(mark.get(f"{W}id", ""))
        if body is None:
            return None
        if mark.get(f"{W}customMarkFollows") in ("1", "true", "on"):
            self.sign = sign = mark.getnext()
            return kind, ((sign.text if sign is not None else "") or "*")[:9], body
        self._counts[kind] += 1
        return kind, str(self._counts[kind]), body


_KINDS: tuple[_Kind, _Kind] = ("footnote", "endnote")

"""An OpenDocument text that is altered: places in it, marks put there, the file written back."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from citecheck.fixing.repacking import repacked
from citecheck.fixing.stamp import Stamp
from citecheck.model import Document
from citecheck.readers.composing import Composition, Piece
from citecheck.readers.odt import compose
from citecheck.readers.odt_package import CONTENT, OFFICE, TEXT, OdtPackage

if TYPE_CHECKING:
    from lxml.etree import _Element

_DC = "{http://purl.org/dc/elements/1.1/}"
_ELEMENTS = {f"{TEXT}{name}" for name in ("tab", "line-break", "s", "note")}
_PIECE = re.compile(r" +|[\t\n]|[^ \t\n]+")
_SIGNS = {"\t": f"{TEXT}tab", "\n": f"{TEXT}line-break"}
_REGION, _TRACKED = f"{TEXT}changed-region", f"{TEXT}tracked-changes"


class Spot(NamedTuple):
    """A place between two characters: at ``at`` of the text of ``node``, or of what follows it.

    Where ``before`` is true, it is the place before ``node`` as a whole.
    """

    node: "_Element"
    at: int
    in_tail: bool
    before: bool = False


class OdtFile:
    """The bytes of an OpenDocument text, opened to be altered.

    ``document`` is what stands in it, ``composition`` where.
    """

    def __init__(self, data: bytes, name: str | None) -> None:
        """Open *data*. Raises UnreadableInput for a damaged file."""
        self.data = data
        self.name = name
        self.package = OdtPackage(data, name)
        self.read()

    def read(self) -> None:
        """Read what stands in the file now. Raises UnreadableInput if there is no text in it."""
        self.composition: Composition = compose(self.package)
        self.document: Document = self.composition.document(self.name, "odt")

    def is_element(self, piece: Piece) -> bool:
        """Whether the characters of *piece* stand for an element, such as a tab."""
        return piece.node.tag in _ELEMENTS and not piece.in_tail

    def spot(self, piece: Piece, at: int) -> Spot:
        """The place at character *at* of *piece*: of an element, before it or behind."""
        if self.is_element(piece):
            return Spot(piece.node, 0, in_tail=at > 0, before=at == 0)
        return Spot(piece.node, at, piece.in_tail)

    def cut(self, piece: Piece, start: int, end: int) -> None:
        """Take the characters *start* to *end* out of the text of *piece*."""
        node = piece.node
        if piece.in_tail:
            node.tail = (node.tail or "")[:start] + (node.tail or "")[end:]
        else:
            node.text = (node.text or "")[:start] + (node.text or "")[end:]

    def insert(self, spot: Spot, elements: "Sequence[_Element]") -> None:
        """Put *elements*, with the texts behind them, at *spot*. Earlier places still hold."""
        if not elements:
            return
        node, rest = spot.node, ""
        if spot.before or spot.in_tail:
            parent = node.getparent()
            index = parent.index(node) + (not spot.before) if parent is not None else 0
        else:
            parent, index = node, 0
        if parent is None:
            return
        if spot.in_tail:
            rest, node.tail = (node.tail or "")[spot.at :], (node.tail or "")[: spot.at]
        elif not spot.before:
            rest, node.text = (node.text or "")[spot.at :], (node.text or "")[: spot.at]
        if rest.startswith(" ") and self._is_bare(spot, elements):
            elements = [*elements, self.element(f"{TEXT}s")]
            rest = rest[1:]
        elements[-1].tail = (elements[-1].tail or "") + rest
        for offset, element in enumerate(elements):
            parent.insert(index + offset, element)

    def _is_bare(self, spot: Spot, elements: "Sequence[_Element]") -> bool:
        """Whether a blank behind *elements*, now at *spot*, would not count (6.1.2)."""
        shown = (spot.node.tail if spot.in_tail else spot.node.text) or ""
        shown += "".join(element.tail or "" for element in elements)
        return shown.endswith(" ") if shown else not spot.in_tail

    def element(self, name: str) -> "_Element":
        """A new element called *name*."""
        return self.package.body.makeelement(name, {})

    def signed(self, element: "_Element", stamp: Stamp) -> None:
        """Put author and date of *stamp* into *element*."""
        creator = self.element(f"{_DC}creator")
        creator.text = stamp.author
        element.append(creator)
        if stamp.date:
            date = self.element(f"{_DC}date")
            date.text = stamp.date.rstrip("Z")
            element.append(date)

    def region(self, kind: str, stamp: Stamp, deleted: str = "") -> str:
        """Declare a change, "insertion" or "deletion" of *deleted*; its identifier."""
        tracked = self.package.body.find(_TRACKED)
        if tracked is None:
            tracked = self.element(_TRACKED)
            self.package.body.insert(0, tracked)
        known = {region.get(f"{TEXT}id") for region in tracked.iter(_REGION)}
        number = next(f"cc{n}" for n in range(1, len(known) + 2) if f"cc{n}" not in known)
        region, change = self.element(_REGION), self.element(f"{TEXT}{kind}")
        region.set("{http://www.w3.org/XML/1998/namespace}id", number)
        region.set(f"{TEXT}id", number)
        info = self.element(f"{OFFICE}change-info")
        self.signed(info, stamp)
        change.append(info)
        if deleted:
            change.append(self.paragraph(deleted))
        region.append(change)
        tracked.append(region)
        return number

    def paragraph(self, text: str) -> "_Element":
        """A paragraph with *text*."""
        paragraph = self.element(f"{TEXT}p")
        paragraph.text, elements = self.words(text, is_bare=True)
        paragraph.extend(elements)
        return paragraph

    def words(self, text: str, *, is_bare: bool) -> "tuple[str, list[_Element]]":
        """*text* as OpenDocument has it (6.1.2): words, then elements with what follows them.

        Where it *is_bare*, a blank or the beginning of a paragraph stands before it, after which
        no blank counts.
        """
        made = self.element(f"{TEXT}span")
        for piece in _PIECE.findall(text):
            counted = len(piece) if piece[0] == " " else 0
            if piece in _SIGNS:
                made.append(self.element(_SIGNS[piece]))
            elif counted and is_bare:
                made.append(self.element(f"{TEXT}s"))
                made[-1].set(f"{TEXT}c", str(counted))
            elif counted > 1:
                _append(made, " ")
                made.append(self.element(f"{TEXT}s"))
                made[-1].set(f"{TEXT}c", str(counted - 1))
            else:
                _append(made, piece)
            is_bare = False
        return made.text or "", list(made)

    def comments(self, author: str) -> "list[_Element]":
        """The comments by *author*."""
        found = self.package.body.iter(f"{OFFICE}annotation")
        return [c for c in found if c.findtext(f"{_DC}creator") == author]

    def written(self) -> bytes:
        """The file with all changes."""
        from lxml import etree

        root = self.package.content
        data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
        is_flat = self.package.archive is None
        self.data = data if is_flat else repacked(self.data, {CONTENT: data})
        return self.data


def _append(element: "_Element", text: str) -> None:
    """Put *text* behind what stands in *element*."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text

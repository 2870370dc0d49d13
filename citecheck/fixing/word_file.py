"""A Word file that is altered: its trees, new marks, and the archive written back."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from citecheck.fixing.repacking import repacked
from citecheck.fixing.runs import BLANKS, SPACE
from citecheck.fixing.stamp import Stamp
from citecheck.model import Document
from citecheck.readers.composing import Composition
from citecheck.readers.docx import compose
from citecheck.readers.docx_package import Package, W

if TYPE_CHECKING:
    from lxml.etree import _Element

_COPIED = ("ins", "del", "moveFrom", "moveTo", "rPrChange")
"""Marks that parting a run or an insertion copies."""
_MARKED = (*_COPIED, "pPrChange", "comment")


class WordFile:
    """The bytes of a Word file, opened to be altered.

    ``document`` is what stands in it, ``composition`` where. Members named in ``changed`` are
    written back from their trees, those in ``added`` are new or replaced; all others stay byte
    for byte.
    """

    def __init__(self, data: bytes, name: str | None) -> None:
        """Open *data*. Raises UnreadableInput for a damaged file."""
        self.data = data
        self.name = name
        self.package = Package(data, name)
        self.changed: set[str] = set()
        self.added: dict[str, bytes] = {}
        self._last_mark = 0
        self.read()
        _strip_margins(self.composition)

    def read(self) -> None:
        """Read what stands in the file now. Raises UnreadableInput if there is no text in it."""
        self.composition: Composition = compose(self.package)
        self.document: Document = self.composition.document(self.name, "docx")

    def next_mark(self) -> str:
        """A number that no change or comment has."""
        self._last_mark = (self._last_mark or self._highest_mark()) + 1
        return str(self._last_mark)

    def _highest_mark(self) -> int:
        names = {f"{W}{name}" for name in _MARKED}
        numbers = [
            int(number)
            for tree in list(self.package.trees.values())
            for element in tree.iter(*names)
            if (number := element.get(f"{W}id", "")).isdecimal()
        ]
        return max(numbers, default=0)

    def mark(self, name: str, stamp: Stamp, children: "Iterable[_Element]") -> "_Element":
        """A new element *name* ("ins", "del") around *children*, with number, author and date."""
        from lxml import etree

        element: _Element = etree.Element(f"{W}{name}", nsmap={"w": W[1:-1]})
        element.set(f"{W}id", self.next_mark())
        element.set(f"{W}author", stamp.author)
        if stamp.date:
            element.set(f"{W}date", stamp.date)
        element.extend(list(children))
        return element

    def written(self) -> bytes:
        """The file with all changes, its members in their order."""
        new = {name: self._serialised(name) for name in sorted(self.changed)} | self.added
        self.data = repacked(self.data, new)
        self.changed.clear()
        self.added.clear()
        self._last_mark = 0  # comments may go before the next change comes
        return self.data

    def _serialised(self, member: str) -> bytes:
        from lxml import etree

        tree = self.package.tree(member)
        self._number_copies(tree)
        data: bytes = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
        return self.package.as_written(member, data)

    def _number_copies(self, tree: "_Element") -> None:
        """Give marks that have the number of another one before them a number of their own."""
        seen = set()
        for mark in tree.iter(*(f"{W}{name}" for name in _COPIED)):
            number = mark.get(f"{W}id")
            if number in seen:
                mark.set(f"{W}id", self.next_mark())
            seen.add(number)


def _strip_margins(composition: Composition) -> None:
    """Take the blanks that do not count from around texts, so that none begins to count."""
    stripped: dict[_Element, int] = {}
    for index, piece in enumerate(composition.pieces):
        node = piece.node
        if node in stripped:
            composition.pieces[index] = piece._replace(at=piece.at - stripped[node])
            continue
        text = node.text
        if node.tag != f"{W}t" or not (text[0] in BLANKS or text[-1] in BLANKS):
            continue
        if node.get(SPACE) != "preserve":
            node.text = text.strip(BLANKS)
            stripped[node] = front = len(text) - len(text.lstrip(BLANKS))
            composition.pieces[index] = piece._replace(at=piece.at - front)

"""Notes of a web page: links to them in the text, and the elements that hold them."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_EPUB = "{http://www.idpf.org/2007/ops}type"
# "#fn1", "#footnote-2", "#_ftn3" (Word), "#sdfootnote4sym" (LibreOffice), "#en5".
_TARGET = re.compile(
    r"#(?:user-content-)?(?:fn|ftnt?|_ftn|_edn|footnote|endnote|sdfootnote|sdendnote|en|note)"
    r"[-_:.]?(?:fn|note)?[-_:.]?\d{1,4}(?:sym)?",
    re.IGNORECASE,
)
_SIGN = re.compile(r"[\[(]?(?:\d{1,4}|[*†‡§]{1,3}|[ivxlc]{1,6})[\])]?", re.IGNORECASE)
_BACK = re.compile(r"[\s\[\]().^*↑↩⏎\ufe0e\d†‡§ivxlc]{0,9}", re.IGNORECASE)
_BLOCKS = ("li", "div", "aside", "p", "dd", "tr", "section")


class HtmlNotes:
    """The notes of the page under ``root``; ``bodies`` are read where they are cited."""

    def __init__(self, root: "_Element") -> None:
        """Find them all."""
        places: dict[str, _Element] = {}
        for element in root.iter():
            for name in (element.get("id"), element.get("name")):
                if name:
                    places.setdefault(name, element)
        self.bodies: set[_Element] = set()
        self._of: dict[_Element, _Element] = {}
        self._labels: dict[_Element, str] = {}
        for link in root.iter("a"):
            body = _body(link, places) if _is_note_mark(link) else None
            if body is not None and link not in body.iter():
                self._of[link] = body
                self.bodies.add(body)
        inner = {b for b in self.bodies if any(a in self.bodies for a in b.iterancestors())}
        self.bodies -= inner

    def of(self, link: "_Element") -> "tuple[str, _Element, bool] | None":
        """Label and body of the note that *link* points to, and whether it is the first to."""
        body = self._of.get(link)
        if body is None or body not in self.bodies:
            return None
        is_first = body not in self._labels
        label = self._labels.setdefault(body, str(len(self._labels) + 1))
        return label, body, is_first

    def is_back(self, link: "_Element") -> bool:
        """Whether *link*, in a note, leads back to the text and is no word of the note."""
        text = "".join(map(str, link.itertext()))
        return link.get("href", "#").startswith("#") and bool(_BACK.fullmatch(text))


def _is_note_mark(link: "_Element") -> bool:
    href = link.get("href", "")
    if not href.startswith("#"):
        return False
    named = f"{link.get('role', '')} {link.get(_EPUB, '')} {link.get('epub:type', '')}"
    if "noteref" in named:
        return True
    text = "".join(map(str, link.itertext())).strip()
    return bool(_TARGET.fullmatch(href) and _SIGN.fullmatch(text))


def _body(link: "_Element", places: "dict[str, _Element]") -> "_Element | None":
    """The block at the place that *link* leads to."""
    place = places.get(link.get("href", "")[1:])
    while place is not None and place.tag not in _BLOCKS:
        place = place.getparent()
    if place is None or place.tag != "p":
        return place
    parent = place.getparent()
    is_wrapper = parent is not None and parent.tag in ("div", "aside") and parent.get("id")
    return parent if is_wrapper and len(parent) <= _MOST_BLOCKS else place  # type: ignore[arg-type]


_MOST_BLOCKS = 4

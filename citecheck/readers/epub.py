"""EPUB books: the pages of the spine, in order, each read as a web page."""

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import unquote

from citecheck.errors import UnreadableInput
from citecheck.model import Document
from citecheck.readers.archive import Archive
from citecheck.readers.composing import Composition
from citecheck.readers.html_notes import HtmlNotes
from citecheck.readers.html_page import article_of, parse_html
from citecheck.readers.html_walk import HtmlWalk
from citecheck.readers.signatures import refuse

if TYPE_CHECKING:
    from lxml.etree import _Element

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_WANTED = "an EPUB book (.epub)"
_MOST_PAGES = 2_000


def read(data: bytes | str, name: str | None) -> Document:
    """The draft in *data*. Raises UnreadableInput for what is no sound or no open EPUB."""
    archive = Archive(data, name, _WANTED)
    if _CONTAINER not in archive:
        raise refuse(data, name, _WANTED)
    out = Composition()
    pages = _pages(archive)
    if _ENCRYPTION in archive:
        protected = archive.read(_ENCRYPTION)
        if any(page.encode() in protected for page in pages):
            raise UnreadableInput(f"{archive.name}: protected against copying")
    for page in pages[:_MOST_PAGES]:
        root, _ = parse_html(archive.read(page) or b" <p></p>", f"{archive.name}: {page}")
        try:
            HtmlWalk(out, HtmlNotes(root), posixpath.basename(page)).page(article_of(root))
        except RecursionError as error:
            raise UnreadableInput(f"{archive.name}: {page}: nested too deep") from error
    return out.document(name, "epub")


def _pages(archive: Archive) -> list[str]:
    """The members of the spine but the table of contents."""
    rootfile = next(_named(archive.tree(_CONTAINER), "rootfile"), None)
    package = rootfile.get("full-path", "") if rootfile is not None else ""
    if not package:
        raise UnreadableInput(f"{archive.name}: {_CONTAINER} names no book")
    root, folder = archive.tree(package), posixpath.dirname(package)
    items = {item.get("id", ""): item for item in _named(root, "item")}
    found = []
    for reference in _named(root, "itemref"):
        item = items.get(reference.get("idref", ""))
        if item is None or "nav" in item.get("properties", "").split():
            continue
        path = posixpath.normpath(posixpath.join(folder, unquote(item.get("href", ""))))
        if path in archive:
            found.append(path)
    if not found:
        raise UnreadableInput(f"{archive.name}: {package} lists no pages; the book is damaged")
    return found


def _named(root: "_Element", name: str) -> "Iterator[_Element]":
    """The elements called *name*, whatever their namespace."""
    return root.iter(f"{{*}}{name}")

"""Word documents (.docx, and .docm, whose macros are never looked at)."""

from citecheck.errors import UnreadableInput
from citecheck.model import Document
from citecheck.readers.composing import Composition
from citecheck.readers.docx_package import Package
from citecheck.readers.docx_walk import walk


def read(data: bytes | str, name: str | None) -> Document:
    """The draft in *data*. Raises UnreadableInput for what is no sound Word document."""
    return compose(Package(data, name)).document(name, "docx")


def compose(package: Package) -> Composition:
    """The text of *package* with the element that holds each piece of it.

    A writer calls this with a package of its own, asks ``Composition.pieces_in(span)`` for the
    elements under a span of ``Document.text``, alters them, and writes ``Package.trees`` back.
    Raises UnreadableInput as ``read`` does.
    """
    try:
        return walk(package)
    except RecursionError as error:
        raise UnreadableInput(f"{package.archive.name}: nested too deep for a draft") from error

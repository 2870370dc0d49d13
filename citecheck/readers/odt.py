"""OpenDocument texts (.odt, .ott, and flat .fodt)."""

from citecheck.errors import UnreadableInput
from citecheck.model import Document
from citecheck.readers.composing import Composition
from citecheck.readers.odt_package import OdtPackage
from citecheck.readers.odt_walk import walk


def read(data: bytes | str, name: str | None) -> Document:
    """The draft in *data*. Raises UnreadableInput for what is no sound OpenDocument text."""
    return compose(OdtPackage(data, name)).document(name, "odt")


def compose(package: OdtPackage) -> Composition:
    """The text of *package* with the element that holds each piece of it, for a writer.

    Raises UnreadableInput as ``read`` does.
    """
    try:
        return walk(package)
    except RecursionError as error:
        raise UnreadableInput(f"{package.name}: nested too deep for a draft") from error

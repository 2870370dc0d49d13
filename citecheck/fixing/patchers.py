"""Edits in a file of its own format. A format is a module and a line in ``PATCHERS``."""

import importlib
from collections.abc import Callable, Sequence

from citecheck.errors import UnwritableOutput
from citecheck.model import Document, Edit

# Format -> its module, which has ``patch(data, document, edits) -> bytes``: the bytes of the file,
# the document read from them, and disjoint edits in it.
PATCHERS: dict[str, str] = {
    "text": "citecheck.fixing.plain",
    "markdown": "citecheck.fixing.plain",
    "latex": "citecheck.fixing.plain",
    "typst": "citecheck.fixing.plain",
}


def patched(data: bytes, document: Document, edits: Sequence[Edit]) -> bytes:
    """The file *data*, from which *document* was read, with *edits* made and nothing else changed.

    Raises UnwritableOutput for a format that cannot be written back, and where its module does.
    """
    if document.format not in PATCHERS:
        raise UnwritableOutput(
            f"{document.path or 'the text'}: a {document.format} draft cannot be changed in place; "
            "fix the file that it was made from"
        )
    patch: Callable[[bytes, Document, Sequence[Edit]], bytes]
    patch = importlib.import_module(PATCHERS[document.format]).patch
    return patch(data, document, edits)

"""Edits in a file of its own format. A format is a module and a line in ``PATCHERS``."""

import importlib
from collections.abc import Callable, Sequence

from citecheck.errors import UnwritableOutput
from citecheck.fixing.stamp import Stamp
from citecheck.model import Document, Edit

# Format -> its module, which has ``patch(data, document, edits, stamp) -> bytes``: the bytes of the
# file, the document read from them, disjoint edits in it, and who makes them.
PATCHERS: dict[str, str] = {
    "text": "citecheck.fixing.plain",
    "markdown": "citecheck.fixing.plain",
    "latex": "citecheck.fixing.plain",
    "typst": "citecheck.fixing.plain",
    "notebook": "citecheck.fixing.notebook",
    "docx": "citecheck.fixing.docx",
    "odt": "citecheck.fixing.odt",
}


def patched(
    kind: str, data: bytes, document: Document, edits: Sequence[Edit], stamp: Stamp
) -> bytes:
    """The *kind* of file *data*, read as *document*, with *edits* made and nothing else changed.

    Formats that can tell who changed what say *stamp*. Raises UnwritableOutput for a format that
    cannot be written back, and UnwritableEdit for an edit that cannot be made in it.
    """
    if kind not in PATCHERS:
        raise UnwritableOutput(
            f"{document.path or 'the text'}: a {kind} draft cannot be changed in place; "
            "fix the file that it was made from"
        )
    patch: Callable[[bytes, Document, Sequence[Edit], Stamp], bytes]
    patch = importlib.import_module(PATCHERS[kind]).patch
    return patch(data, document, edits, stamp)

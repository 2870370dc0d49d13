"""Files of drafts, opened to be altered. A format is a module and a line in one of the tables."""

import importlib
from collections.abc import Callable, Sequence
from typing import Protocol

from citecheck.errors import UnwritableOutput
from citecheck.fixing.stamp import Stamp
from citecheck.model import Document, Edit
from citecheck.readers import check_size, read_text

# Format -> its module, which has ``opened(data, name) -> OpenFile``: of a format whose elements
# are altered in place.
OPENERS: dict[str, str] = {
    "docx": "citecheck.fixing.docx",
    "odt": "citecheck.fixing.odt",
}
# Format -> its module, which has ``patch(data, document, edits, stamp) -> bytes``: the bytes of the
# file, the document read from them, disjoint edits in it, and who makes them.
PATCHERS: dict[str, str] = {
    "text": "citecheck.fixing.plain",
    "markdown": "citecheck.fixing.plain",
    "latex": "citecheck.fixing.plain",
    "typst": "citecheck.fixing.plain",
    "notebook": "citecheck.fixing.notebook",
}


class OpenFile(Protocol):
    """A file that is altered in place. ``document`` is what stands in it now."""

    @property
    def document(self) -> Document:
        """What stands in it."""

    def edit(self, edits: Sequence[Edit], stamp: Stamp) -> None:
        """Make *edits*, which are disjoint, and change nothing else.

        Formats that can tell who changed what say *stamp*. Raises UnwritableOutput for a format
        that cannot be written back, and UnwritableEdit for an edit that cannot be made in it:
        the file is then good for nothing more.
        """

    def written(self) -> bytes:
        """The bytes of the file as it stands."""


def opened(kind: str, data: bytes, name: str | None) -> OpenFile:
    """The *kind* of file *data*, called *name* in messages.

    Raises UnreadableInput as ``readers.read_text`` does.
    """
    if kind not in OPENERS:
        return _Patched(kind, data, name)
    check_size(data, name)
    open_file: Callable[[bytes, str | None], OpenFile]
    open_file = importlib.import_module(OPENERS[kind]).opened
    return open_file(data, name)


class _Patched:
    """A file that is read again once it is altered."""

    def __init__(self, kind: str, data: bytes, name: str | None) -> None:
        self._kind, self._data, self._name = kind, data, name
        self.document = read_text(data, name=name, format=kind)

    def edit(self, edits: Sequence[Edit], stamp: Stamp) -> None:
        if self._kind not in PATCHERS:
            raise UnwritableOutput(
                f"{self._name or 'the text'}: a {self._kind} draft cannot be changed in place; "
                "fix the file that it was made from"
            )
        patch: Callable[[bytes, Document, Sequence[Edit], Stamp], bytes]
        patch = importlib.import_module(PATCHERS[self._kind]).patch
        self._data = patch(self._data, self.document, edits, stamp)
        self.document = read_text(self._data, name=self._name, format=self._kind)

    def written(self) -> bytes:
        return self._data

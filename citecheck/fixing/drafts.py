"""A draft as the bytes of its file, and the document in them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Self

from citecheck.fixing.patchers import OpenFile, opened
from citecheck.fixing.stamp import UNDATED, Stamp
from citecheck.model import Document, Edit


@dataclass(frozen=True)
class FileDraft:
    """The bytes of a file of ``kind``, a key of ``READERS``, and the document read from them."""

    data: bytes
    document: Document
    kind: str
    stamp: Stamp = UNDATED
    _open: list[OpenFile] = field(default_factory=list, repr=False, compare=False)
    """The file as it was opened to read it, until somebody takes it to alter it."""

    @classmethod
    def read(
        cls,
        data: bytes,
        name: str | None,
        format: str,  # noqa: A002
        stamp: Stamp = UNDATED,
    ) -> Self:
        """The draft in *data*, whose changes *stamp* will mark.

        Raises UnreadableInput as ``readers.read_text`` does.
        """
        file = opened(format, data, name)
        return cls(data, file.document, format, stamp, [file])

    def with_edits(self, edits: Sequence[Edit]) -> Self:
        """The draft with *edits* made. Raises UnwritableOutput as ``OpenFile.edit`` does."""
        file = self.opened()
        file.edit(edits, self.stamp)
        return type(self)(file.written(), file.document, self.kind, self.stamp, [file])

    def opened(self) -> OpenFile:
        """The file, opened to be altered; nobody else has it."""
        return self._open.pop() if self._open else opened(self.kind, self.data, self.document.path)

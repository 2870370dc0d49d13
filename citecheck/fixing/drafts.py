"""A draft as the bytes of its file, and the document in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from citecheck.fixing.patchers import patched
from citecheck.fixing.stamp import UNDATED, Stamp
from citecheck.model import Document, Edit
from citecheck.readers import read_text


@dataclass(frozen=True)
class FileDraft:
    """The bytes of a file of ``kind``, a key of ``READERS``, and the document read from them."""

    data: bytes
    document: Document
    kind: str
    stamp: Stamp = UNDATED

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
        return cls(data, read_text(data, name=name, format=format), format, stamp)

    def with_edits(self, edits: Sequence[Edit]) -> Self:
        """The draft with *edits* made. Raises UnwritableOutput as ``patched`` does."""
        data = patched(self.kind, self.data, self.document, edits, self.stamp)
        return self.read(data, self.document.path, self.kind, self.stamp)

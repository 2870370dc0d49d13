"""Drafts and lists from files, or from standard input for "-"."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from citecheck.model import Document


def read(name: str, stdin_filename: str) -> Document:
    """The draft in the file *name*, or on standard input for "-"."""
    from pathlib import Path

    from citecheck import readers

    if name != "-":
        return readers.read_path(Path(name))
    kind = readers.format_of(stdin_filename)
    data = sys.stdin.buffer.read(readers.MAX_SIZE + 1) if sys.stdin else b""
    return readers.read_text(data, name=stdin_filename, format=kind)


def raw(name: str, stdin_filename: str) -> tuple[bytes, str, str]:
    """Bytes, name and format of the draft *name*, or of standard input for "-"."""
    from pathlib import Path

    from citecheck import readers

    if name != "-":
        return readers.read_bytes(Path(name))
    kind = readers.format_of(stdin_filename)
    data = sys.stdin.buffer.read(readers.MAX_SIZE + 1) if sys.stdin else b""
    return data, stdin_filename, kind


def decoded(name: str, stdin_filename: str) -> tuple[str, str, str]:
    """Text, name and encoding of the file *name*, or of standard input for "-"."""
    from pathlib import Path

    from citecheck import readers
    from citecheck.readers.decoding import decode

    if name != "-":
        return readers.read_decoded(Path(name))
    text, encoding = decode(sys.stdin.buffer.read(readers.MAX_SIZE), stdin_filename)
    return text, stdin_filename, encoding

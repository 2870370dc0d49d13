"""Entries as data for other programs and as lists for readers. A format is a module and a line in
``FORMATS``.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # what the command offers is known without loading the model
    from collections.abc import Sequence

    from citecheck.export.reference_list import ReferenceList
    from citecheck.model import Reference


class Format(NamedTuple):
    """A format: its module, which has ``render(listing: ReferenceList)`` giving str, or bytes
    where ``is_binary``.
    """

    module: str
    is_binary: bool = False


FORMATS: dict[str, Format] = {
    "bibtex": Format("citecheck.export.bibtex"),
    "biblatex": Format("citecheck.export.biblatex"),
    "csl-json": Format("citecheck.export.csl_json"),
    "csl-yaml": Format("citecheck.export.csl_yaml"),
    "ris": Format("citecheck.export.ris"),
    "endnote-xml": Format("citecheck.export.endnote_xml"),
    "word-xml": Format("citecheck.export.word_xml"),
    "table": Format("citecheck.export.table"),
    "text": Format("citecheck.export.text"),
    "markdown": Format("citecheck.export.markdown"),
    "html": Format("citecheck.export.html"),
    "docx": Format("citecheck.export.docx", is_binary=True),
}


def render(references: Sequence[Reference], name: str) -> str:
    """*references* in the text format *name*, a key of ``FORMATS``, ending with a line break.

    Styled formats are written in APA 7. Raises ValueError for a binary format.
    """
    from citecheck.export.reference_list import ReferenceList

    rendered = write(ReferenceList(tuple(references)), name)
    if isinstance(rendered, bytes):
        raise ValueError(f"{name} is a binary format: use write()")
    return rendered


def write(listing: ReferenceList, name: str) -> str | bytes:
    """*listing* in the format *name*, a key of ``FORMATS``; bytes for binary formats."""
    rendered: str | bytes = importlib.import_module(FORMATS[name].module).render(listing)
    return rendered

"""Structured literature lists: .bib, CSL-JSON, YAML, RIS, \\bibitem, as ``Reference``.

A format is a module and a line in ``FORMATS``.
"""

import importlib
from collections.abc import Callable
from pathlib import Path, PurePath

from citecheck.bibliography.listing import Listing
from citecheck.errors import UnreadableInput
from citecheck.model import Document, Reference
from citecheck.model.bibliography import Bibliography
from citecheck.readers import read_decoded

__all__ = ["EXTENSIONS", "FORMATS", "Bibliography", "is_bibliography", "parse", "read_bibliography"]

# Format -> its module and the function in it, ``str -> Listing``.
FORMATS: dict[str, tuple[str, str]] = {
    "bibtex": ("citecheck.bibliography.bibtex_reading", "parse"),
    "csl-json": ("citecheck.bibliography.csl", "parse_json"),
    "csl-yaml": ("citecheck.bibliography.hayagriva", "parse_yaml"),
    "ris": ("citecheck.bibliography.ris", "parse"),
    "bbl": ("citecheck.bibliography.bibitems", "parse"),
}
EXTENSIONS: dict[str, str] = {
    ".bib": "bibtex",
    ".bibtex": "bibtex",
    ".json": "csl-json",
    ".yaml": "csl-yaml",
    ".yml": "csl-yaml",
    ".ris": "ris",
    ".bbl": "bbl",
}


def is_bibliography(name: str) -> bool:
    """Whether a file called *name* is a structured list, by its extension."""
    return PurePath(name).suffix.lower() in EXTENSIONS


def read_bibliography(path: Path) -> Bibliography:
    """The list in the file at *path*.

    Raises UnreadableInput as ``readers.read_path`` does, and for an unknown extension. What is
    ill-formed inside is noted, and the rest is kept.
    """
    return parse(*read_decoded(path))


def parse(text: str, name: str, encoding: str = "utf-8") -> Bibliography:
    """The list in *text*, the decoded content of a file called *name*, whose extension tells the
    format. Raises UnreadableInput for an unknown one.
    """
    kind = EXTENSIONS.get(PurePath(name).suffix.lower())
    if kind is None:
        known = ", ".join(EXTENSIONS)
        raise UnreadableInput(f"{name}: no literature list is read from it, only from {known}")
    module, function = FORMATS[kind]
    read: Callable[[str], Listing] = getattr(importlib.import_module(module), function)
    document = Document(text=text, path=name, format=kind, encoding=encoding)
    return bibliography_of(document, read(text), name)


def bibliography_of(document: Document, listing: Listing, source: str | None) -> Bibliography:
    """*listing* with ids "r1", "r2" ... and notes that name file and line."""
    references: list[Reference] = [
        reference.model_copy(update={"id": f"r{number}", "source": source})
        for number, reference in enumerate(listing.references, 1)
    ]
    notes = tuple(
        f"{document.path or 'text'}:{document.position(min(offset, len(document.text))).line}: "
        f"{why}"
        for offset, why in listing.notes
    )
    return Bibliography(
        document=document,
        references=tuple(references),
        notes=notes,
        is_complete=listing.is_complete,
    )

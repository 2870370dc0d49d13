"""All structured lists of one draft: read, and made ready for the stages that know one text."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from citecheck.bibliography import bibliography_of, is_bibliography, read_bibliography
from citecheck.bibliography.listing import Listing
from citecheck.errors import UnreadableInput
from citecheck.model import AccessNote, Document, Model, QuotedTitle, Reference, Span
from citecheck.model.bibliography import Bibliography
from citecheck.readers import read_decoded

if TYPE_CHECKING:
    from citecheck.bibliography.declarations import Declarations, Declared

_MOST_FILES = 100
_INCLUDING = ("\\input", "\\include", "\\subfile", "#include")
_PROJECT_FILES = ("_quarto.yml", "_quarto.yaml", "_bookdown.yml")


@dataclass(frozen=True)
class Listed:
    """What the draft's structured lists hold.

    ``references`` have their own places, in the file ``source`` or in the draft. ``documents`` are
    those files as text, ``anchors`` the places at which the draft names them, both by path.
    ``notes`` say what could not be read; ``is_complete`` is False if entries may be missing for
    that. ``nocite`` are keys listed on purpose without being cited, "*" for all.
    """

    references: tuple[Reference, ...] = ()
    documents: Mapping[str, Document] = field(default_factory=dict)
    anchors: Mapping[str, Span] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    is_complete: bool = True
    nocite: frozenset[str] = frozenset()


def read_listed(document: Document) -> Listed:
    """Read every list that *document* names or holds as data. A list that is missing or damaged
    is noted, and the rest is read.
    """
    if document.format == "text":
        return Listed()
    from citecheck.bibliography.declarations import declarations

    declared = declarations(document)
    own = _own(document, declared)
    references, notes, is_complete = list(own.references), list(own.notes), own.is_complete
    documents: dict[str, Document] = {}
    anchors: dict[str, Span] = {}
    files = declared.files or _of_project(document)
    for file in files[:_MOST_FILES]:
        try:
            read = _read(document, file)
        except UnreadableInput as error:
            notes.append(str(error))
            is_complete = False
            continue
        path = read.document.path or file.path
        if path not in documents:
            documents[path], anchors[path] = read.document, file.span
            references += read.references
            notes += read.notes
            is_complete = is_complete and read.is_complete
    if len(files) > _MOST_FILES:
        notes.append(f"only the first {_MOST_FILES} lists are read")
    cited, included = _included(document, references)
    notes += included
    return Listed(
        references=tuple(references),
        documents=documents,
        anchors=anchors,
        notes=tuple(notes),
        is_complete=is_complete and len(files) <= _MOST_FILES,
        nocite=declared.nocite | cited,
    )


def _of_project(document: Document) -> tuple[Declared, ...]:
    """The lists that a project file in the draft's folder names for all its drafts."""
    if document.format != "markdown" or document.path is None:
        return ()
    from citecheck.bibliography.declarations import of_project

    for name in _PROJECT_FILES:
        path = Path(document.path).parent / name
        try:
            if path.is_file():
                return of_project(read_decoded(path)[0])
        except (OSError, ValueError, UnreadableInput):
            continue
    return ()


def _included(
    document: Document, references: Sequence[Reference]
) -> tuple[frozenset[str], tuple[str, ...]]:
    """The keys cited in the sources that the draft includes, and notes on those."""
    if not any(command in document.text for command in _INCLUDING):
        return frozenset(), ()
    from citecheck.bibliography.included import included_keys

    return included_keys(document, references)


def _own(document: Document, declared: Declarations) -> Bibliography:
    """The entries that stand in the draft itself: a thebibliography, or front matter."""
    listing = Listing()
    if document.format == "latex" and "\\bibitem" in document.text:
        from citecheck.bibliography import bibitems

        listing = bibitems.parse(document.text)
    elif declared.entries or declared.problem:
        from citecheck.bibliography import csl

        listing = csl.listing(document.text, declared.entries, declared.problem)
    return bibliography_of(document, listing, None)


def _read(document: Document, file: Declared) -> Bibliography:
    """The list in *file*, searched from the draft's folder as LaTeX, Pandoc and Typst do.

    Raises UnreadableInput.
    """
    if "://" in file.path:
        raise UnreadableInput(f"{file.path}: an address; only files are read")
    if document.path is None:
        raise UnreadableInput(f"{file.path}: not read, since the draft is no file with a folder")
    name = posixpath.normpath(file.path)
    path = Path(document.path).parent / name
    if not is_bibliography(path.name):
        raise UnreadableInput(f"{file.path}: not a list that is read (.bib, .json, .yaml, .ris)")
    try:
        if not path.is_file():
            printed = path.with_name(Path(document.path).stem + ".bbl")
            if document.format != "latex" or not printed.is_file():
                raise UnreadableInput(f"{path}: no such file")
            path = printed
    except (OSError, ValueError) as error:
        raise UnreadableInput(f"{file.path}: {error}") from error
    return read_bibliography(path)


def numbered(references: Iterable[Reference]) -> tuple[Reference, ...]:
    """*references* with the ids "r1", "r2" ... in order."""
    return tuple(
        reference if reference.id == f"r{n}" else reference.model_copy(update={"id": f"r{n}"})
        for n, reference in enumerate(references, 1)
    )


def as_named_in_draft(reference: Reference, listed: Listed) -> Reference:
    """*reference* with places in the draft only: one from another file stands where the draft
    names that file, and none of its values has a place.
    """
    if reference.source is None:
        return reference
    anchor = listed.anchors[reference.source]
    update = {name: _placeless(value) for name, value in reference if _has_places(value)}
    update |= {"span": anchor, "leftovers": (), "quotes": None, "access_note": None}
    return reference.model_copy(update=update)


def _has_places(value: Any) -> bool:
    return bool(value) and isinstance(value, Model | tuple)


def _placeless(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(_placeless(item) for item in value)
    if isinstance(value, Model) and not isinstance(value, Span | QuotedTitle | AccessNote):
        return value.model_copy(update={"span": None})
    return value


def place_of(reference: Reference, listed: Listed) -> str:
    """Where an entry of another file stands, for people: "refs.bib:12"."""
    document = listed.documents[reference.source or ""]
    return f"{reference.source}:{document.position(reference.span.start).line}"

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
    from citecheck.bibliography.included import Source

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


@dataclass
class _Reading:
    """What is read of a draft's lists so far; the same as ``Listed`` will hold."""

    references: list[Reference] = field(default_factory=list)
    documents: dict[str, Document] = field(default_factory=dict)
    anchors: dict[str, Span] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    is_complete: bool = True

    def add(self, read: Bibliography, anchor: Span | None = None) -> None:
        """Take in *read*, which the draft names at *anchor* if it does not hold it itself."""
        path = read.document.path or ""
        if anchor is not None:
            if path in self.documents:
                return
            self.documents[path], self.anchors[path] = read.document, anchor
        self.references += read.references
        self.notes += read.notes
        self.is_complete = self.is_complete and read.is_complete

    def add_file(self, document: Document, file: Declared) -> None:
        """Read the list *file* that *document* names, or note why that cannot be."""
        try:
            self.add(_read(document, file), file.span)
        except UnreadableInput as error:
            self.notes.append(str(error))
            self.is_complete = False


def read_listed(document: Document) -> Listed:
    """Read every list that *document* names or holds as data. A list that is missing or damaged
    is noted, and the rest is read.
    """
    if document.format == "text":
        return Listed()
    from citecheck.bibliography.declarations import declarations

    declared, reading = declarations(document), _Reading()
    reading.add(_own(document, declared))
    sources, unchecked = _included(document)
    files = [*declared.files]
    for source in sources:
        files += [f._replace(span=source.span) for f in declarations(source.document).files]
        if document.format == "latex" and "\\bibitem" in source.document.text:
            reading.add(_printed(source.document), source.span)
    for file in (files or _of_project(document))[:_MOST_FILES]:
        reading.add_file(document, file)
    if not (files or reading.references) and _is_part(document):
        reading.notes.append("the list of the file that includes this one")
        reading.is_complete = False
    if len(files) > _MOST_FILES:
        reading.notes.append(f"only the first {_MOST_FILES} lists are read")
    return Listed(
        references=tuple(reading.references),
        documents=reading.documents,
        anchors=reading.anchors,
        notes=(*reading.notes, *unchecked),
        is_complete=reading.is_complete and len(files) <= _MOST_FILES,
        nocite=declared.nocite | _cited_in(sources, reading.references, document.format),
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


def _is_part(document: Document) -> bool:
    """Whether this is a chapter of a LaTeX file, which names the list for all of them."""
    return document.format == "latex" and "\\begin{document}" not in document.text


def _included(document: Document) -> tuple[tuple[Source, ...], tuple[str, ...]]:
    """The sources that the draft includes, and notes on those."""
    if not any(command in document.text for command in _INCLUDING):
        return (), ()
    from citecheck.bibliography.included import included_sources

    return included_sources(document)


def _cited_in(
    sources: Sequence[Source], references: Sequence[Reference], markup: str
) -> frozenset[str]:
    if not sources:
        return frozenset()
    from citecheck.bibliography.included import keys_in

    return keys_in(sources, references, markup)


def _printed(source: Document) -> Bibliography:
    """The thebibliography in an included file."""
    from citecheck.bibliography import bibitems

    return bibliography_of(source, bibitems.parse(source.text), source.path)


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

r"""Citation keys in the sources that a draft includes: ``\input``, ``\include``, ``#include``.

What those sources say is not checked with the draft, but what they cite is cited, and the lists
that they name or hold are the draft's.
"""

import posixpath
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from citecheck.citations.citekeys import find_citekeys
from citecheck.errors import UnreadableInput
from citecheck.model import Document, Reference, Span
from citecheck.readers import read_path

_INCLUDES = {
    "latex": re.compile(r"\\(?:input|include|subfile)\s?\{([^{}\n]{1,300})\}"),
    "typst": re.compile(r'#include\s{1,3}"([^"\n]{1,300})"'),
}
_EXTENSIONS = {"latex": ".tex", "typst": ".typ"}
_MOST_FILES = 200


class Source(NamedTuple):
    """An included file as the draft names it, what it holds, and where the draft includes it."""

    name: str
    document: Document
    span: Span


def included_sources(document: Document) -> tuple[tuple[Source, ...], tuple[str, ...]]:
    """The files that *document* includes, directly or through others, and notes that say which
    were read for their keys and lists alone, and which could not be read.
    """
    if document.path is None or document.format not in _INCLUDES:
        return (), ()
    folder, extension = Path(document.path).parent, _EXTENSIONS[document.format]
    sources: list[Source] = []
    notes: list[str] = []
    waiting, met = list(_names(document)), set[str]()
    while waiting and len(met) < _MOST_FILES:
        name, span = waiting.pop(0)
        if name in met:
            continue
        met.add(name)
        if Path(name).is_absolute():
            notes.append(f"{name}: included, not read (no path within the project)")
            continue
        try:
            source = read_path(folder / (name if Path(name).suffix else name + extension))
        except (UnreadableInput, OSError, ValueError) as error:
            notes.append(f"{name}: included, not read ({error})")
            continue
        sources.append(Source(name, source, span))
        notes.append(f"{name}: included; only its citation keys are read")
        waiting += [(further, span) for further, _ in _names(source)]
    return tuple(sources), tuple(notes)


def keys_in(
    sources: Sequence[Source], references: Sequence[Reference], markup: str
) -> frozenset[str]:
    """The keys that *sources* cite, or list without citing."""
    keys: set[str] = set()
    for source in sources:
        visible = _visible(source.document)
        found = find_citekeys(visible, references, markup)
        keys |= {label for citation in found for label in citation.labels}
        keys |= _nocite(visible)
    return frozenset(keys)


def _names(document: Document) -> Iterator[tuple[str, Span]]:
    """The files that *document* includes, and where it names them."""
    for match in _INCLUDES[document.format].finditer(_visible(document)):
        name = match[1].strip()
        yield posixpath.normpath(name), Span(start=match.start(1), end=match.end(1))


def _nocite(text: str) -> set[str]:
    return {
        key.strip()
        for match in re.finditer(r"\\nocite\s?\{([^{}]{1,4000})\}", text)
        for key in match[1].split(",")
    }


def _visible(document: Document) -> str:
    """The text with blanks for comments, which neither cite nor include."""
    pieces, position = [], 0
    for span in document.not_prose:
        pieces.append(document.text[position : span.start])
        hidden = document.text[span.start : span.end]
        comment = hidden.startswith(("%", "//", "/*"))
        pieces.append(" " * len(hidden) if comment else hidden)
        position = span.end
    return "".join((*pieces, document.text[position:]))

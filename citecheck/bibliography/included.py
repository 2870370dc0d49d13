r"""Citation keys in the sources that a draft includes: ``\input``, ``\include``, ``#include``.

What those sources say is not checked with the draft, but what they cite is cited.
"""

import posixpath
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from citecheck.citations.citekeys import find_citekeys
from citecheck.errors import UnreadableInput
from citecheck.model import Document, Reference
from citecheck.readers import read_path

_INCLUDES = {
    "latex": re.compile(r"\\(?:input|include|subfile)\s?\{([^{}\n]{1,300})\}"),
    "typst": re.compile(r'#include\s{1,3}"([^"\n]{1,300})"'),
}
_EXTENSIONS = {"latex": ".tex", "typst": ".typ"}
_MOST_FILES = 200


def included_keys(
    document: Document, references: Sequence[Reference]
) -> tuple[frozenset[str], tuple[str, ...]]:
    """The keys cited in the files that *document* includes, directly or through others, and notes
    that say which files were read for their keys alone, and which could not be read.
    """
    if document.path is None or document.format not in _INCLUDES:
        return frozenset(), ()
    folder, extension = Path(document.path).parent, _EXTENSIONS[document.format]
    keys: set[str] = set()
    notes: list[str] = []
    waiting, met = list(_names(_visible(document), document.format)), set[str]()
    while waiting and len(met) < _MOST_FILES:
        name = waiting.pop(0)
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
        visible = _visible(source)
        found = find_citekeys(visible, references, document.format)
        keys |= {label for citation in found for label in citation.labels}
        keys |= _nocite(visible)
        notes.append(f"{name}: included; only its citation keys are read")
        waiting += _names(visible, document.format)
    return frozenset(keys), tuple(notes)


def _names(text: str, markup: str) -> Iterator[str]:
    for match in _INCLUDES[markup].finditer(text):
        yield posixpath.normpath(match[1].strip())


def _nocite(text: str) -> set[str]:
    return {
        key.strip()
        for match in re.finditer(r"\\nocite\s?\{([^{}]{1,4000})\}", text)
        for key in match[1].split(",")
    }


def _visible(document: Document) -> str:
    """The text without comments, which neither cite nor include."""
    pieces, position = [], 0
    for span in document.not_prose:
        pieces.append(document.text[position : span.start])
        hidden = document.text[span.start : span.end]
        pieces.append(" " if hidden.startswith(("%", "//", "/*")) else hidden)
        position = span.end
    return "".join((*pieces, document.text[position:]))

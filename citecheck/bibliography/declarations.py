r"""Which lists a draft names: in YAML front matter, by \\bibliography, by #bibliography.

- Pandoc and Quarto: ``bibliography:`` (a file or a list of them), ``references:`` with the entries
  themselves, ``nocite:`` (Pandoc manual, "Citations").
- LaTeX: ``\bibliography{a,b}`` without extension, ``\addbibresource{a.bib}``, ``\nocite``.
- Typst: ``#bibliography("a.bib")``, also with several in parentheses.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from citecheck.bibliography.nodes import Misplaced, Node
from citecheck.model import Document, Span
from citecheck.readers.front_matter import front_matter

_LATEX = re.compile(
    r"\\(bibliography|nobibliography\*?|addbibresource|addglobalbib|addsectionbib|nocite)"
    r"(?![A-Za-z])(?:\s?\[[^\[\]]{0,200}\])?\s?\{([^{}]{1,4000})\}"
)
_BIBTEX_COMMANDS = ("bibliography", "nobibliography", "nobibliography*")
_TYPST = re.compile(r"#bibliography\s?\(([^()]{0,1000}(?:\([^()]{0,1000}\))?)")
_TYPST_STYLE = re.compile(r"(?:style|title):\s?$")
_STRING = re.compile(r'"([^"\n]{1,500})"')
# What begins a hidden part that has no effect either; a preamble has one.
_WITHOUT_EFFECT = ("%", "\\begin{", "\\verb", "\\lstinline", "//", "/*", "`")
_KEY = re.compile(r"@([^\s,;\]]{1,200})")


class Declared(NamedTuple):
    """A file as the draft names it, and where."""

    path: str
    span: Span


class Declarations(NamedTuple):
    """``files`` in order, the entries in the draft itself and the place of that block, ``nocite``
    keys, and what in the declarations could not be read.
    """

    files: tuple[Declared, ...] = ()
    entries: tuple[Node, ...] = ()
    nocite: frozenset[str] = frozenset()
    problem: Misplaced | None = None


def declarations(document: Document) -> Declarations:
    """What *document* says of its lists. Never raises."""
    if document.format == "latex":
        return _of_latex(document)
    if document.format == "typst":
        return _of_typst(document)
    if document.format == "markdown":
        return _of_front_matter(document.text)
    return Declarations()


def _of_latex(document: Document) -> Declarations:
    files: list[Declared] = []
    nocite: set[str] = set()
    for command in _in_force(document, _LATEX):
        if command[1] == "nocite":
            nocite |= {key.strip() for key in command[2].split(",")}
        else:
            files += _named(command)
    return Declarations(tuple(files), (), frozenset(nocite))


def _in_force(document: Document, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The matches of *pattern* that do not stand in a comment or a listing."""
    hidden = iter(document.not_prose)
    covered = next(hidden, None)
    for command in pattern.finditer(document.text):
        while covered and covered.end <= command.start():
            covered = next(hidden, None)
        inside = covered and covered.start <= command.start()
        if not (inside and covered and document.text.startswith(_WITHOUT_EFFECT, covered.start)):
            yield command


def _named(command: re.Match[str]) -> Iterator[Declared]:
    """The files in the braces; BibTeX's own commands leave the extension out."""
    start = command.start(2)
    names = command[2].split(",") if command[1] in _BIBTEX_COMMANDS else [command[2]]
    for name in names:
        path = name.strip()
        begin = start + len(name) - len(name.lstrip())
        start += len(name) + 1
        if path:
            span = Span(start=begin, end=begin + len(path))
            bare = command[1] in _BIBTEX_COMMANDS and not path.lower().endswith(".bib")
            yield Declared(f"{path}.bib" if bare else path, span)


def _of_typst(document: Document) -> Declarations:
    files = [
        Declared(name[1].lstrip("/"), Span(start=name.start(1), end=name.end(1)))
        for call in _in_force(document, _TYPST)
        for name in _STRING.finditer(document.text, *call.span(1))
        if not _TYPST_STYLE.search(document.text, max(0, name.start() - 12), name.start())
    ]
    return Declarations(tuple(files))


def _of_front_matter(text: str) -> Declarations:
    extent = front_matter(text)
    if not extent:
        return Declarations()
    block = text[slice(*extent)]
    if not any(word in block for word in ("bibliography", "references", "nocite")):
        return Declarations()
    from citecheck.bibliography.yaml_nodes import compose

    try:
        root = compose(block, extent[0]).value
    except Misplaced as error:
        return Declarations(problem=error)
    if not isinstance(root, dict):
        return Declarations()
    nowhere = Node("", *extent)
    listed = root.get("references", nowhere).value
    nocite = root.get("nocite", nowhere).value
    return Declarations(
        files=tuple(_files(root.get("bibliography", nowhere))),
        entries=tuple(listed) if isinstance(listed, list) else (),
        nocite=frozenset(_KEY.findall(nocite)) if isinstance(nocite, str) else frozenset(),
    )


def of_project(text: str) -> tuple[Declared, ...]:
    """The files that a Quarto or bookdown project's YAML names for all its drafts, which name
    none themselves; they have no place in a draft but its beginning. Never raises.
    """
    from citecheck.bibliography.yaml_nodes import compose

    try:
        root = compose(text).value
    except Misplaced:
        return ()
    listed = root.get("bibliography") if isinstance(root, dict) else None
    start = Span(start=0, end=0)
    return tuple(file._replace(span=start) for file in _files(listed)) if listed else ()


def _files(node: Node) -> Iterator[Declared]:
    """The files of a scalar, a list, or a mapping of several lists (multibib)."""
    if isinstance(node.value, str):
        if node.value.strip():
            yield Declared(node.value.strip(), Span(start=node.start, end=node.end))
    else:
        for item in node.value.values() if isinstance(node.value, dict) else node.value:
            if isinstance(item.value, str):
                yield from _files(item)

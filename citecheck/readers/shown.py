r"""Text with markup as its reader will show it, every character in its place.

LaTeX writes “ as ``, and Pandoc's Markdown writes a backtick as \`. Where a list is typed by hand,
its entries are read from such text, so each mark is replaced by what it prints, and blanks fill up
the room: offsets stay those of the file. A LaTeX or Typst file that keeps its list as data, or has
none under a heading, stays as it is.
"""

import re

from citecheck.model import Document
from citecheck.readers.front_matter import without_front_matter

_NOTE_LINE = r"^\[\^[^\]\s]{1,99}\]:[ \t].*$"


def as_shown(document: Document) -> Document:
    """*document* with what its markup prints, of the same length; itself where that is all one."""
    if document.format in ("latex", "typst"):
        text = _printed(document)
        if text is not None:
            return document.model_copy(update={"text": text, "format": "text"})
    elif document.format == "markdown" and "\\" in document.text:
        from citecheck.readers.printed import markdown

        return document.model_copy(update={"text": markdown(document.text)})
    return document


def _printed(document: Document) -> str | None:
    if document.format == "latex":
        from citecheck.readers.printed import latex

        return latex(document)
    from citecheck.readers.printed_typst import typst

    return typst(document)


def without_notes(document: Document) -> Document:
    """*document* with blanks for front matter and notes, which are no part of a list."""
    document = without_front_matter(document)
    spans = [(note.span.start, note.span.end) for note in document.notes]
    if document.format == "markdown" and "[^" in document.text:
        spans += [match.span() for match in re.finditer(_NOTE_LINE, document.text, re.MULTILINE)]
    if not spans:
        return document
    text = document.text
    pieces, position = [], 0
    for start, end in sorted(spans):
        begin = max(text.rfind("\n", 0, start) + 1, position)
        pieces += [text[position:begin], " " * (max(end, begin) - begin)]
        position = max(end, begin)
    return document.model_copy(update={"text": "".join((*pieces, text[position:]))})

"""The YAML block at the head of a Markdown file."""

import re

from citecheck.model import Document

_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(?=#|[\w\"'-][^\n:]*:)")
_FRONT_MATTER_END = re.compile(r"^(?:---|\.\.\.)[ \t]*(?=\r?$)", re.MULTILINE)


def front_matter(text: str) -> tuple[int, int] | None:
    """Where the YAML block at the head of *text* begins and ends, its lines of hyphens included;
    None without one.
    """
    begin = _FRONT_MATTER.match(text)
    close = _FRONT_MATTER_END.search(text, begin.end()) if begin else None
    return (0, close.end()) if close else None


def without_front_matter(document: Document) -> Document:
    """*document* with blanks for its front matter, whose "references:" heads no printed list."""
    extent = front_matter(document.text) if document.format == "markdown" else None
    if extent is None:
        return document
    return document.model_copy(update={"text": " " * extent[1] + document.text[extent[1] :]})

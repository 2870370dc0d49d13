"""What the markup of Typst prints, in a string of the same length, with headings as Markdown's."""

import re

from citecheck.model import Document
from citecheck.readers.typst import brackets

_HEADING = re.compile(r"^(={1,6})(?=[ \t])", re.MULTILINE)
_LISTED = re.compile(r"^[ \t]{0,8}=[= \t]{1,7}([^\n]{1,90})$", re.MULTILINE)
_ITEM = re.compile(r"^([ \t]{0,8})\+(?=[ \t])", re.MULTILINE)
_LABEL = re.compile(r"<[\w.:-]{1,100}>")
# "#emph[": a function that prints its content, but notes, which stand elsewhere.
_CALL = re.compile(
    r"#(?!footnote|cite|link)[a-z][a-z.-]{0,30}(?:\([^()\n]{0,200}\))?(?=\[)|#(?=\[)"
)
_LINK = re.compile(r'#link\("([^"\n]{1,500})"\)(?!\[)')
_ESCAPE = re.compile(r"\\([^\w\s])|\\(?=\s)|~")


def typst(document: Document) -> str | None:
    """The text of a Typst *document* as printed; None where it has no list under a heading."""
    text = document.text
    if "#bibliography" in text or not _has_typed_list(text):
        return None
    text = _without_calls(_blanked(document))
    text = _HEADING.sub(lambda mark: "#" * len(mark[1]), text)
    text = _ITEM.sub(lambda item: f"{item[1]}-", text)
    return _ESCAPE.sub(lambda sign: f" {sign[1]}" if sign[1] else " ", text)


def _has_typed_list(text: str) -> bool:
    from citecheck.language.folding import words
    from citecheck.language.headings import HeadingKind, heading_kind

    headings = (_LABEL.sub("", match[1]) for match in _LISTED.finditer(text))
    return any(heading_kind(words(heading)) is HeadingKind.LIST for heading in headings)


def _blanked(document: Document) -> str:
    """The text of *document* with blanks for what is no prose, addresses of links kept."""
    text, pieces, position = document.text, [], 0
    for span in document.not_prose:
        hidden = span.of(text)
        link = _LINK.match(text, span.start)
        shown = f"{link[1]:>{len(link[0]) - 2}}" if link else ""
        blank = re.sub(r"[^\n]", " ", hidden)
        pieces += [
            text[position : span.start],
            shown or blank,
            blank[len(shown) :] if shown else "",
        ]
        position = span.end
    return "".join((*pieces, text[position:]))


def _without_calls(text: str) -> str:
    """*text* with blanks for functions around content, their brackets included."""
    closings, shown = brackets(text), list(text)
    for call in _CALL.finditer(text):
        closing = closings.get(call.end())
        if closing is not None:
            shown[call.start() : call.end() + 1] = " " * (call.end() + 1 - call.start())
            shown[closing] = " "
    return "".join(shown)

"""Web pages: the article, without navigation, scripts and what else surrounds it."""

from citecheck.errors import UnreadableInput
from citecheck.model import Document
from citecheck.readers.composing import Composition
from citecheck.readers.html_notes import HtmlNotes
from citecheck.readers.html_page import article_of, parse_html
from citecheck.readers.html_walk import HtmlWalk


def read(data: bytes | str, name: str | None) -> Document:
    """The draft in *data*. Raises UnreadableInput as ``parse_html`` does, and without text."""
    root, encoding = parse_html(data, name or "the text")
    out = Composition()
    try:
        HtmlWalk(out, HtmlNotes(root)).page(article_of(root))
    except RecursionError as error:
        raise UnreadableInput(f"{name or 'the text'}: nested too deep for a draft") from error
    return out.document(name, "html").model_copy(update={"encoding": encoding})

"""The running text of a draft: everything outside its literature lists, code and comments."""

from collections.abc import Iterable

from citecheck.model import Document, ReferenceSection, Span

# Stands for every character that is not prose: no letter, no space, no bracket, no line end.
BLANK = "\0"
# East Asian punctuation, which means what its Western counterpart does.
_WIDE = tuple(zip("（）［］【】〔〕，；：、．", "()[][][],;:,.", strict=True))


def prose_of(document: Document, sections: Iterable[ReferenceSection]) -> str:
    """*document*'s text with all else blanked out, so that offsets stay those of the text.

    Full-width brackets, commas and points are made Western ones.
    """
    spans = sorted(
        (*document.not_prose, *(section.span for section in sections)), key=lambda s: s.start
    )
    text, pieces, position = document.text, [], 0
    for span in _within(spans, len(text)):
        start, end = max(span.start, position), max(span.end, position)
        pieces += [text[position:start], BLANK * (end - start)]
        position = end
    prose = "".join((*pieces, text[position:])) if pieces else text
    for wide, plain in _WIDE:
        prose = prose.replace(wide, plain)
    return prose


def _within(spans: Iterable[Span], length: int) -> Iterable[Span]:
    return (Span(start=s.start, end=min(s.end, length)) for s in spans if s.start < length)

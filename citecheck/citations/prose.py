"""The running text of a draft: everything outside its literature lists, code and comments."""

import re
from collections.abc import Iterable

from citecheck.language.connectors import ET_AL_WORDS
from citecheck.language.folding import letters
from citecheck.model import Document, ReferenceSection, Span

# Stands for every character that is not prose: no letter, no space, no bracket, no line end.
BLANK = "\0"
_MARKED_BY_SIGNS = ("markdown", "typst", "text")
_UNDERLINES = re.compile(r"(?<![\w_])_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?![\w_])")
_TITLE = re.compile(r"(?<![*_\w])([*_]{1,2})([^*_\n]{2,120})\1(?=\s?\()")
_ET_AL = frozenset(map(letters, ET_AL_WORDS))
_LATEX_EMPHASIS = re.compile(r"(\\(?:emph|textit|textsl|mbox)\{)([^{}\\]{1,40})\}")
# East Asian punctuation, which means what its Western counterpart does.
_WIDE = tuple(zip("（）［］【】〔〕，；：、．", "()[][][],;:,.", strict=True))


def prose_of(document: Document, sections: Iterable[ReferenceSection]) -> str:
    """*document*'s text with all else blanked out, so that offsets stay those of the text.

    Full-width brackets, commas and points are made Western ones, and emphasis is left out.
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
    return _without_emphasis(prose, document.format)


def _without_emphasis(prose: str, markup: str) -> str:
    """*prose* with blanks for the marks that set words in italics: "Smith *et al*. (2001)"."""
    if markup == "latex":
        prose = _LATEX_EMPHASIS.sub(_blanks_around, prose)
        return prose.replace("~", " ").replace("\\ ", "  ").replace("\\&", " &")
    if markup in _MARKED_BY_SIGNS:
        if markup != "text":  # a title, whose year is no citation's: "*The Storm* (1891)"
            prose = _TITLE.sub(_parted, prose)
        prose = _UNDERLINES.sub(lambda mark: " " * len(mark[0]), prose) if "_" in prose else prose
        return prose.replace("*", " ")
    return prose


def _parted(title: re.Match[str]) -> str:
    if letters(title[2]) in _ET_AL:
        return title[0]
    return f"{title[1]}{title[2]}{BLANK * len(title[1])}"


def _blanks_around(emphasis: re.Match[str]) -> str:
    return f"{' ' * len(emphasis[1])}{emphasis[2]} "


def _within(spans: Iterable[Span], length: int) -> Iterable[Span]:
    return (Span(start=s.start, end=min(s.end, length)) for s in spans if s.start < length)

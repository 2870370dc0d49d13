"""Citations by citekey in source texts: Pandoc and Typst "@key", LaTeX "\\\\cite{key}"."""

import re
from collections.abc import Iterator, Sequence

from citecheck.citations.locators import locator_within
from citecheck.model import Citation, CitationSystem, Reference, Span

_LATEX = re.compile(
    r"\\([A-Za-z]{0,12}[Cc]ite[A-Za-z]{0,10})\*?((?:\s?\[[^\[\]]{0,200}\]){0,2})\s?\{([^{}]{1,1000})\}"
)
_NOT_CITING = frozenset("nocite bibcite citestyle setcitestyle DeclareCiteCommand".split())
_OPTION = re.compile(r"\[([^\[\]]{0,200})\]")
_AUTHORLESS = ("citeyear", "citeyearpar", "suppressauthor", "parencite*")
_TYPST = re.compile(r"#cite\(\s?<([^<>]{1,100})>")
# Pandoc manual, "Citation syntax": a key begins with a letter, digit or underscore, and may hold
# single internal punctuation marks.
_AT = re.compile(r"(-?)@(?:\{([^{}\s]{1,200})\}|(\w+(?:[:.#$%&+?<>~/-]\w+)*))")
_CROSS_REFERENCES = ("fig-", "tbl-", "sec-", "eq-", "lst-", "thm-", "fig:", "tbl:", "sec:", "eq:")
_PIECE_LIMIT = 200


def find_citekeys(
    text: str, references: Sequence[Reference], markup: str, *, is_whole: bool = True
) -> list[Citation]:
    """The citations by citekey in *text*.

    "@key" counts in Markdown and Typst (*markup*), where one key at least stands in brackets, or
    if the list has the key. In Typst, where it means nothing else, it counts also if the list has
    none such, unless the draft is not whole and the label may stand in another file. Beside a list
    without any keys, one without a year is somebody's handle. LaTeX commands count anywhere.
    """
    found = [*_latex(text), *_typst(text)]
    if "@" in text:
        known = frozenset(reference.key for reference in references if reference.key)
        marks = list(_marks(text))
        if references and not known:
            marks = [mark for mark in marks if any(map(str.isdigit, mark.labels[0]))]
        source = markup in ("markdown", "md", "typst", "quarto") and any(c.group for c in marks)
        source = source or (markup == "typst" and is_whole and bool(known))
        found += [c for c in marks if source or c.labels[0] in known]
    return found


def _latex(text: str) -> Iterator[Citation]:
    if "\\" not in text:
        return
    for match in _LATEX.finditer(text):
        command, options = match[1], _OPTION.findall(match[2])
        if command in _NOT_CITING:
            continue
        start = match.start(3)
        for piece in match[3].split(","):
            key = piece.strip()
            begin = start + len(piece) - len(piece.lstrip())
            start += len(piece) + 1
            if key:
                yield Citation(
                    id="",
                    span=Span(start=begin, end=begin + len(key)),
                    raw=key,
                    system=CitationSystem.CITEKEY,
                    group=Span(start=match.start(), end=match.end()),
                    labels=(key,),
                    narrative=command.casefold().startswith(("citet", "textcite")),
                    suppress_author=command.casefold() in _AUTHORLESS,
                    locator=options[-1] if options else "",
                    prefix=options[0] if len(options) > 1 else "",
                )


def _typst(text: str) -> Iterator[Citation]:
    for match in _TYPST.finditer(text) if "#cite" in text else ():
        yield _citation(text, match.span(1), match[1], match.span())


def _marks(text: str) -> Iterator[Citation]:
    for match in _AT.finditer(text):
        before = text[match.start() - 1 : match.start()]
        key = match[2] or match[3]
        if (
            before.isalnum()
            or before in (".", "@", "/", "_", "\\")
            or key.startswith(_CROSS_REFERENCES)
        ):
            continue
        group = _brackets_around(text, match.start(), match.end())
        locator = locator_within(text, match.end(), group[1] - 1) if group else None
        span = (match.start() + len(match[1]), locator[1] if locator else match.end())
        yield _citation(text, span, key, group).model_copy(
            update={
                "suppress_author": bool(match[1]),
                "locator": text[slice(*locator)] if locator else "",
            }
        )


def _brackets_around(text: str, start: int, end: int) -> tuple[int, int] | None:
    opened = text.rfind("[", max(0, start - _PIECE_LIMIT), start)
    closed = text.find("]", end, end + _PIECE_LIMIT)
    if opened < 0 or closed < 0 or "]" in text[opened:start]:
        return None
    return opened, closed + 1


def _citation(
    text: str, span: tuple[int, int], key: str, group: tuple[int, int] | None
) -> Citation:
    return Citation(
        id="",
        span=Span(start=span[0], end=span[1]),
        raw=text[slice(*span)],
        system=CitationSystem.CITEKEY,
        narrative=group is None,
        group=Span(start=group[0], end=group[1]) if group else None,
        labels=(key,),
    )

"""Citations by name and page, or by name alone: "(Smith 34)", "(Smith and Jones, Harbours 12)".

As in the MLA Handbook, 9th ed., 6.3-6.22. Only names that the list has count.
"""

import re
from collections.abc import Iterator, Sequence

from citecheck.citations.known import Known
from citecheck.citations.names import Names, Scope, read_names
from citecheck.citations.words import Word, words_before
from citecheck.model import Citation, CitationSystem, CitedName, Span

_GROUP = re.compile(r"\(([^()]{2,120})\)")
_PIECE = re.compile(r"[^;]+")
_PAGES = re.compile(
    r"[\s,]\s?((?:pp?\.\s?)?\d{1,4}(?:[-–]\d{1,4})?(?:,\s?\d{1,4}(?:[-–]\d{1,4})?){0,4})\s*$"
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def find_author_page(text: str, known: Known) -> list[Citation]:
    """The works cited by listed names without a year in *text*."""
    return [
        citation
        for group in _GROUP.finditer(text)
        for piece in _PIECE.finditer(text, group.start(1), group.end(1))
        for citation in _read(text, piece, group.span(), known)
    ]


def _read(
    text: str, piece: re.Match[str], group: tuple[int, int], known: Known
) -> Iterator[Citation]:
    """The citation that *piece* is, if listed names fill it but for a page and a short title."""
    pages = _PAGES.search(piece.group()[-40:])
    locator = pages[1] if pages else ""
    stop = piece.end() - len(piece.group()[-40:]) + pages.start() if pages else piece.end()
    if _YEAR.search(piece.group()):
        return
    words = words_before(text, stop, piece.start())
    names = _listed_names(words, known)
    if names is None:
        return
    end = piece.start() + len(piece.group().rstrip())
    yield Citation(
        id="",
        span=Span(start=names.start, end=end),
        raw=text[names.start : end],
        system=CitationSystem.AUTHOR_PAGE,
        group=Span(start=group[0], end=group[1]),
        names=tuple(
            CitedName(
                family=person.family,
                given=person.given,
                span=Span(start=person.start, end=person.end),
            )
            for person in names.persons
        ),
        et_al=text[names.et_al.start : names.et_al.end] if names.et_al else "",
        conjunction=names.conjunction,
        locator=locator,
        prefix=" ".join(text[piece.start() : names.start].split()).strip(" ,"),
    )


def _listed_names(words: Sequence[Word], known: Known) -> Names | None:
    """The names at the end of *words*, or those before the comma of a short title."""
    scope = Scope(known, in_group=True)
    commas = [index for index, word in enumerate(words) if word.text == ","]
    for cut in (len(words), *commas[:1]):
        names = read_names(words[:cut], scope)
        if names and known.led_by(names.families) and all(p.known for p in names.persons):
            return names
    return None

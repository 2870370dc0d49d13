"""Citations by name, title and page: "(Smith 34)", "(Smith and Jones, Harbours 12)", "Smith (34)".

As in the MLA Handbook, 9th ed., 6.3-6.22. Only names and titles that the list has count.
``labels`` of a citation that says by a title which work it means are the ids of those entries.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from citecheck.citations.known import Known
from citecheck.citations.names import Names, Scope, read_names
from citecheck.citations.signal_phrases import named_before, sentence_start
from citecheck.citations.titles import Titles
from citecheck.citations.words import Kind, Word, words_before
from citecheck.model import Citation, CitationSystem, CitedName, Reference, Span

_GROUP = re.compile(r"\(([^()]{1,120})\)")
_PIECE = re.compile(r"[^;]+")
# "34", "12-14, 20", "pp. 3-5", "xiii", "1.2.363-65" (act, scene, line), "par. 4", "ch. 3".
_ARABIC = r"\d{1,4}(?:\.\d{1,4}){0,3}(?:[-–]\d{1,4})?"
_ROMAN = r"(?=[ivxlc])c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})(?!\w)"
_PAGES = re.compile(
    rf"(?:[\s,]\s?|^)((?:(?:pp?|pars?|paras?|chs?|chap|secs?|lines?|vol|bk|fols?)\.?\s)?(?:pp?\.)?"
    rf"(?:{_ARABIC}(?:,\s?{_ARABIC}){{0,4}}|{_ROMAN}(?:[-–]{_ROMAN})?))\s*$"
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_ENDS = frozenset(".,;:?!")
_QUOTES = frozenset("“”\"'‘’«»„")
_FEW = 2
"""Names in parentheses are no citations unless more of them than this are the list's."""


class Page(NamedTuple):
    """The text under search, and what its list knows."""

    text: str
    known: Known
    titles: Titles
    identifiers: tuple[str, ...]


class _Piece(NamedTuple):
    """A part of a parenthesis: its words but for the pages, where these stand, and its group."""

    words: Sequence[Word]
    start: int
    end: int
    pages: str
    group: tuple[int, int]


def find_author_page(
    text: str, known: Known, references: Sequence[Reference], more_than: int
) -> list[Citation]:
    """The works cited without a year in *text*; [] unless more than that many, and more than a
    few, are cited by listed names in parentheses.
    """
    page = Page(text, known, Titles(references), tuple(r.id for r in references))
    pieces = list(_pieces(text))
    by_name = [citation for piece in pieces if (citation := _by_name(page, piece))]
    if len(by_name) <= max(more_than, _FEW):
        return []
    taken = {citation.span.end for citation in by_name}
    rest = (piece for piece in pieces if piece.end not in taken)
    others = [c for piece in rest if (c := _by_title(page, piece) or _by_page(page, piece))]
    return sorted([*by_name, *others], key=lambda citation: citation.span.start)


def _pieces(text: str) -> Iterator[_Piece]:
    for group in _GROUP.finditer(text):
        for part in _PIECE.finditer(text, group.start(1), group.end(1)):
            written = part.group().rstrip()
            tail = written[-40:]
            if _YEAR.search(written):
                continue
            pages = _PAGES.search(tail)
            end = part.start() + len(written)
            stop = end - len(tail) + pages.start() if pages else end
            words = words_before(text, stop, part.start())
            yield _Piece(words, part.start(), end, pages[1] if pages else "", group.span())


def _by_name(page: Page, piece: _Piece) -> Citation | None:
    """The citation that *piece* is if listed names fill it but for a page and a short title."""
    found = _listed_names(piece.words, page.known)
    if found is None:
        return None
    names, rest = found
    led = page.known.led_by(names.families)
    titled = tuple(e for e in page.titles.begun_by([w.folded for w in _bare(rest)]) if e in led)
    prefix = " ".join(page.text[piece.start : names.start].split()).strip(" ,")
    return _citation(page, piece, names.start, titled).model_copy(
        update={
            "names": _cited(names),
            "et_al": page.text[names.et_al.start : names.et_al.end] if names.et_al else "",
            "conjunction": names.conjunction,
            "prefix": prefix,
        }
    )


def _listed_names(words: Sequence[Word], known: Known) -> tuple[Names, Sequence[Word]] | None:
    """The names at the end of *words*, or those before a short title, and that title's words."""
    scope = Scope(known, in_group=True)
    commas = [index for index, word in enumerate(words) if word.text == ","]
    quotes = [index for index, word in enumerate(words) if word.text in _QUOTES][:1]
    for cut in (len(words), *commas, *quotes):
        names = read_names(words[:cut], scope)
        if names and known.led_by(names.families) and all(p.known for p in names.persons):
            return names, words[cut:]
    return None


def _cited(names: Names) -> tuple[CitedName, ...]:
    return tuple(
        CitedName(
            family=person.family,
            given=person.given,
            span=Span(start=person.start, end=person.end),
        )
        for person in names.persons
    )


def _by_title(page: Page, piece: _Piece) -> Citation | None:
    """The citation that a title is, alone: a short one must be quoted, or its author be named."""
    words = _bare(piece.words)
    if not words or words[0].kind is not Kind.CAPITALISED:
        return None
    entries = page.titles.begun_by([word.folded for word in words])
    comma = next((i for i, word in enumerate(piece.words) if word.text == ","), 0)
    if not entries and comma > 1:  # "(New Annotated Bible, Gen. 1.26)"
        entries = page.titles.begun_by([word.folded for word in _bare(piece.words[:comma])])
    named = named_before(page.text, piece.group[0], page.known)
    led = page.known.led_by([name.family for name in named]) if named else frozenset()
    fitting = tuple(entry for entry in entries if entry in led)
    quoted = piece.words[0].text in _QUOTES
    if fitting:
        citation = _citation(page, piece, piece.words[0].start, fitting)
        return citation.model_copy(update={"names": named, "suppress_author": True})
    if entries and (quoted or len(words) > 1):
        return _citation(page, piece, piece.words[0].start, entries)
    return None


def _by_page(page: Page, piece: _Piece) -> Citation | None:
    """The citation that a page is behind a listed author's name or a title: "Smith says (34)."."""
    after = page.text[piece.group[1] : piece.group[1] + 1]
    if piece.words or not piece.pages or (after and after not in _ENDS and not after.isspace()):
        return None
    if after.isspace() and piece.pages.isdecimal() and len(piece.pages) < 2:
        return None  # "(1)" counts
    opened = piece.group[0]
    named = named_before(page.text, opened, page.known)
    title = page.titles.first_in(page.text, sentence_start(page.text, opened), opened)
    entries = title.entries if title and title.sure else ()
    led = page.known.led_by([name.family for name in named]) if named else frozenset(entries)
    entries = tuple(entry for entry in entries if entry in led)
    if not (named or entries):
        return None
    citation = _citation(page, piece, piece.start, entries)
    return citation.model_copy(update={"names": named, "narrative": True, "suppress_author": True})


def _bare(words: Sequence[Word]) -> list[Word]:
    return [word for word in words if word.kind not in (Kind.SIGN, Kind.BREAK)]


def _citation(page: Page, piece: _Piece, start: int, entries: Sequence[int]) -> Citation:
    return Citation(
        id="",
        span=Span(start=start, end=piece.end),
        raw=page.text[start : piece.end],
        system=CitationSystem.AUTHOR_PAGE,
        group=Span(start=piece.group[0], end=piece.group[1]),
        locator=piece.pages,
        labels=tuple(page.identifiers[entry] for entry in entries),
    )

"""Addresses and registered numbers: URL, DOI, ISBN, ISSN, PMID, arXiv, handle, URN."""

import re
from functools import cache

from citecheck.model import Provenance
from citecheck.parsing.claims import GAP, Claims, Place

_URL = re.compile(
    r"<?((?:https?://(?: (?=www\.))?|ftp://|www\.)[^\s<>\"“”«»„\x00]+)>?", re.IGNORECASE
)
# The end of a file name that a blank or a line break cut off.
_CUT_OFF = re.compile(r" [\w%-]+\.(?:html?|pdf|php|aspx?)(?:[#?]\S+)?(?=[\s.,;)]|$)")
_DOI_LABEL = r"(?:\bdoi(?:\.org)?[\s:/.]{0,3})?(?:https?://(?:[a-z]{2,4}\.)?doi\.org/)?(?:doi:\s?)?"
_GLUED = re.compile(r"[.;,]?(?:URL|PMID|PMCID)\b")
_MORE = re.compile(r"[,;](?=https?://|doi:|doi$)", re.IGNORECASE)
_ARXIV = (
    r"arXiv:\s?((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?)"
    r"(?:\s?\[\s?[a-z-]{2,10}(?:\.[A-Za-z]{2})?\s?\])?"  # and its class, "[hep-lat]"
)
_TRAILING = ".,;:!?'’‘*…|\\"
_LONGEST_LINK = 400
_MARKS = frozenset("isbn issn eissn pmid pubmed pmc pmcid arxiv hdl urn".split())
_QUERY = re.compile(r"[?#&]|/(?:full|abstract|pdf|epdf|meta)\b")
_PAIRS = {")": "(", "]": "[", "}": "{"}
_URL_LABEL = re.compile(r"(?:\b(?:URL|URI|Link|HDL)\s?:?\s?|\[Online\][.:]?\s?)$", re.IGNORECASE)


def read_identifiers(claims: Claims) -> Claims:
    """Claim every identifier; the first of each kind becomes a field."""
    text = claims.free
    if "10." in text:
        claims = _read_doi(claims)
    if "://" in text or "www." in text or "WWW." in text:
        claims = _read_urls(claims)
    if _MARKS.isdisjoint(claims.words):
        return claims
    folded = text.casefold()
    for name, mark, group in (
        ("isbn", "isbn", r"ISBN(?:-1[03])?:?\s?((?:97[89][-–\s]?)?(?:\d[-–\s]?){9}[\dX])"),
        ("issn", "issn", r"e?-?ISSN(?:-L)?:?\s?(\d{4}[-–]?\d{3}[\dX])"),
        ("pmid", "pmid", r"PMID:?\s?(\d{1,9})"),
        ("pmid", "pubmed", r"PubMed(?: PMID)?:?\s?(\d{4,9})"),
        ("", "pmc", r"PMC(?:ID)?:?\s?((?:PMC)?\d{4,9})"),
        ("arxiv", "arxiv", _ARXIV),
        ("url", "hdl:", r"hdl:\s?(\d[\d.]*/\S+)"),
        ("url", "urn:", r"(urn:[a-z0-9][a-z0-9-]{1,31}:[^\s,;]+)"),
    ):  # fmt: skip
        if mark in folded:
            claims = _read_numbers(claims, name, _number(group))
    return claims


def balanced_end(text: str, start: int, end: int) -> int:
    """Where an address ends: without trailing punctuation, its own parentheses kept."""
    while end > start:
        last = text[end - 1]
        opening = _PAIRS.get(last)
        if opening and text.count(opening, start, end) >= text.count(last, start, end):
            break
        if not opening and last not in _TRAILING:
            break
        end -= 1
    return end


@cache
def _doi() -> re.Pattern[str]:
    number = r"(?<![\d.])(10\.\d{4,9}(?:\.\d+)*/[^\s<>\"“”«»\x00]+)>?"
    return re.compile(rf"[\[(<]?{_DOI_LABEL}{number}", re.IGNORECASE)


@cache
def _number(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"[\[(]?\b{pattern}(?!\w)[\])]?", re.IGNORECASE)


def _read_numbers(claims: Claims, name: str, pattern: re.Pattern[str]) -> Claims:
    for match in pattern.finditer(claims.free):
        claims = claims.take(match.span())
        if name and not claims.has(name):
            claims = claims.having(**{name: claims.value(*match.span(1))})
    return claims


def _read_doi(claims: Claims) -> Claims:
    for match in _doi().finditer(claims.free):
        glued = _GLUED.search(claims.free, *match.span(1))
        stop = glued.start() if glued else match.end(1)
        end = balanced_end(claims.free, match.start(1), stop)
        if _is_in_address(claims.free, match.start()):
            claims = _doi_of_address(claims, match.start(1), end)
            continue
        if not claims.has("doi"):
            claims = claims.having(doi=claims.value(match.start(1), end))
        claims = claims.take(_whole(claims.free, match, end))
    return claims


def _is_in_address(text: str, start: int) -> bool:
    """Whether what begins at *start* is part of a longer address."""
    before = text[max(0, start - _LONGEST_LINK) : start].rpartition(" ")[2].rpartition(GAP)[2]
    return "://" in before or "www." in before


def _doi_of_address(claims: Claims, start: int, end: int) -> Claims:
    """The DOI that a publisher's address holds; the address stays free."""
    stop = _QUERY.search(claims.free, start, end)
    if claims.has("doi"):
        return claims
    value = claims.value(start, stop.start() if stop else end, provenance=Provenance.URL)
    return claims.having(doi=value)


def _read_urls(claims: Claims) -> Claims:
    for match in _URL.finditer(claims.free):
        more = _MORE.search(claims.free, *match.span(1))
        stop = more.start() if more else match.end(1)
        start, end = match.start(1), balanced_end(claims.free, match.start(1), stop)
        if end - start < 8:
            continue
        if claims.free[start - 1 : start] == "_" == claims.free[end - 1]:
            end -= 1
        cut = _CUT_OFF.match(claims.free, end) if "/" in claims.free[start + 8 : end] else None
        end = cut.end() if cut else end
        if not claims.has("url"):
            address = claims.entry[start:end].replace(" ", "")
            claims = claims.having(url=claims.value(start, end, address))
        whole = _whole(claims.free, match, end)
        label = _URL_LABEL.search(claims.free, max(0, match.start() - 12), match.start())
        claims = claims.take((label.start() if label else whole[0], whole[1]))
        claims = claims.take(*_link_marks(claims.free, start, end))
    return claims


def _link_marks(text: str, start: int, end: int) -> tuple[Place, ...]:
    """The brackets of a Markdown link around an address; the words in them stay free."""
    if text[start - 2 : start] != "](" or text[end : end + 1] != ")":
        return ()
    opening = text.rfind("[", max(0, start - _LONGEST_LINK), start)
    return ((start - 2, start), (end, end + 1), (opening, opening + (opening >= 0)))


def _whole(text: str, match: re.Match[str], end: int) -> Place:
    """The place of an address with the brackets that enclose it."""
    start = match.start()
    if text[start] in "[(<" and end < len(text) and text[end] in "])>":
        return start, end + 1
    if text[start] in "[(<" and text[start] != "<":
        start += 1
    return start, end

"""Claiming a title: what stands in brackets behind it, and a quotation that is but part of it."""

import re

from citecheck.language.folding import words
from citecheck.language.imprint_words import thesis_words
from citecheck.parsing.claims import GAP, Claims, Place
from citecheck.parsing.emphasis import without_emphasis
from citecheck.parsing.segments import tidy

_LEAD = re.compile(r"[^\W\d_][^\x00]{0,120}:\s?\x00*$")
# A kind of work, or a language; a translation of the title is longer, and part of it.
_TRAILING_NOTE = re.compile(r"\s?\[((?:[^\[\]\x00\s]{1,40}\s?){1,3})\]$")
_TRAILING_SERIES = re.compile(r"\s\(=?\s?([^\W\d_][^()\x00]{5,120}\s\d{1,4})\)$")
_TRAILING_THESIS = re.compile(r"\s\(([^()\x00]{0,50}(?:[Tt]hesis|[Dd]issertation))\)$")
_TRAILING = (
    (_TRAILING_NOTE, "genre"),
    (_TRAILING_THESIS, "genre"),
    (_TRAILING_SERIES, "collection_title"),
)


def extend_title(claims: Claims) -> Claims:
    """A quotation behind words and a colon is but part of the title: "Who: ‘I am here’"."""
    place = claims.place_of("title")
    if place is None or not _LEAD.search(claims.free, claims.body, place[0]):
        return claims
    start, _ = tidy(claims.free, claims.body, place[0])
    claims = claims.take((start, claims.title_end)).having(quotes=None)
    return claims.having(title=claims.value(start, claims.title_end))


def claim_title(claims: Claims, places: list[Place]) -> Claims:
    """The title from the first of *places* to the last, without a note in brackets."""
    if not places:
        return claims
    start, end = places[0][0], _without_gap(claims, places)
    text = claims.free[start:end]
    for pattern, name in _TRAILING if text[-1:] in ("]", ")") else ():
        if note := pattern.search(text):
            claims = _claim_note(claims, name, start + note.start(1), start + note.end(1))
            claims = claims.take((start + note.start(), end))
            end = start + note.start()
            break
    start, end = tidy(claims.free, start, end)
    if end <= start:
        return claims
    title = claims.value(start, end, without_emphasis(claims.entry, start, end))
    return claims.titled((start, end), title=title)


def without_responsibility(claims: Claims, places: list[Place]) -> tuple[Claims, list[Place]]:
    """Without the authors repeated behind the title: "Title / A. B. Author" (ISBD, GOST)."""
    names = claims.fields.get("author") or claims.fields.get("editor") or ()
    for index, (start, end) in enumerate(places):
        slash = claims.free.find(" / ", start, end)
        if (
            slash > start
            and names
            and names[0].family
            and names[0].family in claims.free[slash:end]
        ):
            claims = claims.take((slash, end))
            return claims, [*places[:index], (start, slash), *places[index + 1 :]]
    return claims, places


def _claim_note(claims: Claims, name: str, start: int, end: int) -> Claims:
    """The note in brackets behind a title; "Doctoral dissertation, University" is two fields."""
    comma = claims.free.find(", ", start, end)
    if (
        name == "genre"
        and comma > 0
        and not thesis_words().isdisjoint(words(claims.free[start:end]))
    ):
        claims = claims.having(publisher=claims.value(comma + 2, end))
        end = comma
    return claims.having(**{name: claims.value(start, end)})


def _without_gap(claims: Claims, places: list[Place]) -> int:
    end = places[0][1]
    for place in places[1:]:
        if GAP in claims.free[end : place[0]]:
            break
        end = place[1]
    return end

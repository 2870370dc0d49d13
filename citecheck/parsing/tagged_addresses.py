"""Addresses with blanks in them, or without a beginning, where the trained tagger found them."""

import re
from typing import TYPE_CHECKING

from citecheck.model import Provenance
from citecheck.parsing.claims import Claims, Place
from citecheck.parsing.tagged import CERTAIN, Fields

if TYPE_CHECKING:
    from citecheck.parsing.tagger import Tagged

_ADDRESS = re.compile(r"(?:https?://|ftp://|www\.|[a-z\d-]{1,40}(?:\.[a-z\d-]{2,40}){1,4}/)\S{4}")
_DOI = re.compile(r"10 ?\. ?\d{4,9} ?/")
_NUMBER = re.compile(r"10\.\d{4,9}/\S{2}")
_EXTENT = re.compile(r"\.? \(?\d{1,4} ?(?:pp?|S|с|стр|pages)\.?\)?$")
_LABELS = re.compile(r"https?:|\burl|\bpmid|\bpmcid", re.IGNORECASE)


def read_addresses(claims: Claims, fields: Fields) -> Claims:
    """An address or a DOI that the steps read in part or not at all."""
    for label in ("doi", "url"):
        for field in fields.get(label, ()):
            claims = _read_doi(claims, field)
    for field in fields.get("url", ()):
        start, end = field.start, _end(claims.entry, field)
        address = "".join(claims.entry[start:end].split())
        if _ADDRESS.match(address) and "http" not in address[8:] and _is_more(claims, field):
            claims = claims.having(url=claims.value(start, end, address)).take((start, end))
    return claims


def _end(text: str, field: "Tagged") -> int:
    """Where an address ends: before a number of pages, or a bracket that opens behind it or is
    not closed.
    """
    if extent := _EXTENT.search(text, field.start, field.end):
        return extent.start()
    bracket = text.rfind("(", field.start, field.end)
    whole = bracket < 0 or ")" in text[bracket : field.end]
    if whole and text[bracket - 1 : bracket] != " ":
        return field.end
    return len(text[:bracket].rstrip())


def _read_doi(claims: Claims, field: "Tagged") -> Claims:
    """A DOI broken by blanks: "10. 5555/ salt.7"."""
    found = _DOI.search(claims.entry, field.start, field.end)
    if found is None or field.confidence < CERTAIN:
        return claims
    place = (found.start(), field.end)
    number = "".join(claims.entry[slice(*place)].split())
    if not _NUMBER.match(number) or _LABELS.search(number) or not _goes_on(claims, field, place):
        return claims
    return claims.having(doi=claims.value(*place, number)).take(place)


def _goes_on(claims: Claims, field: "Tagged", place: Place) -> bool:
    """Whether but the beginning of the DOI at *place* was read, or none that is written out."""
    known = claims.place_of("doi")
    if field.label == "doi" and (
        known is None or claims.fields["doi"].provenance is Provenance.URL
    ):
        return True
    return known is not None and known[0] == place[0] and known[1] < place[1]


def _is_more(claims: Claims, field: "Tagged") -> bool:
    """Whether an address goes on behind the one that was read, or none was and it is no DOI."""
    known, doi = claims.place_of("url"), claims.place_of("doi")
    if known:
        return field.start <= known[0] and known[1] < field.end
    if doi is None or claims.fields["doi"].provenance is Provenance.URL:
        return True
    return doi[1] <= field.start or field.end <= doi[0]

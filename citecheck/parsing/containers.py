"""The title of what contains the work, apart from the volume and the city that stand beside it."""

import re

from citecheck.parsing.claims import Claims, Place
from citecheck.parsing.imprint import read_container
from citecheck.parsing.segments import tidy

_VOLUME_BEFORE = re.compile(r"(\d{1,4})\s(?=[^\W\d_])")
_VOLUME_BEHIND = re.compile(r"[\s,](\d{1,4}|[IVXLC]{2,7})(?:\s?[,:/]\s?(\d{1,4}))?$")
_YEAR = re.compile(r"1[4-9]\d\d|20\d\d")


def claim_container(claims: Claims, place: Place) -> Claims:
    """The container; a volume before it (OSCOLA) or behind it, and a city, are fields apart."""
    start, end = place
    if not claims.has("volume"):
        claims, start, end = _read_volume(claims, start, end)
    start, end = tidy(claims.free, start, end)
    comma = claims.free.rfind(", ", start, end)
    if comma > start and _is_city_before_volume(claims, comma + 2, end):
        city = (comma + 2, end)
        claims = claims.take(city).having(publisher_place=claims.value(*city))
        end = comma
    return read_container(claims, start, end)


def _read_volume(claims: Claims, start: int, end: int) -> tuple[Claims, int, int]:
    """Claim "12 Journal 301" and "Journal 74", "Journal, 33, 1"; what is left of the place."""
    first = _VOLUME_BEFORE.match(claims.free, start, end)
    if first and _YEAR.fullmatch(first[1]):  # "2019 Symposium on Silt"
        first = None
    last = _VOLUME_BEHIND.search(claims.free, max(start, end - 16), end)
    if first:
        claims = claims.take(first.span(1)).having(volume=claims.value(*first.span(1)))
        start = first.end()
    if last and not _YEAR.fullmatch(last[1]):
        name = "page" if first else "volume"
        claims = claims.take(last.span()).having(**{name: claims.value(*last.span(1))})
        if last[2]:
            claims = claims.having(issue=claims.value(*last.span(2)))
        end = last.start()
    return claims, start, end


def shows_periodical(claims: Claims, start: int, end: int) -> bool:
    """Whether a volume, or a month in parentheses, follows: "Signaling 28", "Herd (May 1955)"."""
    last = _VOLUME_BEHIND.search(claims.free, max(start, end - 16), end)
    if last and last[0][0] == " " and not claims.has("volume"):
        return not _YEAR.fullmatch(last[1])
    issued, date = claims.place_of("issued"), claims.fields.get("issued")
    month = date is not None and date.month is not None
    return month and issued is not None and claims.entry[end : issued[0]] == " ("


def _is_city_before_volume(claims: Claims, start: int, end: int) -> bool:
    """Whether a city stands before "v. 12", as the Brazilian standard NBR 6023 has it."""
    volume = claims.place_of("volume")
    if volume is None or claims.entry[volume[0] - 3 : volume[0]].strip() not in ("v.", "V."):
        return False
    return len(claims.free[start:end].split()) < 4 and claims.free[start].isupper()

"""The medium of publication at the end of an entry, and the day of the visit behind "Web"."""

import re

from citecheck.language.folding import fold
from citecheck.language.media import OTHER, USUAL
from citecheck.parsing.claims import Claims
from citecheck.parsing.dates import find_dates

_WORDS = frozenset(fold(medium).split("-")[0].split(" ")[0] for medium in USUAL + OTHER)
_END = r"\.?[\s\x00]{0,3}(?=$|[<\x00])"
_MEDIUM = re.compile(rf"(?<=[.)\d\]] )({'|'.join(sorted(USUAL + OTHER, reverse=True))}){_END}")
_VISITED = re.compile(r"(?<=[.)\d\]] )Web\. (?=\d|[A-Z])")
_LONGEST_DATE = 24  # characters: "30 September 2010."
_CLOSED = re.compile(_END)


def read_medium(claims: Claims) -> Claims:
    """Claim "Print." or "DVD." at the end, and "Web. 5 May 2010." with the day of the visit."""
    if _WORDS.isdisjoint(claims.words):
        return claims
    if visited := _VISITED.search(claims.free):
        dated = next(find_dates(claims.free, visited.end(), visited.end() + _LONGEST_DATE), None)
        if dated and dated.start == visited.end() and _CLOSED.match(claims.free, dated.end):
            claims = claims.take((visited.start(), dated.end))
            if claims.has("accessed"):
                return claims
            span = claims.span(dated.start, dated.end)
            return claims.having(accessed=dated.date.model_copy(update={"span": span}))
    medium = _MEDIUM.search(claims.free)
    if medium is None:
        return claims
    claims = claims.take(medium.span(1))
    return claims if medium[1] in USUAL else claims.having(medium=claims.value(*medium.span(1)))

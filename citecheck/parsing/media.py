"""The medium of publication at the end of an entry, and the day of the visit behind "Web"."""

import re

from citecheck.language.media import OTHER, USUAL
from citecheck.parsing.claims import GAP, Claims
from citecheck.parsing.dates import find_dates

_MEDIA = USUAL + OTHER
_MEDIUM = re.compile(rf"(?<=[.)\d\]] )(?:{'|'.join(sorted(_MEDIA, reverse=True))})$")
_VISITED = re.compile(r"(?<=[.)\d\]] )Web\. ")
_LONGEST_DATE = 24  # characters: "30 September 2010."
_LONGEST = 16  # characters of a medium, with what stands before it
_BEHIND = " .<>" + GAP


def read_medium(claims: Claims) -> Claims:
    """Claim "Print." or "DVD." at the end, and "Web. 5 May 2010." with the day of the visit."""
    end = len(claims.free.rstrip(_BEHIND))
    if claims.free.endswith(_MEDIA, 0, end):
        medium = _MEDIUM.search(claims.free, max(0, end - _LONGEST), end)
        if medium is None:
            return claims
        claims = claims.take(medium.span())
        return claims if medium[0] in USUAL else claims.having(medium=claims.value(*medium.span()))
    visited = _VISITED.search(claims.free, max(0, end - _LONGEST_DATE - _LONGEST), end)
    if visited is None:
        return claims
    dated = next(find_dates(claims.free, visited.end(), end), None)
    if dated is None or (dated.start, dated.end) != (visited.end(), end):
        return claims
    claims = claims.take((visited.start(), end))
    span = claims.span(dated.start, dated.end)
    accessed = dated.date.model_copy(update={"span": span})
    return claims if claims.has("accessed") else claims.having(accessed=accessed)

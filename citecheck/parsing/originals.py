"""Years that are not of publication: "(Original work published 1923)", "[Constitution (1988)]"."""

import re
from functools import cache

from citecheck.language.folding import fold
from citecheck.language.reprint_words import FIRST_PUBLISHED
from citecheck.model import PartialDate
from citecheck.parsing.claims import Claims

_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)")
UNIFORM = re.compile(r"\[[^\W\d_][^\[\]()]{2,40}\((?:1[4-9]|20)\d\d\)\]")
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 50  # characters of a phrase
_LONGEST_HEAD = 120  # characters before the end of a uniform title


@cache
def _telling() -> frozenset[str]:
    """The longest word of each phrase."""
    return frozenset(max(phrase.split(), key=len) for phrase in FIRST_PUBLISHED)


def read_original(claims: Claims) -> Claims:
    """Claim the year of the first edition with its phrase, if another year stands in the entry."""
    if _telling().isdisjoint(claims.words):
        return claims
    years = list(_YEAR.finditer(claims.free))
    for year in years if len(years) > 1 else ():
        start = _phrase_start(claims.free, year.start())
        if start is None:
            continue
        end = year.end()
        if claims.free[start - 1 : start] in ("(", "[") and claims.free[end : end + 1] in (
            ")",
            "]",
        ):
            start, end = start - 1, end + 1
        date = PartialDate(year=int(year[0]), span=claims.span(*year.span()))
        return claims.take((start, end)).having(original_date=date)
    return claims


def read_uniform(claims: Claims) -> Claims:
    """Claim a uniform title with the year of the law, before its own title, as a note."""
    mark = UNIFORM.search(claims.free, 0, _LONGEST_HEAD) if "[" in claims.free else None
    if mark is None:
        return claims
    note = claims.value(mark.start() + 1, mark.end() - 1)
    return claims.take(mark.span()).having(note=note)


def _phrase_start(text: str, end: int) -> int | None:
    """Where the phrase that ends at *end* begins; none if there is none."""
    words = list(_WORD.finditer(text, max(0, end - _LONGEST), end))
    before = " ".join(fold(word[0]) for word in words)
    for phrase in FIRST_PUBLISHED if before.endswith(FIRST_PUBLISHED) else ():
        size = phrase.count(" ") + 1
        if before.endswith(phrase) and fold(words[-size][0]) == phrase.partition(" ")[0]:
            found = words[-size].start()
            return found if text[words[-1].end() : end].strip(" :,") == "" else None
    return None

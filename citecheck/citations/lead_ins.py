"""What may stand before a year in its brackets, or between two years of one author."""

import re
from collections.abc import Mapping, Sequence

from citecheck.citations.vocabulary import INTRODUCERS
from citecheck.citations.words import Kind, Word, words_before
from citecheck.citations.years import Year
from citecheck.language.connectors import EDITOR_MARKS

SEPARATORS = frozenset(",;/&+")
_LEAD_INS = frozenset(
    "see also e.g eg cf vgl siehe z.b z b esp especially . , : hereafter zuerst first".split()
)
# "Hall (ed., 1986)", "Liguori e Voza (a cura di, 2009)".
_ROLES = frozenset(word for mark in EDITOR_MARKS for word in mark.split())
# "Wood (1999; see also 2008)".
_SIGNALS = INTRODUCERS | frozenset(("also", "siehe", "por", "comparar", "confronta", "even", "."))
_ORIGINAL = re.compile(r"\s?[\[(]\s?1[4-9]\d\d\s?[\])]\s?")
_MOST_WORDS = 4


def leads_in(text: str, opened: int, year: int) -> bool:
    """Whether nothing but "see", "ed." or the year of the original stands from the bracket at
    *opened* to the year at *year*.
    """
    if _ORIGINAL.fullmatch(text, opened + 1, year):
        return True
    words = words_before(text, year, opened + 1)
    return len(words) <= _MOST_WORDS and all(
        word.folded in _LEAD_INS or word.folded in _ROLES for word in words
    )


def joins_years(between: Sequence[Word]) -> bool:
    """Whether the words *between* two years say that both are of one author: "; see also"."""
    if not between or not (between[0].kind is Kind.AND or between[0].text in SEPARATORS):
        return False
    return all(
        word.kind is Kind.AND or word.text in SEPARATORS or word.folded in _SIGNALS
        for word in between[1:]
    )


def is_original_year(text: str, year: Year, closes: Mapping[int, int]) -> bool:
    """Whether this is the "[1913]" of "Husserl [1913] 1982"; *closes* tells where brackets do."""
    close = closes.get(year.open, -1)
    if close != year.end or text[year.open + 1 : year.start].strip():
        return False
    after = text[close + 1 : close + 6].strip()
    return len(after) >= 4 and after[:4].isdigit()

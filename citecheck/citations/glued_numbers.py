"""Superscripts that lost their height in copied text: "a year.1 The review2 was criticised.3,4"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

_GLUED = re.compile(
    r"(?<=[^\W\d_]{2})[.,;:)”’\"]{0,2}(?<!\d)(\d{1,3}(?:[,–-]\d{1,3}){0,8})(?=[\s,;:)]|\.\s|\.?$)",
    re.MULTILINE,
)
_NUMBERS = re.compile(r"\d+")
_SHORTEST_WORD = 3
_REACH = 24
_SHARE = 0.8
_FEWEST = 3


class Glued(NamedTuple):
    """``text[start:end]`` gives the numbers ``first`` to ``last``."""

    start: int
    end: int
    first: int
    last: int


def glued_numbers(text: str, numbers: frozenset[int]) -> list[Glued]:
    """The numbers at the ends of words, [] unless they count through most of the list in order.

    *numbers* are those that the list bears. Formulas ("CO2", "CD4") are not among the hits.
    """
    highest = 0
    found: list[Glued] = []
    for hits in _groups(text):
        group_end = max(hit.last for hit in hits)
        known = highest
        for hit in hits:
            if hit.first > known + 1:
                break
            known = max(known, hit.last)
        else:
            if group_end <= max(numbers):
                highest = max(highest, group_end)
                found += hits
    enough = highest >= max(_FEWEST, _SHARE * len(numbers))
    return found if enough else []


def _groups(text: str) -> Iterator[Sequence[Glued]]:
    """The numbers at the end of each word, ranges joined."""
    for match in _GLUED.finditer(text):
        if not _is_plain_word(text, match.start()):
            continue
        places = list(_NUMBERS.finditer(text, match.start(1), match.end(1)))
        hits = [Glued(p.start(), p.end(), int(p[0]), int(p[0])) for p in places]
        for one, other in pairwise(tuple(hits)):
            if text[one.end : other.start] in ("–", "-") and one in hits:
                hits[hits.index(one)] = Glued(one.start, other.end, one.first, other.last)
                hits.remove(other)
        if all(0 < hit.first <= hit.last for hit in hits):
            yield hits


def _is_plain_word(text: str, end: int) -> bool:
    """Whether the word that ends at *end* is one of sentences, no formula."""
    start = end
    while start > max(0, end - _REACH) and text[start - 1].isalpha():
        start -= 1
    return end - start >= _SHORTEST_WORD and text[start + 1 : end].islower()

"""Whom the sentence before a parenthesis names: "As Smith and Jones say, ... (34)"."""

import re
from collections.abc import Iterator

from citecheck.citations.known import Known
from citecheck.citations.words import REACH, Kind, words_before
from citecheck.model import CitedName, Span

_SENTENCE = re.compile(r"[.?!…][”\"’')]{0,2}\s+(?=[\w“\"‘«„(])|\n\s*\n")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]|\b(?:Dr|Mr|Mrs|Ms|St|cf|vol|no|pp?))\.$")
_IN_BRACKETS = re.compile(r"\([^()]{0,200}\)")
_LONGEST = 4
"""Words of a family name, or of an organisation's, in a sentence."""
_POSSESSIVES = ("'s", "’s", "'", "’")


def named_before(text: str, end: int, known: Known) -> tuple[CitedName, ...]:
    """The listed author whom the sentence that ends at *end* names, or the authors of one work;
    () if there is none, or if works of several may be meant.
    """
    start = sentence_start(text, end)
    closed = text.rfind(")", start, end) + 1  # what stood before was cited there
    found = {name.family: name for name in listed_names(text, closed or start, end, known)}
    if closed and not found:
        found = {name.family: name for name in listed_names(text, start, end, known)}
    names = tuple(found.values())
    leading = tuple(name for name in names if known.leads(name.family))
    if len(names) > 1 and leading and known.together(*found):
        return (*leading[:1], *(name for name in names if name is not leading[0]))
    return leading if len(leading) == 1 else ()


def listed_names(text: str, start: int, end: int, known: Known) -> Iterator[CitedName]:
    """The listed names in ``text[start:end]`` that stand in no brackets, each as long as can be."""
    inside = [match.span() for match in _IN_BRACKETS.finditer(text, start, end)]
    words = words_before(text, end, start)
    index = 0
    while index < len(words):
        word, size = words[index], 0
        if word.kind is Kind.CAPITALISED and not any(a < word.start < b for a, b in inside):
            for size in range(min(_LONGEST, len(words) - index), 0, -1):
                last = words[index + size - 1]
                family = _without_possessive(" ".join(text[word.start : last.end].split()))
                if last.kind is Kind.CAPITALISED and known.has(family):
                    span = Span(start=word.start, end=word.start + len(family))
                    yield CitedName(family=family, span=span)
                    break
            else:
                size = 0
        index += max(1, size)


def sentence_start(text: str, end: int) -> int:
    """Where the sentence begins that goes on at *end*, at most a few hundred characters before."""
    start = max(0, end - REACH)
    for stop in _SENTENCE.finditer(text, start, end):
        if not _ABBREVIATED.search(text, max(start, stop.start() - 6), stop.start() + 1):
            start = stop.end()
    return start


def _without_possessive(word: str) -> str:
    for sign in _POSSESSIVES:
        if word.endswith(sign):
            return word.removesuffix(sign)
    return word

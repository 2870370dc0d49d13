"""The sentences of what follows the names: where a title may end and something else begins."""

import re
from itertools import pairwise

from citecheck.language.abbreviations import abbreviations
from citecheck.language.folding import fold
from citecheck.parsing.claims import Claims, Place, trim

_END = re.compile(r"([.?!。？！])(?<=[^\s\x00].)[”\"’)*_]{0,2}(?=\s|[。])")
_LAST_WORD = re.compile(r"[^\W\d_][\w\u0300-\u036f'’-]{0,29}$")
# "Cerâm. Ind.": a short dotted word next to another is abbreviated.
_NEXT_DOTTED = re.compile(r"\s[^\W\d_]{1,8}\.(?=\s)")
_DOTTED_BEFORE = re.compile(r"(?:^|\s)([^\W\d_a-z][^\W\d_]{0,7})\.\s$")
# "zum 60. Geburtstag", "des 5. Kongresses"
_ORDINAL = re.compile(r"(?<!\w)(?:zum|am|vom|der|des|im|dem|den|die|das|zur) \d{1,2}$")
_LONG_WORD_BEFORE = re.compile(r"(?<!\w)[^\W\d_A-Z]{4,20}\s$")
_WORD = re.compile(r"[^\W_]")
_EDGES = frozenset(" .,;:/–—-|\x00•·=&、，。：；")
_MOST_BRACKETS = 20
_PAIRS = {")": "(", "]": "["}


def segments(claims: Claims, start: int, end: int | None = None) -> list[Place]:
    """The unclaimed sentences between two places, in order, without punctuation around them."""
    found = []
    for at, last in claims.pieces(start, end):
        stops = sentence_ends(claims.free, at, last)
        if (opening := _unclosed(claims.free, at, last)) is not None:
            stops = [*(stop for stop in stops if stop <= opening), opening + 1]
        edges = [at, *stops, last]
        found += [tidy(claims.free, *pair) for pair in pairwise(edges)]
    return [place for place in found if _WORD.search(claims.free, *place)]


def _unclosed(text: str, start: int, end: int) -> int | None:
    """Where a parenthesis opens that closes only behind a claimed place: "(Berlin, 2019)"."""
    opening = text.rfind("(", start, end)
    return opening if opening > start and ")" not in text[opening:end] else None


def sentence_ends(text: str, start: int, end: int) -> list[int]:
    """The offsets right behind the full stops that end a sentence between *start* and *end*."""
    return [
        match.end() for match in _END.finditer(text, start, end) if _ends(text, match, start, end)
    ]


def _ends(text: str, match: re.Match[str], start: int, end: int) -> bool:
    if match[1] in "。？！":
        return True
    rest = text[match.end() : min(end, match.end() + 3)].lstrip(" ")
    if not rest or rest[0] in ",;:.)&" or (rest[0].islower() and not rest[1:2].isupper()):
        return False
    if match[1] != ".":
        return True
    word = _LAST_WORD.search(text, max(start, match.start() - 30), match.start())
    if word is None:
        ordinal = _ORDINAL.search(text, max(start, match.start() - 8), match.start())
        return not (ordinal or text[start : match.start()].strip(" ").isdigit())
    if len(word[0]) == 1:
        return (
            word[0].isupper()
            and _LONG_WORD_BEFORE.search(text, max(start, word.start() - 22), word.start())
            is not None
        )
    if fold(word[0]) in abbreviations():
        return False
    return not _is_abbreviated(text, word, match.end(), (start, end))


def _is_abbreviated(text: str, word: re.Match[str], stop: int, piece: Place) -> bool:
    """Whether a short word is abbreviated, as its dotted neighbours are: "Cerâm. Ind."."""
    if not word[0][0].isupper() or len(word[0]) > 8:
        return False
    start = word.start()
    followed = _NEXT_DOTTED.match(text, stop, piece[1]) is not None
    before = _DOTTED_BEFORE.search(text, max(piece[0], start - 12), start)
    if before is None:
        return followed and not text[piece[0] : start].strip(" ,")
    return followed or len(before[1]) > 1


def tidy(text: str, start: int, end: int) -> Place:
    """The place without punctuation around it, brackets kept where both stand inside."""
    if start < end and text[start].isalnum() and text[end - 1].isalnum():
        return start, end  # as most do
    start, end = trim(text, start, end, _EDGES)
    for _ in range(_MOST_BRACKETS):
        if end <= start:
            break
        last, first = text[end - 1], text[start]
        opening = _PAIRS.get(last)
        if opening and text.count(opening, start, end) < text.count(last, start, end):
            end -= 1
        elif first in "([" and _closes_early(text, start, end):
            start += 1
        elif last in "([" or (last in "*_" and text.count(last, start, end) == 1):
            end -= 1
        elif first in ")]" or (first in "*_" and text.count(first, start, end) == 1):
            start += 1
        elif first == last and first in "*_" and end - start > 2:
            start, end = start + 1, end - 1
        else:
            break
        start, end = trim(text, start, end, _EDGES)
    return start, end


def _closes_early(text: str, start: int, end: int) -> bool:
    """Whether the bracket that opens the place is not closed inside it, or encloses it all."""
    close = text.find(")" if text[start] == "(" else "]", start, end)
    return close < 0 or close == end - 1

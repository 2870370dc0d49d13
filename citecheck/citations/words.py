"""The words and signs before a year, told apart by what they can be in a name."""

import re
import unicodedata
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from citecheck.citations.vocabulary import LINKS
from citecheck.language.connectors import AND_SIGNS, AND_WORDS, PARTICLES
from citecheck.language.folding import fold

# So far before a year its first author may stand.
REACH = 320
# A line that ends sooner is taken for a heading or a whole paragraph, not for a wrapped line.
_WRAPPED = 40

# Within a run of Chinese characters: "and others", "and", and how long the names beside it are.
_HAN_ET_AL = ("等人", "等", "他")
_HAN_AND = ("和", "与", "與", "及")
_HAN_LEFT, _HAN_RIGHT = 6, 4

_LETTER = r"(?:\w|[\u0300-\u036f])"
_TOKEN = re.compile(
    rf"(?P<word>[^\W\d_]{_LETTER}*(?:(?:[.'’ʼ`´‐‑-]{{1,2}}|[-‐\u00ad]\n[ \t]{{0,3}}){_LETTER}+)*)"
    r"|(?P<particle>['’][tns](?=\s))|(?P<number>\d+)|(?P<line>\n)|(?P<sign>\S)"
)


# Where a word goes on in the next line: "Man-" and "ning", "Esping-" and "Andersen".
_BROKEN = re.compile(r"[-‐\u00ad]?\n[ \t]*(?=[a-zà-ÿ])|(?<=[-‐])\n[ \t]*")


class Kind(Enum):
    """What a word or sign can be."""

    CAPITALISED = "capitalised"
    INITIAL = "initial"
    PARTICLE = "particle"
    LINK = "link"
    AND = "and"
    HAN = "han"
    LOWER = "lower"
    NUMBER = "number"
    SIGN = "sign"
    BREAK = "break"


class Word(NamedTuple):
    """A word, number or sign at ``start``; ``folded`` without case, accents or final point."""

    kind: Kind
    text: str
    start: int
    end: int
    folded: str


@lru_cache(maxsize=8)  # a year is looked at in several ways
def words_before(text: str, end: int, limit: int) -> tuple[Word, ...]:
    """The words of ``text[limit:end]``, at most the last few hundred characters of it."""
    start = max(limit, end - REACH)
    if start > limit:
        while start < end and (text[start].isalnum() or text[start - 1].isalnum()):
            start += 1
    words: list[Word] = []
    for match in _TOKEN.finditer(text, start, end):
        kind, written = match.lastgroup or "sign", match.group()
        if kind == "line":
            if not _is_wrapped(text, match.start()):
                words.append(Word(Kind.BREAK, written, *match.span(), written))
            continue
        start = match.start()
        if "\n" in written:
            written = _BROKEN.sub("", written)
        if kind == "word" and not written.isascii() and max(written) >= "\u3005":
            words += _east_asian(written, start)
            continue
        folded = fold(written)
        words.append(Word(_kind(kind, written, folded), written, start, match.end(), folded))
    return tuple(words)


def _east_asian(written: str, start: int) -> Iterator[Word]:
    """The words of a run of letters that holds Chinese or Japanese ones, parted by script."""
    for script, group in groupby(written, _script):
        run = "".join(group)
        for part in _han_parts(run) if script is Kind.HAN else (run,):
            folded = fold(part)
            kind = script or _kind_of_word(part, folded)
            if kind is Kind.HAN:
                kind = _kind_of_han(part)
            yield Word(kind, part, start, start + len(part), folded)
            start += len(part)


def _script(char: str) -> Kind | None:
    """HAN for Chinese characters and katakana, LOWER for hiragana, None for all others."""
    if "\u3041" <= char <= "\u309f":
        return Kind.LOWER
    return Kind.HAN if "\u3005" <= char <= "\u9fff" else None


def _han_parts(run: str) -> tuple[str, ...]:
    """A run of Chinese characters parted at "and others" and, between short names, at "and"."""
    ending = next((end for end in _HAN_ET_AL if run.endswith(end) and len(run) > len(end)), "")
    rest, last = run.removesuffix(ending), (ending,) if ending else ()
    for index in range(len(rest) - 2, 1, -1):
        if rest[index] in _HAN_AND and index <= _HAN_LEFT and len(rest) - index - 1 <= _HAN_RIGHT:
            return (rest[:index], rest[index], rest[index + 1 :], *last)
    return (rest, *last)


def _is_wrapped(text: str, newline: int) -> bool:
    """Whether the line that ends here goes on in the next, the name may be across the break."""
    start = text.rfind("\n", max(0, newline - 200), newline) + 1
    after = text[newline + 1 : newline + 2]
    return newline - start >= _WRAPPED and not after.isspace() and bool(after)


def _kind(group: str, written: str, folded: str) -> Kind:
    if group == "word":
        return _kind_of_word(written, folded)
    if group == "sign":
        return Kind.AND if written in AND_SIGNS else Kind.SIGN
    return Kind.NUMBER if group == "number" else Kind.PARTICLE


def _kind_of_han(written: str) -> Kind:
    if written in _HAN_AND:
        return Kind.AND
    return Kind.LOWER if written in _HAN_ET_AL else Kind.HAN


@lru_cache(maxsize=8_192)
def _kind_of_word(written: str, folded: str) -> Kind:
    if any(char.isupper() for char in written):
        return Kind.INITIAL if _is_initials(written) else Kind.CAPITALISED
    if not written[0].islower():
        return Kind.CAPITALISED  # a script without case
    if written in AND_WORDS:
        return Kind.AND
    if written in PARTICLES:
        return Kind.PARTICLE
    return Kind.LINK if folded in LINKS else Kind.LOWER


def _is_initials(written: str) -> bool:
    """Whether "J", "J.R", "J.-P" or "Yu." could be initials: capitals with points between."""
    plain = unicodedata.normalize("NFC", written)
    parts = re.split(r"[.\-‐‑’']+", plain)
    return all(len(part) == 1 and part.isupper() for part in parts if part)

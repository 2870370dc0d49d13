"""The words of a name list, each with the part that it may play in a name."""

import re
from functools import cache, lru_cache
from typing import Final, NamedTuple

from citecheck.language.connectors import AND_SIGNS, AND_WORDS, ET_AL_WORDS, PARTICLES, SUFFIXES
from citecheck.language.folding import fold
from citecheck.parsing.roles import variable_of


class Kind:
    """What a token may be. ``CAPS`` is short and all capitals: initials, or a name in capitals.

    ``IDEOGRAPHIC`` is a word without letter case: Chinese, Japanese, Korean and other scripts.
    """

    INITIAL: Final = "I"
    CAPS: Final = "U"
    NAME: Final = "C"
    IDEOGRAPHIC: Final = "Z"
    PARTICLE: Final = "p"
    SUFFIX: Final = "s"
    AND: Final = "&"
    OTHERS: Final = "e"
    COMMA: Final = ","
    SEMICOLON: Final = ";"
    OPEN: Final = "("
    COLON: Final = ":"
    STOP: Final = "."
    OTHER: Final = "x"
    END: Final = "$"


class Token(NamedTuple):
    """A word or mark with its place; ``dotted`` if a full stop belongs to it."""

    kind: str
    start: int
    end: int
    text: str
    dotted: bool = False


_LETTERS = "[^\\W\\d_]\\w*(?:[\u0300-\u036f]\\w*)*"
_JOINED = "(?:['’‘`´ʼʹ‐‑-]|(?<=[ァ-ヺー])・(?=[ァ-ヺ]))"  # "ウー・ツァイファ" is one name
_TOKEN = re.compile(rf"[-‐‑–]?{_LETTERS}(?:{_JOINED}{_LETTERS})*\.?|['’]t\b|[^\s]")
# "Vasiliki (Vivian) Iliadou"; a mark such as "(Eds.)" stands before punctuation or a date.
_NICKNAME = re.compile(r"\([^\W\d_]{3,12}\)(?=\s[^\W\d_]|,\s[^\W\d_])")
_MARKS = {
    ",": Kind.COMMA, "，": Kind.COMMA, "、": Kind.COMMA, "・": Kind.COMMA, ";": Kind.SEMICOLON,
    "；": Kind.SEMICOLON, "/": Kind.SEMICOLON, "·": Kind.SEMICOLON, "(": Kind.OPEN,
    "（": Kind.OPEN, "[": Kind.OPEN, ":": Kind.COLON, "：": Kind.COLON, ".": Kind.STOP,
    "。": Kind.STOP,
}  # fmt: skip
_OPENS_OTHERS = frozenset(("u.", "m.", "等", "等.", "他", "他.", "ほか"))
_token = tuple.__new__  # a tenth of the time of the constructor in Python
_AND = frozenset(AND_WORDS)
_AND_SIGNS = frozenset(AND_SIGNS) - {"+"}


@cache
def _others() -> re.Pattern[str]:
    words = sorted(ET_AL_WORDS, key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))})\.?(?!\w)", re.IGNORECASE)


def tokenise(text: str, start: int, end: int) -> list[Token]:
    """The tokens of ``text[start:end]``, and at last three of kind ``END`` to look ahead to."""
    tokens: list[Token] = []
    done = start
    for match in _TOKEN.finditer(text, start, end):
        at, stop = match.span()
        if at < done:
            continue
        word = match[0]
        kind, dotted, opens = _shape(word)
        if opens and (longer := _longer(text, at, end, Token(kind, at, stop, word, dotted))):
            done = longer[1]
            tokens += longer[0]
            continue
        tokens.append(_token(Token, (kind, at, stop, word, dotted)))
    last = Token(Kind.END, end, end, "")
    tokens += (last, last, last)
    return tokens


def _longer(text: str, start: int, end: int, token: Token) -> tuple[list[Token], int] | None:
    """What a word or mark opens or holds, if it is no token by itself, and where that ends."""
    word, kind = token.text, token.kind
    if word == "(":
        nickname = _NICKNAME.match(text, start, end)
        said = nickname and not variable_of(nickname[0])  # and no "Vos B (Hrsg) Rivers"
        return ([], nickname.end()) if nickname and said else None
    if kind == Kind.IDEOGRAPHIC and word not in _OPENS_OTHERS:  # "王小明等"
        cut = token.end - 1 - token.dotted
        name = Token(kind, start, cut, text[start:cut])
        return [name, Token(Kind.OTHERS, cut, token.end, text[cut : token.end])], token.end
    others = _others().match(text, start, end)
    return ([Token(Kind.OTHERS, start, others.end(), others[0])], others.end()) if others else None


@lru_cache(maxsize=16_384)
def _shape(word: str) -> tuple[str, bool, bool]:
    """The kind of a word, whether it is dotted, and whether it may open, or hold, another token."""
    kind = _MARKS.get(word) or _kind_of(word)
    dotted = len(word) > 1 and word[-1] == "."
    listed = kind == Kind.IDEOGRAPHIC and len(word) > 2 + dotted and word[-1 - dotted] == "等"
    return kind, dotted, listed or word == "(" or kind == Kind.AND or word in _OPENS_OTHERS


def _special(word: str) -> str | None:
    """The kind of a small word that no shape tells."""
    folded = fold(word)
    if word in _AND_SIGNS or (folded in _AND and (word.islower() or _stands_out(word))):
        return Kind.AND
    if folded.rstrip(".") in SUFFIXES:
        return Kind.SUFFIX
    if folded in PARTICLES and (word.islower() or (word.isupper() and len(word) > 2)):
        return Kind.PARTICLE
    return None


def _stands_out(word: str) -> bool:
    """Whether a conjunction is in capitals, or has no case; two capitals are rather initials."""
    return (
        (len(word) > 2 and word.isupper()) or word in ("And", "Und") or word.upper() == word.lower()
    )


def _kind_of(word: str) -> str:
    bare = word.rstrip(".").lstrip("-‐‑–")
    size = len(bare)
    if size <= 6 and (special := _small(word, bare)):
        return special
    if not bare[:1].isalpha():
        return Kind.OTHER
    if bare[0].islower():
        return Kind.OTHER if bare.islower() or not _joined_capital(bare) else Kind.NAME
    if size <= 5 and (short := _short(word, bare)):
        return short
    if not bare.isalpha() and any(char.isdigit() for char in bare):
        return Kind.OTHER
    return Kind.NAME if bare[0].isupper() else Kind.IDEOGRAPHIC


def _small(word: str, bare: str) -> str | None:
    if word == "v.":
        return Kind.PARTICLE
    if word[-1:] == "." and (len(bare) == 1 or bare == "ed"):
        return None
    return _special(bare)


def _joined_capital(word: str) -> bool:
    """Whether a capital follows a lower-case beginning: "d'Alembert", "al-Hassan", "deVries"."""
    return any(char.isupper() for char in word[1:])


def _short(word: str, bare: str) -> str | None:
    """The kind of initials or capitals."""
    if len(bare) == 2 and word[-1] == "." and bare[1].islower():  # "Th."
        return Kind.INITIAL
    if not bare.isupper():
        return None
    return Kind.INITIAL if len(bare) == 1 else _short_capitals(bare)


def _short_capitals(word: str) -> str:
    letters = word.replace("-", "").replace("‐", "").replace("‑", "")
    if len(letters) < len(word) and all(len(part) == 1 for part in re.split("[-‐‑]", word)):
        return Kind.INITIAL
    return Kind.CAPS if len(letters) <= 4 else Kind.NAME

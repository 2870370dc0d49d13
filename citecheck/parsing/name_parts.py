"""What all forms of names share: the find itself, and what may stand in and behind a name."""

from functools import lru_cache
from typing import NamedTuple

from citecheck.language.folding import fold
from citecheck.language.given_names import given_names
from citecheck.language.organisation_words import organisation_words
from citecheck.parsing.tokens import Kind, Token

WORDS = frozenset((Kind.NAME, Kind.CAPS))
INITIALS = frozenset((Kind.INITIAL, Kind.CAPS, Kind.SUFFIX))
FAMILY_PARTS = WORDS | {Kind.PARTICLE}
NAME_PARTS = WORDS | INITIALS | {Kind.PARTICLE}
LIST_MARKS = frozenset((Kind.COMMA, Kind.SEMICOLON, Kind.AND))
LIST_GOES_ON = LIST_MARKS | {Kind.OTHERS}
AFTER_NAME = LIST_GOES_ON | {Kind.OPEN, Kind.COLON, Kind.STOP, Kind.END}


class Found(NamedTuple):
    """One name in the tokens.

    ``first`` and ``end`` are token indices. ``final`` says that a full stop closed the list,
    ``initials`` that initials stand for the given names. ``form`` is "inverted", "natural",
    "family-first", "ideographic", "bare" (no given names) or "organisation" (then ``family``
    holds its whole name).
    """

    family: str
    given: str
    suffix: str
    particle: str
    first: int
    end: int
    form: str
    final: bool = False
    initials: bool = False


def join(tokens: list[Token]) -> str:
    """The tokens as written, with a blank where white space divided them."""
    if len(tokens) < 2:
        return tokens[0].text if tokens else ""
    parts: list[str] = []
    for index, token in enumerate(tokens):
        if index and token.start > tokens[index - 1].end:
            parts.append(" ")
        parts.append(token.text)
    return "".join(parts)


def join_given(tokens: list[Token]) -> str:
    """Given names; a full stop behind a whole word closes the list and is not kept."""
    text = join(tokens)
    return text[:-1] if tokens and tokens[-1].dotted and tokens[-1].kind != Kind.INITIAL else text


def split_particle(tokens: list[Token]) -> tuple[str, str]:
    """The particle before a family name, and the family name."""
    if len(tokens) < 2 or tokens[0].kind != Kind.PARTICLE:
        return "", join(tokens).rstrip(".")
    index = 1
    while index < len(tokens) - 1 and tokens[index].kind == Kind.PARTICLE:
        index += 1
    return join(tokens[:index]), join(tokens[index:]).rstrip(".")


def suffix_behind(tokens: list[Token], end: int, suffix: str) -> tuple[int, str]:
    """Past ", Jr." behind the given names."""
    if not suffix and tokens[end].kind == Kind.COMMA and tokens[end + 1].kind == Kind.SUFFIX:
        return end + 2, tokens[end + 1].text
    return end, suffix


def is_official(tokens: list[Token]) -> bool:
    """Whether a word of an organisation's name is among *tokens*."""
    return any(map(_is_of_organisations, [token.text for token in tokens]))


@lru_cache(maxsize=16_384)
def _is_of_organisations(word: str) -> bool:
    return fold(word.rstrip(".")) in organisation_words()


@lru_cache(maxsize=16_384)
def is_given(word: str) -> bool:
    """Whether *word* is a common given name."""
    return fold(word.rstrip(".")) in given_names()

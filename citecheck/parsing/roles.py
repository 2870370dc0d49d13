"""The marks that make names editors or translators: "(eds.)", ", Hrsg.", "edited by"."""

import re
from functools import cache
from typing import NamedTuple

from citecheck.language.connectors import EDITOR_MARKS, TRANSLATOR_MARKS
from citecheck.language.folding import fold
from citecheck.language.role_words import (
    AUTHOR_MARKS,
    DIRECTED_BY,
    DIRECTOR_MARKS,
    EDITED_BY,
    TRANSLATED_BY,
)
from citecheck.parsing.claims import Claims

_BEHIND = re.compile(
    r"[\s,.;]{0,3}(?:[(\[（]\s?([^()\[\]（）\x00\d]{1,40}?)\s?[)\]）]|"
    r"([^\W\d_]{2,14}(?:\.(?=[\s,:)]|$)|(?=,|\s?$|:|\x00|\s\())))"
)
_WORDS = re.compile(r"[^\W\d_]+")
_PHRASE_START = re.compile(r"\b[^\W\d_]+")
_PHRASE_END = re.compile(r"\.?\s")

LONGEST_PHRASE = 30
"""Characters of a phrase at most: "sous la direction de "."""


class Role(NamedTuple):
    """What the names are ("editor", "translator", "director"), and where the mark ends."""

    variable: str
    end: int


@cache
def _variables() -> dict[str, str]:
    return (
        dict.fromkeys(TRANSLATOR_MARKS, "translator")
        | dict.fromkeys(DIRECTOR_MARKS, "director")
        | dict.fromkeys(AUTHOR_MARKS, "author")
        | dict.fromkeys(EDITOR_MARKS, "editor")
    )


def variable_of(mark: str) -> str:
    """The name variable that a mark such as "eds." means, or ""."""
    words = [fold(word) for word in _WORDS.findall(mark)]
    table = _variables()
    if not words or len(words) > 5:
        return ""
    return table.get(" ".join(words)) or table.get(words[0], "")


@cache
def _telling_of_marks() -> frozenset[str]:
    """The longest word of each mark."""
    return frozenset(max(mark.split(), key=len) for mark in _variables())


def may_hold_mark(words: frozenset[str]) -> bool:
    """Whether a mark such as "eds." can stand in a text of these folded words."""
    return not _telling_of_marks().isdisjoint(words)


def free_role_behind(claims: Claims, start: int) -> Role | None:
    """``role_behind`` in what is free of an entry."""
    return role_behind(claims.free, start) if may_hold_mark(claims.words) else None


def role_behind(text: str, start: int) -> Role | None:
    """The role that a mark right behind the names at *start* gives them."""
    match = _BEHIND.match(text, start)
    if match is None:
        return None
    variable = variable_of(match[1] or match[2])
    return Role(variable, match.end()) if variable else None


@cache
def _phrases() -> dict[str, list[tuple[str, str]]]:
    """The phrases, in lower case and capitalised, with their variables, by their first words; of
    several the longest first.
    """
    table: dict[str, list[tuple[str, str]]] = {}
    roles = dict.fromkeys(EDITED_BY, "editor") | dict.fromkeys(TRANSLATED_BY, "translator")
    roles |= dict.fromkeys(DIRECTED_BY, "director")
    for phrase in sorted(roles, key=len, reverse=True):
        for form in {phrase, phrase.capitalize()}:
            first = _WORDS.findall(form)[0]
            table.setdefault(first, []).append((form, roles[phrase]))
    return table


@cache
def _telling() -> frozenset[str]:
    """The longest word of each phrase."""
    forms = [form for phrases in _phrases().values() for form, _ in phrases]
    return frozenset(max(_WORDS.findall(form), key=len) for form in forms)


@cache
def _folded() -> frozenset[str]:
    return frozenset(map(fold, _telling()))


def may_hold_phrase(words: frozenset[str]) -> bool:
    """Whether a phrase such as "edited by" can stand in a text of these folded words."""
    return not _folded().isdisjoint(words)


def role_phrase(text: str, start: int, end: int) -> tuple[int, Role] | None:
    """Where a phrase such as "edited by" or "hg. von" begins, and what names follow it."""
    table = _phrases()
    if _telling().isdisjoint(_WORDS.findall(text, start, end)):
        return None
    for word in _PHRASE_START.finditer(text, start, end):
        begin = word.start()
        for phrase, variable in table.get(word[0], ()):
            close = _PHRASE_END.match(text, begin + len(phrase), end)
            if close and text.startswith(phrase, begin):
                return begin, Role(variable, close.end())
    return None

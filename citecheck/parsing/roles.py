"""The marks that make names editors or translators: "(eds.)", ", Hrsg.", "edited by"."""

import re
from functools import cache
from typing import NamedTuple

from citecheck.language.connectors import EDITOR_MARKS, TRANSLATOR_MARKS
from citecheck.language.folding import fold
from citecheck.language.role_words import AUTHOR_MARKS, DIRECTOR_MARKS, EDITED_BY, TRANSLATED_BY

_BEHIND = re.compile(
    r"[\s,.;]{0,3}(?:[(\[（]\s?([^()\[\]（）\x00\d]{1,40}?)\s?[)\]）]|"
    r"([^\W\d_]{2,14}(?:\.(?=[\s,:)]|$)|(?=,|\s?$|:|\x00|\s\())))"
)
_WORDS = re.compile(r"[^\W\d_]+")


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


def role_behind(text: str, start: int) -> Role | None:
    """The role that a mark right behind the names at *start* gives them."""
    match = _BEHIND.match(text, start)
    if match is None:
        return None
    variable = variable_of(match[1] or match[2])
    return Role(variable, match.end()) if variable else None


@cache
def _phrases() -> re.Pattern[str]:
    # Both cases are written out: the search is three times as fast as one that ignores case.
    words = [form for word in (*EDITED_BY, *TRANSLATED_BY) for form in (word, word.capitalize())]
    words.sort(key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?=[\s.])\.?\s")


def role_phrase(text: str, start: int, end: int) -> tuple[int, Role] | None:
    """Where a phrase such as "edited by" or "hg. von" begins, and what names follow it."""
    match = _phrases().search(text, start, end)
    if match is None:
        return None
    phrase = match[0].strip().rstrip(".").casefold()
    variable = "translator" if phrase in TRANSLATED_BY else "editor"
    return match.start(), Role(variable, match.end())

"""Emphasis in author lists, "Smith, J., *et al*. 2001", and in titles: "**Salt**: a river"."""

import re

from citecheck.language.connectors import ET_AL_WORDS
from citecheck.language.folding import letters

_EMPHASIS = re.compile(r"([*_](?<![*_\w].)[*_]{0,2})([^\W\d_][^*_\n]{1,16})\1(\.?)")
_WITHIN = re.compile(
    r"(?<![*\w])\*{1,3}([^*]{1,300})\*{1,3}(?!\w)|(?<![_\w])_{1,3}([^_]{1,300})_{1,3}(?!\w)"
)
_FORMS = frozenset(map(letters, ET_AL_WORDS))


def with_plain_et_al(text: str) -> str:
    """*text* with no emphasis on "et al." and its like; the places of all else stay."""
    return _EMPHASIS.sub(_plain, text) if "al" in text and ("*" in text or "_" in text) else text


def without_emphasis(text: str, start: int, end: int) -> str:
    """The words at a place, without the marks of emphasis in them, or right before them."""
    if "*" not in text[start:end] and "_" not in text[start:end]:
        return text[start:end]
    first = start
    while first > 0 and text[first - 1] in "*_":
        first -= 1
    return _WITHIN.sub(r"\1\2", text[first:end]).lstrip("*_")


def _plain(match: re.Match[str]) -> str:
    if letters(match[2]) not in _FORMS:
        return match[0]
    point = match[3] if not match[2].endswith(".") else ""
    return f"{match[2]}{point}".ljust(len(match[0]))

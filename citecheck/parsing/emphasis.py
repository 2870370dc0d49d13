"""Emphasis in author lists: "Smith, J., *et al*. 2001"."""

import re

from citecheck.language.connectors import ET_AL_WORDS
from citecheck.language.folding import letters

_EMPHASIS = re.compile(r"([*_](?<![*_\w].)[*_]{0,2})([^\W\d_][^*_\n]{1,16})\1(\.?)")
_FORMS = frozenset(map(letters, ET_AL_WORDS))


def with_plain_et_al(text: str) -> str:
    """*text* with no emphasis on "et al." and its like; the places of all else stay."""
    return _EMPHASIS.sub(_plain, text) if "al" in text and ("*" in text or "_" in text) else text


def _plain(match: re.Match[str]) -> str:
    if letters(match[2]) not in _FORMS:
        return match[0]
    point = match[3] if not match[2].endswith(".") else ""
    return f"{match[2]}{point}".ljust(len(match[0]))

"""What is left of an entry, without the words that lead to a value: "In", "pp.", "(Ed.)"."""

import re

from citecheck.language.connectors import HOST_WORDS
from citecheck.language.folding import fold
from citecheck.language.locator_words import labels
from citecheck.model import Span
from citecheck.parsing.claims import Claims, trim
from citecheck.parsing.roles import variable_of

_WORD = re.compile(r"\w")
_LONGEST = 24  # characters


def leftovers(claims: Claims) -> tuple[Span, ...]:
    """The unclaimed stretches that say something, without the punctuation around them."""
    found: list[Span] = []
    for piece in claims.pieces() if claims.has_words() else ():
        start, end = trim(claims.free, *piece)
        if _WORD.search(claims.free, start, end) and not _leads(claims.free[start:end]):
            found.append(claims.span(start, end))
    return tuple(found)


def _leads(text: str) -> bool:
    """Whether such a word stands by itself: it is no value, and yet understood."""
    if len(text) > _LONGEST:
        return False
    word = fold(text.rstrip(".:"))
    return word in HOST_WORDS or word in labels() or bool(variable_of(text))

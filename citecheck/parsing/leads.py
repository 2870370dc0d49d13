"""Words that are no value and yet understood, since they lead to one: "In", "pp.", "(Ed.)"."""

from citecheck.language.folding import fold
from citecheck.language.locator_words import labels
from citecheck.parsing.claims import Claims, trim
from citecheck.parsing.roles import variable_of

_HOSTS = frozenset("in em en dans".split())
_LONGEST = 24  # characters


def without_leads(claims: Claims) -> Claims:
    """The entry with such words claimed where they stand by themselves."""
    for piece in claims.pieces() if claims.has_words() else ():
        start, end = trim(claims.free, *piece)
        if 0 < end - start <= _LONGEST and _leads(claims.free[start:end]):
            claims = claims.take((start, end))
    return claims


def _leads(text: str) -> bool:
    word = fold(text.rstrip(".:"))
    return word in _HOSTS or word in labels() or bool(variable_of(text))

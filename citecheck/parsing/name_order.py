"""Names written family name first without a comma: "Foucault Michel, Title", as in France."""

from citecheck.language.folding import fold
from citecheck.language.organisation_words import organisation_words
from citecheck.model import Name
from citecheck.parsing.claims import Claims
from citecheck.parsing.name_parts import is_given


def in_order(claims: Claims) -> Claims:
    """With family and given names exchanged where each given name is at the end of its name.

    A common given name behind a word that is none shows it; one name that is written otherwise
    shows that all are.
    """
    for variable in ("author", "editor"):
        names = claims.fields.get(variable) or ()
        if names and all(_is_family_first(claims, name) for name in names):
            claims = claims.having(**{variable: tuple(map(_exchanged, names))})
    return claims


def _is_family_first(claims: Claims, name: Name) -> bool:
    if name.span is None or name.suffix or name.non_dropping_particle:
        return False
    words = name.literal.split() if name.literal else [name.given, name.family]
    if len(words) != 2 or not is_given(words[1]) or _written(claims, name) != words:
        return False
    first = words[0]
    if claims.entry[_end(claims, name) :].lstrip()[:1] not in tuple(",(;&/"):
        return False
    if not first[:1].isupper() or len(first) < 3 or first.endswith("."):
        return False
    return not is_given(first) and fold(first) not in organisation_words()


def _written(claims: Claims, name: Name) -> list[str]:
    """The words of a name as they stand in the entry."""
    if name.span is None:
        return []
    start = claims.at(name.span.start)
    return claims.entry[start : _end(claims, name)].split()


def _end(claims: Claims, name: Name) -> int:
    return claims.at(name.span.end) if name.span else 0


def _exchanged(name: Name) -> Name:
    family, given = (name.literal or f"{name.given} {name.family}").split()
    return Name(family=family, given=given, span=name.span)

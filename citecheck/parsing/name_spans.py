"""Names at a place that is known to hold them and nothing else."""

import re

from citecheck.language.folding import fold
from citecheck.model import Name
from citecheck.parsing.claims import GAP, Claims, Place, trim
from citecheck.parsing.name_lists import read_name_list
from citecheck.parsing.people import to_name
from citecheck.parsing.plain_names import plain_names
from citecheck.parsing.roles import free_role_behind
from citecheck.parsing.tokens import Kind, tokenise

_INITIALS = re.compile(r"[^\W\d_a-z](?:[\s.-]{1,3}[^\W\d_a-z]){0,3}\.?")
_ACRONYM = re.compile(r"(?:(?:\.|\s[–—-])\s|\s\()([A-Z]{2,8})$")
_LONGEST_ACRONYM = 14  # characters, with the marks around it
_FEWEST_WORDS = 3  # of an organisation that is known by an acronym
_ANY_WORD = re.compile(r"[^\W\d_]+")
_JOINING = frozenset("and und et al y e u a og och others eds ed hrsg hg и".split())
_OTHERS_BEHIND = re.compile(r"[\s,;.]{0,3}(?=[^\W\d_A-Z])")


def read_people_at(
    claims: Claims, place: Place, variable: str = "author", limit: int | None = None
) -> Claims:
    """Claim the names that stand at *place* and nowhere else, and the mark of their role before
    *limit*, where something else begins.
    """
    names, others = names_within(claims, place)
    if more := _OTHERS_BEHIND.match(claims.free, place[1]):
        tokens = tokenise(claims.free, more.end(), min(len(claims.free), more.end() + 14))
        if tokens[0].kind == Kind.OTHERS:
            others, place = True, (place[0], tokens[0].end)
    role = free_role_behind(claims, place[1])
    if role and limit is not None and role.end > limit:  # "A. Lie. Org. Synth. 5"
        role = None
    end = role.end if role else place[1]
    claims = claims.take((place[0], end)).from_body(end)
    return claims.having(**{role.variable if role else variable: names, "others": others})


def names_within(claims: Claims, place: Place) -> tuple[tuple[Name, ...], bool]:
    """The names at a place that holds nothing else, and whether "et al." is among them.

    What is no person is an organisation.
    """
    if organisation := shortened(claims, place):
        return (organisation,), False
    end = place[1] + (claims.free[place[1] : place[1] + 1] == ".")
    tokens = tokenise(claims.free, place[0], end)
    names: list[Name] = []
    others, first, unread = False, 0, place[0]
    while tokens[first].kind != Kind.END:
        listed = read_name_list(tokens[first:])
        if listed.names:
            names += _unread(claims, unread, tokens[first].start)
            names += [to_name(claims, tokens[first:], name) for name in listed.names]
            unread = tokens[first + listed.end - 1].end
        others = others or listed.others
        first += max(1, listed.end)
    names += _unread(claims, unread, place[1], 2 if not names else 4)
    if not _covers(claims, place, names) and (plain := plain_names(claims, (place[0], end))):
        return plain, others
    return tuple(names), others


def shortened(claims: Claims, place: Place) -> Name | None:
    """An organisation with its own acronym behind it: "RIVER BOARD OF THE SOUTH. RBS"; one in
    brackets, "Salt and River Board (SRB)", is part of the name.
    """
    acronym = _ACRONYM.search(claims.free, max(place[0], place[1] - _LONGEST_ACRONYM), place[1])
    if acronym is None or GAP in claims.free[slice(*place)]:
        return None
    words = _ANY_WORD.findall(claims.free, place[0], acronym.start())
    initials = iter(fold(word)[0].upper() for word in words)
    if len(words) < _FEWEST_WORDS or not all(letter in initials for letter in acronym[1]):
        return None
    written = claims.entry[place[0] : acronym.start()]
    if any(mark in written for mark in ",;&"):
        return None
    bracketed = claims.entry[acronym.start(1) - 1] == "("
    end = acronym.end() + 1 if bracketed else acronym.start()
    return Name(literal=claims.entry[place[0] : end], span=claims.span(place[0], end))


def _covers(claims: Claims, place: Place, names: list[Name]) -> bool:
    """Whether every word at *place* belongs to one of *names*, or joins them."""
    done = place[0]
    rest = []
    for name in names:
        if name.span:
            rest.append(claims.free[done : claims.at(name.span.start)])
            done = claims.at(name.span.end)
    rest.append(claims.free[done : place[1]])
    return all(
        fold(word) in _JOINING and (len(word) > 1 or word.islower())
        for word in _ANY_WORD.findall(" ".join(rest))
    ) and not any(name.literal and _INITIALS.fullmatch(name.literal) for name in names)


def _unread(claims: Claims, start: int, end: int, least: int = 4) -> list[Name]:
    """What stands between names that were read, as one literal name, unless it is short."""
    start, end = trim(claims.free, start, end)
    if end - start < least or GAP in claims.free[start:end]:
        return []
    return [Name(literal=claims.entry[start:end], span=claims.span(start, end))]

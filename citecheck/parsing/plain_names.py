"""Names where nothing else stands: a span known to hold authors, cut at its commas.

The list of names in ``name_lists`` decides how far names reach, and stops where it is unsure. Here
that is known, and every word belongs to some name.
"""

import re
from typing import NamedTuple

from citecheck.model import Name
from citecheck.parsing.claims import Claims, Place, trim

# A claimed text holds no two blanks in a row.
_BETWEEN = re.compile(r" ?(?:[,;&]|/| [-–](?= )|(?<![^\s,;])(?:and|und|et|y|e|och|og|и)(?= )) ?")
_INITIALS = re.compile(
    r"(?:[^\W\d_a-z]\s?\.[\s-]{0,2}){1,4}|[^\W\d_a-z]{1,4}|[^\W\d_a-z](?:[ -][^\W\d_a-z]){1,3}\.?"
)
_INITIALS_FIRST = re.compile(
    r"((?:[^\W\d_a-z]{1,2}\s?\.[\s-]{0,2}){1,4})([^\W\d_]{2}.*)", re.DOTALL
)
_INITIALS_LAST = re.compile(r"([^\W\d_]{2}.*?)\s((?:[^\W\d_a-z]\s?\.?[\s-]{0,2}){1,3})$", re.DOTALL)
_OTHERS = re.compile(r"\b(?:et\.? al|and others|et alii|u\. ?a)\b")
_MOST_INITIALS = 6  # "Dal FDAGD"
_EDGES = frozenset(" .,;:&/–—-()[]")


class Part(NamedTuple):
    """A piece between commas: its place, its kind ("initials", "whole" or "words"), its name."""

    place: Place
    kind: str
    family: str
    given: str


def plain_names(claims: Claims, place: Place) -> tuple[Name, ...]:
    """The names at *place*, in one of the forms that use initials; none if they are mixed."""
    text = claims.free
    others = _OTHERS.search(text, *place)
    end = others.start() if others else place[1]
    parts = [_part(text, piece) for piece in _pieces(text, place[0], end)]
    found = _shifted(text, parts) or _in_order(parts)
    return tuple(
        Name(family=family, given=given, span=claims.span(*where)) for where, family, given in found
    )


def _pieces(text: str, start: int, end: int) -> list[Place]:
    found, done = [], start
    for match in _BETWEEN.finditer(text, start, end):
        found.append((done, match.start()))
        done = match.end()
    found.append((done, end))
    return [piece for piece in (trim(text, *one, _EDGES) for one in found) if piece[1] > piece[0]]


def _part(text: str, place: Place) -> Part:
    piece = text[slice(*place)]
    if piece.isupper() and _INITIALS.fullmatch(piece):
        return Part(place, "initials", "", piece)
    if match := _INITIALS_FIRST.fullmatch(piece):
        return Part(place, "whole", match[2].strip(), match[1].strip())
    if match := _INITIALS_LAST.fullmatch(piece):
        return Part(place, "whole", match[1].strip(), match[2].strip())
    family, _, last = piece.rpartition(" ")
    if family and last.isupper() and len(last) <= _MOST_INITIALS and not family.isupper():
        return Part(place, "whole", family, last)
    return Part(place, "words", piece, "")


def _shifted(text: str, parts: list[Part]) -> list[tuple[Place, str, str]]:
    """``Keri, S. Kiss, I. Hall, O``: full stops where the commas between names belong."""
    if len(parts) < 3 or parts[0].kind != "words" or parts[-1].kind != "initials":
        return []
    if any(part.kind != "whole" for part in parts[1:-1]):
        return []
    found = []
    start, family = parts[0].place[0], parts[0].family
    for part in parts[1:]:
        end = part.place[0] + len(part.given)
        found.append(((start, end), family, part.given))
        start, family = text.find(part.family, end), part.family
    return found


def _in_order(parts: list[Part]) -> list[tuple[Place, str, str]]:
    found: list[tuple[Place, str, str]] = []
    index = 0
    while index < len(parts):
        part = parts[index]
        after = parts[index + 1] if index + 1 < len(parts) else None
        pair = after is not None and {part.kind, after.kind} == {"words", "initials"}
        if after and pair:
            first, last = (part, after) if part.kind == "words" else (after, part)
            found.append(((part.place[0], after.place[1]), first.family, last.given))
            index += 2
            continue
        family, given = part.family, part.given
        if part.kind == "words":
            given, _, family = family.rpartition(" ")
        found.append((part.place, family or given, given if family else ""))
        index += 1
    return found

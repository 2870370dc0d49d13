"""Fields of the trained tagger, and how their places are claimed."""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from citecheck.parsing.claims import Claims, Place
from citecheck.parsing.segments import tidy

if TYPE_CHECKING:
    from citecheck.parsing.tagger import Tagged

Fields = Mapping[str, Sequence["Tagged"]]
"""The fields of an entry by label, each label's in order."""

TEXTS = {
    "container": "container_title",
    "publisher": "publisher",
    "location": "publisher_place",
    "series": "collection_title",
    "edition": "edition",
    "genre": "genre",
}
"""The fields that position alone tells apart, by the labels of the tagger."""

_CERTAIN = 0.9
_NEAR = 3  # characters: quotation marks and points
_PAIRS = {"(": ")", "[": "]", "“": "”", "„": "“", "«": "»", "‘": "’"}
_OPENING = {")": "(", "]": "[", "”": "“", "»": "«", "’": "‘"}


def claim(claims: Claims, name: str, place: Place) -> Claims:
    """Claim a field at a place, as far as nothing else did."""
    free = None if claims.has(name) else free_place(claims, place)
    return claims.take(free).having(**{name: claims.value(*free)}) if free else claims


def free_place(claims: Claims, place: Place) -> Place | None:
    """The longest unclaimed stretch of a place, with the mark or bracket that closes it."""
    text, (start, end) = claims.free, place
    if start and text[start - 1] in _PAIRS and _PAIRS[text[start - 1]] in text[start:end]:
        start -= 1
    while end < len(text) and (text[end] in "?!" or _closes(text, start, end)):
        end += 1
    pieces = [tidy(text, *piece) for piece in claims.pieces(start, end)]
    start, end = max(pieces, key=lambda piece: piece[1] - piece[0], default=(0, 0))
    return (start, end) if end > start else None


def _closes(text: str, start: int, end: int) -> bool:
    """Whether a bracket or quotation mark that opens inside the place closes right behind it."""
    opening = _OPENING.get(text[end])
    return opening is not None and opening in text[start:end]


def is_misquoted(quoted: Claims, fields: Fields) -> bool:
    """Whether the quotation holds names, or is rather the container: the title stands before it,
    for certain.
    """
    place = quoted.place_of("title")
    before = fields.get("title", ())[:1]
    for names in fields.get("author", ())[:1] if place else ():
        if place and place[0] - _NEAR <= names.start and names.end <= place[1]:
            return names.confidence >= _CERTAIN
    if place is None or not before or not place[0] >= before[0].end:
        return False
    return before[0].confidence >= _CERTAIN and any(
        field.start < place[1] and place[0] < field.end
        for label in ("container", "series")
        for field in fields.get(label, ())
    )


def is_part(quoted: Claims, fields: Fields) -> bool:
    """Whether the quotation is but part of the title: words stand right before or behind it."""
    place = quoted.place_of("title")
    for field in fields.get("title", ())[:1] if place else ():
        if place and field.start < place[1] and place[0] < field.end:
            before = quoted.entry[max(0, place[0] - 3) : place[0]].rstrip(" \"“”«»„‘’'`")
            behind = quoted.entry[place[1] : place[1] + 3].lstrip(" \"“”«»„‘’'`")
            longer = field.start < place[0] - _NEAR and before[-1:] not in ",.;"
            return longer or (field.end > place[1] + _NEAR and behind[:1] not in ",.;)(")
    return False

"""Fields of the trained tagger, and how their places are claimed."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from citecheck.parsing.claims import GAP, Claims, Place
from citecheck.parsing.organisations import is_official
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

CERTAIN = 0.9
"""From which confidence on the tagger is believed against other signs."""

_QUOTED = ("container", "series", "publisher")
_NEAR = 3  # characters: quotation marks and points
_FEW = 3  # words, as an organisation may have
_PAIRS = {"(": ")", "[": "]", "“": "”", "„": "“", "«": "»", "‘": "’"}
_OPENING = {")": "(", "]": "[", "”": "“", "»": "«", "’": "‘"}


def claim(claims: Claims, name: str, place: Place) -> Claims:
    """Claim a field at a place, as far as nothing else did."""
    free = None if claims.has(name) else free_place(claims, place)
    return claims.read(free, **{name: claims.value(*free)}) if free else claims


def free_place(claims: Claims, place: Place) -> Place | None:
    """The longest unclaimed stretch of a place, with the mark or bracket that closes it."""
    text, (start, end) = claims.free, place
    if start and text[start - 1] in _PAIRS and _PAIRS[text[start - 1]] in text[start:end]:
        start -= 1
    while end < len(text) and (text[end] in "?!" or _closes(text, start, end)):
        end += 1
    if text.startswith(" »", end) and text.rfind("«", start, end) > text.rfind("»", start, end):
        end += 2
    if GAP in text[start:end]:
        pieces = [tidy(text, *piece) for piece in claims.pieces(start, end)]
        start, end = max(pieces, key=lambda piece: piece[1] - piece[0], default=(0, 0))
    else:
        start, end = tidy(text, start, end)
    return (start, end) if end > start else None


def _closes(text: str, start: int, end: int) -> bool:
    """Whether a bracket or quotation mark that opens inside the place closes right behind it."""
    opening = _OPENING.get(text[end])
    return opening is not None and opening in text[start:end]


def is_misquoted(quoted: Claims, fields: Fields) -> bool:
    """Whether the quotation is for certain no title: it holds names, or but the container, or the
    title stands between the names and it.
    """
    place = quoted.place_of("title")
    if place is None:
        return False
    names, titles = fields.get("author", ())[:1], fields.get("title", ())[:1]
    if any(_is_within(name, place) for name in names):
        return True
    texts = [field for label in _QUOTED for field in fields.get(label, ())]
    overlapping = [text for text in texts if text.start < place[1] and place[0] < text.end]
    if not titles:
        return any(text.label == "container" and _is_within(text, place) for text in overlapping)
    title = titles[0]
    if place[0] <= title.start and any(
        text.label == "container" and _is_within(text, place) and title.end <= text.start
        for text in overlapping
    ):  # "“Rivers, “Delta Studies, vol. 3", of which no mark closes the title
        return True
    if title.end > place[0] or title.confidence < CERTAIN:
        return False
    if not names and is_official(quoted.entry[title.start : title.end].split()):
        return False  # the title is rather the author: "Press Service, “Rivers”"
    contained = any(
        text.label != "publisher" and text.confidence >= CERTAIN for text in overlapping
    )
    return contained or any(name.end <= title.start for name in names)


def _is_within(field: "Tagged", place: Place) -> bool:
    """Whether a certain field stands inside a quotation."""
    inside = place[0] - _NEAR <= field.start and field.end <= place[1]
    return inside and field.confidence >= CERTAIN


def is_part(quoted: Claims, fields: Fields) -> bool:
    """Whether the quotation is but part of the title: words stand right before or behind it."""
    place = quoted.place_of("title")
    for field in fields.get("title", ())[:1] if place else ():
        if place and field.start < place[1] and place[0] < field.end:
            before = quoted.entry[max(0, place[0] - 3) : place[0]].rstrip(" \"“”«»„‘’'`")
            stopped = quoted.entry[place[1] : quoted.title_end].count(".") == 1
            end = place[1] if stopped else max(place[1], quoted.title_end)
            behind = quoted.entry[end : end + 3].lstrip(" \"“”«»„‘’'`")
            leads = field.start < place[0] - _NEAR
            follows = field.end > place[1] + _NEAR
            if leads and (before[-1:] not in ",.;" or follows or _leads_far(quoted, field)):
                return True
            return follows and behind[:1] not in ",.;)("
    return False


def _leads_far(quoted: Claims, title: "Tagged") -> bool:
    """Whether several words certainly are part of the title before the quotation in it."""
    place = quoted.place_of("title")
    if place is None or title.confidence < CERTAIN:
        return False
    return len(quoted.entry[title.start : place[0]].rstrip(' "“„«').split()) > _FEW

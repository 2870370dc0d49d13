"""Publisher and place, or the site, newspaper or series that stands where they would."""

import re
from functools import cache

from citecheck.language.folding import fold, words
from citecheck.language.imprint_words import periodical_words, publisher_words, thesis_words
from citecheck.language.months import months
from citecheck.language.organisation_words import linking_words, organisation_words
from citecheck.parsing.claims import Claims, Place
from citecheck.parsing.segments import tidy

KIND_IN = re.compile(r"([a-z][a-z ]{2,30}?) (?:in|i|en|em|dans) (?=[^\W\d_a-z])")
"""The kind of a work before what contains it: "interview in Guardian"."""

_PLACE_PUBLISHER = re.compile(r"([^:\x00]{2,60}?)\s?:\s(.{2,})$")
_PRESENTED = re.compile(
    r"(?:(?:Talk|Paper|Poster|Lecture|Keynote) (?:given|presented|held|at)|"
    r"Unpublished|Manuscript|Preprint$|Ms\b|Vortrag|Unveröffentlicht|Manuskript|Comunicação|Ponencia|"
    r"(?:Private|Personal) communication|Comunicación personal|Communication personnelle|"
    r"Persönliche Mitteilung|Comunicazione personale|ArXiv e-prints?$)",
    re.IGNORECASE,
)
_THESIS_KIND = (
    r"(?:(?:Unpublished|Inaugural|Doctoral|Master(?:[’']?s)?|Bachelor(?:[’']?s)?|Ph\.?\s?D\.?|M\.?A\.?|"
    r"MPhil|MSc|DPhil|PhD)[\s-]){0,3}(?:thesis|dissertation|diss\.?|PhD|"
    r"(?:Masterarbeit|Magisterarbeit|Diplomarbeit|Habilitations?schrift|Doktorarbeit|Tese|Thèse|"
    r"Dissertação|Tesis|Mémoire|Masteroppgave|Proefschrift)(?:\s(?:de|du|doctoral|\()[^,—–:.]{2,50})?)"
)
_SERIES = re.compile(r"=?\s?([^\W\d_].{3,120}?[\s,]\d{1,4})$")
_ALSO_PLACES = frozenset(("cambridge", "campus", "oxford", "university"))  # words of publishers
_FEW_WORDS = 5  # of a sentence that names but the kind of a thesis
_COMPANY_END = re.compile(r"\b(?:Ltd|Inc|Co|Corp|Bros|S\.A)$")
_COMPANY = re.compile(r",\s(?=(?:Ltd|Inc|Co|LLC|GmbH|S\.A)\b)")


@cache
def _thesis() -> re.Pattern[str]:
    return re.compile(rf"\b{_THESIS_KIND}(?!\w)", re.IGNORECASE)


def is_remark(text: str, place: Place) -> bool:
    """Whether a sentence says how a work was presented, or but that it is a thesis."""
    if _PRESENTED.match(text, *place):
        return True
    known = words(text[slice(*place)])
    return len(known) <= _FEW_WORDS and not thesis_words().isdisjoint(known[:2])


def is_imprint(text: str, place: Place) -> bool:
    """Whether a sentence at the end of an entry names its publisher rather than a subtitle."""
    sentence = text[slice(*place)]
    if _place_publisher(sentence, 0, len(sentence)):
        return True
    if _PRESENTED.match(sentence):
        return True
    known = set(words(sentence))
    if not publisher_words().isdisjoint(known) or not thesis_words().isdisjoint(known):
        return True
    official = not organisation_words().isdisjoint(known)
    return len(sentence.split()) <= (16 if official else 6) and _is_proper(sentence)


def names_publisher(text: str, place: Place) -> bool:
    """Whether a sentence can only be a publisher: "Paris: Seuil", "Oxford University Press"."""
    sentence = text[slice(*place)]
    if _place_publisher(sentence, 0, len(sentence)):
        return True
    return not publisher_words().isdisjoint(words(sentence))


def _is_proper(text: str) -> bool:
    """Whether every word but the linking ones begins with a capital."""
    links = linking_words()
    return all(not word[0].islower() or word in links for word in re.findall(r"[^\W\d_]+", text))


def read_imprint(claims: Claims, places: list[Place]) -> Claims:
    """Claim the publisher, its place, or a container, among the sentences behind the title."""
    if len(places) > 1:
        places = sorted(places, key=lambda place: _rank(claims.free[slice(*place)]))
    for place in places:
        claims = _read_one(claims, *tidy(claims.free, *place))
    return claims


def _rank(text: str) -> int:
    """How surely a sentence names the publisher: 0 surely, 3 hardly."""
    if _place_publisher(text, 0, len(text)):
        return 0
    known = words(text)
    if not publisher_words().isdisjoint(known):
        return 1
    return 3 if _SERIES.match(text) else 2


def _place_publisher(text: str, start: int, end: int) -> re.Match[str] | None:
    """``Place: Publisher``; a place has no figures."""
    match = _PLACE_PUBLISHER.match(text, start, end)
    if match is None or not _is_proper(match[1]) or any(char.isdigit() for char in match[1]):
        return None
    return match if len(match[1].split()) <= 8 else None


def _read_one(claims: Claims, start: int, end: int) -> Claims:
    if not 0 < end - start <= 200 or fold(claims.free[start:end]) in months():
        return claims
    text = claims.free[start:end]
    if not thesis_words().isdisjoint(words(text)):
        return _read_thesis(claims, start, end)
    if match := _place_publisher(claims.free, start, end):
        return _claim_both(claims, match)
    if name := _aside(claims, start, end):
        return _claim(claims, **name)
    claims, after = past_kind(claims, start, end)
    if after > start:
        return _read_one(claims, after, end)
    if _is_periodical(text) and not claims.has("container_title"):
        return read_container(claims, start, end)
    return _read_publisher(claims, start, end)


def past_kind(claims: Claims, start: int, end: int) -> tuple[Claims, int]:
    """Past the kind of a work before what contains it, "interview in Guardian", which is noted."""
    kind = KIND_IN.match(claims.free, start, end)
    if kind is None or claims.has("note"):
        return claims, start
    claims = claims.take((start, kind.end())).having(note=claims.value(*kind.span(1)))
    return claims, kind.end()


def _aside(claims: Claims, start: int, end: int) -> dict[str, Place]:
    """A note on a talk or manuscript, or the series that the work belongs to."""
    if _PRESENTED.match(claims.free, start, end):
        return {"note": (start, end)}
    series = _SERIES.match(claims.free, start, end)
    if series and (claims.has("publisher") or claims.entry[start - 1] == "("):
        return {"collection_title": series.span(1)}
    return {}


def _is_periodical(text: str) -> bool:
    known = words(text)
    return not periodical_words().isdisjoint(known) and len(known) <= 12


def read_container(claims: Claims, start: int, end: int) -> Claims:
    """A newspaper or series; a company behind a comma published it."""
    comma = claims.free.find(", ", start, end)
    if comma > start and not publisher_words().isdisjoint(words(claims.free[comma:end])):
        claims = _claim(claims, publisher=(comma + 2, end))
        end = comma
    return _claim(claims, container_title=(start, end))


def _read_publisher(claims: Claims, start: int, end: int) -> Claims:
    """``Publisher, Place``, ``Place, Publisher``, or the publisher alone."""
    text, known = claims.free[start:end], publisher_words()
    count = len(text.split())
    if (
        count > 14
        or text[0].islower()
        or not (_is_proper(text.split(",")[0]) or (count < 8 and claims.has("quotes")))
    ):
        return claims
    unknown = known.isdisjoint(words(text))
    if (
        unknown
        and claims.has("doi")
        and not (claims.has("container_title") or claims.has("publisher"))
    ):
        return _claim(claims, container_title=(start, end))
    comma = claims.free.find(", ", start, end)
    if comma < 0 or _COMPANY.match(claims.free, comma):
        return _claim(claims, publisher=(start, end))
    first, second = (start, comma), tidy(claims.free, comma + 2, end)
    last_is_known = not known.isdisjoint(words(claims.free[slice(*second)]))
    if last_is_known and known.isdisjoint(words(claims.free[slice(*first)])):
        return _claim(claims, publisher_place=first, publisher=second)
    return _claim(claims, publisher=first, publisher_place=second)


def _read_thesis(claims: Claims, start: int, end: int) -> Claims:
    """``PhD thesis, University``: the genre, and the university as publisher."""
    match = _thesis().search(claims.free, start, end)
    if match is None:
        return _read_publisher(claims, start, end)
    claims = _claim(claims, genre=match.span())
    before = tidy(claims.free, start, match.start())
    rest = before if before[1] > before[0] else tidy(claims.free, match.end(), end)
    if match := _place_publisher(claims.free, *rest):
        return _claim_both(claims, match)
    return _claim(claims, publisher=rest)


def _claim_both(claims: Claims, match: re.Match[str]) -> Claims:
    """``Place: Publisher``, or the other way round: "Routledge: New York and London"."""
    place, publisher = (2, 1) if is_turned(match[1], match[2]) else (1, 2)
    return _claim(claims, publisher_place=match.span(place), publisher=match.span(publisher))


def is_turned(before: str, behind: str) -> bool:
    """Whether a publisher stands *before* a colon, and its place *behind*."""
    first, second = (publisher_words().intersection(words(text)) for text in (before, behind))
    return bool(first - _ALSO_PLACES) and not second


def _claim(claims: Claims, **places: Place) -> Claims:
    for name, place in places.items():
        start, end = tidy(claims.free, *place)
        if claims.free[end : end + 1] == "." and _COMPANY_END.search(claims.free, start, end):
            end += 1
        if end > start and not claims.has(name):
            claims = claims.take((start, end)).having(**{name: claims.value(start, end)})
    return claims

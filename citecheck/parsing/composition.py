"""Title and container by position: what remains when names, dates and locators are claimed.

The title runs up to what contains it: the work behind "In", the periodical before its volume, or
the publisher at the end.
"""

import re

from citecheck.language.organisation_words import linking_words
from citecheck.parsing.claims import GAP, Claims, Place
from citecheck.parsing.containers import claim_container, shows_periodical
from citecheck.parsing.contributors import Host, find_host, read_host_names
from citecheck.parsing.imprint import is_imprint, is_remark, names_publisher, read_imprint
from citecheck.parsing.segments import segments, tidy
from citecheck.parsing.titles import claim_title, extend_title, without_responsibility

_LETTER = re.compile(r"[^\W\d_]")
# "(Leeds: Salt Press)" at the end of the title.
_LAST_BRACKET = re.compile(r"\(([^()\x00]{3,40}: [^()\x00]{3,60})\)[.\s\x00]*$")
_NUMBERED = re.compile(r"[^\d–-]\s\d{1,3}$")


def read_composition(claims: Claims) -> Claims:
    """Claim title, container, publisher and place by where they stand."""
    if claims.has("title"):
        claims = extend_title(claims)
    start = claims.title_end if claims.has("title") else claims.body
    if host := find_host(claims, start):
        return _hosted(claims, start, host)
    anchor = _anchor(claims, start)
    if anchor is not None:
        return _periodical(claims, start, anchor)
    return _standalone(claims, start)


def _hosted(claims: Claims, start: int, host: Host) -> Claims:
    """A chapter, or a paper in a journal behind "In:"."""
    if not claims.has("title"):
        claims = claim_title(claims, segments(claims, start, host.start))
    claims, title = read_host_names(claims.take((host.start, host.title)), host)
    places = segments(claims, title)
    if not places:
        return claims
    claims, container = _read_city(claims, places[0])
    return read_imprint(claim_container(claims, container), places[1:])


def _read_city(claims: Claims, place: Place) -> tuple[Claims, Place]:
    """Claim the city between a book's title and the year: "Handbuch, Köln 2017"."""
    issued = claims.place_of("issued")
    comma = claims.free.rfind(", ", *place)
    if comma < 0 or issued is None or issued[0] != place[1] + 1 or claims.has("volume"):
        return claims, place
    city = (comma + 2, place[1])
    text = claims.free[slice(*city)]
    if len(text.split()) > 3 or not _is_name(text):
        return claims, place
    return claims.take(city).having(publisher_place=claims.value(*city)), (place[0], comma)


def _anchor(claims: Claims, start: int) -> int | None:
    """Where the locators of a periodical begin, a date right before them included."""
    places = [claims.place_of(name) for name in ("volume", "issue", "page", "number")]
    starts = [place[0] for place in places if place and place[0] >= start]
    if not starts:
        return None
    anchor = min(starts)
    issued = claims.place_of("issued")
    if issued and start < issued[0] < anchor and not _LETTER.search(claims.free, issued[1], anchor):
        anchor = issued[0]
    return anchor


def _periodical(claims: Claims, start: int, anchor: int) -> Claims:
    issued = claims.place_of("issued")
    dated_last = issued is None or issued[0] > start
    places = _merge_abbreviated(claims.free, segments(claims, start, anchor), dated_last)
    quoted = claims.has("title")
    if not quoted and len(places) == 1:
        places = _split_at_comma(claims, places[0])
    later = segments(claims, anchor)
    if places and not (quoted or claims.has("issue")) and _publishes(claims, later):
        return read_imprint(claim_title(claims, places), later)
    if not places or (not quoted and len(places) < 2):
        return _only_one(claims, places, anchor)
    container = places[-1]
    if names_publisher(claims.free, container) and not claims.has("volume"):
        return _standalone(claims, start)
    if not quoted:
        claims = claim_title(claims, places[:-1])
    claims = claim_container(claims, container)
    return read_imprint(claims, segments(claims, anchor))


def _publishes(claims: Claims, places: list[Place]) -> bool:
    """Whether a place and a publisher follow: the volume before them is a book's."""
    return any(": " in claims.free[slice(*place)] for place in places)


def _only_one(claims: Claims, places: list[Place], anchor: int) -> Claims:
    """One stretch before the locators: a journal without a title, or a title alone."""
    if not places:
        return read_imprint(claims, segments(claims, anchor))
    text = claims.free[slice(*places[0])]
    if claims.has("volume") and _is_name(text):
        return claim_container(claims, places[0])
    return _standalone(claims, places[0][0])


def _merge_abbreviated(text: str, places: list[Place], dated_last: bool) -> list[Place]:
    """Join "Neurol." and "Neurochir." to what follows: sentences of one word are no titles."""
    if dated_last and len(places) == 2 and _is_short_word(text, places[0]):
        return [(places[0][0], places[1][1])]
    while len(places) > 2:
        start, end = places[-2]
        if " " in text[start:end] or end - start > 12 or GAP in text[end : places[-1][0]]:
            break
        places = [*places[:-2], (start, places[-1][1])]
    return places


def _is_short_word(text: str, place: Place) -> bool:
    return place[1] - place[0] < 7 and " " not in text[slice(*place)]


def _split_at_comma(claims: Claims, place: Place) -> list[Place]:
    """ "Title of paper, Journal Name" before a volume, where no full stop divides them."""
    comma = claims.free.rfind(", ", *place)
    while comma > place[0]:
        last = (comma + 2, place[1])
        if claims.free[last[0]].isupper() and not claims.free[last[0] : last[1]].startswith("and "):
            return [tidy(claims.free, place[0], comma), tidy(claims.free, *last)]
        comma = claims.free.rfind(", ", place[0], comma)
    return [place]


def _is_name(text: str) -> bool:
    links = linking_words()
    return all(
        not word[0].islower() or word in links or word in ("de", "da", "do", "e", "a", "y")
        for word in text.split()
    )


def _standalone(claims: Claims, start: int) -> Claims:
    """A book, a report or a page: a title, and perhaps who published it where."""
    places = segments(claims, start)
    if claims.has("title"):
        return _read_after_title(claims, places)
    if bracket := _imprint_bracket(claims, start):
        places = segments(claims, start, bracket[0])
        return read_imprint(claim_title(claims, places), [bracket])
    claims, places = without_responsibility(claims, places)
    if places:
        claims, last = _read_city(claims, places[-1])
        if last != places[-1]:
            return claim_title(claims, [*places[:-1], last])
    if places and is_remark(claims.free, places[0]):
        return read_imprint(claims, places)
    title, imprint = _divide(claims, places)
    if imprint and len(title) > 1 and _NUMBERED.search(claims.free, *title[-1]):
        series = title.pop()
        claims = claims.take(series).having(collection_title=claims.value(*series))
    return _read_after_title(claim_title(claims, title), imprint)


def _divide(claims: Claims, places: list[Place]) -> tuple[list[Place], list[Place]]:
    """The sentences of the title, and those of the imprint behind them."""
    if not places:
        return [], []
    title, imprint = list(places), list[Place]()
    start, end = title[-1]
    comma = _imprint_comma(claims.free, start, end)
    if comma and not _is_name(claims.free[start:comma]):
        return [*title[:-1], (start, comma)], [(comma + 2, end)]
    while len(title) > 2 and names_publisher(claims.free, title[-2]):
        if is_imprint(claims.free, title[-1]):
            break
        title.pop()  # a word behind the publisher that says nothing here: "Web"
    while len(title) > 1 and len(imprint) < 2 and is_imprint(claims.free, title[-1]):
        imprint.insert(0, title.pop())
    if not imprint and comma:
        return [*title[:-1], (start, comma)], [(comma + 2, end)]
    return title, imprint


def _imprint_comma(text: str, start: int, end: int) -> int | None:
    """The comma behind the title in "Title, Torino, Edizioni del Sale"."""
    before, comma = start, text.find(", ", start, end)
    while comma > 0 and text[end - 1] != "]":
        following = text.find(", ", comma + 2, end)
        part = (comma + 2, following if following > 0 else end)
        if names_publisher(text, part) and _is_name(text[slice(*part)]):
            city = text[before + 2 : comma]
            with_city = before > start and len(city.split()) < 3 and _is_name(city)
            return before if with_city else comma
        before, comma = comma, following
    return None


def _read_after_title(claims: Claims, places: list[Place]) -> Claims:
    """A publisher, or a periodical that nothing but its volume or a month betrays."""
    if len(places) == 1 and shows_periodical(claims, *places[0]):
        return claim_container(claims, places[0])
    return read_imprint(claims, places)


def _imprint_bracket(claims: Claims, start: int) -> Place | None:
    """The publisher in parentheses before the year: "(CRC Press, Boca Raton, 2018)"."""
    issued = claims.place_of("issued")
    if issued is None or issued[0] < start:
        last = _LAST_BRACKET.search(claims.free, start)
        return last.span(1) if last and names_publisher(claims.free, last.span(1)) else None
    opening = claims.free.rfind("(", start, issued[0])
    if opening <= start or ")" in claims.free[opening : issued[0]]:
        return None
    place = tidy(claims.free, opening + 1, issued[0])
    return place if place[1] > place[0] else None

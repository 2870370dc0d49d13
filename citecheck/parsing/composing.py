"""An entry put together from the fields that the trained tagger found in it."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from citecheck.language.connectors import HOST
from citecheck.language.folding import fold
from citecheck.language.locator_words import labels
from citecheck.model import PartialDate, Reference
from citecheck.parsing.claims import GAP, Claims, Place
from citecheck.parsing.contributors import read_contributors
from citecheck.parsing.dates import find_dates, undated_at
from citecheck.parsing.imprint import past_kind
from citecheck.parsing.issued import read_issued
from citecheck.parsing.kinds import read_kind
from citecheck.parsing.locators import (
    read_around_year,
    read_edition,
)
from citecheck.parsing.people import claim_date, names_at, read_dated
from citecheck.parsing.roles import may_hold_mark, role_behind
from citecheck.parsing.tagged import (
    CERTAIN,
    TEXTS,
    Fields,
    claim,
    free_place,
    is_misquoted,
    is_part,
)
from citecheck.parsing.tagged_addresses import read_addresses
from citecheck.parsing.tagged_names import read_names, read_roles
from citecheck.parsing.titles import claim_title, extend_title, without_responsibility

if TYPE_CHECKING:
    from citecheck.parsing.tagger import Tagged


_NUMBERS = {"volume": "volume", "issue": "issue", "pages": "page"}
_IN = re.compile(
    rf"(?:{HOST})\s?:\s?(?=\S)|(?:in|em|en|dans)\s(?=\S)|"
    r"(?:Em|En|Dans)\s(?=\S+\s\S+\s\S)"  # "Em Aberto" is a journal
)
_HOST = re.compile(rf"(?<!\w)(?:{HOST}|В|收入|载|见)\s?[:：]?$")
_BEHIND_HOST = ' "“«*_\x00'
_LONGEST_HOST = 6  # characters: "Dans :"
_LABEL = re.compile(r"([^\W\d_]{1,10}|№)\s?[.:°º]?\s?(?=[\w(])")
_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)")
_RAISED = re.compile(r"([2-9]|[1-3]\d)((?:19|20)\d\d)")
_WORD = re.compile(r"\w")
_NOTE = re.compile(r"\s?\[[^\[\]\x00]{1,40}\]")
_VANCOUVER = re.compile(
    r"(?:(?<=[.,] )|(?<=[A-Z][a-z]{2} \d )|(?<=[A-Z][a-z]{2} \d\d ))"
    r"((?:19|20)\d\d(?: [A-Z][a-z]{2,8}\.?)?(?: \d\d?)?);\s?\d"
)
_VOLUME_AND_PAGES = 2
_RANGED = re.compile(r"\d\s?[-–—]\s?\d")
_LETTER_BEHIND = re.compile(r"[A-Z](?=[\s,;:.(]|$)")
_LAW_REVIEW = re.compile(
    r"[)\]] (\d{1,4}) ([^\W\d_a-z][^\d\x00,;:()]{2,80}) (\d{1,5})(?=[\s.,]{0,3}(?:$|[<\x00]))"
)
_KIND = re.compile(r"(?<=, )[a-z][a-z ]{2,30}(?= $)")
_LONGEST_KIND = 33  # characters
_COUNT = re.compile(r"\(?\d{1,4}\s?(?:pp?|S|s|с|стр|pages|Seiten|páginas|pgs)\.?\)?")


def compose(unquoted: Claims, quoted: Claims, previous: Reference | None, fields: Fields) -> Claims:
    """An entry with every field that the tagger found in it.

    *unquoted* has its label, identifiers and access notes claimed, *quoted* its quoted title too.
    """
    before = unquoted if is_part(quoted, fields) or is_misquoted(quoted, fields) else quoted
    claims = read_names(read_addresses(before, fields), previous, fields)
    if _is_crowded(
        claims.entry, fields
    ):  # "62, 361 (2016) 32": the issue looks like pages or a volume
        claims = read_around_year(claims)
    claims = _read_law_review(_read_date(claims, fields))
    claims = _read_numbers(read_edition(claims), fields)
    claims = _read_texts(claims, fields)
    claims = read_roles(claims, fields)
    for field in fields.get("citation-number", ()):
        claims = claims.take((field.start, field.end))
    if claims.has_words():
        claims = read_contributors(claims)
    return read_kind(claims)


def _is_crowded(entry: str, fields: Fields) -> bool:
    """Whether there are more numbers than a volume and its pages, and none is an issue."""
    pages = fields.get("pages", ())
    numbers = len(pages) + len(fields.get("volume", ()))
    ranged = any(_RANGED.search(entry, page.start, page.end) for page in pages[-1:])
    return numbers > _VOLUME_AND_PAGES and not (ranged or fields.get("issue"))


def _read_texts(claims: Claims, fields: Fields) -> Claims:
    """Title, container, publisher and place where the tagger found them."""
    if claims.has("quotes"):
        claims = extend_title(claims)
    for field in fields.get("title", ()):
        if not claims.has("title") and (place := free_place(claims, (field.start, field.end))):
            note = _NOTE.match(claims.free, place[1])
            place = (place[0], note.end()) if note else place
            claims, places = without_responsibility(claims, [place])
            claims = _weighed(claim_title(claims, places), "title", field)
    for label, name in TEXTS.items():
        for field in fields.get(label, ())[:1]:
            if label == "container":
                claims = _read_container(claims, field)
            else:
                claims = _weighed(claim(claims, name, (field.start, field.end)), name, field)
    return claims


def _read_container(claims: Claims, field: "Tagged") -> Claims:
    """The container, behind "In" and the editors named before it."""
    lead = _IN.match(claims.free, field.start, field.end)
    place = (lead.end() if lead else field.start, field.end)
    claims, start = past_kind(*_past_editors(claims, place), field.end)
    claims = claim(claims, "container_title", (start, field.end))
    claims = _weighed(claims, "container_title", field)
    end = len(claims.free[:start].rstrip(_BEHIND_HOST))
    mark = _HOST.search(claims.free, max(0, end - _LONGEST_HOST), end)
    if mark is None:
        return claims
    kind = _KIND.search(claims.free, max(0, mark.start() - _LONGEST_KIND), mark.start())
    claims = claims.take((mark.start(), start))
    return claim(claims, "note", kind.span()) if kind else claims  # ", interview in Guardian"


def _past_editors(claims: Claims, place: Place) -> tuple[Claims, int]:
    """Past editors named before the container, "A. Lie (ed.), Rivers", who are claimed."""
    if not may_hold_mark(claims.words) or not may_hold_mark(claims.words_at(*place)):
        return claims, place[0]
    head = names_at(claims, *place)
    role = role_behind(claims.free, head.end) if head.names else None
    if role is None or role.end >= place[1] or claims.has(role.variable):
        return claims, place[0]
    claims = claims.take((place[0], role.end)).having(**{role.variable: head.names})
    return claims, role.end


def _weighed(claims: Claims, name: str, field: "Tagged") -> Claims:
    """With the tagger's confidence in a value, where it is not certain."""
    value = claims.fields.get(name)
    if field.confidence >= CERTAIN or value is None or value.confidence < 1:
        return claims
    share = round(field.confidence, 2)
    return claims.having(**{name: value.model_copy(update={"confidence": share})})


def _read_date(claims: Claims, fields: Fields) -> Claims:
    dates = fields.get("date", ())
    if claims.has("issued"):
        return claims
    if ";" in claims.free and (year := _VANCOUVER.search(claims.free, claims.body)):
        return read_dated(claims, year.span(1))
    for field in _fullest_first(claims.entry, dates):
        start = max(claims.body, field.start - 20, _end_before(fields, field.start))
        for dated in find_dates(claims.free, start, min(len(claims.free), field.end + 1)):
            if dated.end > field.start and dated.start < field.end:
                return claim_date(claims, dated)
        if undated := undated_at(claims.free, field.start):
            date = undated.date.model_copy(update={"span": claims.span(undated.start, undated.end)})
            return claims.take((undated.start, undated.end)).having(issued=date)
        if with_year := _read_year(claims, field):
            return with_year
    found = _read_undated(claims, fields)
    for field in dates[:1] if not found.has("issued") else ():
        if field.confidence >= CERTAIN and GAP not in claims.free[field.start : field.end]:
            place = (field.start, field.end)
            date = PartialDate(literal=claims.entry[slice(*place)], span=claims.span(*place))
            return claims.take(place).having(issued=date)
    return found


def _read_year(claims: Claims, field: "Tagged") -> Claims | None:
    """With the year alone that a date holds, and the number of the edition that was raised before
    it: "³1993", "31993".
    """
    place = (field.start, field.end)
    raised = _RAISED.fullmatch(claims.free, *place)
    if raised:
        claims = claim(claims, "edition", raised.span(1))
    year = raised.span(2) if raised else None
    if year is None and (match := _YEAR.search(claims.free, *place)):
        year = match.span()
    if year is None:
        return None
    date = PartialDate(year=int(claims.entry[slice(*year)]), span=claims.span(*year))
    return claims.take(place).having(issued=date)


def _end_before(fields: Fields, start: int) -> int:
    """Where the field before *start* ends: "Vol. 21 March 2017" has no day."""
    ends = [field.end for several in fields.values() for field in several]
    return max((end for end in ends if end <= start), default=0)


def _read_law_review(claims: Claims) -> Claims:
    """Volume, journal and first page behind a year in parentheses: "(1942) 18 Language 3"."""
    issued = claims.place_of("issued")
    if issued is None or not claims.has("quotes"):
        return claims
    found = _LAW_REVIEW.match(claims.entry, issued[1])
    if found is None or GAP in claims.free[found.start(1) : found.end()]:
        return claims
    for group, name in enumerate(("volume", "container_title", "page"), 1):
        claims = claim(claims, name, found.span(group))
    return claims


def _fullest_first(text: str, dates: "Sequence[Tagged]") -> "Sequence[Tagged]":
    """The dates, a later one with a day before a mere year: "Report 2012. May 27, 2013"."""
    if len(dates) < 2 or not _YEAR.fullmatch(text, dates[0].start, dates[0].end):
        return dates
    years = [_YEAR.search(text, date.start, date.end) for date in dates[:2]]
    later = years[1] and years[0] and years[1][0] > years[0][0]
    full = sum(char.isalpha() for char in text[dates[1].start : dates[1].end]) > 2
    return [dates[1], dates[0]] if later and full else dates


def _read_undated(claims: Claims, fields: Fields) -> Claims:
    """The date of publication that the tagger missed, unless it is part of a title."""
    dated = read_issued(claims)
    place = dated.place_of("issued")
    texts = [field for label in ("title", "container") for field in fields.get(label, ())]
    if place and any(text.start < place[1] and place[0] < text.end for text in texts):
        return claims
    return dated


def _read_numbers(claims: Claims, fields: Fields) -> Claims:
    """Volume, issue and pages, without their labels."""
    for label, name in _NUMBERS.items():
        for field in fields.get(label, ())[:1]:
            place = (field.start, field.end)
            if label == "pages" and _is_count(claims.entry, field):
                claims = claim(claims, "number_of_pages", place)
            else:
                place = _lettered(claims.free, place) if label == "volume" else place
                claims = claim(claims, name, _unlabelled(claims.free, place))
            claims = claims.take(place)
    return _page_after(claims, fields)


def _lettered(text: str, place: Place) -> Place:
    """The place of a volume with the letter right behind it: "29S"."""
    letter = _LETTER_BEHIND.match(text, place[1])
    return (place[0], letter.end()) if letter and text[place[1] - 1].isdigit() else place


def _is_count(text: str, field: "Tagged") -> bool:
    """Whether pages are a number of pages: "275 p."."""
    return _COUNT.fullmatch(text, field.start, min(len(text), field.end + 2)) is not None


def _page_after(claims: Claims, fields: Fields) -> Claims:
    """The last of two volumes, where no pages were found: "12 Journal of Law 301"."""
    volumes = fields.get("volume", ())
    if len(volumes) < 2 or fields.get("pages") or claims.has("page"):
        return claims
    last = (volumes[-1].start, volumes[-1].end)
    return claim(claims, "page", last) if claims.free[last[1] :].strip(" .") == "" else claims


def _unlabelled(text: str, place: Place) -> Place:
    """The place of a number without the label before it: "vol. 3", "pp. 12-13"."""
    start, end = place
    if text[start - 2 : start - 1] == "(" and text[start - 1].isalpha():  # "7(s1)"
        start -= 1
    label = _LABEL.match(text, start, end)
    if label and len(label[0]) == 1 and label[0].isupper() and label[0] not in "VN":  # "C10"
        return start, end
    if label and fold(label[1]) in labels() and any(c.isdigit() for c in text[label.end() : end]):
        return label.end(), end
    return start, end

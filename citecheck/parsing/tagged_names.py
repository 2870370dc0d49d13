"""The names of an entry, where the trained tagger found them."""

import re
from typing import TYPE_CHECKING

from citecheck.model import Name, Reference
from citecheck.parsing.claims import GAP, Claims, Place
from citecheck.parsing.name_spans import names_within, read_people_at, shortened
from citecheck.parsing.people import read_date_behind, read_people
from citecheck.parsing.roles import may_hold_mark, role_phrase, variable_of
from citecheck.parsing.tagged import CERTAIN, Fields, claim
from citecheck.parsing.titles import claim_title

if TYPE_CHECKING:
    from citecheck.parsing.tagger import Tagged

_ROLE = re.compile(
    r"[\s,.;(\[]{1,3}([^\W\d_]{2,10}\.?(?: (?:and|et|y) [^\W\d_]{2,10}\.?)?)[.)\]]{0,2}$"
)
_OTHERS = re.compile(r"[\s,.]{0,3}(?:et\.? al|&|and |und |et |e |y |;)")
_LEAD = re.compile(r"(?:(?:[Ii]n|IN|E[mn]|EM|[Dd]ans)\b|收入|载|见|В(?= ))\s?[:：]?\s?(?=\S)")
_JOINED = re.compile(r"[,;&/\d\x00]|\b(?:and|und|et|y|e|i|og|och|en|и)\b")
_INITIAL = re.compile(r"\b[^\W\d_a-z]\b")
_LIKELY = 0.6
_GOES_ON = re.compile(r"\.?\s?;\s?\S|\s[–—]\s")
_SHORTENED = re.compile(r"(?:[A-Z]\.\s?){1,3}[A-Z]")
_ARTICLE = re.compile(r": (?:The|An?|D(?:er|ie|as)|L[ae]s?|El|Los|Il|Os?)$")
_MOST_INITIALS = 6  # characters
_SHORTEST_TITLE = 10  # characters
_CLOSED = (")", ".)")
_NEAR = 3  # characters: quotation marks and points


def read_names(before: Claims, previous: Reference | None, fields: Fields) -> Claims:
    """The names at the place of the tagger, unless those at the start reach as far."""
    named = read_people(before, previous)
    if named.has("same_author_as_above"):
        return _read_further(named, fields)
    found = [*fields.get("author", ())[:1]] or _leading(before, fields)
    place = _inverted(before, fields) if found else _organisation(before, fields)
    if place:
        name = Name(literal=before.entry[slice(*place)], span=before.span(*place))
        return read_date_behind(before.take(place).from_body(place[1]).having(author=(name,)))
    first = min(_starts(fields, named), default=named.body)
    if not found:
        certain = _is_organisation(named) and not _is_text(named, fields)
        return named if certain or _precede_title(named, fields) else before
    person = found[0]
    start = person.start + (3 if before.entry.startswith("by ", person.start) else 0)
    place = _without_role(before, (start, person.end))
    group = _group(before, fields, person)
    if group is None and shortened(before, place) is None:
        if named.body > before.body and first >= named.body and _agrees(named, person):
            return named
        if named.body > person.end and _goes_on(named, person, fields):
            return named
        if named.body > before.body and (title := _title_behind(named, person, fields)):
            return claim_title(named, [title])
    variable = "editor" if person.label == "editor" else "author"
    before = before.take(group) if group else before
    return read_date_behind(read_people_at(before, place, variable, _next(fields, place[1])))


def _group(before: Claims, fields: Fields, person: "Tagged") -> Place | None:
    """A group for which the persons behind it stand: "Delta Collaboration, A. Lie et al."."""
    for field in fields.get("org", ())[:1]:
        if field.start == before.body and 0 < person.start - field.end <= _NEAR:
            return field.start, field.end
    return None


def _title_behind(named: Claims, person: "Tagged", fields: Fields) -> Place | None:
    """The title into which what the tagger takes for names runs."""
    if _overruns(named, person) and not (fields.get("title") or named.has("title")):
        return (named.body, person.end)
    return _before_subtitle(named, person, fields)


def _next(fields: Fields, end: int) -> int | None:
    """Where the field behind the names begins."""
    starts = [field.start for several in fields.values() for field in several]
    return min((start for start in starts if start >= end), default=None)


def _is_text(named: Claims, fields: Fields) -> bool:
    """Whether the organisation is rather the title, or a journal, with which the entry begins:
    "Salt and Rivers, vol. 3 (2003)".
    """
    titles = fields.get("title", ())
    first = [*(titles or fields.get("container", ()))][:1]
    if named.has("title") or not first or first[0].confidence < _LIKELY:
        return False
    name = named.fields["author"][0].span
    if named.places[first[0].start] > name.start + _NEAR:
        return False
    return not titles or named.places[first[0].end - 1] < name.end + _NEAR


def _overruns(named: Claims, person: "Tagged") -> bool:
    """Whether a sentence follows the names in what the tagger takes for them, and no more names."""
    tail = named.entry[named.body : person.end].strip(" .")
    if len(tail) <= _NEAR or tail.isupper():  # "A. LIEETB. VOS"
        return False
    return not (_JOINED.search(tail) or _INITIAL.search(tail))


def _goes_on(named: Claims, person: "Tagged", fields: Fields) -> bool:
    """Whether names follow those of the tagger: "et al.", one behind a semicolon, one more with
    initials, or the rest of one, as in "SRB – Salt River Board" and "U.S. River Board".
    """
    if named.fields.get("others"):  # "LIE, Bo a kol., Rivers"
        return True
    if _breaks_off(named, person, fields):
        return True
    mark = _GOES_ON.match(named.entry, person.end)
    unsure = any(title.confidence < CERTAIN for title in fields.get("title", ())[:1])
    if (mark and ";" in mark[0]) or (unsure and _precede_title(named, fields)):
        return True
    shortened = _SHORTENED.fullmatch(named.entry, person.start, person.end)
    return _is_organisation(named) and (mark or shortened) is not None


def _breaks_off(named: Claims, person: "Tagged", fields: Fields) -> bool:
    """Whether the tagger stops inside a name: in "(Kit", or where the rest of one seems a title."""
    written = named.entry[person.start : person.end]
    if written.rfind("(") > written.rfind(")") and named.entry[person.end :].startswith(_CLOSED):
        return True
    titles = fields.get("title", ())
    return len(titles) > 1 and titles[0].end < named.body <= titles[-1].start + _NEAR


def _before_subtitle(named: Claims, person: "Tagged", fields: Fields) -> Place | None:
    """The title of which the tagger took the first word for a name: "Lie A, Salt: A Study"."""
    titles = fields.get("title", ())[:1]
    tail = named.entry[named.body : person.end].strip(" .,")
    if not titles or not tail.isalpha() or titles[0].confidence >= CERTAIN:
        return None
    between = named.entry[person.end : titles[0].start]
    return (named.body, titles[0].end) if between.strip() == ":" else None


def _starts(fields: Fields, named: Claims) -> list[int]:
    """Where title and container begin, without what stands before the date behind the names."""
    texts = [field for label in ("title", "container") for field in fields.get(label, ())]
    done = named.body if named.has("issued") else 0
    return [field.start for field in texts if field.end > done]


def _agrees(named: Claims, person: "Tagged") -> bool:
    """Whether the names read at the start end with those of the tagger, or where it is unsure."""
    if named.body < person.end:
        return False
    people = named.fields.get("author") or named.fields.get("editor") or ()
    last = people[-1].span if people else None
    end = named.at(last.end) if last else named.body
    return (
        end - person.end <= _NEAR
        or person.confidence < CERTAIN
        or _OTHERS.match(named.entry, person.end, end) is not None
    )


def _read_further(named: Claims, fields: Fields) -> Claims:
    """The names behind a dash: "———, and Jane Doe"."""
    for field in fields.get("author", ())[:1]:
        joined = "," in named.entry[named.body - 2 : named.body + 1]
        if (
            joined
            and field.start >= named.body - 1
            and GAP not in named.free[field.start : field.end]
        ):
            names, others = names_within(named, (field.start, field.end))
            known = named.fields.get("author", ())
            named = named.take((field.start, field.end)).from_body(field.end)
            named = named.having(author=(*known, *names), others=others)
            return read_date_behind(named)
    return named


def _without_role(claims: Claims, place: Place) -> Place:
    """The place of names without a mark such as "(eds." at its end."""
    if not may_hold_mark(claims.words):
        return place
    start, end = place
    mark = _ROLE.search(claims.free, max(start, end - 24), end)
    return (start, mark.start()) if mark and variable_of(mark[1]) else place


def _leading(claims: Claims, fields: Fields) -> "list[Tagged]":
    """Editors under whom the entry stands."""
    return [f for f in fields.get("editor", ())[:1] if f.start <= claims.body + 3]


def _organisation(claims: Claims, fields: Fields) -> Place | None:
    """The first of two titles, with a date right behind it: "World Health Agency (2012) Title";
    or what the tagger took for the title right before one in quotation marks.
    """
    titles, dates = fields.get("title", ()), fields.get("date", ())
    quoted = claims.place_of("title")
    if quoted and titles and titles[0].start <= claims.body + _NEAR and titles[0].end <= quoted[0]:
        near = quoted[0] - titles[0].end <= _NEAR
        return (titles[0].start, titles[0].end) if near else None
    if len(titles) < 2 or not dates or titles[0].start > claims.body + _NEAR:
        return None
    name = titles[0]
    return (name.start, name.end) if 0 < dates[0].start - name.end <= _NEAR else None


def _inverted(claims: Claims, fields: Fields) -> Place | None:
    """An organisation sorted by its last word, before a date: "Salt, Ministry of: The (2019)"."""
    people, titles = fields.get("author", ()), fields.get("title", ())
    if not people or len(titles) < 2 or titles[0].start - people[0].end > _NEAR:
        return None
    turned = _ARTICLE.search(claims.entry, titles[0].start, titles[0].end)
    dated = claims.entry[titles[0].end : titles[0].end + 2] == " ("
    return (people[0].start, titles[0].end) if turned and dated else None


def _precede_title(named: Claims, fields: Fields) -> bool:
    """Whether the names all have initials, and the title goes on well behind them."""
    titles = fields.get("title", ())[:1]
    people = named.fields.get("author", ())
    initials = people and all(
        name.given and name.given.replace(".", "").isupper() and len(name.given) <= _MOST_INITIALS
        for name in people
    )
    return bool(initials and titles and titles[0].end > named.body + _SHORTEST_TITLE)


def _is_organisation(named: Claims) -> bool:
    people = named.fields.get("author", ())
    return bool(people and people[0].literal)


def read_roles(claims: Claims, fields: Fields) -> Claims:
    """Editors and translators named behind the title, with the phrase that leads to them."""
    for label in ("editor", "translator", "director"):
        for field in fields.get(label, ())[:1]:
            claims = _read_role(claims, label, (field.start, field.end))
    return claims


def _read_role(claims: Claims, variable: str, place: Place) -> Claims:
    """Names at a place; what stands before a phrase such as "hg. von" contains the work."""
    lead = _LEAD.match(claims.free, *place)
    start, end = (lead.end() if lead else place[0]), place[1]
    if phrase := role_phrase(claims.free, start, end):
        begin, role = phrase
        if lead:
            claims = claim(claims, "container_title", (start, begin))
        claims = claims.take((begin, role.end))
        variable, start = role.variable, role.end
    if place[0] < claims.body or claims.has(variable):
        return claims
    return _claim_names(claims, variable, (start, end))


def _claim_names(claims: Claims, variable: str, place: Place) -> Claims:
    if GAP in claims.free[slice(*place)]:
        return claims
    names, _ = names_within(claims, _without_role(claims, place))
    return claims.take(place).having(**{variable: names}) if names else claims

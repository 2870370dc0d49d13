"""Who the entry stands under: the names at its start, their role, and the date behind them."""

import re
from typing import NamedTuple

from citecheck.model import Name, Reference
from citecheck.parsing.claims import GAP, Claims, Place
from citecheck.parsing.dates import Dated, date_at, find_dates, undated_at
from citecheck.parsing.name_lists import NameList, read_name_list
from citecheck.parsing.name_parts import Found, is_given
from citecheck.parsing.organisations import DISAMBIGUATOR, organisation_place
from citecheck.parsing.roles import free_role_behind
from citecheck.parsing.tokens import Kind, Token, tokenise

_LIMIT = re.compile(r"[\d\x00“„«\"「『‘](?:(?<!‘)|(?<!\w‘)(?=\w))")
_DASHES = re.compile(r"(?:[-–—_―‒⸺⸻─]{2,}|[—―⸺⸻](?=\s?[.,:(]))\s?[.,:;]?\s?")
_TO_DATE = re.compile(r"[\s.,:;)\]]{0,4}([(\[（])?\s?")
_REMARK = re.compile(r"\s?(\([^()\d\x00]{3,40}\))(?=[.,]\s)")
# A title in a note, its imprint in parentheses: ", Rivers (Lagos: Delta Press, 2018)".
_NOTED = re.compile(r", [^()\x00]{3,200} \([^()\x00:]{2,40}: [^()\x00]{2,60}, (?:1[4-9]|20)\d\d\)")
_ORIGINAL = re.compile(r"(?:\s?[\[(]|/)(1[4-9]\d\d|20\d\d)(?:[\])]|(?=\)))")
_REPRINTED = re.compile(r"[)\]] (1[5-9]\d\d|20\d\d)(?=[.,:;\x00])")
_DATE_END = frozenset(".,:;)]） \x00")
_WORD = re.compile(r"[^\W\d_]{2,}")
_STRONG_CLOSE = frozenset((Kind.COLON, Kind.OPEN, Kind.STOP, Kind.END))
_LONGEST = 12_000


class Head(NamedTuple):
    """The names found: who, in what role, and where in the entry they and their mark end."""

    names: tuple[Name, ...]
    end: int
    others: bool = False
    variable: str = "author"


def read_people(claims: Claims, previous: Reference | None = None) -> Claims:
    """Claim the names at the start, their role, and the date if it follows them at once."""
    start = claims.body
    if dashes := _DASHES.match(claims.free, start):
        return read_date_behind(_repeat(claims, previous, dashes.span()))
    limit = _head_limit(claims.free, start)
    head = _persons(claims, start, limit) or _literal(claims, start, limit)
    if head is None:
        return claims
    fields: dict[str, object] = {head.variable: head.names, "others": head.others}
    claims = claims.read((start, head.end), **fields).from_body(head.end)
    if "(" in claims.free[claims.body : claims.body + 2]:
        claims = _past_remark(_read_disambiguator(claims))
    return read_date_behind(claims)


def _head_limit(text: str, start: int) -> int:
    """How far names may reach: to a digit, a quotation mark, a claimed place, or "(n.d.)"."""
    match = _LIMIT.search(text, start)
    limit = match.start() if match else len(text)
    if text[limit : limit + 1].isdigit():
        while limit > start and text[limit - 1].isalpha():
            limit -= 1
    bracket = text.find("(", start, limit)
    while bracket >= 0:
        if undated_at(text, bracket + 1):
            return bracket + 1
        bracket = text.find("(", bracket + 1, limit)
    return limit


def names_at(claims: Claims, start: int, limit: int) -> Head:
    """The persons listed from *start* on, wherever in the entry; none if no name begins there."""
    tokens = tokenise(claims.free, start, min(limit, start + _LONGEST))
    listed = read_name_list(tokens, natural_first=True)
    names = tuple(to_name(claims, tokens, found) for found in listed.names)
    return Head(names, tokens[listed.end - 1].end if names else start, listed.others)


def _persons(claims: Claims, start: int, limit: int) -> Head | None:
    """The listed names, if they are believable where they stand."""
    tokens = tokenise(claims.free, start, min(limit, start + _LONGEST))
    if claims.free[limit : limit + 1].isdigit() and date_at(claims.free, limit) is None:
        tokens.insert(-3, Token(Kind.OTHER, limit, limit, ""))
    listed = read_name_list(tokens)
    if not listed.names or _is_office(claims, listed.names, limit):
        return None
    end = tokens[listed.end - 1].end
    role = free_role_behind(claims, end)
    if not (role or _believable(tokens, listed, not _WORD.search(claims.free, end, limit))):
        noted = _read_noted(claims, tokens)
        if noted is None:
            return None
        listed, end = noted, tokens[noted.end - 1].end
    names = tuple(to_name(claims, tokens, found) for found in listed.names)
    end = role.end if role else end
    return Head(names, end, listed.others, role.variable if role else "author")


def _read_noted(claims: Claims, tokens: list[Token]) -> NameList | None:
    """The names of a reference written as a note: "Jane Doe, Rivers (Lagos: Delta, 2018)"."""
    if not _NOTED.search(claims.free, claims.body):
        return None
    listed = read_name_list(tokens, natural_first=True)
    end = tokens[listed.end - 1].end if listed.names else 0
    return listed if _NOTED.match(claims.free, end) else None


def _believable(tokens: list[Token], listed: NameList, whole: bool) -> bool:
    """Whether the names are persons', given how they are written and what follows them."""
    names, first, after = listed.names, listed.names[0], tokens[listed.end].kind
    if first.initials:
        return True
    sample = names if listed.closed else names[:1]
    known = any(is_given(name.given.split(" ")[0]) for name in sample)
    if first.form == "ideographic":
        return whole or listed.closed or len(names) > 1
    if first.form == "natural" and not known:
        shouted = first.family.isupper() and first.given.isupper()
        titled = first.final and not shouted and _sentence_follows(tokens, listed.end)
        return (len(names) > 1 and (whole or listed.closed)) or titled
    if first.form == "bare":
        return listed.others or (whole and len(names) > 1)
    if whole:
        return True
    if first.form == "natural":
        return after != Kind.COLON
    short = " " not in first.family and first.given.count(" ") < 2
    return listed.closed or known or short or after in _STRONG_CLOSE


def _sentence_follows(tokens: list[Token], index: int) -> bool:
    """Whether a title of several words follows, some in lower case, before the next full stop."""
    words = 0
    for token in tokens[index : index + 12]:
        if token.kind in (Kind.END, Kind.COLON):
            break
        words += token.text[:1].isalpha()
        if token.dotted:
            break
        if words > 3 and token.text.islower():
            return True
    return False


def _is_office(claims: Claims, names: list[Found], limit: int) -> bool:
    """Whether "Belarus MFA" is an office: no style with bare initials quotes its titles."""
    first = names[0]
    if len(names) > 1 or first.form != "family-first" or len(first.given) < 3:
        return False
    return first.given.isupper() and claims.has("title") and claims.free[limit : limit + 1] == GAP


def to_name(claims: Claims, tokens: list[Token], found: Found) -> Name:
    """The name that was found among *tokens*, with its place."""
    span = claims.span(tokens[found.first].start, tokens[found.end - 1].end)
    if found.form == "organisation":
        return Name(literal=found.family, span=span)
    return Name(
        family=found.family,
        given=found.given,
        span=span,
        suffix=found.suffix,
        non_dropping_particle=found.particle,
    )


def _literal(claims: Claims, start: int, limit: int) -> Head | None:
    place = organisation_place(claims, start, limit)
    if place is None:
        return None
    name = Name(literal=claims.entry[place[0] : place[1]], span=claims.span(*place))
    role = free_role_behind(claims, place[1])
    return Head((name,), role.end if role else place[1], False, role.variable if role else "author")


def _repeat(claims: Claims, previous: Reference | None, place: Place) -> Claims:
    """Dashes for the names of the entry above, which are taken over, and a role behind them."""
    names = tuple(name.model_copy(update={"span": None}) for name in _names_of(previous))
    role = free_role_behind(claims, place[1])
    end = role.end if role else place[1]
    variable = role.variable if role else "author"
    claims = claims.take((place[0], end)).from_body(end)
    return claims.having(**{variable: names, "same_author_as_above": True})


def _names_of(previous: Reference | None) -> tuple[Name, ...]:
    return previous.names if previous else ()


def _read_disambiguator(claims: Claims) -> Claims:
    """Claim a number in parentheses behind the name: "TASS (2)"."""
    match = DISAMBIGUATOR.match(claims.free, claims.body)
    if match is None:
        return claims
    value = claims.value(*match.span(1))
    return claims.take(match.span(1)).from_body(match.end(1)).having(disambiguator=value)


def _past_remark(claims: Claims) -> Claims:
    """Past a remark on the author: "VOLÓCHINOV, V. (Círculo de Bakhtin). Title"."""
    match = _REMARK.match(claims.free, claims.body)
    if match is None or undated_at(claims.free, match.start(1) + 1):
        return claims
    return claims.from_body(match.end(1))


def read_date_behind(claims: Claims) -> Claims:
    """Claim the date that stands right behind the names, as in APA and Chicago author-date."""
    text = claims.free
    match = _TO_DATE.match(text, claims.body)
    start = match.end() if match else claims.body
    dated = date_at(text, start)
    if dated is None or (dated.end < len(text) and text[dated.end] not in _DATE_END):
        return claims
    if match and match.end() == match.start() and not claims.has("same_author_as_above"):
        return claims
    if match and match[1] and (later := _REPRINTED.match(text, dated.end)):
        return _read_reprinted(claims, dated, later.span(1))
    original = _ORIGINAL.match(text, dated.end)
    end = original.end() if original else dated.end
    if match and match[1]:
        end = _bracket_end(text, end)
    fields = _issued(claims, dated)
    if original:
        fields["original_date"] = _year_at(claims, *original.span(1))
    return claims.read((claims.body, end), **fields).from_body(end)


def _read_reprinted(claims: Claims, first: Dated, later: Place) -> Claims:
    """Claim the first edition's year in brackets, and this one's behind it: "(1913) 2003"."""
    issued, original = _year_at(claims, *later), _year_at(claims, first.start, first.end)
    claims = claims.take((claims.body, later[1])).from_body(later[1])
    return claims.having(issued=issued, original_date=original)


def read_dated(claims: Claims, place: Place) -> Claims:
    """Claim the date at a place that is known to hold it."""
    dated = next(find_dates(claims.free, *place), None)
    return claim_date(claims, dated) if dated else claims


def claim_date(claims: Claims, dated: Dated) -> Claims:
    """Claim a date of publication."""
    return claims.read((dated.start, dated.end), **_issued(claims, dated))


def _bracket_end(text: str, end: int) -> int:
    """Past the bracket that closes a date, and what else it may hold: "(2011, online first)"."""
    if text[end : end + 1] in (")", "]"):
        return end + 1
    close = re.compile(r"[^()\[\]\x00]{0,30}[)\]）]").match(text, end)
    return close.end() if close else end


def _issued(claims: Claims, dated: Dated) -> dict[str, object]:
    """The date of publication; a far earlier year before a slash is that of the first edition."""
    date, last = dated.date, dated.date.end
    span = claims.span(dated.start, dated.end)
    slash = "/" in claims.entry[dated.start : dated.end]
    if slash and date.year and last and last.year and last.year - date.year > 5:
        first = date.model_copy(update={"end": None, "span": span})
        return {"issued": last.model_copy(update={"span": span}), "original_date": first}
    return {"issued": date.model_copy(update={"span": span})}


def _year_at(claims: Claims, start: int, end: int) -> object:
    dated = next(find_dates(claims.entry, start, end), None)
    return dated and dated.date.model_copy(update={"span": claims.span(start, end)})

"""An organisation, a mononym or an anonymous desk at the start of an entry, as one literal name."""

import re

from citecheck.language.folding import fold
from citecheck.language.locator_words import labels
from citecheck.language.organisation_words import linking_words, organisation_words
from citecheck.parsing.claims import GAP, Claims, Place
from citecheck.parsing.dates import date_at, undated_at
from citecheck.parsing.segments import sentence_ends, tidy

DISAMBIGUATOR = re.compile(r"\s?(\(\d{1,2}\))(?=\s?[.,:“\"«(]|\s?\x00)")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_SENTENCE_END = re.compile(r"[.](?=\s|\x00)")
_ARTICLES = frozenset(
    "the a an die der das ein eine le la les el los las os as o um una un il lo".split()
)
_LAWS = frozenset(
    "lei ley loi law act decreto decree portaria resolucao constituicao gesetz legge".split()
)
_DATE_END = frozenset(".,:;)]） \x00")
_MOST_WORDS = 16


def organisation_place(claims: Claims, start: int, limit: int) -> Place | None:
    """Where the literal name that the entry stands under is written, if there is one.

    *limit* is the first digit, quotation mark or claimed character behind *start*.
    """
    text = claims.free
    place = tidy(text, start, limit)
    if place[1] == place[0]:
        return None
    if DISAMBIGUATOR.match(text, place[1]):
        return place
    if claims.has("title") and text[limit : limit + 1] == GAP:
        return place if _nameable(text, place) and ":" not in text[place[1] : limit] else None
    return _before_date(claims, place, limit) or _first_sentence(text, start, limit)


def is_official(words: list[str]) -> bool:
    """Whether one of the words belongs to the names of organisations."""
    official = organisation_words()
    return any(fold(word.rstrip(".")) in official for word in words)


def _nameable(text: str, place: Place) -> bool:
    words = _WORD.findall(text, *place)
    if len(words) == 1 and text.find(" ", *place) < 0:
        return True
    return 0 < len(words) <= _MOST_WORDS and not words[0][0].islower()


def _before_date(claims: Claims, place: Place, limit: int) -> Place | None:
    """The words before a date that a title follows: "European Commission. 2012. Title"."""
    text = claims.free
    dated = date_at(text, limit)
    if dated is None or text[dated.end : dated.end + 1] not in _DATE_END:
        return None
    words = _WORD.findall(text, *place)
    if words and fold(words[-1].rstrip(".")) in labels():
        return None
    between = text[place[1] : limit].strip()
    unmarked = not between and is_official(words) and text[dated.end : dated.end + 1] in (".", ":")
    if not unmarked and (not between or between[0] not in ".,([（"):
        return None
    if not _nameable(text, place):
        return None
    if not (claims.has("title") or _WORD.search(text, dated.end + 1)):
        return None
    first = sentence_ends(text, *place)
    if first and is_official(_WORD.findall(text, place[0], first[0])):
        return tidy(text, place[0], first[0])
    if between[-1:] in ("(", "[", "（") and (len(between) > 1 or _ends_block(text, dated.end)):
        return place
    short = len(words) <= 8 and ". " not in text[place[0] : place[1]]
    named = _capitalised(words) or len(words) == 1
    return place if named and (short or is_official(words)) else None


def _ends_block(text: str, end: int) -> bool:
    """Whether a closing bracket and a full stop or colon follow the year: "(2010)." """
    return text[end : end + 2] in (").", "):", "),", ") ", "])")


def _capitalised(words: list[str]) -> bool:
    links = linking_words()
    return all(not word[0].islower() or fold(word) in links for word in words)


def _first_sentence(text: str, start: int, limit: int) -> Place | None:
    """The first sentence, where it can only be a name: "UNESCO. Title. Paris"."""
    place, end = tidy(text, start, limit), start
    for match in _SENTENCE_END.finditer(text, start, limit):
        end = match.start()
        if end - start > 2 and text[end - 2] not in " .":
            break
    if end <= start:
        return None
    place = tidy(text, start, end)
    words = _WORD.findall(text, *place)
    shouted = text[place[0] : place[1]].isupper()
    if not 0 < len(words) <= 10 or not _capitalised(words):
        return None
    if undated_at(text, end + 2):
        return place
    law = _WORD.match(text, end + 2)
    if law and fold(law[0]) in _LAWS:
        return place
    if not shouted and (fold(words[0]) in _ARTICLES or not is_official(words)):
        return None
    return place if _SENTENCE_END.search(text, end + 1) else None

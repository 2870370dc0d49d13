"""Signs in a deterministic reading that a step guessed, and how much doubt they make.

The signs were measured on labelled strings and on real drafts: entries that show one are read
wrongly several times as often as others.
"""

import re
from collections.abc import Callable

from citecheck.language.folding import words
from citecheck.language.imprint_words import periodical_words, publisher_words
from citecheck.language.organisation_words import linking_words
from citecheck.parsing.claims import GAP, Claims

Sign = Callable[[Claims], bool]

_SENTENCE = re.compile(r"[.?!] \S")
_NAMES = re.compile(r"(?:and|et|und|&) |.{0,40}, .{0,40}, .{0,40}, ")
_ODD = re.compile(r" [,.;:]|[,;.][^\W\d_]|[\[(<«„“”»\"]")
_DIGIT = re.compile(r"\d")
_MARK = re.compile(r"[,;:]|\. ")
_WORD = re.compile(r"\w")
_NAMED = re.compile(r"[^\W\d_]{2,20}, (?:[^\W\d_a-z]\.?[ -]?){1,3} ?[^\W\d_]{2}")
_SHORTEST_WORD = 3  # letters
_LONG_TITLE = 200
_FULL_TITLE = 3  # words; shorter titles are rare


def doubt(claims: Claims) -> int:
    """0 where the reading is sure, 1 where details are odd, 2 and 3 where it must have guessed."""
    if claims.has("quotes"):
        signs = sum(sign(claims) for sign in _STRONG_QUOTED)
        odd = sum(sign(claims) for sign in _WEAK_QUOTED)
    else:
        signs = sum(sign(claims) for sign in _STRONG)
        odd = sum(sign(claims) for sign in _WEAK)
    if 2 * signs + odd > 3:
        return 3
    return 2 if signs else int(odd > 1)


def _text(claims: Claims, name: str) -> str:
    value = claims.fields.get(name)
    return value.value if value else ""


def _has_leftovers(claims: Claims) -> bool:
    return _WORD.search(claims.free.replace(GAP, " ")) is not None


def _is_preceded(claims: Claims) -> bool:
    """Whether words stand unread between the names and the quoted title, which is part of one."""
    title = claims.place_of("title")
    unread = claims.free[claims.body : title[0]].replace(GAP, " ").split() if title else ()
    return sum(len(word) >= _SHORTEST_WORD and word.isalpha() for word in unread) > 1


def _is_unplaced(claims: Claims) -> bool:
    return not any(map(claims.has, ("container_title", "publisher", "url")))


def _is_undated(claims: Claims) -> bool:
    return not claims.has("issued")


def _is_anonymous(claims: Claims) -> bool:
    return not (claims.has("author") or claims.has("editor"))


def _is_untitled(claims: Claims) -> bool:
    return not claims.has("title")


def _swallowed(claims: Claims) -> bool:
    """Whether the title holds sentences, names, a place or a number that may not be its own."""
    title = _text(claims, "title")
    if len(title) > _LONG_TITLE or title[-1:].isdigit() or _NAMES.match(title):
        return True
    if _NAMED.match(title):
        return True
    if _SENTENCE.search(title):
        return True
    _, comma, last = title.rpartition(", ")
    return bool(comma) and _is_proper(last)


def _is_proper(text: str) -> bool:
    links = linking_words()
    return all(not word[0].islower() or word in links for word in text.split())


def _numbered(name: str) -> Sign:
    return lambda claims: _DIGIT.search(_text(claims, name)) is not None


def _marked(name: str) -> Sign:
    return lambda claims: _MARK.search(_text(claims, name)) is not None


def _lacks_container(claims: Claims) -> bool:
    """Whether locators stand there without what they locate in."""
    return not claims.has("container_title") and any(map(claims.has, ("volume", "issue", "page")))


def _is_odd_title(claims: Claims) -> bool:
    return _ODD.search(_text(claims, "title")) is not None


def _is_short_title(claims: Claims) -> bool:
    return 0 < len(_text(claims, "title").split()) < _FULL_TITLE


def _is_imprint_title(claims: Claims) -> bool:
    found = words(_text(claims, "title"))
    return not (publisher_words().isdisjoint(found) and periodical_words().isdisjoint(found))


def _is_lower_container(claims: Claims) -> bool:
    """Whether the container begins with a small letter: "by A. Lie, Rivers"."""
    return _text(claims, "container_title")[:1].islower()


def _is_listed_container(claims: Claims) -> bool:
    return "," in _text(claims, "container_title")


def _is_unlocated(claims: Claims) -> bool:
    """Whether nothing but its place shows that the container is one."""
    if not claims.has("container_title") or claims.has("volume"):
        return False
    if claims.has("editor") or claims.has("publisher"):
        return False
    return claims.has("page") or not (claims.has("issue") or claims.has("url"))


def _is_unknown_publisher(claims: Claims) -> bool:
    """Whether nothing but its place shows that the publisher is one."""
    if not claims.has("publisher") or claims.has("publisher_place"):
        return False
    return publisher_words().isdisjoint(words(_text(claims, "publisher")))


def _is_publisher_beside_container(claims: Claims) -> bool:
    return claims.has("container_title") and _is_unknown_publisher(claims)


_STRONG_QUOTED: tuple[Sign, ...] = (
    _numbered("publisher"), _numbered("container_title"), _lacks_container, _is_lower_container,
    _is_preceded,
)  # fmt: skip
_STRONG: tuple[Sign, ...] = (
    *_STRONG_QUOTED, _is_untitled, _is_anonymous, _is_undated, _is_unplaced, _has_leftovers,
    _swallowed,
)  # fmt: skip
_WEAK_QUOTED: tuple[Sign, ...] = (
    _is_odd_title, _is_listed_container, _is_publisher_beside_container, _is_unlocated,
)  # fmt: skip
_WEAK: tuple[Sign, ...] = (
    _is_odd_title, _is_listed_container, _is_unknown_publisher, _is_unlocated, _is_short_title,
    _is_imprint_title, _numbered("title"), _marked("publisher"),
)  # fmt: skip

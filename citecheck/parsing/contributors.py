"""Editors and translators named after the title: "edited by X", "In X (ed.), Book"."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from citecheck.language.connectors import HOST
from citecheck.parsing.claims import Claims
from citecheck.parsing.people import Head, names_at
from citecheck.parsing.roles import free_role_behind, may_hold_phrase, role_phrase

_NAMES_END = re.compile(r"[\x00\d“„«\"「]")
_SKIP = frozenset(" ,.:;)]\x00")
_COLLECTION = re.compile(
    r"(?:[^\W\d_]+ ){0,3}(?:Proc|Advances|Handbook|Encyclop|Conf|Workshop|Symp)", re.IGNORECASE
)
_ROLE_WORD = re.compile(
    r",\s(?:[Ee]ds?\.?|[Oo]rgs?\.|Hrsg\.?|Hgg?\.?|[Ee]ditors?|[Cc]oords?\.)(?=[\s,.:)]|$)"
)


class Host(NamedTuple):
    """The work that contains the entry's: where "In" stands, and where its title begins."""

    start: int
    title: int


_HOST = re.compile(
    rf"[.,;:?!)\]”\"’»*_\x00/–—]\s?({HOST}|W|В|收入|载|见)"
    r"(\s?[:：]\s?|\s(?=[^a-z\s]))"
)
_SLASHES = re.compile(r"\s()()//\s")


def read_contributors(claims: Claims) -> Claims:
    """Claim every phrase such as "edited by" or "hg. von" with the names behind it."""
    start = claims.body
    if not may_hold_phrase(claims.words):
        return claims
    for _ in range(3):
        found = role_phrase(claims.free, start, len(claims.free))
        if found is None:
            return claims
        begin, role = found
        head = names_at(claims, role.end, _limit(claims, role.end))
        start = role.end
        if head.names and _sure(claims, head):
            claims = _add(claims.take((begin, head.end)), role.variable, head)
            start = head.end
    return claims


def find_host(claims: Claims, start: int) -> Host | None:
    """The mark "In", "In:", "//" behind the title that begins, or ended, at *start*."""
    quoted = claims.has("title")
    for match in _host_marks(claims.free, start):
        word, mark = match.groups()
        begin = match.start() + bool(word)  # the punctuation before it
        colon = ":" in mark or "：" in mark or not word or not word.isascii()
        before = claims.free[max(0, begin - 1) : begin]
        near = quoted and not re.search(r"\w", claims.free[start:begin])
        if colon or near or (word[0].isupper() and before in '.?!\x00”"*_'):
            return Host(begin, match.end())
        if quoted:
            return None
        if word == "in" and _COLLECTION.match(claims.free, match.end()):
            return Host(begin, match.end())
    return None


def _host_marks(text: str, start: int) -> Iterable[re.Match[str]]:
    marks = _HOST.finditer(text, max(0, start - 2))
    if "//" not in text:
        return marks
    slashes = _SLASHES.finditer(text, max(0, start - 1))
    return sorted([*marks, *slashes], key=re.Match.start)


def read_host_names(claims: Claims, host: Host) -> tuple[Claims, int]:
    """Claim the editors or authors named before the host's title; where that title begins."""
    limit = _limit(claims, host.title)
    head = names_at(claims, host.title, limit)
    if head.names:
        role = free_role_behind(claims, head.end)
        if role:
            end = _skip(claims.free, role.end)
            return _add(claims.take((host.title, role.end)), role.variable, head), end
        if claims.free[head.end - 1] == "." and all(name.given for name in head.names):
            return _add(claims.take((host.title, head.end)), "container_author", head), head.end
    return _names_behind(claims, host.title, limit), host.title


def _names_behind(claims: Claims, start: int, limit: int) -> Claims:
    """Claim editors named after the host's title: "Book, A. Smith and B. Doe, Eds."."""
    role = _ROLE_WORD.search(claims.free, start, limit)
    comma = claims.free.find(", ", start, limit) if role else -1
    while role and 0 <= comma < role.start():
        head = names_at(claims, comma + 2, limit)
        if head.names and head.end == role.start():
            return _add(claims.take((comma, role.end())), "editor", head)
        comma = claims.free.find(", ", comma + 2, limit)
    return claims


def _add(claims: Claims, variable: str, head: Head) -> Claims:
    if claims.has(variable):
        return claims
    return claims.having(**{variable: head.names})


def _limit(claims: Claims, start: int) -> int:
    match = _NAMES_END.search(claims.free, start)
    return match.start() if match else len(claims.free)


def _sure(claims: Claims, head: Head) -> bool:
    """Whether the names behind a phrase are no place: "ed. New York: Norton"."""
    return claims.free[head.end : head.end + 2].strip(" ")[:1] != ":"


def _skip(text: str, start: int) -> int:
    while start < len(text) and text[start] in _SKIP:
        start += 1
    return start

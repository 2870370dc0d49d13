"""Where names end and a title begins, if the trained tagger is unsure of it."""

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from citecheck.parsing.name_parts import is_given
from citecheck.parsing.tagged import CERTAIN

if TYPE_CHECKING:
    from citecheck.parsing.tagger import Tagged

_GIVEN = re.compile(r"([^\W\d_a-z][^\W\d_]{1,20}(?:[ -][^\W\d_a-z](?:\.|[^\W\d_]{1,20}))?): ")
_ALONE = frozenset(("author", "title", "date", "url", "note"))
_UNSURE = 0.6  # what is less sure may as well be wrong
_NAMED = re.compile(r"[.,\d]|[^\W\d_a-z]{2}| [^\W\d_](?: |$)")
_FULL_NAME = r"[^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w.'’-]*){1,2}"
_FULL_NAMES = re.compile(
    rf"{_FULL_NAME}(?:, {_FULL_NAME}){{0,9}},? (?:and|&|und|y|et) {_FULL_NAME}"
)
_BETWEEN = re.compile(r"[/;&]| und ")


def with_given(entry: str, fields: "list[Tagged]") -> "list[Tagged]":
    """The given name with which an unsure title begins belongs to the name before it, and a colon
    separates them: "Lie, Bo/Vos, Mia: Rivers".
    """
    if ": " not in entry:
        return fields
    for index, (names, title) in enumerate(pairwise(fields)):
        if (names.label, title.label) != ("author", "title"):
            continue
        given = _GIVEN.match(entry, title.start, title.end)
        if given is None or entry[names.end : title.start] != ", ":
            return fields
        *others, last = _BETWEEN.split(entry[names.start : names.end])
        if "," in last or ":" in last or last.isupper():
            return fields
        known = is_given(given[1].split(" ")[0]) or any("," in other for other in others)
        if not known and (title.confidence >= CERTAIN or _is_full(last)):
            return fields
        whole = names._replace(end=given.end(1)), title._replace(start=given.end())
        return [*fields[:index], *whole, *fields[index + 2 :]]
    return fields


def _is_full(name: str) -> bool:
    """Whether a name has its given name already: "Bo Lie"."""
    first, _, family = name.strip().partition(" ")
    return bool(family) and is_given(first)


def undivided(entry: str, fields: "list[Tagged]") -> "list[Tagged]":
    """Words that the tagger divides into names and title between two of them, though no form or
    mark shows names, are one title if nothing else is found but date and address: "Northern Harbour
    Archives Register. 2024."
    """
    if any(field.label not in _ALONE for field in fields):
        return fields
    for index, (names, title) in enumerate(pairwise(fields)):
        if (names.label, title.label) != ("author", "title"):
            continue
        between = entry[names.end : title.start]
        if between != " " or title.confidence >= _UNSURE:
            return fields
        words = entry[names.start : names.end]
        if _NAMED.search(words) or any(map(is_given, words.split())):
            return fields
        return [*fields[:index], title._replace(start=names.start), *fields[index + 2 :]]
    return fields


def with_more_names(entry: str, fields: "list[Tagged]") -> "list[Tagged]":
    """Given names and families behind the first one, inverted, are no title where the text behind
    the date may be it: "Lie, Bo, Anna Berg, and Mia Vos. 2020. Rivers".
    """
    head = [field.label for field in fields[:4]]
    if head[:3] != ["author", "title", "date"] or head[3:] not in (["publisher"], ["container"]):
        return fields
    names, title, date, text = fields[:4]
    if entry[names.end : title.start] != ", ":
        return fields
    if not _FULL_NAMES.fullmatch(entry, title.start, title.end):
        return fields
    people = re.split(r",? (?:and|&|und|y|et) |, ", entry[title.start : title.end])
    if not any(is_given(person.split(" ")[0]) for person in people):
        return fields
    return [names._replace(end=title.end), date, text._replace(label="title"), *fields[4:]]

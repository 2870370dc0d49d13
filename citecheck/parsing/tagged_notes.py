"""Notes, editors and editions of the trained tagger that marks show to be containers or series."""

import re
from typing import TYPE_CHECKING

from citecheck.language.connectors import HOST
from citecheck.parsing.imprint import KIND_IN
from citecheck.parsing.roles import LONGEST_PHRASE, role_phrase

if TYPE_CHECKING:
    from citecheck.parsing.tagger import Tagged

_IN = re.compile(rf"(?<!\w)(?:{HOST})\s?:?\s[\"“«*_]?$")
_LONGEST_IN = 8  # characters: "Dans : "
# No initials, then initials before a family name, as no list of names has them.
_TITLE_BEFORE_NAMES = re.compile(
    r"([^\W\d_a-z][^.,:;()\s]*(?: [^.,:;()\s]+){1,20}), "
    r"(?=(?:[^\W\d_a-z]\.[ -]?){1,3}[^\W\d_a-z][\w’'-])"
)
_SERIES = re.compile(r"[^\W\d_a-z][^()\x00\d]{2,80}\s\d{1,4}")
_NAMED = re.compile(r"(?:[^\W\d_a-z][^\W\d_]*\s?){2,6}")
_CLOSED = frozenset('”"»’“')
_HOST = re.compile(rf"(?:{HOST}):? (?=[^\W\d_a-z])")
_MAY_BE_ANOTHER = ("note", "editor", "edition", "genre")
_SENTENCE = re.compile(
    r"(?:[^\W\d_a-z][^\W\d_]*\.? ){1,3}[^\W\d_a-z][^\W\d_]{2,}(\. )(?=[^\W\d_a-z])"
)
_LISTED = re.compile(r"[,;&.]| (?:and|und|et|y|e|i|og|och|en|и) ")
_SETTLED = 0.7  # the confidence in a field of which a mark shows the end


def past_titles(entry: str, fields: "list[Tagged]") -> "list[Tagged]":
    """Editors begin behind the title of what they edited: "in Fans and Deltas, M. Lind, Ed."."""
    for index, field in enumerate(fields):
        if field.label != "editor":
            continue
        title = _TITLE_BEFORE_NAMES.match(entry, field.start, field.end)
        if title and _is_behind_in(entry, field):
            container = field._replace(label="container", end=title.end(1))
            editors = field._replace(start=title.end())
            return [*fields[:index], container, editors, *fields[index + 1 :]]
    return fields


def past_sentences(entry: str, fields: "list[Tagged]") -> "list[Tagged]":
    """What follows those named behind a phrase in a sentence of its own, and is no list, is the
    publisher, if there is no other: "Translated by Mia Lind. Delta."
    """
    if any(field.label == "publisher" for field in fields):
        return fields
    for index, field in enumerate(fields):
        if field.label not in ("editor", "translator"):
            continue
        phrase = role_phrase(entry, field.start, field.end)
        named = phrase and _SENTENCE.match(entry, phrase[1].end, field.end)
        if named and not _LISTED.search(entry, named.end(), field.end):
            share = max(field.confidence, _SETTLED)
            people = field._replace(end=named.start(1), confidence=share)
            publisher = people._replace(label="publisher", start=named.end(), end=field.end)
            return [*fields[:index], people, publisher, *fields[index + 1 :]]
    return fields


def _is_behind_in(entry: str, field: "Tagged") -> bool:
    """Whether "In" or the like stands right before it."""
    return _IN.search(entry, max(0, field.start - _LONGEST_IN), field.start) is not None


def renamed(entry: str, fields: "list[Tagged]") -> "list[Tagged]":
    """The *fields* of *entry*, in order, with such of them under their own labels."""
    known = {field.label for field in fields}
    if known.isdisjoint(_MAY_BE_ANOTHER):
        return fields
    found = list(fields)
    for index, field in enumerate(fields):
        if field.label == "note" and "series" not in known and _is_series(entry, field):
            found[index] = field._replace(label="series")
        elif "container" not in known and _contains(entry, fields, index):
            found[index] = field._replace(label="container")
            known.add("container")
    return found


def _is_series(entry: str, field: "Tagged") -> bool:
    """Whether it is a name with a number, alone in brackets: "(River Studies 4)"."""
    bracketed = entry[field.start - 1 : field.start] + entry[field.end : field.end + 1] == "()"
    return bracketed and _SERIES.fullmatch(entry, field.start, field.end) is not None


def _contains(entry: str, fields: "list[Tagged]", index: int) -> bool:
    """Whether it stands where a container does: behind "In:" and before "edited by" with names,
    or, in capitals, between a quotation and the date; or whether it begins with "dans", or with the
    kind of the work, "interview in Guardian".
    """
    field, following = fields[index], fields[index + 1 : index + 2]
    if field.label == "genre":
        return KIND_IN.match(entry, field.start, field.end) is not None
    if field.label == "edition":
        return _HOST.match(entry, field.start, field.end) is not None
    if field.label not in ("editor", "note") or not following:
        return False
    if field.label == "editor":
        behind = following[0]
        start = max(field.end, behind.start - LONGEST_PHRASE)
        phrase = role_phrase(entry, start, behind.start)
        leads = phrase is not None and phrase[1].end == behind.start
        if not leads and behind.label == "editor":  # "In: Deltas, edited by Mia Lind"
            phrase = role_phrase(entry, behind.start, min(behind.end, start + LONGEST_PHRASE))
            leads = phrase is not None and phrase[0] == behind.start
        return leads and _is_behind_in(entry, field)
    quoted = not _CLOSED.isdisjoint(entry[max(0, field.start - 4) : field.start])
    named = _NAMED.fullmatch(entry, field.start, field.end)
    return quoted and named is not None and following[0].label == "date"

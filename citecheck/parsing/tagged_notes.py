"""Notes, editors and editions of the trained tagger that marks show to be containers or series."""

import re
from typing import TYPE_CHECKING

from citecheck.language.connectors import HOST
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
_MAY_BE_ANOTHER = ("note", "editor", "edition")


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


def _is_behind_in(entry: str, field: "Tagged") -> bool:
    """Whether "In" or the like stands right before it."""
    return _IN.search(entry, max(0, field.start - _LONGEST_IN), field.start) is not None


def renamed(entry: str, fields: "list[Tagged]") -> "list[Tagged]":
    """The *fields* of *entry*, in order, with such of them under their own labels."""
    labels = {field.label for field in fields}
    if labels.isdisjoint(_MAY_BE_ANOTHER):
        return fields
    found = list(fields)
    for index, field in enumerate(fields):
        if field.label == "note" and "series" not in labels and _is_series(entry, field):
            found[index] = field._replace(label="series")
        elif "container" not in labels and _contains(entry, fields, index):
            found[index] = field._replace(label="container")
            labels.add("container")
    return found


def _is_series(entry: str, field: "Tagged") -> bool:
    """Whether it is a name with a number, alone in brackets: "(River Studies 4)"."""
    bracketed = entry[field.start - 1 : field.start] + entry[field.end : field.end + 1] == "()"
    return bracketed and _SERIES.fullmatch(entry, field.start, field.end) is not None


def _contains(entry: str, fields: "list[Tagged]", index: int) -> bool:
    """Whether it stands where a container does: behind "In:" and before "edited by" with names,
    or, in capitals, between a quotation and the date; or whether it begins with "dans".
    """
    field, following = fields[index], fields[index + 1 : index + 2]
    if field.label == "edition":
        return _HOST.match(entry, field.start, field.end) is not None
    if field.label not in ("editor", "note") or not following:
        return False
    if field.label == "editor":
        start = max(field.end, following[0].start - LONGEST_PHRASE)
        phrase = role_phrase(entry, start, following[0].start)
        led = phrase is not None and phrase[1].end == following[0].start
        return led and _is_behind_in(entry, field)
    quoted = not _CLOSED.isdisjoint(entry[max(0, field.start - 4) : field.start])
    named = _NAMED.fullmatch(entry, field.start, field.end)
    return quoted and named is not None and following[0].label == "date"

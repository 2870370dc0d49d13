"""Series, theses and unknown places inside what the trained tagger takes for one field."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from citecheck.language.folding import words
from citecheck.language.imprint_words import thesis_words
from citecheck.language.organisation_words import organisation_words
from citecheck.language.series_names import MAYBE_SUBTITLES, NEVER_SUBTITLES
from citecheck.parsing.imprint import is_turned
from citecheck.parsing.tagged import CERTAIN

if TYPE_CHECKING:
    from citecheck.parsing.tagger import Tagged

_NEVER_SUBTITLES = rf"(?:The )?(?:{'|'.join(NEVER_SUBTITLES)})"
_SERIES = rf"{_NEVER_SUBTITLES}|{'|'.join(MAYBE_SUBTITLES)}"
_MAY_BEGIN = re.compile(r"[,.] (?:[BCFGHLMPST][a-z]{2})")  # a short cut
_REST = r"[^,.\x00()]{3,60}(?:, [^,.\x00()]{3,60}){0,2}"
_BEHIND = re.compile(rf"(?:, (?={_SERIES})|\. (?={_NEVER_SUBTITLES}))({_REST})$")
_IN_BRACKETS = re.compile(r"\.? \(([^\W\d_a-z][^()\x00]{8,90})\)?$")
_UNKNOWN = re.compile(r",? \[?([Ss]\. ?[lLnN]\.?)\]?$")
_NO_EDITOR = re.compile(r"o\. ?(?:Hg|Hrsg|V|Verf)\.:? ")
_THESIS = re.compile(
    r"((?:Phil\. |Unpublished |Unveröff\. )?(?:Ph\.? ?D\.? |[A-Z]\.?[A-Z]\.? |Master[’']?s |"
    r"Doctoral )?[^\W\d_][\w.’']{2,24})(?:,? (?:an der|at the) | )(?=[^\W\d_a-z])"
)
_CITY = re.compile(r"([^\W\d_a-z][^\W\d_]+(?: [^\W\d_]+){0,2}(?:, [A-Z]{2})?), (?=[^\W\d_a-z])")
_LAST_SENTENCE = re.compile(r"[.?!] ([^\W\d_a-z][^\W\d_]+(?:[ -][^\W\d_a-z][^\W\d_]+){0,2})$")
_LAST_IMPRINT = re.compile(
    r"[.?!] ([^\W\d_a-z][^\W\d_]+(?:[ -][^\W\d_a-z][^\W\d_]+){0,2}): (?!(?:An?|The|D(?:er|ie|as)) )"
    r"([^\W\d_a-z][\w’'-]*(?: (?:and |& )?[^\W\d_a-z][\w’'-]*){1,4})$"
)
_ACADEMIC = re.compile("niversi|NIVERSI|olleg|ochschule")  # a short cut
_UNIVERSITY = frozenset(
    "university universitat universite universidad universidade universita college hochschule "
    "universitet universiteit".split()
)
_IMPRINT = frozenset(("publisher", "location"))
_SETTLED = 0.7  # the confidence in a field of which a mark shows the end
_LEAST_WORDS = 3  # of a series in brackets; what is shorter is an acronym or a place


def imprinted(entry: str, fields: "list[Tagged]") -> "list[Tagged]":
    """The *fields* of *entry*, in order, with such parts as fields of their own."""
    labels = {field.label for field in fields}
    found: list[Tagged] = []
    for field in _with_imprint(entry, _with_place(entry, fields, labels), labels):
        if field.label == "container":
            for part in _placeless(entry, field):
                found += _without_series(entry, part, labels)
        elif field.label == "title":
            found += _without_series(entry, field, labels)
        elif field.label in _IMPRINT:
            for part in _divided(entry, field, labels):
                found += _university(entry, part, labels)
        else:
            found.append(field)
    return found


def _with_place(entry: str, fields: "list[Tagged]", labels: set[str]) -> "list[Tagged]":
    """The place between title and publisher, where a colon shows it: "Silt. Oslo: Salt House"."""
    if "location" in labels or "publisher" not in labels or "title" not in labels:
        return fields
    for index, (title, publisher) in enumerate(pairwise(fields)):
        if (title.label, publisher.label) != ("title", "publisher"):
            continue
        city = _LAST_SENTENCE.search(entry, title.start, title.end)
        if city is None or entry[title.end : publisher.start].rstrip("( ") != ":":
            return fields
        text = _settled(title, title.start, city.start())
        place = _settled(title, *city.span(1), "location")
        return [*fields[:index], text, place, *fields[index + 1 :]]
    return fields


def _with_imprint(entry: str, fields: "list[Tagged]", labels: set[str]) -> "list[Tagged]":
    """What the last sentence of a doubtful title is, if there is nothing else behind it: imprint,
    or what appears daily, "Silt. Hull: Salt House", "Silt. Sea Post, 3 May 2021"; and the title
    that is the first of a place, "Silt. Hull".
    """
    if "container" in labels or {"title", "location"} <= labels:
        return fields
    for index, field in enumerate(fields):
        names: tuple[str, ...] = ("location",)
        found = None
        if field.label == "title" and labels.isdisjoint(_IMPRINT) and field.confidence < CERTAIN:
            daily = fields[index + 1 : index + 2]
            names = ("container",) if _is_day(entry, field, daily) else ("location", "publisher")
            last = _LAST_SENTENCE if names == ("container",) else _LAST_IMPRINT
            found = last.search(entry, field.start, field.end)
        elif field.label == "location":
            found = _LAST_SENTENCE.search(entry, field.start, field.end)
        if found:
            parts = [_settled(field, field.start, found.start(), "title")]
            parts += [_settled(field, *found.span(n), name) for n, name in enumerate(names, 1)]
            return [*fields[:index], *parts, *fields[index + 1 :]]
    return fields


def _is_day(entry: str, title: "Tagged", following: "Sequence[Tagged]") -> bool:
    """Whether a comma and a date with a month stand right behind the title."""
    for date in following:
        worded = any(char.isalpha() for char in entry[date.start : date.end])
        return date.label == "date" and worded and entry[title.end : date.start] == ", "
    return False


def _placeless(entry: str, field: "Tagged") -> "Sequence[Tagged]":
    """A container without what says that its editor or place is unknown: "o. Hg.: Silt",
    "Silt, [S. l.]".
    """
    start, end = field.start, field.end
    if entry[start] == "o" and (lead := _NO_EDITOR.match(entry, start, end)):
        start = lead.end()
    tail = entry[max(start, end - 7) : end]
    place = _UNKNOWN.search(entry, max(start, end - 9), end) if "." in tail else None
    if place is None:
        return (field._replace(start=start) if start > field.start else field,)
    settled = _settled(field, start, place.start())
    return settled, _settled(field, *place.span(1), "location")


def _without_series(entry: str, field: "Tagged", labels: set[str]) -> "Sequence[Tagged]":
    """A title without the series behind it: "Silt, Lecture Notes in Rivers", "Silt. (Deltas)"."""
    if field.label == "location" or "series" in labels:
        return (field,)
    text, behind = entry[field.start : field.end], entry[field.end : field.end + 1]
    series = _series(text, behind, field.label)
    if series is None:
        return (field,)
    start, end = series.span(1)
    title = field._replace(end=field.start + series.start())
    return title, field._replace(label="series", start=field.start + start, end=field.start + end)


def _series(text: str, behind: str, label: str) -> re.Match[str] | None:
    """The series at the end of a title, where brackets or its first words show it."""
    if "(" in text[-92:] and (behind == ")" or text[-1] == ")") and label == "container":
        found = _IN_BRACKETS.search(text)
        if found and not any(char.isdigit() for char in found[1]):
            shown = found[0][0] == "." or re.match(_SERIES, found[1])
            return found if shown and len(found[1].split()) >= _LEAST_WORDS else None
    return _BEHIND.search(text) if _MAY_BEGIN.search(text) else None


def _divided(entry: str, field: "Tagged", labels: set[str]) -> "Sequence[Tagged]":
    """Publisher and place, if one field holds both: "Routledge: New York and London"."""
    text = entry[field.start : field.end]
    colon = text.find(": ")
    if colon < 0 or labels >= _IMPRINT or field.label != "publisher":
        return (field,)
    before, behind = text[:colon].rstrip(), text[colon + 2 :]
    order = ("publisher", "location") if is_turned(before, behind) else ("location", "publisher")
    return (
        _settled(field, field.start, field.start + len(before), order[0]),
        _settled(field, field.start + colon + 2, field.end, order[1]),
    )


def _university(entry: str, field: "Tagged", labels: set[str]) -> "Sequence[Tagged]":
    """A university without the kind of thesis, or the city, before it: "Diss. Universität Bonn",
    "Leeds, University of Leeds".
    """
    text = entry[field.start : field.end]
    if not _ACADEMIC.search(text) or _UNIVERSITY.isdisjoint(words(text)):
        return (field,)
    kind = None if "genre" in labels else _THESIS.match(text)
    if kind and not thesis_words().isdisjoint(words(kind[1])):
        genre = _settled(field, field.start, field.start + kind.end(1), "genre")
        return genre, _settled(field, field.start + kind.end(), field.end, "publisher")
    city = _CITY.match(text) if field.label == "location" or "location" not in labels else None
    alone = field.label == "publisher" or "publisher" not in labels
    if city and alone and organisation_words().isdisjoint(words(city[1])):
        place = _settled(field, field.start, field.start + city.end(1), "location")
        return place, _settled(field, field.start + city.end(), field.end, "publisher")
    return (field,)


def _settled(field: "Tagged", start: int, end: int, label: str = "") -> "Tagged":
    """The field at a place that marks or words show, of which the tagger may be unsure."""
    share = max(field.confidence, _SETTLED)
    return field._replace(label=label or field.label, start=start, end=end, confidence=share)

"""Years and numbers of the trained tagger that the marks around them show to be something else."""

import re
from typing import TYPE_CHECKING

from citecheck.language.folding import words
from citecheck.language.locator_words import labels

if TYPE_CHECKING:
    from citecheck.parsing.tagger import Tagged

_YEAR = re.compile(r"(?:19|20)\d\d(?<![\d–-]....)(?![\d–-])")
_YEAR_BEFORE = re.compile(r"(?:^|(?<=[\s\"“‘«„(]))(?:19|20)\d\d $")
_YEAR_BEHIND = re.compile(r",? ?(?:19|20)\d\d(?=[.,;)\]”\"]*(?: [^\W\d]| \(|\s?<|\s?\x00|$))")
_HELD = re.compile(r"(?i)\b(?:proc|conf|symp|workshop|congress|meeting|advances|findings)")
_ACRONYM = re.compile(r"(?:^|[\s(’'–-])(?:[A-Z][\w-]{0,12}[A-Z]\w{0,6}|Interspeech)$")
_BESIDE = ", "
_TO_PAGES = re.compile(r"\s?[:,]\s?$")
_ISSUE_BETWEEN = re.compile(r", ?(\d{1,3}) ?: ?$")
_SERIES = re.compile(r"\(([^\W\d_a-z][^()\d]{1,60}) $")
_LONGEST_SERIES = 63  # characters of its name, with the bracket
_FARTHEST = 12  # characters between a volume and its pages


def renumbered(entry: str, fields: "list[Tagged]") -> "list[Tagged]":
    """The *fields* of *entry*, in order, with such years and numbers where they belong."""
    if not any(field.label == "container" for field in fields):
        return fields
    found = list(fields)
    if entry.count("19") + entry.count("20") > 1 and len(_YEAR.findall(entry)) > 1:
        found = _as_volume(entry, found)
        found = _dated(entry, found)
    return _with_issue(entry, found)


def _as_volume(entry: str, fields: "list[Tagged]") -> "list[Tagged]":
    """A second year between container and pages is the volume: "Silt, 2016:1–8, 2016"."""
    names = [field.label for field in fields]
    if "volume" in names or names.count("date") < 2:
        return fields
    for index in range(1, len(fields) - 1):
        before, field, behind = fields[index - 1 : index + 2]
        if (before.label, field.label, behind.label) != ("container", "date", "pages"):
            continue
        if (
            _YEAR.fullmatch(entry, field.start, field.end)
            and entry[before.end : field.start] == _BESIDE
            and _TO_PAGES.fullmatch(entry, field.end, behind.start)
        ):
            volume = field._replace(label="volume")
            return [*fields[:index], volume, *fields[index + 1 :]]
    return fields


def _dated(entry: str, fields: "list[Tagged]") -> "list[Tagged]":
    """A year right before proceedings, or behind their name or acronym, is part of their title,
    if the entry has another: "2019 Symposium on Silt", "Findings of SILT 2019".
    """
    index = next(n for n, field in enumerate(fields) if field.label == "container")
    whole = fields[index]
    if year := _YEAR_BEFORE.search(entry, max(0, whole.start - 6), whole.start):
        whole = whole._replace(start=year.start())
    if (year := _YEAR_BEHIND.match(entry, whole.end)) and _is_held(entry, whole, year[0][0]):
        whole = whole._replace(end=year.end())
    if whole == fields[index]:
        return fields
    rest = [f for f in fields if f.end <= whole.start or whole.end <= f.start]
    if not any(_YEAR.search(entry, f.start, f.end) for f in rest if f.label == "date"):
        return fields
    return sorted([whole, *rest], key=lambda field: field.start)


def _is_held(entry: str, container: "Tagged", mark: str) -> bool:
    """Whether the container is that of an event, and the year behind it no date of its own."""
    text = entry[container.start : container.end]
    return mark == " " and (_ACRONYM.search(text) or _HELD.search(text)) is not None


def _with_issue(entry: str, fields: "list[Tagged]") -> "list[Tagged]":
    """A number between volume and pages is the issue: "Silt 16, 4: 309–317"."""
    names = [field.label for field in fields]
    if "issue" in names:
        return _with_series(entry, fields, names.index("issue"))
    if names.count("volume") != 1:
        return fields
    index = names.index("volume")
    volume, behind = fields[index], fields[index + 1 : index + 2]
    if not behind or behind[0].label != "pages" or behind[0].start - volume.end > _FARTHEST:
        return fields
    number = _ISSUE_BETWEEN.fullmatch(entry, volume.end, behind[0].start)
    if number is None:
        return fields
    issue = volume._replace(label="issue", start=number.start(1), end=number.end(1))
    return [*fields[: index + 1], issue, *fields[index + 1 :]]


def _with_series(entry: str, fields: "list[Tagged]", index: int) -> "list[Tagged]":
    """The issue at *index* is but the number of a series, if this stands before it in brackets:
    "(River Studies 4)".
    """
    issue = fields[index]
    if entry[issue.end : issue.end + 1] != ")" or entry[issue.start - 1] != " ":
        return fields
    name = _SERIES.search(entry, max(0, issue.start - _LONGEST_SERIES), issue.start)
    if name is None or not labels().keys().isdisjoint(words(name[1])):
        return fields
    series = issue._replace(label="series", start=name.start(1))
    return [*fields[:index], series, *fields[index + 1 :]]

"""Given names that the trained tagger takes for the beginning of a title."""

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from citecheck.parsing.name_parts import is_given
from citecheck.parsing.tagged import CERTAIN

if TYPE_CHECKING:
    from citecheck.parsing.tagger import Tagged

_GIVEN = re.compile(r"([^\W\d_a-z][^\W\d_]{1,20}(?:[ -][^\W\d_a-z](?:\.|[^\W\d_]{1,20}))?): ")
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
        if title.confidence >= CERTAIN and not known:
            return fields
        names = names._replace(end=given.end(1))  # noqa: PLW2901
        title = title._replace(start=given.end())  # noqa: PLW2901
        return [*fields[:index], names, title, *fields[index + 2 :]]
    return fields

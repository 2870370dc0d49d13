"""Names at the beginning of an entry that the trained tagger takes for a title, or cuts."""

import re
from typing import TYPE_CHECKING

from citecheck.language.folding import words
from citecheck.language.imprint_words import publisher_words
from citecheck.parsing.name_parts import is_given
from citecheck.parsing.tagged import CERTAIN

if TYPE_CHECKING:
    from citecheck.parsing.tagger import Tagged

_WORD = r"[^\W\d_a-z][\w’'-]*"
_GIVEN_AND_OTHERS = re.compile(
    rf"{_WORD}(?: [^\W\d_a-z]\.)? (?:and|und|et|y|e|&) {_WORD}\.?(?: {_WORD}\.?){{1,2}}"
)
_NAME_BEFORE_TITLE = re.compile(rf"({_WORD} (?:[^\W\d_a-z]\. )?{_WORD}), (?=[^\W\d_a-z])")
_CUT_NAME = re.compile(r"[^\W\d_a-z]{2,8} [–—-] [^\W\d_a-z][^.,;]*")
_QUOTES = tuple('“„«"‘')
_TO_DATE = (". ", " (", ", ", ".", " ")
_FEWEST_WORDS = 4  # of a title, which is no publisher then
_LONGEST_NAME = 60  # characters


def with_names(entry: str, fields: "list[Tagged]") -> "list[Tagged]":
    """The *fields* of *entry*, in order, with the names at its beginning whole."""
    head = [field.label for field in fields[:2]]
    if head == ["author", "title"]:
        return _behind_author(entry, fields)
    return _behind_title(entry, fields) if head[:1] == ["title"] else fields


def _behind_author(entry: str, fields: "list[Tagged]") -> "list[Tagged]":
    """A given name and whole names before a quotation, "Lie, Bo and Mia Vos, “Rivers”", belong to
    the names; so does the rest of "SRB – Salt River Board. Rivers".
    """
    names, title = fields[:2]
    between = entry[names.end : title.start]
    if between == ", " and entry[title.end :].lstrip(", ").startswith(_QUOTES):
        others = _GIVEN_AND_OTHERS.fullmatch(entry, title.start, title.end)
        if others and any(is_given(word) or word[-1] == "." for word in others[0].split()):
            return [names._replace(end=title.end), *fields[2:]]
    if between == " " and _CUT_NAME.fullmatch(entry, names.start, names.end):
        stop = entry.find(". ", title.start, min(title.end, title.start + _LONGEST_NAME))
        if stop > 0:
            return [names._replace(end=stop), title._replace(start=stop + 2), *fields[2:]]
    return fields


def _behind_title(entry: str, fields: "list[Tagged]") -> "list[Tagged]":
    """Who stands before a doubtful title, "Bo Lie, Rivers", or is one: "Salt Board. 2021. Rivers".

    Four words behind the date are rather a title than a publisher, if none tells of one.
    """
    title = fields[0]
    if title.confidence >= CERTAIN or any(field.label == "author" for field in fields):
        return fields
    name = _NAME_BEFORE_TITLE.match(entry, title.start, title.end)
    if name and (is_given(name[1].split(" ")[0]) or _is_noted(entry, fields)):
        author = title._replace(label="author", end=name.end(1))
        return [author, title._replace(start=name.end()), *fields[1:]]
    if [field.label for field in fields[1:3]] != ["date", "publisher"]:
        return fields
    date, text = fields[1:3]
    told = words(entry[text.start : text.end])
    if text.confidence >= CERTAIN or len(told) < _FEWEST_WORDS or title.start:
        return fields
    if entry[title.end : date.start] in _TO_DATE and publisher_words().isdisjoint(told):
        author = title._replace(label="author")
        return [author, date, text._replace(label="title"), *fields[3:]]
    return fields


def _is_noted(entry: str, fields: "list[Tagged]") -> bool:
    """Whether the imprint is in parentheses, as in notes: "Bo Lie, Rivers (Hull: Salt, 2018)"."""
    if len(fields) < 2 or fields[1].label != "location":
        return False
    return entry[fields[0].end : fields[1].start] == " ("

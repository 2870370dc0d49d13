"""The order of a list, the letters of its years, its numbers: what concerns entries together."""

import string
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from citecheck.language.folding import fold
from citecheck.model import Name, PartialDate, Reference
from citecheck.styles.names import family
from citecheck.styles.style import Style

_ARTICLES = ("a ", "an ", "the ")
_LATE = 9999
"""Works in press come last; those without a year first (APA 7, 9.46), or last (Chicago 18,
13.116).
"""


def arranged(
    references: Sequence[Reference], style: Style, cited: Mapping[str, int] | None = None
) -> list[Reference]:
    """*references* in the order of *style*, with letters to their years where it wants them.

    *cited* tells for ids how early a work is cited, for the styles that number by it; works
    that it does not name follow in their order.
    """
    if style.whole:
        places = {name: place for place, name in enumerate(style.whole(references))}
        return sorted(references, key=lambda reference: places.get(reference.id, len(places)))
    if style.numbering:
        places = dict(cited or {})
        last = len(places) + len(references)
        return sorted(references, key=lambda reference: places.get(reference.id, last))
    keyed = sorted(((_key(entry, style), entry) for entry in references), key=itemgetter(0))
    if not style.letters:
        return [entry for _, entry in keyed]
    groups = groupby(keyed, key=_author_year)
    return [entry for _, group in groups for entry in _lettered([entry for _, entry in group])]


def written(references: Sequence[Reference], style: Style) -> Iterator[str]:
    """Each entry as marked text, in the order given."""
    if style.whole:
        entries = style.whole(references)
        yield from (entries.get(reference.id, "") for reference in references)
        return
    above: tuple[tuple[str, ...], ...] = ()
    for number, reference in enumerate(references, 1):
        entry = style.entry(reference)
        if style.numbering:
            yield style.numbering.format(number) + entry
        elif style.repeated and style.heading:
            names = names_of(reference)
            heading = f"{style.heading(reference)}." if names and names == above else ""
            same = bool(heading) and entry.startswith(heading)
            yield f"{style.repeated}.{entry[len(heading) :]}" if same else entry
            above = names
        else:
            yield entry


def _key(reference: Reference, style: Style) -> tuple[Any, ...]:
    """Names, then dates, then title; without names the title (APA 7, 9.44 to 9.49). The last item
    says whether there are names.
    """
    names = _heads(reference)
    title = _filed(reference.title.value) if reference.title else ""
    heads = "\1".join([_filed_name(name, style) for name in names])
    if not heads:
        heads = _filed(style.heading(reference)) if style.heading else title
    if style.letters == "date":
        return (heads, reference.others, *_date_key(reference.issued), title, bool(names))
    if style.letters:
        year, letter = _date_key(reference.issued)[:2]
        year = year if year > -_LATE else _LATE
        return (heads, reference.others, year, letter, title, bool(names))
    return (heads, reference.others, title, bool(names))


def names_of(reference: Reference) -> tuple[tuple[str, ...], ...]:
    """The names under which an entry stands, comparable."""
    return tuple((name.literal, name.family, name.given, name.suffix) for name in _heads(reference))


def _heads(reference: Reference) -> tuple[Name, ...]:
    """Whose names the entry stands under; editors of a part do not head it."""
    if reference.author or (reference.container_title and reference.type != "document"):
        return reference.author
    return reference.names


def _filed_name(name: Name, style: Style) -> str:
    """A name so that text order is that of names: the family before all that follows it."""
    if name.literal:
        return _filed(name.literal)
    filed = name.family if style.demoted_particles else family(name)
    given = f"{name.given} {name.suffix}" if name.suffix else name.given
    return f"{fold(filed)}\0{fold(given)}"


def _filed(title: str) -> str:
    """A title or organisation as it is filed: without a leading article or quotation mark."""
    folded = fold(title).lstrip("\"'“‘«[( ")
    for article in _ARTICLES:
        if folded.startswith(article):
            return folded[len(article) :]
    return folded


def _date_key(date: PartialDate | None) -> tuple[int, str, int, int]:
    """Year, letter, month and day; a year alone before exact dates."""
    if date is None:
        return -_LATE, "", 0, 0
    if date.year is None:
        return _LATE if date.literal else -_LATE, date.suffix, 0, 0
    return date.year, date.suffix, date.month or 0, date.day or 0


def _author_year(keyed: tuple[tuple[Any, ...], Reference]) -> object:
    """Equal for works of the same names and year, which letters tell apart."""
    key, reference = keyed
    issued = reference.issued
    if not key[-1] or (issued and issued.year is None and issued.literal):
        return reference.id
    return key[0], reference.others, issued.year if issued else None


def _lettered(group: list[Reference]) -> list[Reference]:
    """The group with letters in its order. Letters that already tell all its works apart stay,
    for the citations rely on them; a single work needs none and keeps what it has.
    """
    if len(group) == 1 or len(group) > len(string.ascii_lowercase):
        return group
    letters = [entry.issued.suffix if entry.issued else "" for entry in group]
    if all(letters) and len(set(letters)) == len(letters):
        return group
    return [
        _with_letter(entry, letter)
        for entry, letter in zip(group, string.ascii_lowercase, strict=False)
    ]


def _with_letter(reference: Reference, letter: str) -> Reference:
    issued = reference.issued or PartialDate()
    return reference.model_copy(update={"issued": issued.model_copy(update={"suffix": letter})})

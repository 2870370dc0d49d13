"""The order of a list, the letters of its years, its numbers: what concerns entries together."""

import string
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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
    filed = sorted([(_filed_under(entry, style), entry) for entry in references], key=_FIRST)
    ordered: list[Reference] = []
    for (_, _, has_names), group in groupby(filed, key=_FIRST):
        entries = [entry for _, entry in group]
        if len(entries) > 1:
            entries.sort(key=_WITHIN_ONE_NAME[style.letters])
            entries = _all_lettered(entries) if style.letters and has_names else entries
        ordered += entries
    return ordered


def written(references: Sequence[Reference], style: Style) -> Iterator[str]:
    """Each entry as marked text, in the order given."""
    if style.whole:
        whole = style.whole(references)
        yield from (whole.get(reference.id, "") for reference in references)
        return
    entries = map(style.entry, references)
    if style.numbering:
        before, _, after = style.numbering.partition("{}")
        yield from (f"{before}{n}{after}{entry}" for n, entry in enumerate(entries, 1))
    elif style.repeated and style.heading:
        yield from _with_dashes(references, entries, style.heading, style.repeated)
    else:
        yield from entries


def _with_dashes(
    references: Iterable[Reference],
    entries: Iterable[str],
    heading: Callable[[Reference], str],
    dash: str,
) -> Iterator[str]:
    """The *entries* of *references* with a *dash* for names that are those of the entry above."""
    above: list[tuple[str, ...]] = []
    for reference, entry in zip(references, entries, strict=True):
        names = names_of(reference)
        if names and names == above:
            said = heading(reference)
            yield dash + entry.removeprefix(said) if entry.startswith(said) else entry
        else:
            yield entry
        above = names


def _filed_under(reference: Reference, style: Style) -> tuple[str, bool, bool]:
    """Names, or else what stands first (APA 7, 9.44 to 9.49); whether there are more names than
    are given, and whether there are any.
    """
    names = _heads(reference)
    if names:
        heads = [_filed_name(name, style.demoted_particles) for name in names]
        return "\1".join(heads), reference.others, True
    if style.heading:
        return _filed(style.heading(reference)), reference.others, False
    return _title_key(reference), reference.others, False


def _title_key(reference: Reference) -> str:
    return _filed(reference.title.value) if reference.title else ""


def _dated(reference: Reference) -> tuple[int, str, int, int, str]:
    """Year, letter, month, day and title; works without a date first."""
    return (*_date_key(reference.issued), _title_key(reference))


def _titled(reference: Reference) -> tuple[int, str, str]:
    """Year, letter and title; works without a date last."""
    year, letter = _date_key(reference.issued)[:2]
    return (year if year > -_LATE else _LATE), letter, _title_key(reference)


_FIRST = itemgetter(0)
_WITHIN_ONE_NAME: dict[str, Callable[[Reference], Any]] = {
    "date": _dated, "title": _titled, "": _title_key,
}  # fmt: skip
"""The order of works of one author by the letters of the style."""


def names_of(reference: Reference) -> list[tuple[str, ...]]:
    """The names under which an entry stands, comparable."""
    return [(name.literal, name.family, name.given, name.suffix) for name in _heads(reference)]


def _heads(reference: Reference) -> tuple[Name, ...]:
    """Whose names the entry stands under; editors of a part do not head it."""
    if reference.author or (reference.container_title and reference.type != "document"):
        return reference.author
    return reference.names


def _filed_name(name: Name, demoted_particles: bool) -> str:
    """A name so that text order is that of names: the family before all that follows it."""
    if name.literal:
        return _filed(name.literal)
    filed = name.family if demoted_particles else family(name)
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


def _all_lettered(entries: list[Reference]) -> list[Reference]:
    """Works of one author in order, those of one year with letters."""
    groups = groupby(entries, key=_year)
    return [entry for _, group in groups for entry in _lettered(list(group))]


def _year(reference: Reference) -> object:
    """Equal for works which letters tell apart; those in press have no letters."""
    issued = reference.issued
    if issued and issued.year is None and issued.literal:
        return reference.id
    return issued.year if issued else None


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

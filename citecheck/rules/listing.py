"""LST4xx: the list as a whole: order, duplicates, lines that are no entries."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapidfuzz import fuzz

from citecheck.language.folding import fold, is_latin, words
from citecheck.matching.names import letters
from citecheck.model import Reference, ReferenceSection, RelatedPlace, Severity
from citecheck.rules.context import Context
from citecheck.rules.grouping import grouped, in_the_list, line_of
from citecheck.rules.ordering import letter_by_letter, misplaced
from citecheck.rules.rule import Problem, rule

_FEWEST_FOR_ORDER = 5
_MOSTLY = 0.15
"""Largest share of misplaced entries in a list that is in alphabetical order at all."""
_SAME_TITLE = 93.0
_PREPRINT = re.compile(r"\b(?:arxiv|biorxiv|medrxiv|ssrn|psyarxiv|socarxiv|preprint)\b")
_MOST_COMPARED = 50
"""Earlier entries of one key that an entry is compared with, so that the work stays linear."""


def _in_section(context: Context, section: ReferenceSection) -> list[Reference]:
    return [r for r in context.references if section.span.contains(r.span)]


@rule("LST401", "list-order", Severity.WARNING)
def list_order(context: Context) -> Iterator[Problem]:
    """An entry stands at the wrong place of an alphabetical list.

    ## What it does
    Finds the order that the list itself follows (letter by letter, word by word, with or without
    particles, by the alphabet of its language) and reports the fewest entries that break it.
    Numbered lists and lists in order of citation stay silent; so does the order of scripts.

    ## Why is this bad
    Readers look entries up by the alphabet.

    ## Example
    "Nowak" between "Abel" and "Berg".

    ## Fix safety
    No fix yet: moving entries is left to the author.
    """
    for section in context.sections:
        entries = [r for r in _in_section(context, section) if not r.same_author_as_above]
        if sum(entry.key.isdigit() for entry in entries) > len(entries) / 2:
            continue
        for group in grouped(entries, lambda r: is_latin(letter_by_letter(r)[:3])):
            yield from _out_of_order(context, group)
            yield from _number_before_none(group)


def _out_of_order(context: Context, entries: Sequence[Reference]) -> Iterator[Problem]:
    wrong = misplaced(entries)
    if len(entries) < _FEWEST_FOR_ORDER or len(wrong) > max(1, _MOSTLY * len(entries)):
        return
    for index in wrong:
        reference = entries[index]
        key = letter_by_letter(reference)
        before = [e for i, e in enumerate(entries) if i not in wrong and letter_by_letter(e) <= key]
        where = (
            f"it belongs after {line_of(context, before[-1])}"
            if before
            else ("it belongs at the beginning")
        )
        yield Problem(
            span=reference.span,
            message=f"the entry is out of alphabetical order; {where}",
            confidence=0.85,
            related=tuple(in_the_list(entry) for entry in before[-1:]),
            reference_ids=(reference.id,),
        )


def _number_before_none(entries: Sequence[Reference]) -> Iterator[Problem]:
    """Entries of one name where a numbered one stands before the one without a number."""
    for before, after in pairwise(entries):
        if not before.disambiguator or after.disambiguator:
            continue
        if letter_by_letter(before) == letter_by_letter(after):
            yield Problem(
                span=before.span,
                message=f"the entry numbered “{before.disambiguator.value}” stands before the one "
                "without a number: right by year perhaps, wrong by name",
                confidence=0.7,
                severity=Severity.INFO,
                related=(in_the_list(after),),
                reference_ids=(before.id, after.id),
            )


@rule("LST402", "duplicate-entry", Severity.WARNING)
def duplicate_entry(context: Context) -> Iterator[Problem]:
    """Two entries describe the same work.

    ## What it does
    Reports entries with nearly the same title by the same first author, a preprint and the
    published version among them. Titles that differ in a number are different works, as are
    editions of other years in other places.

    ## Why is this bad
    Citations are split between the two, and the reader takes them for two works.

    ## Example
    The same article once with and once without its subtitle's full stop.

    ## Fix safety
    No fix: the citations may have to be joined.
    """
    seen: dict[str, list[Reference]] = {}
    for reference in context.references:
        alike = (r for key in _keys(reference) for r in seen.get(key, ())[-_MOST_COMPARED:])
        twin = next((r for r in alike if _same(r, reference)), None)
        if twin:
            yield Problem(
                span=reference.span,
                message=f"the same work is listed on {line_of(context, twin)}",
                confidence=0.85,
                related=(RelatedPlace(span=twin.span, message="listed here first"),),
                reference_ids=(twin.id, reference.id),
            )
        for key in _keys(reference):
            seen.setdefault(key, []).append(reference)


def _keys(reference: Reference) -> Iterator[str]:
    if reference.doi:
        yield f"doi:{reference.doi.value.lower()}"
    if reference.title:
        title = words(reference.title.value)
        if len(title) > 2:
            yield f"title:{' '.join(title[:2])}"
        if reference.names:
            yield f"author:{letters(reference.names[0].sort_name)}:{_year(reference)}"


def _year(reference: Reference) -> int | None:
    return reference.issued.year if reference.issued else None


def _same(one: Reference, other: Reference) -> bool:
    if one.title is None or other.title is None:
        return False
    first, second = words(one.title.value), words(other.title.value)
    if len(first) < 3 or [w for w in first if w.isdigit()] != [w for w in second if w.isdigit()]:
        return False
    alike = fuzz.ratio(" ".join(first), " ".join(second)) >= _SAME_TITLE
    names = [letters(r.names[0].sort_name) if r.names else "" for r in (one, other)]
    details = ((one.volume, other.volume), (one.page, other.page), (one.url, other.url))
    agree = all(a is None or b is None or a.value == b.value for a, b in details)
    return alike and names[0] == names[1] and agree and _same_time(one, other)


def _same_time(one: Reference, other: Reference) -> bool:
    """Whether the dates allow for one work: letters tell works apart, and another year at least
    needs the same container.
    """
    if not (one.issued and other.issued):
        return True
    if one.issued.suffix and other.issued.suffix and one.issued.suffix != other.issued.suffix:
        return False
    if _year(one) == _year(other):
        return True
    containers = [fold(r.container_title.value) if r.container_title else "" for r in (one, other)]
    if any(_PREPRINT.search(fold(reference.raw)) for reference in (one, other)):
        return True
    return bool(containers[0]) and containers[0] == containers[1]


@rule("LST403", "stray-line", Severity.INFO)
def stray_line(context: Context) -> Iterator[Problem]:
    """A line inside the literature list is no entry.

    ## What it does
    Reports lines among the entries that do not have the shape of one, such as a photo credit.

    ## Why is this bad
    It may be an entry that lost its data, or text that belongs elsewhere.

    ## Example
    "Photo: ... / Wikimedia Commons" after the last entry.

    ## Fix safety
    No fix.
    """
    for section in context.sections:
        for stray in section.strays:
            yield Problem(
                span=stray,
                message="this line in the literature list is not an entry",
                confidence=0.7,
            )

"""LST4xx: the list as a whole: order, duplicates, lines that are no entries."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from citecheck.language.folding import is_latin
from citecheck.model import Reference, ReferenceSection, RelatedPlace, Severity
from citecheck.rules.context import Context
from citecheck.rules.fixes import unsafe
from citecheck.rules.grouping import grouped, in_the_list, line_of
from citecheck.rules.moving import moved
from citecheck.rules.ordering import bare_heading, misplaced
from citecheck.rules.rule import Problem, rule

_FEWEST_FOR_ORDER = 5
_MOSTLY = 0.15
"""Largest share of misplaced entries in a list that is in alphabetical order at all."""


def _in_section(context: Context, section: ReferenceSection) -> list[Reference]:
    return [r for r in context.references if section.span.contains(r.span)]


@rule("LST401", "list-order", Severity.WARNING)
def list_order(context: Context) -> Iterator[Problem]:
    """An entry stands at the wrong place of an alphabetical list.

    ## What it does
    Finds the order that the list itself follows (letter by letter, word by word, with or without
    particles, by the alphabet of its language) and reports the fewest entries that break it.
    Numbered and labelled lists and those in order of citation stay silent; so does the order of
    scripts.

    ## Why is this bad
    Readers look entries up by the alphabet.

    ## Example
    "Nowak" between "Abel" and "Berg".

    ## Fix safety
    Unsafe: the entry moves to its place; the order may follow a rule that the list does not show.
    """
    for section in context.sections:
        entries = [r for r in _in_section(context, section) if not r.same_author_as_above]
        if sum(bool(entry.key) for entry in entries) > len(entries) / 2:
            continue
        for group in grouped(entries, lambda r: is_latin(bare_heading(r)[:3])):
            yield from _out_of_order(context, section, group)
            yield from _number_before_none(group)


def _out_of_order(
    context: Context, section: ReferenceSection, entries: Sequence[Reference]
) -> Iterator[Problem]:
    wrong = frozenset(misplaced(entries))
    if len(entries) < _FEWEST_FOR_ORDER or not 0 < len(wrong) <= max(1, _MOSTLY * len(entries)):
        return
    right = [(bare_heading(e), i) for i, e in enumerate(entries) if i not in wrong]
    right.sort()
    for index in sorted(wrong):
        reference = entries[index]
        place = bisect_right(right, (bare_heading(reference), len(entries)))
        before = [entries[right[place - 1][1]]] if place else []
        where = (
            f"it belongs after {line_of(context, before[-1])}"
            if before
            else "it belongs at the beginning"
        )
        yield Problem(
            span=reference.span,
            message=f"the entry is out of alphabetical order; {where}",
            confidence=0.85,
            related=tuple(in_the_list(entry) for entry in before[-1:]),
            reference_ids=(reference.id,),
            fix=unsafe(
                moved(context, section, reference.span, before[-1].span if before else None)
            ),
        )


def _number_before_none(entries: Sequence[Reference]) -> Iterator[Problem]:
    """Entries of one name where a numbered one stands before the one without a number."""
    for before, after in pairwise(entries):
        if not before.disambiguator or after.disambiguator:
            continue
        if bare_heading(before) == bare_heading(after):
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
    for reference in context.references:
        twin = context.reference.get(context.twins.get(reference.id, ""))
        if twin:
            yield Problem(
                span=reference.span,
                message=f"the same work is listed in {line_of(context, twin)}",
                confidence=0.85,
                related=(RelatedPlace(span=twin.span, message="listed here first"),),
                reference_ids=(twin.id, reference.id),
            )


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

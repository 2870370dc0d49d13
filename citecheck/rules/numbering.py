"""CIT106, LST404: numbers of numeric systems, in the text and in the list."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from citecheck.model import CitationSystem, MatchStatus, Reference, RelatedPlace, Severity
from citecheck.rules.context import Context
from citecheck.rules.grouping import line_of, shown
from citecheck.rules.rule import Problem, rule

_MOSTLY = 0.1
"""Largest share of numbers out of order in a text that numbers by first citation at all."""


def _numbered(context: Context) -> list[Reference]:
    """The entries, if most of the list is numbered."""
    numbered = [r for r in context.references if r.key.isdecimal() and len(r.key) < 6]
    return numbered if len(numbered) > len(context.references) / 2 else []


@rule("CIT106", "number-order", Severity.INFO)
def number_order(context: Context) -> Iterator[Problem]:
    """A number is cited for the first time before a smaller one.

    ## What it does
    Where nearly all numbers appear in the text in rising order, reports those that do not, at
    their first citation. Lists numbered by the alphabet stay silent.

    ## Why is this bad
    Vancouver, IEEE and their kin number sources in the order of their first citation.

    ## Example
    "... as shown before [4] ... later [3]".

    ## Fix safety
    No fix: renumbering changes the whole list.
    """
    first: dict[int, str] = {}
    for citation, match in context.resolved:
        if citation.system == CitationSystem.NUMERIC and match.reference_ids:
            for label in citation.labels:
                if label.isdecimal():
                    first.setdefault(int(label), citation.id)
    late = [(high, low) for high, low in pairwise(first) if low < high]
    if len(late) > max(1, _MOSTLY * len(first)):
        return
    by_id = {citation.id: citation for citation in context.citations}
    for high, low in late:
        citation = by_id[first[low]]
        yield Problem(
            span=citation.span,
            message=f"“{shown(citation)}”: number {low} is first cited after number {high}",
            confidence=0.8,
            related=(RelatedPlace(span=by_id[first[high]].span, message=f"{high} is cited here"),),
            citation_ids=(citation.id,),
        )


@rule("LST404", "numbering-gap", Severity.WARNING)
def numbering_gap(context: Context) -> Iterator[Problem]:
    """The numbers of the list skip one or repeat one.

    ## What it does
    Reports a number that does not follow the one before it, where most of the list is numbered.
    A number that is missing and cited is reported as such, not here.

    ## Why is this bad
    Every citation behind the gap may point to the wrong entry.

    ## Example
    "11.", "12.", "14."

    ## Fix safety
    No fix: the citations follow the numbers.
    """
    entries = _numbered(context)
    steps = Counter(int(after.key) - int(before.key) for before, after in pairwise(entries))
    if steps[1] < len(entries) * 0.8 - 1:
        return
    lost = (c for c, match in context.resolved if match.status is MatchStatus.UNMATCHED)
    missing = {label for citation in lost for label in citation.labels}
    for before, after in pairwise(entries):
        step = int(after.key) - int(before.key)
        if step == 1 or (after.key == "1" and step < 0):
            continue
        skipped = range(int(before.key) + 1, int(after.key))
        if skipped and len(skipped) <= len(missing) and missing.issuperset(map(str, skipped)):
            continue  # reported where they are cited
        what = "is there twice" if step == 0 else f"follows number {before.key}"
        yield Problem(
            span=after.span,
            message=f"number {after.key} {what}",
            confidence=0.8,
            related=(RelatedPlace(span=before.span, message=line_of(context, before)),),
            reference_ids=(before.id, after.id),
        )

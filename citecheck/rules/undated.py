"""DAT304: entries without a year."""

import re
from collections.abc import Iterator, Sequence

from citecheck.model import Citation, Reference, Severity
from citecheck.rules.context import Context
from citecheck.rules.grouping import also_here
from citecheck.rules.rule import Problem, rule

_ANY_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)")
_MOST = 0.6
"""Share of entries that must have a year before one without is called incomplete."""


@rule("DAT304", "missing-year", Severity.WARNING)
def missing_year(context: Context) -> Iterator[Problem]:
    """An entry has no year of publication.

    ## What it does
    Reports entries without a date and without "n.d." that are cited with a year, where most
    entries have one. A year inside the title is not the year of publication. Data and pages that
    are cited by the year in which they were looked up are information only: they have no other.

    ## Why is this bad
    The citation gives a year that the entry does not confirm; undated works say so ("n.d.").

    ## Example
    "MID.RU, “Interview ..., Moscow, December 28, 2023”, MID.RU. Downloaded 9 February 2024".

    ## Fix safety
    No fix: the year is in the source.
    """
    missing = [r for r in context.references if r.issued is None and r.title]
    if len(missing) > (1 - _MOST) * len(context.references):
        return
    for reference in missing:
        cited = [c for c in context.citations_of(reference.id) if c.year and c.year.year]
        if not cited or _ends_plain_title(reference, cited):
            continue
        years = sorted({str(c.year.year) for c in cited if c.year})
        looked_up = _is_undated_page(reference, years)
        yield Problem(
            span=reference.span,
            message="the entry has no year of publication of its own; "
            f"it is cited as {' and '.join(years)}",
            confidence=0.8,
            severity=Severity.INFO if looked_up else None,
            reference_ids=(reference.id,),
            related=also_here((c.span for c in cited), "cited here"),
        )


def _is_undated_page(reference: Reference, years: Sequence[str]) -> bool:
    """Whether it is cited by the year in which it was looked up, its title naming no other."""
    accessed = reference.accessed
    title = reference.title.value if reference.title else ""
    return bool(accessed and years == [str(accessed.year)]) and not _ANY_YEAR.search(title)


def _ends_plain_title(reference: Reference, cited: Sequence[Citation]) -> bool:
    """Whether the year cited ends a title without quotation marks, and so may be the entry's own:
    "Universal declaration. Proclaimed in Paris, 10 December 1948".
    """
    title = reference.title.value.rstrip(" .)") if reference.title and not reference.quotes else ""
    return any(c.year is not None and title.endswith(str(c.year.year)) for c in cited)

"""DAT308-309: dates that cannot be, by the calendar alone."""

from collections.abc import Iterator

from citecheck.model import PartialDate, Severity
from citecheck.rules.context import Context
from citecheck.rules.rule import Problem, rule


@rule("DAT308", "future-date", Severity.WARNING)
def future_date(context: Context) -> Iterator[Problem]:
    """An entry was published, or looked up, after today.

    ## What it does
    Reports years of publication more than one year ahead, and access dates in the future. Works
    in press may carry next year's date.

    ## Why is this bad
    It is a slip of the keyboard.

    ## Example
    "Accessed 5 February 2042", in 2026.

    ## Fix safety
    No fix.
    """
    if context.today is None:
        return
    now = [context.today.year, context.today.month, context.today.day]
    for reference in context.references:
        issued, accessed = reference.issued, reference.accessed
        if issued and issued.parts and issued.parts[0] > now[0] + 1:
            what = f"the entry is dated {issued.parts[0]}, which is still to come"
            yield Problem(issued.span or reference.span, what, reference_ids=(reference.id,))
        if accessed and accessed.parts > now:
            what = f"the access date, {_iso(accessed)}, is still to come"
            yield Problem(accessed.span or reference.span, what, reference_ids=(reference.id,))


@rule("DAT309", "accessed-before-issued", Severity.INFO)
def accessed_before_issued(context: Context) -> Iterator[Problem]:
    """A source was looked up before it was published.

    ## What it does
    Compares access date and date of publication as far as both are given. Articles in journals
    may appear online a year before their issue. It is information only: styles ask for access
    dates no more (Chicago 18, 13.15), and a wrong one keeps nobody from the source.

    ## Why is this bad
    One of the two dates is wrong.

    ## Example
    "Reuters, 26 January 2024. Downloaded 23 February 2023".

    ## Fix safety
    No fix: either date may be wrong.
    """
    for reference in context.references:
        issued, accessed = reference.issued, reference.accessed
        if not (issued and accessed and issued.parts and accessed.parts):
            continue
        if (reference.volume or reference.issue) and accessed.parts[0] >= issued.parts[0] - 1:
            continue
        shared = min(len(issued.parts), len(accessed.parts))
        if accessed.parts[:shared] < issued.parts[:shared]:
            yield Problem(
                span=accessed.span or reference.span,
                message=f"accessed {_iso(accessed)}, but published {_iso(issued)}",
                confidence=0.85,
                reference_ids=(reference.id,),
            )


def _iso(date: PartialDate) -> str:
    return "-".join(f"{part:02}" for part in date.parts)

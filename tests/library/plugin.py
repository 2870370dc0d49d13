"""An example of a package that adds to citecheck: a rule, a format of reports, a source.

Its entry points stand in its pyproject.toml:

    [project.entry-points."citecheck.rules"]
    house-style = "citecheck_house:RULES"

    [project.entry-points."citecheck.reports"]
    counts = "citecheck_house:render"
"""

from collections.abc import Iterable, Iterator

from citecheck.model import Report, Severity
from citecheck.reports import Look
from citecheck.rules import Context, Problem, Rule, rule


@rule("HSE101", "too-few-entries", Severity.WARNING)
def too_few_entries(context: Context) -> Iterator[Problem]:
    """The list has fewer entries than the house asks for.

    ## What it does
    Reports lists of fewer than five entries.

    ## Why is this bad
    The house asks for five.

    ## Example
    A list of two entries.

    ## Fix safety
    No fix.
    """
    if context.sections and len(context.references) < 5:
        yield Problem(
            span=context.sections[0].span, message=f"only {len(context.references)} entries"
        )


RULES: tuple[Rule, ...] = (too_few_entries,)


def render(reports: Iterable[Report], look: Look) -> Iterator[str]:
    """A line for each draft: its name and the number of findings."""
    for report in reports:
        yield f"{report.document.path}: {len(report.findings)}\n"

"""FRM605-606: the writer's own habit decides what is inconsistent; the minority is named once."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from citecheck.model import Citation, CitationSystem, Edit, Severity, Span
from citecheck.rules.context import Context
from citecheck.rules.fixes import safe
from citecheck.rules.forms import majority
from citecheck.rules.grouping import also_here, shown
from citecheck.rules.mending import names_span
from citecheck.rules.rule import Problem, rule

_HABIT = 0.75
"""Share from which a way of writing is the writer's habit."""
_FEWEST = 4
_COMMAS = {",": "a comma", "": "no comma"}


def minority(
    citations: Sequence[Citation], form: Callable[[Citation], str]
) -> tuple[str, list[Citation]]:
    """The habitual form, and the citations that depart from it; none where there is no habit."""
    formed = [citation for citation in citations if form(citation)]
    usual = majority((form(citation) for citation in formed), "")
    odd = [citation for citation in formed if form(citation) != usual]
    if len(formed) < _FEWEST or len(odd) > (1 - _HABIT) * len(formed):
        return usual, []
    return usual, odd


def _problem(odd: list[Citation], message: str, edits: Iterable[Edit]) -> Problem:
    return Problem(
        span=odd[0].span,
        message=message,
        confidence=0.8,
        related=also_here(citation.span for citation in odd[1:]),
        citation_ids=tuple(citation.id for citation in odd),
        fix=safe(edits),
    )


def _after_names(citation: Citation) -> Span | None:
    """What stands between the names and the year."""
    names, year = names_span(citation), citation.year.span if citation.year else None
    return Span(start=names.end, end=year.start) if names and year else None


@rule("FRM605", "inconsistent-conjunction", Severity.INFO)
def inconsistent_conjunction(context: Context) -> Iterator[Problem]:
    """Two authors are joined now by "and", now by "&".

    ## What it does
    Reports once the citations that join names otherwise than the rest. Citations in parentheses
    and in the sentence are two habits, since APA writes "&" in the one and "and" in the other.

    ## Why is this bad
    The reader wonders whether the difference means something.

    ## Example
    "(Dunay & Herd, 2020)" among "(Popeski and Singh, 2024)".

    ## Fix safety
    Safe: the form alone changes.
    """
    for narrative in (False, True):
        citations = [c for c in context.citations if c.narrative is narrative]
        usual, odd = minority(citations, lambda citation: citation.conjunction.casefold())
        if odd:
            yield _problem(
                odd,
                f"“{shown(odd[0])}” joins the names by “{odd[0].conjunction}”, "
                f"most other citations by “{usual}”",
                (edit for citation in odd for edit in _joined(context, citation, usual)),
            )


def _joined(context: Context, citation: Citation, word: str) -> Iterator[Edit]:
    """*word* for the one that joins the last two names."""
    if len(citation.names) > 1:
        gap = Span(start=citation.names[-2].span.end, end=citation.names[-1].span.start)
        at = gap.of(context.document.text).find(citation.conjunction)
        if at >= 0:
            start = gap.start + at
            yield Edit(span=Span(start=start, end=start + len(citation.conjunction)), text=word)


@rule("FRM606", "inconsistent-comma", Severity.INFO)
def inconsistent_comma(context: Context) -> Iterator[Problem]:
    """A comma stands before the year in some citations and not in others.

    ## What it does
    Reports once the citations in parentheses that differ from the rest in the comma between
    name and year.

    ## Why is this bad
    It shows that citations were typed in two styles, or copied from elsewhere.

    ## Example
    "(Zogg 2021)" among "(Ferris, 2022)".

    ## Fix safety
    Safe: the form alone changes.
    """
    text = context.document.text

    def comma(citation: Citation) -> str:
        between = _after_names(citation)
        return _COMMAS.get(between.of(text).strip(), "") if between else ""

    enclosed = [
        citation
        for citation in context.citations
        if citation.system == CitationSystem.AUTHOR_YEAR and not citation.narrative
    ]
    usual, odd = minority(enclosed, comma)
    if odd:
        other = comma(odd[0])
        between = ", " if usual == _COMMAS[","] else " "
        yield _problem(
            odd,
            f"“{shown(odd[0])}” has {other} before the year, most have {usual}",
            (Edit(span=gap, text=between) for c in odd if (gap := _after_names(c))),
        )

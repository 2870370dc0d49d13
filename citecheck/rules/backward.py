"""CIT109: citations that point back, "ibid." and its like."""

from collections.abc import Iterator, Sequence

from citecheck.language.folding import fold
from citecheck.model import Citation, Match, RelatedPlace, Severity
from citecheck.rules.context import Context
from citecheck.rules.grouping import shown
from citecheck.rules.rule import Problem, rule

_MOST = 20
"""Citations before "ibid." that are looked at."""
_BACKWARD = ("ibid", "ebd", "ebenda", "там же", "tamze", "loc. cit", "ib.")


@rule("CIT109", "unclear-ibid", Severity.WARNING)
def unclear_ibid(context: Context) -> Iterator[Problem]:
    """“Ibid.” follows a place that cites several works.

    ## What it does
    Reports "ibid.", "ebd." and their like where the note or the parentheses before cite more than
    one work.

    ## Why is this bad
    "Ibid." means the one work cited just before; after several it means none (Chicago 18, 13.37).

    ## Example
    Note 4 cites Dean and Ferris, note 5 says "Ibid., 12."

    ## Fix safety
    No fix: only the author knows which is meant.
    """
    resolved = context.resolved
    for index, (citation, _) in enumerate(resolved):
        if not fold(citation.raw).startswith(_BACKWARD):
            continue
        before = _together_before(context, resolved[max(0, index - _MOST) : index])
        works = {identifier for _, match in before for identifier in match.reference_ids[:1]}
        if len(works) > 1:
            yield Problem(
                span=citation.span,
                message=f"“{shown(citation)}” follows a place that cites {len(works)} works",
                confidence=0.8,
                related=tuple(
                    RelatedPlace(span=other.span, message="cited just before")
                    for other, _ in before
                ),
                citation_ids=(citation.id,),
            )


def _together_before(
    context: Context, earlier: Sequence[tuple[Citation, Match]]
) -> list[tuple[Citation, Match]]:
    """The last of *earlier* and those in the same parentheses or note (line) as it."""
    if not earlier:
        return []
    last = earlier[-1][0]
    line = context.document.position(last.span.start).line

    def together(citation: Citation) -> bool:
        if last.group is not None:
            return citation.group == last.group
        return context.document.position(citation.span.start).line == line

    return [(citation, match) for citation, match in earlier if together(citation)]

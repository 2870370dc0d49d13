"""In what a note that gives a whole reference differs from the entry of the list."""

import re
from collections.abc import Iterator, Sequence

from citecheck.citations.altered_titles import changes, is_slip
from citecheck.language.folding import fold, letters
from citecheck.matching.names import compare
from citecheck.matching.scoring import compare_years, shown, written_year
from citecheck.model import (
    Citation,
    CitationSystem,
    Deviation,
    DeviationKind,
    Match,
    MatchStatus,
    PartialDate,
    Reference,
    Span,
)

_YEAR = r"((?:1[5-9]|20)\d\d)(?![\d–-])"
# Where a reference has its year: "(Boston: Beacon, 1995)", "(2002)"; "Berlin 1990, S. 5".
_ISSUED = re.compile(rf"\((?:[^()\d]{{0,90}}[ ,:])?{_YEAR}\)|[^\W\d_][.»”\"]?,? {_YEAR}(?=[,.;]|$)")
_ANY_YEAR = re.compile(rf"(?<![\d–-]){_YEAR}")
_NOT_ISSUED = re.compile(
    r"\b(?:access|retriev|visited|abgeruf|zugriff|zuletzt|consult|acced|review|rezension"
    r"|compte rendu|resena|recens|re-?print|nachdruck|orig|first publ|zuerst|reimpr"
    r"|ristamp|https?:)"
)
_SURE = 0.9


def with_deviations(
    matches: dict[str, Match], citations: Sequence[Citation], references: Sequence[Reference]
) -> dict[str, Match]:
    """*matches*, and in what those of *citations* that stand in notes differ from their entries."""
    by_id = {reference.id: reference for reference in references}
    listed = frozenset(letters(n.family or n.literal) for r in references for n in r.names)
    differing = dict(matches)
    for citation in citations:
        match = matches[citation.id]
        if citation.system is CitationSystem.NOTE and match.status is MatchStatus.MATCHED:
            reference = by_id[match.reference_ids[0]]
            found = (
                *_names(citation, reference, listed),
                *_title(citation, reference),
                *_year(citation, reference),
            )
            differing[citation.id] = match.model_copy(update={"deviations": found})
    return differing


def _names(citation: Citation, reference: Reference, listed: frozenset[str]) -> Iterator[Deviation]:
    """The cited name that no entry has, where it is a slip away from one of this entry's."""
    for cited in citation.names:
        if not reference.names or letters(cited.family) in listed:
            continue
        meant = max(reference.names, key=lambda name: compare(cited, name).score)
        if compare(cited, meant).kind is DeviationKind.MISSPELT:
            yield Deviation(
                kind=DeviationKind.MISSPELT,
                cited=cited.family,
                listed=shown(meant),
                cited_span=cited.span,
                listed_span=meant.span,
            )


def _year(citation: Citation, reference: Reference) -> Iterator[Deviation]:
    """The one year that a note gives behind author and title, where the entry has another."""
    issued = reference.issued
    if not (issued and issued.year) or not _is_by(citation, reference):
        return
    years = {match[1] for match in _ANY_YEAR.finditer(citation.raw)}
    found = list(_ISSUED.finditer(citation.raw))
    if len(found) != 1 or len(years) != 1 or _NOT_ISSUED.search(fold(citation.raw)):
        return
    group = 1 if found[0][1] else 2
    start = citation.span.start + found[0].start(group)
    cited = PartialDate(year=int(found[0][group]), span=Span(start=start, end=start + 4))
    if found[0][group] in reference.raw or compare_years(cited, reference)[1] is None:
        return
    yield Deviation(
        kind=DeviationKind.YEAR,
        cited=written_year(cited),
        listed=written_year(issued),
        cited_span=cited.span,
        listed_span=issued.span,
    )


def _title(citation: Citation, reference: Reference) -> Iterator[Deviation]:
    """The words of a title that are others than the list's; in a note without a year only slips,
    and none in one of another year: either may mean another work.
    """
    title, raw = reference.title, citation.raw
    if title is None or not _is_by(citation, reference):
        return
    after = max(name.span.end for name in citation.names) - citation.span.start
    found = changes(raw, max(0, after), len(raw), title.value)
    years = {match[1] for match in _ANY_YEAR.finditer(raw)}
    if years and not (reference.issued and str(reference.issued.year) in years):
        return
    if not years and not all(is_slip(raw[c.start : c.end], c.listed) for c in found):
        return
    for change in found:
        start, end = citation.span.start + change.start, citation.span.start + change.end
        cited = raw[change.start : change.end]
        yield Deviation(
            kind=DeviationKind.TITLE,
            cited=cited,
            listed=change.listed[0].upper() + change.listed[1:]
            if cited[0].isupper()
            else change.listed,
            cited_span=Span(start=start, end=end),
            listed_span=title.span,
        )


def _is_by(citation: Citation, reference: Reference) -> bool:
    """Whether the citation names who the entry begins with."""
    first = reference.names[:1]
    return any(compare(cited, name).score >= _SURE for cited in citation.names for name in first)

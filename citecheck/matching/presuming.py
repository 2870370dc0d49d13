"""Which entry a citation that fits none should have meant, and what speaks for it."""

from collections.abc import Sequence
from typing import NamedTuple

from citecheck.language.folding import letters
from citecheck.matching.scoring import Assessment
from citecheck.matching.similarity import is_bold
from citecheck.matching.surroundings import name_nearby, quoted_title
from citecheck.model import Citation, Deviation, DeviationKind, Document, Evidence

SERIOUS = (DeviationKind.MISSPELT, DeviationKind.GIVEN_NAME, DeviationKind.YEAR)
"""Differences with which a citation is not as listed, however well the rest fits."""
SUPPORTED = 0.3
"""Least fit of a citation that is taken for a slip where the text around it speaks for that."""
_PRESUMED = 0.45
"""The same without such evidence."""
_UNCITED_BONUS = 0.1
"""What it counts for an entry that nothing else cites."""
_EVIDENCE_BONUS = 0.15
_CLEARLY = 0.03
_MOST_CANDIDATES = 8


class Surroundings(NamedTuple):
    """The text, the entries that other citations mean, and where names of citations begin."""

    document: Document
    cited_entries: frozenset[int]
    cited_at: frozenset[int]


def presume(
    citations: Sequence[Citation], assessments: Sequence[Assessment], around: Surroundings
) -> tuple[Assessment, list[Evidence]] | None:
    """The one candidate that stands out for *citations* (all written alike), with its evidence."""
    ranked: list[tuple[float, Assessment, list[Evidence]]] = []
    for assessment in assessments[:_MOST_CANDIDATES]:
        evidence = _support(citations, assessment, around)
        uncited = assessment.entry.index not in around.cited_entries
        fit = assessment.score + (_UNCITED_BONUS if uncited else 0.0)
        if fit < (SUPPORTED if evidence else _PRESUMED):
            continue
        if evidence or _plausible(citations[0], assessment, uncited=uncited):
            ranked.append((fit + _EVIDENCE_BONUS * len(evidence), assessment, evidence))
    ranked.sort(key=lambda item: (-item[0], item[1].entry.index))
    if ranked and (len(ranked) == 1 or ranked[0][0] - ranked[1][0] > _CLEARLY):
        return ranked[0][1], ranked[0][2]
    return None


def _plausible(citation: Citation, assessment: Assessment, *, uncited: bool) -> bool:
    """Whether a slip explains the difference better than a missing entry does.

    A name and a year both wrong are no slip. A name far from the listed one needs an entry that
    nothing else cites. Another year of an author whose entry is cited
    rightly elsewhere is more likely another work.
    """
    wrong_year = assessment.has(DeviationKind.YEAR)
    wrong_name = assessment.has(DeviationKind.MISSPELT, DeviationKind.GIVEN_NAME)
    if wrong_year and wrong_name:
        return False
    if any(_is_bold(deviation) for deviation in assessment.deviations):
        return uncited and not assessment.has(DeviationKind.EXTRA_AUTHORS)
    if wrong_year:
        return uncited or (len(citation.names) > 1 and assessment.score > 0.55)
    return True


def _is_bold(deviation: Deviation) -> bool:
    return deviation.kind == DeviationKind.MISSPELT and is_bold(
        letters(deviation.cited), letters(deviation.listed)
    )


def _support(
    citations: Sequence[Citation], assessment: Assessment, around: Surroundings
) -> list[Evidence]:
    wrong_names = [
        deviation.listed
        for deviation in assessment.deviations
        if deviation.kind in (DeviationKind.MISSPELT, DeviationKind.GIVEN_NAME)
    ]
    for citation in citations:
        found = [quoted_title(around.document, citation, assessment.entry)]
        found += [
            name_nearby(around.document, citation, listed, around.cited_at)
            for listed in wrong_names[:1]
        ]
        if any(found):
            return [evidence for evidence in found if evidence]
    return []

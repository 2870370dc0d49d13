"""What the writer does as a rule: the majority form, against which the minority is inconsistent."""

from collections.abc import Sequence

from citecheck.model import Citation, CitationSystem, DeviationKind, Match, MatchStatus, Reference
from citecheck.rules.context import Context, Deviating
from citecheck.rules.grouping import closed

FEWEST_FOR_ET_AL = 3
"""Authors from which styles abbreviate to "et al." (APA 7, 8.17; Chicago 18, 13.107)."""


def cite_as(context: Context, citation: Citation, reference: Reference) -> str:
    """The citation as the list has the entry, in the writer's own form: "Deen et al., 2021"."""
    who = named_as(context, citation, reference)
    return closed(f"{who}{_separator(context, citation)}{_year(citation, reference)}")


def named_as(context: Context, citation: Citation, reference: Reference) -> str:
    """The names alone, in the writer's own form: "Deen et al."."""
    conjunction, et_al = context.usual_forms
    names = [name.sort_name for name in reference.names]
    if not names:
        names = [citation.names[0].family] if citation.names else [citation.raw]
    if len(names) >= FEWEST_FOR_ET_AL or reference.others:
        return f"{names[0]} {et_al}"
    sign = citation.conjunction or conjunction
    return (sign if sign == "/" else f" {sign} ").join(names)


def _separator(context: Context, citation: Citation) -> str:
    """What stands between names and year in this citation, brackets included."""
    year = citation.year.span if citation.year else None
    ends = [name.span.end for name in citation.names]
    ends += [citation.et_al_span.end] if citation.et_al_span else []
    if year is None or not ends or year.start < max(ends) or year.start - max(ends) > 4:
        return ", "
    between = context.document.text[max(ends) : year.start]
    return between if between.strip(" ,(") == "" and between else ", "


def _year(citation: Citation, reference: Reference) -> str:
    for date in (reference.issued, citation.year):
        if date and date.year is not None:
            return f"{date.year}{date.suffix}"
        if date and date.literal:
            return date.literal
    return ""


def either_way(context: Context, group: Sequence[Deviating]) -> str:
    """The citation as listed; or the entry as cited, where nothing tells which of the two is right.

    A name in the sentence before may, and another citation of the entry that is as listed.
    """
    first = group[0]
    listed = cite_as(context, first.citation, first.reference)
    if first.citation.system is CitationSystem.NOTE:
        listed = first.deviation.listed
    accused = {item.citation.id for item in group}
    spelt = any(evidence.kind == "name-nearby" for evidence in first.match.evidence)
    if spelt or any(c.id not in accused for c in context.citations_of(first.reference.id)):
        return listed
    return f"{listed}, or “{first.deviation.cited}” in the list"


def is_settled(match: Match) -> bool:
    """Whether the citation is resolved to one entry."""
    return match.status in (MatchStatus.MATCHED, MatchStatus.PRESUMED)


def multi_author_forms(context: Context, fewest: int, most: int) -> tuple[int, int]:
    """How many entries with *fewest* to *most* names are cited in full or by "et al.", and how
    many with names left out without a word.
    """
    full: set[str] = set()
    short: set[str] = set()
    for _, match in context.resolved:
        if not is_settled(match):
            continue
        reference = context.reference[match.reference_ids[0]]
        if fewest <= len(reference.names) <= most:
            kinds = {deviation.kind for deviation in match.deviations}
            (short if DeviationKind.MISSING_AUTHORS in kinds else full).add(reference.id)
    return len(full - short), len(short)

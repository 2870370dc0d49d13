"""DAT3xx: years, and the letters that tell works of one year apart."""

from collections.abc import Iterator
from itertools import pairwise

from citecheck.language.folding import letters
from citecheck.model import (
    CitationSystem,
    DeviationKind,
    Edit,
    Fix,
    MatchStatus,
    Reference,
    Safety,
    Severity,
    Span,
)
from citecheck.rules.context import Context, Deviating
from citecheck.rules.conventions import cite_as, either_way
from citecheck.rules.grouping import (
    also_here,
    difference,
    grouped,
    in_the_list,
    shown,
)
from citecheck.rules.rule import Problem, rule


def _by_entry_and_year(item: Deviating) -> tuple[str, str]:
    return item.reference.id, item.deviation.cited


@rule("DAT301", "wrong-year", Severity.ERROR)
def wrong_year(context: Context) -> Iterator[Problem]:
    """The year in a citation is not the year in the entry.

    ## What it does
    Reports citations that fit an entry in everything but the year. Which year is right is not
    decided.

    ## Why is this bad
    The reader cannot tell whether another work is meant.

    ## Example
    "(Zogg, 2012)" for the entry "Zogg, Benno", 2021.

    ## Fix safety
    Unsafe: the listed year replaces the cited one.
    """
    for group in grouped(context.deviating(DeviationKind.YEAR), _by_entry_and_year):
        first = group[0]
        cited, listed = first.deviation.cited, first.deviation.listed
        yield difference(
            group,
            f"“{shown(first.citation)}”: the citation says {cited}, the list {listed}",
            suggestion=either_way(context, group),
            confidence=first.match.confidence,
        )


def _author_year(reference: Reference) -> tuple[object, ...] | None:
    issued = reference.issued
    if issued is None or issued.year is None or not reference.names or reference.disambiguator:
        return None
    return (*(letters(name.sort_name) for name in reference.names), issued.year)


@rule("DAT302", "missing-year-letter", Severity.WARNING)
def missing_year_letter(context: Context) -> Iterator[Problem]:
    """Entries with the same authors and year have no letters that tell them apart.

    ## What it does
    Reports groups of entries with equal authors and year, not all of them with a letter of their
    own, if some citation is ambiguous between them.

    ## Why is this bad
    Author and year must name one work (APA 7, 9.47; Chicago 18, 13.114).

    ## Example
    Two entries "TASS editorial ... 2021".

    ## Fix safety
    Shown, not applied: the citations need the same letters, and only the author knows which.
    """
    unclear = {
        identifier
        for match in context.matches
        if match.status == MatchStatus.AMBIGUOUS and not context.are_one_work(match.reference_ids)
        for identifier in match.reference_ids
    }
    dated = [r for r in context.references if r.id in unclear and _author_year(r)]
    for group in grouped(dated, _author_year):
        marks = {r.issued.suffix for r in group if r.issued}
        if len(group) < 2 or (len(marks) == len(group) and "" not in marks):
            continue
        first = group[0]
        year = first.issued.year if first.issued else None
        lettered = [f"{year}{chr(ord('a') + i)}" for i in range(min(26, len(group)))]
        yield Problem(
            span=_year_span(first),
            message=f"{len(group)} entries have the same author and year; the years need letters",
            confidence=0.9,
            related=also_here((_year_span(r) for r in group[1:]), "the same author and year"),
            reference_ids=tuple(reference.id for reference in group),
            suggestion=" / ".join(lettered),
            fix=_letter_fix(group, lettered),
        )


def _year_span(reference: Reference) -> Span:
    return (reference.issued.span if reference.issued else None) or reference.span


def _letter_fix(group: list[Reference], lettered: list[str]) -> Fix:
    edits = []
    for reference, year in zip(group, lettered, strict=False):
        issued = reference.issued
        if issued and issued.span and issued.year is not None:
            offset = reference.span.start
            written = reference.raw[issued.span.start - offset : issued.span.end - offset]
            written = written.replace(str(issued.year), year, 1)
            edits.append(Edit(span=issued.span, text=written))
    return Fix(safety=Safety.DISPLAY, edits=tuple(edits))


@rule("DAT303", "numbered-disambiguator", Severity.WARNING)
def numbered_disambiguator(context: Context) -> Iterator[Problem]:
    """A number behind the name tells works apart instead of a letter behind the year.

    ## What it does
    Reports "(2)" after a name in citations and entries, once for the document.

    ## Why is this bad
    Author-year styles tell works apart by a letter after the year (APA 7, 8.19); the number
    belongs to no style, and is needed only where author and year are the same.

    ## Example
    "(Belarus Presidential Office (2), 2023)".

    ## Fix safety
    No fix: the letters depend on the whole list.
    """
    cited = [citation for citation in context.citations if citation.disambiguator]
    listed = [reference for reference in context.references if reference.disambiguator]
    places = [c.span for c in cited]
    places += [(r.disambiguator.span if r.disambiguator else None) or r.span for r in listed]
    if not places:
        return
    number = cited[0].disambiguator.strip("()") if cited else "2"
    yield Problem(
        span=places[0],
        message=f"“({number})” after the name; a letter after the year tells works apart",
        confidence=0.9,
        related=also_here(places[1:]),
        citation_ids=tuple(citation.id for citation in cited),
        reference_ids=tuple(reference.id for reference in listed),
    )


@rule("DAT306", "year-letter-differs", Severity.WARNING)
def year_letter_differs(context: Context) -> Iterator[Problem]:
    """The letter after the year stands in the citation or in the entry, but not in both.

    ## What it does
    Reports citations with a letter for entries without one, with another one, or the reverse,
    where one entry fits all the same. A letter that is merely needless, or that only the entry
    lacks, is information only: no other work can be meant.

    ## Why is this bad
    A letter promises a second work of the same author and year.

    ## Example
    "(Ferris, 2022a)" for the only entry of Ferris from 2022.

    ## Fix safety
    Unsafe: the listed year replaces the cited one.
    """
    items = [
        item
        for item in context.deviating(DeviationKind.YEAR_LETTER)
        if item.match.status != MatchStatus.AMBIGUOUS
    ]
    for group in grouped(items, _by_entry_and_year):
        first = group[0]
        cited, listed = first.deviation.cited, first.deviation.listed
        sibling = _letters_of_siblings(context, first.reference)
        problem = difference(
            group,
            f"“{shown(first.citation)}”: the citation says {cited}, the list {listed}",
            suggestion=either_way(context, group)
            if sibling
            else cite_as(context, first.citation, first.reference),
            confidence=0.8,
        )
        clear = listed.isdecimal() and cited[-1:] not in sibling
        yield problem._replace(severity=Severity.INFO if clear else None)


def _letters_of_siblings(context: Context, reference: Reference) -> frozenset[str]:
    """The letters that other entries of the same authors and year carry."""
    work = _author_year(reference)
    return frozenset(
        other.issued.suffix
        for other in context.references
        if other.id != reference.id
        and other.issued
        and other.issued.suffix
        and _author_year(other) == work
    )


@rule("DAT307", "year-letter-order", Severity.WARNING)
def year_letter_order(context: Context) -> Iterator[Problem]:
    """The letters after the years of one author are not in the order of the list.

    ## What it does
    Reports entries of the same authors and year that share a letter, and, as information only,
    letters that fall: some styles give them in the order of citation.

    ## Why is this bad
    Letters are given in the order of the list (APA 7, 9.47), so that "2021b" follows "2021a".

    ## Example
    An entry "Ferris 2021b" before "Ferris 2021a".

    ## Fix safety
    No fix: the citations follow the letters.
    """
    systems = {citation.system for citation in context.citations}
    if systems and CitationSystem.AUTHOR_YEAR not in systems:
        return
    lettered = [r for r in context.references if _author_year(r) and r.issued and r.issued.suffix]
    for group in grouped(lettered, _author_year):
        for before, after in pairwise(group):
            one, two = (r.issued.suffix if r.issued else "" for r in (before, after))
            if one >= two:
                yield Problem(
                    span=_year_span(after),
                    message=f"the letter “{two}” follows “{one}” for the same author and year",
                    confidence=0.8,
                    severity=None if one == two else Severity.INFO,
                    related=(in_the_list(before, _year_span(before)),),
                    reference_ids=(before.id, after.id),
                )

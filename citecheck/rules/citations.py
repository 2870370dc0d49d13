"""CIT101, CIT103-105: citations without an entry, and of two; no list, or no citations."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from citecheck.language.folding import letters
from citecheck.language.secondary_marks import ends_secondary, is_citing, is_secondary
from citecheck.model import Citation, CitationSystem, Match, MatchStatus, Severity, Span
from citecheck.rules.context import Context
from citecheck.rules.conventions import cite_as
from citecheck.rules.grouping import also_here, grouped, in_the_list, line_of, shown
from citecheck.rules.rule import Problem, rule

MISREAD_SHARE = 0.7
"""Share of unresolved citations, or uncited entries, from which citecheck doubts itself."""
_FEW = 6
_LONGEST_MARK, _LONGEST_SENTENCE = 60, 300
_SENTENCE_END = re.compile(r"[.!?][”\"’)]?\s+[^\W\d_a-z]|\n\s*\n")


@rule("CIT101", "missing-entry", Severity.ERROR)
def missing_entry(context: Context) -> Iterator[Problem]:
    """A work is cited that the list does not hold.

    ## What it does
    Reports citations that no entry of the list fits, neither as written nor as a likely slip.
    Citations of the same work are reported once, with all their places. A work that is quoted
    from another ("cited in", "apud") need not be listed. Where no citation fits and nobody cited
    stands in the list, the list may be another text's, and that is said once.

    ## Why is this bad
    The reader cannot find the source.

    ## Example
    The text cites "(Miller, 2019)"; the list has no Miller.

    ## Fix safety
    No fix: only the author knows the source.
    """
    if not context.references:
        return
    lost = [(c, m) for c, m in context.resolved if m.status == MatchStatus.UNMATCHED]
    quoted_elsewhere = _secondary(context)
    lost = [(c, m) for c, m in lost if c.labels or (c.year and c.names)]
    lost = [(c, m) for c, m in lost if _work(c) not in quoted_elsewhere]
    if not context.list_is_complete:  # the key may stand in the list that could not be read
        lost = [(c, m) for c, m in lost if c.system != CitationSystem.CITEKEY]
    if context.list_is_of_another_text:
        yield _other_list(context, lost)
        return
    doubtful = len(lost) > _FEW and len(lost) > MISREAD_SHARE * len(context.citations)
    for group in grouped(lost, lambda item: _work(item[0])):
        citation, match = group[0]
        near = _nearest(context, citation, match)
        yield Problem(
            span=citation.span,
            message=f"“{_with_author(citation)}” is cited, but no entry of the list fits it"
            + (f"; the nearest is {near}" if near else ""),
            confidence=0.3 if doubtful else 0.9,
            severity=Severity.INFO if doubtful else None,
            related=also_here(c.span for c, _ in group[1:]),
            citation_ids=tuple(c.id for c, _ in group),
            suggestion=near,
        )


def _other_list(context: Context, lost: Sequence[tuple[Citation, Match]]) -> Problem:
    heading = context.sections[0].heading if context.sections else None
    return Problem(
        span=heading or context.references[0].span,
        message=f"none of the {len(lost)} citations fits any of the {len(context.references)} "
        "entries: the list may be another text's",
        confidence=0.7,
        severity=Severity.WARNING,
        related=also_here((c.span for c, _ in lost), "cited here"),
        citation_ids=tuple(c.id for c, _ in lost),
    )


def _secondary(context: Context) -> set[tuple[str, ...]]:
    """Works read in another: "(Vygotsky, 1934, cited in Cole, 1996)", "Vygotsky (1934) held (cited
    in Cole, 1996)", "(Cole, 1996, citing Vygotsky, 1934)". Only the other is listed (APA 7, 8.6).
    """
    text, together = context.document.text, list[Citation]()
    found: set[tuple[str, ...]] = set()
    citing = False
    for first, second in pairwise(context.citations):
        between = text[first.span.end : second.span.start]
        joined = first.group is not None and first.group == second.group
        together = [*together, first] if joined and together else [first]
        citing = joined and (citing or is_citing(between))
        if citing:
            found.add(_work(second))
        if (joined and is_secondary(second.prefix)) or _is_read_in(between):
            found.update(_work(citation) for citation in together)
        together = together if joined else []
    return found


def _is_read_in(between: str) -> bool:
    """Whether the words between two works say so."""
    if is_secondary(between[:_LONGEST_MARK]):
        return True
    same_sentence = len(between) < _LONGEST_SENTENCE and not _SENTENCE_END.search(between)
    return same_sentence and ends_secondary(between)


def _with_author(citation: Citation) -> str:
    """The citation; a further year of an author with the name: "Ash … 2013"."""
    carried = citation.suppress_author and citation.names and citation.year
    return f"{citation.names[0].family} … {shown(citation)}" if carried else shown(citation)


def _work(citation: Citation) -> tuple[str, ...]:
    if citation.labels:
        return citation.labels
    year = citation.year
    return (
        *(letters(name.family) for name in citation.names[:1]),
        f"{year.year}{year.suffix}" if year else "",
    )


def _nearest(context: Context, citation: Citation, match: Match) -> str | None:
    for evidence in match.evidence:
        if evidence.kind == "nearest-entry":
            return cite_as(context, citation, context.reference[evidence.reference_id])
    if citation.system == CitationSystem.CITEKEY:
        return _nearest_key(context, citation.labels[0])
    return None


def _nearest_key(context: Context, key: str) -> str | None:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    slips = 2 if len(key) > 5 else 1
    alike = process.extractOne(
        key.casefold(), context.keys.keys(), scorer=OSA.distance, score_cutoff=slips
    )
    return context.keys[alike[0]] if alike else None


@rule("CIT103", "ambiguous-citation", Severity.ERROR)
def ambiguous_citation(context: Context) -> Iterator[Problem]:
    """A citation fits several entries equally.

    ## What it does
    Reports citations that two or more entries fit as they stand: same author, same year, and no
    letter or number that tells them apart. The candidates are ranked by the words they share
    with the text around the citation.

    ## Why is this bad
    The reader cannot know which work is meant (APA 7, 8.19: add a, b ... to the year).

    ## Example
    "(TASS, 2021)", where the list has two entries of TASS from 2021.

    ## Fix safety
    No fix: only the author knows which is meant.
    """
    unclear = [
        (c, m)
        for c, m in context.resolved
        if m.status == MatchStatus.AMBIGUOUS and not context.are_one_work(m.reference_ids)
    ]
    for group in grouped(unclear, lambda item: frozenset(item[1].reference_ids)):
        citation, match = group[0]
        candidates = [context.reference[i] for i in match.reference_ids]
        in_order = sorted(candidates, key=lambda reference: reference.span.start)
        lines = ", ".join(line_of(context, reference) for reference in in_order)
        yield Problem(
            span=citation.span,
            message=f"“{shown(citation)}” fits {len(candidates)} entries equally ({lines})",
            confidence=0.9,
            related=(
                *also_here(c.span for c, _ in group[1:]),
                *(in_the_list(reference) for reference in in_order),
            ),
            citation_ids=tuple(c.id for c, _ in group),
            reference_ids=tuple(reference.id for reference in in_order),
            suggestion=_lettered(citation, len(candidates)),
        )


def _lettered(citation: Citation, count: int) -> str | None:
    if citation.year is None or citation.year.year is None or count > 26:
        return None
    return " / ".join(f"{citation.year.year}{chr(ord('a') + i)}" for i in range(count))


@rule("CIT104", "missing-list", Severity.ERROR)
def missing_list(context: Context) -> Iterator[Problem]:
    """The text cites, but there is no literature list.

    ## What it does
    Reports once that citations were found and no list of references.

    ## Why is this bad
    No citation can be followed to its source, nor checked.

    ## Example
    A draft that ends with its conclusion.

    ## Fix safety
    No fix.
    """
    if context.references or not context.citations or not context.list_is_complete:
        return
    first = context.citations[0]
    count = len(context.citations)
    yield Problem(
        span=first.span,
        message=f"the text cites {count} time{'s' * (count > 1)}, but no literature list was found",
        confidence=0.8,
        citation_ids=(first.id,),
    )


@rule("CIT105", "missing-citations", Severity.WARNING)
def missing_citations(context: Context) -> Iterator[Problem]:
    """There is a literature list, but nothing cites it.

    ## What it does
    Reports once that a list was found and no citation in the text.

    ## Why is this bad
    Either the text is missing, or its citations have a form that citecheck does not know.

    ## Example
    A file that holds the list alone.

    ## Fix safety
    No fix.
    """
    if context.citations or not context.references:
        return
    section = context.sections[0] if context.sections else None
    heading = section.heading if section else None
    first = context.references[0].span
    yield Problem(
        span=heading or Span(start=first.start, end=first.end),
        message=f"a list of {len(context.references)} stands here, but no citation was found",
        confidence=0.8,
    )

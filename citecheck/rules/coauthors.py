"""NAM203-205 and NAM208-209: how many authors, in what order, and "et al."."""

from collections.abc import Iterator

from citecheck.model import DeviationKind, Edit, Reference, Severity
from citecheck.rules.context import Context, Deviating
from citecheck.rules.conventions import cite_as, multi_author_forms
from citecheck.rules.fixes import safe, unsafe
from citecheck.rules.forms import is_proper, majority
from citecheck.rules.grouping import (
    also_here,
    closed,
    difference,
    grouped,
    shown,
)
from citecheck.rules.mending import renamed
from citecheck.rules.rule import Problem, rule


def _written(context: Context, kind: DeviationKind) -> Iterator[Deviating]:
    """Citations that differ so in names of their own: those of "(Ash and Birch 2001, 2004)" stand
    once, and are wrong once.
    """
    return (item for item in context.deviating(kind) if not item.citation.suppress_author)


def _by_entry(item: Deviating) -> tuple[str, str]:
    return item.reference.id, item.deviation.cited


def _count(reference: Reference) -> str:
    number = len(reference.names)
    return f"{number} author{'s' * (number != 1)}"


def _problem(context: Context, group: list[Deviating], message: str) -> Problem:
    """The fix writes all names as the entry has them; either side may be wrong."""
    first = group[0]
    suggestion = cite_as(context, first.citation, first.reference)
    confidence = min(0.85, first.match.confidence)
    fix = unsafe(e for item in group for e in renamed(context, item.citation, item.reference))
    return difference(group, message, suggestion, confidence)._replace(fix=fix, evidence=())


@rule("NAM203", "missing-co-authors", Severity.WARNING)
def missing_co_authors(context: Context) -> Iterator[Problem]:
    """A citation names fewer authors than the entry, without "et al.".

    ## What it does
    Reports citations that leave out listed co-authors, unless the writer does so as a rule.

    ## Why is this bad
    The citation points to another work than the one meant, and denies the co-authors their due
    (APA 7, 8.17: two authors are both named, three or more are the first "et al.").

    ## Example
    "(Dean, 2021)" for an entry by Deen, Roggeveen and Zweers.

    ## Fix safety
    Unsafe: the names of the entry replace the cited ones; the entry may name too many.
    """
    pairs, many = multi_author_forms(context, 2, 2), multi_author_forms(context, 3, 10_000)
    for group in grouped(_written(context, DeviationKind.MISSING_AUTHORS), _by_entry):
        reference = group[0].reference
        full, short = pairs if len(reference.names) == 2 else many
        if short > max(2, full):
            continue
        message = (
            f"“{shown(group[0].citation)}” leaves out co-authors: the entry has {_count(reference)}"
        )
        yield _problem(context, group, message)


@rule("NAM204", "extra-co-authors", Severity.WARNING)
def extra_co_authors(context: Context) -> Iterator[Problem]:
    """A citation names an author whom the entry does not list.

    ## What it does
    Reports citations that fit an entry in first author and year, but add a name.

    ## Why is this bad
    Either the list lacks an author or the citation means another work.

    ## Example
    "(Jones and Brown, 2018)" for the entry "Jones, A.", 2018.

    ## Fix safety
    Unsafe: the names of the entry replace the cited ones; either side may be wrong.
    """
    for group in grouped(_written(context, DeviationKind.EXTRA_AUTHORS), _by_entry):
        first = group[0]
        listed = first.deviation.listed
        message = f"“{shown(first.citation)}” names an author whom the entry ({listed}) lacks"
        yield _problem(context, group, message)


@rule("NAM205", "author-order", Severity.WARNING)
def author_order(context: Context) -> Iterator[Problem]:
    """The authors of a work are cited in another order than the entry lists them.

    ## What it does
    Reports citations whose names are all listed, but in another order.

    ## Why is this bad
    The first name is what the reader looks under, and order carries credit.

    ## Example
    "(Herd and Dunay, 2020)" for the entry "Dunay, Pal and Graeme P. Herd", 2020.

    ## Fix safety
    Unsafe: the names of the entry replace the cited ones; either side may be wrong.
    """
    for group in grouped(_written(context, DeviationKind.AUTHOR_ORDER), _by_entry):
        first = group[0]
        listed = first.deviation.listed
        message = f"“{shown(first.citation)}” names the authors in another order than {listed}"
        yield _problem(context, group, message)


@rule("NAM208", "et-al-for-few-authors", Severity.WARNING)
def et_al_for_few_authors(context: Context) -> Iterator[Problem]:
    """A citation says "et al." for an entry with one or two authors.

    ## What it does
    Reports "et al." where the entry lists one author, or all that the citation names; with two
    authors only if the writer names both elsewhere.

    ## Why is this bad
    Either the list lacks co-authors or "et al." is wrong (APA 7, 8.17).

    ## Example
    "(Racz et al., 2020)" for the entry "Racz, Andras", 2020.

    ## Fix safety
    Unsafe: the names of the entry replace the cited ones; the entry may lack co-authors.
    """
    items = list(_written(context, DeviationKind.ET_AL))
    short = {i.reference.id for i in items if len(i.reference.names) == 2}
    full = _pairs_in_full(context)
    for group in grouped(items, _by_entry):
        reference = group[0].reference
        if not reference.names:
            continue
        if len(reference.names) == 2 and len(short) > max(2, 2 * len(full)):
            continue
        message = f"“{shown(group[0].citation)}”: the entry has {_count(reference)}"
        problem = _problem(context, group, f"{message}; it lacks co-authors, or “et al.” is wrong")
        yield problem._replace(span=group[0].citation.et_al_span or problem.span)


def _pairs_in_full(context: Context) -> set[str]:
    return {
        reference.id
        for reference in context.references
        if len(reference.names) == 2
        and any(len(c.names) == 2 for c in context.citations_of(reference.id))
    }


@rule("NAM209", "et-al-form", Severity.INFO)
def et_al_form(context: Context) -> Iterator[Problem]:
    """“et al.” is written in an unusual way, or otherwise than elsewhere in the text.

    ## What it does
    Reports "et.al.", "et. al.", "etal" and the like, and "et al" where the writer mostly puts the
    point (or the reverse), once for all places.

    ## Why is this bad
    "et" is a whole word, "al." an abbreviation of "alii" (Chicago 18, 13.107).

    ## Example
    "(Racz et.al., 2020)".

    ## Fix safety
    Safe: the form alone changes.
    """
    written = [c for c in context.citations if c.et_al and c.et_al_span]
    usual = majority((c.et_al for c in written if is_proper(c.et_al)), "et al.")
    odd = [c for c in written if not is_proper(c.et_al) or _only_the_point(c.et_al, usual)]
    for group in grouped(odd, lambda citation: citation.et_al):
        first = group[0]
        span = first.et_al_span or first.span
        edits = tuple(Edit(span=c.et_al_span, text=usual) for c in group if c.et_al_span)
        relative = span.start - first.span.start
        mended = f"{first.raw[:relative]}{usual}{first.raw[relative + len(span) :]}"
        where = "" if not is_proper(first.et_al) else " elsewhere in the text"
        yield Problem(
            span=span,
            message=f"“{first.et_al}” is written “{usual}”{where}",
            confidence=0.95,
            related=also_here(c.et_al_span for c in group[1:] if c.et_al_span),
            citation_ids=tuple(c.id for c in group),
            suggestion=closed(mended),
            fix=safe(edits),
        )


def _only_the_point(one: str, other: str) -> bool:
    return one != other and one.rstrip(".") == other.rstrip(".")

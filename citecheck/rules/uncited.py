"""CIT102: entries of the list that nothing cites."""

from collections.abc import Iterator

from citecheck.language.folding import words
from citecheck.language.headings import HeadingKind, heading_kind
from citecheck.model import Reference, Severity
from citecheck.rules.citations import MISREAD_SHARE
from citecheck.rules.context import Context
from citecheck.rules.grouping import grouped
from citecheck.rules.named import is_cited_by_number, is_named
from citecheck.rules.rule import Problem, rule

_FEW = 6
_ONLY_NAMED = ", only its author or title is named"
_MOST_KEYS = 20  # named in one message


@rule("CIT102", "uncited-entry", Severity.WARNING)
def uncited_entry(context: Context) -> Iterator[Problem]:
    """An entry of the list is never cited.

    ## What it does
    Reports entries that no citation means or may mean. If most of the list seems uncited, the
    citations were probably not recognised, and that is said once instead. An entry whose author
    or title the text names without a citation is information only, and so is one without any year
    of an author whose other works are cited: nothing tells which of them a citation means.

    ## Why is this bad
    A list of references holds what is cited (APA 7, 8.4); an entry too many suggests that a
    citation was lost. Lists of further reading are another matter, and are passed over.

    ## Example
    The list holds "Miller, A. (2019)"; the text never names Miller.

    ## Fix safety
    No fix: either a citation is missing or the entry is superfluous.
    """
    if not context.citations or context.list_is_of_another_text:
        return
    yield from _unused_keys(context)
    printed = [r for r in context.references if r.id not in context.elsewhere]
    uncited = [r for r in printed if r.id not in context.cited_ids and not _is_wanted(context, r)]
    if len(uncited) > _FEW and len(uncited) > MISREAD_SHARE * len(printed):
        count = f"{len(uncited)} of {len(printed)}"
        yield Problem(
            span=uncited[0].span,
            message=f"{count} entries have no citation that citecheck recognises",
            confidence=0.3,
            severity=Severity.INFO,
            reference_ids=tuple(reference.id for reference in uncited),
        )
        return
    for reference in uncited:
        named = is_named(context, reference)
        yield Problem(
            span=reference.span,
            message=f"this entry is never cited{_ONLY_NAMED if named else ''}",
            confidence=0.5 if named else 0.85,
            severity=Severity.INFO if named else None,
            reference_ids=(reference.id,),
        )


def _is_for_reading(context: Context, reference: Reference) -> bool:
    """Whether the list that holds the entry is headed "Further reading"."""
    lists = (s for s in context.sections if s.span.start <= reference.span.start < s.span.end)
    heading = next((s.heading.of(context.document.text) for s in lists if s.heading), "")
    return heading_kind(words(heading)) is HeadingKind.READING


def _is_wanted(context: Context, reference: Reference) -> bool:
    """Whether the entry stands there without being cited, on purpose, or has another number."""
    if reference.id in context.uncited_on_purpose or _is_for_reading(context, reference):
        return True
    if is_cited_by_number(context, reference):
        return True
    return "*" in context.nocite or (bool(reference.key) and reference.key in context.nocite)


def _unused_keys(context: Context) -> Iterator[Problem]:
    """One problem for each file with entries that nothing cites."""
    uncited = (
        r
        for r in context.references
        if r.id in context.elsewhere
        and r.id not in context.cited_ids
        and not _is_wanted(context, r)
    )
    for group in grouped(uncited, lambda reference: reference.source):
        keys = [reference.key or "an entry without a key" for reference in group]
        more = f" and {len(keys) - _MOST_KEYS} more" if len(keys) > _MOST_KEYS else ""
        plural = "entries are" if len(keys) > 1 else "entry is"
        yield Problem(
            span=group[0].span,
            message=f"{len(keys)} {plural} never cited: {', '.join(keys[:_MOST_KEYS])}{more}",
            confidence=0.9,
            severity=Severity.INFO,
            reference_ids=tuple(reference.id for reference in group),
        )

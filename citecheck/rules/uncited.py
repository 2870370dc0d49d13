"""CIT102: entries of the list that nothing cites."""

import re
from collections.abc import Iterator

from citecheck.language.folding import letters, words
from citecheck.model import Reference, Severity
from citecheck.rules.citations import MISREAD_SHARE
from citecheck.rules.context import Context
from citecheck.rules.grouping import grouped
from citecheck.rules.rule import Problem, rule

_FEW = 6
_MOST_KEYS = 20  # named in one message
_SAME_START = 6
"""Letters that a name shares with its form in another language."""
_SUBDIVISION = re.compile(r"(?<=\s)[-–—](?=\s)|[.,;(/]")


@rule("CIT102", "uncited-entry", Severity.WARNING)
def uncited_entry(context: Context) -> Iterator[Problem]:
    """An entry of the list is never cited.

    ## What it does
    Reports entries that no citation means or may mean. If most of the list seems uncited, the
    citations were probably not recognised, and that is said once instead. An entry whose author
    the text names without a citation is information only, and so is one without any year of an
    author whose other works are cited: nothing tells which of them a citation means.

    ## Why is this bad
    A list of references holds what is cited (APA 7, 8.4); an entry too many suggests that a
    citation was lost. Lists of further reading are another matter: ignore the rule there.

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
        named = _is_named(context, reference) or _is_one_of_many(context, reference)
        yield Problem(
            span=reference.span,
            message="this entry is never cited" + (", only its author is named" if named else ""),
            confidence=0.5 if named else 0.85,
            severity=Severity.INFO if named else None,
            reference_ids=(reference.id,),
        )


def _is_wanted(context: Context, reference: Reference) -> bool:
    """Whether the draft lists the entry without citing it, on purpose."""
    if reference.id in context.uncited_on_purpose:
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


def _is_named(context: Context, reference: Reference) -> bool:
    """Whether the running text names the author, or the work, outside all citations.

    If another work of the same author is cited, the name in the text is owed to that, unless the
    entry has no year by which it could be cited.
    """
    first = reference.names[0].sort_name if reference.names else ""
    if context.name_counts[letters(first)] and reference.issued:
        return False
    if not reference.names:
        heading = words(reference.title.value)[:6] if reference.title else []
    else:
        heading = words(_SUBDIVISION.split(first, maxsplit=1)[0])
    telling = [word for word in heading if len(word) > 3] or heading
    if telling and all(word in context.prose_words for word in telling):
        return True
    return _is_named_in_translation(context, reference) or _is_cited_by_acronym(context, reference)


def _is_one_of_many(context: Context, reference: Reference) -> bool:
    """Whether no year tells the entry from works of its author that are cited: "NBS, 2024" for
    "NBS. Yearbook, several editions" among others.
    """
    first = _author(reference)
    return not reference.issued and any(
        _author(other) == first for other in context.references if other.id in context.cited_ids
    )


def _author(reference: Reference) -> str:
    """The bare letters that the entry stands under: its author's, else its title's."""
    title = reference.title.value if reference.title else reference.id
    return letters(reference.names[0].sort_name if reference.names else title)


def _is_named_in_translation(context: Context, reference: Reference) -> bool:
    """Whether the text has a name of one word in another language's form: "Aristotle"."""
    first = reference.names[0] if reference.names else None
    name = letters(first.sort_name) if first and not first.given else ""
    start = name[:_SAME_START]
    return len(name) > _SAME_START and any(
        word.startswith(start) and abs(len(word) - len(name)) < 4 for word in context.prose_words
    )


def _is_cited_by_acronym(context: Context, reference: Reference) -> bool:
    """Whether the year follows capitals of the title: "the GTRP database (2017)"."""
    year = reference.issued.year if reference.issued else None
    if year is None or reference.title is None:
        return False
    capitals = re.findall(r"(?<!\w)[A-Z]{3,12}(?!\w)", reference.title.value)
    return any(
        re.search(rf"(?<!\w){word}(?: \w{{1,20}})? \({year}\)", context.document.text)
        for word in capitals[:_FEW]
    )

"""REF508: the page cited against the pages of the entry."""

import re
from collections.abc import Iterator

from citecheck.model import Severity
from citecheck.rules.context import Context
from citecheck.rules.grouping import in_the_list, shown
from citecheck.rules.rule import Problem, rule

_RANGE = re.compile(r"(\d{1,6})\s*[-–—]+\s*(\d{1,6})")
_PAGE = re.compile(r"(?:^|\b(?:pp?|S|s|с|pág|pag)\.?\s*|[:,]\s*)(\d{1,6})\b")


def page_range(pages: str) -> tuple[int, int] | None:
    """First and last page of "1191-1205"; a shortened last page ("1191-205") is completed."""
    found = _RANGE.search(pages)
    if not found:
        return None
    first, last = found[1], found[2]
    if len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return (int(first), int(last)) if int(first) <= int(last) else None


@rule("REF508", "locator-outside-pages", Severity.INFO)
def locator_outside_pages(context: Context) -> Iterator[Problem]:
    """The cited page lies outside the pages of the entry.

    ## What it does
    Compares the page in a citation with the page range of its entry, where both are numbers. It
    is information only: preprints, offprints and translations have pages of their own, and are
    what writers quote from.

    ## Why is this bad
    Either the page or the entry is wrong, or another work is meant.

    ## Example
    "(Deyermond, 2004, p. 12)" for an article on pages 1191-1205.

    ## Fix safety
    No fix.
    """
    for citation, match in context.resolved:
        if len(match.reference_ids) != 1 or not citation.locator:
            continue
        reference = context.reference[match.reference_ids[0]]
        pages = page_range(reference.page.value) if reference.page else None
        cited = _PAGE.search(citation.locator)
        if pages is None or cited is None or pages[0] <= int(cited[1]) <= pages[1]:
            continue
        yield Problem(
            span=citation.span,
            message=f"“{shown(citation)}” cites page {cited[1]}; "
            f"the entry has pages {pages[0]}–{pages[1]}",
            confidence=0.75,
            related=(in_the_list(reference, reference.page.span if reference.page else None),),
            citation_ids=(citation.id,),
            reference_ids=(reference.id,),
        )

"""CIT107-108: places in the running text where a citation may be missing. Off unless selected."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from citecheck.model import Severity, Span
from citecheck.rules.context import Context
from citecheck.rules.grouping import grouped, in_the_list
from citecheck.rules.rule import Problem, rule

# Compiled when first used: these rules are off unless selected.
_SENTENCE_END = r"[.!?…][”\"»’)]*\s+(?=[^\W\d_a-z])|\n"
_CAPITALISED = r"(?<![\w’'-])[^\W\d_a-z][\w-]{3,30}(?![\w-])"
_QUOTATION = r"[“„«]([^“”„«»\n]{40,1500})[”“»]"
_FEWEST_WORDS = 8
_BEHIND = 200
"""Characters behind a quotation in which its citation may stand."""


def _sentences(text: str) -> list[int]:
    """Offsets at which sentences begin, roughly; the first is 0."""
    return [0, *(match.end() for match in re.finditer(_SENTENCE_END, text))]


def _in_lists(context: Context, offset: int) -> bool:
    return any(s.span.start <= offset < s.span.end for s in context.sections)


@rule("CIT107", "mention-without-citation", Severity.INFO, default=False)
def mention_without_citation(context: Context) -> Iterator[Problem]:
    """A sentence names an author of the list but cites nothing.

    ## What it does
    Reports, once for each author, sentences with the family name of a listed person and without
    any citation. It is off unless selected: a name once cited may well be named again.

    ## Why is this bad
    The reader does not learn which work of the author is meant.

    ## Example
    "Nizhnikau concludes that economics has become the main instrument."

    ## Fix safety
    No fix.
    """
    listed = {n.family: r for r in context.references for n in r.names[:2] if n.family}
    text, starts = context.document.text, _sentences(context.document.text)
    cited = {bisect_left(starts, c.span.end) for c in context.citations}
    named = [
        (match[0], Span(start=match.start(), end=match.end()))
        for match in re.finditer(_CAPITALISED, text)
        if match[0] in listed and bisect_left(starts, match.end()) not in cited
    ]
    named = [(name, span) for name, span in named if not _in_lists(context, span.start)]
    for group in grouped(named, lambda item: item[0]):
        name, span = group[0]
        yield Problem(
            span=span,
            message=f"{name} is named here, but the sentence cites nothing",
            confidence=0.4,
            related=(in_the_list(listed[name]),),
            reference_ids=(listed[name].id,),
        )


@rule("CIT108", "quotation-without-citation", Severity.INFO, default=False)
def quotation_without_citation(context: Context) -> Iterator[Problem]:
    """A direct quotation has no citation near it.

    ## What it does
    Reports quotations of eight words and more with no citation in the two hundred characters
    behind them, nor in the two hundred before. It is off unless selected: quotation marks have
    many uses.

    ## Why is this bad
    Another's words need their source (APA 7, 8.25).

    ## Example
    A quoted sentence at the end of a paragraph that cites nothing.

    ## Fix safety
    No fix.
    """
    places = sorted(citation.span.start for citation in context.citations)
    for match in re.finditer(_QUOTATION, context.document.text):
        if len(match[1].split()) < _FEWEST_WORDS or _in_lists(context, match.start()):
            continue
        index = bisect_left(places, match.start() - _BEHIND)
        if index < len(places) and places[index] <= match.end() + _BEHIND:
            continue
        yield Problem(
            span=Span(start=match.start(), end=match.end()),
            message="this quotation has no citation near it",
            confidence=0.5,
        )

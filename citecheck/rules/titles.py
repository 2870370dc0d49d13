"""CIT110: the title in a note against the title in the list."""

from collections.abc import Iterator

from citecheck.language.folding import letters
from citecheck.model import DeviationKind, Severity
from citecheck.rules.context import Context, Deviating
from citecheck.rules.grouping import difference, grouped
from citecheck.rules.rule import Problem, rule


@rule("CIT110", "altered-title", Severity.WARNING)
def altered_title(context: Context) -> Iterator[Problem]:
    """A note gives a title in other words than the list.

    ## What it does
    Reports notes that cite a work of the list with another word in its title, or one too many. A
    short title, one without its subtitle, other capitals and a translation are none of these.

    ## Why is this bad
    One of the two titles is wrong, and the reader who looks for that one finds nothing.

    ## Example
    The note has "Ann Ash, Harbours of the Southern Coast (Quay, 2001), 4"; the list "Harbours of
    the Northern Coast".

    ## Fix safety
    Unsafe: the words of the list replace those of the note; the list may be the one that is wrong.
    """
    for group in grouped(context.deviating(DeviationKind.TITLE), _same_words):
        first = group[0]
        cited, listed = first.deviation.cited, first.deviation.listed
        title = first.reference.title
        problem = difference(
            group,
            f"the title has “{cited}” in the note, “{listed}” in the list",
            suggestion=title.value if title else listed,
            confidence=0.85,
        )
        yield problem._replace(span=first.deviation.cited_span or first.citation.span)


def _same_words(item: Deviating) -> tuple[str, str, str]:
    return item.reference.id, letters(item.deviation.cited), letters(item.deviation.listed)

"""Move an entry to its place in the list: whole lines, with the gap that stood behind them."""

from bisect import bisect_left
from collections.abc import Iterator

from citecheck.model import Edit, ReferenceSection, Span
from citecheck.rules.context import Context

_TEXT_FORMATS = ("text", "markdown")
"""Where an entry is its lines; elsewhere a paragraph is more than its text."""


def moved(
    context: Context, section: ReferenceSection, entry: Span, before: Span | None
) -> Iterator[Edit]:
    """Edits that put *entry* behind *before*, or at the beginning of *section* for None.

    None at all unless entries stand in lines of their own with nothing but space between them.
    """
    if context.document.format not in _TEXT_FORMATS:
        return
    text, spans = context.document.text, section.entries
    index = bisect_left(spans, entry.start, key=lambda span: span.start)
    if spans[index : index + 1] != (entry,):
        return
    neighbour = spans[index + 1] if index + 1 < len(spans) else None
    if neighbour:
        cut, gap = (
            Span(start=entry.start, end=neighbour.start),
            Span(start=entry.end, end=neighbour.start),
        )
    elif index:
        cut = Span(start=spans[index - 1].end, end=entry.end)
        gap = Span(start=cut.start, end=entry.start)
    else:
        return
    between = gap.of(text)
    if between.strip() or "\n" not in between or section.subheadings:
        return
    target = before.end if before else spans[0].start
    added = f"{between}{entry.of(text)}" if before else f"{entry.of(text)}{between}"
    if cut.start <= target <= cut.end:
        return
    yield Edit(span=cut, text="")
    yield Edit(span=Span(start=target, end=target), text=added)

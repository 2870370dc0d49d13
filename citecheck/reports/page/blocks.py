"""The draft in blocks, each a row of the page: paragraphs, and entries of the list."""

from bisect import bisect_right
from collections.abc import Iterator

from citecheck.model import Report, Span

_LONG = 160  # characters from which a line is a paragraph, and not one of its lines
_TITLE = 90
_ENDINGS = frozenset('.,;:!)]”"')


def blocks(report: Report) -> Iterator[Span]:
    """The parts of the draft that hold more than blanks, in order and disjoint.

    They end at blank lines, before and behind long lines, and where entries and headings of lists
    begin or end, but never inside a citation.
    """
    text, start = report.document.text, 0
    for end in _ends(report):
        block = _stripped(text, start, end)
        if block:
            yield block
        start = end


def _ends(report: Report) -> Iterator[int]:
    """Where a line ends that ends its block, and the end of the text."""
    text, starts = report.document.text, report.document.line_starts
    bounds = _bounds(report)
    inside = _Inside([citation.span for citation in report.citations])
    for index, at in enumerate(starts[1:]):
        line = text[starts[index] : at]
        following = text[at : starts[index + 2] if index + 2 < len(starts) else len(text)]
        is_end = max(len(line), len(following)) > _LONG or at in bounds
        if (is_end or not line.strip() or not following.strip()) and not inside.holds(at):
            yield at
    yield len(text)


def _bounds(report: Report) -> frozenset[int]:
    """The beginnings of lines at which an entry or a heading of a list begins or has ended."""
    document = report.document
    spans = [r.span for r in report.references if r.source is None]
    spans += [section.heading for section in report.sections if section.heading]
    spans += [stray for section in report.sections for stray in section.strays]
    found = set()
    for span in spans:
        first = document.position(span.start).line
        last = document.position(max(span.start, span.end - 1)).line
        found.add(document.line_starts[first - 1])
        if last < len(document.line_starts):
            found.add(document.line_starts[last])
    return frozenset(found)


class _Inside:
    """Whether an offset lies inside one of some spans."""

    def __init__(self, spans: list[Span]) -> None:
        self.spans = sorted(spans, key=lambda span: span.start)
        self.starts = [span.start for span in self.spans]

    def holds(self, offset: int) -> bool:
        index = bisect_right(self.starts, offset) - 1
        return index >= 0 and self.spans[index].start < offset < self.spans[index].end


def is_title(source: str, block: Span, following: Span | None) -> bool:
    """Whether a block reads as the heading of the next: one short line before a long one."""
    said = block.of(source).strip()
    return (
        following is not None
        and len(following) > _LONG
        and len(said) <= _TITLE
        and "\n" not in said
        and said[-1:] not in _ENDINGS
    )


def _stripped(text: str, start: int, end: int) -> Span | None:
    """The span without blank lines before and blanks behind, None if nothing is left."""
    piece = text[start:end]
    if not piece.strip():
        return None
    body = piece.rstrip()
    lead = len(body) - len(body.lstrip("\r\n"))
    return Span(start=start + lead, end=start + len(body))

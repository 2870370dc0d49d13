"""The literature list of a converted draft."""

from collections.abc import Sequence

from citecheck.model import Edit, Reference, Report, Span
from citecheck.parsing.claims import Claims
from citecheck.parsing.labels import read_label


def bodies(references: Sequence[Reference], printed: Sequence[str] | None) -> list[str]:
    """The entries without their numbers: as *printed*, or else as they stand, on one line."""
    if printed is not None:
        return list(printed)
    return [_body(reference.raw) for reference in references]


def _body(raw: str) -> str:
    """The entry behind its number, label or bullet, which are read as in every list."""
    claims = read_label(Claims.of(raw, Span(start=0, end=len(raw))))
    start = claims.places[claims.body] if claims.body < len(claims.entry) else len(raw)
    return " ".join(raw[start:].split())


def listed(report: Report, lines: Sequence[str]) -> list[Edit]:
    """Edits that put *lines* in the place of the entries; further lists end up empty.

    What stands between entries without being one (a stray line) stays behind them. No edits where
    the draft has no list of its own.
    """
    text = report.document.text
    edits = []
    for number, section in enumerate(s for s in report.sections if s.entries):
        first, last = section.entries[0], section.entries[-1]
        strays = [s.of(text) for s in section.strays if first.start < s.start < last.end]
        gap = _gap(text, section.entries)
        new = [*(lines if number == 0 else ()), *strays]
        edits.append(Edit(span=Span(start=first.start, end=last.end), text=gap.join(new)))
    return edits


def _gap(text: str, entries: Sequence[Span]) -> str:
    """What stands between two entries: a line break or a blank line."""
    between = text[entries[0].end : entries[1].start] if len(entries) > 1 else "\n\n"
    return between if between.strip() == "" and "\n" in between else "\n\n"

"""The literature list of a converted draft."""

import re
from collections.abc import Sequence

from citecheck.model import Edit, Reference, Report, Span

_LABEL = re.compile(r"\s*(?:\[[^\]\n]{1,12}\]|\(?\d{1,4}[.)]|[-*•–])\s{1,8}")


def bodies(references: Sequence[Reference], printed: Sequence[str] | None) -> list[str]:
    """The entries without their numbers: as *printed*, or else as they stand, on one line."""
    if printed is not None:
        return list(printed)
    return [" ".join(reference.raw[_label_length(reference) :].split()) for reference in references]


def _label_length(reference: Reference) -> int:
    label = _LABEL.match(reference.raw)
    return label.end() if label else 0


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

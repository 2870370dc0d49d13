"""A sound draft, where a defect may be planted in it, and how the text is changed."""

import datetime
from collections import Counter
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from citecheck.config import Settings
from citecheck.model import Citation, Edit, Finding, MatchStatus, Name, Reference, Report, Span
from citecheck.pipeline import check_document
from citecheck.readers import format_of, read_text

TODAY = datetime.date(2026, 1, 15)
DRAFTS = Path(__file__).parent / "drafts"
EXAMPLE = Path(__file__).resolve().parents[2] / "references" / "draft.txt"


FILES = {
    "example": EXAMPLE,
    "harbour": DRAFTS / "harbour.txt",
    "numbered": DRAFTS / "numbered.txt",
    "labels": DRAFTS / "labels.txt",
    "keys": DRAFTS / "keys.tex",
}


def check(text: str, name: str) -> Report:
    """The report on *text*, in the format of the draft *name*, on a fixed day."""
    kind = format_of(FILES[name].name)
    return check_document(read_text(text, name=None, format=kind), Settings(today=TODAY))


@dataclass(frozen=True)
class Place:
    """A citation that agrees with its entry wholly."""

    citation: Citation
    entry: Reference


class Draft:
    """A text with the report on it: the map by which defects are planted.

    What is wrong with the text already (the bundled example is not without fault) is left alone:
    no defect is planted in an entry that a finding names, nor in a citation of one.
    """

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self.report = check(text, name)

    @cached_property
    def _accused(self) -> set[str]:
        """Ids of what a finding about names, years or the list as such is about."""
        findings = [f for f in self.report.findings if not f.code.startswith(("FRM", "REF"))]
        return {i for f in findings for i in (*f.citation_ids, *f.reference_ids)}

    @cached_property
    def _suspect(self) -> set[str]:
        """These, and whatever lies where a finding of any kind stands."""
        spans = [s for f in self.report.findings for s in (f.span, *(p.span for p in f.related))]
        items: list[Citation | Reference]
        items = [*self.report.citations, *self.report.references]
        return self._accused | {i.id for i in items if any(i.span.overlaps(s) for s in spans)}

    @cached_property
    def cited(self) -> dict[str, list[Citation]]:
        """The citations of each entry, by its id."""
        found: dict[str, list[Citation]] = {}
        for citation, match in zip(self.report.citations, self.report.matches, strict=True):
            for identifier in match.reference_ids:
                found.setdefault(identifier, []).append(citation)
        return found

    @cached_property
    def _alone(self) -> list[Reference]:
        """Entries of the right form whose author has no other entry."""
        heads = Counter(head(r) for r in self.report.references)
        return [
            r
            for r in self.report.references
            if r.id not in self._accused
            and heads[head(r)] == 1
            and all(c.id not in self._accused for c in self.cited.get(r.id, ()))
        ]

    @cached_property
    def entries(self) -> list[Reference]:
        """Entries, one to an author, with which and with whose citations nothing is wrong."""
        return [
            r
            for r in self._alone
            if r.id not in self._suspect
            and all(c.id not in self._suspect for c in self.cited.get(r.id, ()))
        ]

    @cached_property
    def places(self) -> list[Place]:
        """Citations that mean one entry and agree with it, though its title may have faults."""
        sound = {r.id: r for r in self._alone}
        pairs = zip(self.report.citations, self.report.matches, strict=True)
        return [
            Place(citation, sound[match.reference_ids[0]])
            for citation, match in pairs
            if match.status == MatchStatus.MATCHED
            and len(match.reference_ids) == 1
            and match.reference_ids[0] in sound
            and citation.id not in self._suspect
            and not match.deviations
        ]

    def index(self, entry: Reference) -> int:
        """The ordinal of *entry* in the list, from 0."""
        return self.report.references.index(entry)

    def line(self, entry: Reference) -> Span:
        """The line of *entry* with its line ending."""
        end = self.text.find("\n", entry.span.end)
        return Span(start=entry.span.start, end=len(self.text) if end < 0 else end + 1)

    def planted(self, edits: tuple[Edit, ...]) -> str:
        """The text with *edits* made."""
        text = self.text
        for edit in sorted(edits, key=lambda e: e.span.start, reverse=True):
            text = text[: edit.span.start] + edit.text + text[edit.span.end :]
        return text


def head(reference: Reference) -> str:
    """The name under which an entry stands."""
    return reference.names[0].sort_name if reference.names else ""


def is_person(name: Name) -> bool:
    """Whether a name has a family name to be misspelt."""
    return not name.literal and len(name.family) > 3


def moved(edits: tuple[Edit, ...], span: Span) -> Span:
    """Where *span* of the sound text lies after *edits*, with what was typed inside or at it."""
    before = [e for e in edits if e.span.end <= span.start and e.span.start < span.start]
    upto = [e for e in edits if e.span.end <= span.end]
    start, end = (sum(len(e.text) - len(e.span) for e in some) for some in (before, upto))
    return Span(start=span.start + start, end=max(span.start + start, span.end + end))


def signature(report: Report, finding: Finding) -> tuple[str, str]:
    """What makes a finding the same before and after: its rule and the text it underlines."""
    return finding.name, finding.span.of(report.document.text)


def news(before: Report, after: Report) -> tuple[list[Finding], list[tuple[str, str]]]:
    """Findings that came, and signatures of findings that went."""
    old = Counter(signature(before, f) for f in before.findings)
    came = []
    for finding in after.findings:
        key = signature(after, finding)
        if old[key]:
            old[key] -= 1
        else:
            came.append(finding)
    return came, list(old.elements())


@cache
def draft(name: str) -> Draft:
    """One of ``FILES``."""
    return Draft(name, FILES[name].read_text(encoding="utf-8"))

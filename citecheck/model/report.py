"""Everything a check found out, for renderers and callers."""

from citecheck.model.base import Model, field
from citecheck.model.citation import Citation, Match
from citecheck.model.document import Document
from citecheck.model.finding import Finding
from citecheck.model.reference import Reference, ReferenceSection


class Coverage(Model):
    """How much was read. ``not_checked`` says in words what was not looked at, and why."""

    entries_found: int
    entries_parsed: int
    citations_found: int
    citations_resolved: int
    not_checked: tuple[str, ...] = ()


class Report(Model):
    """The result of one check of one document.

    ``sources`` are the other files that hold entries, by path: ``Reference.source`` names one.
    """

    document: Document
    sources: dict[str, Document] = field(default_factory=dict)
    sections: tuple[ReferenceSection, ...] = ()
    references: tuple[Reference, ...] = ()
    citations: tuple[Citation, ...] = ()
    matches: tuple[Match, ...] = ()
    findings: tuple[Finding, ...] = ()
    coverage: Coverage

"""Frozen, typed values that pass between the stages. Imports nothing else of citecheck."""

from citecheck.model.base import Model
from citecheck.model.bibliography import Bibliography
from citecheck.model.citation import (
    Citation,
    CitationSystem,
    CitedName,
    Deviation,
    DeviationKind,
    Match,
    MatchStatus,
)
from citecheck.model.document import Document, Position, Span
from citecheck.model.evidence import Evidence
from citecheck.model.finding import Edit, Finding, Fix, RelatedPlace, Safety, Severity
from citecheck.model.reference import (
    AccessNote,
    Name,
    PartialDate,
    Provenance,
    QuotedTitle,
    Reference,
    ReferenceSection,
    Value,
)
from citecheck.model.report import Coverage, Report

__all__ = [
    "AccessNote",
    "Bibliography",
    "Citation",
    "CitationSystem",
    "CitedName",
    "Coverage",
    "Deviation",
    "DeviationKind",
    "Document",
    "Edit",
    "Evidence",
    "Finding",
    "Fix",
    "Match",
    "MatchStatus",
    "Model",
    "Name",
    "PartialDate",
    "Position",
    "Provenance",
    "QuotedTitle",
    "Reference",
    "ReferenceSection",
    "RelatedPlace",
    "Report",
    "Safety",
    "Severity",
    "Span",
    "Value",
]

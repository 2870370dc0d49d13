"""What a rule has to say, and how the draft would be mended."""

from enum import StrEnum

from citecheck.model.base import Model
from citecheck.model.document import Span


class Severity(StrEnum):
    """How bad it is."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Safety(StrEnum):
    """Whether a fix may be applied unasked.

    safe: form only. unsafe: it changes a name, a year or a meaning, and the author decides.
    display: shown, never applied.
    """

    SAFE = "safe"
    UNSAFE = "unsafe"
    DISPLAY = "display"


class Edit(Model):
    """Replace the characters of ``span`` by ``text``."""

    span: Span
    text: str


class Fix(Model):
    """Edits that belong together."""

    safety: Safety
    edits: tuple[Edit, ...]


class RelatedPlace(Model):
    """A second place that the reader needs in order to judge."""

    span: Span
    message: str


class Finding(Model):
    """One cause, reported once. ``confidence`` is between 0 and 1, apart from severity."""

    code: str
    name: str
    severity: Severity
    confidence: float
    message: str
    span: Span
    related: tuple[RelatedPlace, ...] = ()
    evidence: tuple[str, ...] = ()
    citation_ids: tuple[str, ...] = ()
    reference_ids: tuple[str, ...] = ()
    suggestion: str | None = None
    fix: Fix | None = None

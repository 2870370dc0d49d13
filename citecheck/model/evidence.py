"""What speaks for a match or against an entry's data, said so that a reader can check it."""

from citecheck.model.base import Model
from citecheck.model.document import Span


class Evidence(Model):
    """One observation.

    ``kind`` names it for rules ("title-nearby", "url-date"); ``statement`` says it to people;
    ``source`` is "document", "url", or the registry or page that was asked; ``value`` is the
    datum itself. ``confidence`` is between 0 and 1.
    """

    kind: str
    statement: str
    source: str = "document"
    value: str = ""
    reference_id: str = ""
    span: Span | None = None
    confidence: float = 1.0

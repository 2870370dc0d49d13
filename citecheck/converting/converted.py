"""What a conversion gives."""

from typing import NamedTuple

from citecheck.model import Citation, Reference


class Converted(NamedTuple):
    """The rewritten draft, the entries it cites by key, and the citations left as they were."""

    text: str
    references: tuple[Reference, ...]
    left: tuple[Citation, ...]

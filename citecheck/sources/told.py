"""One thing that a page tells of itself, before what several places tell is put together."""

from typing import Literal, NamedTuple

Kind = Literal[
    "title", "author", "issued", "modified", "site", "journal", "canonical", "doi", "type",
    "paywall",
]  # fmt: skip
"""``site`` is the web site's name, ``journal`` that of a periodical or book the page is part of;
``type`` a CSL type; ``paywall`` is told by its presence."""


class Told(NamedTuple):
    """A value as written in the page, the markup it stands in, and how far that is trusted."""

    kind: Kind
    value: str
    source: str
    confidence: float

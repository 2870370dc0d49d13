"""A draft in another system of citing: its citations and its list rewritten together.

A system is a module and a line in ``SYSTEMS``. Citations that mean no single work, as far as could
be told, stay as they are.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # what the command offers is known without loading the model
    from citecheck.converting.converted import Converted
    from citecheck.model import Report
    from citecheck.styles.style import Style

# System -> its module, which has ``convert(report, style) -> Converted``.
SYSTEMS: dict[str, str] = {
    "author-year": "citecheck.converting.author_year",
    "numeric": "citecheck.converting.numeric",
    "citekeys": "citecheck.converting.citekeys",
}
FORMATS = ("text", "markdown")
"""Formats of drafts that can be rewritten."""


def convert(report: Report, system: str, style: Style | None = None) -> Converted:
    """The draft of *report* rewritten for *system*, a key of ``SYSTEMS``.

    Entries are printed in *style*, or stay as they stand if it is None. Raises UnwritableOutput
    for a draft in another format than those of ``FORMATS``.
    """
    from citecheck.errors import UnwritableOutput

    document = report.document
    if document.format not in FORMATS:
        raise UnwritableOutput(
            f"{document.path or 'the text'}: a {document.format} draft cannot be converted; save "
            "it as plain text or Markdown first"
        )
    converted: Converted = importlib.import_module(SYSTEMS[system]).convert(report, style)
    return converted

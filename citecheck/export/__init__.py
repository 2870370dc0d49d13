"""Entries as structured data for other programs. A format is a module and a line in ``FORMATS``."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # what the command offers is known without loading the model
    from collections.abc import Sequence

    from citecheck.model import Reference

# Format -> its module, which has ``render(references: Sequence[Reference]) -> str``.
FORMATS: dict[str, str] = {
    "bibtex": "citecheck.export.bibtex",
    "csl-json": "citecheck.export.csl_json",
}


def render(references: Sequence[Reference], name: str) -> str:
    """*references* in the format *name*, a key of ``FORMATS``, ending with a line break."""
    text: str = importlib.import_module(FORMATS[name]).render(references)
    return text

"""A report for people and for programs. A format is a module and a line in ``FORMATS``."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from citecheck.reports.look import Look

if TYPE_CHECKING:  # what the command offers is known without loading the model
    from collections.abc import Iterable, Iterator

    from citecheck.model import Report

__all__ = ["FORMATS", "Look", "render"]

# Format -> its module, which has ``render(reports, look) -> Iterator[str]``.
FORMATS: dict[str, str] = {
    "text": "citecheck.reports.text",
    "json": "citecheck.reports.json",
}


def render(reports: Iterable[Report], name: str, look: Look) -> Iterator[str]:
    """*reports* in the format *name*, a key of ``FORMATS``, in pieces ready to be written.

    A report is drawn from *reports* only when the pieces of the one before are out.
    """
    pieces: Iterator[str] = importlib.import_module(FORMATS[name]).render(reports, look)
    return pieces

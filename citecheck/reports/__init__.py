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
    "concise": "citecheck.reports.concise",
    "grouped": "citecheck.reports.grouped",
    "html": "citecheck.reports.page",
    "markdown": "citecheck.reports.markdown",
    "csv": "citecheck.reports.csv",
    "json": "citecheck.reports.json",
    "jsonl": "citecheck.reports.jsonl",
    "sarif": "citecheck.reports.sarif",
    "github": "citecheck.reports.github",
    "github-summary": "citecheck.reports.github_summary",
    "gitlab": "citecheck.reports.gitlab",
    "junit": "citecheck.reports.junit",
    "rdjson": "citecheck.reports.rdjson",
}


def render(reports: Iterable[Report], name: str, look: Look) -> Iterator[str]:
    """*reports* in the format *name*, a key of ``FORMATS``, in pieces ready to be written.

    A report is drawn from *reports* only when the pieces of the one before are out. All reports
    together are one document of that format; no path outside the working folder is in it.
    """
    from citecheck.reports.paths import within_working_folder

    module = importlib.import_module(FORMATS[name])
    pieces: Iterator[str] = module.render(map(within_working_folder, reports), look)
    return pieces

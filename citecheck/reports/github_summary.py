"""The summary of a job on GitHub Actions: Markdown for ``$GITHUB_STEP_SUMMARY``."""

from collections.abc import Iterable, Iterator

from citecheck.model import Report
from citecheck.reports.look import Look
from citecheck.reports.markdown import Limits, document_of

_MOST_CHARACTERS = (
    300_000  # a summary may have 1 MiB, and a character up to four bytes (or "&#91;")
)


def render(reports: Iterable[Report], look: Look) -> Iterator[str]:
    """One document; findings beyond what a summary holds are counted."""
    return document_of(reports, look, Limits(characters=_MOST_CHARACTERS, head=""))

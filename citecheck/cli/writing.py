"""Reports to standard output or into a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citecheck import reports
from citecheck.cli import terminal
from citecheck.reports import Look

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from citecheck.model import Report


def write(found: Iterable[Report], form: str, file: str | None, look: Look) -> None:
    """Write the reports *found* in the format *form* to *file*, None or "-": standard output.

    A file gets no colours and has lines of the usual width. Raises UnwritableOutput.
    """
    if file in (None, "-"):
        terminal.write(_rendered(found, form, look))
        return
    from pathlib import Path

    from citecheck import files

    plain = Look(several=look.several, language=look.language)
    text = "".join(_rendered(found, form, plain))
    files.write(Path(str(file)), text.encode("utf-8", "backslashreplace"))


def _rendered(found: Iterable[Report], form: str, look: Look) -> Iterator[str]:
    if form in reports.FORMATS:
        return reports.render(found, form, look)
    from citecheck import plugins
    from citecheck.reports.paths import within_working_folder

    added = plugins.load(plugins.REPORTS, form)
    render = getattr(added, "render", added)  # a module with it, or the function itself
    rendered: Iterator[str] = render(map(within_working_folder, found), look)
    return rendered

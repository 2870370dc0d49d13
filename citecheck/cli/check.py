"""``citecheck check``: drafts in, a report out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from citecheck import errors, reports
from citecheck.cli import exit_codes, inputs, options, terminal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from citecheck.config import Settings
    from citecheck.model import Report


@click.command(epilog=exit_codes.EXPLAINED)
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=options.FILE)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(reports.FORMATS)),
    default="text",
    show_default=True,
    help="How to report. JSON is one object for one FILE, an array of objects for several.",
)
@click.option(
    "--select",
    metavar="RULES",
    multiple=True,
    callback=options.split,
    shell_complete=options.complete_rule,
    help="Only these rules: codes, names or prefixes of codes, parted by commas.",
)
@click.option(
    "--ignore",
    metavar="RULES",
    multiple=True,
    callback=options.split,
    shell_complete=options.complete_rule,
    help="Not these rules, likewise.",
)
@options.stdin_filename
def check(
    files: tuple[str, ...], form: str, select: list[str], ignore: list[str], stdin_filename: str
) -> int:
    """Check drafts (.txt, .md, .tex, .typ, .ipynb; - is standard input) and report what is wrong.

    A file that cannot be read is named on standard error, and the others are still checked.
    """
    from datetime import date

    from citecheck.config import Settings
    from citecheck.rules import selected

    settings = Settings(select=tuple(select), ignore=tuple(ignore), today=date.today())
    selected(settings)  # before any work, for its error
    checking = _Checking(settings, stdin_filename)
    terminal.write(
        reports.render(checking.reports(files), form, terminal.look(several=len(files) > 1))
    )
    return checking.exit_code


class _Checking:
    """One run over several files, and the exit code it has earned so far."""

    def __init__(self, settings: Settings, stdin_filename: str) -> None:
        self.settings = settings
        self.stdin_filename = stdin_filename
        self.exit_code = exit_codes.CLEAN

    def reports(self, files: Iterable[str]) -> Iterator[Report]:
        """The report on each file that can be read."""
        from citecheck.model import Severity
        from citecheck.pipeline import check_document

        for name in files:
            try:
                document = inputs.read(name, self.stdin_filename)
            except errors.UnreadableInput as error:
                terminal.complain(str(error))
                self.exit_code = exit_codes.UNUSABLE
                continue
            try:
                report = check_document(document, self.settings)
            except Exception as error:
                error.add_note(f"while checking {document.path}")
                raise
            if any(finding.severity != Severity.INFO for finding in report.findings):
                self.exit_code = max(self.exit_code, exit_codes.FINDINGS)
            yield report

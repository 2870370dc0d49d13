"""``citecheck annotate``: every finding as a remark in the margin of the draft."""

from __future__ import annotations

from pathlib import Path

import click

from citecheck.cli import exit_codes, inputs, options, terminal


@click.command(epilog=exit_codes.EXPLAINED)
@click.argument("file", metavar="FILE", type=options.FILE)
@click.option("-o", "--output", metavar="OUT", required=True, help="The file to write.")
@options.select
@options.ignore
@options.stdin_filename
def annotate(file: str, output: str, **given: object) -> int:
    """Write a copy of a draft with a remark for each finding, at the very words.

    Word and OpenDocument drafts get comments; for every other format OUT is a web page.
    """
    from datetime import UTC, date, datetime

    from citecheck import files
    from citecheck.config import Settings
    from citecheck.fixing import FileDraft
    from citecheck.fixing.annotating import annotated
    from citecheck.fixing.stamp import AUTHOR, Stamp
    from citecheck.pipeline import check_document

    settings = Settings(
        select=tuple(given["select"]),  # type: ignore[arg-type]
        ignore=tuple(given["ignore"]),  # type: ignore[arg-type]
        today=date.today(),
    )
    draft = FileDraft.read(*inputs.raw(file, str(given["stdin_filename"])))
    report = check_document(draft.document, settings)
    data = annotated(draft.data, report, Stamp(AUTHOR, datetime.now(UTC)))
    files.write(Path(output), data)
    count = len(report.findings)
    terminal.complain(f"{count} remark{'s' * (count != 1)} written to {output}")
    return exit_codes.CLEAN

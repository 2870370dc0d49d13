"""``citecheck annotate``: every finding as a remark in the margin of the draft."""

from __future__ import annotations

from pathlib import Path

import click

from citecheck.cli import choices, exit_codes, inputs, options, terminal


@click.command(epilog=exit_codes.EXPLAINED)
@click.argument("file", metavar="FILE", type=options.FILE)
@click.option("-o", "--output", metavar="OUT", required=True, help="The file to write.")
@options.select
@options.ignore
@options.language
@options.stdin_filename
def annotate(file: str, output: str, **given: object) -> int:
    """Copy a draft, with a remark at the words of each finding.

    Word and OpenDocument drafts get comments; for every other format OUT is a web page.
    """
    from datetime import UTC, datetime

    from citecheck import files, reports
    from citecheck.fixing import FileDraft
    from citecheck.fixing.annotating import ANNOTATORS, annotated
    from citecheck.fixing.stamp import AUTHOR, Stamp
    from citecheck.pipeline import check_document

    settings = choices.settings_of(file, given)
    stamp = Stamp(AUTHOR, datetime.now(UTC))
    draft = FileDraft.read(*inputs.raw(file, str(given["stdin_filename"])), stamp)
    report = check_document(draft.document, settings)
    look = terminal.look()._replace(language=settings.language)
    if draft.document.format in ANNOTATORS:
        data = annotated(draft, report, settings.language)
    else:
        data = "".join(reports.render([report], "html", look)).encode()
    files.write(Path(output), data)
    count = len(report.findings)
    terminal.complain(f"{count} remark{'s' * (count != 1)} written to {output}")
    return exit_codes.CLEAN

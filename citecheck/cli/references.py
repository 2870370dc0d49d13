"""``citecheck references``: the literature list as structured data."""

from __future__ import annotations

import click

from citecheck import export
from citecheck.cli import exit_codes, inputs, options, terminal


@click.command()
@click.argument("file", metavar="FILE", type=options.FILE)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(export.FORMATS)),
    default="bibtex",
    show_default=True,
    help="The format to write.",
)
@options.stdin_filename
def references(file: str, form: str, stdin_filename: str) -> int:
    """Write the literature list of FILE as structured data.

    FILE is a draft or a list (.bib, CSL .json or .yaml, .ris, .bbl). Exit code 1: it has no list.
    """
    from citecheck import bibliography, pipeline

    if bibliography.is_bibliography(stdin_filename if file == "-" else file):
        found = bibliography.parse(*inputs.decoded(file, stdin_filename))
        name, entries, notes = found.document.path, found.references, found.notes
    else:
        document = inputs.read(file, stdin_filename)
        _, listed, entries = pipeline.read_list(document)
        name, notes = document.path, listed.notes
    terminal.write([export.render(entries, form)])
    for note in notes:
        terminal.complain(note)
    if not entries:
        terminal.complain(f"{name}: no literature list found")
    return exit_codes.CLEAN if entries else exit_codes.FINDINGS

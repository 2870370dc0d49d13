"""``citecheck convert``: citations and list in another system of citing."""

from __future__ import annotations

from pathlib import Path

import click

from citecheck import styles
from citecheck.cli import exit_codes, inputs, options, terminal
from citecheck.converting import SYSTEMS


@click.command(epilog=exit_codes.EXPLAINED)
@click.argument("file", metavar="FILE", type=options.FILE)
@click.option(
    "--to",
    "system",
    type=click.Choice(list(SYSTEMS)),
    required=True,
    help="How to cite: citekeys gives Pandoc Markdown and a .bib beside it.",
)
@click.option(
    "--style",
    metavar="STYLE",
    help=f"Print the entries in a style: {', '.join(styles.STYLES)}, own, or a .csl file. "
    "Without one they stay as they stand.",
)
@click.option("-o", "--output", metavar="OUT", required=True, help="The file to write.")
@options.stdin_filename
def convert(file: str, system: str, style: str | None, output: str, stdin_filename: str) -> int:
    """Rewrite a draft for another system of citing.

    The draft is text or Markdown; its list is rewritten too. Citations that mean no one entry
    stay as they are and are named; the exit code is then 1.
    """
    from citecheck import converting, files
    from citecheck.config import Settings
    from citecheck.pipeline import check_document

    report = check_document(inputs.read(file, stdin_filename), Settings())
    chosen = styles.find(style, report.references) if style else None
    made = converting.convert(report, system, chosen)
    text = made.text
    if system == "citekeys":
        from citecheck import export
        from citecheck.converting.front_matter import with_bibliography

        beside = Path(output).with_suffix(".bib")
        text = with_bibliography(text, beside.name)
        files.write(beside, export.render(made.references, "bibtex").encode())
    files.write(Path(output), text.encode())
    for citation in made.left:
        line = report.document.position(citation.span.start).line
        terminal.complain(f"{report.document.path}:{line}: left as it is: {citation.raw}")
    return exit_codes.FINDINGS if made.left else exit_codes.CLEAN

"""``citecheck references``: the literature list as data, or printed in a style."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import click

from citecheck import export, styles
from citecheck.cli import exit_codes, inputs, options, terminal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from citecheck.config import Settings
    from citecheck.export.reference_list import ReferenceList
    from citecheck.model import Document, Reference, Report
    from citecheck.styles.style import Style


@click.command()
@click.argument("file", metavar="FILE", type=options.FILE)
@click.option(
    "--format",
    "form",
    metavar="FORMAT",
    type=click.Choice(list(export.FORMATS)),
    default="bibtex",
    show_default=True,
    help=f"What to write: {', '.join(export.FORMATS)}. The last four print the entries in a style.",
)
@click.option(
    "--style",
    metavar="STYLE",
    help=f"How entries are printed and sorted: {', '.join(styles.STYLES)}, own (as most entries "
    f"of the list have it), or a .csl file (default: as configured, or {styles.DEFAULT}).",
)
@click.option(
    "--fixed",
    is_flag=True,
    help="Apply the safe corrections, merge duplicates, sort, give letters to years, and mark "
    "with [?] what only you can answer.",
)
@click.option(
    "-o",
    "--output",
    metavar="OUT",
    type=click.Path(dir_okay=False),
    help="Write to OUT instead of standard output.",
)
@options.stdin_filename
def references(file: str, **given: Any) -> int:
    """Write a literature list as data, or print it in a style.

    FILE is a draft or a list (.bib, CSL .json or .yaml, .ris, .bbl). Exit code 1: it has no list.
    """
    source = _read(file, given["stdin_filename"])
    style = styles.find(given["style"] or _style(source.name), source.entries)
    rendered = export.write(_listing(source, style, fixed=given["fixed"]), given["form"])
    _deliver(rendered, given["output"])
    for note in source.notes:
        terminal.complain(note)
    if not source.entries:
        terminal.complain(f"{source.name}: no literature list found")
    return exit_codes.CLEAN if source.entries else exit_codes.FINDINGS


class _Source(NamedTuple):
    """What FILE holds; ``document`` is the draft, None where FILE is a list itself."""

    name: str
    entries: Sequence[Reference]
    notes: Sequence[str]
    document: Document | None = None


def _read(file: str, stdin_filename: str) -> _Source:
    from citecheck import bibliography, pipeline

    name = stdin_filename if file == "-" else file
    if bibliography.is_bibliography(name):
        found = bibliography.parse(*inputs.decoded(file, stdin_filename))
        return _Source(name, found.references, found.notes)
    document = inputs.read(file, stdin_filename)
    _, listed, entries = pipeline.read_list(document)
    return _Source(name, entries, listed.notes, document)


def _listing(source: _Source, style: Style, *, fixed: bool) -> ReferenceList:
    """The list as it stands, or as it should be."""
    from citecheck.export.reference_list import ReferenceList

    if not fixed:
        return ReferenceList(tuple(source.entries), style)
    from citecheck.export.corrected import corrected

    return corrected(source.entries, style, _report(source.document))


def _report(document: Document | None) -> Report | None:
    """What a check of the draft finds, by the configuration that holds for it."""
    if document is None:
        return None
    from datetime import date

    from citecheck.pipeline import check_document

    settings = _settings(document.path or "draft").model_copy(update={"today": date.today()})
    return check_document(document, settings)


def _style(name: str) -> str:
    """The style that the configuration nearest to *name* chooses, or the usual one."""
    return _settings(name).style or styles.DEFAULT


def _settings(name: str) -> Settings:
    from pathlib import Path

    from citecheck.configuration import Configurations

    return Configurations().holding(Path(name)).settings


def _deliver(rendered: str | bytes, output: str | None) -> None:
    """Into the file *output*, or to standard output."""
    import sys
    from pathlib import Path

    from citecheck import files
    from citecheck.errors import ConfigurationError

    if output is not None:
        files.write(Path(output), rendered.encode() if isinstance(rendered, str) else rendered)
    elif isinstance(rendered, str):
        terminal.write([rendered])
    elif sys.stdout.isatty():
        raise ConfigurationError("this format is binary: name a file with -o")
    else:
        sys.stdout.buffer.write(rendered)

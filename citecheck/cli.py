"""The command line: arguments in, reports out, exit codes. The rest is imported when used."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING

import click

from citecheck import __version__, errors, export, reports

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from click.shell_completion import CompletionItem

    from citecheck.config import Settings
    from citecheck.model import Document, Report

CLEAN, FINDINGS, UNUSABLE, INCOMPLETE, INTERRUPTED = 0, 1, 2, 3, 130
EXIT_CODES = (
    "Exit codes: 0 nothing but info, 1 errors or warnings found, 2 wrong usage or unreadable "
    "input, 3 could not complete, 130 interrupted."
)
_TRACEBACK = "CITECHECK_TRACEBACK"


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, epilog=EXIT_CODES)
@click.version_option(__version__, "-V", "--version", message="%(prog)s %(version)s")
def cli() -> None:
    """Check the citations of a draft against its literature list."""


def _split(_context: click.Context, _parameter: click.Parameter, value: Iterable[str]) -> list[str]:
    return [part.strip() for text in value for part in text.split(",") if part.strip()]


def _complete_rule(
    _context: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem

    from citecheck.rules import RULES

    before, comma, last = incomplete.rpartition(",")
    return [
        CompletionItem(before + comma + word, help=rule.summary)
        for rule in RULES
        for word in (rule.code, rule.name)
        if word.lower().startswith(last.lower())
    ]


_file_argument = click.Path(allow_dash=True)
_stdin_filename = click.option(
    "--stdin-filename",
    metavar="NAME",
    default="<stdin>",
    help="What to call standard input (FILE is -); its extension tells the format.",
)


@cli.command(epilog=EXIT_CODES)
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=_file_argument)
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
    callback=_split,
    shell_complete=_complete_rule,
    help="Only these rules: codes, names or prefixes of codes, parted by commas.",
)
@click.option(
    "--ignore",
    metavar="RULES",
    multiple=True,
    callback=_split,
    shell_complete=_complete_rule,
    help="Not these rules, likewise.",
)
@_stdin_filename
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
    _write(reports.render(checking.reports(files), form, _look(several=len(files) > 1)))
    return checking.exit_code


class _Checking:
    """One run over several files, and the exit code it has earned so far."""

    def __init__(self, settings: Settings, stdin_filename: str) -> None:
        self.settings = settings
        self.stdin_filename = stdin_filename
        self.exit_code = CLEAN

    def reports(self, files: Iterable[str]) -> Iterator[Report]:
        """The report on each file that can be read."""
        from citecheck.model import Severity
        from citecheck.pipeline import check_document

        for name in files:
            try:
                document = _read(name, self.stdin_filename)
            except errors.UnreadableInput as error:
                _complain(str(error))
                self.exit_code = UNUSABLE
                continue
            try:
                report = check_document(document, self.settings)
            except Exception as error:
                error.add_note(f"while checking {document.path}")
                raise
            if any(finding.severity != Severity.INFO for finding in report.findings):
                self.exit_code = max(self.exit_code, FINDINGS)
            yield report


@cli.command()
@click.argument("file", metavar="FILE", type=_file_argument)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(export.FORMATS)),
    default="bibtex",
    show_default=True,
    help="The format to write.",
)
@_stdin_filename
def references(file: str, form: str, stdin_filename: str) -> int:
    """Write the literature list of FILE as structured data.

    FILE is a draft or a list (.bib, CSL .json or .yaml, .ris, .bbl). Exit code 1: it has no list.
    """
    from citecheck import bibliography, pipeline

    if bibliography.is_bibliography(stdin_filename if file == "-" else file):
        found = bibliography.parse(*_decoded(file, stdin_filename))
        name, entries, notes = found.document.path, found.references, found.notes
    else:
        document = _read(file, stdin_filename)
        _, listed, entries = pipeline.read_list(document)
        name, notes = document.path, listed.notes
    _write([export.render(entries, form)])
    for note in notes:
        _complain(note)
    if not entries:
        _complain(f"{name}: no literature list found")
    return CLEAN if entries else FINDINGS


@cli.command()
@click.argument("rule", metavar="RULE", shell_complete=_complete_rule)
def explain(rule: str) -> None:
    """Explain a rule, given by its code or name: what it reports, why, an example."""
    from citecheck.rules import find_rule

    found, look = find_rule(rule), _look()
    title = f"{look.paint(found.code, 'bold')} {found.name} ({found.severity})"
    body = [
        look.paint(line.lstrip("# "), "bold") if look.colour and line.startswith("#") else line
        for line in found.explanation.splitlines()
    ]
    _write(["\n".join((title, "", *body)) + "\n"])


@cli.command()
def rules() -> None:
    """List all rules: code, name, severity, and what each reports."""
    from citecheck.rules import RULES

    look = _look()
    wide = max(len(rule.name) for rule in RULES)
    _write(
        f"{look.paint(rule.code, 'bold')}  {rule.name:{wide}}  {rule.severity:7}  {rule.summary}\n"
        for rule in RULES
    )


@cli.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Write a shell's completion script.

    For bash, add to ~/.bashrc: eval "$(citecheck completion bash)"; for zsh likewise to ~/.zshrc;
    for fish: citecheck completion fish > ~/.config/fish/completions/citecheck.fish
    """
    from click.shell_completion import get_completion_class

    script = get_completion_class(shell)
    if script is None:
        raise errors.ConfigurationError(f"click knows no completion for {shell}")
    _write([script(cli, {}, "citecheck", "_CITECHECK_COMPLETE").source() + "\n"])


def _read(name: str, stdin_filename: str) -> Document:
    """The draft in the file *name*, or on standard input for "-"."""
    from pathlib import Path

    from citecheck import readers

    if name != "-":
        return readers.read_path(Path(name))
    kind = readers.format_of(stdin_filename)
    data = sys.stdin.buffer.read(readers.MAX_SIZE + 1) if sys.stdin else b""
    return readers.read_text(data, name=stdin_filename, format=kind)


def _decoded(name: str, stdin_filename: str) -> tuple[str, str, str]:
    """Text, name and encoding of the file *name*, or of standard input for "-"."""
    from pathlib import Path

    from citecheck import readers
    from citecheck.readers.decoding import decode

    if name != "-":
        return readers.read_decoded(Path(name))
    text, encoding = decode(sys.stdin.buffer.read(readers.MAX_SIZE), stdin_filename)
    return text, stdin_filename, encoding


def _look(*, several: bool = False) -> reports.Look:
    """Colours on a terminal, unless NO_COLOR or FORCE_COLOR say otherwise; its width there."""
    from shutil import get_terminal_size

    terminal = sys.stdout is not None and sys.stdout.isatty()
    colour = terminal and os.environ.get("TERM") != "dumb"
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        colour = True
    if os.environ.get("NO_COLOR"):
        colour = False
    width = min(max(get_terminal_size((100, 24)).columns, 40), 140) if terminal else 100
    return reports.Look(colour=colour, width=width, several=several)


def _write(pieces: Iterable[str]) -> None:
    for piece in pieces:
        click.echo(piece, nl=False, color=True)


def _complain(message: str) -> None:
    click.echo(f"citecheck: {message}", err=True)


def run(arguments: list[str]) -> int:
    """Run the command with *arguments*; the exit code. Prints, and raises nothing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # drafts hold more than a locale may know
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return cli.main(arguments, "citecheck", standalone_mode=False) or CLEAN
    except click.ClickException as error:
        error.show()
    except errors.CitecheckError as error:
        _complain(str(error))
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or the exit complains
        return INCOMPLETE
    except Exception as error:
        if os.environ.get(_TRACEBACK):
            raise
        _complain_of_mistake(error)
        return INCOMPLETE
    return UNUSABLE


def _complain_of_mistake(error: Exception) -> None:
    """Say what went wrong where, in two lines."""
    where = error.__traceback__
    while where and where.tb_next:
        where = where.tb_next
    place = f"{where.tb_frame.f_globals.get('__name__')}:{where.tb_lineno}" if where else ""
    notes = "; ".join(getattr(error, "__notes__", ()))
    _complain(f"could not complete: {type(error).__name__}: {error} ({place}) {notes}".rstrip())
    if not isinstance(error, OSError | MemoryError):
        _complain(f"this is a mistake in citecheck; {_TRACEBACK}=1 shows more for a report of it")

"""The command line: arguments in, reports out, exit codes. A subcommand is a module and a line in
``group.COMMANDS``; whatever is heavy is imported when it is used."""

from __future__ import annotations

import io
import os
import sys

import click

from citecheck import errors
from citecheck.cli import exit_codes
from citecheck.cli.group import cli
from citecheck.cli.terminal import complain

_TRACEBACK = "CITECHECK_TRACEBACK"


def run(arguments: list[str]) -> int:
    """Run the command with *arguments*; the exit code. Prints, and raises nothing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # drafts hold more than a locale may know
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return cli.main(arguments, "citecheck", standalone_mode=False) or exit_codes.CLEAN
    except click.ClickException as error:
        error.show()
    except errors.CitecheckError as error:
        complain(str(error))
    except (KeyboardInterrupt, click.Abort):
        return exit_codes.INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or the exit complains
        return exit_codes.INCOMPLETE
    except Exception as error:  # a mistake of ours is told in two lines, not as a traceback
        if os.environ.get(_TRACEBACK):
            raise
        _complain_of_mistake(error)
        return exit_codes.INCOMPLETE
    return exit_codes.UNUSABLE


def _complain_of_mistake(error: Exception) -> None:
    """Say what went wrong where, in two lines."""
    where = error.__traceback__
    while where and where.tb_next:
        where = where.tb_next
    place = f"{where.tb_frame.f_globals.get('__name__')}:{where.tb_lineno}" if where else ""
    notes = "; ".join(getattr(error, "__notes__", ()))
    complain(f"could not complete: {type(error).__name__}: {error} ({place}) {notes}".rstrip())
    if not isinstance(error, OSError | MemoryError):
        complain(f"this is a mistake in citecheck; {_TRACEBACK}=1 shows more for a report of it")

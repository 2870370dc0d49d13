"""What the command writes, and how the terminal looks."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from citecheck import reports

if TYPE_CHECKING:
    from collections.abc import Iterable


def look(*, several: bool = False, error: bool = False) -> reports.Look:
    """Colours on a terminal, unless NO_COLOR or FORCE_COLOR say otherwise; its width there.

    With *error*, for what goes to standard error.
    """
    stream = sys.stderr if error else sys.stdout
    terminal = stream is not None and stream.isatty()
    colour = terminal and os.environ.get("TERM") != "dumb"
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        colour = True
    if os.environ.get("NO_COLOR"):
        colour = False
    return reports.Look(colour, _width() if terminal else 100, several)


def _width() -> int:
    """That of the terminal, within reason."""
    from shutil import get_terminal_size

    return min(max(get_terminal_size((100, 24)).columns, 40), 140)


def write(pieces: Iterable[str], *, error: bool = False) -> None:
    """Write *pieces* as they come, to standard output or standard *error*."""
    for piece in pieces:
        click.echo(piece, nl=False, color=True, err=error)


def shown_path(path: Path) -> str:
    """*path* from the working folder if it lies below it."""
    try:
        return path.absolute().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(path)


def complain(message: str) -> None:
    """Say *message* on standard error."""
    click.echo(f"citecheck: {message}", err=True)

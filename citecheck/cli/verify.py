"""``citecheck verify``: what became of the links of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from citecheck.cli import exit_codes, inputs, network, options, terminal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from citecheck.model import Reference
    from citecheck.model.verification import Link

_COLOURS = {
    "ok": "green",
    "moved": "yellow",
    "gone": "red",
    "soft-404": "red",
    "not-checked": "bright_black",
}


@click.command(epilog=exit_codes.EXPLAINED)
@click.argument("file", metavar="FILE", type=options.FILE)
@options.together(*network.shown)
@options.stdin_filename
def verify(file: str, **given: Any) -> int:
    """Ask the links of a draft or a list whether they are alive.

    Only the URLs leave this machine. Exit code 1: a link is dead; 3: nobody could be asked.
    """
    from pathlib import Path

    from citecheck.configuration import Configurations
    from citecheck.model.verification import LinkStatus

    name = given["stdin_filename"] if file == "-" else file
    entries = _entries(file, given["stdin_filename"])
    world = network.World(given)
    try:
        found = world.ask_links(entries, Configurations().holding(Path(name)).settings)
    finally:
        code = world.close()
    look = terminal.look()
    terminal.write(_line(link, colour=look.colour) for link in found.links.values())
    if not found.links:
        terminal.complain(f"{name}: no links found")
    dead = any(
        link.status in (LinkStatus.GONE, LinkStatus.SOFT_404) for link in found.links.values()
    )
    return max(code, exit_codes.FINDINGS if dead else exit_codes.CLEAN)


def _entries(file: str, stdin_filename: str) -> Sequence[Reference]:
    from citecheck import bibliography, pipeline

    if bibliography.is_bibliography(stdin_filename if file == "-" else file):
        return bibliography.parse(*inputs.decoded(file, stdin_filename)).references
    return pipeline.read_list(inputs.read(file, stdin_filename))[2]


def _line(link: Link, *, colour: bool) -> str:
    """The verdict, the URL, and what else there is to know."""
    status = f"{link.status:16}"
    if colour:
        status = click.style(status, fg=_COLOURS.get(link.status, "yellow"))
    more = [link.reason, f"now at {link.final_url}" if link.final_url else ""]
    more.append(f"copy of {link.archived_on}: {link.archived}" if link.archived else "")
    said = "; ".join(filter(None, more))
    return f"{status} {link.url}{f'  ({said})' if said else ''}\n"

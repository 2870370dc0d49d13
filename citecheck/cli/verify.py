"""``citecheck verify``: what became of the links of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from citecheck.cli import exit_codes, inputs, network, options, terminal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from citecheck.model import Reference
    from citecheck.model.verification import Link
    from citecheck.reports import Look

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
@options.language
@options.stdin_filename
def verify(file: str, **given: Any) -> int:
    """Ask whether the links of a draft or a list are alive.

    Only the URLs leave this machine. A link that answers with a robot check, an error or not at all
    is not called dead. Exit code 1: a link is dead; 3: nobody could be asked.
    """
    from pathlib import Path

    from citecheck.configuration import Configurations
    from citecheck.locale.phrases import code_of
    from citecheck.model.verification import LinkStatus

    name = given["stdin_filename"] if file == "-" else file
    settings = Configurations().holding(Path(name)).settings
    language = code_of(given["language"] or settings.language)
    entries = _entries(file, given["stdin_filename"])
    world = network.World(given)
    try:
        found = world.ask_links(entries, settings)
    finally:
        code = world.close()
    look = terminal.look()._replace(language=language)
    terminal.write(_line(link, look) for link in found.links.values())
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


def _line(link: Link, look: Look) -> str:
    """The verdict, the URL, and what else there is to know."""
    from citecheck.locale import phrases
    from citecheck.locale.findings import translated

    say, status = phrases(look.language), f"{link.status:16}"
    if look.colour:
        status = click.style(status, fg=_COLOURS.get(link.status, "yellow"))
    more = [translated(link.reason, "part", look.language)]
    more.append(say("now at {url}", url=link.final_url) if link.final_url else "")
    if link.archived:
        more.append(say("copy of {day}: {url}", day=link.archived_on, url=link.archived))
    said = "; ".join(filter(None, more))
    return f"{status} {link.url}{f'  ({said})' if said else ''}\n"

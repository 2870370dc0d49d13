"""The command ``citecheck`` and the table of its subcommands. Each is loaded when it is needed."""

from __future__ import annotations

import importlib

import click

from citecheck import __version__
from citecheck.cli import exit_codes

# Subcommand -> where it stands, in the order in which the help lists them.
COMMANDS: dict[str, str] = {
    "check": "citecheck.cli.check:check",
    "verify": "citecheck.cli.verify:verify",
    "fix": "citecheck.cli.fix:fix",
    "convert": "citecheck.cli.convert:convert",
    "annotate": "citecheck.cli.annotate:annotate",
    "references": "citecheck.cli.references:references",
    "baseline": "citecheck.cli.baseline:baseline",
    "config": "citecheck.cli.config:config",
    "explain": "citecheck.cli.rules:explain",
    "rules": "citecheck.cli.rules:rules",
    "completion": "citecheck.cli.completion:completion",
}


class Commands(click.Group):
    """A group that imports a subcommand only when it is called, or listed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The subcommand of that name, None if there is none."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(importlib.import_module(module), name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The subcommand that *args* begin with; for another word, what may have been meant."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            raise click.UsageError(error.message + _meant(args[0]), ctx) from error


def _meant(word: str) -> str:
    """The nearest command, or how to check the file that *word* names."""
    from difflib import get_close_matches
    from os.path import exists

    if exists(word):
        return f" To check a draft: citecheck check {word}"
    near = get_close_matches(word, COMMANDS, n=1)
    return f" Did you mean “{near[0]}”?" if near else ""


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=exit_codes.EXPLAINED,
)
@click.version_option(__version__, "-V", "--version", message="%(prog)s %(version)s")
def cli() -> None:
    """Check the citations of a draft against its literature list."""

"""Arguments and options that several commands share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from click.shell_completion import CompletionItem

FILE = click.Path(allow_dash=True)


def split(_context: click.Context, _parameter: click.Parameter, value: Iterable[str]) -> list[str]:
    """The parts of all values given, parted by commas."""
    return [part.strip() for text in value for part in text.split(",") if part.strip()]


def together(*decorators: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """One decorator for several options, in the order of the help."""

    def decorate(command: Any) -> Any:
        for decorator in reversed(decorators):
            command = decorator(command)
        return command

    return decorate


def complete_rule(
    _context: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Codes and names of rules that begin with the last part of *incomplete*."""
    from click.shell_completion import CompletionItem

    from citecheck.rules import RULES

    before, comma, last = incomplete.rpartition(",")
    return [
        CompletionItem(before + comma + word, help=rule.summary)
        for rule in RULES
        for word in (rule.code, rule.name)
        if word.lower().startswith(last.lower())
    ]


stdin_filename = click.option(
    "--stdin-filename",
    metavar="NAME",
    default="<stdin>",
    help="What to call standard input (FILE is -); its extension tells the format.",
)


def _rules(name: str, told: str) -> Callable[[Any], Any]:
    """An option that takes rules, repeated or parted by commas."""
    return click.option(
        name,
        metavar="RULES",
        multiple=True,
        callback=split,
        shell_complete=complete_rule,
        help=told,
    )


select = _rules(
    "--select", "Only these rules: codes, names or prefixes of codes, parted by commas."
)
ignore = _rules("--ignore", "Not these rules, likewise.")
accept = _rules(
    "--accept", "Make the unsafe fixes of these rules too, unasked: codes, names or prefixes."
)
language = click.option(
    "--language", metavar="CODE", help="Language of what is told: en, de or nb."
)

"""The options of ``citecheck check``, and which of them are settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from citecheck import reports
from citecheck.cli import network, options

if TYPE_CHECKING:
    from collections.abc import Mapping

    from citecheck.config import Settings
    from citecheck.configuration import Configurations

SETTINGS = (
    "select",
    "ignore",
    "profile",
    "fail_on",
    "max_findings",
    "baseline",
    "exclude",
    "language",
    "verify",
)
"""Options that say the same as the setting of that name, and win over it."""


def known_format(context: click.Context, parameter: click.Parameter, value: str) -> str:
    """*value* if it is a format of ours, or one that another package adds."""
    if value in reports.FORMATS:
        return value
    from citecheck import plugins

    if value in plugins.names(plugins.REPORTS):
        return value
    return str(click.Choice(list(reports.FORMATS)).convert(value, parameter, context))


def format_and_file(
    context: click.Context, parameter: click.Parameter, value: tuple[str, ...]
) -> list[tuple[str, str]]:
    """The parts of each "FORMAT=FILE"."""
    found = []
    for given in value:
        form, sign, file = given.partition("=")
        if not sign or not file:
            raise click.BadParameter(f"{given!r} is not FORMAT=FILE", context, parameter)
        found.append((known_format(context, parameter, form), file))
    return found


def complete_format(
    _context: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[str]:
    """Our formats that begin with *incomplete*."""
    return [name for name in reports.FORMATS if name.startswith(incomplete)]


_SELECTING = (options.select, options.ignore)
_CONFIGURING = (
    click.option(
        "--profile", type=click.Choice(["draft", "submission"]), help="Lenient or strict choices."
    ),
    click.option("--config", metavar="FILE", help="The configuration, instead of the nearest."),
    click.option("--isolated", is_flag=True, help="Read no configuration."),
    click.option(
        "--exclude", metavar="PATTERN", multiple=True, help="Leave files like this out of a folder."
    ),
)
_FAILING = (
    click.option("--baseline", metavar="FILE", help="Report only what this file does not know."),
    click.option("--changed-since", metavar="REV", help="Report only on lines changed in git."),
    click.option(
        "--fail-on",
        type=click.Choice(["error", "warning", "info"]),
        help="Least severity that gives exit code 1 (default: warning).",
    ),
    click.option(
        "--max-findings",
        metavar="N",
        type=click.IntRange(0),
        help="Up to N findings do not yet fail.",
    ),
    click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found."),
)
_RUNNING = (
    click.option(
        "--jobs",
        metavar="N",
        type=click.IntRange(0, 512),
        default=1,
        help="Check in N processes at once; 0: as many as there are cores.",
    ),
    click.option("--watch", is_flag=True, help="Check again whenever a file is saved."),
)
_ASKING = (
    click.option(
        "--verify",
        is_flag=True,
        default=None,
        help="Ask links, pages and registries too; its options stand in `verify --help`.",
    ),
    *network.hidden,
)
_REPORTING = (
    click.option(
        "--format",
        "form",
        metavar="FORMAT",
        default="text",
        callback=known_format,
        shell_complete=complete_format,
        help=f"One of {', '.join(reports.FORMATS)}.",
    ),
    options.language,
    click.option("-o", "--output", metavar="FILE", help="Write the report there."),
    click.option(
        "--report",
        "further",
        metavar="FORMAT=FILE",
        multiple=True,
        callback=format_and_file,
        help="Write a further report.",
    ),
)


selecting = options.together(*_SELECTING, *_CONFIGURING)
"""Which rules run, and what is configured: for every command that checks."""
of_check = options.together(*_REPORTING, *_SELECTING, *_CONFIGURING, *_FAILING, *_RUNNING, *_ASKING)
"""All that ``citecheck check`` offers, in the order of its help."""


def configurations(given: Mapping[str, Any]) -> Configurations:
    """The configurations of the drafts, under the options *given*."""
    from pathlib import Path

    from citecheck.config import Profile
    from citecheck.configuration import Configurations
    from citecheck.model import Severity

    chosen = {key: given[key] for key in SETTINGS if given.get(key) not in (None, (), [])}
    chosen |= {key: tuple(value) for key, value in chosen.items() if isinstance(value, list)}
    if "profile" in chosen:
        chosen["profile"] = Profile(chosen["profile"])
    if "language" in chosen:
        from citecheck.locale.phrases import code_of

        chosen["language"] = code_of(chosen["language"])
    if "fail_on" in chosen:
        chosen["fail_on"] = Severity(chosen["fail_on"])
    only = given.get("config")
    return Configurations(
        chosen, only=Path(only) if only else None, isolated=bool(given.get("isolated"))
    )


def settings_of(name: str, given: Mapping[str, Any]) -> Settings:
    """What holds for the draft *name* under the options *given*, the rules among it valid.

    Raises ConfigurationError.
    """
    from datetime import date
    from pathlib import Path

    from citecheck.rules import selected

    path = Path(str(given.get("stdin_filename", "draft")) if name == "-" else name)
    settings = configurations(given).holding(path).settings
    selected(settings)
    return settings.model_copy(update={"today": settings.today or date.today()})

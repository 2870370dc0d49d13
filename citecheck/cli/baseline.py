"""``citecheck baseline``: remember what is found now, so that later only new findings fail."""

from __future__ import annotations

from typing import Any

import click

from citecheck.cli import choices, exit_codes, options, terminal


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=options.FILE)
@click.option("-o", "--output", metavar="FILE", help="The file to write.")
@choices.selecting
def baseline(files: tuple[str, ...], output: str | None, **given: Any) -> int:
    """Write what is found now to a file of known findings.

    With that file, “citecheck check --baseline” reports only what is new. Without -o it is the
    one that the configuration names, or .citecheck-baseline.json.
    """
    from pathlib import Path

    from citecheck.cli.check import tasks_of
    from citecheck.cli.checking import Run, check_all
    from citecheck.cli.keeping import Kept
    from citecheck.policy import baseline as known

    configurations = choices.configurations(given)
    tasks = tasks_of(files, configurations, Kept(None), "<stdin>")
    path = Path(output or configurations.holding(None).settings.baseline or known.NAME)
    run = Run(lambda report, _: report)
    count = known.write(path, run.reports(check_all(tasks, 1)))
    terminal.complain(f"{terminal.shown_path(path)}: {count} known finding{'s' * (count != 1)}")
    return exit_codes.UNUSABLE if run.unreadable else exit_codes.CLEAN

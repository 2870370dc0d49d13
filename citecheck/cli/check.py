"""``citecheck check``: drafts in, a report out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from citecheck.cli import choices, exit_codes, network, options, terminal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from citecheck.cli.checking import Task
    from citecheck.cli.keeping import Kept
    from citecheck.configuration import Configurations
    from citecheck.model import Report
    from citecheck.reports import Look


@click.command(epilog=exit_codes.EXPLAINED)
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=options.FILE)
@choices.of_check
@options.stdin_filename
def check(files: tuple[str, ...], **given: Any) -> int:
    """Check drafts and report what is wrong.

    FILE is a draft (.txt .md .qmd .tex .typ .ipynb .docx .odt .rtf .html .epub .pdf), a folder, or
    - for standard input. One that cannot be read is named, and the others are still checked.
    """
    from citecheck.cli.keeping import Kept

    configurations = choices.configurations(given)
    since = given["changed_since"]
    kept = Kept(None if given["watch"] else since)  # a draft that is watched may change yet
    tasks = tasks_of(files, configurations, kept, given["stdin_filename"])
    if given["watch"]:
        from citecheck.cli.watching import watch

        return watch(tasks, lambda some: _checked(some, Kept(since), given))
    if not tasks:
        terminal.complain(f"no draft changed since {since}")
    code = _checked(tasks, kept, given)
    kept.tell_of_gone()
    return exit_codes.CLEAN if given["exit_zero"] and code == exit_codes.FINDINGS else code


def tasks_of(
    files: tuple[str, ...], configurations: Configurations, kept: Kept, stdin_filename: str
) -> list[Task]:
    """A task for each draft that *files* mean, with the settings that hold for it."""
    from datetime import date
    from pathlib import Path

    from citecheck.cli.checking import Task
    from citecheck.cli.paths import drafts
    from citecheck.configuration import is_excluded
    from citecheck.rules import selected

    names = kept.changed(drafts(files, lambda path: is_excluded(path, configurations)))
    tasks, seen = [], set()
    for name in names:
        path = Path(stdin_filename if name == "-" else name)
        settings = configurations.holding(path).settings
        choice = (settings.select, settings.ignore, settings.plugins)
        if choice not in seen:  # before any work, for its error
            selected(settings)
            seen.add(choice)
        if settings.today is None:
            settings = settings.model_copy(update={"today": date.today()})
        tasks.append(Task(name, settings, stdin_filename))
    return tasks


def _checked(tasks: list[Task], kept: Kept, given: dict[str, Any]) -> int:
    """Check *tasks* and write the reports; the exit code."""
    from citecheck.cli.checking import Run, check_all

    run, world = Run(kept), network.World(given)
    language = tasks[0].settings.language if tasks else "en"
    look = terminal.look(several=len(tasks) != 1)._replace(language=language)
    try:
        _write(run.reports(check_all(tasks, given["jobs"], world.ask)), look, given)
    finally:
        asked = world.close()
    return max(asked, run.exit_code)


def _write(reports: Iterator[Report], look: Look, given: dict[str, Any]) -> None:
    from citecheck.cli import writing

    further = given["further"]
    if further:  # each of them goes through all
        kept = list(reports)
        reports = iter(kept)
    writing.write(reports, given["form"], given["output"], look)
    for form, file in further:
        writing.write(iter(kept), form, file, look)

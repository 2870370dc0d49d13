"""``--watch``: check again whenever a draft, or a list that it names, is saved."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import NoReturn

    from citecheck.cli.checking import Task

_SECONDS = 0.5
State = tuple[int, int] | None


def pause() -> None:
    """Wait until it is time to look again."""
    time.sleep(_SECONDS)


def state(name: str) -> State:
    """What changes when the file *name* is saved; None while it is not there."""
    try:
        found = os.stat(name)
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def changes(names: Iterable[str], wait: Callable[[], None]) -> Iterator[list[str]]:
    """Those of the files *names* that were saved since, each time that *wait* returns and some
    were. A file that vanishes is told of when it is there again.
    """
    before = {name: state(name) for name in names}
    while True:
        wait()
        now = {name: state(name) for name in before}
        changed = [name for name, found in now.items() if found and found != before[name]]
        before |= {name: found for name, found in now.items() if found}
        if changed:
            yield changed


def watch(tasks: list[Task], check: Callable[[list[Task]], int]) -> NoReturn:
    """*check* all *tasks*, then again those whose files are saved, until interrupted."""
    check(tasks)
    lists = {name: task for task in tasks for name in _lists(task)}
    drafts = {task.name: task for task in tasks if task.name != "-"}
    told(len(tasks))
    for changed in changes([*drafts, *lists], pause):
        again = {both[name].name: both[name] for both in (drafts, lists) for name in changed
                 if name in both}  # fmt: skip
        click.echo(f"\n{time.strftime('%H:%M:%S')} {', '.join(changed)}", err=True)
        check(list(again.values()))
    raise AssertionError("watching ends by an interruption alone")


def told(count: int) -> None:
    """Say that drafts are watched, and how to end it."""
    drafts = "1 draft" if count == 1 else f"{count} drafts"
    click.echo(f"Watching {drafts}; Ctrl-C ends it.", err=True)


def _lists(task: Task) -> list[str]:
    """The files with entries that the draft names."""
    from citecheck import errors
    from citecheck.bibliography.listed import read_listed
    from citecheck.cli import inputs

    try:
        return list(read_listed(inputs.read(task.name, task.stdin_filename)).documents)
    except errors.UnreadableInput:
        return []

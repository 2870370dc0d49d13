"""One run over several drafts: in this process or in several, with the same result."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from citecheck import errors
from citecheck.cli import exit_codes, inputs, terminal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from citecheck.config import Settings
    from citecheck.model import Reference, Report
    from citecheck.model.verification import Verification

_AHEAD = 4
"""Drafts per process that are handed out before their reports are asked for."""


class Task(NamedTuple):
    """A draft to check, by its name or "-" for standard input, and what holds for it."""

    name: str
    settings: Settings
    stdin_filename: str = "<stdin>"


class Outcome(NamedTuple):
    """The report on a draft, None if it could not be read; ``complaint`` then says why."""

    task: Task
    report: Report | None
    complaint: str = ""


Ask = Callable[["Sequence[Reference]", "Settings"], "Verification"]


def check(task: Task, ask: Ask | None = None) -> Outcome:
    """Read and check one draft, and let *ask* verify its entries where its settings say so."""
    from citecheck.pipeline import check_document, read_list

    try:
        document = inputs.read(task.name, task.stdin_filename)
    except errors.UnreadableInput as error:
        return Outcome(task, None, str(error))
    try:
        verification = None
        if ask and task.settings.verify:
            verification = ask(read_list(document)[2], task.settings)
        return Outcome(task, check_document(document, task.settings, verification))
    except errors.CitecheckError:
        raise
    except Exception as error:  # a mistake of ours, told with the draft that shows it
        error.add_note(f"while checking {document.path}")
        raise


def check_all(tasks: list[Task], jobs: int, ask: Ask | None = None) -> Iterator[Outcome]:
    """The outcomes of *tasks*, in their order, from *jobs* processes (0: one for each core).

    Those that *ask* the network are checked in this one, which has one pace for each server.
    """
    jobs = min(jobs or _cores(), len(tasks))
    if jobs <= 1 or any(task.name == "-" or task.settings.verify for task in tasks):
        yield from (check(task, ask) for task in tasks)
        return
    from concurrent.futures import Future, ProcessPoolExecutor

    import citecheck.pipeline  # noqa: F401  (before the processes part, so that they share it)

    with ProcessPoolExecutor(jobs) as pool:
        waiting: deque[Future[Outcome]] = deque()
        try:
            for task in tasks:
                waiting.append(pool.submit(check, task))
                if len(waiting) > _AHEAD * jobs:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _cores() -> int:
    import os

    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on every system
        return os.cpu_count() or 1


class Run:
    """What a run has found so far, and the exit code that this earns."""

    def __init__(self, kept: Callable[[Report, Settings], Report]) -> None:
        """*kept* leaves of a report what is to be told."""
        self.kept = kept
        self.failing = 0
        self.allowed = 0
        self.unreadable = False

    def reports(self, outcomes: Iterable[Outcome]) -> Iterator[Report]:
        """The reports of *outcomes*; a draft that could not be read is complained of."""
        for task, report, complaint in outcomes:
            if report is None:
                terminal.complain(complaint)
                self.unreadable = True
                continue
            left = self.kept(report, task.settings)
            self._count(left, task.settings)
            yield left

    def _count(self, report: Report, settings: Settings) -> None:
        from citecheck.model import Severity

        order = list(Severity)  # the worst first
        worst = order[: order.index(settings.fail_on) + 1]
        self.failing += sum(finding.severity in worst for finding in report.findings)
        self.allowed = max(self.allowed, settings.max_findings)

    @property
    def exit_code(self) -> int:
        """The code for all that was reported."""
        if self.unreadable:
            return exit_codes.UNUSABLE
        return exit_codes.FINDINGS if self.failing > self.allowed else exit_codes.CLEAN

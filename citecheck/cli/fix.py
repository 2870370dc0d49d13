"""``citecheck fix``: apply the fixes that findings carry, and show the rest."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from citecheck import errors
from citecheck.cli import choices, exit_codes, inputs, options, terminal
from citecheck.cli.asking import Asking

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from citecheck.fixing import FileDraft, Fixed
    from citecheck.model import Document, Finding


class _Wish(NamedTuple):
    """What the user asked for."""

    given: Mapping[str, Any]
    choose: Callable[[Finding, Document], bool]
    output: str | None
    diff: bool
    stdin_filename: str


@click.command(epilog=exit_codes.EXPLAINED)
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=options.FILE)
@click.option("--unsafe", is_flag=True, help="Ask about each fix that changes a name or a year.")
@options.accept
@click.option("--diff", is_flag=True, help="Write nothing; show what would change.")
@click.option("-o", "--output", metavar="OUT", help="Write to OUT (- is standard output) instead.")
@options.select
@options.ignore
@options.language
@options.stdin_filename
def fix(files: tuple[str, ...], output: str | None, **given: object) -> int:
    """Apply safe fixes to drafts, and report what is left.

    The original is kept as FILE.bak unless git has it. A fix that would bring a new finding is
    not made, and fixing twice changes nothing more. In Word drafts fixes are tracked changes, and
    what is left are comments.
    """
    if output and len(files) > 1:
        raise click.UsageError("--output takes one FILE")
    wish = _wish(output, given)
    worst = exit_codes.CLEAN
    for name in files:
        try:
            worst = max(worst, _fix(name, wish))
        except errors.CitecheckError as error:
            terminal.complain(str(error))
            worst = exit_codes.UNUSABLE
    return worst


def _wish(output: str | None, given: dict[str, object]) -> _Wish:
    from citecheck.rules import matching

    asks = given["unsafe"]
    if asks and not (sys.stdin and sys.stdin.isatty()):
        raise click.UsageError("--unsafe asks on a terminal; name rules with --accept instead")
    choices.settings_of("draft", given)  # before any work, for its errors
    accepted = matching(tuple(given["accept"]))  # type: ignore[arg-type]
    choose = Asking(frozenset(rule.code for rule in accepted), asks=bool(asks))
    return _Wish(given, choose, output, bool(given["diff"]), str(given["stdin_filename"]))


def _fix(name: str, wish: _Wish) -> int:
    """Fix one file; the exit code it earns."""
    from datetime import UTC, datetime

    from citecheck.cli.telling import fixed_and_left
    from citecheck.fixing import FileDraft, fixed_draft
    from citecheck.fixing.annotating import remarked
    from citecheck.fixing.stamp import AUTHOR, Stamp
    from citecheck.model import Severity
    from citecheck.pipeline import checking, without_collection

    stamp = Stamp(AUTHOR, datetime.now(UTC))
    data, shown, kind = inputs.raw(name, wish.stdin_filename)
    with without_collection():
        before = FileDraft.read(data, shown, kind, stamp)
        settings = choices.settings_of(name, wish.given)
        fixed = fixed_draft(before, checking(settings), wish.choose)
        if wish.diff:
            _show(before, fixed, shown, settings.language)
            return exit_codes.FINDINGS if fixed.applied else exit_codes.CLEAN
        _save(name, before, remarked(fixed, settings.language), wish)
    to_stdout = "-" in (name, wish.output) and wish.output in (None, "-")
    look = terminal.look(error=to_stdout)._replace(language=settings.language)
    terminal.write(fixed_and_left(fixed, look), error=to_stdout)
    left = any(finding.severity != Severity.INFO for finding in fixed.report.findings)
    return exit_codes.FINDINGS if left else exit_codes.CLEAN


def _show(before: FileDraft, fixed: Fixed[FileDraft], name: str, language: str) -> None:
    """What would change: words on a terminal, a patch for whatever else reads it."""
    from citecheck.cli.differing import patch
    from citecheck.cli.telling import planned

    if sys.stdout.isatty():
        look = terminal.look()._replace(language=language)
        terminal.write(planned(fixed, look))
    else:
        sys.stdout.buffer.write(patch(before, fixed.draft, name))


def _save(name: str, before: FileDraft, after: bytes, wish: _Wish) -> None:
    from citecheck import files

    target = wish.output or name
    if target == "-":
        sys.stdout.buffer.write(after)
    elif wish.output:
        files.write(Path(target), after)
    elif after != before.data:
        files.demand_writable(Path(name))
        copy = files.keep_original(Path(name), before.data)
        files.write(Path(name), after)
        if copy:
            terminal.complain(f"{name}: the original is kept as {copy.name}")

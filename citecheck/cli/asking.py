"""Which fixes the user wants: named beforehand, or asked for one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from citecheck.model import Document, Finding

_ANSWERS = "y, n, a (all of this rule), s (skip this rule), q (no more questions)"
_AROUND = 40  # characters shown on either side of a change


class Asking:
    """Safe fixes and those of *accepted* codes at once; if *asks*, the others by question."""

    def __init__(self, accepted: frozenset[str], *, asks: bool) -> None:
        """Begin with nothing asked."""
        self.accepted = set(accepted)
        self.skipped: set[str] = set()
        self.asks = asks

    def __call__(self, finding: Finding, document: Document) -> bool:
        """Whether the fix of *finding*, whose places count in *document*, shall be made."""
        from citecheck.model import Safety

        if finding.fix and finding.fix.safety == Safety.SAFE:
            return True
        if finding.code in self.accepted:
            return True
        if not self.asks or finding.code in self.skipped:
            return False
        return self._answer(finding, document)

    def _answer(self, finding: Finding, document: Document) -> bool:
        from citecheck.cli.differing import around
        from citecheck.reports.region import address

        place = _flat(address(document, finding.span.start))
        click.echo(f"\n{place}: {finding.code} {finding.message}", err=True)
        for edit in finding.fix.edits if finding.fix else ():
            start, end = edit.span.start, edit.span.end
            before, after = around(document, edit, _AROUND)
            for sign, text, colour in (
                ("-", document.text[start:end], "red"),
                ("+", edit.text, "green"),
            ):
                shown = f"{before}{click.style(_flat(text), fg=colour)}{after}"
                click.echo(f"  {sign} {shown}", err=True)
        answer = click.prompt(
            f"Apply? [{_ANSWERS}]",
            type=click.Choice(["y", "n", "a", "s", "q"]),
            show_choices=False,
            err=True,
        )
        if answer == "a":
            self.accepted.add(finding.code)
        elif answer == "s":
            self.skipped.add(finding.code)
        elif answer == "q":
            self.asks = False
        return answer in ("y", "a")


def _flat(text: str) -> str:
    """*text* on one line, without anything that steers a terminal."""
    return "".join(char if char.isprintable() else " " for char in text)

"""``citecheck rules`` and ``citecheck explain``: what can be wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from citecheck.cli import options, terminal

if TYPE_CHECKING:
    from citecheck.rules import Rule


@click.command()
@click.argument("rule", metavar="RULE", shell_complete=options.complete_rule)
def explain(rule: str) -> None:
    """Explain a rule: what it reports, why, an example.

    RULE is its code or its name: NAM201, or misspelt-author.
    """
    from citecheck.rules import find_rule

    found, look = find_rule(rule, _rules()), terminal.look()
    title = f"{look.paint(found.code, 'bold')} {found.name} ({found.severity})"
    body = [
        look.paint(line.lstrip("# "), "bold") if look.colour and line.startswith("#") else line
        for line in found.explanation.splitlines()
    ]
    terminal.write(["\n".join((title, "", *body)) + "\n"])


@click.command()
def rules() -> None:
    """List all rules: code, name, severity, and what each reports."""
    known = _rules()
    look = terminal.look()
    wide = max(len(rule.name) for rule in known)
    terminal.write(
        f"{look.paint(rule.code, 'bold')}  {rule.name:{wide}}  {rule.severity:7}  {rule.summary}\n"
        for rule in known
    )


def _rules() -> tuple[Rule, ...]:
    """All rules, those of the packages too that the configuration here names."""
    from citecheck.configuration import Configurations
    from citecheck.rules import all_rules

    return all_rules(Configurations().holding(None).settings.plugins)

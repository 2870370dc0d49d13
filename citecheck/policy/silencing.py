"""Findings that a comment in the draft asks to be silent about, and comments that silence none."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from citecheck.config import Settings
from citecheck.errors import ConfigurationError
from citecheck.ignores import Ignore
from citecheck.model import Finding, Span
from citecheck.policy.narrowing import narrowed
from citecheck.rules import Context, all_rules, matching, selected
from citecheck.rules.ignores import unused_ignore

_ABOUT_IGNORES = "IGN"


class _Standing(NamedTuple):
    """An ignore with the codes of the rules that it names; ``judged``: whether one of them ran."""

    ignore: Ignore
    codes: frozenset[str]
    judged: bool


def silenced(
    findings: Sequence[Finding], context: Context, settings: Settings
) -> tuple[Finding, ...]:
    """*findings* without those that an ignore covers, and with the ignores that cover none."""
    ran = selected(settings)
    standing = [
        _standing(ignore, settings, frozenset(rule.code for rule in ran))
        for ignore in context.ignores
        if not ignore.has_expired(context.today) and not ignore.fault
    ]
    used: set[Ignore] = set()
    kept = [left for finding in findings if (left := _left(finding, standing, used))]
    idle = tuple(s.ignore for s in standing if s.judged and s.ignore not in used)
    if idle and unused_ignore in ran:
        kept += unused_ignore.findings(replace(context, idle_ignores=idle))
    return tuple(kept)


def _standing(ignore: Ignore, settings: Settings, ran: frozenset[str]) -> _Standing:
    rules = all_rules(settings.plugins)
    codes: set[str] = set()
    for name in ignore.rules:
        try:
            codes |= {rule.code for rule in matching((name,), rules)}
        except ConfigurationError:  # which the rule faulty-ignore says
            continue
    if not ignore.rules:
        return _Standing(ignore, frozenset(rule.code for rule in rules), not settings.select)
    return _Standing(ignore, frozenset(codes), bool(codes & ran))


def _left(finding: Finding, standing: Iterable[_Standing], used: set[Ignore]) -> Finding | None:
    """*finding* where no ignore covers it; those that do are added to *used*."""
    if finding.code.startswith(_ABOUT_IGNORES):
        return finding
    about = [one.ignore for one in standing if finding.code in one.codes]

    def is_kept(place: Span) -> bool:
        covering = [ignore for ignore in about if ignore.covers.overlaps(place)]
        used.update(covering)
        return not covering

    return narrowed(finding, is_kept) if about else finding

"""What the author has decided about findings: names that are right, silence, other severities."""

from collections.abc import Sequence

from citecheck.config import Settings
from citecheck.model import Finding
from citecheck.policy.names import is_accepted
from citecheck.rules import Context, all_rules, matching

__all__ = ["settled"]


def settled(
    findings: Sequence[Finding], context: Context, settings: Settings
) -> tuple[Finding, ...]:
    """*findings* as *settings* and the comments of the draft leave them, in the order of the text.

    Raises ConfigurationError for a severity of a rule that does not exist.
    """
    left = tuple(findings)
    if settings.accept_names:
        accepted = frozenset(name.casefold() for name in settings.accept_names)
        matches = {match.citation_id: match for match in context.matches}
        text = context.document.text
        left = tuple(f for f in left if not is_accepted(f, text, matches, accepted))
    if context.ignores:
        from citecheck.policy.silencing import silenced

        left = silenced(left, context, settings)
    if settings.severity:
        left = _weighed(left, settings)
    return tuple(sorted(left, key=lambda f: (f.span.start, f.code, f.span.end)))


def _weighed(findings: Sequence[Finding], settings: Settings) -> tuple[Finding, ...]:
    """*findings* with the severities that *settings* give; of several, the narrowest holds."""
    rules = all_rules(settings.plugins)
    chosen = {}
    widest_first = sorted(
        ((matching((name,), rules), severity) for name, severity in settings.severity.items()),
        key=lambda pair: -len(pair[0]),
    )
    for meant, severity in widest_first:
        chosen.update(dict.fromkeys((rule.code for rule in meant), severity))
    return tuple(
        f.model_copy(update={"severity": chosen[f.code]}) if f.code in chosen else f
        for f in findings
    )

"""What a rule is: a documented function from a context to problems."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from citecheck.model import Finding, Fix, RelatedPlace, Severity, Span
from citecheck.rules.context import Context


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing a rule found. ``severity`` overrides the rule's own where a case is milder."""

    span: Span
    message: str
    confidence: float = 0.9
    severity: Severity | None = None
    related: tuple[RelatedPlace, ...] = ()
    evidence: tuple[str, ...] = ()
    citation_ids: tuple[str, ...] = ()
    reference_ids: tuple[str, ...] = ()
    suggestion: str | None = None
    fix: Fix | None = None


Check = Callable[[Context], Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A check with its code, its name (which reads as the defect) and its usual severity.

    One with ``default`` false runs only if its code or name is selected.
    """

    code: str
    name: str
    severity: Severity
    check: Check
    default: bool = True

    @property
    def summary(self) -> str:
        """The first line of the documentation."""
        return inspect.getdoc(self.check).partition("\n")[0]  # type: ignore[union-attr]

    @property
    def explanation(self) -> str:
        """The whole documentation, Markdown: what, why, example, fix safety."""
        return inspect.getdoc(self.check) or ""

    def findings(self, context: Context) -> Iterator[Finding]:
        """Run the check and stamp its problems."""
        for problem in self.check(context):
            yield Finding(
                code=self.code,
                name=self.name,
                severity=problem.severity or self.severity,
                confidence=problem.confidence,
                message=problem.message,
                span=problem.span,
                related=problem.related,
                evidence=problem.evidence,
                citation_ids=problem.citation_ids,
                reference_ids=problem.reference_ids,
                suggestion=problem.suggestion,
                fix=problem.fix,
            )


def rule(
    code: str, name: str, severity: Severity, *, default: bool = True
) -> Callable[[Check], Rule]:
    """Make a documented function a rule. It takes effect once it stands in ``RULES``."""

    def register(check: Check) -> Rule:
        return Rule(code, name, severity, check, default)

    return register

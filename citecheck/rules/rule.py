"""What a rule is: a documented function from a context to problems."""

import inspect
from collections.abc import Callable, Iterator
from typing import NamedTuple

from citecheck.model import Finding, Fix, RelatedPlace, Severity, Span
from citecheck.rules.context import Context

_SHOWN = 4  # entries of other files that one finding names


class Problem(NamedTuple):
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


def pointed(problem: Problem, context: Context) -> Problem:
    """*problem* with the places in other files said in words: the draft has none for them."""
    where = [(i, context.elsewhere[i]) for i in problem.reference_ids if i in context.elsewhere]
    if not where:
        return problem
    anchors = {context.reference[i].span for i, _ in where}
    related = tuple(place for place in problem.related if place.span not in anchors)
    if problem.span in anchors:
        first, *where = where
        problem = problem._replace(message=f"{first[1]}: {problem.message}")
    shown = (f"“{context.reference[i].key}” stands in {place}" for i, place in where[:_SHOWN])
    return problem._replace(related=related, evidence=(*problem.evidence, *shown))


Check = Callable[[Context], Iterator[Problem]]


class Rule(NamedTuple):
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
        for found in self.check(context):
            problem = pointed(found, context)
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

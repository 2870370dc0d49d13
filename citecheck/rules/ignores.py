"""IGN7xx: comments that ask citecheck to be silent, and no longer do what they say."""

from collections.abc import Iterator

from citecheck.ignores import Ignore
from citecheck.model import Edit, Fix, Severity, Span
from citecheck.rules.context import Context
from citecheck.rules.fixes import safe
from citecheck.rules.rule import Problem, rule


@rule("IGN701", "unused-ignore", Severity.WARNING)
def unused_ignore(context: Context) -> Iterator[Problem]:
    """A comment asks for silence about something that is not there.

    ## What it does
    Reports "citecheck: ignore" comments that silence nothing although the rules that they name
    have run. What this rule itself reports cannot be silenced by a comment.

    ## Why is this bad
    A comment that outlived its cause hides the next mistake in that place.

    ## Example
    `<!-- citecheck: ignore[NAM201] -->` above a line whose names are all as listed.

    ## Fix safety
    Safe: the comment is removed; in the margin of a Word draft it stays for you to remove.
    """
    for ignore in context.idle_ignores:
        about = ", ".join(ignore.rules) or "anything"
        yield Problem(
            span=ignore.span,
            message=f"nothing here is silenced by this comment about {about}",
            confidence=0.95,
            fix=None if ignore.is_apart else _removal(_with_its_line(ignore, context)),
        )


def _removal(span: Span) -> Fix | None:
    return safe((Edit(span=span, text=""),))


def _with_its_line(ignore: Ignore, context: Context) -> Span:
    """The comment, or its lines where nothing else stands on them."""
    document = context.document  # in which the comments are blanks already
    first = document.line(document.position(ignore.span.start).line)
    last = document.position(ignore.span.end).line
    end = document.line(last).end
    if document.text[first.start : end].strip():
        return ignore.span
    more = last < len(document.line_starts)
    return Span(start=first.start, end=document.line_starts[last] if more else end)


@rule("IGN702", "expired-ignore", Severity.WARNING)
def expired_ignore(context: Context) -> Iterator[Problem]:
    """A comment asks for silence until a day that has passed.

    ## What it does
    Reports "citecheck: ignore" comments whose last day lies before today. They hold no longer.

    ## Why is this bad
    The day was set so that someone looks again.

    ## Example
    `<!-- citecheck: ignore[NAM201] asked the author, until 2024-12-31 -->` in 2026.

    ## Fix safety
    No fix: mend the cause, or set another day.
    """
    for ignore in context.ignores:
        if ignore.has_expired(context.today):
            why = f" ({ignore.reason})" if ignore.reason else ""
            yield Problem(
                span=ignore.span,
                message=f"this comment{why} held until {ignore.until}, and holds no longer",
                confidence=0.95,
            )


@rule("IGN703", "faulty-ignore", Severity.WARNING)
def faulty_ignore(context: Context) -> Iterator[Problem]:
    """A comment asks for silence about a rule that does not exist, or until no date.

    ## What it does
    Reports "citecheck: ignore" comments that name no rule that there is, or whose day is not
    written as 2027-01-31.

    ## Why is this bad
    The comment does nothing, or never ends, and its writer believes otherwise.

    ## Example
    `<!-- citecheck: ignore[mispelt-author] -->`; the rule is called misspelt-author.

    ## Fix safety
    No fix.
    """
    for ignore in context.ignores:
        faults = [ignore.fault] if ignore.fault else []
        faults += [_unknown(name, context) for name in _strangers(ignore, context)]
        for fault in faults:
            yield Problem(span=ignore.span, message=fault, confidence=0.95)


def _strangers(ignore: Ignore, context: Context) -> list[str]:
    """The rules that *ignore* names and nobody knows."""
    known = context.rule_names
    return [
        name
        for name in ignore.rules
        if known and not any(rule.startswith(name.upper()) for rule in known)
    ]


def _unknown(name: str, context: Context) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name.upper(), context.rule_names, n=1, cutoff=0.5)
    shown = next((n if n[-1].isdigit() else n.lower() for n in near), "")
    return f"there is no rule “{name}”" + (f"; did you mean “{shown}”?" if shown else "")

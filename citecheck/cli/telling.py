"""What ``citecheck fix`` says: what was fixed, what is left, and how much of both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citecheck import reports
from citecheck.locale import phrases
from citecheck.reports.cells import visible
from citecheck.reports.region import address, name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from citecheck.fixing import Applied, FileDraft, Fixed
    from citecheck.locale import Phrases
    from citecheck.model import Document, Edit
    from citecheck.reports import Look


def fixed_and_left(fixed: Fixed[FileDraft], look: Look) -> Iterator[str]:
    """Each fix in a line, what was refused, the report on what is left, and the sum."""
    say = phrases(look.language)
    for applied in fixed.applied:
        yield _line(applied, say)
    if fixed.refused:
        yield (
            say.count(
                len(fixed.refused),
                "{n} fix not made: a new finding would follow, or the format does not allow it",
                "{n} fixes not made: new findings would follow, or the format does not allow them",
            )
            + "\n"
        )
    if fixed.applied or fixed.refused:
        yield "\n"
    yield from reports.render([fixed.report], "text", look)
    made = say.count(len(fixed.applied), "{n} fix made", "{n} fixes made")
    yield _sum(fixed, made, look)


def planned(fixed: Fixed[FileDraft], look: Look) -> Iterator[str]:
    """Each change that would be made, and the sum."""
    from citecheck.cli.differing import changes

    yield from changes(fixed.applied, look)
    number, say = len(fixed.applied), phrases(look.language)
    yield _sum(fixed, say.count(number, "{n} fix to make", "{n} fixes to make"), look)


def _sum(fixed: Fixed[FileDraft], made: str, look: Look) -> str:
    say, number = phrases(look.language), len(fixed.report.findings)
    left = say.count(number, "{n} finding left", "{n} findings left")
    name = visible(name_of(fixed.draft.document))
    return (
        look.paint(say("{file}: {fixed}, {left}.", file=name, fixed=made, left=left), "bold") + "\n"
    )


def _line(applied: Applied, say: Phrases) -> str:
    """One fix in one line: place, rule, what stood there and what stands there now."""
    finding, document = applied
    edits = finding.fix.edits if finding.fix else ()
    at = address(document, edits[0].span.start if edits else finding.span.start, say.language)
    shown = " ".join(_change(document, edits[0], say).split()) if edits else ""
    more = len(edits) - 1
    places = say.count(more, " and {n} more place", " and {n} more places") if more > 0 else ""
    fixed = f"{say('fixed')} {finding.code} {finding.name}"
    return f"{visible(at)}: {fixed}: {visible(shown)}{places}\n"


def _change(document: Document, edit: Edit, say: Phrases) -> str:
    """What an edit does, in words."""
    before = edit.span.of(document.text)
    if not edit.text:
        return say("“{text}” removed", text=before.strip())
    if not before:
        return say("“{text}” added", text=edit.text.strip())
    return say("“{before}” → “{after}”", before=before, after=edit.text)

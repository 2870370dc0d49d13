"""Fixing and annotating grow with the number of findings: calls are counted, no clock is read."""

from collections.abc import Callable
from functools import partial

import pytest

from citecheck.config import Settings
from citecheck.fixing import FileDraft, fixed_draft
from citecheck.fixing.annotating import annotated
from citecheck.fixing.edits import Moves, Taken
from citecheck.model import Edit, Finding, Report, Span
from citecheck.pipeline import check_document
from tests.readers.word import docx, paragraph
from tests.test_growth import calls_of, listed, works

FEW, MANY = 30, 120
SLACK = 1.35
CHECK = partial(check_document, settings=Settings())


def misspelt(count: int) -> str:
    """A draft that cites each of *count* works rightly, and once more with a slip."""
    said = [f"{n} ({y}) says so, and it is so ({n}n, {y})." for n, y in works(count)]
    return "\n".join(said) + "\n\n" + listed(count)


def in_plain_text(count: int) -> FileDraft:
    return FileDraft.read(misspelt(count).encode(), None, "text")


def in_word(count: int) -> FileDraft:
    lines = (line for line in misspelt(count).splitlines() if line)
    return FileDraft.read(docx(*(paragraph(line) for line in lines)), None, "docx")


def reported(draft: FileDraft) -> tuple[FileDraft, Report]:
    return draft, CHECK(draft.document)


def fix(found: tuple[FileDraft, Report]) -> object:
    """Everything that can be fixed. What is left is not checked again, but taken as clean."""
    draft, report = found
    clean = report.model_copy(update={"findings": (), "citations": ()})
    reports = iter((report, clean))
    fixed = fixed_draft(draft, lambda _document: next(reports, clean), lambda _f, _d: True)
    assert len(fixed.applied) == len([f for f in report.findings if f.fix]) > 0
    return fixed


def fix_in_vain(found: tuple[FileDraft, Report]) -> object:
    """Nothing changes for the better: every finding is compared with all that were there."""
    draft, report = found
    return fixed_draft(draft, lambda _document: report, only_the_first_of(report))


def only_the_first_of(report: Report) -> Callable[[Finding, object], bool]:
    first = next(finding for finding in report.findings if finding.fix)
    return lambda finding, _document: finding == first


def annotate(found: tuple[FileDraft, Report]) -> object:
    draft, report = found
    return annotated(draft, report)


@pytest.mark.parametrize(
    ("work", "draft"),
    [(fix, in_plain_text), (fix, in_word), (fix_in_vain, in_plain_text), (annotate, in_word)],
)
def test_calls_grow_with_the_findings(
    work: Callable[[tuple[FileDraft, Report]], object], draft: Callable[[int], FileDraft]
) -> None:
    work(reported(draft(3)))  # imports and caches are no part of the growth
    few, many = (reported(draft(count)) for count in (FEW, MANY))
    more = len(many[1].findings) / len(few[1].findings)
    assert calls_of(partial(work, many)) <= calls_of(partial(work, few)) * more * SLACK


def edits(count: int) -> tuple[Edit, ...]:
    starts = (100 * number for number in range(count))
    return tuple(Edit(span=Span(start=start, end=start + 5), text="or so") for start in starts)


def take_all(some: tuple[Edit, ...]) -> None:
    taken = Taken()
    assert all(taken.add([edit]) for edit in some)
    assert not taken.add([some[0].model_copy(update={"text": "otherwise"})])


def move_all(some: tuple[Edit, ...]) -> None:
    moves = Moves(some)
    assert all(moves.moved(edit.span) == edit.span for edit in some)


@pytest.mark.parametrize("work", [take_all, move_all])
def test_each_edit_meets_only_its_neighbours(work: Callable[[tuple[Edit, ...]], None]) -> None:
    few, many = edits(FEW), edits(MANY)
    assert calls_of(lambda: work(many)) <= calls_of(lambda: work(few)) * MANY / FEW * SLACK

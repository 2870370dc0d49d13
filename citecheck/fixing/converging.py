"""Which fixes are made: round after round, until nothing is left that helps without harm.

A fix that would bring a finding which was not there is not made. Fixes that touch the same
characters follow one another in rounds, each judged by a new check of what the last one left.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Generic, NamedTuple, Protocol, Self, TypeVar

from citecheck.errors import UnwritableEdit
from citecheck.fixing.edits import Moves, Taken, ordered
from citecheck.model import Document, Edit, Finding, Report, Safety, Span

_ROUNDS = 20
"""An end for fixes that undo one another. Those that overlap need a round each: three were seen."""

Check = Callable[[Document], Report]
Choose = Callable[[Finding, Document], bool]


class Draft(Protocol):
    """A draft that can be written back."""

    @property
    def document(self) -> Document:
        """What stands in it."""

    def with_edits(self, edits: Sequence[Edit]) -> Self:
        """The same draft with *edits* made."""


AnyDraft = TypeVar("AnyDraft", bound=Draft)


class Applied(NamedTuple):
    """A finding whose fix was made, and the document in which its places count."""

    finding: Finding
    document: Document


@dataclass(frozen=True)
class Fixed(Generic[AnyDraft]):
    """A draft after fixing.

    ``applied`` stand in the order of making. ``report`` is on what is left; ``refused`` are those
    of its findings whose fixes would have brought new ones, or cannot be made in the format.
    """

    draft: AnyDraft
    report: Report
    applied: tuple[Applied, ...] = ()
    refused: tuple[Finding, ...] = ()


def fixed_draft(draft: AnyDraft, check: Check, choose: Choose) -> Fixed[AnyDraft]:
    """*draft* with the fixes made that *choose* wants, as far as they bring no new finding.

    *check* gives the report on a document. *choose* is asked once about each finding whose fix may
    be applied (safe or unsafe), with the document in which the finding's places count.
    """
    state = _State(draft, check(draft.document))
    for _ in range(_ROUNDS):
        state = state.asked(choose)
        batch = _disjoint(f for f in state.report.findings if _place(f) in state.wanted)
        if not batch:
            break
        state = _settled(state, [_place(finding) for finding in batch], check)
    refused = tuple(f for f in state.report.findings if _place(f) in state.harmful)
    return Fixed(state.draft, state.report, state.applied, refused)


class _Place(NamedTuple):
    """What a finding is known by while the text around it changes."""

    code: str
    span: Span


def _place(finding: Finding) -> _Place:
    return _Place(finding.code, finding.span)


@dataclass(frozen=True)
class _State(Generic[AnyDraft]):
    """How far the work is. ``settled`` are the places that need no further thought."""

    draft: AnyDraft
    report: Report
    wanted: frozenset[_Place] = frozenset()
    settled: frozenset[_Place] = frozenset()
    harmful: frozenset[_Place] = frozenset()
    applied: tuple[Applied, ...] = ()
    made: tuple[tuple[Edit, ...], ...] = ()

    def asked(self, choose: Choose) -> Self:
        """The same with an answer for every finding that has none yet."""
        known = self.wanted | self.settled | self.harmful
        wanted, settled = set(self.wanted), set(self.settled)
        for finding in self.report.findings:
            if finding.fix is None or finding.fix.safety == Safety.DISPLAY:
                continue
            if (place := _place(finding)) not in known:
                (wanted if choose(finding, self.draft.document) else settled).add(place)
        return replace(self, wanted=frozenset(wanted), settled=frozenset(settled))

    def after(
        self, batch: Sequence[Finding], edits: tuple[Edit, ...], draft: AnyDraft, report: Report
    ) -> Self:
        """The state once *batch* is made, with all places moved along."""
        done = frozenset(map(_place, batch))
        moves = Moves(edits)
        return replace(
            self,
            draft=draft,
            report=report,
            wanted=_all_moved(self.wanted - done, moves),
            settled=_all_moved(self.settled | done, moves),
            harmful=_all_moved(self.harmful, moves),
            applied=(*self.applied, *(Applied(f, self.draft.document) for f in batch)),
            made=(*self.made, edits),
        )


def _all_moved(places: Iterable[_Place], moves: Moves) -> frozenset[_Place]:
    return frozenset(_Place(place.code, moves.moved(place.span)) for place in places)


def _disjoint(findings: Iterable[Finding]) -> list[Finding]:
    """As many findings, from the first on, as have fixes that do not touch one another."""
    taken = Taken()
    return [finding for finding in findings if taken.add(_edits(finding))]


def _edits(finding: Finding) -> tuple[Edit, ...]:
    return finding.fix.edits if finding.fix else ()


def _settled(state: _State[AnyDraft], places: Sequence[_Place], check: Check) -> _State[AnyDraft]:
    """*state* with the fixes at *places* made, less those that do harm, found by halving."""
    known = frozenset(places)
    batch = [f for f in state.report.findings if _place(f) in known]
    if not batch:
        return state
    edits = ordered(edit for finding in batch for edit in _edits(finding))
    with suppress(UnwritableEdit):
        draft = state.draft.with_edits(edits)
        report = check(draft.document)
        if not (_loses(state.report, report) or _brings_new(state.report, edits, report)):
            return state.after(batch, edits, draft, report)
    if len(batch) == 1:
        harm = frozenset({_place(batch[0])})
        return replace(state, harmful=state.harmful | harm, wanted=state.wanted - harm)
    middle = len(places) // 2
    first = _settled(state, places[:middle], check)
    rest: Iterable[_Place] = places[middle:]
    for made in first.made[len(state.made) :]:
        rest = _all_moved(rest, Moves(made))
    return _settled(first, sorted(rest, key=lambda place: place.span.start), check)


def _loses(before: Report, after: Report) -> bool:
    """Whether citations or entries that were understood no longer are."""
    then, now = before.coverage, after.coverage
    return (
        now.citations_resolved < then.citations_resolved or now.entries_parsed < then.entries_parsed
    )


def _brings_new(before: Report, edits: Sequence[Edit], after: Report) -> bool:
    """Whether *after* has a finding at a place where *before* had none of its code.

    The places of a finding are all that it names: one that lost its first place keeps the others.
    A finding on a citation that was not seen before, away from *edits*, was hidden, not brought.
    """
    moves = Moves(edits)
    old: dict[str, list[Span]] = {}
    for finding in before.findings:
        spans = (finding.span, *(place.span for place in finding.related))
        old.setdefault(finding.code, []).extend(map(moves.moved, spans))
    known = {code: _Stretches(spans) for code, spans in old.items()}
    new = [f for f in after.findings if f.code not in known or not known[f.code].meet(f.span)]
    hidden = _hidden(before, edits, moves, after) if new else frozenset()
    return not all(f.citation_ids and hidden.issuperset(f.citation_ids) for f in new)


def _hidden(before: Report, edits: Sequence[Edit], moves: Moves, after: Report) -> frozenset[str]:
    """The ids of the citations of *after* that *before* did not see, away from *edits*."""
    spans = (*(citation.span for citation in before.citations), *(edit.span for edit in edits))
    seen = _Stretches(map(moves.moved, spans))
    return frozenset(c.id for c in after.citations if not seen.meet(c.span))


class _Stretches:
    """What several spans cover together, neighbours joined."""

    def __init__(self, spans: Iterable[Span]) -> None:
        """Join *spans*, which may overlap and come in any order."""
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted((span.start, span.end) for span in spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def meet(self, span: Span) -> bool:
        """Whether *span* touches one of the spans, or lies next to it."""
        last = bisect_right(self._starts, span.end) - 1
        return last >= 0 and self._ends[last] >= span.start

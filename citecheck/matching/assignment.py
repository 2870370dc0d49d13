"""Every citation to its entries, over the whole document at once.

Citations that are written alike mean the same, so each form is weighed once. Forms that fit an
entry as listed are settled first; what is left over is then paired with the entry it should have
meant, with a preference for entries that nothing cites.
"""

from collections.abc import Sequence

from citecheck.matching.entries import Entry, EntryIndex
from citecheck.matching.presuming import SERIOUS, SUPPORTED, Surroundings, presume
from citecheck.matching.scoring import Assessment, assess
from citecheck.matching.surroundings import rank_by_words
from citecheck.model import (
    Citation,
    Deviation,
    Document,
    Evidence,
    Match,
    MatchStatus,
)

_SETTLED = 0.7
"""Least fit of a citation that is taken as listed, give or take its form."""
_AS_LISTED = 0.97
_TIE = 0.03

FormKey = tuple[object, ...]


class Form:
    """All citations that are written alike, and what they were found to mean."""

    def __init__(self) -> None:
        """Nothing is known yet."""
        self.citations: list[Citation] = []
        self.assessments: list[Assessment] = []
        self.chosen: list[Assessment] = []
        self.evidence: list[Evidence] = []

    @property
    def sample(self) -> Citation:
        """The first of them, which stands for all."""
        return self.citations[0]


def form_key(citation: Citation) -> FormKey:
    """What makes two citations alike: names, "et al.", year with letter, number."""
    year = citation.year
    return (
        tuple((name.given, name.family) for name in citation.names),
        bool(citation.et_al),
        (year.year, year.suffix, year.literal) if year else None,
        citation.disambiguator,
    )


def assign(
    document: Document, citations: Sequence[Citation], index: EntryIndex
) -> dict[str, Match]:
    """One match per citation, by its id."""
    forms: dict[FormKey, Form] = {}
    for citation in citations:
        forms.setdefault(form_key(citation), Form()).citations.append(citation)
    for form in forms.values():
        _weigh(form, index)
        _settle(form)
        if not form.chosen and form.sample.narrative:
            _settle_without_strays(form, index)
    surroundings = Surroundings(
        document,
        cited_entries=frozenset(a.entry.index for form in forms.values() for a in form.chosen),
        cited_at=frozenset(name.span.start for c in citations for name in c.names),
    )
    for form in forms.values():
        if not form.chosen and (found := presume(form.citations, form.assessments, surroundings)):
            form.chosen, form.evidence = [found[0]], found[1]
    return {c.id: _match(document, form, c) for form in forms.values() for c in form.citations}


def _weigh(form: Form, index: EntryIndex) -> None:
    if not form.sample.names:
        return
    first = form.sample.names[0]
    year = form.sample.year.year if form.sample.year else None
    candidates = index.named(first, year)
    form.assessments = _assessed(form.sample, candidates)
    if not form.assessments or form.assessments[0].score < _SETTLED:
        known = {entry.index for entry in candidates}
        fresh = [entry for entry in index.similar(first) if entry.index not in known]
        form.assessments += _assessed(form.sample, fresh)
        form.assessments.sort(key=lambda a: (-a.score, a.entry.index))


def _assessed(citation: Citation, entries: Sequence[Entry]) -> list[Assessment]:
    found = [a for entry in entries if (a := assess(citation, entry)).score > 0]
    return sorted(found, key=lambda a: (-a.score, a.entry.index))


def _settle(form: Form) -> None:
    fit = [a for a in form.assessments if a.score >= _SETTLED and not a.has(*SERIOUS)]
    form.chosen = [a for a in fit if a.score >= fit[0].score - _TIE]


def _settle_without_strays(form: Form, index: EntryIndex) -> None:
    """Words of the sentence that were taken for the first of several names: "in Catalan, and
    Fernández (1999)". Without them the rest is as listed, and no entry bears them.
    """
    names = form.sample.names
    for kept in range(1, len(names)):
        if index.named(names[kept - 1]):
            return
        rest = form.sample.model_copy(update={"names": names[kept:]})
        exact = [a for a in _assessed(rest, index.named(names[kept])) if not a.deviations]
        if exact and exact[0].score >= _AS_LISTED:
            form.chosen = exact[:1]
            return


def _match(document: Document, form: Form, citation: Citation) -> Match:
    if not form.chosen:
        return Match(
            citation_id=citation.id,
            status=MatchStatus.UNMATCHED,
            evidence=tuple(_nearest(form)),
        )
    best = form.chosen[0]
    if len(form.chosen) > 1:
        entries = rank_by_words(document, citation, [a.entry for a in form.chosen])
        return Match(
            citation_id=citation.id,
            status=MatchStatus.AMBIGUOUS,
            reference_ids=tuple(entry.reference.id for entry in entries),
            confidence=best.score / len(entries),
            deviations=_relocated(best.deviations, form.sample, citation),
        )
    presumed = best.has(*SERIOUS)
    return Match(
        citation_id=citation.id,
        status=MatchStatus.PRESUMED if presumed else MatchStatus.MATCHED,
        reference_ids=(best.entry.reference.id,),
        confidence=min(1.0, best.score + 0.1 * len(form.evidence)),
        deviations=_relocated(best.deviations, form.sample, citation),
        evidence=tuple(form.evidence),
    )


def _nearest(form: Form) -> list[Evidence]:
    return [
        Evidence(
            kind="nearest-entry",
            statement="the nearest entry is another work or differs in more than one thing",
            reference_id=a.entry.reference.id,
            confidence=a.score,
        )
        for a in form.assessments[:1]
        if a.score >= SUPPORTED
    ]


def _relocated(
    deviations: tuple[Deviation, ...], sample: Citation, citation: Citation
) -> tuple[Deviation, ...]:
    """The deviations of the form's first citation, at the places of this one."""
    if citation is sample:
        return deviations
    places = {one.span: other.span for one, other in zip(sample.names, citation.names, strict=True)}
    if sample.year and citation.year and sample.year.span and citation.year.span:
        places[sample.year.span] = citation.year.span
    if sample.et_al_span and citation.et_al_span:
        places[sample.et_al_span] = citation.et_al_span
    return tuple(
        d.model_copy(update={"cited_span": places.get(d.cited_span, d.cited_span)})
        if d.cited_span
        else d
        for d in deviations
    )

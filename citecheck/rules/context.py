"""All that a rule may look at. Rules do no I/O and read no clock: today's date is in here."""

import datetime
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from citecheck.ignores import Ignore
from citecheck.language.folding import fold, letters, romanise, words
from citecheck.model import (
    Citation,
    Deviation,
    DeviationKind,
    Document,
    Match,
    MatchStatus,
    Reference,
    ReferenceSection,
)
from citecheck.model.verification import Verification
from citecheck.rules.duplicates import twins
from citecheck.rules.forms import is_proper, majority
from citecheck.rules.registered import Standing, standings

_SEVERAL = 4
_WORD = re.compile(r"[^\W_]+")


class Deviating(NamedTuple):
    """One citation that differs from its entry, and how."""

    citation: Citation
    reference: Reference
    match: Match
    deviation: Deviation


@dataclass(frozen=True)
class Context:
    """The complete result of reading and matching one document: values already validated.

    An entry that stands in another file has the place in the draft where that file is named, and
    no places of its values; ``elsewhere`` tells by its id where it really is ("refs.bib:12").
    ``nocite`` are keys listed on purpose without being cited ("*": all). ``list_is_complete`` is
    False if a list that the draft names could not be read. ``uncited_on_purpose`` are ids of
    entries that the settings allow to stand uncited. ``ignores`` are the comments that ask for
    silence, ``idle_ignores`` those that silenced nothing, once that is known; ``rule_names`` are
    the codes and names of all rules, in capitals.
    """

    document: Document
    sections: tuple[ReferenceSection, ...] = ()
    references: tuple[Reference, ...] = ()
    citations: tuple[Citation, ...] = ()
    matches: tuple[Match, ...] = ()
    verification: Verification | None = None
    today: datetime.date | None = None
    elsewhere: Mapping[str, str] = field(default_factory=dict)
    nocite: frozenset[str] = frozenset()
    list_is_complete: bool = True
    uncited_on_purpose: frozenset[str] = frozenset()
    ignores: tuple[Ignore, ...] = ()
    idle_ignores: tuple[Ignore, ...] = ()
    rule_names: frozenset[str] = frozenset()

    @cached_property
    def reference(self) -> dict[str, Reference]:
        """Entries by id."""
        return {reference.id: reference for reference in self.references}

    @cached_property
    def keys(self) -> dict[str, str]:
        """The entries' keys by their case-folded forms."""
        return {entry.key.casefold(): entry.key for entry in self.references if entry.key}

    @cached_property
    def cited_ids(self) -> frozenset[str]:
        """Ids of all entries that some citation means or may mean."""
        return frozenset(i for match in self.matches for i in match.reference_ids)

    @cached_property
    def name_counts(self) -> Counter[str]:
        """How often each name is cited, by its bare folded letters."""
        return Counter(letters(name.family) for c in self.citations for name in c.names)

    @cached_property
    def twins(self) -> dict[str, str]:
        """Ids of entries that repeat an earlier one, with the id of that one."""
        return twins(self.references)

    @cached_property
    def registered(self) -> dict[str, Standing]:
        """What the registries say of each entry that they were asked about, by its id."""
        return standings(self.references, self.verification)

    def are_one_work(self, reference_ids: Iterable[str]) -> bool:
        """Whether all these entries describe the same work."""
        return len({self.twins.get(identifier, identifier) for identifier in reference_ids}) == 1

    @cached_property
    def resolved(self) -> tuple[tuple[Citation, Match], ...]:
        """Citations with their matches, in order."""
        return tuple(zip(self.citations, self.matches, strict=True))

    @cached_property
    def list_is_of_another_text(self) -> bool:
        """Whether several works are cited by names, none is listed, and no word of those names
        stands anywhere in the list.
        """
        if len(self.citations) < _SEVERAL or any(c.labels for c in self.citations):
            return False
        if any(match.status != MatchStatus.UNMATCHED for match in self.matches):
            return False
        raws = " ".join(reference.raw for reference in self.references)
        listed = {*words(raws), *words(romanise(raws))}
        cited = {word for c in self.citations for name in c.names for word in words(name.family)}
        return len(self.references) >= _SEVERAL <= len(cited) and listed.isdisjoint(cited)

    @cached_property
    def usual_forms(self) -> tuple[str, str]:
        """The writer's usual word before a last name, and the usual "et al."."""
        et_als = (c.et_al for c in self.citations if is_proper(c.et_al))
        signs = (c.conjunction or self._slash(c) for c in self.citations)
        return majority(signs, "and"), majority(et_als, "et al.")

    def _slash(self, citation: Citation) -> str:
        """The sign between the names of "Ash/Birch 2001", which is no conjunction."""
        if len(citation.names) < 2 or citation.suppress_author:
            return ""
        start, end = (name.span for name in citation.names[-2:])
        return "/" if self.document.text[start.end : end.start].strip() == "/" else ""

    def citations_of(self, reference_id: str) -> tuple[Citation, ...]:
        """The citations resolved to one entry alone."""
        return self._by_reference.get(reference_id, ())

    @cached_property
    def _by_reference(self) -> dict[str, tuple[Citation, ...]]:
        found: dict[str, list[Citation]] = {}
        for citation, match in self.resolved:
            if len(match.reference_ids) == 1:
                found.setdefault(match.reference_ids[0], []).append(citation)
        return {identifier: tuple(citations) for identifier, citations in found.items()}

    @cached_property
    def prose_words(self) -> frozenset[str]:
        """The folded words of the text outside its lists and citations."""
        parts, position = [], 0
        skipped = [section.span for section in self.sections] + [c.span for c in self.citations]
        skipped += self.document.not_prose
        for span in sorted(skipped, key=lambda span: span.start):
            parts.append(self.document.text[position : span.start])
            position = max(position, span.end)
        parts.append(self.document.text[position:])
        return frozenset(map(fold, set(_WORD.findall(" ".join(parts)))))

    def deviating(self, *kinds: DeviationKind) -> Iterator[Deviating]:
        """Citations that differ from their (best) entry in one of *kinds*, in order."""
        return (item for item in self._deviating if item.deviation.kind in kinds)

    @cached_property
    def _deviating(self) -> tuple[Deviating, ...]:
        return tuple(
            Deviating(
                citation=citation,
                reference=self.reference[match.reference_ids[0]],
                match=match,
                deviation=deviation,
            )
            for citation, match in self.resolved
            if match.status != MatchStatus.UNMATCHED
            for deviation in match.deviations
        )

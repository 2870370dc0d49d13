"""What the registries say of each entry: of the same work, of another one, or nothing."""

from collections.abc import Iterator
from typing import NamedTuple

from citecheck.agreement.people import names_agree
from citecheck.agreement.titles import title_similarity
from citecheck.model import Reference
from citecheck.model.verification import Lookup, LookupStatus, RegistryRecord, Verification

SEARCH = "search"
_OTHER_WORK = 0.5
"""Below this similarity the title of a record is that of another work, whoever wrote it."""
_SAME_WORK = 0.75


class Standing(NamedTuple):
    """An entry beside the registries.

    ``same`` is the lookup that gave a record of the same work, ``other`` one whose identifier
    leads to another work; None where there is none.
    """

    reference: Reference
    same: Lookup | None = None
    other: Lookup | None = None
    lookups: tuple[Lookup, ...] = ()

    @property
    def record(self) -> RegistryRecord | None:
        """The record of the same work."""
        return self.same.record if self.same else None

    @property
    def identified(self) -> bool:
        """Whether the record was found by an identifier that the entry names."""
        return self.same is not None and self.same.by != SEARCH


def standings(
    references: tuple[Reference, ...], verification: Verification | None
) -> dict[str, Standing]:
    """The standing of each entry that a registry was asked about, by id."""
    by_entry: dict[str, list[Lookup]] = {}
    for lookup in verification.lookups if verification else ():
        by_entry.setdefault(lookup.reference_id, []).append(lookup)
    return {
        reference.id: _standing(reference, tuple(by_entry[reference.id]))
        for reference in references
        if reference.id in by_entry
    }


def _standing(reference: Reference, lookups: tuple[Lookup, ...]) -> Standing:
    found = [lookup for lookup in lookups if lookup.record and lookup.record.title]
    same = [lookup for lookup in found if _is_same(reference, lookup)]
    other = [lookup for lookup in found if lookup not in same and lookup.by != SEARCH]
    return Standing(reference, _best(same), other[0] if other else None, lookups)


def _best(lookups: list[Lookup]) -> Lookup | None:
    """The one found by an identifier before one that was searched for."""
    return max(lookups, key=lambda found: (found.by != SEARCH, found.score), default=None)


def _is_same(reference: Reference, lookup: Lookup) -> bool:
    """Whether the record is of the work: a search was validated, an identifier may be mistyped."""
    record = lookup.record
    if lookup.by == SEARCH or record is None or reference.title is None:
        return True
    titles = (record.title, f"{record.title}: {record.subtitle}", *record.other_titles)
    likeness = max(title_similarity(reference.title.value, title) for title in titles)
    if likeness >= _SAME_WORK:
        return True
    agree = names_agree(reference.names, record.author or record.editor)
    return likeness >= _OTHER_WORK if agree is None else agree


def unknown_identifiers(standing: Standing) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Identifiers that no registry asked has a record of, with the names of the registries."""
    asked: dict[str, list[Lookup]] = {}
    for lookup in standing.lookups:
        if lookup.by != SEARCH:
            asked.setdefault(lookup.by, []).append(lookup)
    for identifier, lookups in asked.items():
        if all(lookup.status == LookupStatus.NOT_FOUND for lookup in lookups):
            yield identifier, tuple(dict.fromkeys(lookup.registry for lookup in lookups))

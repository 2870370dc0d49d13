"""Asking the registries about the entries of a list: which, in which order, and until when.

Identifiers come first, many in one question where a registry takes them; an entry that has none,
or whose identifier leads to another work, is searched for by its title. Grey literature is not
searched for.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from citecheck.agreement.entries import best_fit, title_likeness
from citecheck.agreement.literature import is_grey, is_preprint
from citecheck.agreement.titles import AGREES
from citecheck.model.reference import Reference
from citecheck.model.verification import Lookup, LookupStatus, RegistryRecord
from citecheck.sources.arxiv import Arxiv
from citecheck.sources.crew import working
from citecheck.sources.crossref import Crossref
from citecheck.sources.datacite import DataCite
from citecheck.sources.handles import DoiOrg, HandleNet, NationalLibrary
from citecheck.sources.http import Client
from citecheck.sources.open_library import OpenLibrary
from citecheck.sources.openalex import OpenAlex
from citecheck.sources.pubmed import PubMed
from citecheck.sources.registry import Asking, Registry, Searchable, ask, search
from citecheck.sources.wayback import HOSTS as ARCHIVE_HOSTS

Progress = Callable[[int, int], None]

# Prefixes of DOIs that DataCite registers: arXiv, Zenodo, figshare, Dryad, Dataverse, OSF.
_OF_DATACITE = ("10.48550/", "10.5281/", "10.6084/", "10.5061/", "10.7910/", "10.17605/")
_OF_REPOSITORIES = ("dataset", "software", "thesis", "report")
_THREADS = 8


class Asked(NamedTuple):
    """What one registry said of one identifier."""

    registry: str
    by: str
    status: LookupStatus
    record: RegistryRecord | None = None
    reason: str = ""

    def of(self, reference: Reference) -> Lookup:
        """The same as a lookup of an entry."""
        return Lookup(
            reference_id=reference.id,
            registry=self.registry,
            by=self.by,
            status=self.status,
            record=self.record,
            reason=self.reason,
        )


class Question(NamedTuple):
    """Identifiers that are asked of ``registries`` together, of one after the other till found."""

    registries: tuple[Registry, ...]
    identifiers: tuple[str, ...]


def ask_registries(
    references: Iterable[Reference],
    client: Client,
    *,
    mailto: str = "",
    progress: Progress | None = None,
) -> tuple[Lookup, ...]:
    """What the registries say of each entry, in the order of the entries.

    *mailto* is told to those who ask for it (Crossref, OpenAlex, PubMed), which then answer more
    often. *progress* is called with the number of questions done and known so far. After Ctrl-C,
    what is known is given and ``client.interrupted`` is True. Never raises for what comes of it.
    """
    entries = tuple(references)
    agree_on_pace(client, mailto)
    told = _Told(progress)
    identified: dict[str, list[Asked]] = {}
    questions = list(_questions(entries, mailto))
    for asked in told.each(lambda question: _answers(question, client), questions, client):
        for one in asked:
            identified.setdefault(one.by, []).append(one)
    found = {entry.id: tuple(_identified(entry, identified, mailto)) for entry in entries}
    sought = [entry for entry in entries if _is_sought(entry, found[entry.id])]
    for entry, lookups in told.each(lambda entry: _sought(entry, client, mailto), sought, client):
        found[entry.id] += lookups
    return tuple(lookup for entry in entries for lookup in found[entry.id])


def agree_on_pace(client: Client, mailto: str = "") -> None:
    """Make *client* ask every registry as its terms of use say."""
    for registry in (*_by_doi(mailto), *_by_number(mailto)):
        at_once, gap = registry.pace()
        client.pace.agree(registry.host, at_once=at_once, gap=gap)
    for host, (at_once, gap) in ARCHIVE_HOSTS.items():
        client.pace.agree(host, at_once=at_once, gap=gap)


def _by_doi(mailto: str) -> tuple[Registry, ...]:
    return Crossref(mailto), DataCite(mailto), OpenAlex(mailto), DoiOrg(mailto)


def _by_number(mailto: str) -> tuple[Registry, ...]:
    return Arxiv(), PubMed(mailto), OpenLibrary(), HandleNet(), NationalLibrary()


def _searched(reference: Reference, mailto: str) -> Iterator[Searchable]:
    """The registries that may have an entry of this type."""
    yield Crossref(mailto)
    if reference.type in ("book", "chapter"):
        yield OpenLibrary()
    if reference.type in _OF_REPOSITORIES or is_preprint(reference):
        yield DataCite()


def _questions(entries: Sequence[Reference], mailto: str) -> Iterator[Question]:
    """Each identifier once, in questions as large as the registries take them."""
    for registry in _by_number(mailto):
        numbers = list(dict.fromkeys(filter(None, map(registry.identifier, entries))))
        for start in range(0, len(numbers), registry.batch):
            yield Question((registry,), tuple(numbers[start : start + registry.batch]))
    crossref, datacite, *others = _by_doi(mailto)
    for doi in dict.fromkeys(filter(None, map(crossref.identifier, entries))):
        is_datacite = doi.startswith(_OF_DATACITE)
        order = (datacite, crossref) if is_datacite else (crossref, datacite)
        yield Question((*order, *others), (doi,))


def _answers(question: Question, client: Asking) -> list[Asked]:
    """What the registries of *question* say, the last of them with a record or all without."""
    answers: list[Asked] = []
    for registry in question.registries:
        outcome = ask(registry, question.identifiers, client)
        alone = outcome.records[0] if registry.batch == 1 and outcome.records else None
        records = {record.identifier: record for record in outcome.records}
        for identifier in question.identifiers:
            record = alone or records.get(identifier)
            missing = outcome.status == LookupStatus.FOUND and not record
            status = LookupStatus.NOT_FOUND if missing else outcome.status
            answers.append(Asked(registry.name, identifier, status, record, outcome.reason))
        if any(answer.record for answer in answers):
            break
    return answers


def _identified(
    entry: Reference, identified: Mapping[str, Sequence[Asked]], mailto: str
) -> Iterator[Lookup]:
    """The lookups of an entry by each of its identifiers."""
    numbers = [registry.identifier(entry) for registry in _by_number(mailto)]
    for number in dict.fromkeys((_by_doi(mailto)[0].identifier(entry), *numbers)):
        yield from (asked.of(entry) for asked in identified.get(number, ()))


def _is_sought(entry: Reference, lookups: Sequence[Lookup]) -> bool:
    """Whether an entry is searched for: if no identifier gave a work of its title.

    Where nobody could be asked for the identifier, or it is only known to be registered, there is
    no reason to doubt it.
    """
    if not entry.title or is_grey(entry):
        return False
    records = [lookup.record for lookup in lookups if lookup.record]
    if any(not one.title or title_likeness(entry, one) >= AGREES for one in records):
        return False
    asked = {lookup.status for lookup in lookups}
    return asked != {LookupStatus.NOT_CHECKED}


def _sought(entry: Reference, client: Asking, mailto: str) -> tuple[Reference, tuple[Lookup, ...]]:
    """The entry, and what searches for it gave; the last one has a record or none has."""
    lookups: list[Lookup] = []
    for registry in _searched(entry, mailto):
        lookups.append(searched(entry, registry, client))
        if lookups[-1].status == LookupStatus.FOUND:
            break
    return entry, tuple(lookups)


def searched(entry: Reference, registry: Searchable, client: Asking) -> Lookup:
    """What a search of *registry* for the entry gives: a record only if it is validated."""
    outcome = search(registry, entry, client)
    best = best_fit(entry, outcome.records)
    status = outcome.status
    if status == LookupStatus.FOUND and not best:
        status = LookupStatus.NOT_FOUND
    return Lookup(
        reference_id=entry.id,
        registry=registry.name,
        by="search",
        status=status,
        record=_whole(best[0], registry, client) if best else None,
        score=best[1].score if best else 0.0,
        other_form=best[1].other_form if best else False,
        reason=outcome.reason,
    )


def _whole(record: RegistryRecord, registry: Searchable, client: Asking) -> RegistryRecord:
    """The record with the notices about it, which Crossref gives only for a DOI."""
    if not isinstance(registry, Crossref) or not record.doi:
        return record
    outcome = ask(registry, (record.doi,), client)
    return outcome.records[0] if outcome.records else record


Item = TypeVar("Item")
Result = TypeVar("Result")


class _Told:
    """Doing things on threads, and telling how many are done; none after an interruption."""

    def __init__(self, progress: Progress | None) -> None:
        self._progress = progress
        self._done = self._known = 0

    def each(
        self, task: Callable[[Item], Result], items: Sequence[Item], client: Client
    ) -> Iterator[Result]:
        """The results of *task* as they come."""
        self._known += len(items)
        if client.interrupted:
            return
        try:
            with working(task, items, _THREADS) as results:
                for result in results:
                    self._done += 1
                    if self._progress:
                        self._progress(self._done, self._known)
                    yield result
        except KeyboardInterrupt:
            client.interrupt()

"""Whom the registries are asked about, in which order, and what that comes to."""

import datetime
from dataclasses import dataclass, field
from typing import Any

import pytest

from citecheck.agreement.people import read_name
from citecheck.model import PartialDate, Reference, Span, Value
from citecheck.model.verification import Lookup, LookupStatus
from citecheck.sources.answers import Answer, Fault, Request
from citecheck.sources.http import Client
from citecheck.sources.registries import agree_on_pace, ask_registries
from citecheck.sources.wayback import nearest_copy
from tests.sources import registry_answers as answers
from tests.sources.clocks import Instant
from tests.sources.registry_answers import DOI, TITLE, body

FOUND, NOT_FOUND, NOT_CHECKED = LookupStatus


@dataclass
class World:
    """Servers by the beginnings of their URLs, longest first; others know of nothing (404)."""

    routes: dict[str, object] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    otherwise: Answer | None = None

    def send(self, request: Request, seconds: float) -> Answer:
        """The answer of the first server that fits."""
        self.asked.append(request.url)
        for start in sorted(self.routes, key=len, reverse=True):
            if request.url.startswith(start):
                value = self.routes[start]
                status = value if isinstance(value, int) else 200
                return Answer(request.url, status=status, body=body(value))
        return self.otherwise or Answer(request.url, status=404)

    def close(self) -> None:
        """Nothing is open."""

    @property
    def hosts(self) -> list[str]:
        """The hosts asked, in order."""
        return [url.split("/")[2] for url in self.asked]


CROSSREF = "https://api.crossref.org/works"
SEARCH = CROSSREF + "?"
DATACITE = "https://api.datacite.org/dois"
OPENALEX = "https://api.openalex.org/works"
DOI_ORG = "https://doi.org/api/handles/"
ARXIV = "https://export.arxiv.org/api/query"
BOOKS = "https://openlibrary.org/api/books"
BOOK_SEARCH = "https://openlibrary.org/search.json"


def entry(identifier: str = "r1", **fields: Any) -> Reference:
    values: dict[str, Any] = {
        name: Value(value=value) if isinstance(value, str) and name != "type" else value
        for name, value in {"title": TITLE, "type": "article-journal", **fields}.items()
    }
    return Reference(
        id=identifier,
        span=Span(start=0, end=0),
        raw="",
        author=(read_name("Roe, Jane"),),
        issued=PartialDate(year=2019),
        **values,
    )


def asked(world: World, *entries: Reference, **options: Any) -> list[Lookup]:
    client = Client(world, clock=Instant())
    return list(ask_registries(entries, client, **options))


def verdicts(lookups: list[Lookup]) -> list[tuple[str, LookupStatus]]:
    return [(lookup.registry, lookup.status) for lookup in lookups]


def test_a_doi_of_crossref_is_one_question() -> None:
    world = World({CROSSREF + "/": answers.CROSSREF})
    lookups = asked(world, entry(doi=DOI))
    assert verdicts(lookups) == [("Crossref", FOUND)]
    assert lookups[0].by == DOI
    assert lookups[0].record is not None
    assert lookups[0].record.title == TITLE
    assert len(world.asked) == 1


def test_a_doi_of_another_agency() -> None:
    world = World({DATACITE: {"data": answers.DATACITE_DATA}})
    assert verdicts(asked(world, entry(doi=DOI))) == [("Crossref", NOT_FOUND), ("DataCite", FOUND)]


def test_a_doi_that_is_only_registered() -> None:
    world = World({DOI_ORG: answers.HANDLE})
    lookups = asked(world, entry(doi=DOI))
    assert verdicts(lookups)[-1] == ("doi.org", FOUND)
    assert lookups[-1].record is not None
    assert lookups[-1].record.title == ""
    assert not any(lookup.by == "search" for lookup in lookups)


def test_prefixes_of_datacite_are_asked_there_first() -> None:
    world = World({DATACITE: {"data": answers.DATACITE_DATA}})
    asked(world, entry(doi="10.5281/zenodo.1"))
    assert world.hosts == ["api.datacite.org"]


def test_a_doi_that_nobody_knows_is_searched_for_by_its_title() -> None:
    world = World({SEARCH: answers.CROSSREF_LIST, DOI_ORG: 404})
    lookups = asked(world, entry(doi="10.5555/wrong"))
    assert verdicts(lookups)[:4] == [
        (name, NOT_FOUND) for name in ("Crossref", "DataCite", "OpenAlex", "doi.org")
    ]
    assert (lookups[4].by, lookups[4].status) == ("search", FOUND)
    assert lookups[4].record is not None
    assert lookups[4].record.doi == DOI


def test_a_doi_of_another_work_is_searched_for_too() -> None:
    other = {**answers.CROSSREF_WORK, "title": ["The fast fall of southern rivers"]}
    world = World({CROSSREF + "/": {"message-type": "work", "message": other},
                   SEARCH: answers.CROSSREF_LIST})  # fmt: skip
    lookups = asked(world, entry(doi="10.5555/other"))
    assert [(lookup.by, lookup.status) for lookup in lookups] == [
        ("10.5555/other", FOUND), ("search", FOUND),
    ]  # fmt: skip


def test_what_was_found_by_a_search_is_asked_for_whole() -> None:
    world = World({SEARCH: answers.CROSSREF_LIST, CROSSREF + "/": answers.CROSSREF})
    lookups = asked(world, entry())
    assert len(world.asked) == 2
    assert lookups[0].record is not None
    assert [update.type for update in lookups[0].record.updates] == ["retraction"]
    assert 0.9 < lookups[0].score <= 1


def test_a_search_that_gives_other_works_finds_nothing() -> None:
    other = {**answers.CROSSREF_WORK, "title": ["The fast fall of southern rivers"]}
    world = World({SEARCH: {"message-type": "work-list", "message": {"items": [other]}}})
    lookups = asked(world, entry())
    assert verdicts(lookups) == [("Crossref", NOT_FOUND)]
    assert lookups[0].record is None


def test_books_are_searched_for_in_open_library() -> None:
    world = World({SEARCH: {"message-type": "work-list", "message": {"items": []}},
                   BOOK_SEARCH: answers.BOOKS})  # fmt: skip
    lookups = asked(world, entry(type="book", title="Northern tides", publisher="Quay Press"))
    assert [lookup.registry for lookup in lookups] == ["Crossref", "Open Library"]


def test_many_numbers_are_one_question() -> None:
    world = World({ARXIV: answers.ARXIV, BOOKS: answers.BOOK})
    lookups = asked(
        world,
        entry("r1", arxiv="1901.00001"),
        entry("r2", arxiv="1901.00002v1"),
        entry("r3", isbn="978-3-16-148410-0", title="Northern tides"),
        entry("r4", arxiv="1901.00001"),
    )
    assert sum("export.arxiv.org" in url for url in world.asked) == 1
    by_entry = {(lookup.reference_id, lookup.registry): lookup.status for lookup in lookups}
    assert by_entry["r1", "arXiv"] == by_entry["r4", "arXiv"] == FOUND
    assert by_entry["r2", "arXiv"] == NOT_FOUND
    assert by_entry["r3", "Open Library"] == FOUND


@pytest.mark.parametrize(
    "fields",
    [
        {"type": "webpage", "url": "https://example.org/tides"},
        {"type": "article-newspaper", "container_title": "The Harbour Times"},
        {"type": "legislation"},
        {"title": None},
    ],
)
def test_nobody_is_asked_about_grey_literature(fields: dict[str, Any]) -> None:
    world = World()
    assert asked(world, entry(**fields)) == []
    assert world.asked == []


@pytest.mark.parametrize("fault", [Fault.OFFLINE, Fault.DNS, Fault.TIMEOUT, Fault.WAIT])
def test_without_an_answer_nothing_is_said(fault: Fault) -> None:
    world = World(otherwise=Answer("", fault=fault, reason="there is no network"))
    lookups = asked(world, entry("r1", doi=DOI), entry("r2"), entry("r3", arxiv="1901.00001"))
    assert {lookup.status for lookup in lookups} == {NOT_CHECKED}
    assert {lookup.reference_id for lookup in lookups} == {"r1", "r2", "r3"}
    assert all(lookup.reason for lookup in lookups)
    assert not any(lookup.by == "search" for lookup in lookups if lookup.reference_id == "r1")


@pytest.mark.parametrize("status", [400, 403, 429, 500, 503, 504])
def test_refusals_are_not_answers(status: int) -> None:
    world = World(otherwise=Answer("", status=status))
    lookups = asked(world, entry("r1", doi=DOI), entry("r2"))
    assert {lookup.status for lookup in lookups} == {NOT_CHECKED}


def test_one_registry_that_fails_does_not_stop_the_next() -> None:
    world = World({CROSSREF: 503, DATACITE: 404, OPENALEX: answers.OPENALEX})
    assert verdicts(asked(world, entry(doi=DOI)))[-1] == ("OpenAlex", FOUND)


def test_order_and_progress() -> None:
    world = World({CROSSREF + "/": answers.CROSSREF, SEARCH: answers.CROSSREF_LIST})
    told: list[tuple[int, int]] = []
    entries = [entry(f"r{n}", doi=f"10.5555/{n}") if n % 2 else entry(f"r{n}") for n in range(9)]
    lookups = asked(world, *entries, progress=lambda done, known: told.append((done, known)))
    assert [lookup.reference_id for lookup in lookups] == [f"r{n}" for n in range(9)]
    assert told[-1] == (9, 9)
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_after_an_interruption_what_is_known_is_given() -> None:
    world = World({CROSSREF + "/": answers.CROSSREF})
    client = Client(world, clock=Instant())

    def stop(done: int, known: int) -> None:
        raise KeyboardInterrupt

    lookups = ask_registries([entry(doi=DOI), entry("r2")], client, progress=stop)
    assert client.interrupted
    assert all(lookup.reference_id == "r1" for lookup in lookups)


def test_an_address_is_told_to_those_who_ask_for_it() -> None:
    world = World()
    asked(world, entry(doi=DOI, pmid="123"), mailto="me@example.org")
    told = {url.split("/")[2] for url in world.asked if "me%40example.org" in url}
    assert told == {"api.crossref.org", "api.openalex.org", "eutils.ncbi.nlm.nih.gov"}


def test_nothing_but_identifiers_and_bibliographic_words_leave() -> None:
    world = World()
    reference = entry(doi=DOI, note="a private remark").model_copy(update={"raw": "secret"})
    asked(world, reference)
    assert not any("secret" in url or "private" in url for url in world.asked)


def test_terms_of_use() -> None:
    for mailto, gap in (("", 0.2), ("me@example.org", 0.1)):
        world, clock = World(), Instant()
        client = Client(world, clock=clock)
        agree_on_pace(client, mailto)
        start = clock.time
        for number in range(5):
            client.get(f"{CROSSREF}/10.5555/{number}")
        assert clock.time - start >= 4 * gap


AVAILABLE = "https://archive.org/wayback/available"
INDEX = "https://web.archive.org/cdx/search/cdx"
COPY = {"archived_snapshots": {"closest": {"status": "200", "available": True, "url":
        "http://web.archive.org/web/20210304101500/http://example.org/", "timestamp":
        "20210304101500"}}}  # fmt: skip
LINES = """org,example)/ 20200101000000 http://example.org/ text/html 200 ABC 100
org,example)/ 20210301000000 http://example.org/ text/html 200 ABC 100
org,example)/ 20210304000000 http://example.org/ text/html 404 ABC 100
org,example)/ 20210310000000 http://example.org/ warc/revisit - ABC 100
a line of another shape

org%2Cexample%29%2F+20210310
"""
DAY = datetime.date(2021, 3, 4)


@pytest.mark.parametrize(
    ("routes", "near", "day"),
    [
        ({AVAILABLE: COPY}, DAY, DAY),
        ({AVAILABLE: {"archived_snapshots": {}}, INDEX: LINES}, DAY, datetime.date(2021, 3, 1)),
        ({AVAILABLE: 429, INDEX: LINES}, datetime.date(2019, 1, 1), datetime.date(2020, 1, 1)),
        ({AVAILABLE: "<html>", INDEX: LINES}, None, datetime.date(2021, 3, 10)),
        ({AVAILABLE: {"archived_snapshots": {}}, INDEX: ""}, DAY, None),
        ({AVAILABLE: 429, INDEX: 403}, DAY, None),
        ({AVAILABLE: 504, INDEX: 504}, None, None),
        ({}, DAY, None),
    ],
)
def test_nearest_copy(
    routes: dict[str, object], near: datetime.date | None, day: datetime.date | None
) -> None:
    client = Client(World(routes), clock=Instant())
    copy = nearest_copy("http://example.org/", near, client)
    assert (copy[1] if copy else None) == day
    assert copy is None or copy[0].startswith("https://web.archive.org/web/20")

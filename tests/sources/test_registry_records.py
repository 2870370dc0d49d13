"""What is read from the answers of each registry, and that nothing else is taken for one."""

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.model import Reference, Span, Value
from citecheck.model.verification import LookupStatus, RegistryRecord
from citecheck.sources.answers import Answer
from citecheck.sources.arxiv import Arxiv
from citecheck.sources.crossref import Crossref
from citecheck.sources.datacite import DataCite
from citecheck.sources.handles import DoiOrg, HandleNet, NationalLibrary
from citecheck.sources.open_library import OpenLibrary, isbn13
from citecheck.sources.openalex import OpenAlex
from citecheck.sources.pubmed import PubMed
from citecheck.sources.registry import Registry, ask
from tests.accuracy.replaying import replaying
from tests.sources import registry_answers as answers
from tests.sources.registry_answers import DOI, TITLE, body

ALL: tuple[tuple[Registry, str, object], ...] = (
    (Crossref("me@example.org"), DOI, answers.CROSSREF),
    (DataCite(), DOI, {"data": answers.DATACITE_DATA}),
    (OpenAlex(), DOI, answers.OPENALEX),
    (DoiOrg(), DOI, answers.HANDLE),
    (Arxiv(), "1901.00001", answers.ARXIV),
    (PubMed(), "123", answers.PUBMED),
    (OpenLibrary(), "9783161484100", answers.BOOK),
    (HandleNet(), "2027/x.1", {"responseCode": 1, "handle": "2027/x.1"}),
    (NationalLibrary(), "urn:nbn:de:1-2", {"urn": "urn:nbn:de:1-2"}),
)
REGISTRIES = pytest.mark.parametrize(
    ("registry", "identifier", "value"), ALL, ids=[registry.name for registry, *_ in ALL]
)


def read(registry: Registry, value: object) -> RegistryRecord:
    return registry.records(body(value))[0]


def names(record: RegistryRecord) -> list[str]:
    return [f"{n.family}, {n.given}" if n.family else n.literal for n in record.author]


def years(record: RegistryRecord) -> list[list[int]]:
    return [date.parts for date in record.issued]


def test_crossref() -> None:
    record = read(Crossref(), answers.CROSSREF)
    assert (record.type, record.title, record.subtitle) == (
        "article-journal", TITLE, "Harbours in winter",
    )  # fmt: skip
    assert record.other_titles == ("Nordens gezeiten",)
    assert names(record) == ["Roe, Jane", "Tide Institute"]
    assert years(record) == [[2018, 12, 5], [2019, 2]]
    assert record.container_title == ("Journal of Tides", "J. Tid.")
    assert (record.volume, record.issue, record.page) == ("3", "2", "123-128")
    assert record.doi == DOI
    assert [(update.type, update.doi) for update in record.updates] == [
        ("retraction", "10.5555/tides.9")
    ]
    assert record.updates[0].issued is not None
    assert record.updates[0].issued.parts == [2021, 1, 2]
    assert record.related == {
        "has-preprint": ("10.5555/pre.1",),
        "is-expression-of-concern-of": ("10.5555/tides.0",),
    }


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"title": ["RETRACTED: " + TITLE], "updated-by": []}, ["retraction"]),
        ({"title": [], "updated-by": []}, []),
        ({"updated-by": [{"DOI": "10.5555/c", "type": "correction"}]}, ["correction"]),
    ],
)
def test_notices_of_crossref(changes: dict[str, Any], expected: list[str]) -> None:
    work = {**answers.CROSSREF_WORK, **changes}
    record = read(Crossref(), {"message-type": "work", "message": work})
    assert [update.type for update in record.updates] == expected


def test_crossref_with_odd_dates() -> None:
    work = {**answers.CROSSREF_WORK, "issued": {"date-parts": [[None]]}, "published-online": None,
            "published-print": {"date-parts": [[2019, 13, 40]]}}  # fmt: skip
    record = read(Crossref(), {"message-type": "work", "message": work})
    assert years(record) == [[2019]]


def test_searches_give_works_with_titles() -> None:
    found = Crossref().candidates(body(answers.CROSSREF_LIST))
    assert [record.title for record in found] == [TITLE]
    found = DataCite().candidates(body({"data": [answers.DATACITE_DATA]}))
    assert [record.title for record in found] == [TITLE]
    found = OpenLibrary().candidates(body(answers.BOOKS))
    assert [(record.title, years(record)) for record in found] == [
        ("Northern tides", [[2005], [2019]])
    ]


def test_datacite() -> None:
    record = read(DataCite(), {"data": answers.DATACITE_DATA})
    assert (record.type, record.title, record.publisher) == ("dataset", TITLE, "Zenodo")
    assert names(record) == ["Roe, Jane", "Doe, John", "Tide Institute"]
    assert years(record) == [[2018, 12, 5], [2019]]
    assert record.related == {"is-version-of": ("10.5555/tides.2",)}
    changed = copy.deepcopy(answers.DATACITE_DATA)
    changed["attributes"] |= {"publisher": {"name": "Zenodo"}, "doi": "10.48550/arXiv.1901.00001"}
    record = read(DataCite(), {"data": changed})
    assert (record.publisher, record.type) == ("Zenodo", "article")


def test_openalex() -> None:
    record = read(OpenAlex(), answers.OPENALEX)
    assert (record.doi, record.type, record.page) == (DOI, "article-journal", "123-128")
    assert names(record) == ["Roe, Jane", "Doe, John"]
    assert [update.type for update in record.updates] == ["retraction"]


def test_arxiv() -> None:
    record = read(Arxiv(), answers.ARXIV)
    assert (record.identifier, record.title, record.type) == ("1901.00001", TITLE, "article")
    assert names(record) == ["Roe, Jane", "van der Doe, John"]
    assert record.related["is-preprint-of"] == (DOI,)
    assert len(Arxiv().records(answers.ARXIV.encode())) == 1


def test_pubmed() -> None:
    records = PubMed().records(body(answers.PUBMED))
    assert len(records) == 1
    record = records[0]
    assert (record.title, record.doi, record.identifier) == (TITLE, DOI, "123")
    assert names(record) == ["Roe, JA", "Tide Group"]
    assert years(record) == [[2018, 12, 5], [2019, 2, 3]]
    assert [update.type for update in record.updates] == ["erratum", "retraction"]


def test_open_library() -> None:
    record = read(OpenLibrary(), answers.BOOK)
    assert (record.title, record.subtitle, record.publisher) == (
        "Northern tides", "A history", "Quay Press",
    )  # fmt: skip
    assert years(record) == [[2019, 3]]
    assert OpenLibrary().records(b"{}") == ()


def test_resolvers() -> None:
    assert read(DoiOrg(), answers.HANDLE).identifier == DOI
    assert DoiOrg().records(body(answers.NO_HANDLE)) == ()


@REGISTRIES
def test_found(registry: Registry, identifier: str, value: object) -> None:
    url = registry.address([identifier])
    client = replaying({url: Answer(url, status=200, body=body(value))})
    outcome = ask(registry, [identifier], client)
    assert outcome.status == LookupStatus.FOUND
    assert outcome.records[0].registry == registry.name


SHAPES = (b"", b"null", b"[]", b"{", b"<html>busy</html>", b"\xff\xfe\0", b'"x"', b"1" * 5_000,
          b"[" * 100_000, b'{"message": 1, "data": 1, "docs": 1, "result": 1}')  # fmt: skip


@REGISTRIES
@pytest.mark.parametrize("shape", SHAPES)
def test_another_shape_is_not_checked(
    registry: Registry, identifier: str, value: object, shape: bytes
) -> None:
    url = registry.address([identifier])
    client = replaying({url: Answer(url, status=200, body=shape)})
    outcome = ask(registry, [identifier], client)
    assert outcome.status == LookupStatus.NOT_CHECKED
    assert registry.name in outcome.reason


@REGISTRIES
@pytest.mark.parametrize(
    ("status", "verdict"),
    [(404, LookupStatus.NOT_FOUND), (410, LookupStatus.NOT_FOUND)]
    + [(code, LookupStatus.NOT_CHECKED) for code in (0, 204, 301, 400, 401, 403, 429, 500, 504)],
)
def test_statuses(
    registry: Registry, identifier: str, value: object, status: int, verdict: LookupStatus
) -> None:
    url = registry.address([identifier])
    outcome = ask(registry, [identifier], replaying({url: Answer(url, status=status)}))
    assert outcome.status == verdict
    assert bool(outcome.reason) == (verdict == LookupStatus.NOT_CHECKED)


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=5),
                    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
                        st.sampled_from(["message", "DOI", "title", "data", "attributes", "result",
                                         "uids", "docs", "author", "message-type"]),
                        inner, max_size=4), max_leaves=12))  # fmt: skip
def test_no_answer_raises_anything_but_value_error(value: object) -> None:
    for registry, *_ in ALL:
        try:
            registry.records(body(value))
        except ValueError:
            continue


@pytest.mark.parametrize(
    ("text", "isbn"),
    [
        ("978-3-16-148410-0", "9783161484100"),
        ("3-16-148410-X", "9783161484100"),
        ("ISBN 978 3 16 148410 0", "9783161484100"),
        ("978-3-16-148410-1", ""),
        ("3-16-148410-1", ""),
        ("123", ""),
        ("", ""),
    ],
)
def test_isbn(text: str, isbn: str) -> None:
    assert isbn13(text) == isbn


@pytest.mark.parametrize(
    ("registry", "fields", "identifier"),
    [
        (Crossref(), {"doi": "10.5555/ABC.1."}, "10.5555/abc.1"),
        (Crossref(), {"doi": "https://doi.org/10.5555/ABC"}, "10.5555/abc"),
        (Crossref(), {"url": "https://doi.org/10.5555%2FABC"}, "10.5555/abc"),
        (Crossref(), {"url": "https://example.org/10.5555/abc"}, ""),
        (Arxiv(), {"arxiv": "1901.00001v3"}, "1901.00001"),
        (Arxiv(), {"arxiv": "hep-th/9901001"}, "hep-th/9901001"),
        (Arxiv(), {"url": "https://arxiv.org/pdf/1901.00001v2.pdf"}, "1901.00001"),
        (Arxiv(), {"doi": "10.48550/arXiv.1901.00001"}, "1901.00001"),
        (Arxiv(), {"container_title": "arXiv preprint arXiv:1901.00001"}, "1901.00001"),
        (Arxiv(), {"url": "https://example.org/1901.00001"}, ""),
        (PubMed(), {"pmid": "0123"}, "123"),
        (PubMed(), {"url": "https://pubmed.ncbi.nlm.nih.gov/123/?x=1"}, "123"),
        (PubMed(), {"pmid": "PMC123"}, ""),
        (OpenLibrary(), {"isbn": "3-16-148410-X"}, "9783161484100"),
        (HandleNet(), {"url": "https://hdl.handle.net/2027/mdp.1"}, "2027/mdp.1"),
        (HandleNet(), {"url": "hdl:2027/mdp.1"}, "2027/mdp.1"),
        (HandleNet(), {"url": "https://hdl.handle.net/10.5555/abc"}, ""),
        (NationalLibrary(), {"url": "https://nbn-resolving.org/urn:nbn:de:1-2"}, "urn:nbn:de:1-2"),
        (NationalLibrary(), {"url": "urn:isbn:123"}, ""),
    ],
)
def test_identifiers(registry: Registry, fields: dict[str, str], identifier: str) -> None:
    values = {name: Value(value=value) for name, value in fields.items()}
    reference = Reference(id="r1", span=Span(start=0, end=0), raw="", **values)  # type: ignore[arg-type]
    assert registry.identifier(reference) == identifier


def test_addresses_are_quoted() -> None:
    assert Crossref().address(["10.5555/a?b#c d"]).endswith("/works/10.5555/a%3Fb%23c%20d")
    assert "mailto=me%40example.org" in Crossref("me@example.org").address([DOI])
    assert DoiOrg().address(["10.5555/<x>"]).endswith("/10.5555/%3Cx%3E")

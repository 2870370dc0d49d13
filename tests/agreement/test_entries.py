"""Which records are accepted for an entry, and which look alike and are not."""

from typing import Any

import pytest

from citecheck.agreement.entries import best_fit, fit
from citecheck.agreement.literature import is_grey, is_preprint
from citecheck.agreement.lookups import nowhere_found
from citecheck.agreement.people import read_name
from citecheck.model import PartialDate, Reference, Span, Value
from citecheck.model.verification import Lookup, LookupStatus, RegistryRecord

TITLE = "The slow rise of the northern tides"


def entry(**fields: Any) -> Reference:
    """An article of Roe and Doe, 2019, unless told otherwise."""
    given = {"author": "Roe, J.; Doe, J.", "issued": 2019, "title": TITLE, **fields}
    given["author"] = tuple(read_name(n) for n in given["author"].split("; ") if n)
    given["issued"] = PartialDate(year=given["issued"]) if given["issued"] else None
    for name, value in given.items():
        if isinstance(value, str) and name != "type":
            given[name] = Value(value=value) if value else None
    return Reference(id="r1", span=Span(start=0, end=0), raw="", **given)


def record(**fields: Any) -> RegistryRecord:
    """The record of that article, unless told otherwise."""
    given = {
        "type": "article-journal",
        "title": TITLE,
        "author": "Roe, Jane; Doe, John",
        "issued": (2019,),
        "container_title": ("Journal of Tides",),
        "doi": "10.5555/tides.1",
        **fields,
    }
    given["author"] = tuple(read_name(n) for n in given["author"].split("; ") if n)
    given["issued"] = tuple(PartialDate(year=year) for year in given["issued"])
    return RegistryRecord(registry="Crossref", identifier=given["doi"], **given)


ACCEPTED = [
    ("all agrees", {"container_title": "Journal of Tides"}, {}),
    ("year off by one", {"issued": 2018}, {}),
    ("year between online and print", {"issued": 2019}, {"issued": (2018, 2020)}),
    ("a reprint", {"issued": 1999, "original_date": PartialDate(year=2019)}, {}),
    ("no year in the entry", {"issued": None}, {}),
    ("elsewhere in that year", {"container_title": "Annals of Rivers"}, {}),
    ("et al.", {"author": "Roe, J.", "others": True}, {}),
    ("a slip in a name", {"author": "Roee, J.; Doe, J."}, {}),
    ("without subtitle", {}, {"title": TITLE + ": harbours in winter"}),
    ("with subtitle apart", {"title": TITLE + ": harbours"}, {"subtitle": "harbours"}),
    ("translated title", {}, {"title": "Gezeiten des Nordens", "other_titles": (TITLE,)}),
    ("wrong year, right place", {"issued": 2009, "container_title": "J. Tides", "volume": "3",
     "page": "1-9"}, {"volume": "3", "page": "1-9"}),
    ("wrong names, right place", {"author": "Gupta, A.; Clark, R.",
     "container_title": "Journal of Tides"}, {}),
    ("no names, right place", {"author": "", "container_title": "Journal of Tides"}, {}),
    ("book without names", {"type": "book", "publisher": "Quay Press"},
     {"type": "book", "author": "", "container_title": (), "publisher": "Quay Press Ltd"}),
    ("the publication of a preprint", {"arxiv": "1901.00001", "issued": 2017}, {}),
    ("a preprint a year before", {"container_title": "arXiv preprint arXiv:1801.00001",
     "issued": 2018}, {}),
    ("short title, known place", {"title": "Tides", "container_title": "Journal of Tides"},
     {"title": "Tides"}),
    ("accents and order", {"author": "Muller, K."}, {"author": "Doe, John; Müller, Karl"}),
]  # fmt: skip
REJECTED = [
    ("another title", {}, {"title": "The slow fall of the southern rivers"}),
    ("other people", {"author": "Gupta, A.; Clark, R."}, {}),
    ("other people elsewhere", {"author": "Gupta, A.", "container_title": "Annals of Rivers"}, {}),
    ("another year", {"issued": 2009}, {}),
    ("elsewhere a year later", {"issued": 2018, "container_title": "Annals of Rivers"}, {}),
    ("another part", {"title": "Northern tides, part 1"}, {"title": "Northern tides, part 2"}),
    ("a title of many", {"title": "Introduction"}, {"title": "Introduction"}),
    ("names nowhere", {"author": ""}, {}),
    ("names not in the record", {}, {"author": ""}),
    ("a review of the book", {"type": "book"}, {}),
    ("the preprint of an article", {"container_title": "Journal of Tides"}, {"type": "article"}),
    ("a peer review", {}, {"type": "peer-review"}),
    ("a figure", {}, {"type": "component"}),
    ("its data", {"title": TITLE}, {"title": f"Data from {TITLE}"}),
    ("a column without names", {"author": "", "title": "In the harbour", "issued": 2018,
     "container_title": "Journal of Tides"}, {"author": "", "title": "In the harbour"}),
    ("a correction", {}, {"title": f"Correction to: {TITLE}"}),
    ("a reply", {}, {"title": f"Reply to {TITLE}"}),
    ("another conference", {"container_title": "42nd Symposium on Theory of Water"},
     {"type": "paper-conference", "container_title": ("Workshop on Games at Sea",)}),
    ("the book in which it is", {"type": "chapter", "container_title": "Water in Winter"},
     {"type": "book", "container_title": ()}),
    ("one shared surname of three", {"author": "Roe, J.; Gupta, A.; Clark, R.",
     "container_title": "Annals of Rivers"}, {"author": "Roe, Jane; Doe, John; Poe, Ann"}),
]  # fmt: skip


@pytest.mark.parametrize(("listed", "given"), [case[1:] for case in ACCEPTED],
                         ids=[case[0] for case in ACCEPTED])  # fmt: skip
def test_accepted(listed: dict[str, Any], given: dict[str, Any]) -> None:
    found = fit(entry(**listed), record(**given))
    assert found.accepted, found
    assert 0 < found.score <= 1


@pytest.mark.parametrize(("listed", "given"), [case[1:] for case in REJECTED],
                         ids=[case[0] for case in REJECTED])  # fmt: skip
def test_rejected(listed: dict[str, Any], given: dict[str, Any]) -> None:
    found = fit(entry(**listed), record(**given))
    assert not found.accepted, found


def test_the_record_in_the_named_journal_is_preferred() -> None:
    elsewhere = record(container_title=("Annals of Rivers",), doi="10.5555/rivers.1")
    best = best_fit(entry(container_title="Journal of Tides"), [elsewhere, record()])
    assert best is not None
    assert best[0].doi == "10.5555/tides.1"


def test_no_record_is_the_best_of_none() -> None:
    assert best_fit(entry(), []) is None
    assert best_fit(entry(title=""), [record()]) is None


@pytest.mark.parametrize(
    ("fields", "grey"),
    [
        ({"type": "webpage", "url": "https://example.org/tides"}, True),
        ({"type": "article-newspaper", "container_title": "The Harbour Times"}, True),
        ({"type": "article-magazine", "container_title": "Harbour Weekly"}, True),
        ({"type": "article-magazine", "container_title": "Journal of Tides"}, False),
        ({"type": "article-magazine", "container_title": "Tides", "volume": "3"}, False),
        ({"type": "report", "publisher": "Ministry of Harbours"}, True),
        ({"type": "legislation"}, True),
        ({"type": "document"}, True),
        ({"type": "webpage", "doi": "10.5555/tides.1"}, False),
        ({"type": "report", "isbn": "978-3-16-148410-0"}, False),
        ({"type": "article-journal", "container_title": "Tides"}, False),
        ({"type": "book", "publisher": "Quay Press"}, False),
        ({"type": "thesis"}, False),
        ({"type": "webpage", "arxiv": "1901.00001"}, False),
        ({"type": "article", "container_title": "arXiv preprint arXiv:1901.00001"}, False),
    ],
)
def test_grey_literature(fields: dict[str, Any], grey: bool) -> None:
    assert is_grey(entry(**fields)) == grey


@pytest.mark.parametrize(
    ("fields", "preprint"),
    [
        ({"arxiv": "1901.00001"}, True),
        ({"container_title": "arXiv preprint arXiv:1901.00001"}, True),
        ({"publisher": "bioRxiv"}, True),
        ({"container_title": "Journal of Tides"}, False),
        ({}, False),
    ],
)
def test_preprints(fields: dict[str, Any], preprint: bool) -> None:
    assert is_preprint(entry(**fields)) == preprint


def lookup(registry: str, status: LookupStatus, **fields: Any) -> Lookup:
    return Lookup(
        **{
            "reference_id": "r1",
            "registry": registry,
            "by": "10.5555/x",
            "status": status,
            **fields,
        }
    )


def test_nowhere_found_names_who_answered() -> None:
    missing = [lookup(name, LookupStatus.NOT_FOUND) for name in ("Crossref", "DataCite", "doi.org")]
    assert nowhere_found(missing, "r1") == "no record found in Crossref, DataCite and doi.org"
    assert nowhere_found(missing[:1], "r1") == "no record found in Crossref"
    assert nowhere_found(missing, "r2") == ""
    unasked = lookup("OpenAlex", LookupStatus.NOT_CHECKED)
    assert nowhere_found([*missing, unasked], "r1") == ""

"""What is written in each format reads back: by our reader, and as other libraries see it."""

import string
from typing import Any

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from hypothesis import given, settings
from hypothesis import strategies as st

from citecheck import export
from citecheck.bibliography import parse
from citecheck.bibliography.csl import from_csl
from tests.styles.works import WORKS

FILES = {
    "bibtex": "refs.bib",
    "biblatex": "refs.bib",
    "csl-json": "refs.json",
    "csl-yaml": "refs.yaml",
    "ris": "refs.ris",
}
# What a format has no field for: the fields that may be lost or merged with others.
CANNOT = {
    "bibtex": {"type"},
    "ris": {"type", "year-suffix", "event-title", "medium"},
}
FULL: dict[str, Any] = {
    "type": "book",
    "author": [
        {"literal": "Ministry, Office of Ships"},
        {"family": "King", "given": "M.", "suffix": "Jr."},
    ],
    "editor": [{"family": "Roe", "given": "Ann"}],
    "translator": [{"family": "Hill", "given": "Nora"}],
    "title": "100% of A & B: the #1_guide",
    "container-title": "Whole & Part",
    "collection-title": "Series",
    "event-title": "Workshop",
    "publisher": "Press & Sons",
    "publisher-place": "Leiden",
    "edition": "2",
    "volume": "3",
    "issue": "4",
    "page": "5",
    "number": "6",
    "genre": "Report",
    "medium": "CD",
    "archive": "Vault",
    "note": "A note",
    "language": "en",
    "issued": {"date-parts": [[2001, 3, 5]]},
    "year-suffix": "a",
    "accessed": {"date-parts": [[2024, 2, 5]]},
    "original-date": {"date-parts": [[1950]]},
    "DOI": "10.1000/a_b%20c",
    "ISBN": "978-3-16-148410-0",
    "URL": "https://example.org/a_(b)?c=%20&d=~e#f",
}


def there_and_back(item: dict[str, Any], form: str) -> dict[str, Any]:
    """*item* written, read again, and both without what is only a convention."""
    written = export.render([from_csl(item)], form)
    (read,) = parse(written, FILES[form]).references
    return comparable(read.to_csl(), form)


def comparable(item: dict[str, Any], form: str) -> dict[str, Any]:
    kept = {
        key: value for key, value in item.items() if key not in CANNOT.get(form, set()) | {"id"}
    }
    if "page" in kept:
        kept["page"] = kept["page"].replace("–", "-")
    if form == "ris":  # particles are part of the family name
        for people in ("author", "editor", "translator"):
            for name in kept.get(people, ()):
                particle = name.pop("non-dropping-particle", "")
                if particle:
                    name["family"] = f"{particle} {name['family']}"
    return kept


@pytest.mark.parametrize("form", FILES)
@pytest.mark.parametrize("item", [*WORKS.values(), FULL], ids=[*WORKS, "every field"])
def test_no_field_is_lost(form: str, item: dict[str, Any]) -> None:
    item = {"id": "r1", **item}
    assert there_and_back(item, form) == comparable(from_csl(item).to_csl(), form)


words = st.text(string.ascii_letters + "éüøß%&#_$", min_size=1, max_size=9)
titles = st.lists(words, min_size=1, max_size=5).map(" ".join)
families = st.text(string.ascii_uppercase, min_size=2, max_size=8).map(str.capitalize)


@settings(max_examples=50, deadline=None)
@given(
    title=titles,
    family=families,
    date=st.dates(),
    pages=st.tuples(st.integers(1, 999), st.integers(1, 999)),
)
def test_anything_there_and_back(
    title: str, family: str, date: Any, pages: tuple[int, int]
) -> None:
    item = {
        "id": "r1",
        "type": "article-journal",
        "author": [{"family": family, "given": "Ann B."}],
        "title": title,
        "page": f"{pages[0]}-{pages[0] + pages[1]}",
        "issued": {"date-parts": [[date.year + 1000, date.month, date.day]]},
    }
    if item["issued"]["date-parts"][0][0] > 9999:  # type: ignore[index]
        return
    for form in FILES:
        assert there_and_back(item, form) == comparable(item, form), form


def test_rispy_agrees() -> None:
    item = {"id": "r1", **FULL, "type": "article-journal", "page": "12-15"}
    (entry,) = rispy.loads(export.render([from_csl(item)], "ris"))
    assert entry["type_of_reference"] == "JOUR"
    assert entry["authors"] == ["Ministry,, Office of Ships", "King, M., Jr."]
    assert (entry["title"], entry["secondary_title"]) == (FULL["title"], "Whole & Part")
    assert (entry["start_page"], entry["end_page"], entry["volume"]) == ("12", "15", "3")
    assert (entry["doi"], entry["urls"]) == (FULL["DOI"], [FULL["URL"]])
    assert (entry["year"], entry["access_date"]) == ("2001", "2024/02/05/")


@pytest.mark.parametrize("form", ["bibtex", "biblatex"])
def test_bibtexparser_agrees(form: str) -> None:
    library = parse_string(export.render([from_csl({"id": "r1", **FULL})], form))
    assert not library.failed_blocks
    fields = {field.key: field.value for field in library.entries[0].fields}
    assert fields["title"] == r"100\% of A \& B: the \#1\_guide"
    assert fields["url"] == FULL["URL"]
    assert fields["author"] == "{Ministry, Office of Ships} and King, Jr., M."


def test_biblatex_has_words_of_its_own() -> None:
    article = {"id": "r1", "type": "article-newspaper", "title": "T", "container-title": "Post",
               "issued": {"date-parts": [[2020, 5, 1]]}}  # fmt: skip
    written = export.render([from_csl(article)], "biblatex")
    assert "journaltitle = {Post}" in written
    assert "date = {2020-05-01}" in written
    assert "entrysubtype = {newspaper}" in written
    assert "year =" not in written


def test_capital_particles_in_biblatex() -> None:
    name = {"family": "Fontaine", "given": "Jean", "non-dropping-particle": "La"}
    item = {"id": "r1", "type": "book", "title": "T", "author": [name]}
    written = export.render([from_csl(item)], "biblatex")
    assert "family=Fontaine, given=Jean, prefix=La" in written
    assert there_and_back(item, "biblatex")["author"] == [name]

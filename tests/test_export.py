"""Entries as CSL-JSON and BibTeX, and back."""

import json
from typing import Any

import pytest
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from hypothesis import given
from hypothesis import strategies as st

from citecheck import export
from citecheck.bibliography.csl import from_csl
from citecheck.errors import UnreadableInput
from citecheck.export.bibtex import fields
from citecheck.export.keys import citation_keys
from citecheck.model import Name, PartialDate, Reference, Span, Value
from citecheck.model.csl import to_csl
from citecheck.model.validating import validated

BOOK: dict[str, Any] = {
    "id": "r1",
    "type": "book",
    "author": [
        {"family": "Berg", "given": "Jan", "non-dropping-particle": "van den"},
        {"family": "King", "given": "Martin", "suffix": "Jr."},
        {"literal": "World Health Organization"},
    ],
    "editor": [{"family": "Roe", "given": "J."}],
    "title": "100% of A & B: the #1_guide to {sets}",
    "publisher": "Press",
    "publisher-place": "Leiden",
    "issued": {"date-parts": [[2001], [2003]]},
    "year-suffix": "a",
    "accessed": {"date-parts": [[2024, 2, 5]]},
    "original-date": {"date-parts": [[1950]], "circa": True},
    "DOI": "10.1000/a_b%20c",
    "URL": "https://example.org/a_(b)?c=%20&d=~e#f",
    "ISBN": "978-3-16-148410-0",
}
ARTICLE: dict[str, Any] = {
    "id": "r2",
    "type": "article-journal",
    "author": [{"family": "Deen", "given": "Bram"}],
    "title": "The ever new",
    "container-title": "Journal",
    "volume": "12",
    "issue": "3",
    "page": "12-15",
    "issued": {"date-parts": [[2021, 3]], "season": 1},
    "custom": {"others": True, "disambiguator": "2"},
}
PREPRINT: dict[str, Any] = {
    "id": "r3",
    "type": "article",
    "title": "Untitled",
    "issued": {"literal": "forthcoming"},
    "archive": "arXiv",
    "archive_location": "2001.00001",
}


@pytest.mark.parametrize("item", [BOOK, ARTICLE, PREPRINT, {"id": "r4", "type": "document"}])
def test_csl_there_and_back(item: dict[str, Any]) -> None:
    assert to_csl(from_csl(item)) == item


@pytest.mark.parametrize(
    ("given", "date"),
    [
        ({"date-parts": [["2001", "5"]]}, PartialDate(year=2001, month=5)),
        ({"raw": "2001-05-07"}, PartialDate(year=2001, month=5, day=7)),
        ({"raw": "1950~"}, PartialDate(year=1950, circa=True)),
        ({"raw": "last year"}, PartialDate(literal="last year")),
        ({"literal": "2001"}, PartialDate(literal="2001")),
        ({}, None),
    ],
)
def test_csl_dates(given: dict[str, Any], date: PartialDate | None) -> None:
    assert from_csl({"id": 1, "issued": given}).issued == date


@pytest.mark.parametrize(
    "item",
    [{"id": 1, "title": ["a"]}, {"id": 1, "author": "Roe"}, {"id": 1, "issued": {"date-parts": 1}},
     {"id": 1, "issued": {"date-parts": [["May"]]}}, {"id": 1, "volume": True}],
)  # fmt: skip
def test_csl_of_wrong_types(item: dict[str, Any]) -> None:
    with pytest.raises(UnreadableInput, match="CSL-JSON item 1"):
        from_csl(item)


def test_leftovers_are_given() -> None:
    raw = "Roe, J. 2001. Title ??? end"
    entry = Reference(
        id="r1", span=Span(start=100, end=127), raw=raw,
        leftovers=(Span(start=120, end=123), Span(start=123, end=124)),
    )  # fmt: skip
    assert to_csl(entry)["custom"] == {"leftovers": ["???"]}
    assert dict(fields(entry))["annote"] == "Not understood: ???"


def test_csl_render() -> None:
    items = json.loads(export.render([from_csl(BOOK), from_csl(ARTICLE)], "csl-json"))
    assert [item["id"] for item in items] == ["vandenberg2001a100", "deen2021ever"]
    assert [{**item, "id": ""} for item in items] == [{**BOOK, "id": ""}, {**ARTICLE, "id": ""}]


def test_no_entries() -> None:
    assert export.render([], "csl-json") == "[]\n"
    assert export.render([], "bibtex") == ""


def entry(family: str, year: int | None, title: str, key: str = "", **more: Any) -> Reference:
    return Reference(
        id="r", span=Span(start=0, end=0), raw="", key=key,
        author=(Name(family=family),) if family else (),
        issued=PartialDate(year=year, **more) if year else None,
        title=Value(value=title) if title else None,
    )  # fmt: skip


def test_keys() -> None:
    made = [
        entry("Deen", 2021, "The Ever New"),
        entry("Deen", 2021, "Ever Newer"),
        entry("DEEN", 2021, "“Ever” again"),
        entry("Müller-Lüdenscheidt", 1999, "Die Größe", suffix="b"),
        entry("Лавров", 2023, "О мире"),
        entry("王", None, "The of"),
        entry("", 2001, ""),
        entry("Roe", 2001, "A", key="12"),
        entry("Roe", 2001, "A", key="Roe01"),
        entry("Roe", 2001, "A", key="roe01"),
    ]
    assert citation_keys(made) == [
        "deen2021ever", "deen2021ever-2", "deen2021ever-3", "mullerludenscheidt1999bgrosse",
        "lavrov2023mire", "wangndthe", "anon2001", "roe2001a", "Roe01", "roe01-2",
    ]  # fmt: skip


VERBATIM = ("author", "doi", "url", "eprint", "origdate")  # names are split before decoding


def read_back(text: str) -> list[dict[str, str]]:
    """Entries of a BibTeX text, decoded but for the fields that are taken verbatim."""
    raw = parse_string(text)
    assert not raw.failed_blocks
    decoded = parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    return [
        {
            "ENTRYTYPE": plain.entry_type,
            "ID": plain.key,
            **{field.key: str(field.value) for field in entry.fields},
            **{field.key: str(field.value) for field in plain.fields if field.key in VERBATIM},
        }
        for plain, entry in zip(raw.entries, decoded.entries, strict=True)
    ]


def test_bibtex_there_and_back() -> None:
    text = export.render([from_csl(BOOK), from_csl(ARTICLE), from_csl(PREPRINT)], "bibtex")
    book, article, preprint = read_back(text)
    assert book == {
        "ENTRYTYPE": "book",
        "ID": "vandenberg2001a100",
        "author": "van den Berg, Jan and King, Jr., Martin and {World Health Organization}",
        "editor": "Roe, J.",
        "title": "100% of A & B: the #1_guide to {sets}",
        "publisher": "Press",
        "address": "Leiden",
        "year": "2001",
        "date": "2001/2003",
        "extradate": "a",
        "urldate": "2024-02-05",
        "origdate": "1950~",
        "isbn": "978-3-16-148410-0",
        "doi": "10.1000/a_b%20c",
        "url": "https://example.org/a_(b)?c=%20&d=~e#f",
    }
    assert article == {
        "ENTRYTYPE": "article",
        "ID": "deen2021ever",
        "author": "Deen, Bram and others",
        "title": "The ever new",
        "journal": "Journal",
        "volume": "12",
        "number": "3",
        "pages": "12-15",
        "year": "2021",
        "month": "3",
        "date": "2021-03",
    }
    assert preprint["eprint"] == "2001.00001"
    assert preprint["year"] == "forthcoming"


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ({"family": "Hopkins"}, "Hopkins"),
        ({"family": "García Márquez"}, "{García Márquez}"),
        ({"family": "García Márquez", "given": "Gabriel"}, "García Márquez, Gabriel"),
        ({"family": "Fontaine", "dropping_particle": "de la", "given": "J."},
         "de la Fontaine, J."),
        ({"family": "Smith, Esq.", "given": "A and B"}, "{Smith, Esq.}, {A and B}"),
        ({"literal": "Fire & Rescue"}, r"{Fire \& Rescue}"),
        ({"given": "Plato"}, "{Plato}"),
    ],
)  # fmt: skip
def test_bibtex_names(name: dict[str, str], written: str) -> None:
    reference = Reference(
        id="r", span=Span(start=0, end=0), raw="", author=(validated(Name, name),)
    )
    assert dict(fields(reference))["author"] == written


# LaTeX makes other characters of these in pairs, and the decoder takes "^" for "ˆ".
LIGATURES = "`'-<>?!,^{}"


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters=LIGATURES)),
    st.text(st.sampled_from('\\%&#_$~"@,= a\n')),
)
def test_bibtex_keeps_any_title(one: str, other: str) -> None:
    titles = [" ".join(title.split()) for title in (one, other)]
    entries = [
        Reference(id="r", span=Span(start=0, end=0), raw="", title=Value(value=title))
        for title in (one, other)
    ]
    read = read_back(export.render(entries, "bibtex"))
    assert [" ".join(item.get("title", "").split()) for item in read] == titles


@pytest.mark.parametrize(
    ("title", "written"),
    [("{a} {b{c}}", r"\{a\} \{b\{c\}\}"), ("a} {b", r"a{\textbraceright} {\textbraceleft}b")],
)
def test_bibtex_braces(title: str, written: str) -> None:
    assert dict(fields(entry("", None, title)))["title"] == written


@given(st.text(st.sampled_from("{}\\%&#_$~^\"'@,= a/")))
def test_bibtex_never_breaks(text: str) -> None:
    reference = entry("", None, text).model_copy(update={"url": Value(value=text)})
    assert len(read_back(export.render([reference, reference], "bibtex"))) == 2

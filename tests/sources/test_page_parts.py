"""Dates, titles and PDF properties of pages; hostile pages; the search in the text."""

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.sources.markup import decoded, read_markup
from citecheck.sources.page_authors import authors
from citecheck.sources.page_dates import iso_date
from citecheck.sources.page_titles import host_names, without_site
from citecheck.sources.pages import page_evidence
from citecheck.sources.pdf_properties import pdf_date
from citecheck.sources.told import Told

URL = "https://news.example.org/tides"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2021", "2021"),
        ("2021-03", "2021-03"),
        ("2021-03-04", "2021-03-04"),
        ("2021-3-4", "2021-03-04"),
        ("2021/03/04", "2021-03-04"),
        ("2021.03.04", "2021-03-04"),
        ("20210304", "2021-03-04"),
        ("20210304T101500Z", "2021-03-04"),
        ("2021-03-04T23:30:00+02:00", "2021-03-04"),
        ("2021-03-04T00:15:00-08:00", "2021-03-04"),
        ("2021-03-04 10:15:00", "2021-03-04"),
        ("Thu, 04 Mar 2021 10:15:00 GMT", "2021-03-04"),
        ("March 4, 2021", "2021-03-04"),
        ("4 March 2021", "2021-03-04"),
        ("4. März 2021", "2021-03-04"),
        ("4 de marzo de 2021", "2021-03-04"),
        ("04.03.2021", "2021-03-04"),
        ("04.03.2021, 10:15 Uhr", "2021-03-04"),
        ("2021年3月4日", "2021-03-04"),
        ("25/03/2021", "2021-03-25"),
        ("03/25/2021", "2021-03-25"),
        ("03/03/2021", "2021-03-03"),
        ("03/04/2021", "2021"),
        ("1614852900", "2021-03-04"),
        ("1614852900000", "2021-03-04"),
        ("2021-13-40", "2021"),
        ("2021-02-31", "2021-02"),
        ("0001-01-01T00:00:00Z", ""),
        ("1970-01-01T00:00:00Z", ""),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_dates(text: str, date: str) -> None:
    assert iso_date(text) == date


@given(st.text(max_size=80))
def test_any_text_gives_a_date_or_none(text: str) -> None:
    assert len(iso_date(text)) in (0, 4, 7, 10)


@pytest.mark.parametrize(
    ("title", "sites", "clean"),
    [
        ("Tides turn | Example News", ["Example News"], "Tides turn"),
        ("Tides turn - Example News", ["Example News"], "Tides turn"),
        ("Tides turn – The Example News", ["Example News"], "Tides turn"),
        ("Tides turn | Science | Example News", ["Example News"], "Tides turn | Science"),
        ("Example News | Tides turn", ["Example News"], "Tides turn"),
        ("Tides turn - BBC News", ["bbc"], "Tides turn"),
        ("Tides turn | Example", ["example"], "Tides turn"),
        ("Tides - a history | Example", ["example"], "Tides - a history"),
        ("Tides: a history", ["example"], "Tides: a history"),
        ("Example: a history of ships", ["Example"], "Example: a history of ships"),
        ("Well-known tides", ["example"], "Well-known tides"),
        ("Example News", ["Example News"], "Example News"),
        ("Example | Example", ["Example"], "Example"),
        ("", ["Example"], ""),
    ],
)
def test_titles_without_the_site(title: str, sites: list[str], clean: str) -> None:
    assert without_site(title, sites) == clean


@pytest.mark.parametrize(
    ("url", "names"),
    [
        ("https://www.example.org/x", ("example.org", "example")),
        ("https://news.example.co.uk/", ("news.example.co.uk", "example")),
        ("http://[broken", ()),
        ("", ()),
    ],
)
def test_names_of_hosts(url: str, names: tuple[str, ...]) -> None:
    assert host_names(url) == names


def test_a_heading_shows_where_a_title_ends() -> None:
    html = b"<title>Tides turn - All of the north</title><h1>Tides turn</h1>"
    assert page_evidence(URL, html, "text/html").title[0].value == "Tides turn"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jane Roe", ["Jane Roe"]),
        ("By JANE ROE", ["JANE ROE"]),
        ("Von Jana Roe und Max Moe", ["Jana Roe", "Max Moe"]),
        ("Jane Roe, John Doe & Ann Poe", ["Jane Roe", "John Doe", "Ann Poe"]),
        ("Jane Roe, John Doe, and Ann Poe", ["Jane Roe", "John Doe", "Ann Poe"]),
        ("Roe, Jane; Doe, John", ["Roe, Jane", "Doe, John"]),
        ("Roe, Jane and Doe, John", ["Roe, Jane", "Doe, John"]),
        ("Roe, Jane", ["Roe, Jane"]),
        ("García Márquez, Gabriel", ["García Márquez, Gabriel"]),
        ("John Doe, Jr.", ["John Doe, Jr."]),
        ("Jane Roe, Harbour Correspondent", ["Jane Roe"]),
        ("Jane Roe, PhD", ["Jane Roe"]),
        ("Jane Roe, CNN", ["Jane Roe"]),
        ("Jane Roe, Example News", ["Jane Roe"]),
        ("Jane Roe | Example News", ["Jane Roe"]),
        ("Jane Roe, John Doe, Tide Agency", ["Jane Roe", "John Doe"]),
        ("Ministry of Trade and Industry", ["Ministry of Trade and Industry"]),
        ("Example News", ["Example News"]),
        ("jane@example.org", []),
        ("https://example.org/jane", []),
        ("", []),
    ],
)
def test_authors(text: str, names: list[str]) -> None:
    told = [Told("author", text, "meta", 0.8)]
    assert [one.value for one in authors(told, ["Example News"])] == names


HOSTILE = {
    "attributes": b"<p " + b" ".join(b"a%d=1" % n for n in range(100_000)) + b">",
    "depth": b"<div>" * 60_000,
    "items": b"<div itemscope itemprop=author><span itemprop=name>" * 8_000,
    "open title": b"<title>" * 100_000,
    "open script": b"<script type=application/ld+json>" + b"[" * 900_000,
    "wide script": b"<script type=application/ld+json>[" + b"[]," * 200_000 + b"[]]</script>",
    "deep script": b"<script type=application/ld+json>" + b'{"a":' * 100_000 + b"</script>",
    "many metas": b"<meta name=author content=x>" * 30_000,
    "one long meta": b"<meta name=author content='" + b"a, " * 500_000 + b"'>",
    "zeros": b"<title>" + b"\0" * 500_000,
    "broken": b"<" * 500_000,
    "entities": b"<title>" + b"&amp;" * 200_000,
    "separators": b"<title>" + b" | a" * 100_000,
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
def test_hostile_pages_end_and_stay_small(body: bytes) -> None:
    tracemalloc.start()
    page_evidence(URL, body, "text/html")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 60_000_000


@given(st.binary(max_size=400))
def test_any_bytes_are_a_page(body: bytes) -> None:
    page_evidence(URL, b"<html>" + body, "text/html")
    assert isinstance(decoded(body, "utf-7"), str)


@given(st.text(alphabet='<>/="abmeta itemprosc!-', max_size=300))
def test_any_tags_are_read(text: str) -> None:
    assert read_markup(text.encode()).canonical == "" or "canonical" in text


@pytest.mark.parametrize(
    ("stamp", "date"),
    [
        ("D:20210304101500+01'00'", "2021-03-04"),
        ("D:2021", "2021"),
        ("D:202103", "2021-03"),
        ("2021-03-04", "2021-03-04"),
        ("", ""),
    ],
)
def test_dates_of_pdf(stamp: str, date: str) -> None:
    assert pdf_date(stamp) == date


def pdf(**information: str) -> bytes:
    """A PDF of no pages but one, with document information."""
    pairs = " ".join(f"/{name} ({value})" for name, value in information.items())
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] >>",
        f"<< {pairs} >>",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 5\n0000000000 65535 f \n{table}trailer\n<< /Size 5 /Root 1 0 R /Info 4 0 R >>\n"
    return body + f"{end}startxref\n{len(body)}\n%%EOF\n".encode("latin-1")


def test_pdf() -> None:
    body = pdf(Title="Tides turn", Author="Jane Roe", CreationDate="D:20210304101500Z")
    found = page_evidence(URL, body, "application/pdf")
    assert [(d.value, d.source) for d in found.title] == [("Tides turn", "pdf")]
    assert [d.value for d in found.author] == ["Jane Roe"]
    assert found.issued[0].value == "2021-03-04"
    assert found.issued[0].confidence < 0.6


@pytest.mark.parametrize("title", ["Microsoft Word - tides.docx", "untitled", "tides.indd", ""])
def test_titles_of_pdf_that_name_the_file(title: str) -> None:
    assert page_evidence(URL, pdf(Title=title), "application/pdf").title == ()


def test_damaged_pdf_says_nothing() -> None:
    assert page_evidence(URL, b"%PDF-1.7\nnothing", "application/pdf").title == ()


def test_the_text_is_searched_for_a_date_that_metadata_lack() -> None:
    html = b"<html><body><p>Tides.</p><footer>Published on 4 March 2021</footer></body></html>"
    found = page_evidence(URL, html, "text/html")
    assert [(d.value, d.source) for d in found.issued] == [("2021-03-04", "htmldate")]

"""Lists for readers: text, Markdown, HTML, Word, the table; and the two formats in XML."""

import io
import zipfile
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citecheck import export, styles
from citecheck.bibliography.csl import from_csl
from citecheck.export.reference_list import ReferenceList
from citecheck.export.word_xml import NAMESPACE
from citecheck.model import Name, Provenance, Reference, Span, Value
from tests.styles.works import WORKS

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
BOOK = from_csl({"id": "r1", "type": "book", "author": [{"family": "Roe", "given": "Ann"}],
                 "title": "Sand_and [salt] <i> & *more*", "publisher": "Quay",
                 "issued": {"date-parts": [[2001]]}, "URL": "https://example.org/a_b"})  # fmt: skip
ASKED = ReferenceList((BOOK,), questions={"r1": ["the year is 2001 or 2002?", "which <town>?"]})
ALL = ReferenceList(
    tuple(from_csl({"id": f"r{n}", **item}) for n, item in enumerate(WORKS.values()))
)


def document(listing: ReferenceList) -> tuple[zipfile.ZipFile, ET.Element]:
    package = export.write(listing, "docx")
    assert isinstance(package, bytes)
    archive = zipfile.ZipFile(io.BytesIO(package))
    return archive, ET.fromstring(archive.read("word/document.xml"))


def test_text() -> None:
    assert export.write(ASKED, "text") == (
        "Roe, A. (2001). Sand_and [salt] <i> & *more*. Quay. https://example.org/a_b [?1] [?2]\n\n"
        "Open questions:\n[?1] the year is 2001 or 2002?\n[?2] which <town>?\n"
    )


def test_markdown() -> None:
    assert export.write(ASKED, "markdown") == (
        r"Roe, A. (2001). *Sand\_and \[salt\] \<i\> & \*more\**. Quay. <https://example.org/a_b> "
        r"\[?\][^q1] \[?\][^q2]" + "\n\n"
        r"[^q1]: the year is 2001 or 2002?" + "\n" + r"[^q2]: which \<town\>?" + "\n"
    )


def test_markdown_that_is_no_list() -> None:
    item = {"id": "r1", "type": "book", "title": "1. Salt"}
    written = export.write(ReferenceList((from_csl(item),), styles.load("mla")), "markdown")
    assert written == "*1. Salt*.\n"
    dated = from_csl({"id": "r1", "type": "article-journal", "title": "1984. A reading",
                      "container-title": "Coast"})  # fmt: skip
    assert str(export.write(ReferenceList((dated,)), "markdown")).startswith(r"1984\. A reading")


def test_html() -> None:
    written = export.write(ASKED, "html")
    assert isinstance(written, str)
    root = ET.fromstring(written)
    (paragraph,) = root.findall("p")
    assert paragraph.get("id") == "ref-roe2001sand"
    assert [i.text for i in paragraph.findall("i")] == ["Sand_and [salt] <i> & *more*"]
    assert [a.get("href") for a in paragraph.findall("a")] == ["https://example.org/a_b"]
    assert [m.get("title") for m in paragraph.findall("mark")] == list(ASKED.questions["r1"])


def test_docx() -> None:
    archive, root = document(ASKED)
    text = "".join(element.text or "" for element in root.iter(f"{W}t"))
    assert text == "Roe, A. (2001). Sand_and [salt] <i> & *more*. Quay. https://example.org/a_b [?]"
    italics = [run for run in root.iter(f"{W}r") if run.find(f"{W}rPr/{W}i") is not None]
    assert ["".join(t.text or "" for t in run.iter(f"{W}t")) for run in italics] == [
        "Sand_and [salt] <i> & *more*"
    ]
    comments = ET.fromstring(archive.read("word/comments.xml"))
    assert ["".join(c.itertext()) for c in comments] == list(ASKED.questions["r1"])
    targets = ET.fromstring(archive.read("word/_rels/document.xml.rels"))
    outside = [each.get("Target") for each in targets if each.get("TargetMode") == "External"]
    assert outside == ["https://example.org/a_b"]
    named = {each.get("Id") for each in targets}
    used = {link.get(f"{R}id") for link in root.iter(f"{W}hyperlink")}
    assert used <= named
    assert export.write(ASKED, "docx") == export.write(ASKED, "docx")


def test_numbers_and_keys() -> None:
    numbered = ReferenceList((BOOK,), styles.load("ieee"))
    assert str(export.write(numbered, "text")).startswith("[1] A. Roe, Sand_and")


def test_table() -> None:
    raw = "Roe. Salt. ??"
    reference = Reference(
        id="r1", span=Span(start=0, end=len(raw)), raw=raw, type="book",
        author=(Name(family="Roe"),), same_author_as_above=True, others=True,
        title=Value(value="Salt", span=Span(start=5, end=9)),
        language=Value(value="en", provenance=Provenance.INFERRED, confidence=0.4),
        url=Value(value="https://e.org", provenance=Provenance.URL),
        leftovers=(Span(start=11, end=13),),
    )  # fmt: skip
    rows = [
        " ".join(line.split())
        for line in str(export.write(ReferenceList((reference,)), "table")).splitlines()
    ]
    assert rows == [
        "roendsalt (book)", "author Roe; et al. [inferred]", "title Salt",
        "language en [inferred, unsure]", "URL https://e.org [from URL]", "not understood ??",
    ]  # fmt: skip


def test_endnote() -> None:
    root = ET.fromstring(str(export.write(ALL, "endnote-xml")))
    records = {record.findtext("titles/title"): record for record in root.iter("record")}
    assert len(root.findall("records/record")) == len(WORKS)
    chapter = records["Ice and salt"]
    assert chapter.find("ref-type").attrib == {"name": "Book Section"}  # type: ignore[union-attr]
    assert [e.text for e in chapter.iter("author")] == [
        "Nizhny, Rya",
        "Jonsson, Gareth",
        "Lind, Maja",
    ]
    assert chapter.findtext("titles/secondary-title") == "Islands in winter"
    assert records["Tides and currents"].findtext("contributors/authors/author") == (
        "Harbour Authority of Lindow,"
    )


def test_word_sources() -> None:
    root = ET.fromstring(str(export.write(ALL, "word-xml")))
    b = f"{{{NAMESPACE}}}"
    sources = {source.findtext(f"{b}Title"): source for source in root}
    page, article = sources["Tides and currents"], sources["Drivers of dune migration"]
    assert page.findtext(f"{b}SourceType") == "InternetSite"
    assert page.findtext(f"{b}Author/{b}Author/{b}Corporate") == "Harbour Authority of Lindow"
    assert [page.findtext(f"{b}{part}Accessed") for part in ("Year", "Month", "Day")] == [
        "2024", "February", "5",
    ]  # fmt: skip
    people = article.findall(f"{b}Author/{b}Author/{b}NameList/{b}Person")
    assert [[part.text for part in person] for person in people] == [
        ["Dunay", "Pal"], ["Herd", "Graeme", "P."],
    ]  # fmt: skip


@pytest.mark.parametrize("form", export.FORMATS)
def test_no_entries(form: str) -> None:
    assert isinstance(export.write(ReferenceList(()), form), bytes | str)


def test_binary_is_no_text() -> None:
    with pytest.raises(ValueError, match="binary"):
        export.render([BOOK], "docx")


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=30), st.sampled_from(list(styles.STYLES)))
def test_any_text_in_any_format(text: str, style: str) -> None:
    values: dict[str, Any] = {
        field: Value(value=text) for field in ("title", "container_title", "publisher", "page",
                                               "volume", "edition", "number", "url", "doi")
    }  # fmt: skip
    reference = BOOK.model_copy(update={**values, "author": (Name(literal=text),)})
    listing = ReferenceList((reference,), styles.load(style), {"r1": [text]})
    for form in export.FORMATS:
        written = export.write(listing, form)
        if form in ("endnote-xml", "word-xml") and not any("\ud800" <= c < "\ue000" for c in text):
            ET.fromstring(str(written).encode())

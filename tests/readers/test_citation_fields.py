"""Citations and lists that reference managers and Word keep in fields."""

import base64
import json

import pytest

import citecheck
from citecheck.model.document import CitationField
from citecheck.pipeline import read_list
from citecheck.readers import read_text
from citecheck.readers.citation_codes import read_code
from tests.readers.word import docx, escaped, field, hyperlink, packed, paragraph, run

ITEM = {"id": 7, "type": "book", "title": "On tides", "author": [{"family": "Roe"}]}
CITED = {"citationItems": [{"id": 7, "uris": ["http://zotero.org/users/1/items/AB12"],
                            "itemData": ITEM}]}  # fmt: skip
ZOTERO = f"ADDIN ZOTERO_ITEM CSL_CITATION {json.dumps(CITED)}"
ENDNOTE = (
    "<EndNote><Cite><Author>Roe</Author><Year>2001</Year><RecNum>12</RecNum><record>"
    '<ref-type name="Journal Article">17</ref-type><contributors><authors><author>'
    "<style>Roe, Jane</style></author><author>Tide Office,</author></authors></contributors>"
    "<titles><title>On tides</title><secondary-title>Waves</secondary-title></titles>"
    "<dates><year>2001</year></dates></record></Cite></EndNote>"
)
SOURCES = (
    '<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography">'
    "<b:Source><b:Tag>Roe01</b:Tag><b:SourceType>Book</b:SourceType><b:Title>On tides</b:Title>"
    "<b:Year>2001</b:Year><b:Author><b:Author><b:NameList><b:Person><b:Last>Roe</b:Last>"
    "<b:First>Jane</b:First></b:Person></b:NameList></b:Author></b:Author></b:Source></b:Sources>"
)


def only(data: bytes) -> tuple[str, CitationField]:
    """What the one field in a .docx shows, and the field."""
    document = read_text(data, name="draft.docx", format="docx")
    [found] = document.fields
    return found.span.of(document.text), found


def with_member(data: bytes, name: str, content: str) -> bytes:
    """*data*, a .docx, with one more member."""
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files: dict[str, str | bytes] = {n: archive.read(n) for n in archive.namelist()}
    return packed({**files, name: content})


def test_zotero() -> None:
    shown, found = only(docx(paragraph("So ", field(ZOTERO, "(Roe, 2001)"), ".")))
    assert (shown, found.kind, found.role, found.keys) == (
        "(Roe, 2001)", "zotero", "citation", ("AB12",))  # fmt: skip
    assert found.items == ({**ITEM, "id": "7"},)


def test_zotero_in_a_bookmark() -> None:
    mark = '<w:bookmarkStart w:id="3" w:name="ZOTERO_BREF_x1"/>{}<w:bookmarkEnd w:id="3"/>'
    code = ZOTERO.removeprefix("ADDIN ")
    properties = "".join(
        f'<property name="ZOTERO_BREF_x1_{n}"><v>{escaped(piece)}</v></property>'
        for n, piece in enumerate((code[:99], code[99:]), 1)
    )
    data = docx(paragraph("So ", mark.format(run("[4]"))))
    shown, found = only(
        with_member(data, "docProps/custom.xml", f"<Properties>{properties}</Properties>")
    )
    assert (shown, found.keys) == ("[4]", ("AB12",))


def test_mendeley_cite() -> None:
    tag = "MENDELEY_CITATION_v3_" + base64.b64encode(json.dumps(CITED).encode()).decode()
    control = (
        f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr><w:sdtContent>{{}}</w:sdtContent></w:sdt>'
    )
    shown, found = only(docx(paragraph("So ", control.format(run("(Roe, 2001)")))))
    assert (shown, found.kind, found.items[0]["title"]) == ("(Roe, 2001)", "mendeley", "On tides")


@pytest.mark.parametrize("apart", [False, True])
def test_endnote(apart: bool) -> None:
    if apart:
        data = f"<w:fldData>{base64.b64encode(ENDNOTE.encode()).decode()}</w:fldData>"
        inner = (
            f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'
            "<w:r><w:instrText>ADDIN EN.CITE.DATA</w:instrText></w:r>"
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )
        made = field("ADDIN EN.CITE", "(Roe, 2001)").replace(
            '<w:r><w:fldChar w:fldCharType="separate"', inner
            + '<w:r><w:fldChar w:fldCharType="separate"')  # fmt: skip
    else:
        made = field(f"ADDIN EN.CITE {ENDNOTE}", "(Roe, 2001)")
    shown, found = only(docx(paragraph(made)))
    assert (shown, found.kind, found.keys) == ("(Roe, 2001)", "endnote", ("12",))
    [item] = found.items
    assert item["author"] == [{"family": "Roe", "given": "Jane"}, {"literal": "Tide Office"}]
    assert (item["container-title"], item["issued"]) == ("Waves", {"date-parts": [[2001]]})


def test_word() -> None:
    data = docx(paragraph(field(r"CITATION Roe01 \l 1033 \m Doe02", "(Roe, 2001; Doe, 2002)")))
    _, found = only(with_member(data, "customXml/item1.xml", SOURCES))
    assert (found.kind, found.keys) == ("word", ("Roe01", "Doe02"))
    assert found.items[0]["author"] == [{"family": "Roe", "given": "Jane"}]


@pytest.mark.parametrize(
    ("code", "role"),
    [
        ("ADDIN ZOTERO_BIBL {} CSL_BIBLIOGRAPHY", "bibliography"),
        ("ADDIN Mendeley Bibliography CSL_BIBLIOGRAPHY", "bibliography"),
        ("ADDIN EN.REFLIST", "bibliography"),
        ("BIBLIOGRAPHY \\l 1033", "bibliography"),
        ("ADDIN ZOTERO_ITEM CSL_CITATION {damaged", "citation"),
        ("ADDIN EN.CITE <EndNote><Cite>", "citation"),
        ("TOC \\o", "contents"),
        ("HYPERLINK \"https://example.org\"", "link"),
        ("PAGE", None),
        ("HYPERLINK", None),
        ("", None),
    ],
)  # fmt: skip
def test_codes(code: str, role: str | None) -> None:
    found = read_code(code)
    assert (found.role if found else None) == role
    assert not found or not found.items


LIST = [
    "Doe, J. 2003. Salt. Leeds: Fen Press.",
    "Roe, J. 2001. Tides. Hull: Humber Press.",
]


def test_a_list_in_a_field_needs_no_heading() -> None:
    begin, end = field("ADDIN EN.REFLIST", "\0").split(run("\0"))
    data = docx(
        paragraph("Tides turn (Roe 2001), and salt stays (Doe 2003)."),
        paragraph(begin + run(LIST[0])), paragraph(LIST[1]), paragraph(end),
    )  # fmt: skip
    document = read_text(data, name="draft.docx", format="docx")
    _, _, references = read_list(document)
    assert [reference.raw for reference in references] == LIST


def test_an_address_behind_words_is_the_entry_s() -> None:
    data = docx(
        paragraph("Tides turn (Roe 2001)."),
        paragraph("References"),
        paragraph("Doe, J. 2003. Salt. Leeds: Fen Press. https://example.org/salt"),
        paragraph("Roe, J. 2001. ", hyperlink("Tides", 0), ". Hull: Humber Press."),
        links=["https://example.org/tides"],
    )
    document = read_text(data, name="draft.docx", format="docx")
    _, _, references = read_list(document)
    urls = [
        reference.url and (reference.url.value, bool(reference.url.span))
        for reference in references
    ]
    assert urls == [("https://example.org/salt", True), ("https://example.org/tides", False)]
    assert citecheck is not None

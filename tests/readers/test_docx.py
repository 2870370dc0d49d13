"""Word documents: what is text and what is not, and the elements that hold it."""

import pytest

from citecheck.model import Document, Span
from citecheck.readers import read_text
from citecheck.readers.docx import compose
from citecheck.readers.docx_package import Package
from tests.readers.word import (
    deleted,
    docx,
    field,
    hyperlink,
    inserted,
    note,
    notes,
    paragraph,
    part,
    run,
)

TAB, BREAK = "<w:r><w:tab/></w:r>", "<w:r><w:br/></w:r>"
BOX = "<w:txbxContent>{}</w:txbxContent>"
SHAPE = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline><wps:txbx>{0}"
    "</wps:txbx></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{0}"
    "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def read(*body: str, **more: object) -> Document:
    """The document that ``docx`` makes of the same arguments, read."""
    return read_text(docx(*body, **more), name="draft.docx", format="docx")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (["One ", "two."], "One two."),
        (["A", TAB, "b", BREAK, "c"], "A\tb\nc"),
        (["co<w:r/>".replace("<w:r/>", ""), "<w:r><w:noBreakHyphen/></w:r>", "author"],
         "co-author"),
        (["hy", "<w:r><w:softHyphen/></w:r>", "phen"], "hyphen"),
        (["soft\xadly \xadset"], "softly set"),
        (["<w:r><w:t> trimmed </w:t></w:r>", "x"], "trimmedx"),
        (["kept ", deleted("gone "), inserted("new "), "end"], "kept new end"),
        (["<w:moveFrom>" + run("from") + "</w:moveFrom>",
          "<w:moveTo>" + run("to") + "</w:moveTo>"], "to"),
        (["a", run("hidden", "<w:vanish/>"), run(" b", '<w:vanish w:val="0"/>')], "a b"),
        (["Roe", run("1,2", '<w:vertAlign w:val="superscript"/>')], "Roe¹,²"),
        (["Roe", run("3", '<w:vertAlign w:val="superscript"/>'),
          run("–", '<w:vertAlign w:val="superscript"/>'),
          run("5", '<w:vertAlign w:val="superscript"/>')], "Roe³⁻⁵"),
        (["21", run("st", '<w:vertAlign w:val="superscript"/>'), " CO",
          run("2", '<w:vertAlign w:val="subscript"/>')], "21st CO2"),
        (["x ", '<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>'], "x α"),
        (['<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>', "x"], "\ufffdx"),
        (["<w:smartTag>" + run("tag") + "</w:smartTag>"], "tag"),
        (["<w:sdt><w:sdtContent>" + run("control") + "</w:sdtContent></w:sdt>"], "control"),
        (["<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"], "x=1"),
        ([field("PAGE", "3"), " of ", '<w:fldSimple w:instr="NUMPAGES">' + run("9")
          + "</w:fldSimple>"], "3 of 9"),
        (["<w:commentRangeStart w:id='1'/>", "said",
          "<w:r><w:commentReference w:id='1'/></w:r>"], "said"),
        (["<w:ruby><w:rt>" + run("kan") + "</w:rt><w:rubyBase>" + run("漢")
          + "</w:rubyBase></w:ruby>"], "漢"),
    ],
)  # fmt: skip
def test_inline(content: list[str], text: str) -> None:
    assert read(paragraph(*content)).text == text


def test_paragraphs_and_their_places() -> None:
    document = read(paragraph("First."), paragraph(), paragraph("   "), paragraph("Second."))
    assert document.text == "First.\n\nSecond."
    place = document.part(document.text.index("Second") + 3)
    assert place is not None
    assert (place[0], place[1].line, place[1].column) == ("paragraph 2", 1, 4)


def test_pages_as_word_last_laid_them_out() -> None:
    document = read(
        paragraph("First."), paragraph("<w:r><w:lastRenderedPageBreak/></w:r>", "Second.")
    )
    assert [part.name for part in document.parts] == ["page 1, paragraph 1", "page 2, paragraph 2"]


def test_tables_and_text_boxes_once() -> None:
    cell = "<w:tc>{}</w:tc>"
    table = (
        f"<w:tbl><w:tr>{cell.format(paragraph('a'))}{cell.format(paragraph('b'))}</w:tr></w:tbl>"
    )
    box = SHAPE.format(BOX.format(paragraph("boxed")))
    assert read(table, paragraph("text", box, " on")).text == "a\n\nb\n\ntext on\n\nboxed"


def test_deleted_end_of_a_paragraph_joins_two() -> None:
    mark = '<w:rPr><w:del w:id="1" w:author="A"/></w:rPr>'
    assert read(paragraph("One ", properties=mark), paragraph("line.")).text == "One line."


def test_contents_are_left_out() -> None:
    contents = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText>'
        '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("References 9") + "</w:p>"
        + paragraph("Books 10") + '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )  # fmt: skip
    assert read(contents, paragraph("Text.")).text == "Text."


def test_footnotes_stand_behind_their_paragraph() -> None:
    document = read(
        paragraph("One", note(2), " and two", note(3), "."),
        paragraph("More."),
        members={
            "footnotes": notes({2: paragraph("See Roe."), 3: paragraph("a") + paragraph("b")})
        },
    )
    assert document.text == "One[^1] and two[^2].\n\n[^1]: See Roe.\n\n[^2]: a b\n\nMore."
    first, second = document.notes
    assert (first.kind, first.label, first.anchor.of(document.text)) == ("footnote", "1", "[^1]")
    assert second.span.of(document.text) == "a b"
    place = document.part(second.span.start)
    assert place is not None
    assert place[0] == "footnote 2"


def test_endnotes_beside_footnotes_stand_at_the_end() -> None:
    document = read(
        paragraph("One", note(2), " two", note(2, "endnote"), "."),
        paragraph("Last."),
        members={
            "footnotes": notes({2: paragraph("foot")}),
            "endnotes": notes({2: paragraph("end")}, "endnote"),
        },
    )
    assert document.text == "One[^1] two[^1].\n\n[^1]: foot\n\nLast.\n\n[^1]: end"


def test_note_with_a_sign_of_its_own() -> None:
    mark = '<w:r><w:footnoteReference w:id="2" w:customMarkFollows="1"/><w:t>*</w:t></w:r>'
    document = read(paragraph("One", mark), members={"footnotes": notes({2: paragraph("x")})})
    assert document.text == "One[^*]\n\n[^*]: x"


def test_links() -> None:
    document = read(
        paragraph("See ", hyperlink("the page", 0), " and ",
                  field('HYPERLINK "https://example.org/b"', "that"), "."),
        links=["https://example.org/a?x=1&y=2"],
    )  # fmt: skip
    assert document.text == "See the page and that."
    assert [(link.span.of(document.text), link.target) for link in document.links] == [
        ("the page", "https://example.org/a?x=1&y=2"),
        ("that", "https://example.org/b"),
    ]


NUMBERING = part(
    "numbering",
    '<w:abstractNum w:abstractNumId="1">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="[%1]"/>'
    '</w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1%2)"/></w:lvl>'
    '</w:abstractNum><w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt '
    'w:val="bullet"/><w:lvlText w:val="·"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>',
)
STYLES = part(
    "styles",
    '<w:style w:styleId="Entry"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:styleId="Child"><w:basedOn w:val="Entry"/></w:style>'
    '<w:style w:styleId="Up"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>',
)


def test_numbers_of_lists_are_text() -> None:
    def numbered(text: str, number: int, level: int = 0) -> str:
        value = f'<w:ilvl w:val="{level}"/><w:numId w:val="{number}"/>'
        return paragraph(text, properties=f"<w:numPr>{value}</w:numPr>")

    document = read(
        numbered("one", 1), numbered("sub", 1, 1), numbered("two", 1), numbered("dot", 2),
        paragraph("three", properties='<w:pStyle w:val="Child"/>'),
        paragraph(run("4", '<w:rStyle w:val="Up"/>'), "none"),
        members={"numbering": NUMBERING, "styles": STYLES},
    )  # fmt: skip
    assert document.text.split("\n\n") == ["[1] one", "1a) sub", "[2] two", "dot", "[3] three",
                                           "⁴none"]  # fmt: skip


def test_pieces_lead_back_to_elements() -> None:
    data = docx(
        paragraph("One ", run("bold", "<w:b/>"), " so\xadft", note(2)),
        members={"footnotes": notes({2: paragraph("A note.")})},
    )
    package = Package(data, "draft.docx")
    composition = compose(package)
    text = composition.text
    span = Span(start=text.index("ld"), end=text.index("ft") + 2)
    found = [
        (piece.node.text[start:end], piece.story)
        for piece, start, end in composition.pieces_in(span)
    ]
    assert found == [("ld", "word/document.xml"), (" so", "word/document.xml"),
                     ("ft", "word/document.xml")]  # fmt: skip
    start = text.index("A note")
    [(piece, begin, end)] = composition.pieces_in(Span(start=start, end=start + 6))
    assert (piece.node.text[begin:end], piece.story) == ("A note", "word/footnotes.xml")
    assert piece.node.getroottree().getroot() is package.trees["word/footnotes.xml"]
    for piece in composition.pieces:
        if piece.node.tag.endswith("}t"):
            assert (
                text[piece.start : piece.end]
                == piece.node.text[piece.at : piece.at + piece.end - piece.start]
            )

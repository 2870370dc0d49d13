"""OpenDocument texts, packed and flat."""

import pytest

from citecheck.model import Document, Span
from citecheck.readers import read_text
from citecheck.readers.odt import compose
from citecheck.readers.odt_package import OdtPackage
from tests.readers.word import packed

_NS = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = " ".join(
    [
        *(f'xmlns:{name}="{_NS}{name}:1.0"' for name in ("office", "text", "style", "table")),
        f'xmlns:draw="{_NS}drawing:1.0"',
        'xmlns:xlink="http://www.w3.org/1999/xlink"',
    ]
)
STYLES = (
    '<style:style style:name="Up"><style:text-properties style:text-position="super 58%"/>'
    '</style:style><style:style style:name="Child" style:parent-style-name="Up"/>'
    '<style:style style:name="Gone"><style:text-properties text:display="none"/></style:style>'
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" '
    'style:num-prefix="[" style:num-suffix="]" style:num-format="1"/>'
    '<text:list-level-style-number text:level="2" style:num-suffix=")" style:num-format="a"/>'
    "</text:list-style>"
)


def content(body: str, root: str = "document-content") -> str:
    """The XML with *body* in it."""
    return (
        f"<office:{root} {SPACES}><office:automatic-styles>{STYLES}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:{root}>"
    )


def odt(body: str) -> bytes:
    """An .odt."""
    mime = "application/vnd.oasis.opendocument.text"
    return packed({"mimetype": mime, "content.xml": content(body)})


def read(body: str) -> Document:
    """The document with *body*, read."""
    return read_text(odt(body), name="draft.odt", format="odt")


def p(inner: str) -> str:
    """A paragraph."""
    return f"<text:p>{inner}</text:p>"


NOTE = (
    '<text:note text:note-class="{}"><text:note-citation>1</text:note-citation><text:note-body>{}'
    "</text:note-body></text:note>"
)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (p("One") + p("") + p("two"), "One\n\ntwo"),
        (p(" a\n   b <text:span>c</text:span>  d "), "a b c d "),
        (p("a<text:s text:c='2'/>b<text:tab/>c<text:line-break/>d"), "a  b\tc\nd"),
        (p("Roe<text:span text:style-name='Child'>1,2</text:span>"), "Roe¹,²"),
        (p("a<text:span text:style-name='Gone'>hidden</text:span>b"), "ab"),
        (p("hy\xadphen"), "hyphen"),
        ("<text:tracked-changes><text:changed-region><text:deletion>" + p("gone")
         + "</text:deletion></text:changed-region></text:tracked-changes>"
         + p("kept <text:change text:change-id='1'/>on"), "kept on"),
        (p("a<office:annotation>" + p("comment") + "</office:annotation>b"), "ab"),
        (p("a<draw:frame><draw:text-box>" + p("boxed") + "</draw:text-box></draw:frame>b"),
         "ab\n\nboxed"),
        ("<table:table><table:table-row><table:table-cell>" + p("x") + "</table:table-cell>"
         "<table:table-cell>" + p("y") + "</table:table-cell></table:table-row></table:table>",
         "x\n\ny"),
        ("<text:table-of-content><text:index-body>" + p("References 9") + "</text:index-body>"
         "</text:table-of-content>" + p("Text"), "Text"),
        ("<text:list text:style-name='L1'><text:list-item>" + p("one") + "<text:list>"
         "<text:list-item>" + p("sub") + "</text:list-item></text:list></text:list-item>"
         "<text:list-item>" + p("two") + "</text:list-item></text:list>",
         "[1] one\n\na) sub\n\n[2] two"),
        (p("x" + NOTE.format("footnote", p("foot")) + "."), "x[^1].\n\n[^1]: foot"),
        (p("x" + NOTE.format("footnote", p("foot")) + NOTE.format("endnote", p("end")))
         + p("last"), "x[^1][^1]\n\n[^1]: foot\n\nlast\n\n[^1]: end"),
    ],
)  # fmt: skip
def test_text(body: str, text: str) -> None:
    assert read(body).text == text


def test_flat() -> None:
    data = content(p("Flat."), "document").encode()
    assert read_text(data, name="draft.fodt", format="odt").text == "Flat."


def test_links_and_fields() -> None:
    code = "ZOTERO_BIBL {} CSL_BIBLIOGRAPHY RND1"
    document = read(
        p('See <text:a xlink:href="https://example.org/">there</text:a>.')
        + p('<text:bibliography-mark text:identifier="Roe01" text:bibliography-type="book" '
            'text:title="Tides" text:year="2001">[Roe01]</text:bibliography-mark>')
        + f'<text:section text:name="{code}">' + p("Roe, J. 2001.") + "</text:section>"
    )  # fmt: skip
    [link] = document.links
    assert (link.span.of(document.text), link.target) == ("there", "https://example.org/")
    mark, listed = document.fields
    assert (mark.kind, mark.keys, mark.items[0]["title"]) == ("libreoffice", ("Roe01",), "Tides")
    assert (listed.role, listed.span.of(document.text)) == ("bibliography", "Roe, J. 2001.")


def test_pieces_lead_back_to_texts_and_tails() -> None:
    package = OdtPackage(odt(p("one  <text:span>two</text:span> three")), "draft.odt")
    composition = compose(package)
    assert composition.text == "one two three"
    span = Span(start=2, end=len(composition.text))
    found = [
        ((piece.node.tail if piece.in_tail else piece.node.text)[start:end], piece.in_tail)
        for piece, start, end in composition.pieces_in(span)
    ]
    assert found == [("e", False), (" ", False), ("two", False), (" three", True)]

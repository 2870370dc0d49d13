"""Web pages and EPUB books."""

import pytest

from citecheck.model import Document
from citecheck.readers import read_text
from tests.readers.word import packed


def read(body: str) -> Document:
    """The page with *body*, read."""
    page = f"<!DOCTYPE html><html><head><title>T</title></head><body>{body}</body></html>"
    return read_text(page.encode(), name="draft.html", format="html")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>One\n  two</p><p>three</p>", "One two\n\nthree"),
        ("<p>a <b>b</b> <i>c</i>d<br>e</p>", "a b cd\ne"),
        ("<div>a<div>b</div>c</div>", "a\n\nb\n\nc"),
        ("<nav>Home</nav><p>x</p><script>y</script><style>z</style><aside>w</aside>", "x"),
        ("<header><ul><li>Menu</ul></header><p>x</p><footer>Imprint</footer>", "x"),
        ("<div class='sidebar'>s</div><div role=navigation>n</div><p hidden>h</p><p>x</p>", "x"),
        ("<div>Shop news</div><main><h1>T</h1><p>" + "long " * 9 + "</p></main>",
         "T\n\n" + "long " * 9),
        ("<p>" + "short " * 5 + "</p><article><p>" + "text " * 20 + "</p></article>"
         "<section id='references'><p>Roe</p></section>",
         "short " * 5 + "\n\n" + "text " * 20 + "\n\nRoe"),
        ("<p>Roe<sup>1,2</sup> 10<sup>th</sup></p>", "Roe¹,² 10th"),
        ("<ol><li>a<li>b<ol type=a><li>c</ol></ol><ol start=3><li>d</ol><ul><li>e</ul>",
         "1. a\n\n2. b\n\na. c\n\n3. d\n\ne"),
        ("<p>a &nbsp;b&shy;c <q>d</q></p>", "a \u00a0bc “d”"),
        ("<p>a<del>b</del><ins>c</ins></p>", "ac"),
        ("<table><tr><td>a<td>b</table>", "a\n\nb"),
        ("<p>x<a href='#fn1' id='r1'><sup>1</sup></a>.</p><p>y</p>"
         "<section class=footnotes><ol><li id=fn1><p>Note <a href='#r1'>↩</a></p></ol></section>",
         "x[^1].\n\n[^1]: Note \n\ny"),
        ("<p>x<a href='#_ftn1' name='_ftnref1'>[1]</a></p><div id=ftn1><p>"
         "<a href='#_ftnref1' name='_ftn1'>[1]</a> A <i>note</i>.</p></div>",
         "x[^1]\n\n[^1]: A note. "),
        ("<p>x<a href='#ref1'>[1]</a></p><ol><li id=ref1>Roe</ol>", "x[1]\n\n1. Roe"),
    ],
)  # fmt: skip
def test_text(body: str, text: str) -> None:
    assert read(body).text.rstrip() == text.rstrip()


def test_places_links_and_code() -> None:
    document = read(
        "<p>a</p>\n\n<p>See <a href='https://example.org'>there</a>, <code>c</code></p>"
    )
    place = document.part(document.text.index("See"))
    assert place is not None
    assert place[0] == "line 3"
    assert [(x.span.of(document.text), x.target) for x in document.links] == [
        ("there", "https://example.org")]  # fmt: skip
    assert [span.of(document.text) for span in document.not_prose] == ["c"]


@pytest.mark.parametrize(
    ("head", "encoding"),
    [("<meta charset=iso-8859-2>", "iso8859-2"), ("<meta charset=utf-8>", "utf-8"), ("", "cp1252")],
)
def test_encodings(head: str, encoding: str) -> None:
    word = "Łódź" if encoding == "iso8859-2" else "Köln"
    document = read_text(f"{head}<p>{word}".encode(encoding), name="a.html", format="html")
    assert document.text == word


def test_epub() -> None:
    page = "<html xmlns='http://www.w3.org/1999/xhtml'><body><p>{}</p></body></html>"
    data = packed({
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": "<container><rootfiles><rootfile full-path='OPS/a.opf'/>"
        "</rootfiles></container>",
        "OPS/a.opf": "<package><manifest><item id='n' href='nav.xhtml' properties='nav'/>"
        "<item id='a' href='text/a%201.xhtml'/><item id='b' href='b.xhtml'/></manifest>"
        "<spine><itemref idref='n'/><itemref idref='a'/><itemref idref='b'/></spine></package>",
        "OPS/nav.xhtml": page.format("Contents"),
        "OPS/text/a 1.xhtml": page.format("One"),
        "OPS/b.xhtml": page.format("two"),
    })  # fmt: skip
    document = read_text(data, name="book.epub", format="epub")
    assert document.text == "One\n\ntwo"
    assert [part.name for part in document.parts] == ["a 1.xhtml, line 1", "b.xhtml, line 1"]

"""Files that are broken, or made to break readers: a message that names file and cause."""

import contextlib
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citecheck.errors import UnreadableInput
from citecheck.readers import EXTENSIONS, READERS, format_of, read_path, read_text
from tests.readers.word import W, docx, packed, paragraph, part

DEEP = 100_000
LAUGHS = "".join(
    f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' if n else '<!ENTITY l0 "lol">' for n in range(10)
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
PROTECTED = "EncryptedPackage".encode("utf-16-le")
PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
)
WORD = docx(paragraph("Tides turn (Roe, 2001)."))
TEXT_BODY = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0">'
)


def entities(doctype: str, text: str) -> bytes:
    """A .docx whose main member declares *doctype* and uses it in *text*."""
    body = f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
    head = f'<?xml version="1.0"?><!DOCTYPE x [{doctype}]>'
    return docx(document=f'{head}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>')


def nested(tag: str, inner: str = "x") -> str:
    """*inner* in ``DEEP`` elements."""
    return f"<{tag}>" * DEEP + inner + f"</{tag.split(maxsplit=1)[0]}>" * DEEP


def odt(content: str, **more: str) -> bytes:
    """An .odt with that content.xml."""
    names = {"manifest": "META-INF/manifest.xml"}
    return packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content,
                   **{names[name]: text for name, text in more.items()}})  # fmt: skip


HOSTILE: list[tuple[str, str, object, str]] = [
    ("empty", "a.docx", b"", "empty"),
    ("blank", "a.odt", b" \n ", "empty"),
    ("empty rtf", "a.rtf", b"", "empty"),
    ("empty html", "a.html", b"", "empty"),
    ("empty pdf", "a.pdf", b"", "empty"),
    ("pdf as docx", "a.docx", PDF, r"not a Word document \(.docx\) but a PDF file \(.pdf\)"),
    ("docx as pdf", "a.pdf", WORD, r"not a PDF file but a Word document \(.docx\)"),
    ("docx as odt", "a.odt", WORD, r"but a Word document \(.docx\)"),
    ("docx as epub", "a.epub", WORD, r"but a Word document \(.docx\)"),
    ("docx as rtf", "a.rtf", WORD, r"not an RTF file but a Word document"),
    ("docx as html", "a.html", WORD, r"but a Word document \(.docx\)"),
    ("docx as text", "a.txt", WORD, r"but a Word document \(.docx\)"),
    ("rtf as docx", "a.docx", b"{\\rtf1 x}", r"but an RTF file \(.rtf\)"),
    ("html as docx", "a.docx", b"<!DOCTYPE html><p>x", r"but a web page \(.html\)"),
    ("text as docx", "a.docx", b"Tides turn.", "but text or damaged"),
    ("noise as docx", "a.docx", bytes(range(256)) * 4, "but damaged or of an unknown kind"),
    ("spreadsheet", "a.docx", packed({"xl/workbook.xml": "<x/>"}), "but an Excel workbook"),
    ("archive", "a.docx", packed({"a.txt": "x"}), "a ZIP archive"),
    ("pages", "a.docx", packed({"Index/Document.iwa": "x"}), "a Pages document; export it"),
    ("old Word", "a.docx", OLE, "an old Word file .* save it as .docx"),
    ("protected", "a.docx", OLE + PROTECTED, "protected by a password"),
    ("truncated", "a.docx", WORD[: len(WORD) // 2], "damaged or cut short"),
    ("head only", "a.docx", b"PK\x03\x04", "damaged or cut short"),
    ("damaged member", "a.docx", WORD.replace(b"PK\x03\x04", b"PK\x03\x05", 9),
     "damaged"),
    ("no main member", "a.docx",
     packed({"[Content_Types].xml": "<Types/>", "word/styles.xml": "<w/>"}), "a ZIP archive"),
    ("missing", "a.docx", packed({"word/document.xml.bak": "<x/>"}), "document.xml is missing"),
    ("no XML", "a.docx", docx(document="<w:document"), "document.xml: not well-formed XML"),
    ("no text", "a.docx", docx(paragraph()), "no text in it"),
    ("laughs", "a.docx", entities(LAUGHS, "&l9;"), "declares a document type|entity|ntities"),
    ("entity", "a.docx", entities('<!ENTITY a SYSTEM "file:///etc/passwd">', "&a;"),
     "declares a document type"),
    ("network", "a.docx",
     entities('<!ENTITY % a SYSTEM "http://127.0.0.1:9/a.dtd"> %a;', "x"),
     "declares a document type|not well-formed"),
    ("bomb", "a.docx", lambda: docx(document=" " * (60 * 2**20)), "unpacks to more than 48 MiB"),
    ("tags", "a.docx", lambda: docx(document="<a/>" * 3_000_001), "more than 3,000,000 tags"),
    ("deep docx", "a.docx",
     lambda: docx(document=part("document", nested("w:p"))), "255|depth|deep"),
    ("deep odt", "a.odt", lambda: odt(nested("a")), "255|depth|deep"),
    ("deep html", "a.html", lambda: nested("div").encode(), "nested too deep"),
    ("deep rtf", "a.rtf",
     lambda: b"{\\rtf1 " + b"{" * DEEP + b"x" + b"}" * DEEP, "nested too deep"),
    ("deep field", "a.docx",
     lambda: docx("<w:p>" + "<w:r><w:fldChar w:fldCharType='begin'/></w:r>" * DEEP + "</w:p>"),
     "no text in it"),
    ("protected odt", "a.odt", odt("x", manifest="<m><encryption-data/></m>"), "password"),
    ("odt of no text", "a.odt", odt(TEXT_BODY + "</office:document-content>"), "is no text"),
    ("odt without content", "a.odt",
     packed({"mimetype": "application/vnd.oasis.opendocument.text"}), "content.xml is missing"),
    ("epub without book", "a.epub",
     packed({"META-INF/container.xml": "<container/>"}), "names no book"),
    ("cut pdf", "a.pdf", PDF, "damaged PDF|no text in it"),
    ("html without text", "a.html", b"<html><nav>Home</nav></html>", "no text in it"),
    ("rtf without text", "a.rtf", b"{\\rtf1 }", "no text in it"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "data", "cause"),
    [case[1:] for case in HOSTILE],
    ids=[case[0] for case in HOSTILE],
)
def test_hostile(name: str, data: object, cause: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data() if callable(data) else data)  # type: ignore[arg-type]
    with pytest.raises(UnreadableInput, match=cause) as caught:
        read_path(path)
    assert str(path) in str(caught.value)
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_macros_are_not_looked_at() -> None:
    data = docx(paragraph("Text."), members={"word/vbaProject.bin": "\0\1\2"})
    assert format_of("draft.docm") == "docx"
    assert read_text(data, name="draft.docm", format="docx").text == "Text."


def test_a_bomb_costs_little_memory() -> None:
    data = docx(document=" " * (60 * 2**20))
    tracemalloc.start()
    with pytest.raises(UnreadableInput):
        read_text(data, name="a.docx", format="docx")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 120 * 2**20


@pytest.mark.parametrize("form", sorted(READERS))
@settings(deadline=None)
@given(data=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(form: str, data: bytes) -> None:
    with contextlib.suppress(UnreadableInput):
        read_text(data, name="a", format=form)


@settings(deadline=None)
@given(position=st.integers(0, len(WORD) - 1), byte=st.integers(0, 255))
def test_a_wrong_byte_is_read_or_refused(position: int, byte: int) -> None:
    data = WORD[:position] + bytes([byte]) + WORD[position + 1 :]
    with contextlib.suppress(UnreadableInput):
        read_text(data, name="a.docx", format="docx")


RTF = st.lists(
    st.sampled_from([
        "{", "}", "\\par ", "\\footnote ", "\\chftn ", "{\\field{\\*\\fldinst HYPERLINK \"x\"}{",
        "\\fldrslt ", "\\u8220 ?", "\\uc0", "\\'e9", "\\bin9 ", "\\super ", "\\v ", "\\*", "\\x",
        "text", " ", "\\ftnalt", "\\fonttbl", "\\f1", "\\fcharset2", "\\u-10179 ", "\\plain",
    ]),
    max_size=40,
).map("".join)  # fmt: skip
HTML = st.lists(
    st.sampled_from([
        "<p>", "</p>", "<a href='#fn1'>1</a>", "<li id=fn1>", "<ol>", "</ol>", "<sup>", "</sup>",
        "2", "text ", "<div id='fn1'>", "<article>", "</article>", "<pre>", "<br>", "<a name=fn1>",
        "<section class=references>", "\0", "&nbsp;", "&#xd800;", "<q>", "<table><td>",
    ]),
    max_size=40,
).map("".join)  # fmt: skip


@settings(deadline=None)
@given(RTF)
def test_any_rtf(body: str) -> None:
    with contextlib.suppress(UnreadableInput):
        read_text("{\\rtf1 " + body, name=None, format="rtf")


@settings(deadline=None)
@given(HTML)
def test_any_html(body: str) -> None:
    with contextlib.suppress(UnreadableInput):
        document = read_text(body, name=None, format="html")
        for span in (
            *(link.span for link in document.links),
            *(note.span for note in document.notes),
        ):
            assert 0 <= span.start <= span.end <= len(document.text)


def test_every_extension_has_a_reader() -> None:
    assert set(EXTENSIONS.values()) == set(READERS)

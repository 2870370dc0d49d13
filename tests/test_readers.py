"""Readers: bytes to text without altering it, and what of Markdown is no prose."""

import contextlib
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck import readers
from citecheck.errors import UnreadableInput
from citecheck.readers import format_of, read_path, read_text
from citecheck.readers.markdown import not_prose

ENGLISH = "As Müller (2001) says, “it is so” – see García and Åström, 1999.\r\nThe end.\r\n"
PLAIN = "As Miller (2001) says, “it is so” – see Garcia’s book.\n"
GERMAN = "Überprüfung der Größe: „Maß für Maß“ – schön.\n"
FRENCH = "L’ÉTÉ où les élèves créèrent “une” œuvre à l’école, çà et là.\n"
DANISH = "Ærø, Åå og Øø: på øen så ånden en å.\n"
SPANISH = "¿Qué pasó? ¡Año ñandú! «Sí», señaló Núñez.\n"
RUSSIAN = "Как сказал Иванов (2001), «это важно» – и я в том уверен.\n"
UKRAINIAN = "Її слова є ґрунтом: «і так», – сказав Ільєнко (2001).\n"
BELARUSIAN = "Ён сказаў “ўсё” у 2001 г. – Ўладзімір.\n"
ONE_NAME = "The account of Иванов (2001) is followed by all. " * 20
CHINESE = "王伟（2001）认为如此。\r\n参考文献\r\n王伟，2001，《一二三》，北京：出版社。\r\n"


@pytest.mark.parametrize(
    ("text", "encoding", "found"),
    [
        (ENGLISH, "utf-8", "utf-8"),
        (ENGLISH, "utf-8-sig", "utf-8-sig"),
        (ENGLISH, "utf-16", "utf-16"),
        (ENGLISH, "utf-32", "utf-32"),
        (CHINESE, "utf-8", "utf-8"),
        *((text, "utf-16-le", "utf-16-le") for text in (ENGLISH, RUSSIAN, CHINESE)),
        *((text, "utf-16-be", "utf-16-be") for text in (ENGLISH, RUSSIAN, CHINESE)),
        *((t, "cp1252", "cp1252") for t in (ENGLISH, PLAIN, GERMAN, FRENCH, DANISH, SPANISH)),
        *((t, "cp1251", "cp1251") for t in (RUSSIAN, UKRAINIAN, BELARUSIAN, ONE_NAME)),
    ],
)
def test_encodings(text: str, encoding: str, found: str) -> None:
    document = read_text(text.encode(encoding), name="draft.txt")
    assert (document.text, document.encoding) == (text, found)


def test_mark_of_big_endian() -> None:
    data = b"\xfe\xff" + ENGLISH.encode("utf-16-be")
    assert read_text(data, name="draft.txt").text == ENGLISH


def test_damaged_utf8_keeps_the_rest() -> None:
    data = RUSSIAN.encode() + b"\xff" + RUSSIAN.encode()
    assert read_text(data, name="draft.txt").text == RUSSIAN + "\ufffd" + RUSSIAN


@pytest.mark.parametrize("data", ["one \ud800 (Roe, 2001)", b"one \xed\xa0\x80 (Roe, 2001)"])
def test_lone_surrogates_keep_their_place(data: str | bytes) -> None:
    assert read_text(data, name="draft.txt").text == "one \ufffd (Roe, 2001)"


@pytest.mark.parametrize(
    ("data", "place", "cause"),
    [
        (b"", "byte 0", "empty"),
        (b" \r\n\t", "byte 0", "empty"),
        (b"\xef\xbb\xbf", "byte 0", "empty"),
        (b"\xff\xfe", "byte 0", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0", "byte 0", "PNG"),
        (b"%PDF-1.7\n%\xe2\xe3", "byte 0", "PDF"),
        (b"PK\x03\x04\x14\0", "byte 0", "Word"),
        (b"plain text\0more text", "byte 10", "NUL"),
        (b"plain text\0\0\0\0\0\0", "byte 10", "NUL"),
        (bytes(range(256)) * 4, "byte 0", "NUL"),
        (b"abc\x01\x02\x03\x04" * 9, "byte 3", "control characters"),
        (b"d\xe9j\xe0 vu \x81 encore", "byte 8", "0x81"),
    ],
)
def test_not_text(data: bytes, place: str, cause: str) -> None:
    with pytest.raises(UnreadableInput) as caught:
        read_text(data, name="draft.txt")
    message = str(caught.value)
    assert message.startswith(f"draft.txt: at {place}")
    assert cause in message


def test_an_empty_string_is_a_text() -> None:
    assert read_text("", name=None).text == ""


def test_path(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    path.write_bytes(b"See `x`.\r\n")
    document = read_path(path)
    assert document.path == str(path)
    assert document.format == "markdown"
    assert document.text == "See `x`.\r\n"
    assert [span.of(document.text) for span in document.not_prose] == ["`x`"]


@pytest.mark.parametrize(
    ("name", "cause"),
    [
        ("missing.txt", "no such file"),
        ("folder", "directory"),
        ("folder.d", "directory"),
        ("draft.docx", "'.docx' are not read, only .txt"),
        ("nul\0byte.txt", "null"),
    ],
)
def test_unreadable_path(tmp_path: Path, name: str, cause: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder.d").mkdir()
    (tmp_path / "draft.docx").write_bytes(b"PK\x03\x04")
    with pytest.raises(UnreadableInput, match=cause) as caught:
        read_path(tmp_path / name)
    assert name.partition("\0")[0] in str(caught.value)


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read anything"
)
def test_forbidden_path(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text("text")
    path.chmod(0)
    with pytest.raises(UnreadableInput, match="no permission"):
        read_path(path)


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "MAX_SIZE", 2**20)
    path = tmp_path / "draft.txt"
    path.write_bytes(b"word " * 2**18)
    with pytest.raises(UnreadableInput, match=r"draft\.txt: at byte 1,048,576: too large.* 1 MiB"):
        read_path(path)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a.txt", "text"), ("a.TEXT", "text"), ("a", "text"), ("<stdin>", "text"),
     ("x.y/a.md", "markdown"), ("a.qmd", "markdown"), ("a.Markdown", "markdown")],
)  # fmt: skip
def test_formats(name: str, expected: str) -> None:
    assert format_of(name) == expected


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("plain (Roe, 2001) text", []),
        ("---\ntitle: A (Roe, 2001)\n---\nBody", ["---\ntitle: A (Roe, 2001)\n---"]),
        ("---\r\ntitle: A\r\n---\r\nBody", ["---\r\ntitle: A\r\n---"]),
        ("---\n\nA rule, not front matter: b\n\n---\n", []),
        ("---\nNo key here (Roe, 2001)\n---\n", []),
        ("a\n```\n(Roe, 2001)\n```\nb", ["```\n(Roe, 2001)\n```"]),
        ("a\n````r\n```\nx\n```\n````\nb", ["````r\n```\nx\n```\n````"]),
        ("- a\n  ~~~\n  x\n  ~~~\nb", ["  ~~~\n  x\n  ~~~"]),
        ("> ```\n> x\n> ```\nb", ["> ```\n> x\n> ```"]),
        ("LITERATURE\n~~~~~~~~~~\n\nRoe, J. 2001.", []),
        ("``` no `fence` here\n(Roe, 2001)", ["`fence`"]),
        ("a\n\n    code(Roe, 2001)\n    more\nb", ["    code(Roe, 2001)\n    more\n"]),
        ("a\n\n\tBegun with a tab " + "word " * 30 + "(Roe, 2001).\n", []),
        ("a\n    continued (Roe, 2001)\n", []),
        ("- item\n\n    continued (Roe, 2001)\n", []),
        ("- item\n\n  more\n\n    continued (Roe, 2001)\n", []),
        ("[^1]: Note\n\n    continued (Roe, 2001)\n", []),
        ("- item\n\nend of list\n\n    code\n", ["    code\n"]),
        ("a `x` and ``y ` z`` b", ["`x`", "``y ` z``"]),
        ("a `x\n\ny` b", []),
        (r"a \`x` b", []),
        ("Belarusians` views and Russians` views (Roe, 2001)", []),
        ("a <!-- (Roe, 2001)\n\n``` --> b", ["<!-- (Roe, 2001)\n\n``` -->"]),
        ("a <!-- x --> b <!-- y --> c", ["<!-- x -->", "<!-- y -->"]),
        ("a `<!--` b (Roe, 2001) `-->` c", ["`<!--`", "`-->`"]),
        ("a <!-- never closed (Roe, 2001)", []),
        ("<style>\np (x)\n\ny\n</style> b", ["<style>\np (x)\n\ny\n</style"]),
        ('a <a href="x?(Roe, 2001)">b</a> c', ['<a href="x?(Roe, 2001)">', "</a>"]),
        ("p <b (Roe, 2001) and c> d", []),
        ("a <https://example.org/(x)> b <j.roe@example.org>",
         ["<https://example.org/(x)>", "<j.roe@example.org>"]),
        ("see [Roe (2001)](https://example.org/a_(b) \"Roe, 2001\") b",
         ["(https://example.org/a_(b) \"Roe, 2001\")"]),
        ("![a [b] c](x.png) [d](<e f>)", ["(x.png)", "(<e f>)"]),
        ("[sic](Roe, 2001)", []),
        ("no bracket](x)", []),
        (r"\[a](x)", []),
        ("[1]: https://example.org/(2001) \"Roe\"\n", [": https://example.org/(2001) \"Roe\""]),
        ("[1]: Roe, J. (2001). A title.\n", []),
        ("[^1]: https://example.org\n", []),
        ("so [he]: https://example.org\n", []),
    ],
)  # fmt: skip
def test_not_prose(text: str, hidden: list[str]) -> None:
    assert [text[start:end] for start, end in not_prose(text)] == hidden


MARKS = st.lists(
    st.sampled_from(["`", "``", "```", "~~~", "<", ">", "<!--", "-->", "<pre>", "</pre", "[", "]",
                     "(", ")", "](", "]:", '"', "'", "\\", "\n", "\r\n", "\n\n", "    ", "\t",
                     "- ", "---\n", "a:", "a", " ", "é", "<a ", "="]),
    max_size=60,
).map("".join)  # fmt: skip


@given(st.text() | MARKS)
def test_markdown_is_never_altered(text: str) -> None:
    document = read_text(text, name=None, format="markdown")
    assert len(document.text) == len(text)
    ends = [0]
    for span in document.not_prose:
        assert ends[-1] <= span.start < span.end <= len(text)
        ends.append(span.end)


@given(st.binary())
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with contextlib.suppress(UnreadableInput):
        read_text(data, name="draft.txt").text.encode()


@given(st.text(min_size=1).filter(lambda text: text.strip() and "\0" not in text))
def test_utf8_is_always_utf8(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    with contextlib.suppress(UnreadableInput):
        assert read_text(data, name="x").text == text.removeprefix("\ufeff")

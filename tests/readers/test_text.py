"""Text files: bytes to text without altering it, and files that cannot be read."""

import contextlib
import errno
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citecheck import readers
from citecheck.errors import UnreadableInput
from citecheck.readers import format_of, read_path, read_text

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
        (b"PK\x03\x04\x14\0", "byte 0", "ZIP"),
        (b"PK\x03\x04\x14\0 word/document.xml", "byte 0", "Word document (.docx); give"),
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
        ("draft.xyz", "'.xyz' are not read, only .txt"),
        ("draft.doc", "old format of Word; open it .* save it as .docx"),
        ("draft.pages", "Export To > Word"),
        ("draft.gdoc", r"Download > Microsoft Word"),
        ("draft.docx", "damaged or cut short"),
        ("nul\0byte.txt", "null"),
    ],
)
def test_unreadable_path(tmp_path: Path, name: str, cause: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder.d").mkdir()
    for name_of_file in ("draft.docx", "draft.xyz", "draft.doc", "draft.pages", "draft.gdoc"):
        (tmp_path / name_of_file).write_bytes(b"PK\x03\x04")
    with pytest.raises(UnreadableInput, match=cause) as caught:
        read_path(tmp_path / name)
    assert name.partition("\0")[0] in str(caught.value)


def test_forbidden_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "draft.txt"
    path.write_text("text")

    def refused(*_: object) -> None:  # the superuser may read anything
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", refused)
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


@settings(deadline=None)
@given(st.binary())
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with contextlib.suppress(UnreadableInput):
        read_text(data, name="draft.txt").text.encode()


@settings(deadline=None)
@given(st.text(min_size=1).filter(lambda text: text.strip() and "\0" not in text))
def test_utf8_is_always_utf8(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    with contextlib.suppress(UnreadableInput):
        assert read_text(data, name="x").text == text.removeprefix("\ufeff")

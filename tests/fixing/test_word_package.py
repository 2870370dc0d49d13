"""What a Word file must be besides its text: numbers of marks, members, declarations."""

import io
import zipfile

import pytest
from lxml import etree

from citecheck.fixing import FileDraft
from citecheck.fixing.remark import Remark
from citecheck.fixing.repacking import repacked
from citecheck.fixing.stamp import UNDATED
from citecheck.fixing.word_comments import annotate
from citecheck.fixing.word_file import WordFile
from citecheck.model import Edit, Span
from tests.readers.word import docx, inserted, packed, paragraph

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BOLD_WAS = (
    '<w:r><w:rPr><w:b/><w:rPrChange w:id="7" w:author="A. Roe"><w:rPr/></w:rPrChange></w:rPr>'
    "<w:t>Trade grew fast</w:t></w:r>"
)
PRETTY = "<w:p>\n <w:r>\n  <w:t>\n   Trade grew fast\n  </w:t>\n </w:r>\n</w:p>"


def members(data: bytes) -> dict[str, bytes]:
    archive = zipfile.ZipFile(io.BytesIO(data))
    return {name: archive.read(name) for name in archive.namelist()}


def changed(data: bytes, old: str, new: str) -> FileDraft:
    draft = FileDraft.read(data, "a.docx", "docx")
    start = draft.document.text.index(old)
    return draft.with_edits([Edit(span=Span(start=start, end=start + len(old)), text=new)])


@pytest.mark.parametrize("content", [BOLD_WAS, inserted("Trade grew fast")])
def test_no_two_marks_have_one_number(content: str) -> None:
    after = changed(docx(paragraph(content)), "grew", "fell")
    root = etree.fromstring(members(after.data)["word/document.xml"])
    numbers = [mark.get(f"{W}id") for mark in root.iter() if mark.get(f"{W}author")]
    assert len(numbers) == len(set(numbers)) > 3


def test_blanks_around_texts_do_not_begin_to_count() -> None:
    after = changed(docx(PRETTY), "grew", "fell")
    assert after.document.text == "Trade fell fast"
    root = etree.fromstring(members(after.data)["word/document.xml"])
    assert [t.text for t in root.iter(f"{W}t", f"{W}delText")] == [
        "Trade ",
        "grew",
        "fell",
        " fast",
    ]


def commented(data: bytes) -> dict[str, bytes]:
    remarks = [Remark(Span(start=0, end=5), "Why?")]
    return members(annotate(WordFile(data, "a.docx"), remarks, UNDATED))


def test_comments_in_a_file_without_relations() -> None:
    files = members(docx(paragraph("Trade grew")))
    del files["word/_rels/document.xml.rels"]
    made = commented(packed(files))
    assert b'Target="comments.xml"' in made["word/_rels/document.xml.rels"]
    assert b'PartName="/word/comments.xml"' in made["[Content_Types].xml"]


def test_comments_in_a_file_of_the_strict_form() -> None:
    usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    files = members(docx(paragraph("Trade grew")))
    made = commented(packed({n: data.replace(usual, strict) for n, data in files.items()}))
    assert strict in made["word/comments.xml"]
    assert usual not in made["word/comments.xml"]


def test_damaged_members_that_nobody_reads_stay() -> None:
    files = members(docx(paragraph("Trade grew fast"))) | {"word/media/a.png": b"PICTURE"}
    with zipfile.ZipFile(out := io.BytesIO(), "w", zipfile.ZIP_STORED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    broken = out.getvalue().replace(b"PICTURE", b"PICTUR!")
    assert b"PICTUR!" in changed(broken, "grew", "fell").data


class Stream(io.BytesIO):
    """Cannot go back, as a pipe: sizes then stand behind the members."""

    def seekable(self) -> bool:
        return False

    def tell(self) -> int:
        raise OSError

    def seek(self, *_: int) -> int:
        raise OSError


def test_a_streamed_archive_is_repacked() -> None:
    with zipfile.ZipFile(out := Stream(), "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", "one " * 99)
        archive.writestr("b.txt", "two")
    data = repacked(out.getvalue(), {"b.txt": b"three", "c.txt": b"four"})
    assert zipfile.ZipFile(io.BytesIO(data)).testzip() is None
    assert members(data) == {"a.txt": b"one " * 99, "b.txt": b"three", "c.txt": b"four"}

"""Tracked changes and comments in Word drafts, which Word and their author can take back."""

import datetime
import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from citecheck.errors import UnwritableEdit
from citecheck.fixing import FileDraft
from citecheck.fixing.edits import edited
from citecheck.fixing.remark import Remark
from citecheck.fixing.stamp import Stamp
from citecheck.fixing.word_comments import annotate
from citecheck.fixing.word_file import WordFile
from citecheck.model import Edit, Span
from citecheck.readers import read_text
from tests.readers.word import docx, inserted, note, notes, paragraph, run

STAMP = Stamp("citecheck", datetime.datetime(2024, 5, 6, 7, 8, 9, tzinfo=datetime.UTC))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BODY = (
    paragraph("Trade ", run("grew ", "<w:i/>"), run("(Han"), run("sen, 2019)", "<w:b/>"), "."),
    paragraph("Prices", "<w:r><w:tab/><w:t>rose</w:t><w:br/><w:t>twice</w:t></w:r>", note(2), "."),
    paragraph(inserted("A colleague wrote this (Brandt, 2020)"), " and more."),
)
DRAFT = docx(
    *BODY, members={"footnotes": notes({2: paragraph("See ", run("Olsen, 2018", "<w:i/>"))})}
)


def draft(data: bytes = DRAFT) -> FileDraft:
    return FileDraft.read(data, "a.docx", "docx", STAMP)


def opened(data: bytes) -> WordFile:
    return WordFile(data, "a.docx")


def edit(text: str, old: str, new: str) -> Edit:
    start = text.index(old)
    return Edit(span=Span(start=start, end=start + len(old)), text=new)


def member(data: bytes, name: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(name))


def rejected(data: bytes) -> bytes:
    """The draft with every change by citecheck rejected."""
    before = zipfile.ZipFile(io.BytesIO(data))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            if name in ("word/document.xml", "word/footnotes.xml"):
                root = etree.fromstring(content)
                for mark in list(root.iter(f"{W}ins", f"{W}del")):
                    parent = mark.getparent()
                    if mark.get(f"{W}author") != "citecheck" or parent is None:
                        continue
                    index = parent.index(mark)
                    kept = list(mark) if mark.tag == f"{W}del" else []
                    parent[index : index + 1] = kept
                for text in root.iter(f"{W}delText"):
                    text.tag = f"{W}t"
                content = etree.tostring(root)
            after.writestr(name, content)
    return out.getvalue()


def test_a_change_is_tracked() -> None:
    before = draft()
    after = before.with_edits([edit(before.document.text, "Hansen", "Hanson")])
    assert after.document.text == before.document.text.replace("Hansen", "Hanson")
    root = member(after.data)
    deletions = list(root.iter(f"{W}del"))
    marks = [m for m in root.iter(f"{W}ins") if m.get(f"{W}author") == "citecheck"]
    assert [text.text for text in root.iter(f"{W}delText")] == ["Han", "sen"]
    assert [text.text for mark in marks for text in mark.iter(f"{W}t")] == ["Hanson"]
    assert {m.get(f"{W}date") for m in (*deletions, *marks)} == {"2024-05-06T07:08:09Z"}
    assert len({m.get(f"{W}id") for m in root.iter(f"{W}ins", f"{W}del")}) == 4


def test_the_formatting_is_kept() -> None:
    before = draft()
    after = before.with_edits([edit(before.document.text, "2019", "2020")])
    (mark,) = (m for m in member(after.data).iter(f"{W}ins") if m.get(f"{W}author") == "citecheck")
    assert mark.find(f"{W}r/{W}rPr/{W}b") is not None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("grew (Hansen, 2019)", "fell"),
        ("rose\ntwice", "sank"),
        ("\trose", " fell"),
        ("2020", "2021"),
        ("(Brandt", "(Ida Brandt"),
        ("Olsen", "Ohlsen"),
    ],
)
def test_changes_across_runs_notes_and_others_changes(old: str, new: str) -> None:
    before = draft()
    after = before.with_edits([edit(before.document.text, old, new)])
    assert after.document.text == before.document.text.replace(old, new)
    assert read_text(rejected(after.data), name="a", format="docx").text == before.document.text


@pytest.mark.parametrize("old", ["rose\ntwice[^1].", ".\n\nPrices"])
def test_what_no_change_can_be_made_of(old: str) -> None:
    before = draft()
    assert old in before.document.text
    with pytest.raises(UnwritableEdit):
        before.with_edits([edit(before.document.text, old, "x")])


WORDS = (
    "Hansen",
    "grew",
    "2019",
    "Prices",
    "rose",
    "twice",
    "colleague",
    "Brandt",
    "more",
    "Olsen",
)


@given(st.dictionaries(st.sampled_from(WORDS), st.sampled_from(("x", "two words")), min_size=1))
@settings(max_examples=40, deadline=None)
def test_any_changes_can_be_taken_back(changes: dict[str, str]) -> None:
    before = draft()
    text = before.document.text
    edits = [edit(text, old, new) for old, new in changes.items()]
    after = before.with_edits(edits)
    assert after.document.text == edited(text, edits)
    assert read_text(rejected(after.data), name="a", format="docx").text == text


@given(st.integers(0, 300), st.integers(0, 40))
@settings(max_examples=60, deadline=None)
def test_insertions_anywhere(start: int, length: int) -> None:
    before = draft()
    text = before.document.text
    start = min(start, len(text))
    span = Span(start=start, end=min(start + length, len(text)))
    try:
        after = before.with_edits([Edit(span=span, text="new")])
    except UnwritableEdit:
        return
    assert after.document.text == edited(text, [Edit(span=span, text="new")])


def test_other_members_stay() -> None:
    before = zipfile.ZipFile(io.BytesIO(DRAFT))
    text = draft().document.text
    after = zipfile.ZipFile(io.BytesIO(draft().with_edits([edit(text, "grew", "fell")]).data))
    assert before.namelist() == after.namelist()
    for name in before.namelist():
        if name != "word/document.xml":
            assert before.read(name) == after.read(name)


def remarks(text: str, *words: str) -> list[Remark]:
    return [Remark(edit(text, word, "").span, f"About {word}?\n(Rule)") for word in words]


def commented(data: bytes) -> dict[str, str]:
    """The words between the marks of each comment, with the first line of the comment."""
    found = {}
    for comment in member(data, "word/comments.xml"):
        number = comment.get(f"{W}id")
        said = "".join(map(str, next(comment.iter(f"{W}p")).itertext()))
        words, is_inside = "", False
        for element in member(data).iter():
            if element.get(f"{W}id") == number and "commentRange" in str(element.tag):
                is_inside = str(element.tag).endswith("Start")
            elif is_inside and element.tag == f"{W}t":
                words += element.text or ""
            elif is_inside and element.tag == f"{W}footnoteReference":
                words += "[^1]"
        found[said] = words
    return found


def test_comments_stand_at_the_words() -> None:
    document = draft().document
    words = ("Hansen, 2019", "2019", "Brandt", "rose", "Olsen, 2018")
    data = annotate(opened(DRAFT), remarks(document.text, *words), STAMP)
    expected = {f"About {word}?": word for word in words[:-1]}
    assert commented(data) == expected | {"About Olsen, 2018?": "[^1]"}
    assert read_text(data, name="a", format="docx").text == document.text


def test_comments_are_not_made_twice() -> None:
    document = draft().document
    once = annotate(opened(DRAFT), remarks(document.text, "Hansen", "rose"), STAMP)
    assert annotate(opened(once), remarks(document.text, "Hansen", "rose"), STAMP) == once
    again = annotate(opened(once), remarks(document.text, "twice"), STAMP)
    assert commented(again) == {"About twice?": "twice"}


def test_others_comments_stay() -> None:
    document = draft().document
    once = annotate(opened(DRAFT), remarks(document.text, "Hansen"), STAMP._replace(author="Ida"))
    both = annotate(opened(once), remarks(document.text, "rose"), STAMP)
    assert commented(both) == {"About Hansen?": "Hansen", "About rose?": "rose"}


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_opens_it(tmp_path: Path) -> None:
    before = draft()
    after = before.with_edits([edit(before.document.text, "Hansen", "Jansen")])
    data = annotate(opened(after.data), remarks(after.document.text, "Brandt", "Olsen"), STAMP)
    (tmp_path / "a.docx").write_bytes(data)
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    command = ["soffice", home, "--headless", "--convert-to", "txt:Text", "a.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    text = (tmp_path / "a.txt").read_text(encoding="utf-8-sig")
    assert "Jansen, 2019" in text

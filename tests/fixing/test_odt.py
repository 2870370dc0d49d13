"""Tracked changes and comments in OpenDocument drafts."""

import datetime
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from citecheck.errors import UnwritableEdit
from citecheck.fixing import FileDraft
from citecheck.fixing.edits import edited
from citecheck.fixing.odt_comments import annotate
from citecheck.fixing.odt_file import OdtFile
from citecheck.fixing.remark import Remark
from citecheck.fixing.stamp import Stamp
from citecheck.model import Edit, Span
from citecheck.readers import read_text

NS = "urn:oasis:names:tc:opendocument:xmlns:"
T, OF = f"{{{NS}text:1.0}}", f"{{{NS}office:1.0}}"
STAMP = Stamp("citecheck", datetime.datetime(2024, 5, 6, 7, 8, 9, tzinfo=datetime.UTC))
DRAFT = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="{NS}office:1.0" xmlns:text="{NS}text:1.0"
 xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"
 office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>
<text:p>Trade <text:span text:style-name="I">grew</text:span> (Han<text:span>sen, 2019</text:span
>).</text:p>
<text:p>Prices<text:tab/>rose<text:line-break/>twice<text:note text:note-class="footnote">
<text:note-citation>1</text:note-citation><text:note-body><text:p>See Olsen, 2018.</text:p>
</text:note-body></text:note>, said <text:a>Brandt</text:a> later.</text:p>
</office:text></office:body></office:document>""".encode()


def draft(data: bytes = DRAFT) -> FileDraft:
    return FileDraft.read(data, "a.fodt", "odt", STAMP)


def opened(data: bytes) -> OdtFile:
    return OdtFile(data, "a.fodt")


def edit(text: str, old: str, new: str) -> Edit:
    start = text.index(old)
    return Edit(span=Span(start=start, end=start + len(old)), text=new)


def rejected(data: bytes) -> bytes:
    """The draft with every tracked change rejected."""
    root = etree.fromstring(data)
    old = {
        region.get(f"{T}id"): "".join(map(str, deletion.itertext(f"{T}p")))
        for region in root.iter(f"{T}changed-region")
        for deletion in region.iter(f"{T}deletion")
    }
    for mark in list(root.iter(f"{T}change", f"{T}change-start", f"{T}change-end")):
        parent, before = mark.getparent(), mark.getprevious()
        assert parent is not None
        kept = old.get(mark.get(f"{T}change-id"), "") if mark.tag == f"{T}change" else ""
        kept += "" if mark.tag == f"{T}change-start" else mark.tail or ""
        if before is not None:
            before.tail = (before.tail or "") + kept
        else:
            parent.text = (parent.text or "") + kept
        mark.tail = None
        parent.remove(mark)
    return etree.tostring(root)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Hansen", "Jansen"),
        ("grew (Hansen, 2019)", "fell"),
        ("grew", "grew fast"),
        ("2019", ""),
        ("rose", "sank"),
        ("Olsen", "Ohlsen"),
        ("Brandt later", "Brand"),
    ],
)
def test_changes_can_be_taken_back(old: str, new: str) -> None:
    before = draft()
    after = before.with_edits([edit(before.document.text, old, new)])
    assert after.document.text == before.document.text.replace(old, new)
    assert read_text(rejected(after.data), name="a", format="odt").text == before.document.text


@pytest.mark.parametrize("old", ["rose\ntwice", "twice[^1]", ".\n\nPrices"])
def test_what_no_change_can_be_made_of(old: str) -> None:
    before = draft()
    assert old in before.document.text
    with pytest.raises(UnwritableEdit):
        before.with_edits([edit(before.document.text, old, "x")])


@given(st.integers(0, 90), st.integers(0, 20))
@settings(max_examples=60, deadline=None)
def test_changes_anywhere(start: int, length: int) -> None:
    before = draft()
    text = before.document.text
    start = min(start, len(text))
    one = Edit(span=Span(start=start, end=min(start + length, len(text))), text="new")
    try:
        after = before.with_edits([one])
    except UnwritableEdit:
        return
    assert after.document.text == edited(text, [one])


@pytest.mark.parametrize(
    ("old", "new", "deleted", "left"),
    [
        (" (Hansen", "", '<text:p><text:s text:c="1"/>(Hansen</text:p>', ""),
        ("Hansen", " so", "", '(<text:change text:change-id="cc1"/>'),
        ("Hansen", "a  b", "", 'a <text:s text:c="1"/>b'),
        ("See", "", "<text:p>See</text:p>", "<text:s/>Olsen"),
    ],
)
def test_blanks_that_would_not_count(old: str, new: str, deleted: str, left: str) -> None:
    before = draft()
    text = before.document.text
    start = text.index(old)
    after = before.with_edits([Edit(span=Span(start=start, end=start + len(old)), text=new)])
    assert deleted in after.data.decode()
    assert left in after.data.decode()


def remarks(text: str, *words: str) -> list[Remark]:
    return [Remark(edit(text, word, "").span, f"About {word}?\n(Rule)") for word in words]


def commented(data: bytes) -> dict[str, str]:
    """The words between each comment and its end, by the comment's first line."""
    root = etree.fromstring(data)
    found = {}
    for comment in root.iter(f"{OF}annotation"):
        name, words, is_inside = comment.get(f"{OF}name"), "", False
        for event, element in etree.iterwalk(root, ("start", "end")):
            if element is comment and event == "end":
                is_inside = True
            elif element.tag == f"{OF}annotation-end" and element.get(f"{OF}name") == name:
                is_inside = False
            elif is_inside and event == "start":
                inner = any(a.tag == f"{OF}annotation" for a in (element, *element.iterancestors()))
                words += "" if inner else element.text or ""
            inner = any(a.tag == f"{OF}annotation" for a in element.iterancestors())
            if is_inside and event == "end" and not inner:
                words += element.tail or ""
        found[str(comment.findtext(f"{T}p"))] = words
    return found


def test_comments_stand_at_the_words() -> None:
    document = draft().document
    words = ("grew", "Hansen, 2019", "2019", "rose", "Brandt")
    data = annotate(opened(DRAFT), remarks(document.text, *words), STAMP)
    assert commented(data) == {f"About {word}?": word for word in words}
    assert read_text(data, name="a", format="odt").text == document.text


def test_comments_are_replaced_not_doubled() -> None:
    document = draft().document
    once = annotate(opened(DRAFT), remarks(document.text, "grew", "rose"), STAMP)
    assert annotate(opened(once), remarks(document.text, "grew", "rose"), STAMP) == once
    again = annotate(opened(once), remarks(document.text, "Olsen"), STAMP)
    assert list(commented(again)) == ["About Olsen?"]
    assert read_text(again, name="a", format="odt").text == document.text


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_opens_it(tmp_path: Path) -> None:
    before = draft()
    after = before.with_edits([edit(before.document.text, "Hansen", "Jansen")])
    data = annotate(opened(after.data), remarks(after.document.text, "Olsen"), STAMP)
    (tmp_path / "a.fodt").write_bytes(data)
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    command = ["soffice", home, "--headless", "--convert-to", "docx", "a.fodt"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    made = FileDraft.read((tmp_path / "a.docx").read_bytes(), "a.docx", "docx")
    assert "(Jansen, 2019)" in made.document.text

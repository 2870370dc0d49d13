"""A file that stays open between fixes gives what the file written and opened anew gives."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from citecheck.errors import UnwritableEdit
from citecheck.fixing import FileDraft
from citecheck.fixing.docx import TrackedWord
from citecheck.fixing.edits import edited
from citecheck.fixing.remark import Remark
from citecheck.fixing.word_comments import annotate
from citecheck.model import Edit, Span
from citecheck.readers import read_text
from tests.fixing import test_odt, test_word
from tests.readers.word import docx, paragraph, run

DRAFTS = [test_word.DRAFT, test_odt.DRAFT]
KINDS = ["docx", "odt"]
SOFT = docx(
    paragraph(
        "<w:r><w:t>  Soft hy\xadphens in a long\xader line </w:t></w:r>", run("end", "<w:b/>")
    )
)


def reopened(draft: FileDraft) -> FileDraft:
    return FileDraft.read(draft.data, draft.document.path, draft.kind, draft.stamp)


def content(draft: FileDraft) -> bytes:
    """What the file says; an empty element may be written in two ways."""
    is_packed = draft.kind == "docx"
    root = test_word.member(draft.data) if is_packed else etree.fromstring(draft.data)
    return etree.tostring(root, method="c14n")


def edit_in(draft: FileDraft, start: int, length: int) -> Edit:
    start = min(start, len(draft.document.text))
    end = min(start + length, len(draft.document.text))
    return Edit(span=Span(start=start, end=end), text="new words")


@given(
    st.sampled_from([0, 1]),
    st.lists(st.tuples(st.integers(0, 110), st.integers(0, 15)), min_size=2, max_size=3),
)
@settings(max_examples=60, deadline=None)
def test_edits_one_after_another(which: int, places: list[tuple[int, int]]) -> None:
    draft = FileDraft.read(DRAFTS[which], "a", KINDS[which])
    for place in places:
        try:
            after = draft.with_edits([edit_in(draft, *place)])
        except UnwritableEdit:
            continue
        assert after.document == reopened(after).document
        assert content(after) == content(reopened(draft).with_edits([edit_in(draft, *place)]))
        draft = after


@pytest.mark.parametrize("which", [0, 1], ids=KINDS)
def test_one_draft_can_be_edited_in_two_ways(which: int) -> None:
    draft = FileDraft.read(DRAFTS[which], "a", KINDS[which])
    for edit in (edit_in(draft, 0, 5), edit_in(draft, 6, 4)):
        after = draft.with_edits([edit])
        assert after.document.text == edited(draft.document.text, [edit])


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 12)), min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_comments_part_runs_where_they_begin_and_end(places: list[tuple[int, int]]) -> None:
    text = TrackedWord(SOFT, None).document.text
    spans = [Span(start=start, end=start + length) for start, length in places]
    remarks = [Remark(span, f"Number {number}") for number, span in enumerate(spans)]
    data = annotate(TrackedWord(SOFT, None), remarks, test_word.STAMP)
    assert read_text(data, name=None, format="docx").text == text
    words = {remark.text: remark.span.of(text) for remark in remarks}
    assert {said: shown.replace("\xad", "") for said, shown in commented(data).items()} == words


def commented(data: bytes) -> dict[str, str]:
    return test_word.commented(data) if b"comments.xml" in data else {}

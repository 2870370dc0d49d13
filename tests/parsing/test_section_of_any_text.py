"""Looking for lists in any text: never an error, and no more work than the text is long."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.model import Document
from citecheck.parsing import find_sections
from tests.parsing.lists import BODY, ENTRIES, LIST, sections

PIECES = st.sampled_from(
    [
        *ENTRIES,
        BODY,
        "References",
        "Books",
        "Notes",
        "Appendix",
        "# Title",
        "**Bold**",
        "1. ",
        "[1] ",
        "[^1]: x",
        "———. ",
        "- ",
        "\n",
        "\n\n",
        "\r\n",
        "\f",
        "\t",
        "    ",
        "12",
        "=====",
        "\u200b",
        "(((",
        "Photo: x",
        "2001",
        "http://a.b/c",
        "A",
        "\ud800",
        "\\bibitem{a} ",
        "参考文献",
    ]
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=20)), max_size=30).map("".join))
def test_any_text(text: str) -> None:
    previous = 0
    for section in sections(text):
        assert section.entries
        assert section.span.start >= previous
        spans = sorted((*section.entries, *section.strays), key=lambda span: span.start)
        for span in spans:
            assert previous <= span.start < span.end <= len(text)
            assert span.of(text) == span.of(text).strip()
            previous = span.end
        assert section.span.end == section.entries[-1].end


def calls(text: str) -> int:
    """How many functions are called to find the lists of *text*."""
    count = 0

    def counting(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    document = Document(text=text)
    sys.setprofile(counting)
    try:
        find_sections(document)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "piece",
    [
        f"{BODY}\n\nReferences\n\n{LIST}\n\n",
        f"References\n\n{LIST}\n",
        f"{LIST}\n",
        f"{BODY}\n\n",
        "References\n\n",
        "Books\n\n",
        "Books\n\nA. Berg, The sea, 2001.\n\n",
        "# Sea\n\n",
        "CAPITALS\n\n",
        "1. Berg, A. 2001.\n\n",
        "[1] see Berg 2001\n\n[2] ibid. 2002\n\n",
        "12\n\n",
        "(" * 50,
        "Berg, A. 2001. The sea and\n",
        "and so on, of\n",
        "References\n=====\n",
        "———. 2001.\n",
    ],
)
def test_work_grows_with_the_text(piece: str) -> None:
    find_sections(Document(text=piece))  # so that tables are built
    short = "References\n\n" + piece * 20
    assert calls(short + piece * 180) <= 12 * calls(short)

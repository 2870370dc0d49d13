"""The line around a place, and the marks under it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.model import Document, Span
from citecheck.reports.cells import cut, visible, width, wrapped
from citecheck.reports.excerpt import excerpt
from tests.reports.building import FINDING, rendered, report, span


def shown(text: str, marked: str, columns: int) -> tuple[str, str]:
    """The excerpt of *text* around *marked*, and the marks as they would stand under it."""
    found = excerpt(Document(text=text), span(marked, text), columns)
    return found.text, " " * found.indent + "^" * found.marked


LONG = "word " * 2_000 + "(Roe, 2001) " + "next " * 2_000


@pytest.mark.parametrize(
    ("text", "marked", "columns", "line", "marks"),
    [
        ("say (Roe, 2001).", "Roe, 2001", 40, "say (Roe, 2001).", "     ^^^^^^^^^"),
        ("a\n\tb (Roe)\nc", "Roe", 40, "    b (Roe)", "       ^^^"),
        ("王伟认为 (王, 2001)", "王, 2001", 40, "王伟认为 (王, 2001)", "          ^^^^^^^^"),
        ("Ande\u0301 (Mu\u0308ller)", "Mu\u0308ller", 40, "Ande\u0301 (Mu\u0308ller)",
         "      ^^^^^^"),
        ("a\x1bb (Roe)", "Roe", 40, "a␛b (Roe)", "     ^^^"),
        (LONG, "Roe, 2001", 50, "…word word word word (Roe, 2001) next next next…",
         "                      ^^^^^^^^^"),
        ("(Roe, 2001) " + "next " * 50, "Roe, 2001", 30, "(Roe, 2001) next next next…",
         " ^^^^^^^^^"),
        ("word " * 50 + "(Roe, 2001)", "Roe, 2001", 30, "…word word word (Roe, 2001)",
         "                 ^^^^^^^^^"),
        ("x" * 100 + "(Roe)" + "y" * 100, "Roe", 21, "…xxxxxxxx(Roe)yyyyyy…", "          ^^^"),
        ("ab " + "y" * 100, "y" * 100, 20, "…" + "y" * 18 + "…", " " + "^" * 18),
        ("王" * 100, "王" * 60, 20, "王" * 9 + "…", "^" * 18),
    ],
)  # fmt: skip
def test_excerpt(text: str, marked: str, columns: int, line: str, marks: str) -> None:
    assert shown(text, marked, columns) == (line, marks)


def test_place_over_several_lines() -> None:
    text = "one two\nthree\nfour"
    lines = FINDING.model_copy(update={"span": span("two\nthree\nf", text), "related": ()})
    said = rendered([report(lines, text=text)], "text")
    assert "   1 | one two\n     |     ^^^ and 2 more lines\n" in said


def test_place_at_the_end_of_the_text() -> None:
    found = excerpt(Document(text="abc\n"), Span(start=4, end=4), 40)
    assert (found.text, found.indent, found.marked) == ("", 0, 1)


@given(st.text(), st.integers(0, 50), st.integers(0, 50), st.integers(5, 60))
def test_any_excerpt_fits(text: str, start: int, length: int, columns: int) -> None:
    begin = min(start, len(text))
    place = Span(start=begin, end=min(begin + length, len(text)))
    found = excerpt(Document(text=text), place, columns)
    assert width(found.text) <= columns
    assert found.indent + found.marked <= columns
    assert "\n" not in found.text


@pytest.mark.parametrize(
    ("text", "columns", "expected"),
    [("short", 5, "short"), ("longer text", 8, "longer…"), ("王王王王", 6, "王王…"),
     ("a" * 1_000_000, 5, "aaaa…"), ("a\nb", 5, "a⏎b")],
)  # fmt: skip
def test_cut(text: str, columns: int, expected: str) -> None:
    assert cut(text, columns) == expected


def test_wrapped() -> None:
    assert wrapped("one two three", 9, "  ") == ["  one two", "  three"]
    assert wrapped("", 9, "  ") == ["  "]
    assert wrapped("unbreakable", 5, "") == ["unbreakable"]


@given(st.text())
def test_visible_is_one_printable_line(text: str) -> None:
    said = visible(text)
    assert len(said.splitlines()) <= 1
    assert not any(char < " " or "\x7f" <= char < "\xa0" for char in said)

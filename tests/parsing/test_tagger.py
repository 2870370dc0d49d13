"""The trained tagger on invented references, and its parts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citecheck.parsing.inputs import read_input
from citecheck.parsing.tagger import tag
from citecheck.parsing.words import read_gap, shape_of

JOURNAL = (
    "Lindqvist, A. B., & Okafor, C. (2011). Tidal memory in coastal towns. "
    "Journal of Coastal Studies, 12(3), 45–67. https://doi.org/10.1234/jcs.2011.045"
)
CHAPTER = (
    "Horvat, Ana. “Bread and Borders.” In Food on the Move, edited by Jan van der Berg, 33–58. "
    "Chicago: University of Chicago Press, 1998."
)
VANCOUVER = (
    "7. Tamm K, Silva J. Sleep after night shifts. J Sleep Res. 2004;13(2):101-9. doi: 10.1000/x1"
)
RUSSIAN = "Орлова Т. К. История северных городов. – Москва: Наука, 1987. – 312 с."


def pieces(text: str) -> dict[str, list[str]]:
    """The tagged pieces of *text* by label."""
    found: dict[str, list[str]] = {}
    for field in tag(text):
        found.setdefault(field.label, []).append(text[field.start : field.end])
    return found


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        (JOURNAL, "author", "Lindqvist, A. B., & Okafor, C"),
        (JOURNAL, "date", "2011"),
        (JOURNAL, "title", "Tidal memory in coastal towns"),
        (JOURNAL, "container", "Journal of Coastal Studies"),
        (JOURNAL, "volume", "12"),
        (JOURNAL, "issue", "3"),
        (JOURNAL, "pages", "45–67"),
        (CHAPTER, "title", "Bread and Borders"),
        (CHAPTER, "publisher", "University of Chicago Press"),
        (CHAPTER, "location", "Chicago"),
        (CHAPTER, "date", "1998"),
        (VANCOUVER, "author", "Tamm K, Silva J"),
        (VANCOUVER, "container", "J Sleep Res"),
        (RUSSIAN, "location", "Москва"),
        (RUSSIAN, "publisher", "Наука"),
    ],
)
def test_reads_common_styles(text: str, label: str, expected: str) -> None:
    assert pieces(text)[label] == [expected]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_tagged_in_order(text: str) -> None:
    fields = tag(text)
    edges = [edge for field in fields for edge in (field.start, field.end)]
    assert edges == sorted(edges)
    assert all(0 <= field.start < field.end <= len(text) for field in fields)
    assert all(0.0 <= field.confidence <= 1.0 for field in fields)


@pytest.mark.parametrize("text", ["", " ", ".", "\u200f\u202e", "\x00\x01", "\ud800"])
def test_nothing_to_read(text: str) -> None:
    assert tag(text) == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("D53 (2001)", ["D", "53", "2001"]),
        ("see https://example.org/a_(b).", ["see", "https://example.org/a_(b)"]),
        ("(http://example.org/a).", ["http://example.org/a"]),
        ("doi:10.1000/abc.5.", ["doi", "10.1000/abc.5"]),
        ("doi :10.1000/abc.URL https: //x.org/1", ["doi", "10.1000/abc", "https: //x.org/1"]),
        ("e\u0301tude", ["e\u0301tude"]),
        ("雜誌2012", ["雜誌", "2012"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert [text[start:end] for start, end in read_input(text).spans] == words


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("2001", "Y"), ("3001", "d4"), ("12", "d2"), ("J", "X"), ("UNESCO", "XXX"), ("Oslo", "Xx"),
        ("of", "xx"), ("McRae", "xX"), ("www.example.org", "URL"), ("10.1000/x", "DOI"),
        ("中", "cjk"),
    ],
)  # fmt: skip
def test_shapes(word: str, shape: str) -> None:
    assert shape_of(word) == shape


def test_gaps_make_quotes_and_dashes_alike() -> None:
    assert read_gap(".” ").text == '."_'
    assert read_gap(" – ").core == "-"
    assert read_gap(" „").opens == 1

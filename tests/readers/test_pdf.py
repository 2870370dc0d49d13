"""PDF files: lines into paragraphs again."""

import sys

import pytest

from citecheck.errors import UnreadableInput
from citecheck.model import Document
from citecheck.readers import read_text
from citecheck.readers.pdf_joining import is_between, joint
from tests.readers.pages import Shown, column, pdf

FULL = "These words make a line that is quite full"
ENDS = "and here it ends."


def read(*pages: list[Shown], links: tuple[str, ...] = ()) -> Document:
    """The PDF of *pages*, read."""
    return read_text(pdf(*pages, links=links), name="draft.pdf", format="pdf")


def test_paragraphs_by_short_lines_and_gaps() -> None:
    document = read(column(50, 700, [FULL, FULL, ENDS, FULL, ENDS, "", FULL]))
    whole = f"{FULL} {FULL} {ENDS}"
    assert document.text == f"{whole}\n\n{FULL} {ENDS}\n\n{FULL}"


def test_paragraphs_by_indents() -> None:
    lines = [f">{FULL}", FULL, FULL, FULL, f">{FULL}", FULL, FULL, FULL]
    document = read(column(50, 700, lines))
    assert document.text == "\n\n".join([" ".join([FULL] * 4)] * 2)


def test_entries_by_hanging_indents() -> None:
    entry = ["Roe, Jane. Tides of the northern harbour.", ">Hull: Humber Press, in the year 2001",
             ">and some more"]  # fmt: skip
    document = read(column(50, 700, entry * 4))
    whole = "Roe, Jane. Tides of the northern harbour. Hull: Humber Press, in the year 2001"
    assert document.text.split("\n\n") == [f"{whole} and some more"] * 4


def test_columns_in_order_and_text_across_them() -> None:
    left = [f"left {n} has some words in it too" for n in range(8)]
    right = [f"right {n} has some words in it too" for n in range(8)]
    page = [
        Shown(50, 740, "A title that goes across both columns of the page, wide as it is", 16),
        *(line for pair in zip(column(50, 700, left), column(310, 700, right), strict=True)
          for line in pair),
    ]  # fmt: skip
    text = read(page).text
    assert text.startswith("A title")
    assert text.index("left 7") < text.index("right 0")
    assert " ".join(left) in text


def word(number: int) -> str:
    """A word for each number."""
    return "".join("bcdfghklmn"[int(digit)] + "a" for digit in str(number))


def test_heads_feet_and_line_numbers_go() -> None:
    def page(number: int) -> list[Shown]:
        lines = [f"{word(10 * number + n)} and {FULL}" for n in range(10)]
        numbers = [str(5 * n) for n in range(1, 11)]
        return [Shown(50, 780, "On tides"), Shown(300, 20, str(number)),
                *column(50, 700, lines), *column(20, 700, numbers)]  # fmt: skip

    text = read(*(page(number) for number in (1, 2, 3))).text
    assert "On tides" not in text
    assert text.split() == [
        w
        for page in (1, 2, 3)
        for n in range(10)
        for w in f"{word(10 * page + n)} and {FULL}".split()
    ]


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("one", "two", " "),
        ("tidal cur-", "rents are", None),
        ("a co-", "author", ""),
        ("the Roe-", "Doe rule", ""),
        ("pages 12-", "19", ""),
        ("a well-known-", "able", None),
        ("a re-", "read text", ""),
        ("this –", "that", " "),
        ("https://example.org/a/", "b/c.html", ""),
        ("https://example.org/a-", "b", ""),
        ("https://example.org/abc", "def/ghi. Next", ""),
        ("https://example.org/a/", "Roe, Jane", " "),
        ("https://example.org/a.", "Roe", " "),
        ("https://example.org/lo", "ng", ""),
    ],
)  # fmt: skip
def test_joints(above: str, below: str, joined: str | None) -> None:
    targets = frozenset({"https://example.org/long"})
    assert joint(above, below, frozenset({"re-read"}), targets) == joined


@pytest.mark.parametrize(
    ("above", "line", "below", "expected"),
    [
        ("Doe, J.", "Roe, J.", "Smith, A.", True),
        ("Doe, J.", "Journal of Tides 5,", "Eve, J.", False),
        ("Roe, J.", "Hull: Humber Press.", "", False),
        ("Roe, J.", "Zogg, B.", "", True),
        ("[9] Roe", "[10] Doe", "[11] Abel", True),
        ("9. Roe", "12. Doe", "", False),
        ("9. Roe", "Zogg, B.", "", False),
    ],
)
def test_order_tells_entries(above: str, line: str, below: str, expected: bool) -> None:
    assert is_between(above, line, below) is expected


def test_hyphens_and_addresses() -> None:
    document = read(
        column(
            50, 700, ["The tidal cur-", "rent and its co-", "author at https://x.org/lo", "ng."]
        ),
        links=("https://x.org/long",),
    )
    assert document.text == "The tidal current and its co-author at https://x.org/long."


def test_superscripts_and_footnotes() -> None:
    page = [
        *column(50, 700, [FULL + " here", FULL + " and on"]),
        Shown(50, 676, "Said it"), Shown(78, 680, "1", 6), Shown(90, 676, "and again"),
        Shown(134, 680, "7", 6),
        Shown(50, 60, "1", 6), Shown(56, 57, "See Roe 2001.", 8),
    ]  # fmt: skip
    document = read(page)
    assert document.text.endswith("Said it[^1] and again⁷\n\n[^1]: See Roe 2001.")
    [note] = document.notes
    assert note.anchor.of(document.text) == "[^1]"
    place = document.part(note.span.start)
    assert place is not None
    assert place[0] == "page 1, footnote 1"


def test_places_are_lines_of_pages() -> None:
    document = read(column(50, 700, [FULL, ENDS]), column(50, 700, ["Second page"]))
    place = document.part(document.text.index("here it ends"))
    assert place is not None
    assert (place[0], place[1].column) == ("page 1, line 2", 5)
    place = document.part(document.text.index("Second"))
    assert place is not None
    assert place[0] == "page 2, line 1"


def test_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    encrypted = "/Encrypt<</Filter/Standard/V 1/R 2/P -4/O({0})/U({0})>>/ID[(a)(a)]".format(
        "x" * 32
    )
    data = pdf(column(50, 700, ["Text"]), trailer=encrypted)
    with pytest.raises(UnreadableInput, match="protected by a password"):
        read_text(data, name="a.pdf", format="pdf")
    with pytest.raises(UnreadableInput, match="a scan must be recognised first"):
        read_text(pdf([]), name="a.pdf", format="pdf")
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(UnreadableInput, match=r"install it with: pip install .*\[pdf\]"):
        read_text(pdf([]), name="a.pdf", format="pdf")

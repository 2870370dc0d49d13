"""Order, letters, numbers and repeated names of a list."""

from typing import Any

import pytest

from citecheck import styles
from citecheck.bibliography.csl import from_csl
from citecheck.model import Reference
from citecheck.styles.arranging import arranged
from citecheck.styles.markup import plain, runs
from tests.styles.works import date, people


def book(name: str, title: str, year: int | None, *more: str, **given: Any) -> Reference:
    item: dict[str, Any] = {"id": title, "type": "book", "title": title, **given}
    if name:
        item["author"] = people(name, *more)
    if year:
        item["issued"] = date(year)
    return from_csl(item)


def order(references: list[Reference], style: str) -> list[str]:
    found = arranged(references, styles.load(style))
    return [
        f"{reference.id}{reference.issued.suffix if reference.issued else ''}"
        for reference in found
    ]


@pytest.mark.parametrize(
    ("references", "style", "expected"),
    [
        ([book("Roe|A", "t", 2001), book("Ärlig|A", "a", 2001), book("The Dune Club", "d", 2001)],
         "apa", ["a", "d", "t"]),
        ([book("Roe|A", "x", 2001, "Lind|B"), book("Roe|A", "y", 2009)], "apa", ["y", "x"]),
        ([book("Roe|A", "b", 2001), book("Roe|A", "a", 2001)], "apa", ["aa", "bb"]),
        ([book("Roe|A", "b", 2001), book("Roe|B", "a", 2001)], "apa", ["b", "a"]),
        ([book("Roe|A", "later", None), book("Roe|A", "old", 1990)], "apa", ["later", "old"]),
        ([book("Roe|A", "later", None), book("Roe|A", "old", 1990)], "chicago-author-date",
         ["old", "later"]),
        ([book("", "The waves", 2001), book("Sand|A", "s", 2001), book("", "A bay", 2001)], "apa",
         ["A bay", "s", "The waves"]),
        ([book("Roe|A", "b", 2001), book("Roe|A", "a", 1999)], "mla", ["a", "b"]),
        ([book("Roe|A", "b", 2001), book("Adler|A", "a", 2001)], "ieee", ["b", "a"]),
        ([book("Мин", "m", 2001), book("Zog|A", "z", 2001)], "apa", ["z", "m"]),
    ],
)  # fmt: skip
def test_order(references: list[Reference], style: str, expected: list[str]) -> None:
    assert order(references, style) == expected


def test_exact_dates_follow_the_year_alone() -> None:
    works = [
        book("Roe|A", "alpha", None, issued=date(2001, 7, 1)),
        book("Roe|A", "beta", None, issued=date(2001, 3)),
        book("Roe|A", "gamma", 2001),
    ]
    assert order(works, "apa") == ["gammaa", "betab", "alphac"]
    assert order(works, "harvard") == ["alphaa", "betab", "gammac"]


def test_letters_without_a_year() -> None:
    works = [book("Roe|A", "b", None), book("Roe|A", "a", None)]
    entries = styles.render(arranged(works, styles.load("apa")), "apa")
    assert [plain(entry)[:16] for entry in entries] == ["Roe, A. (n.d.-a)", "Roe, A. (n.d.-b)"]


def test_particles() -> None:
    berg = from_csl({"id": "berg", "type": "book", "title": "t", "issued": date(2001), "author": [
        {"family": "Berg", "given": "J.", "non-dropping-particle": "van den"}]})  # fmt: skip
    works = [berg, book("Marsh|P", "m", 2001)]
    assert order(works, "apa") == ["m", "berg"]
    assert order(works, "chicago-author-date") == ["berg", "m"]


def test_repeated_names() -> None:
    works = [book("Roe|Ann", "Alpha", 2001), book("Roe|Ann", "Beta", 2001),
             book("Roe|Ann", "Gamma", 2001, "Lind|Bo")]  # fmt: skip
    assert [plain(entry) for entry in styles.render(works, "mla")] == [
        "Roe, Ann. Alpha. 2001.", "———. Beta. 2001.", "Roe, Ann, and Bo Lind. Gamma. 2001.",
    ]  # fmt: skip


def test_numbers_follow_the_citations() -> None:
    works = [book("Adler|A", "a", 2001), book("Berg|B", "b", 2001), book("Cole|C", "c", 2001)]
    found = arranged(works, styles.load("vancouver"), {"c": 0, "a": 1})
    entries = styles.render(found, "vancouver")
    assert [plain(entry).split()[:2] for entry in entries] == [
        ["1.", "Cole"], ["2.", "Adler"], ["3.", "Berg"],
    ]  # fmt: skip


def test_links_end_before_punctuation() -> None:
    found = runs("See https://e.org/a_(b). And (https://e.org/c), \x02it https://e.org/d\x03.")
    assert [run.href for run in found if run.href] == [
        "https://e.org/a_(b)", "https://e.org/c", "https://e.org/d",
    ]  # fmt: skip
    assert "".join(run.text for run in found) == (
        "See https://e.org/a_(b). And (https://e.org/c), it https://e.org/d."
    )
    assert [run.text for run in found if run.italic] == ["it ", "https://e.org/d"]

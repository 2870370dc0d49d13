"""Dates in every granularity and in several languages, and which of them is that of publication."""

import pytest

from citecheck.parsing.dates import date_at, find_dates
from tests.parsing.entry import iso, read


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2021", "2021"), ("2021a", "2021a"), ("4 August 2021", "2021-08-04"),
        ("August 2021", "2021-08"), ("Dec., 2004", "2004-12"), ("23 JUL 2021", "2021-07-23"),
        ("March 4, 2021", "2021-03-04"), ("2021, March 4", "2021-03-04"),
        ("2021-08-04", "2021-08-04"), ("2021-08", "2021-08"), ("16.11.2020", "2020-11-16"),
        ("14/11/2019", "2019-11-14"), ("2000 Jun 12", "2000-06-12"), ("1st May 1999", "1999-05-01"),
        ("5. Februar 2024", "2024-02-05"), ("7. März 2013", "2013-03-07"),
        ("1er janvier 2020", "2020-01-01"), ("12 août 2020", "2020-08-12"),
        ("3 de mayo de 2022", "2022-05-03"), ("12 ago. 2021", "2021-08-12"),
        ("4 de março de 2020", "2020-03-04"), ("3 marzo 2020", "2020-03-03"),
        ("5. februar 2024", "2024-02-05"), ("3 maj 2022", "2022-05-03"),
        ("3 mei 2022", "2022-05-03"), ("2 апреля 1997", "1997-04-02"),
        ("3 maja 2022", "2022-05-03"), ("2021年8月4日", "2021-08-04"),
        ("18 八月, 2020", "2020-08-18"),
        ("ca. 1850", "1850"), ("n.d.", "n.d."), ("n. d.", "n. d."), ("o. J.", "o. J."),
        ("s.f.", "s.f."), ("б. г.", "б. г."), ("in press", "in press"), ("n.d.-a", "n.d.a"),
        ("forthcoming", "forthcoming"), ("im Erscheinen", "im Erscheinen"),
    ],
)  # fmt: skip
def test_one_date(text: str, date: str) -> None:
    dated = date_at(f"({text})", 1)
    assert dated
    assert iso(dated.date) == date
    assert dated.end == len(text) + 1


def test_ranges() -> None:
    dated = date_at("2019/2020", 0)
    assert dated
    assert dated.date.end
    assert (dated.date.year, dated.date.end.year) == (2019, 2020)


@pytest.mark.parametrize("text", ["pp. 31–58", "x2004", "54:655", "30003", "1.2004.3", "5 Hills"])
def test_no_date(text: str) -> None:
    assert not list(find_dates(text))


@pytest.mark.parametrize(
    ("entry", "issued"),
    [
        ("Okafor, B. (2021a, March 4). Tides.", "2021-03-04a"),
        ("Okafor, B. (n.d.). Tides.", "n.d."),
        ("Okafor, B. (in press). Tides.", "in press"),
        ("Okafor, B.: Tides of the south. Leeds: Salt (o. J.).", "o. J."),
        ("Okafor B. Tides. J Delta. 2019;12(4):301-22.", "2019"),
        ("Okafor, B. A history of 1968 and after. Leeds: Salt, 1998.", "1998"),
        ("Okafor, Bola: Tides, Berlin 1984 (Studia 21).", "1984"),
        ("Okafor, B. Tides (Salt Press 1999).", "1999"),
        ("Okafor, B. Tides. Leeds: Salt, 1995. (First published in Paris: Sel, 1965).", "1995"),
        ("Okafor, Bola, “Answers in Moscow, December 28, 2023”, WIRE.XX.", ""),
        ("Okafor, Bola, “Plans for 2024-2026”, 2024.", "2024"),
        ("Okafor, B. “Tides.” Delta Studies 56, no. 8 (Dec., 2004): 1191–1205.", "2004-12"),
    ],
)
def test_date_of_publication(entry: str, issued: str) -> None:
    assert iso(read(entry).issued) == issued


def test_first_edition() -> None:
    for entry in ("Okafor, B. (1921/1968). Tides.", "Okafor, B. (1968 [1921]). Tides."):
        reference = read(entry)
        assert (iso(reference.issued), iso(reference.original_date)) == ("1968", "1921")

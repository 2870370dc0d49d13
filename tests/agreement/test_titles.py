"""Titles of one work in many spellings, and titles of other works."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.agreement.titles import (
    AGREES,
    is_telling,
    plain_title,
    title_agrees,
    title_is_within,
    title_similarity,
)

SAME = [
    ("The slow rise of the northern tides", "The Slow Rise of the Northern Tides"),
    ("The slow rise of the northern tides", "The slow rise of the northern tides."),
    ("The slow rise of the <i>northern</i> tides", "The slow rise of the northern tides"),
    ("Trust &amp; tides in northern harbours", "Trust & tides in northern harbours"),
    ("Trust &amp;amp; tides in northern harbours", "Trust & tides in northern harbours"),
    ("Tides in H<sub>2</sub>O reservoirs of the north", "Tides in H2O reservoirs of the north"),
    ("{The} slow rise of \\emph{northern} tides", "The slow rise of northern tides"),
    ("The slow rise of northern tides: evidence from harbours", "The slow rise of northern tides"),
    ("The slow rise of northern tides", "The slow rise of northern tides – evidence from harbours"),
    ("The slow rise of northern tides?", "The slow rise of northern tides? A reply in data"),
    ("RETRACTED: The slow rise of northern tides", "The slow rise of northern tides"),
    ("Retracted article: The slow rise of northern tides", "The slow rise of northern tides"),
    ("[Retracted] The slow rise of northern tides", "The slow rise of northern tides"),
    ("The slow rise of nothern tides", "The slow rise of northern tides"),
    ("Über die Gezeiten der nördlichen Häfen", "Uber die Gezeiten der nordlichen Hafen"),
    ("Приливы северных гаваней в зимнее время", "Prilivy severnykh gavaney v zimnee vremya"),
    ("Modelling the behaviour of tides", "Modeling the behavior of tides"),
    ("The colour-coded harbour", "The colour coded harbour"),
    ("北方港口的潮汐变化研究", "北方港口的潮汐变化研究"),
]
OTHER = [
    ("The slow rise of northern tides", "The slow fall of southern rivers"),
    ("Northern tides, part I", "Northern tides, part II"),
    ("Report on northern tides 2019", "Report on northern tides 2020"),
    ("World harbour outlook 21", "World harbour outlook 22"),
    ("Tides", "Tides: a history of the northern harbours"),
    ("Introduction", "Introduction: the slow rise of tides"),
    ("Correction to: The slow rise of northern tides", "The slow rise of northern tides"),
    ("The slow rise of northern tides", "Erratum: The slow rise of northern tides"),
    ("The slow rise of northern tides", "Reply to The slow rise of northern tides"),
    ("The slow rise of northern tides", "Review of The slow rise of northern tides"),
    ("The slow rise of northern tides", "Retraction: The slow rise of northern tides"),
    ("The slow rise of northern tides in old harbours and what they taught", "Northern tides"),
]


@pytest.mark.parametrize(("listed", "given_title"), SAME)
def test_titles_of_one_work(listed: str, given_title: str) -> None:
    assert title_agrees(listed, given_title), title_similarity(listed, given_title)
    assert title_agrees(given_title, listed)


@pytest.mark.parametrize(("listed", "given_title"), OTHER)
def test_titles_of_other_works(listed: str, given_title: str) -> None:
    assert not title_agrees(listed, given_title), title_similarity(listed, given_title)
    assert not title_agrees(given_title, listed)


@pytest.mark.parametrize("empty", ["", "   ", "...", "<i></i>", "{}"])
def test_no_title_is_no_difference(empty: str) -> None:
    assert title_agrees(empty, "The slow rise of northern tides") is None
    assert title_agrees("The slow rise of northern tides", empty) is None
    assert title_similarity(empty, empty) == 0.0


@pytest.mark.parametrize(
    ("title", "telling"),
    [
        ("Introduction", False),
        ("Book review", False),
        ("On tides", False),
        ("The slow rise of northern tides", True),
        ("北方港口的潮汐变化研究", True),
    ],
)
def test_telling_titles(title: str, telling: bool) -> None:
    assert is_telling(title) == telling


@pytest.mark.parametrize(
    ("listed", "page", "within"),
    [
        ("The tide turns", "The tide turns | Example News", True),
        ("The tide turns", "Video: The tide turns in Bergen", True),
        ("Tides", "Tides of the north", False),
        ("Tides", "Tides", True),
        ("The tide turns", "The tides turn", False),
    ],
)
def test_a_title_within_a_longer_one(listed: str, page: str, within: bool) -> None:
    assert title_is_within(listed, page) == within


@given(st.text(max_size=80), st.text(max_size=80))
def test_similarity_is_symmetric_and_bounded(one: str, other: str) -> None:
    similarity = title_similarity(one, other)
    assert 0.0 <= similarity <= 1.0
    assert similarity == title_similarity(other, one)


@given(st.text(alphabet="abc defg", min_size=1, max_size=60))
def test_a_title_is_like_itself(title: str) -> None:
    if title.strip():
        assert title_similarity(title, title.upper()) >= AGREES


@given(st.text(max_size=200))
def test_plain_titles_stay_plain(title: str) -> None:
    assert plain_title(plain_title(title)) is not None

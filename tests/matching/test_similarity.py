import pytest

from citecheck.matching.similarity import is_bold, is_digit_slip, name_similarity


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("dean", "deen"),
        ("hurd", "herd"),
        ("master", "masters"),
        ("astapenia", "astapeni"),
        ("smith", "smtih"),
        ("przetacznik", "przetaznick"),
        ("li", "li"),
    ],
)
def test_slips_of_one_name(one: str, other: str) -> None:
    assert name_similarity(one, other) >= 0.6


@pytest.mark.parametrize(
    ("one", "other"),
    [("li", "lu"), ("smith", "smithson"), ("ray", "roy-lee"), ("", "a")],
)
def test_other_names(one: str, other: str) -> None:
    assert name_similarity(one, other) < 0.6


def test_a_slip_is_nearer_than_a_longer_name() -> None:
    assert name_similarity("smith", "smyth") > name_similarity("smith", "smithson")


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [(2012, 2021, True), (2001, 2007, True), (1998, 2012, False), (2020, 2020, False)],
)
def test_digit_slips(one: int, other: int, slip: bool) -> None:
    assert is_digit_slip(one, other) is slip


@pytest.mark.parametrize(
    ("one", "other", "bold"),
    [
        ("jones", "james", True),
        ("miller", "fuller", True),
        ("techo", "tecchio", True),
        ("dean", "deen", False),
        ("przetacznik", "przetaznick", False),
    ],
)
def test_slips_that_need_support(one: str, other: str, bold: bool) -> None:
    assert is_bold(one, other) is bold

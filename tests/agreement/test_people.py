"""Names of the same people in many forms, and of others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.agreement.people import are_one, name_agreement, names_agree, read_name
from citecheck.model import Name


@pytest.mark.parametrize(
    ("text", "family", "given_names"),
    [
        ("Jane Roe", "Roe", "Jane"),
        ("Roe, Jane", "Roe", "Jane"),
        ("Roe, J. A.", "Roe", "J. A."),
        ("Claude E Shannon", "Shannon", "Claude E"),
        ("Jan van der Berg", "van der Berg", "Jan"),
        ("van der Berg, Jan", "van der Berg", "Jan"),
        ("J.  R.\u00a0Roe", "Roe", "J. R."),
        ("María García Márquez", "Márquez", "María García"),
    ],
)
def test_persons_are_read(text: str, family: str, given_names: str) -> None:
    name = read_name(text)
    assert (name.family, name.given) == (family, given_names)


@pytest.mark.parametrize(
    "text",
    ["TASS", "Ministry of Harbours", "World Tide Organization", "University of Nordhavn", ""],
)
def test_organisations_are_literal(text: str) -> None:
    assert read_name(text) == Name(literal=text)


def test_suffixes() -> None:
    assert read_name("Jane Roe, Jr.").suffix == "Jr."
    assert read_name("Roe, Jane, III").suffix == "III"


ONE = [
    ("Jane Roe", "J. Roe"),
    ("Roe, Jane", "Jane Roe"),
    ("Hans Müller", "Hans Mueller"),
    ("Hans Müller", "H. Muller"),
    ("Søren Ødegård", "Soren Odegard"),
    ("Sergej Lavrov", "Сергей Лавров"),
    ("Jan van der Berg", "Berg, Jan"),
    ("Gabriel García Márquez", "García Márquez, Gabriel"),
    ("Jane Roe-Smith", "Smith, Jane"),
    ("Jane Roe", "Roe Jane"),
    ("Xiaoping Deng", "Deng Xiaoping"),
    ("World Health Organization", "World Health Organization (WHO)"),
    ("World Health Organization", "WHO"),
    ("Ryhor Astapenia", "Ryhor Astapeni"),
    ("TASS", "TASS"),
]
TWO = [
    ("Jane Roe", "John Doe"),
    ("Jane Smith", "Jane Smithson"),
    ("Adam Roe", "Zoe Roe"),
    ("World Health Organization", "World Tide Organization"),
    ("TASS", "Reuters"),
]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_one_person(one: str, other: str) -> None:
    assert are_one(read_name(one), read_name(other))
    assert are_one(read_name(other), read_name(one))


@pytest.mark.parametrize(("one", "other"), TWO)
def test_two_persons(one: str, other: str) -> None:
    assert not are_one(read_name(one), read_name(other))
    assert not are_one(read_name(other), read_name(one))


def names(text: str) -> list[Name]:
    return [read_name(name) for name in text.split("; ") if name]


@pytest.mark.parametrize(
    ("listed", "found", "agree"),
    [
        ("Roe, Jane; Doe, John", "Jane Roe; John Doe", True),
        ("Doe, John; Roe, Jane", "Jane Roe; John Doe", True),
        ("Roe, Jane", "Jane Roe; John Doe; Ann Poe", True),
        ("Roe, Jane; Doe, John; Poe, Ann; Moe, Max", "Jane Roe", True),
        ("Roe, Jane; Gupta, A.; Clark, R.", "Jane Roe; John Doe; Ann Poe", False),
        ("Gupta, A.; Roe, Jane", "Jane Roe; John Doe", False),
        ("", "Jane Roe", None),
        ("Roe, Jane", "", None),
    ],
)
def test_lists_of_names(listed: str, found: str, agree: bool | None) -> None:
    assert names_agree(names(listed), names(found)) is agree


def test_how_many_are_found() -> None:
    agreement = name_agreement(names("Roe, Jane; Doe, John; Poe, Ann"), names("J. Roe; A. Poe"))
    assert agreement is not None
    assert (agreement.found, agreement.of, agreement.first, agreement.share) == (2, 2, True, 1.0)


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_is_a_name(one: str, other: str) -> None:
    assert are_one(read_name(one), read_name(other)) == are_one(read_name(other), read_name(one))

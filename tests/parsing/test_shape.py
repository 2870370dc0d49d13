"""How much a text looks like an entry, in whatever letters it is written."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.parsing.shape import density

WESTERN = string.ascii_letters + string.digits + string.punctuation + " \n_äÉßøªº²–—“”„‘’«»…€Šž"


@given(st.text(WESTERN, max_size=80))
def test_density_is_the_same_beside_an_address(text: str) -> None:
    """Addresses count for nothing, but texts that hold one are measured word by word."""
    assert density(text) == density(f"{text} https://a.example/b")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 1.0),
        ("sand and salt", 0.0),
        ("Lie, B. (2010)", 7 / 3),
        ("Études: été", 1.0),
        ("Лие, Б. (2010)", 7 / 3),
        ("the _sand_ of 12² seas", 0.2),
    ],
)
def test_density(text: str, expected: float) -> None:
    """Marks, capitals and figures for each word."""
    assert density(text) == pytest.approx(expected)

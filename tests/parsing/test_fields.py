"""Fields from the labels of words."""

import numpy as np
import pytest

from citecheck.parsing.fields import join
from citecheck.parsing.inputs import read_inputs

LABELS = ["O", "B-title", "I-title", "B-doi", "B-date", "I-date"]


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ("B-title I-title O", [("title", 0, 3)]),
        ("B-title B-title I-title", [("title", 0, 1), ("title", 2, 5)]),
        ("I-title O I-date", [("title", 0, 1), ("date", 4, 5)]),
        ("B-title I-date I-date", [("title", 0, 1), ("date", 2, 5)]),
        ("B-doi B-doi B-date", [("doi", 0, 3), ("date", 4, 5)]),
        ("O O O", []),
    ],
)
def test_words_become_fields(labels: str, expected: list[tuple[str, int, int]]) -> None:
    numbers = np.array([LABELS.index(label) for label in labels.split()])
    (found,) = join(read_inputs(["a b c"]), LABELS, numbers, np.ones(3))
    assert [field[:3] for field in found] == expected


def test_fields_end_with_their_string_and_are_as_sure_as_the_least_of_their_words() -> None:
    inputs = read_inputs(["", "(a b", ".", "c)", ""])
    found = join(inputs, LABELS, np.array([1, 2, 2]), np.array([0.9, 0.8, 0.7]))
    assert found == [(), (("title", 1, 4, 0.8),), (), (("title", 0, 1, 0.7),), ()]

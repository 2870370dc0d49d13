from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from citecheck.language.slips import MANY_SLIPS, slip_distance

WORDS = st.text("abcé", max_size=12)


@given(WORDS, WORDS)
def test_slips_are_counted_as_by_rapidfuzz(one: str, other: str) -> None:
    assert slip_distance(one, other) == min(OSA.distance(one, other), MANY_SLIPS)


@given(WORDS, WORDS, st.integers(0, MANY_SLIPS - 1))
def test_more_slips_than_asked_for_are_many(one: str, other: str, most: int) -> None:
    slips = OSA.distance(one, other)
    assert slip_distance(one, other, most) == (slips if slips <= most else MANY_SLIPS)


def test_words_without_end_are_not_compared_letter_by_letter() -> None:
    assert slip_distance("ab" * 5_000, "ba" * 5_000 + "c") == MANY_SLIPS

"""What holds for every entry, whatever it says: nothing raises, and places lie in the entry."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import citecheck
from citecheck.model import Model, Provenance, Reference, Span, Value
from citecheck.parsing.reading import parse_reference, read_entry
from tests.parsing.entry import place, read

# Pieces of entries, so that arbitrary texts reach every step.
PIECES = [
    "Lie", "B.", "JA", "et al.", "and", "&", "; ", ", ", ". ", ": ", "(", ")", "[", "]", "2010",
    "2011a",
    "n.d.", "(2010)", "“", "”", '"', "‘", "’", "«", "»", "``", "''", "*", "In ", "In: ", "//",
    "(eds.)",
    "ed. ", "edited by ", "vol. 3", "no. 4", "12(3)", ": 1–20", "pp. 5", "2nd ed.",
    "https://a.example/b",
    "doi:10.5555/ab", "ISBN 1", "Downloaded 5 May 2020 from:", "accessed", "Leeds: Salt",
    "Press", "of",
    "the", "thesis", "王小明", "年", "Иванов", "———", "—", "de", "van", "Jr.", "III", "\n", "-\n  ",
    "\x00",
    "\ud800", "\u0301", "İ", "9",
]  # fmt: skip
entries = st.one_of(
    st.text(max_size=120), st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join)
)


def spans(value: object) -> Iterator[Span]:
    """Every place that a value names, however deep inside."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, Model):
        for name in value.model_fields:
            yield from spans(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from spans(item)


def texts(reference: Reference) -> Iterator[Value]:
    """The text variables that were read as written."""
    for name in reference.model_fields:
        value = getattr(reference, name)
        if isinstance(value, Value) and value.provenance is Provenance.WRITTEN:
            yield value


@given(entries, st.text(max_size=5), st.text(max_size=5))
def test_places_lie_in_the_entry(entry: str, before: str, behind: str) -> None:
    span = Span(start=len(before), end=len(before) + len(entry))
    reference = read_entry(before + entry + behind, span, "r1")
    assert reference.raw == entry
    assert all(span.contains(found) for found in spans(reference))


@given(entries)
def test_reading_twice_gives_the_same(entry: str) -> None:
    assert read(entry, read(entry)) == read(entry, read(entry))


@given(entries)
def test_leftovers_are_apart_and_in_order(entry: str) -> None:
    places = [(span.start, span.end) for span in read(entry).leftovers]
    assert places == sorted(places)
    assert all(first[1] <= second[0] for first, second in pairwise(places))


@pytest.mark.parametrize(
    "entry",
    [
        "Lie, B., & Vos, M. (2019). Rivers that remember. Delta Studies, 12(4), 3–9.",
        "Lie, Bo, “Rivers”, Salt House, 2020. Downloaded 5 May 2024 from: https://a.example/b",
        "LIE, B. Rios que lembram. Recife: Sal, 2018.",
    ],
)
def test_values_stand_in_the_text(entry: str) -> None:
    reference = read(entry)
    found = list(texts(reference))
    assert found
    for value in found:
        assert value.span
        assert place(entry, value.span) == value.value
    assert reference.leftovers == ()


def test_an_endless_entry_is_read_at_its_beginning() -> None:
    reference = read("Lie, Bo. 2018. Rivers. Leeds: Salt. " + "word " * 100_000)
    assert [name.family for name in reference.author] == ["Lie"]
    assert len(reference.raw) > 500_000


@pytest.mark.parametrize(
    "unit",
    [
        "Lie, B. ",
        "(",
        "“",
        "http://",
        "10.1/",
        "\u202e\u200f ",
        "\x00\x07",
        "王",
        "a.",
        "12(3):4 ",
        "İ",
    ],
)
def test_a_megabyte_is_read_in_no_time(unit: str) -> None:
    string = unit * (1_000_000 // len(unit))
    assert parse_reference(string).raw == string.strip()


@pytest.mark.parametrize("string", [*"a.(“—1王\u202e\x00", "\u200f1999\u200e", " \t", ""])
def test_almost_nothing(string: str) -> None:
    assert parse_reference(string).raw == string.strip()


def test_one_entry_alone() -> None:
    reference = citecheck.parse_reference("  [3] Lie, B. (2019). Rivers. Delta, 12(4), 3–9.\n")
    assert (reference.key, reference.id, reference.span.start) == ("3", "r1", 2)
    assert reference.page
    assert reference.page.value == "3–9"


@pytest.mark.parametrize("entry", ["", " ", ".", "(((((", "“" * 3_000, "A. " * 3_000, "\x00\n" * 9])
def test_no_entry_at_all(entry: str) -> None:
    reference = read(entry)
    assert reference.raw == entry

"""The year of the first edition of a reprint, which is not that of the entry."""

import pytest

from tests.parsing.entry import iso, place, read, values


@pytest.mark.parametrize(
    ("entry", "issued", "original"),
    [
        ("Lund, R. (2011). O rio. Recife: Delta. (Originalmente publicado em 1998).", "2011", 1998),
        ("Lund, R. (1970). Silt. Delta. (Original work published 1923)", "1970", 1923),
        ("Lund, Rosa. Silt. Original work published 1923. Leeds: Delta, 1970.", "1970", 1923),
        ("Lund R. Silt. Leeds: Delta Press; 2001 (First published in 1987).", "2001", 1987),
        ("Lund, Rosa: Schlick. Leipzig: Delta 2001 (Erstausgabe: 1923).", "2001", 1923),
        ("Lund, R. (1990). Le limon. Delta. (Ouvrage original publié en 1950).", "1990", 1950),
    ],
)
def test_reprints(entry: str, issued: str, original: int) -> None:
    reference = read(entry)
    assert iso(reference.issued) == issued
    assert reference.original_date
    assert reference.original_date.span
    assert place(entry, reference.original_date.span) == str(original)
    assert not reference.leftovers


def test_the_only_year_is_that_of_the_entry() -> None:
    reference = read("Lund R. Silt. Leeds: Delta Press, first published 1987.")
    assert iso(reference.issued) == "1987"
    assert reference.original_date is None


def test_a_title_may_speak_of_first_editions() -> None:
    found = values(read("Lund, Rosa. First published poems of rivers. Leeds: Delta, 2001."))
    assert found["title"] == "First published poems of rivers"

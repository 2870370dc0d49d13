"""The medium with which entries of the Modern Language Association's old style end."""

import pytest

from tests.parsing.entry import iso, place, read, values

BOOK = "Lie, Bo. Rivers of the North. New York: Delta, 1999."
PAPER = "Lie, Bo. “Rivers Rise.” Sea Notes 12.3 (2010): 34-56."
SITE = "Lie, Bo. “Rivers Rise.” The River Site. River Society, 12 Mar. 2010."


@pytest.mark.parametrize(
    ("entry", "medium", "accessed"),
    [
        (f"{BOOK} Print.", "", ""),
        (f"{BOOK} DVD.", "DVD", ""),
        (f"{BOOK} CD-ROM.", "CD-ROM", ""),
        (f"{BOOK} PDF file.", "PDF file", ""),
        (f"{PAPER} Print", "", ""),
        (f"{PAPER} Web. 15 May 2011.", "", "2011-05-15"),
        (f"{PAPER} Sea Store. Web. 15 May 2011.", "", "2011-05-15"),
        (f"{SITE} Web. 15 May 2011. <http://a.example/b>.", "", "2011-05-15"),
        (f"{SITE} Web. 15 May 2011. http://a.example/b", "", "2011-05-15"),
        (f"{PAPER} Web. Accessed 15 May 2011. http://a.example/b", "", "2011-05-15"),
    ],
)
def test_medium_and_day_of_the_visit(entry: str, medium: str, accessed: str) -> None:
    reference = read(entry)
    assert (reference.medium.value if reference.medium else "") == medium
    assert iso(reference.accessed) == accessed
    assert iso(reference.issued) in ("1999", "2010", "2010-03-12")
    assert not {"Print", "Web", "DVD"} & set(values(reference).values())
    if reference.medium and reference.medium.span:
        assert place(entry, reference.medium.span) == medium


@pytest.mark.parametrize(
    "entry",
    [
        "Lie, Bo. Rivers on Film. New York: Delta, 1999.",
        "Lie, Bo. “Rivers Rise.” Literature and Film. 12.3 (2010): 34-56.",
        "Lie, Bo. Print. New York: Delta, 1999.",
    ],
)
def test_the_same_words_elsewhere_are_no_medium(entry: str) -> None:
    reference = read(entry)
    assert reference.medium is None
    assert any(word in " ".join(values(reference).values()) for word in ("Film", "Print"))

"""The fixed list: what is corrected, merged, ordered, lettered, and what is asked."""

from pathlib import Path

import pytest

import citecheck
from citecheck import styles
from citecheck.bibliography import parse
from citecheck.export.corrected import corrected
from citecheck.export.reference_list import ReferenceList
from citecheck.styles.markup import plain

DRAFT = """Salt moves (Shoreline, 2021). Sand too (Marsh, 2019). Dunes (Adler, 2020; Zimmer, 2018).

References

Zimmer, A. (2018) “Waves of salt and sand”, Coast Notes, https://coast.example/waves?utm_source=x
Adler, B. (2020) “Dunes` edges in winter”, Dune Watch, https://doi.org/10.1234/dune.5
Shoreline (2021) “Cliffs and decay”, Shoreline Online, https://shore.example/cliffs
Shoreline (2021) “Beaches and storms”, Shoreline Online, https://shore.example/beaches
Marsh, P. (2019) “Harbours of the old north”, Quay, https://quay.example/harbours
Marsh, P. (2019) “Harbours of the old north”, Quay.
"""


def fixed(draft: str, style: str = "apa") -> ReferenceList:
    report = citecheck.check(draft)
    return corrected(report.references, styles.load(style), report)


def test_entries() -> None:
    listing = fixed(DRAFT)
    assert [plain(entry) for entry, _ in listing.printed()] == [
        "Adler, B. (2020). Dunes’ edges in winter. Dune Watch. https://doi.org/10.1234/dune.5",
        "Marsh, P. (2019). Harbours of the old north. Quay. https://quay.example/harbours",
        "Shoreline. (2021a). Beaches and storms. Shoreline Online. https://shore.example/beaches",
        "Shoreline. (2021b). Cliffs and decay. Shoreline Online. https://shore.example/cliffs",
        "Zimmer, A. (2018). Waves of salt and sand. Coast Notes. https://coast.example/waves",
    ]


def test_order_of_citing() -> None:
    heads = [plain(entry).split(",")[0] for entry, _ in fixed(DRAFT, "ieee").printed()]
    assert [head.partition("] ")[2] for head in heads] == [
        "Shoreline", "P. Marsh", "B. Adler", "A. Zimmer", "Shoreline",
    ]  # fmt: skip


def test_doi_is_told_from_the_address() -> None:
    adler = fixed(DRAFT).references[0]
    assert adler.doi
    assert adler.doi.value == "10.1234/dune.5"
    assert adler.url is None


def test_questions() -> None:
    draft = DRAFT.replace("shore.example/cliffs", "shore.example/2019/05/17/cliffs-and-decay")
    listing = fixed(draft)
    asked = {plain(entry): questions for entry, questions in listing.printed() if questions}
    assert len(asked) == 1
    ((entry, questions),) = asked.items()
    assert "Cliffs" in entry
    assert "2019" in questions[0]


def test_a_list_without_a_draft() -> None:
    text = """@misc{b, author={Roe, B.}, title={Salt and its history}, year=2001,
    doi={doi:10.1234/x}}
    @misc{a, author={Adler, A.}, title={Sand and its history}, year=2001,
    url={https://e.org/a?utm_source=y&p=1}}"""
    listing = corrected(parse(text, "refs.bib").references, styles.load("apa"))
    assert listing.keys == ["a", "b"]
    first, second = listing.references
    assert first.url
    assert second.doi
    assert (first.url.value, second.doi.value) == ("https://e.org/a?p=1", "10.1234/x")
    assert not listing.questions


@pytest.mark.parametrize(
    ("letters", "expected"),
    [(("", ""), ["a", "b"]), (("b", "a"), ["a", "b"]), (("c", "d"), ["c", "d"]),
     (("a", "a"), ["a", "b"])],
)  # fmt: skip
def test_letters_that_tell_works_apart_stay(letters: tuple[str, str], expected: list[str]) -> None:
    entries = "".join(
        f"Shoreline (2021{letter}) “{title}”, Online, https://shore.example/{title[:5]}\n"
        for letter, title in zip(letters, ("Beaches and storms", "Cliffs and decay"), strict=True)
    )
    listing = fixed(f"Text (Shoreline, 2021a).\n\nReferences\n\n{entries}")
    assert [r.issued.suffix for r in listing.references if r.issued] == expected


def test_fixing_twice_changes_nothing_more(tmp_path: Path) -> None:
    once = fixed(DRAFT)
    again = corrected(once.references, once.style)
    assert again.references == once.references

"""A list's own style: entries like the most stay, the others become like them."""

import pytest

import citecheck
from citecheck import styles
from citecheck.errors import ConfigurationError
from citecheck.styles.arranging import arranged
from citecheck.styles.markup import plain
from tests.accuracy.shared import MissingDataError, shared

ESSAY_LIKE = (
    "Adler, Bo, “Dunes in winter”, Dune Watch, 2020. Downloaded 5 May 2024 from: https://d.example/a",
    "Cole, Ann and Per Dahl, “Harbours at night”, Quay, 4 August 2021. Downloaded 6 May 2024 from: "
    "https://q.example/harbours",
    "Eder, Eva, Bo Falk and Gro Holm, “Salt in rivers”, River Watch, 2019. Downloaded 7 May 2024 "
    "from: https://r.example/salt",
)
HARVARD_LIKE = (
    "Adler, B. and Cole, A. (2020) ‘Dunes in winter’, Journal of Sand, 12(3), pp. 4–9.",
    "Dahl, P. (2019) ‘Harbours at night’, Coast Studies, 7(1), pp. 20–31.",
    "Eder, E. (2015) ‘Salt in rivers’, River Research, 3(2), pp. 77–80.",
)
NUMBERED = (
    "[1] B. Adler, “Dunes in winter,” Journal of Sand, vol. 12, no. 3, pp. 4-9, 2020.",
    "[2] P. Dahl, “Harbours at night,” Coast Studies, vol. 7, no. 1, pp. 20-31, 2019.",
    "[3] E. Eder, “Salt in rivers,” River Research, vol. 3, no. 2, pp. 77-80, 2015.",
)


def in_own_style(entries: tuple[str, ...]) -> list[str]:
    references = citecheck.parse_references("Text.\n\nReferences\n\n" + "\n".join(entries) + "\n")
    return [plain(entry) for entry in styles.render(references, styles.find("own", references))]


@pytest.mark.parametrize("entries", [ESSAY_LIKE, HARVARD_LIKE, NUMBERED])
def test_entries_like_the_most_stay(entries: tuple[str, ...]) -> None:
    assert in_own_style(entries) == list(entries)


@pytest.mark.parametrize(
    ("odd", "even"),
    [
        ('Gale, Kim, "Waves of glass", Coast, 2018. Downloaded 8 May 2024 form: https://c.example/w',
         "Gale, Kim, “Waves of glass”, Coast, 2018. Downloaded 8 May 2024 from: https://c.example/w"),
        ("Gale, Kim, “Waves of glass”, Coast, 23 JUL 2018. Downloaded 8 May 2024 from: "
         "https://c.example/w",
         "Gale, Kim, “Waves of glass”, Coast, 23 July 2018. Downloaded 8 May 2024 from: "
         "https://c.example/w"),
    ],
)  # fmt: skip
def test_others_become_like_them(odd: str, even: str) -> None:
    assert in_own_style((*ESSAY_LIKE, odd)) == [*ESSAY_LIKE, even]


WITH_DASHES = (
    "Adler, B. 2015. Dunes in winter. Journal of Sand 12: 4-9.",
    "———. 2018. Harbours at night. Coast Studies 7: 20-31.",
    "Eder, E. 2015. Salt in rivers. River Research 3: 77-80.",
    "Falk, G. 2011. Waves of glass. Coast Studies 2: 7-9.",
)


def test_dashes_for_names_stay() -> None:
    assert in_own_style(WITH_DASHES) == list(WITH_DASHES)


def test_a_dash_that_comes_first_becomes_a_name() -> None:
    first, second, *others = WITH_DASHES
    entries = (first.replace("2015", "2020"), second, *others)
    text = "Text.\n\nReferences\n\n" + "\n".join(entries) + "\n"
    references = citecheck.parse_references(text)
    style = styles.find("own", references)
    ordered = arranged(references, style)
    assert [plain(entry)[:15] for entry in styles.render(ordered, style)][:2] == [
        "Adler, B. 2018.", "———. 2020. Dune",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "odd",
    [
        "Gale, Kim, Waves of glass, unpublished minutes of the board, box 3, Coast, 2018.",
        "Gale, Kim, “¿Olas de vidrio?”, Costa, 2018, in possession of the author",
        "Gale, Kim (ed.), “Waves of glass”, 2018",
    ],
)
def test_what_was_not_understood_stays(odd: str) -> None:
    assert in_own_style((*ESSAY_LIKE, odd)) == [*ESSAY_LIKE, odd]


def test_data_has_no_style() -> None:
    with pytest.raises(ConfigurationError, match="no style of its own"):
        styles.find("own", ())


def test_the_essay() -> None:
    try:
        path = shared("essay/essay.txt")
    except MissingDataError as error:
        pytest.skip(str(error))
    references = citecheck.parse_references(path)
    entries = styles.render(references, styles.find("own", references))
    pairs = zip(references, entries, strict=True)
    changed = [r.id for r, entry in pairs if plain(entry) != r.raw.strip()]
    # Each of these departs from the others: a typo, quotation marks, a comma, the form of a date.
    assert changed == ["r7", "r10", "r14", "r15", "r26", "r28", "r30"]

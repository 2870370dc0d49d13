import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.matching.building import matched

LIST = [
    "Dijk, Anna; Moe, Kari; Lund, Per | 2021 | Harbours of the north | Port Institute",
    "Hansen, Valerie | 2023 | The town that became a suburb | The Daily Post",
    "Hansen, Valerie | 2019 | Ferries and faith | The Daily Post",
    "Müller, Hans; Berg, Ida | 2004 | Coastal trade | Springer",
    "World Health Organization | 2020 | Guidelines on noise | WHO",
    "Harbour Office editorial | 2021 | Tides in June | Harbour Office",
    "Harbour Office editorial | 2021 | Tides in July | Harbour Office",
    "Thyda Skolmen | 1985 | Bringing the river back in | Quay Press",
    "Permanent Mission to the Union | 2024 | Answers to the press | | https://missioneu.no/en/x",
]


@pytest.mark.parametrize(
    ("raw", "status", "references", "kinds"),
    [
        ("Hansen 2023", "matched", ["r2"], []),
        ("V. Hansen 2019", "matched", ["r3"], []),
        ("Dijk et al. 2021", "matched", ["r1"], []),
        ("Dijk & Moe & Lund 2021", "matched", ["r1"], []),
        ("Müller & Berg 2004", "matched", ["r4"], []),
        ("Dyk et al. 2021", "unmatched", [], []),
        ("Djik et al. 2021", "presumed", ["r1"], ["misspelt"]),
        ("Djik 2021", "presumed", ["r1"], ["misspelt", "missing-authors"]),
        ("Muller & Berg 2004", "matched", ["r4"], ["diacritics"]),
        ("Mueller & Berg 2004", "matched", ["r4"], []),
        ("Müller & Borg 2004", "presumed", ["r4"], ["misspelt"]),
        ("Berg & Müller 2004", "matched", ["r4"], ["author-order"]),
        ("Müller et al. 2004", "matched", ["r4"], ["et-al"]),
        ("Müller 2004", "matched", ["r4"], ["missing-authors"]),
        ("Valerie 2023", "presumed", ["r2"], ["given-name"]),
        ("WHO 2020", "matched", ["r5"], ["acronym"]),
        ("World Health Organization 2020", "matched", ["r5"], []),
        ("Harbour Office 2021", "ambiguous", ["r6", "r7"], ["other-name"]),
        ("missioneu.no 2024", "matched", ["r9"], ["other-name"]),
        ("Skolmen 1985", "matched", ["r8"], []),
        ("Thyda Skolmen 1985", "matched", ["r8"], []),
        ("Editorial 2021", "unmatched", [], []),
        ("Hansen 2022", "unmatched", [], []),
        ("Müller & Berg 2014", "presumed", ["r4"], ["year"]),
        ("Miller 1999", "unmatched", [], []),
        ("Hansen 2023a", "matched", ["r2"], ["year-letter"]),
    ],
)
def test_one_citation(raw: str, status: str, references: list[str], kinds: list[str]) -> None:
    others = ["Hansen 2023", "Hansen 2019"] if raw == "Hansen 2022" else []
    body = f"It was said ({raw}), and again ({'; '.join(others)})."
    match = matched(body, [raw, *others], LIST)[0]
    assert (match.status, sorted(match.reference_ids)) == (status, references)
    assert [deviation.kind for deviation in match.deviations] == kinds


def test_a_quoted_title_speaks_for_its_entry() -> None:
    body = "A headline says “The Town That Became a Suburb” (Valerie 2023)."
    (match,) = matched(body, ["Valerie 2023"], LIST)
    assert [evidence.kind for evidence in match.evidence] == ["title-nearby"]


def test_a_name_nearby_speaks_for_its_entry() -> None:
    body = "According to Müller and Berg, trade grew (Müller & Borg 2004)."
    (match,) = matched(body, ["Müller & Borg 2004"], LIST)
    assert [evidence.statement for evidence in match.evidence] == [
        "the text just before writes “Berg”"
    ]


def test_ambiguous_candidates_are_ranked_by_the_words_around() -> None:
    body = "The tides of July were high (Harbour Office 2021)."
    (match,) = matched(body, ["Harbour Office 2021"], LIST)
    assert match.reference_ids == ("r7", "r6")


def test_an_uncited_entry_is_preferred_for_a_leftover() -> None:
    entries = ["Lind, A. | 2010 | One", "Lund, B. | 2010 | Two"]
    body = "As Lind 2010 says, and Land 2010 too."
    first, second = matched(body, ["Lind 2010", "Land 2010"], entries)
    assert (first.reference_ids, second.reference_ids) == (("r1",), ("r2",))


def test_no_entries_and_no_names() -> None:
    (match,) = matched("So (Moe 2001).", ["Moe 2001"], [])
    assert match.status == "unmatched"


NAMES = st.text(st.characters(codec="utf-8", exclude_characters="&|;,\n"), min_size=1, max_size=12)


@given(NAMES, NAMES, st.sampled_from(["2001", "2001a", "n.d.", "1999"]))
def test_any_names_can_be_matched(cited: str, listed: str, issued: str) -> None:
    raw = f"{cited} {issued}"
    (match,) = matched(raw, [raw], [f"{listed}, {cited} | 2001 | Title"])
    assert 0 <= match.confidence <= 1

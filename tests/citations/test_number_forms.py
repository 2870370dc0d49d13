"""Numbers that cite, and exponents, subscripts and formulas that do not."""

import pytest

from tests.citations.samples import entry, found

LIST = [entry(f"Keel{number}, A.", 2000 + number, key=str(number)) for number in range(1, 5)]
FORMS = [
    (
        "As in [3, eq. (3)], [1, Theorem 2.1], [2, Appendix A], [4, ст. 140] and [2, Lemma 3].",
        ["[eq. (3)] 3", "[Theorem 2.1] 1", "[Appendix A] 2", "[ст. 140] 4", "[Lemma 3] 2"],
    ),
    (
        "It works^1,2^ on 10 m^2^, 5 × 10^3^ cells, *R*^2^ = 0.9, ^3^H and cm^3^. See^3^ and^4^.",
        ["1", "2", "3", "4"],
    ),
    ("It works [1], as in [2] and [3]. The index x[3] grows with A[2]; see [4].", list("1234")),
    (
        "It silts in a year.1 The review2 of H2O and CO2 was criticised.3,4 Later, IL-6 fell.",
        ["1", "2", "3", "4"],
    ),
    ("Tides rise.1 The review2 was criticised widely2–4 by many.", ["1", "2", "2 3 4"]),
    (
        "So [1, pp. 3, 9], [2, pp. 11, 13 and 17 f.], [3, S. 15 f.], [4, p. 9, 41], [1, p. 2, 4].",
        [
            "[pp. 3, 9] 1",
            "[pp. 11, 13 and 17 f.] 2",
            "[S. 15 f.] 3",
            "[p. 9, 41] 4",
            "[p. 2] 1",
            "4",
        ],
    ),
    (
        "As in [1, pp. 3–9, 4], see [2, pp. 9, 3] and [3].",
        ["[pp. 3–9] 1", "4", "[pp. 9] 2", "3", "3"],
    ),
    ("In version2 of the text, the model4 was kept.", []),
]


@pytest.mark.parametrize(("text", "expected"), FORMS, ids=[text[:30] for text, _ in FORMS])
def test_forms(text: str, expected: list[str]) -> None:
    assert [line.strip() for line in found(text, *LIST)] == expected

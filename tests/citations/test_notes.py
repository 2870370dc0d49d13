"""Notes: numbers of other notes, names beside "ibid.", main titles, and names at the mark."""

import pytest

from citecheck.citations.titles import Titles
from citecheck.model import Reference, Value
from tests.citations.samples import citations_in, entry


def titled(number: int, names: str, title: str) -> Reference:
    found = entry(names, 2001) if names else entry("", 2001).model_copy(update={"author": ()})
    return found.model_copy(update={"id": f"r{number}", "title": Value(value=title)})


SHELF = [
    titled(1, "Ash, Ann", "A History of Small Harbours: Volume One"),
    titled(2, "Birch, Bo", "Light on water in the north"),
    titled(3, "Cedar, Cy; Elm, Eve", "The Fishing Grounds"),
    titled(4, "Cedar, Cy", "The Fishing Grounds: Maps and Tables"),
    titled(5, "Ash, Ann", "Ropes and the people who make them"),
]
NOTES = """Harbours grew.[1] So did towns.[2] Ropes broke.[3] Nets too.[4] It is in Ash.[5]

[1] Ann Ash, A History of Small Harbours: Volume One (Harbour Press 2001).
[2] Bo Birch, “Light on water in the north” (2001) 5 Quay 1.
[3] Ann Ash, Ropes and the people who make them (Quay 2002).
"""


def labels(text: str) -> list[tuple[str, ...]]:
    return [citation.labels for citation in citations_in(text, SHELF)]


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("Ibid., 16.", "r5"),
        ("Ash, ibid., 16.", "r5"),
        ("Birch, op. cit., 16.", "r2"),
        ("Birch, a.a.O., S. 16.", "r2"),
        ("Ash (n 1) 20.", "r1"),
        ("Ash (n 3) 20.", "r5"),
        ("(n 2) 20.", "r2"),
        ("Birch, 45–47.", "r2"),
        ("Ash, 45.", "r5"),
        ("Cedar and Elm, “The Fishing Grounds” (2001) 4.", "r3"),
        ("Cedar, The Fishing Grounds: Maps, 4.", "r4"),
        ("A History of Small Harbours, 58.", "r1"),
        ("Ash, Harbours, 58.", "r1"),
        ("Ash, Small Harbours, 58.", "r1"),
        ("Ann Ash, Ropes, 7", "r5"),
        ("vgl. Ash, People, S. 7 f.", "r5"),
        ("Birch, “Light,” 4.", "r2"),
        ("Birch, «Light», p. 4.", "r2"),
        ("Cedar/Elm, Fishing, 12.", "r3"),
        ("Cedar and Elm (eds.), Fishing Grounds, 12.", "r3"),
        ("Birch (ed.), op. cit., 16.", "r2"),
        ("Birch (wie Anm. 2), S. 16.", "r2"),
        ("Birch, supra note 2, at 16.", "r2"),
        ("Ivi, p. 16.", "r5"),
        ("Birch, cit., p. 16.", "r2"),
    ],
)
def test_a_fourth_note(note: str, expected: str) -> None:
    assert labels(f"{NOTES}[4] {note}\n")[3:] == [(expected,)]


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("Ibid., 73. See also Birch, Light, 40.", ["r5", "r2"]),
        ("Ash, Harbours, 5, Birch, Light, 40.", ["r1", "r2"]),
        ("Ash, Harbours, p. 5, 7, Bo Birch, Light on water, p. 40.", ["r1", "r2"]),
        (
            "Ann Ash, Ropes (Quay 2001), 5, Birch, “Light,” 40, Ash, Harbours, 3.",
            ["r5", "r2", "r1"],
        ),
        ("Ash, Harbours, in Quay 5, Birch being the editor.", ["r1"]),
        ("Ash, op. cit., p. 5. Voir aussi ibid., p. 9.", ["r5", "r5"]),
        ("Birch, Light, 4. The first map is in Cedar and Elm, Fishing Grounds, ix.", ["r2", "r3"]),
        ("Birch, Light, 4, and see also Ash, Harbours, 9.", ["r2", "r1"]),
        ("Ash, Harbours, S. 12 f. Zur Kritik vgl. Birch, Light, S. 3.", ["r1", "r2"]),
        ("Bo Birch, “Light on water in the north” (2001) 5. In Harbours and Towns, 2.", ["r2"]),
    ],
)
def test_a_fourth_note_with_two_citations(note: str, expected: list[str]) -> None:
    assert labels(f"{NOTES}[4] {note}\n")[3:] == [(label,) for label in expected]


def test_ibid_behind_what_was_not_understood() -> None:
    text = NOTES + "[4] City Archive, Box 12, fol. 3.\n[5] Ibid., fol. 4.\n[6] Birch, Light, 2.\n"
    assert labels(text)[3:] == [("r2",)]


def test_ibid_behind_a_remark() -> None:
    text = NOTES + "[4] The spelling is modern.\n[5] Ibid., 4.\n"
    assert labels(text)[3:] == [("r5",)]


def test_a_name_known_only_from_a_whole_reference() -> None:
    text = (
        NOTES + "[4] Dan Pavel (ed.), The Fishing Grounds: Maps and Tables (Quay 1999).\n"
        "[5] Ash, Harbours, 3.\n[6] Pavel, op. cit., 4.\n"
    )
    assert labels(text)[3:] == [("r4",), ("r1",), ("r4",)]


def test_a_title_within_the_title_of_another_author() -> None:
    text = NOTES + "[4] Bo Birch, Beyond the Fishing Grounds: Maps and Tables Revisited, 12.\n"
    assert len(labels(text)) == 3


@pytest.mark.parametrize(
    "note",
    [
        "Birch grows there.",
        "Ash and birch, 4 of each.",
        "See below.",
        "Oakes, op. cit., 3.",
        "Pierre Oakes (dir.), op. cit., 3.",
        "Birch, Letters to a Friend, 3.",
        "Birch, of the North, 3.",
    ],
)
def test_a_fourth_note_that_cites_nothing(note: str) -> None:
    assert len(labels(f"{NOTES}[4] {note}\n")) == 3


def test_numbers_that_count_only_the_notes_that_cite() -> None:
    text = """One.[1] Two.[2] Three.[3] Four.[4] Five.[5] Six, in Birch.[6]

[1] Thanks to all who helped.
[2] Ann Ash, A History of Small Harbours: Volume One (Harbour Press 2001).
[3] Bo Birch, “Light on water in the north” (2001) 5 Quay 1; Ann Ash, Ropes and the people.
[4] Ash (n 1) 7.
[5] Birch (n 2) 9.
[6] (n 2).
"""
    assert labels(text) == [("r1",), ("r2",), ("r5",), ("r1",), ("r2",), ("r2",)]


def test_numbers_of_notes_as_they_stand() -> None:
    text = NOTES + "[4] Ash (n 1) 7.\n[5] Birch (n 2) 9.\n[6] Ash (n 3) 5.\n"
    assert labels(text)[3:] == [("r1",), ("r2",), ("r5",)]


def test_the_sentence_names_the_author_before_the_mark() -> None:
    text = """Much was said.[1] As in Ash[2] it is.[3]

[1] Bo Birch, “Light on water in the north” 1; Ann Ash, A History of Small Harbours, 4.
[2] (n 1) 7.
[3] Cedar, The Fishing Grounds: Maps and Tables, 2.
"""
    assert labels(text)[2] == ("r1",)


def test_a_whole_title_comes_before_one_that_goes_on() -> None:
    found = Titles(SHELF).first_in("see The Fishing Grounds here", 0, 28)
    assert found is not None
    assert (found.entries, found.sure) == ((2,), True)

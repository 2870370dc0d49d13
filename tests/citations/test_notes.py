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
    ],
)
def test_a_fourth_note(note: str, expected: str) -> None:
    assert labels(f"{NOTES}[4] {note}\n")[3:] == [(expected,)]


@pytest.mark.parametrize("note", ["Birch grows there.", "Ash and birch, 4 of each.", "See below."])
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

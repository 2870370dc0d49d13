"""Capitals in titles: headline style and sentence case, and names that neither may damage."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.styles.titles import headline, sentence, subtitle_capital


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("Drivers of dune migration", "Drivers of Dune Migration"),
        ("the state of the art: a review of sand", "The State of the Art: A Review of Sand"),
        ("How to build a harbour with care", "How to Build a Harbour with Care"),
        ("What the sea is made of", "What the Sea Is Made Of"),
        ("Salt-free water and e-mail", "Salt-Free Water and E-Mail"),
        ("iPhone and NASA at sea", "iPhone and NASA at Sea"),
        ("Who owns the beach? a question", "Who Owns the Beach? A Question"),
        ("Die Geschichte der Ostsee", "Die Geschichte der Ostsee"),
        ("Histoire de la mer du Nord", "Histoire de la mer du Nord"),
        ("План развития портов", "План развития портов"),
        ("", ""),
    ],
)
def test_headline(title: str, written: str) -> None:
    assert headline(title) == written


def test_headline_by_language() -> None:
    assert headline("Sand und Salz", "de") == "Sand und Salz"
    assert headline("Sand and salt", "en-GB") == "Sand and Salt"
    assert headline("Waves between islands") == "Waves Between Islands"
    assert headline("Waves between islands", long_prepositions=True) == "Waves between Islands"


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("Drivers, Dynamics, and Possible Outcomes", "Drivers, dynamics, and possible outcomes"),
        ("The State of the Union: Military Success", "The state of the union: Military success"),
        ("Growing Divisions in the European Union", "Growing divisions in the European Union"),
        ("The Fall of the Soviet Union and Its Legacy",
         "The fall of the Soviet Union and its legacy"),
        ("Ethics in World War Two", "Ethics in World War Two"),
        ("Challenges for the Republic of Georgia", "Challenges for the Republic of Georgia"),
        ("The Future of the Ministry of Defence", "The future of the Ministry of Defence"),
        ("Understanding NATO and Its Enemies", "Understanding NATO and its enemies"),
        ("A Brief History of Okafor", "A brief history of Okafor"),
        # Not in headline style: the capitals are those of names.
        ("Ships of the Baltic Fleet return", "Ships of the Baltic Fleet return"),
        ("Die Geschichte der Deutschen Flotte", "Die Geschichte der Deutschen Flotte"),
        ("DUNES AND SALT", "DUNES AND SALT"),
        ("the Long Road to Peace", "The long road to peace"),
        ("", ""),
    ],
)  # fmt: skip
def test_sentence(title: str, written: str) -> None:
    assert sentence(title) == written


def test_subtitle() -> None:
    assert subtitle_capital("Sand: mud and salt") == "Sand: Mud and salt"
    assert subtitle_capital("Sand: “mud” and salt") == "Sand: “Mud” and salt"


@given(st.text(max_size=60))
def test_only_case_changes(title: str) -> None:
    for changed in (headline(title, "en"), sentence(title, "en")):
        assert changed.casefold() == title.casefold() or not title.isascii()

"""When the tagger is asked, and what becomes of its answer."""

import subprocess
import sys

import pytest

from citecheck.model import Reference
from tests.parsing.entry import place, read, shown, values

SURE = [
    "Lie, B., & Vos, M. (2019). Rivers that remember. Delta Studies, 12(4), 3–9.",
    "Lie, Bo, “Rivers that remember”, Salt House, 2020. https://a.example/b",
    "Lie, Bo. *Rivers and memory*. Leeds: Salt Press, 2018.",
]
MARKED = [
    "Lie, Bo, “Rivers that remember”, Salt House, 2020. https://a.example/b",
    "Vos, Mia, “Salt and sand”, Delta Post, 2021. Downloaded 5 May 2024 from: www.a.example/c",
]


def loads_model(entry: str) -> bool:
    """Whether reading *entry* in a fresh process loads the tagger."""
    code = (
        "import sys; from citecheck.model import Span; "
        "from citecheck.parsing.reading import read_entry; entry = sys.argv[1]; "
        "read_entry(entry, Span(start=0, end=len(entry)), 'r1'); "
        "sys.exit('citecheck.parsing.tagger' in sys.modules)"
    )
    return subprocess.run([sys.executable, "-c", code, entry], check=False).returncode == 1


@pytest.mark.parametrize("entry", MARKED)
def test_entries_that_marks_explain_load_no_model(entry: str) -> None:
    assert not loads_model(entry)


def test_other_entries_load_the_model() -> None:
    assert loads_model("Lie, Bo, Rivers that remember, Salt University Press, 2019, Leeds.")


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (
            "CARVER, Linda, Broken Coasts : The Struggle to Control the Tides, "
            "Harvard University Press, 2008, Cambridge.",
            {
                "title": "Broken Coasts : The Struggle to Control the Tides",
                "publisher": "Harvard University Press",
            },
        ),
        (
            "D. Callan and K. Kemp. Compiling programs for coastal multiprocessors. "
            "Journal of Coastal Computing, 2 151-169, October 1988.",
            {
                "title": "Compiling programs for coastal multiprocessors",
                "container_title": "Journal of Coastal Computing",
                "volume": "2",
                "page": "151-169",
            },
        ),
        (
            "Marchand, Odile. La profession de marin, Paris, Payot, 1984 [1970].",
            {"title": "La profession de marin", "publisher": "Payot"},
        ),
    ],
)
def test_reads_what_the_steps_guessed(entry: str, expected: dict[str, str]) -> None:
    found = values(read(entry))
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("entry", "names", "title"),
    [
        (
            "Benedict Lund, Imagined Rivers: Reflections on the Origin and Spread of Deltas, "
            "rev. ed. (London: Delta, 1991), 39.",
            ["Lund|Benedict"],
            "Imagined Rivers: Reflections on the Origin and Spread of Deltas",
        ),
        (
            "Elizabeth Vos, “Bringing the Rivers Back In: Strategies of Analysis in Current "
            "Research,” in Bringing the Rivers Back In.",
            ["Vos|Elizabeth"],
            "Bringing the Rivers Back In: Strategies of Analysis in Current Research",
        ),
    ],
)
def test_titles_are_not_cut(entry: str, names: list[str], title: str) -> None:
    reference = read(entry)
    assert [shown(name) for name in reference.author] == names
    assert reference.title
    assert reference.title.value == title


def test_names_found_by_the_tagger_are_split() -> None:
    reference = read(
        "Stefan Aykanat, Amy Dahan, Odile Petrova, Peter Smithson, Governing the climate "
        "of coasts, Journal of Coastal Studies, Vol. 189, 1975, 193-222"
    )
    assert [shown(name) for name in reference.author] == [
        "Aykanat|Stefan", "Dahan|Amy", "Petrova|Odile", "Smithson|Peter",
    ]  # fmt: skip


def lowered(reference: Reference) -> list[str]:
    """The fields of which the reading is not certain."""
    names = ("title", "container_title", "publisher", "volume", "page")
    return [n for n in names if (v := getattr(reference, n)) and v.confidence < 1]


def test_agreement_keeps_confidence() -> None:
    assert [lowered(read(entry)) for entry in SURE] == [[], [], []]


@pytest.mark.parametrize(
    "entry",
    [
        "Lie, Bo; Rivers: 12 345-356, 2019, Salt. and more of it",
        "[[Lie]] «Rivers” 2018 ,Delta .Stud .12 ,3",
        "王小明. 河流的记忆，盐出版社，2018",
    ],
)
def test_values_stand_in_the_text(entry: str) -> None:
    reference = read(entry)
    for name, value in values(reference).items():
        found = getattr(reference, name)
        if name != "issued" and found.span:
            assert place(entry, found.span) == value

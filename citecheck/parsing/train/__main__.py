"""Train the tagger: ``python -m citecheck.parsing.train --strings DIR [--out DIR]``.

DIR holds the labelled strings (``*-train.jsonl``). The model and a record of what it was made of
are written beside the shipped model unless ``--out`` says otherwise. Seeds are fixed; the extra
``train`` (torch) must be installed. Two cores need about an hour.
"""

import argparse
import json
import random
from collections.abc import Callable
from pathlib import Path

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

CORPORA: dict[str, Callable[[Labelled], Labelled | None]] = {
    "anystyle-train": harmonise,
    "anystyle-hard-train": harmonise_hard,
    "grobid-train": harmonise,
    "linkedbooks-train": harmonise_linkedbooks,
}
MADE = "made from templates"
TEMPLATES = Path(__file__).parents[3] / "references" / "templates"
TIMES = {"anystyle-train": 2}  # how often strings count whose labels are the most careful


def gather(strings: Path, linked: int, made: int) -> dict[str, list[Labelled]]:
    """The strings of each source by its name, labels harmonised."""
    sources = {}
    for name, alike in CORPORA.items():
        read_ones = map(alike, read(strings / f"{name}.jsonl"))
        sources[name] = [string for string in read_ones if string]
    books = sources["linkedbooks-train"]
    random.Random(5).shuffle(books)
    sources["linkedbooks-train"] = books[:linked]
    reused = sources["anystyle-train"] + sources["grobid-train"]
    sources[MADE] = make(made, TEMPLATES, reused)
    return sources


def examples(sources: dict[str, list[Labelled]]) -> dict[str, list[Example]]:
    """The strings of each source as the network sees them; those without words are left out."""
    return {
        name: [
            example(found, string) for string in strings if (found := read_input(string.text)).words
        ]
        for name, strings in sources.items()
    }


def main(arguments: list[str] | None = None, say: Callable[[str], object] = print) -> None:
    """Read the arguments, train, write the model and its record."""
    parser = argparse.ArgumentParser(prog="python -m citecheck.parsing.train", description=__doc__)
    parser.add_argument(
        "--strings", type=Path, required=True, help="folder of the labelled strings"
    )
    parser.add_argument("--out", type=Path, default=MODEL.parent, help="folder of the model")
    parser.add_argument("--linked", type=int, default=2500, help="strings of LinkedBooks to use")
    parser.add_argument("--made", type=int, default=8000, help="strings to make from templates")
    parser.add_argument(
        "--rounds", type=int, default=15, help="times each network goes through all strings"
    )
    options = parser.parse_args(arguments)
    sources = gather(options.strings, options.linked, options.made)
    from citecheck.parsing.train.learning import TEACHERS, train

    read_ones = examples(sources)
    exchanged = [one for name in CORPORA for one in read_ones[name]]
    counted = [one for name, each in read_ones.items() for one in each * TIMES.get(name, 1)]
    numbering, weights = train(counted, exchanged, options.rounds, say)
    options.out.mkdir(parents=True, exist_ok=True)
    names = {"words": list(numbering.words), "gaps": list(numbering.gaps)}
    record = {
        "strings": {name: len(strings) for name, strings in sources.items()},
        "counted": TIMES,
        "networks": [sizes._asdict() for sizes in TEACHERS],
        "rounds": options.rounds,
        "labels": sorted({label[2:] for label in numbering.labels if label != "O"}),
        "model": pack(numbering.labels, names, weights, options.out / MODEL.name),
    }
    text = json.dumps(record, indent=2, ensure_ascii=False) + "\n"
    (options.out / "tagger.json").write_text(text, encoding="utf-8")
    say(text)


if __name__ == "__main__":
    main()

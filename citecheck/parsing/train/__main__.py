"""Train the tagger: ``python -m citecheck.parsing.train --strings DIR [--out DIR]``.

DIR holds the labelled strings (``*-train.jsonl``). The model and a record of what it was made of
are written beside the shipped model unless ``--out`` says otherwise. Seeds are fixed; the extra
``train`` (python-crfsuite) must be installed.
"""

import argparse
import json
import random
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from citecheck.parsing.features import features
from citecheck.parsing.tagger import MODEL
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
TEMPLATES = Path(__file__).parents[3] / "references" / "templates"
UNKNOWN = 0.15  # share of words whose spelling is kept from the trainer
SPELLING = ("w", "p3", "p4", "q2", "q3", "q4")
PARAMETERS = {"c1": 0.1, "c2": 0.4, "max_iterations": 100, "feature.minfreq": 2}


def label_words(spans: Iterable[tuple[int, int]], string: Labelled) -> list[str]:
    """A label for each word: "B-title" for the first word of a title, "I-title", "O"."""
    labels = []
    fields = iter(string.spans)
    field = next(fields, None)
    begun = False
    for start, end in spans:
        middle = (start + end) / 2
        while field is not None and field[1] < middle:
            field, begun = next(fields, None), False
        if field is None or middle < field[0]:
            labels.append("O")
            continue
        labels.append(("I-" if begun else "B-") + field[2])
        begun = True
    return labels


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
    sources["made from templates"] = make(made, TEMPLATES, reused)
    return sources


def forget(rows: list[list[str]], rng: random.Random) -> list[list[str]]:
    """The features with some words made unknown, as a seventh of those of a new string are."""
    unknown = [rng.random() < UNKNOWN for _ in rows] + [False] * 2
    beside = {"w-1": -1, "b": -1, "w+1": 1, "b+": 1, "w-2": -2, "w+2": 2}
    kept = []
    for i, row in enumerate(rows):
        dropped = set(SPELLING) if unknown[i] else set()
        dropped |= {name for name, step in beside.items() if unknown[i + step]}
        if unknown[i]:
            dropped |= {"b", "b+"}
        kept.append([name for name in row if name.partition("=")[0] not in dropped])
    return kept


def train(sources: Iterable[list[Labelled]], verbose: bool) -> Any:
    """The trained model as python-crfsuite describes it (labels, transitions, weights)."""
    import pycrfsuite

    rng = random.Random(3)
    trainer = pycrfsuite.Trainer("lbfgs", verbose=verbose)
    for strings in sources:
        for string in strings:
            spans, rows = features(string.text)
            if spans:
                trainer.append(forget(rows, rng), label_words(spans, string))
    trainer.set_params(PARAMETERS)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "model.crf")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        found = tagger.info()
        tagger.close()
    return found


def main(arguments: list[str] | None = None, say: Callable[[str], object] = print) -> None:
    """Read the arguments, train, write the model and its record."""
    parser = argparse.ArgumentParser(prog="python -m citecheck.parsing.train", description=__doc__)
    parser.add_argument(
        "--strings", type=Path, required=True, help="folder of the labelled strings"
    )
    parser.add_argument("--out", type=Path, default=MODEL.parent, help="folder of the model")
    parser.add_argument("--linked", type=int, default=500, help="strings of LinkedBooks to use")
    parser.add_argument("--made", type=int, default=6000, help="strings to make from templates")
    parser.add_argument("--verbose", action="store_true", help="show every iteration")
    options = parser.parse_args(arguments)
    sources = gather(options.strings, options.linked, options.made)
    found = train(sources.values(), options.verbose)
    labels = sorted(found.labels, key=lambda label: int(found.labels[label]))
    options.out.mkdir(parents=True, exist_ok=True)
    sizes = pack(labels, found.transitions, found.state_features, options.out / MODEL.name)
    record = {
        "strings": {name: len(strings) for name, strings in sources.items()},
        "parameters": PARAMETERS,
        "labels": sorted({label[2:] for label in labels if label != "O"}),
        "model": sizes,
    }
    text = json.dumps(record, indent=2, ensure_ascii=False) + "\n"
    (options.out / "tagger.json").write_text(text, encoding="utf-8")
    say(text)


if __name__ == "__main__":
    main()

"""Labelled reference strings: figures of the tagger for each corpus and field."""

import argparse
import importlib.util
import json
from collections import defaultdict
from pathlib import Path
from types import ModuleType
from typing import Any

from citecheck.parsing.tagger import tag
from tests.accuracy.shared import shared

CORPORA = ("anystyle-dev", "anystyle-hard-dev", "grobid-dev")


def scorer(folder: Path) -> ModuleType:
    """The script beside the strings that defines the measure."""
    specification = importlib.util.spec_from_file_location("string_score", folder / "score.py")
    if specification is None or specification.loader is None:
        raise FileNotFoundError(folder / "score.py")
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def tagged_fields(text: str) -> dict[str, list[str]]:
    """The pieces of *text* by label, as the tagger finds them."""
    pieces: defaultdict[str, list[str]] = defaultdict(list)
    for field in tag(text):
        pieces[field.label].append(text[field.start : field.end])
    return dict(pieces)


def measure(path: Path, score: ModuleType) -> Any:
    """The ``Score`` of the strings in the file *path*."""
    total = score.Score()
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        text = record["text"]
        total.add(score.fields_from_spans(text, record["spans"]), tagged_fields(text))
    return total


def run(_: argparse.Namespace) -> int:
    """Print a row for each corpus: micro-F1, share of strings all right, F1 and count by field."""
    folder = shared("reference-strings")
    score = scorer(folder)
    for name in CORPORA:
        print(measure(folder / f"{name}.jsonl", score).row(name))
    return 0

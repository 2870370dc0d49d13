"""Labelled reference strings: figures of the tagger, and of the complete reading, by field."""

import argparse
import importlib.util
import json
import re
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

from citecheck.model import Name, Provenance, Reference, Span, Value
from citecheck.parsing.reading import read_entry
from citecheck.parsing.tagger import tag
from tests.accuracy.shared import shared

CORPORA = ("anystyle-dev", "anystyle-hard-dev", "grobid-dev")
ADDRESS = re.compile(r"https?\s?:\s?//[^\s/]{0,8}doi\.\s?org/$")  # right before a DOI
SAME = ("title", "volume", "issue", "publisher", "url")


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


def read_fields(text: str) -> dict[str, list[str]]:
    """The fields of *text* after the complete reading, in the terms of the measure."""
    reference = read_entry(text, Span(start=0, end=len(text)), "r1")
    issued = reference.issued
    return {
        "author": [written(text, name) for name in reference.author],
        "date": [str(issued.year or issued.literal)] if issued else [],
        "container": value(reference.container_title),
        "pages": value(reference.page or reference.number_of_pages),
        **{name: value(getattr(reference, name)) for name in SAME},
        "doi": [written(text, reference.doi)] if reference.doi else [],
        **address(text, reference),
    }


def address(text: str, reference: Reference) -> dict[str, list[str]]:
    """A DOI that is written as an address counts as one, as the corpora have it."""
    doi = reference.doi
    if doi and doi.provenance is Provenance.URL:
        return {"doi": []}
    if doi is None or doi.span is None:
        return {}
    before = ADDRESS.search(text, 0, doi.span.start)
    if before is None or text[: before.start()].casefold().rstrip(" :").endswith("doi"):
        return {}
    return {"url": [text[before.start() : doi.span.end]], "doi": []}


def written(text: str, found: Name | Value) -> str:
    """A name or value as it stands in *text*."""
    if found.span:
        return found.span.of(text)
    return found.value if isinstance(found, Value) else f"{found.given} {found.sort_name}"


def value(found: Value | None) -> list[str]:
    """The value in a list, or an empty one."""
    return [found.value] if found else []


def measure(path: Path, score: ModuleType, fields: Callable[[str], dict[str, list[str]]]) -> Any:
    """The ``Score`` of *fields* on the strings in the file *path*."""
    total = score.Score()
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        text = record["text"]
        total.add(score.fields_from_spans(text, record["spans"]), fields(text))
    return total


def run(_: argparse.Namespace) -> int:
    """Print rows for each corpus: micro-F1, share of strings all right, F1 and count by field."""
    folder = shared("reference-strings")
    score = scorer(folder)
    for name in CORPORA:
        for kind, fields in (("tagger alone", tagged_fields), ("complete", read_fields)):
            print(measure(folder / f"{name}.jsonl", score, fields).row(f"{name}, {kind}"))
    return 0

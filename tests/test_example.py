"""The worked example in ``references/`` is what citecheck says of it today."""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

REPOSITORY = Path(__file__).resolve().parents[1]
FOLDER = REPOSITORY / "references"

# File -> the command whose output it holds, and its exit code.
FILES = {
    "report.txt": (["check", "references/draft.txt"], 1),
    "report.json": (["check", "references/draft.txt", "--format", "json"], 1),
    "literature.json": (["references", "references/draft.txt", "--format", "csl-json"], 0),
    "literature.bib": (["references", "references/draft.txt", "--format", "bibtex"], 0),
    "fixed-apa.txt": (
        ["references", "references/draft.txt", "--fixed", "--format", "text", "--style", "apa"],
        0,
    ),
    "fixed-own.txt": (
        ["references", "references/draft.txt", "--fixed", "--format", "text", "--style", "own"],
        0,
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_file_is_what_the_command_prints(name: str) -> None:
    words, code = FILES[name]
    done = subprocess.run(
        [sys.executable, "-m", "citecheck", *words],
        cwd=REPOSITORY,
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        check=False,
    )
    assert (done.returncode, done.stderr) == (code, "")
    assert done.stdout == (FOLDER / name).read_text(encoding="utf-8"), (
        f"if the new output is right, put it into references/{name}: citecheck {' '.join(words)}"
    )


@cache
def report() -> dict[str, Any]:
    """The report on the example, as data."""
    return dict(json.loads((FOLDER / "report.json").read_text(encoding="utf-8")))


def test_every_entry_and_every_citation_is_resolved() -> None:
    assert len(report()["references"]) == 30
    assert len(report()["citations"]) == 52
    statuses = [citation["status"] for citation in report()["citations"]]
    assert statuses.count("ambiguous") == 2
    assert "unmatched" not in statuses


# What the example was written to show: rule -> a text that one of its findings underlines.
SHOWN = {
    "given-name-cited": "Valerie, 2023",
    "misspelt-author": "Dean, 2021",
    "ambiguous-citation": "TASS, 2021",
    "et-al-form": "et.al.",
    "stop-before-citation": "(Astapeni, 2021)",
    "title-against-url": "polity",
    "year-against-url": "2023",
    "access-note-typo": "form",
    "stray-line": "Photo: Defence Ministers of Russia and Belarus discussed joint activities for "
    "2021/Wikimedia commons",
}


@pytest.mark.parametrize("rule", SHOWN)
def test_what_the_example_shows(rule: str) -> None:
    text = (FOLDER / "draft.txt").read_text(encoding="utf-8")
    found = [finding for finding in report()["findings"] if finding["name"] == rule]
    assert SHOWN[rule] in [text[finding["start"] : finding["end"]] for finding in found]


@pytest.mark.parametrize("silent", ["missing-entry", "uncited-entry"])
def test_what_the_example_does_not_show(silent: str) -> None:
    assert silent not in [finding["name"] for finding in report()["findings"]]

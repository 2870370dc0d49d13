"""The real drafts: citecheck in this process over all of them, scored by their own script."""

import argparse
import contextlib
import json
import runpy
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any

from tests.accuracy.shared import shared

RANKS = ("info", "warning", "error")


def run(arguments: argparse.Namespace) -> int:
    """Check every document of the chosen sets and print the script's report; 1 if one failed."""
    failed = 0
    for name in arguments.set.split(","):
        folder = shared(f"drafts/{name}")
        print(f"\n#### {name}")
        with tempfile.TemporaryDirectory() as out:
            failed += answer_all(folder, Path(out), arguments)
            score(folder, Path(out), arguments)
    return 1 if failed else 0


def answer_all(folder: Path, out: Path, arguments: argparse.Namespace) -> int:
    """Write one answer per document to *out*; how many documents failed."""
    chosen = [path for path in sorted(folder.glob("*/gold.json")) if arguments.only in str(path)]
    if arguments.only:
        narrow(chosen, out)
    jobs = [(path, out, RANKS.index(arguments.min_severity)) for path in chosen]
    with ProcessPoolExecutor(arguments.jobs) as pool:
        errors = [error for error in pool.map(answer, jobs) if error]
    for error in errors:
        print(error, file=sys.stderr)
    return len(errors)


def narrow(chosen: list[Path], out: Path) -> None:
    """Copy the known answers of the chosen documents to *out*, to be scored alone."""
    for path in chosen:
        target = out / "gold" / path.parent.name
        target.mkdir(parents=True)
        (target / path.name).write_bytes(path.read_bytes())


def answer(job: tuple[Path, Path, int]) -> str:
    """Check one document and write the answer; what went wrong, or ""."""
    from citecheck import check
    from citecheck.reports.json import as_data
    from citecheck.reports.look import Look

    path, out, rank = job
    gold = json.loads(path.read_text(encoding="utf-8"))
    try:
        report = check(path.parent / gold["text_file"])
        converted = converter()(as_data(report, Look()), rank)
    except Exception as error:  # a crash is the very thing to be printed, document by document
        return f"{gold['document']}: {error!r}"
    target = out / f"{gold['document']}.json"
    target.write_text(json.dumps(converted, ensure_ascii=False), encoding="utf-8")
    return ""


@cache
def converter() -> Any:
    """``convert`` of the drafts' own ``run.py``."""
    return runpy.run_path(str(shared("drafts/run.py")))["convert"]


def score(folder: Path, out: Path, arguments: argparse.Namespace) -> None:
    """Let the drafts' own ``score.py`` print its report."""
    script = str(shared("drafts/score.py"))
    gold = out / "gold" if arguments.only else folder
    with command_line([script, str(gold), str(out), "--by", arguments.by]):
        runpy.run_path(script, run_name="__main__")


@contextlib.contextmanager
def command_line(words: list[str]) -> Iterator[None]:
    """``sys.argv`` as *words* for a while."""
    before, sys.argv = sys.argv, words
    try:
        yield
    finally:
        sys.argv = before

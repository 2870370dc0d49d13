"""A hundred drafts in one process against the sum of their stages, and in all processes."""

import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.manuscript import manuscript
from tests.bench.processes import environment, verdict

COUNT = 100
CITATIONS, ENTRIES = 60, 40
LIMIT = 1.2
ROUNDS = 3

# The stages are called one by one, as the pipeline does; then the command as a whole.
CHILD = """
import gc, json, os, pathlib, sys, time
import citecheck
from citecheck import reports
from citecheck.citations import find_citations
from citecheck.cli import run
from citecheck.config import Settings
from citecheck.matching import match_citations
from citecheck.pipeline import check_document, read_list, without_collection
from citecheck.readers import read_path
from citecheck.reports import Look
from citecheck.rules import Context, run_rules

names = sys.argv[1:]
gc.set_threshold(100_000)
sys.stdout = open(os.devnull, "w", encoding="utf-8")
run(["check", names[0]])
begin = time.process_time()
for name in names:
    with without_collection():
        document = read_path(pathlib.Path(name))
        sections, listed, references = read_list(document)
        citations = find_citations(document, sections, references)
        matches = match_citations(document, citations, references)
        context = Context(document=document, sections=sections, references=references,
                          citations=citations, matches=matches)
        findings = run_rules(context, Settings())
stages = time.process_time() - begin
done = [check_document(read_path(pathlib.Path(name)), Settings()) for name in names]
begin = time.process_time()
for piece in reports.render(done, "text", Look(several=True)):
    sys.stdout.write(piece)
stages += time.process_time() - begin
begin = time.process_time()
run(["check", *names])
print(json.dumps([stages, time.process_time() - begin]), file=sys.stderr)
"""


def run() -> bool:
    """CPU time of ``citecheck check`` over 100 drafts, and what ``--jobs`` makes of it."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, f"essay{number:03}.md") for number in range(COUNT)]
        for number, path in enumerate(paths):
            path.write_text(manuscript(ENTRIES, CITATIONS, seed=number), encoding="utf-8")
        names = list(map(str, paths))
        pairs = [_pair(names) for _ in range(ROUNDS)]
        stages, whole = (min(costs) for costs in zip(*pairs, strict=True))
        ratio = whole / stages
        print(f"  sum of the stages            {stages * 1000:6.0f} ms CPU")
        print(f"  citecheck check, all at once {whole * 1000:6.0f} ms CPU")
        print(f"  {verdict(ratio <= LIMIT)} {ratio:.2f} times (limit {LIMIT:g})")
        return _same_from_any_number(names) and ratio <= LIMIT


def _pair(names: list[str]) -> tuple[float, float]:
    done = subprocess.run(
        [sys.executable, "-c", CHILD, *names], env=environment(), capture_output=True, check=True
    )
    stages, whole = json.loads(done.stderr.splitlines()[-1])
    return stages, whole


def _same_from_any_number(names: list[str]) -> bool:
    """Print the time of one and of all processes; whether they write the same."""
    told = set()
    for jobs in ("1", "2", "0"):
        command = [sys.executable, "-m", "citecheck", "check", "--jobs", jobs, *names]
        begin = time.perf_counter()
        done = subprocess.run(command, env=environment(), capture_output=True, check=False)
        wall = time.perf_counter() - begin
        told.add(hashlib.sha256(done.stdout).hexdigest())
        cores = (
            f"all {os.cpu_count()} cores" if jobs == "0" else f"{jobs} process{'es' * (jobs > '1')}"
        )
        print(f"  {cores:28} {wall * 1000:6.0f} ms wall")
    print(f"  {verdict(len(told) == 1)} the same bytes from any number of processes")
    return len(told) == 1

"""A long draft against a tenth of it: citations to entries, and every other stage."""

import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.manuscript import manuscript
from tests.bench.processes import environment, verdict

SMALL, LARGE = (200, 1_000), (2_000, 10_000)
LIMIT = 12.0
MEMORY = 400.0  # MiB
ROUNDS = 5

# A warm-up on another text first: imports and model building are no part of the growth.
CHILD = """
import json, pathlib, resource, sys, time
import citecheck
from citecheck.citations import find_citations
from citecheck.config import Settings
from citecheck.matching import match_citations
from citecheck.parsing import find_sections, read_references
from citecheck.pipeline import check_document
from citecheck.readers import read_path
from citecheck.rules import Context, run_rules

citecheck.check("Sand was found (Quarry, 1999).\\n\\nReferences\\nQuarry, A. (1999) Sand. Dune.")
document = read_path(pathlib.Path(sys.argv[1]))
costs = {}

def timed(stage, function, *given):
    begin = time.process_time()
    result = function(*given)
    costs[stage] = time.process_time() - begin
    return result

report = timed("whole check", check_document, document, Settings())
unit = 1 if sys.platform == "darwin" else 1024
costs["peak"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 2**20
costs["found entries"], costs["found citations"] = len(report.references), len(report.citations)
costs["resolved"], costs["findings"] = report.coverage.citations_resolved, len(report.findings)
del report
sections = timed("sections", find_sections, document)
references = timed("references", read_references, document, sections)
citations = timed("citations", find_citations, document, sections, references)
matches = timed("matching", match_citations, document, citations, references)
context = Context(document=document, sections=sections, references=references,
                  citations=citations, matches=matches)
timed("rules", run_rules, context, Settings())
print(json.dumps(costs))
"""
STAGES = ("sections", "references", "citations", "matching", "rules", "whole check")


def run() -> bool:
    """CPU time of one check in a process of its own, ten times the entries and citations."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("small.txt", "large.txt")]
        for path, size in zip(paths, (SMALL, LARGE), strict=True):
            path.write_text(manuscript(*size), encoding="utf-8")
        small, large = in_turn(paths)
    for cost in (small, large):
        print(
            f"  {cost['found entries']:.0f} entries, {cost['found citations']:.0f} citations",
            end="",
        )
        print(f" ({cost['resolved']:.0f} resolved), {cost['findings']:.0f} findings")
    for stage in STAGES:
        print(f"  {stage:12} {small[stage]:8.3f} s {large[stage]:8.3f} s", end="")
        print(f"  {large[stage] / max(small[stage], 1e-6):5.1f} times")
    ratio = large["whole check"] / small["whole check"]
    held, light = ratio <= LIMIT, large["peak"] < MEMORY
    print(f"  {verdict(held)} {ratio:.1f} times the work (limit {LIMIT:g})")
    print(f"  {verdict(light)} {large['peak']:.0f} MiB at its peak (limit {MEMORY:g})")
    return held and light


def in_turn(paths: list[Path]) -> tuple[dict[str, float], dict[str, float]]:
    """The medians of each figure of the two checks, run in turn so that both meet the same moods
    of the machine.
    """
    rounds = [[measure(path) for path in paths] for _ in range(ROUNDS)]
    first, second = (
        {name: statistics.median(each[place][name] for each in rounds) for name in rounds[0][place]}
        for place in (0, 1)
    )
    return first, second


def measure(path: Path) -> dict[str, float]:
    """CPU seconds of each stage, and what was found; peak memory in MiB after the check."""
    command = [sys.executable, "-c", CHILD, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment())
    return {str(name): float(value) for name, value in json.loads(done.stdout).items()}

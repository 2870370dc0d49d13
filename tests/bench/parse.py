"""Reading the entries of a list: how many a second, what the model costs, how the work grows."""

import json
import re
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.processes import environment, verdict
from tests.bench.texts import EXAMPLE, REPOSITORY

STRINGS = REPOSITORY.parent / "shared" / "reference-strings"
CORPORA = ("anystyle-dev", "grobid-dev")
SMALL, LARGE = 2_000, 20_000
SPEED = 2_500.0  # entries a CPU second
LOAD = 0.25  # seconds
MEMORY = 200.0  # MiB
GROWTH = 12.0
ROUNDS = 3
NUMBER = re.compile(r"(?<!\d)\d{1,3}(?!\d)")  # none of a year

# The yardstick is work of the interpreter alone; it tells a slow machine from a slow program.
CHILD = """
import json, resource, sys, time
from citecheck.model import Span
from citecheck.parsing.reading import parse_reference, read_entries
from citecheck.pipeline import without_collection

text = open(sys.argv[1], encoding="utf-8").read()
places, start = [], 0
for entry in text.split("\\n"):
    places.append((Span(start=start, end=start + len(entry)), "r1"))
    start += len(entry) + 1
costs = {}

def timed(name, function):
    begin = time.process_time()
    function()
    costs[name] = time.process_time() - begin

timed("yardstick", lambda: sum(number * number for number in range(3_000_000)))
parse_reference("Lie, Bo, “Rivers”, Salt House, 2018. https://a.example/b")
# The first entry that no marks explain loads the model, and all that reads with it.
timed("load", lambda: parse_reference("Lie, B. & Vos, M. (2019). Rivers. Delta Studies, 12, 3-9."))
with without_collection():  # as ``citecheck.parse_references`` does
    timed("entries", lambda: [entry and None for entry in read_entries(text, places)])
unit = 1 if sys.platform == "darwin" else 1024
costs["peak"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 2**20
print(json.dumps(costs))
"""


def run() -> bool:
    """CPU time of complete readings in a process of its own, against a fixed yardstick."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("small.txt", "large.txt")]
        for path, count in zip(paths, (SMALL, LARGE), strict=True):
            path.write_text("\n".join(entries(count)), encoding="utf-8")
        rounds = [[measure(path) for path in paths] for _ in range(ROUNDS)]
    small, large = (
        {name: statistics.median(each[place][name] for each in rounds) for name in rounds[0][place]}
        for place in (0, 1)
    )
    print(f"  yardstick {small['yardstick'] * 1000:.0f} ms")
    return all(
        [
            show(SMALL / small["entries"], SPEED, "entries a second", least=True),
            show(small["load"] * 1000, LOAD * 1000, "ms to load the model"),
            show(large["peak"], MEMORY, f"MiB at its peak with {LARGE:,} entries"),
            show(large["entries"] / small["entries"], GROWTH, "times the work for ten times"),
        ]
    )


def show(figure: float, limit: float, what: str, least: bool = False) -> bool:
    """Print a figure with its limit; whether it holds."""
    held = figure >= limit if least else figure <= limit
    print(f"  {verdict(held)} {figure:,.1f} {what} (limit {limit:,g})")
    return held


def entries(count: int) -> list[str]:
    """*count* entries of one line, no two alike: labelled strings, or the bundled example."""
    known = list(dict.fromkeys(labelled() if STRINGS.exists() else listed()))
    return [varied(known[index % len(known)], index // len(known)) for index in range(count)]


def varied(entry: str, by: int) -> str:
    """*entry* with another last page, volume or the like, *by* so much higher."""
    numbers = list(NUMBER.finditer(entry))
    if not numbers:
        return f"{entry} Vol. {by}." if by else entry
    last = numbers[-1]
    return f"{entry[: last.start()]}{int(last[0]) + by:0{len(last[0])}}{entry[last.end() :]}"


def labelled() -> list[str]:
    """The texts of the labelled strings that are never trained on."""
    files = [(STRINGS / f"{name}.jsonl").read_text(encoding="utf-8") for name in CORPORA]
    records = [json.loads(line) for file in files for line in file.splitlines()]
    return [" ".join(record["text"].split()) for record in records]


def listed() -> list[str]:
    """The entries of the bundled example."""
    import citecheck

    return [" ".join(one.raw.split()) for one in citecheck.parse_references(EXAMPLE)]


def measure(path: Path) -> dict[str, float]:
    """CPU seconds of each step, and the peak memory in MiB."""
    command = [sys.executable, "-c", CHILD, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment())
    return {str(name): float(value) for name, value in json.loads(done.stdout).items()}

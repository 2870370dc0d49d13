"""How the work grows with the text."""

import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.processes import verdict
from tests.bench.texts import draft, enlarged

TIMES = 10
LIMIT = 12.0
ROUNDS = 5

# A warm-up on another text first: imports and model building are no part of the growth.
CHILD = """
import pathlib, sys, time, citecheck
citecheck.check("Sand was found (Quarry, 1999).\\n\\nReferences\\nQuarry, A. (1999) Sand. Dune.")
begin = time.process_time()
report = citecheck.check(pathlib.Path(sys.argv[1]))
print(time.process_time() - begin)
"""


def run() -> bool:
    """CPU time in the process for a text ten times as long, against the text itself."""
    text = draft().read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        small, large = Path(folder, "small.txt"), Path(folder, "large.txt")
        small.write_text(text, encoding="utf-8")
        large.write_text(enlarged(text, TIMES), encoding="utf-8")
        pairs = [(seconds(small), seconds(large)) for _ in range(ROUNDS)]
    once = statistics.median(pair[0] for pair in pairs)
    tenfold = statistics.median(pair[1] for pair in pairs)
    held = tenfold / once <= LIMIT
    print(f"  {once * 1000:.0f} ms for the text, {tenfold * 1000:.0f} ms for {TIMES} times as much")
    print(f"  {verdict(held)} {tenfold / once:.1f} times the work (limit {LIMIT:g})")
    return held


def seconds(path: Path) -> float:
    """CPU seconds of one check in a process of its own."""
    command = [sys.executable, "-c", CHILD, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(done.stdout)

"""The main job on one essay."""

import sys

from tests.bench.processes import compare, verdict
from tests.bench.texts import draft

LIMIT = 4.0
MEMORY = 120.0  # MiB


def run() -> bool:
    """``citecheck check`` on the essay as a whole process: time and peak memory."""
    path = draft()
    command = [sys.executable, "-m", "citecheck", "check", str(path)]
    held, cost = compare(f"citecheck check {path.name}", command, LIMIT)
    light = cost.peak < MEMORY
    print(f"  {verdict(light)} {cost.peak:.0f} MiB at its peak (limit {MEMORY:g})")
    return held and light

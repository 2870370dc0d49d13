"""Whole processes measured one after the other, in turn, so that the machine's moods cancel."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from functools import cache

IMPORT_PYDANTIC = [sys.executable, "-c", "import pydantic"]


@dataclass(frozen=True)
class Cost:
    """Of one process: wall time and CPU time in seconds, peak resident memory in MiB."""

    wall: float
    cpu: float
    peak: float


@cache
def bytecode() -> tempfile.TemporaryDirectory[str]:
    """Where compiled modules are kept while the benches run, as an installation keeps them."""
    return tempfile.TemporaryDirectory()


def environment() -> dict[str, str]:
    """The environment of a process that finds and leaves compiled modules."""
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": bytecode().name}


def measure(command: list[str]) -> Cost:
    """Run *command* to its end. Its output goes nowhere; exit codes 0 and 1 are both answers."""
    with tempfile.TemporaryFile() as errors:
        begin = time.perf_counter()
        process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=errors, env=environment()
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        complaint = errors.read()
    if process.returncode not in (0, 1) or complaint:
        raise RuntimeError(f"{command} ended with {process.returncode}: {complaint!r}")
    unit = 1 if sys.platform == "darwin" else 1024  # ru_maxrss: bytes there, KiB elsewhere
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit / 2**20)


def paired(command: list[str], baseline: list[str], rounds: int = 15) -> tuple[Cost, Cost]:
    """Medians of *command* and *baseline*, run in turn after one unmeasured round."""
    measure(command), measure(baseline)
    pairs = [(measure(command), measure(baseline)) for _ in range(rounds)]
    return medians([pair[0] for pair in pairs]), medians([pair[1] for pair in pairs])


def medians(costs: list[Cost]) -> Cost:
    """The median of each figure; of memory the highest."""
    return Cost(
        wall=statistics.median(cost.wall for cost in costs),
        cpu=statistics.median(cost.cpu for cost in costs),
        peak=max(cost.peak for cost in costs),
    )


def compare(name: str, command: list[str], limit: float) -> tuple[bool, Cost]:
    """Print *command* against ``import pydantic``; whether its wall time holds *limit* times."""
    cost, baseline = paired(command, IMPORT_PYDANTIC)
    ratio = cost.wall / baseline.wall
    print(f"  {name:28} {cost.wall * 1000:6.0f} ms wall, {cost.cpu * 1000:6.0f} ms CPU")
    print(f"  {'import pydantic':28} {baseline.wall * 1000:6.0f} ms wall", end="")
    print(f", {baseline.cpu * 1000:6.0f} ms CPU")
    print(f"  {verdict(ratio <= limit)} {ratio:.2f} times (limit {limit:g}), CPU", end="")
    print(f" {cost.cpu / baseline.cpu:.2f} times")
    return ratio <= limit, cost


def verdict(held: bool) -> str:
    """A word before a figure."""
    return "ok  " if held else "OVER"

"""The command line before it does anything."""

import sys

from tests.bench.processes import compare

LIMIT = 3.0


def run() -> bool:
    """``citecheck --help`` as a whole process, against ``import pydantic``."""
    held, _ = compare("citecheck --help", [sys.executable, "-m", "citecheck", "--help"], LIMIT)
    return held

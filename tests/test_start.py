"""What a plain check does not load: imports are listed, no clock is read."""

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {
    "citecheck.export", "citecheck.fixing", "citecheck.sources", "citecheck.styles",
    "importlib.metadata", "lxml", "pydantic", "rapidfuzz", "requests", "subprocess", "tempfile",
    "tomllib",
}  # fmt: skip
DRAFT = "It is so (Deen, 2021).\n\nReferences\nDeen, B. (2021). Nets of the North. Fjord Press.\n"


def imported(*arguments: str) -> set[str]:
    """The modules that a run of the command loads."""
    command = [sys.executable, "-X", "importtime", "-m", "citecheck", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    assert done.returncode in (0, 1), done.stderr
    return {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}


def test_a_check_loads_nothing_heavy(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(DRAFT, encoding="utf-8")
    assert not imported("check", str(draft)) & HEAVY


@pytest.mark.parametrize("command", ["check", "fix", "verify"])
def test_help_loads_no_stage(command: str) -> None:
    assert not imported(command, "--help") & {*HEAVY, "citecheck.pipeline"}

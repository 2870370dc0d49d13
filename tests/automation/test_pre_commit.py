"""The hooks that other repositories take: described rightly, and run by pre-commit or prek."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from citecheck.cli import run
from tests.cli.drafts import BAD, commit

REPOSITORY = Path(__file__).resolve().parents[2]
HOOKS: list[dict[str, Any]] = yaml.safe_load(
    (REPOSITORY / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
)
# Those beside this Python first: an environment need not be active to run its tests.
PLACES = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
RUNNERS = {n: found for n in ("pre-commit", "prek") if (found := shutil.which(n, path=PLACES))}


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_commands_exist(hook: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    program, *arguments = hook["entry"].split()
    assert program == "citecheck"
    assert run([*arguments, "--help"]) == 0


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("thesis.md", True),
        ("a/b/THESIS.TEX", True),
        ("essay.txt", True),
        ("requirements.txt", False),
        ("docs/requirements-dev.txt", False),
        ("LICENSE.txt", False),
        ("table.csv", False),
        ("thesis.md.bak", False),
    ],
)
def test_files(name: str, wanted: bool) -> None:
    for hook in HOOKS:
        taken = re.search(hook["files"], name) and not re.search(hook["exclude"], name)
        assert bool(taken) is wanted


@pytest.mark.parametrize("runner", RUNNERS)
def test_runs(runner: str, tmp_path: Path) -> None:
    work = tmp_path / "work"
    work.mkdir()
    slip = BAD.replace("Tides and", "The tide`s")
    (work / "wrong.md").write_text(slip, encoding="utf-8")
    (work / "requirements.txt").write_text("Tides (Nobody, 2000).\n", encoding="utf-8")
    # As from a clone, but with the citecheck that is installed: nothing is downloaded here.
    hooks = [{**hook, "language": "system"} for hook in HOOKS]
    for hook in hooks:
        hook["entry"] = f"{sys.executable} -m {hook['entry']}"
    config = {"repos": [{"repo": "local", "hooks": hooks}]}
    (work / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    commit(work)
    variables = {**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "cache"),
                 "PREK_HOME": str(tmp_path / "cache"), "PYTHONPATH": str(REPOSITORY)}  # fmt: skip
    done = subprocess.run(
        [RUNNERS[runner], "run", "--all-files", "--color=never"],
        cwd=work, env=variables, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert re.search(r"^citecheck\.+Failed$", done.stdout, re.MULTILINE), done.stdout
    assert "misspelt-author" in done.stdout
    assert "requirements" not in done.stdout
    assert "The tide’s shores" in (work / "wrong.md").read_text(encoding="utf-8")

"""What the README says is true: its commands exist and do what stands there."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[1]
README = (REPOSITORY / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    """The code blocks of *language*, in order."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the worked example, in which commands may write."""
    shutil.copytree(REPOSITORY / "references", tmp_path / "references")
    return tmp_path


def run(words: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command of the README in *folder*, by this Python."""
    return subprocess.run(
        [sys.executable, *words],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        check=False,
    )


def commands() -> list[str]:
    """Every call of ``citecheck`` in the README."""
    typed = [line.removeprefix("$ ") for block in blocks("console") for line in block.splitlines()]
    return [*typed, blocks("sh")[0].rpartition("&&")[2].strip()]


@pytest.mark.parametrize("command", commands())
def test_command(command: str, folder: Path) -> None:
    program, *words = shlex.split(command)
    assert Path(program).name == "citecheck"
    done = run(["-m", "citecheck", *words], folder)
    assert done.stderr == ""
    assert done.returncode == (1 if words[0] in ("check", "fix") else 0)
    assert done.stdout or (folder / words[words.index("--output") + 1]).stat().st_size


def test_python_example(folder: Path) -> None:
    (example,) = blocks("python")
    done = run(["-c", example], folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Hopkins" in done.stdout


def test_set_up_takes_two_commands() -> None:
    main_job, tests = blocks("sh")
    assert main_job.strip().endswith(".venv/bin/citecheck check references/draft.txt")
    assert tests.strip().endswith(".venv/bin/python -m pytest")


@pytest.mark.parametrize("target", re.findall(r"\]\((?!https?:)([^)]+)\)", README))
def test_link(target: str) -> None:
    assert (REPOSITORY / target).exists()


def test_one_screen() -> None:
    assert README.count("\n") <= 60

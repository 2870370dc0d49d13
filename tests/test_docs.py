"""What the documentation says is true: it builds strictly, and its commands and examples run."""

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from citecheck.cli.group import COMMANDS
from tests.readers.word import docx, paragraph

REPOSITORY = Path(__file__).resolve().parents[1]
PAGES = REPOSITORY / "docs" / "pages"
DRAFT = REPOSITORY / "references" / "draft.txt"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# What needs a network, or another program.
NOT_RUN = ("--verify", "citecheck verify ", "pandoc ", "pip ")


def blocks(language: str) -> Iterator[tuple[str, str]]:
    """Page and text of each code block of *language*."""
    for page in sorted(PAGES.rglob("*.md")):
        for found, text in BLOCK.findall(page.read_text(encoding="utf-8")):
            if found == language:
                yield page.relative_to(PAGES).as_posix(), text


def commands() -> list[tuple[str, str]]:
    """Page and line of each call of ``citecheck`` that can be run here."""
    typed = [*blocks("console"), *blocks("text")]
    lines = [(page, line.removeprefix("$ ")) for page, text in typed for line in text.splitlines()]
    calls = [(page, line) for page, line in lines if line.startswith("citecheck ")]
    return [(page, line) for page, line in calls if not any(word in line for word in NOT_RUN)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the drafts that the pages name."""
    text = DRAFT.read_text(encoding="utf-8")
    (tmp_path / "references").mkdir()
    for name in ("references/draft.txt", "essay.txt", "report.txt"):
        (tmp_path / name).write_text(text, encoding="utf-8")
    word = docx(*(paragraph(line) for line in text.splitlines() if line.strip()))
    (tmp_path / "essay.docx").write_bytes(word)
    return tmp_path


def python(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *words],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        check=False,
    )


@pytest.mark.parametrize(("page", "command"), commands())
def test_command(page: str, command: str, folder: Path) -> None:
    words = shlex.split(command)
    if "--baseline" in words:
        file = words[words.index("--baseline") + 1]
        python(folder, "-m", "citecheck", "baseline", "references/draft.txt", "-o", file)
    done = python(folder, "-m", "citecheck", *words[1:])
    assert done.returncode in (0, 1), f"{page}: {done.stderr}"
    assert "Usage" not in done.stderr


@pytest.mark.parametrize(("page", "example"), list(blocks("python")))
def test_example(page: str, example: str, folder: Path) -> None:
    done = python(folder, "-c", example)
    assert (done.returncode, done.stderr) == (0, ""), page


def test_every_command_is_shown() -> None:
    shown = {line.split()[1] for _, line in commands()}
    text = "\n".join(page.read_text(encoding="utf-8") for page in PAGES.rglob("*.md"))
    missing = {name for name in COMMANDS if name not in shown and f"citecheck {name}" not in text}
    assert not missing - {"completion", "config", "rules"}


def test_it_builds_strictly(tmp_path: Path) -> None:
    config = str(REPOSITORY / "docs" / "mkdocs.yml")
    done = python(REPOSITORY, "-m", "mkdocs", "build", "--strict", "-q", "-f", config,
                  "-d", str(tmp_path / "site"))  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site" / "rules" / "NAM201" / "index.html").exists()

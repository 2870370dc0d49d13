"""``--changed-since``: only changed drafts, and only findings on changed lines."""

import json
from pathlib import Path

import pytest

from citecheck.cli import run
from tests.cli.drafts import BAD, GOOD, commit, git

TWICE = BAD.replace("Dunes", "\nDunes").replace("(Okafor,", "(Okafar,")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with one draft, and the working folder in it."""
    monkeypatch.chdir(tmp_path)
    Path("essay.md").write_text(GOOD, encoding="utf-8")
    Path("other näme.md").write_text(BAD, encoding="utf-8")
    commit(tmp_path)
    return tmp_path


def changed(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[tuple[str, int]]:
    """File and line of what is found since the last commit."""
    capsys.readouterr()
    run(["check", ".", "--changed-since", "HEAD", "--format", "jsonl", *arguments])
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    return [(one["path"], one["line"]) for one in found if "code" in one]


def test_nothing_changed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", ".", "--changed-since", "HEAD"]) == 0
    assert changed(capsys) == []


def test_changed_lines_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("other näme.md").write_text(TWICE, encoding="utf-8")
    assert changed(capsys) == [("other näme.md", 1), ("other näme.md", 2)]
    commit(folder)
    Path("other näme.md").write_text(TWICE.replace("Dunes", "Yes, dunes"), encoding="utf-8")
    assert changed(capsys) == [("other näme.md", 2)]


def test_new_and_renamed_files(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("new.md").write_text(BAD, encoding="utf-8")
    assert changed(capsys) == [("new.md", 1)]
    Path("new.md").unlink()
    git(folder, "mv", "other näme.md", "renamed.md")
    assert changed(capsys) == []
    text = Path("renamed.md").read_text(encoding="utf-8")
    Path("renamed.md").write_text(text.replace("Tides shape", "Tides form", 1), encoding="utf-8")
    assert changed(capsys) == [("renamed.md", 1)]


def test_from_the_common_ancestor(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(folder, "checkout", "--quiet", "-b", "mine")
    Path("essay.md").write_text(BAD, encoding="utf-8")
    commit(folder)
    git(folder, "checkout", "--quiet", "main")
    Path("other näme.md").write_text(GOOD, encoding="utf-8")
    commit(folder)
    git(folder, "checkout", "--quiet", "mine")
    capsys.readouterr()
    assert run(["check", ".", "--changed-since", "main", "--format", "concise"]) == 1
    told = capsys.readouterr().out
    assert "essay.md:1:" in told
    assert "other" not in told


def test_from_another_folder(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("essay.md").write_text(BAD, encoding="utf-8")
    (folder / "inside").mkdir()
    monkeypatch.chdir(folder / "inside")
    assert run(["check", "../essay.md", "--changed-since", "HEAD"]) == 1


@pytest.mark.parametrize("revision", ["nowhere", "--help", "-x", "HEAD~9", "$(touch x)"])
def test_no_such_revision(folder: Path, capsys: pytest.CaptureFixture[str], revision: str) -> None:
    assert run(["check", ".", f"--changed-since={revision}"]) == 2
    assert f"git knows no revision “{revision}”" in capsys.readouterr().err


def test_no_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    path = tmp_path / "essay.md"
    path.write_text(GOOD, encoding="utf-8")
    assert run(["check", str(path), "--changed-since", "HEAD"]) == 2
    assert "git cannot tell what changed" in capsys.readouterr().err

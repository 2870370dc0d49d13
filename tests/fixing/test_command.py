"""``citecheck fix``: files written, kept, shown."""

import subprocess
from pathlib import Path

import pytest

from citecheck.cli import run

DRAFT = """\
Trade grew (Hansen et.al., 2019). Prices rose (Brandt, 2020), and fell (Olsen, 2018; Hanson, 2019).

References
Brandt, Ida, “The town market”, Harbour Press, 2020.
Hansen, Per, Lise Moe and Jon Lie, “Trade in the North”, Fjord Review, 2019.
Olsen, Kari, “A river's course”, River House, 2018.
"""
SAFE = DRAFT.replace("et.al.", "et al.")


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "draft.txt"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def test_the_original_is_kept(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fix", "draft.txt"]) == 1
    assert draft.read_text(encoding="utf-8") == SAFE
    assert (draft.parent / "draft.txt.bak").read_text(encoding="utf-8") == DRAFT
    out, err = capsys.readouterr()
    assert out.startswith("draft.txt:1: fixed NAM209 et-al-form: “et.al.” → “et al.”\n")
    assert "draft.txt.bak" in err


def test_an_earlier_copy_is_not_overwritten(draft: Path) -> None:
    (draft.parent / "draft.txt.bak").write_text("precious", encoding="utf-8")
    run(["fix", "draft.txt"])
    assert (draft.parent / "draft.txt.bak").read_text(encoding="utf-8") == "precious"
    assert (draft.parent / "draft.txt.bak2").read_text(encoding="utf-8") == DRAFT


def test_what_git_holds_needs_no_copy(draft: Path) -> None:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    for command in (("init", "-q"), ("add", "."), (*identity, "commit", "-qm", "draft")):
        subprocess.run(["git", *command], cwd=draft.parent, check=True)
    run(["fix", "draft.txt"])
    assert draft.read_text(encoding="utf-8") == SAFE
    assert not list(draft.parent.glob("*.bak*"))


def test_diff_changes_nothing(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fix", "--diff", "draft.txt"]) == 1
    assert draft.read_text(encoding="utf-8") == DRAFT
    assert [path.name for path in draft.parent.iterdir()] == ["draft.txt"]
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["--- draft.txt", "+++ draft.txt (fixed)"]
    assert [line[0] for line in lines[3:]].count("+") == 1


def test_output_leaves_the_draft(draft: Path) -> None:
    run(["fix", "draft.txt", "-o", "fixed.txt"])
    assert draft.read_text(encoding="utf-8") == DRAFT
    assert (draft.parent / "fixed.txt").read_text(encoding="utf-8") == SAFE


def test_accepted_rules(draft: Path) -> None:
    run(["fix", "draft.txt", "--accept", "misspelt-author"])
    assert "; Hansen" in draft.read_text(encoding="utf-8")


def test_permissions_and_links_stay(draft: Path) -> None:
    draft.chmod(0o640)
    link = draft.with_name("link.txt")
    link.symlink_to(draft)
    run(["fix", "link.txt"])
    assert link.is_symlink()
    assert draft.read_text(encoding="utf-8") == SAFE
    assert draft.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--unsafe", "draft.txt"], "--accept"),
        (["draft.txt", "draft.txt", "-o", "x.txt"], "one FILE"),
        (["--accept", "NAM999", "draft.txt"], "NAM999"),
        (["missing.txt"], "no such file"),
        (["draft.txt", "-o", "no/such/folder/x.txt"], "x.txt"),
    ],
)
def test_wrong_use(
    draft: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    assert run(["fix", *arguments]) == 2
    assert message in capsys.readouterr().err
    assert draft.read_text(encoding="utf-8") == DRAFT

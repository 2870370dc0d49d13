"""``citecheck fix``: files written, kept, shown."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from citecheck.cli import run
from citecheck.cli.differing import changes
from citecheck.fixing import Applied
from citecheck.model import Document, Edit, Fix, Safety, Span
from citecheck.reports import Look
from tests.reports.building import FINDING

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
    assert out.startswith("draft.txt:1:20: fixed NAM209 et-al-form: “et.al.” → “et al.”\n")
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
    assert lines[:2] == ["--- draft.txt", "+++ draft.txt"]
    assert [line[0] for line in lines[3:]].count("+") == 1


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (DRAFT, "utf-8"),
        (DRAFT.rstrip("\n"), "utf-8"),
        (DRAFT.replace("\n", "\r\n"), "utf-8"),
        (DRAFT.replace("Prices", "Prices in M\x85\u2028\x0cunich"), "utf-8-sig"),
        (DRAFT.replace("Kari", "Kåri"), "cp1252"),
    ],
)
@pytest.mark.parametrize("program", [["patch", "-p0", "-i"], ["git", "apply", "-p0"]])
def test_a_diff_is_a_patch(
    draft: Path,
    capfdbinary: pytest.CaptureFixture[bytes],
    program: list[str],
    text: str,
    encoding: str,
) -> None:
    if not shutil.which(program[0]):
        pytest.skip(f"{program[0]} is not installed")
    draft.write_bytes(text.encode(encoding))
    run(["fix", "--diff", "draft.txt"])
    sys.stdout.flush()
    change = draft.with_name("change.diff")
    change.write_bytes(capfdbinary.readouterr().out)
    subprocess.run([*program, change.name], cwd=draft.parent, check=True, capture_output=True)
    assert draft.read_bytes() == text.replace("et.al.", "et al.").encode(encoding)


@pytest.mark.parametrize(
    ("colour", "shown"),
    [
        ("", "  Trade grew (Hansen [-et.al.-]{+et al.+}, 2019). Prices rose"),
        ("1", "  Trade grew (Hansen \033[1;31met.al.\033[0m\033[1;32met al.\033[0m, 2019). Prices"),
    ],
)
def test_a_terminal_shows_the_words(
    draft: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    colour: str,
    shown: str,
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("NO_COLOR", "" if colour else "1")
    monkeypatch.setenv("TERM", "xterm")
    assert run(["fix", "--diff", "draft.txt"]) == 1
    first, words, total = capsys.readouterr().out.splitlines()
    assert "draft.txt:1:20" in first
    assert "NAM209" in first
    assert words.startswith(shown)
    assert "draft.txt: 1 fix to make, " in total
    assert draft.read_text(encoding="utf-8") == DRAFT


def test_a_long_change_is_shown_where_it_differs(draft: Path) -> None:
    url = "https://example.org/a-rather-long-address-of-a-page-on-towns"
    document = Document(text=f"See {url}?utm_source=mail, p. 3.", path="a.txt")
    start = document.text.index(url)
    edit = Edit(span=Span(start=start, end=start + len(url) + 16), text=url)
    finding = FINDING.model_copy(update={"fix": Fix(safety=Safety.SAFE, edits=(edit,))})
    shown = "".join(changes([Applied(finding, document)], Look()))
    assert shown.endswith("[-?utm_source=mail-], p. 3.\n")


def test_what_is_said_at_the_end(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["fix", "draft.txt", "--select", "NAM209,NAM201"])
    assert capsys.readouterr().out.endswith("\ndraft.txt: 1 fix made, 1 finding left.\n")
    run(["fix", "draft.txt", "--select", "NAM209,NAM201", "--language", "de"])
    said = capsys.readouterr().out
    assert said.endswith("\ndraft.txt: 0 Korrekturen ausgeführt, 1 Befund bleibt.\n")
    assert "das Zitat schreibt" in said


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


def test_a_protected_file_stays(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:  # root may write whatever is protected
        patch.setattr("citecheck.files.os.access", lambda path, _: Path(path) != draft)
        assert run(["fix", "draft.txt"]) == 2
    assert "protected against writing" in capsys.readouterr().err
    assert [path.name for path in draft.parent.iterdir()] == ["draft.txt"]
    assert draft.read_text(encoding="utf-8") == DRAFT

"""How ``check`` runs: exit codes as wished, reports into files, several processes, watching."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from citecheck.cli import checking, run, watching
from tests.cli.drafts import BAD, GOOD, INFO, write_drafts


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with three drafts."""
    monkeypatch.chdir(tmp_path)
    for name, text in (("good.md", GOOD), ("bad.md", BAD), ("info.md", INFO)):
        Path(name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["bad.md", "--exit-zero"], 0),
        (["bad.md", "missing.md", "--exit-zero"], 2),
        (["bad.md", "--fail-on", "error"], 1),
        (["info.md"], 0),
        (["info.md", "--fail-on", "info"], 1),
        (["info.md", "--profile", "submission"], 1),
        (["info.md", "--profile", "submission", "--fail-on", "warning"], 0),
        (["bad.md", "--max-findings", "1"], 0),
        (["bad.md", "info.md", "--max-findings", "1", "--fail-on", "info"], 1),
    ],
)
def test_exit_codes(options: list[str], code: int) -> None:
    assert run(["check", *options]) == code


def test_output(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    options = ["--output", "report.txt", "--report", "json=r.json", "--report", "sarif=r.sarif"]
    assert run(["check", "bad.md", *options]) == 1
    assert capsys.readouterr().out == ""
    assert "\033" not in Path("report.txt").read_text(encoding="utf-8")
    assert "NAM201" in Path("report.txt").read_text(encoding="utf-8")
    assert json.loads(Path("r.json").read_bytes())["findings"][0]["code"] == "NAM201"
    assert json.loads(Path("r.sarif").read_bytes())["version"] == "2.1.0"
    assert run(["check", "bad.md", "--output", "nowhere/report.txt"]) == 2
    assert "nowhere/report.txt: there is no folder" in capsys.readouterr().err


@pytest.mark.parametrize("given", ["json", "json=", "yaml=x.yaml"])
def test_report_without_sense(capsys: pytest.CaptureFixture[str], given: str) -> None:
    assert run(["check", "bad.md", "--report", given]) == 2
    assert "Invalid value for '--report'" in capsys.readouterr().err


def test_any_number_of_processes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = [*map(str, write_drafts(folder, 9)), "missing.md", "bad.md"]
    told = set()
    for jobs in ("1", "2", "0"):
        assert run(["check", *names, "--jobs", jobs, "--format", "json"]) == 2
        told.add(tuple(capsys.readouterr()))
    assert len(told) == 1


def test_folders_and_patterns(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_drafts(folder, 3)
    for name in (".hidden.md", "node_modules/x.md", "empty.md", "notes.pdf", "data.csv", "part0/b"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text("" if name == "empty.md" else BAD, encoding="utf-8")

    def found(*arguments: str) -> list[str]:
        capsys.readouterr()
        run(["check", *arguments, "--format", "json"])
        told = json.loads(capsys.readouterr().out or "[]")
        return [one["path"] for one in (told if isinstance(told, list) else [told])]

    essays = [f"part{n}/essay0{n}.md" for n in range(3)]
    assert found(".") == ["bad.md", "good.md", "info.md", *essays]
    assert found("part1", "bad.md", "bad.md") == [essays[1], "bad.md"]
    assert found("part*/*.md") == essays
    assert found("**/essay02.md") == [essays[2]]
    assert found(".", "--exclude", "part*", "--exclude", "/bad.md") == ["good.md", "info.md"]
    assert found("bad.md", "--exclude", "bad.md") == ["bad.md"], "named, and so wanted"
    Path("citecheck.toml").write_text('exclude = ["part0/", "*oo?.md"]\n', encoding="utf-8")
    assert found(".") == ["bad.md", "info.md", *essays[1:]]


@pytest.mark.parametrize(
    ("name", "cause"), [("empty", "a directory without drafts"), ("x*.md", "that fits no drafts")]
)
def test_nothing_to_check(capsys: pytest.CaptureFixture[str], name: str, cause: str) -> None:
    Path("empty").mkdir()
    assert run(["check", name]) == 2
    assert cause in capsys.readouterr().err


def test_what_git_ignores(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from tests.cli.drafts import commit

    Path(".gitignore").write_text("bad.md\n", encoding="utf-8")
    commit(folder)
    assert run(["check", "."]) == 0
    assert "2 files: " in capsys.readouterr().out


def saving(*steps: tuple[str, str]) -> Iterator[None]:
    """Makes each of *steps*, a file and its new text, when asked; then interrupts."""
    stamp = os.stat("good.md").st_mtime_ns
    for name, text in steps:
        stamp += 10**9
        Path(name).write_text(text, encoding="utf-8")
        os.utime(name, ns=(stamp, stamp))
        yield
    raise KeyboardInterrupt


def test_watching(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    Path("cites.md").write_text(
        "---\nbibliography: refs.bib\n---\nTides turn [@marlow].\n", encoding="utf-8"
    )
    entry = "@book{%s, author={Marlow, J.}, title={Tides and shores}, year={2011}}\n"
    Path("refs.bib").write_text(entry % "marlow", encoding="utf-8")
    steps = saving(("good.md", BAD), ("refs.bib", entry % "marlowe"), ("ignored.md", BAD))
    monkeypatch.setattr(watching, "pause", lambda: next(steps))
    options = ["--watch", "--format", "concise"]
    assert run(["check", "good.md", "cites.md", "info.md", *options]) == 130
    captured = capsys.readouterr()
    told = [line.split(":")[0] for line in captured.out.splitlines()]
    assert told.count("good.md") == 1
    assert "cites.md" in told[told.index("good.md") :], "its list was saved"
    assert "Watching 3 drafts" in captured.err


def test_changes_of_files() -> None:
    steps = saving(("good.md", BAD), ("bad.md", GOOD))
    seen = watching.changes(["good.md", "bad.md", "none.md"], lambda: next(steps))
    assert next(seen) == ["good.md"]
    assert next(seen) == ["bad.md"]
    with pytest.raises(KeyboardInterrupt):
        next(seen)


def test_a_mistake_of_ours_in_another_process(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "check", os.strerror)  # found by name, and of wrong arguments
    assert run(["check", "bad.md", "good.md", "--jobs", "2"]) == 3
    assert "could not complete: TypeError" in capsys.readouterr().err


def test_fixing_minds_the_configuration() -> None:
    slip = GOOD.replace("Tides and", "The tide`s")
    Path("slip.md").write_text(slip, encoding="utf-8")
    Path("citecheck.toml").write_text('ignore = ["FRM604"]\n', encoding="utf-8")
    assert run(["fix", "slip.md"]) == 0
    assert Path("slip.md").read_text(encoding="utf-8") == slip
    Path("citecheck.toml").write_text("", encoding="utf-8")
    assert run(["fix", "slip.md"]) == 0
    assert Path("slip.md").read_text(encoding="utf-8") != slip

"""A repository of thirty drafts: first run, baseline, and an edit that adds one mistake."""

import json
from pathlib import Path

import pytest

from citecheck.cli import run
from citecheck.fingerprints import fingerprints
from citecheck.policy import baseline as known
from citecheck.readers import read_path
from tests.cli.drafts import commit, git, write_drafts

BASELINE = "known.json"
SLIP = "Winds carry the sand (Nobody, 1999)."


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Thirty drafts in a repository, and the working folder at its root."""
    monkeypatch.chdir(tmp_path)
    paths = write_drafts(tmp_path)
    commit(tmp_path)
    return [path.relative_to(tmp_path) for path in paths]


def test_one_new_finding(drafts: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "."]) == 1
    assert "30 files: " in capsys.readouterr().out
    assert run(["baseline", ".", "-o", BASELINE]) == 0
    assert run(["check", ".", "--baseline", BASELINE]) == 0
    capsys.readouterr()

    edited = drafts[17]
    lines = edited.read_text(encoding="utf-8").split("\n")
    lines[2] += f" {SLIP}"
    edited.write_text("\n".join(lines), encoding="utf-8")
    arguments = ["check", ".", "--baseline", BASELINE]

    assert run([*arguments, "--format", "concise"]) == 1
    told = [line for line in capsys.readouterr().out.splitlines() if " CIT101 " in f" {line} "]
    assert len(told) == 1
    assert told[0].startswith(f"{edited.as_posix()}:3:")

    assert run([*arguments, "--format", "sarif"]) == 1
    (result,) = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == edited.as_posix()
    assert place["region"]["startLine"] == 3

    assert run([*arguments, "--format", "github"]) == 1
    (annotation,) = [s for s in capsys.readouterr().out.splitlines() if s.startswith("::")]
    assert annotation.startswith("::error ")
    assert f"file={edited.as_posix()}" in annotation
    assert "line=3" in annotation

    assert run(["check", ".", "--changed-since", "HEAD", "--format", "json"]) == 1
    (report,) = [json.loads(capsys.readouterr().out)]
    (finding,) = report["findings"] if isinstance(report, dict) else report[0]["findings"]
    assert (finding["code"], finding["line"]) == ("CIT101", 3)
    git(Path(), "checkout", "--quiet", "--", str(edited))
    assert run(arguments) == 0


def test_moved_paragraphs_change_no_fingerprint(drafts: list[Path]) -> None:
    from citecheck import check

    for path in drafts[:6]:
        before = sorted(fingerprints(check(path)))
        heading, *paragraphs = path.read_text(encoding="utf-8").split("\n\n")
        moved = "\n\n".join([heading, *paragraphs[2::-1], *paragraphs[3:]])
        path.write_text(f"{moved}\n", encoding="utf-8")
        assert sorted(fingerprints(check(path))) == before


def test_a_further_slip_of_a_known_kind(
    drafts: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    path = drafts[0]
    assert run(["baseline", ".", "-o", BASELINE]) == 0
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Kelp", "Wind (Branx, 2015). Kelp"), encoding="utf-8")
    capsys.readouterr()
    assert run(["check", str(path), "--baseline", BASELINE, "--format", "json"]) == 1
    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    assert (finding["code"], finding["line"]) == ("NAM201", 7)
    assert not [p for p in finding["related"] if p["message"] == "also here"]


def test_the_file_of_known_findings(drafts: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["baseline", *map(str, drafts[:2]), "-o", f"part0/{BASELINE}"]) == 0
    text = Path(f"part0/{BASELINE}").read_text(encoding="utf-8")
    data = json.loads(text)
    assert list(data["drafts"]) == ["../part1/essay01.md", "essay00.md"]
    entries = [one for found in data["drafts"].values() for one in found]
    assert text.count("\n   {") == len(entries), "a line for each, to be merged"
    assert set(entries[0]) == {"fingerprint", "code", "message"}

    drafts[0].write_text("Nothing is cited here any more.\n", encoding="utf-8")
    capsys.readouterr()
    assert run(["check", *map(str, drafts[:2]), "--baseline", f"part0/{BASELINE}"]) == 0
    assert f"part0/{BASELINE}: 2 known findings no longer found" in capsys.readouterr().err


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"version": 2, "drafts": {}}', '{"version": 1, "drafts": []}']
)
def test_no_baseline(drafts: list[Path], capsys: pytest.CaptureFixture[str], text: str) -> None:
    Path(BASELINE).write_text(text, encoding="utf-8")
    assert run(["check", str(drafts[0]), "--baseline", BASELINE]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert f"{BASELINE}: no baseline of citecheck" in captured.err
    assert run(["check", str(drafts[0]), "--baseline", "missing.json"]) == 2
    assert "missing.json: No such file" in capsys.readouterr().err


def test_baseline_of_a_text_without_a_file(tmp_path: Path) -> None:
    from citecheck import check

    report = check(read_path(write_drafts(tmp_path, 1)[0]).text)
    path = tmp_path / BASELINE
    assert known.write(path, [report]) == len(report.findings)
    assert known.read(path).new(report).findings == ()

"""Help that fits a screen."""

from pathlib import Path

import pytest

from citecheck.cli import run
from citecheck.cli.group import COMMANDS
from citecheck.readers import READERS, format_of

LINES, COLUMNS = 40, 80


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_fits_a_screen(capsys: pytest.CaptureFixture[str], command: str) -> None:
    assert run([*command.split(), "--help"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) <= LINES
    assert max(map(len, lines)) <= COLUMNS


def test_commands_are_summed_up_in_whole_sentences(capsys: pytest.CaptureFixture[str]) -> None:
    run(["--help"])
    listed = [line for line in capsys.readouterr().out.splitlines() if line.split()[:1]]
    summaries = [line for line in listed if line.split()[0] in COMMANDS]
    assert len(summaries) == len(COMMANDS)
    assert [line for line in summaries if not line.endswith(".") or line.endswith("...")] == []


def test_the_help_of_check_names_the_formats(capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", "--help"])
    words = set(capsys.readouterr().out.replace("(", " ").replace(")", " ").split())
    named = {format_of(f"draft{word}") for word in words if word.startswith(".")}
    assert named == set(READERS)


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("chek", "No such command 'chek'. Did you mean “check”?"),
        ("essay.txt", "No such command 'essay.txt'. To check a draft: citecheck check essay.txt"),
        ("frobnicate", "No such command 'frobnicate'."),
    ],
)
def test_other_words(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    word: str,
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("essay.txt").write_text("Tides (Roe, 2001).\n", encoding="utf-8")
    assert run([word]) == 2
    assert capsys.readouterr().err.endswith(f"Error: {said}\n")

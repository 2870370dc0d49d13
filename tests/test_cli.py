"""The command as people and programs run it: what goes where, and the exit codes."""

import errno
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import citecheck
from citecheck import pipeline
from citecheck.cli import run
from citecheck.model import Report

GOOD = (
    "Tides shape the coast (Marlow, 2011). Dunes move (Okafor, 2015).\n\n"
    "References\n"
    "Marlow, J. (2011). Tides and shores. Bristol: Harbour Press.\n"
    "Okafor, N. (2015). Walking dunes. Cape Town: Sandpiper.\n"
)
BAD = GOOD.replace("(Marlow,", "(Morlow,")
INFO = GOOD.replace("coast (Marlow, 2011).", "coast. (Marlow, 2011).")

Write = Callable[[str, str], str]


@pytest.fixture
def draft(tmp_path: Path) -> Write:
    """Writes a draft and gives its path."""

    def write(name: str, text: str) -> str:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


def process(
    *arguments: str, stdin: bytes = b"", variables: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """The command as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "citecheck", *arguments],
        input=stdin,
        env={**os.environ, **(variables or {})},
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [(GOOD, 0, "Found no mistakes."), (BAD, 1, "Found 1 error."), (INFO, 0, "Found 1 info.")],
)
def test_check(
    draft: Write, capsys: pytest.CaptureFixture[str], text: str, code: int, said: str
) -> None:
    assert run(["check", draft("draft.txt", text)]) == code
    assert said in capsys.readouterr().out


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--select", "misspelt-author"], 1),
        (["--select", "DAT,NAM201"], 1),
        (["--select", "DAT", "--select", "CIT"], 0),
        (["--ignore", "NAM"], 0),
        (["--select", "NAM", "--ignore", "nam201"], 0),
    ],
)
def test_select_and_ignore(draft: Write, options: list[str], code: int) -> None:
    assert run(["check", draft("draft.txt", BAD), *options]) == code


@pytest.mark.parametrize(
    ("arguments", "cause"),
    [
        (["check"], "Missing argument 'FILE...'"),
        (["check", "{}", "--select", "mispelt-author"], "did you mean “misspelt-author”?"),
        (["check", "{}", "--ignore", "NAM999"], "there is no rule “NAM999”"),
        (["check", "{}", "--format", "yaml"], "'yaml' is not one of 'text'"),
        (["chekc", "{}"], "No such command 'chekc'"),
        (["explain", "NAM21"], "there is no rule “NAM21”; did you mean “NAM2"),
        (["references", "missing.txt"], "missing.txt: no such file"),
        (["check", "missing.txt"], "missing.txt: no such file"),
        (["completion", "csh"], "'csh' is not one of"),
    ],
)
def test_wrong_usage(
    draft: Write, capsys: pytest.CaptureFixture[str], arguments: list[str], cause: str
) -> None:
    path = draft("draft.txt", GOOD)
    assert run([path if argument == "{}" else argument for argument in arguments]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert cause in captured.err


def test_one_unreadable_among_several(draft: Write, capsys: pytest.CaptureFixture[str]) -> None:
    good, bad = draft("good.txt", GOOD), draft("bad.txt", BAD)
    assert run(["check", good, "missing.txt", bad]) == 2
    captured = capsys.readouterr()
    assert captured.err == "citecheck: missing.txt: no such file\n"
    assert captured.out.endswith("\n2 files: 1 error.\n")


def test_json(draft: Write, capsys: pytest.CaptureFixture[str]) -> None:
    path = draft("draft.txt", BAD)
    assert run(["check", path, "--format", "json"]) == 1
    one = json.loads(capsys.readouterr().out)
    assert one["path"] == "draft.txt", "no folder outside the working folder is told"
    assert [finding["name"] for finding in one["findings"]] == ["misspelt-author"]
    assert run(["check", path, "missing.txt", "--format", "json"]) == 2
    assert json.loads(capsys.readouterr().out) == [one]


def test_standard_input() -> None:
    done = process("check", "-", "--stdin-filename", "my.md", stdin=BAD.encode())
    assert done.returncode == 1
    assert done.stdout.startswith(b"my.md: 2 of 2 entries read")
    refused = process("check", "-")
    assert refused.returncode == 2
    assert refused.stderr == b"citecheck: <stdin>: at byte 0: the file is empty\n"


@pytest.mark.parametrize(
    ("variables", "coloured"),
    [({}, False), ({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "0"}, False),
     ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False), ({"FORCE_COLOR": "1", "NO_COLOR": ""}, True)],
)  # fmt: skip
def test_colours(
    draft: Write, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    variables: dict[str, str], coloured: bool,
) -> None:  # fmt: skip
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    run(["check", draft("draft.txt", BAD)])
    assert ("\033[" in capsys.readouterr().out) == coloured


def test_utf8_in_any_locale(draft: Write) -> None:
    path = draft("draft.txt", BAD.replace("Dunes", "Dünen “砂丘”"))
    ascii_only = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    done = process("check", path, "--format", "json", variables=ascii_only)
    assert (done.returncode, done.stderr) == (1, b"")
    assert "“砂丘”" not in done.stdout.decode("utf-8")  # no finding there
    assert "“Morlow”" in done.stdout.decode("utf-8")


def test_lone_surrogates_give_valid_json(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_bytes(BAD.replace("Tides and", "Tides \ud800 and").encode("utf-8", "surrogatepass"))
    done = process("check", str(path), "--format", "json")
    assert done.returncode == 1
    assert "Tides \ufffd and" in json.loads(done.stdout.decode("utf-8"))["references"][0]["raw"]


@pytest.mark.skipif(sys.platform == "win32", reason="file names are no bytes there")
def test_name_that_is_no_utf8(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/dr\xe4ft.txt"
    try:
        with open(path, "wb") as file:
            file.write(BAD.encode())
    except OSError as error:
        if error.errno != errno.EILSEQ:
            raise
        pytest.skip("the file system takes no such name")
    done = process("check", os.fsdecode(path), "--format", "json")
    assert json.loads(done.stdout.decode("utf-8"))["path"].endswith("dr\ufffdft.txt")


@pytest.mark.parametrize("arguments", [["rules"], ["check", "{}", "--format", "json"]])
def test_closed_pipe(draft: Write, arguments: list[str]) -> None:
    path = draft("draft.txt", BAD)
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "citecheck",
             *(path if argument == "{}" else argument for argument in arguments)],
            stdout=writer, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    finally:
        os.close(writer)
    assert done.stderr == b""
    assert done.returncode in (1, 3)


def test_mistake_of_ours(
    draft: Write, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> Report:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr(pipeline, "check_document", fail)
    monkeypatch.delenv("CITECHECK_TRACEBACK", raising=False)
    path = draft("draft.txt", GOOD)
    assert run(["check", path]) == 3
    said = capsys.readouterr().err
    assert "could not complete: ZeroDivisionError: by zero" in said
    assert f"while checking {path}" in said
    monkeypatch.setenv("CITECHECK_TRACEBACK", "1")
    with pytest.raises(ZeroDivisionError):
        run(["check", path])


def test_interrupted(draft: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> Report:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "check_document", interrupt)
    assert run(["check", draft("draft.txt", GOOD)]) == 130


def test_output_that_cannot_be_written(
    draft: Write, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Full(io.StringIO):
        def write(self, _: str) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(sys, "stdout", Full())
    assert run(["check", draft("draft.txt", GOOD)]) == 3
    assert "No space left on device" in capsys.readouterr().err


def test_references(draft: Write, capsys: pytest.CaptureFixture[str]) -> None:
    path = draft("draft.txt", GOOD)
    assert run(["references", path]) == 0
    assert capsys.readouterr().out.count("\n@") == 1
    assert run(["references", path, "--format", "csl-json"]) == 0
    items = json.loads(capsys.readouterr().out)
    assert [item["author"][0]["family"] for item in items] == ["Marlow", "Okafor"]
    assert (
        run(["references", draft("none.txt", "No list (Marlow, 2011)."), "--format=csl-json"]) == 1
    )
    captured = capsys.readouterr()
    assert captured.out == "[]\n"
    assert "no literature list" in captured.err


def test_rules_and_explain(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("NAM201  misspelt-author ") for line in lines)
    for line in lines:
        assert run(["explain", line.split()[0]]) == 0
        by_code = capsys.readouterr().out
        assert run(["explain", line.split()[1]]) == 0
        assert capsys.readouterr().out == by_code
        assert "Why is this bad" in by_code


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(capsys: pytest.CaptureFixture[str], shell: str) -> None:
    assert run(["completion", shell]) == 0
    assert "_CITECHECK_COMPLETE" in capsys.readouterr().out


def test_completion_of_rules() -> None:
    asked = {
        "_CITECHECK_COMPLETE": "bash_complete",
        "COMP_WORDS": "citecheck explain misspelt",
        "COMP_CWORD": "2",
    }
    assert process(variables=asked).stdout.strip() == b"plain,misspelt-author"


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"citecheck {citecheck.__version__}\n"


@pytest.mark.parametrize("command", ["", "check", "references", "explain", "rules", "completion"])
def test_help(capsys: pytest.CaptureFixture[str], command: str) -> None:
    assert run([*command.split(), "--help"]) == 0
    assert "Usage: citecheck" in capsys.readouterr().out


def test_help_loads_no_more_than_click() -> None:
    script = (
        "import sys; from citecheck.cli import run; run(['--help']);"
        "print(*sorted(m for m in ('pydantic', 'bibtexparser', 'rapidfuzz', 'anyascii')"
        " if m in sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stderr.strip() == b""

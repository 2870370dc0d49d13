"""``citecheck references`` from the command line."""

import io
import json
import sys
import zipfile
from pathlib import Path

import pytest

from citecheck import export
from citecheck.cli import run

LIST = """References

Zimmer, Anna, “Waves of salt”, Coast Notes, 2018. Downloaded 5 May 2024 from: https://c.example/waves
Adler, Bo, “Dunes in winter”, Dune Watch, 2020. Downloaded 5 May 2024 from: https://d.example/dunes
Marsh, Pia, “Harbours at night”, Quay, 2019. Downloaded 6 May 2024 form: https://q.example/harbours
"""
TEXTUAL = [name for name, form in export.FORMATS.items() if not form.is_binary]


@pytest.fixture
def draft(tmp_path: Path) -> str:
    path = tmp_path / "draft.txt"
    path.write_text(LIST, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("form", TEXTUAL)
def test_formats(draft: str, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["references", draft, "--format", form, "--fixed"]) == 0
    captured = capsys.readouterr()
    assert "Waves of salt" in captured.out
    assert not captured.err


def test_order(draft: str, capsys: pytest.CaptureFixture[str]) -> None:
    def families(*options: str) -> list[str]:
        run(["references", draft, "--format", "csl-json", *options])
        return [item["author"][0]["family"] for item in json.loads(capsys.readouterr().out)]

    assert families() == ["Zimmer", "Adler", "Marsh"]
    assert families("--fixed") == ["Adler", "Marsh", "Zimmer"]
    assert families("--fixed", "--style", "ieee") == ["Zimmer", "Adler", "Marsh"]


def test_own_style(draft: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["references", draft, "--format", "text", "--style", "own"]) == 0
    expected = LIST.replace("form:", "from:").split("\n\n", 1)[1]
    assert capsys.readouterr().out.replace("\n\n", "\n") == expected


def test_output(draft: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "list.docx"
    assert run(["references", draft, "--format", "docx", "-o", str(out)]) == 0
    assert zipfile.ZipFile(out).testzip() is None
    assert not capsys.readouterr().out


def test_binary_to_a_pipe(draft: str, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    monkeypatch.setattr(sys, "stdout", stream)
    assert run(["references", draft, "--format", "docx"]) == 0
    stream.flush()
    stream.buffer.seek(0)
    assert stream.buffer.read(2) == b"PK"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--style", "foo"], "unknown style 'foo'"),
        (["--style", "missing.csl"], "missing.csl: No such file"),
        (["-o", "no-such-folder/list.bib"], "no-such-folder"),
    ],
)
def test_mistakes(
    draft: str, options: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["references", draft, *options]) == 2
    assert message in capsys.readouterr().err


def test_own_style_needs_typed_entries(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "refs.bib"
    path.write_text("@book{a, title={T}, year=2001}", encoding="utf-8")
    assert run(["references", str(path), "--style", "own", "--format", "text"]) == 2
    assert "no style of its own" in capsys.readouterr().err


def test_the_configured_style(draft: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path(draft).with_name("citecheck.toml").write_text('style = "vancouver"\n', encoding="utf-8")

    def first(*options: str) -> str:
        assert run(["references", draft, "--format", "text", *options]) == 0
        return capsys.readouterr().out.split(" Waves")[0]

    assert first().startswith("1. Zimmer A. ")
    assert first("--style", "apa") == "Zimmer, A. (2018)."

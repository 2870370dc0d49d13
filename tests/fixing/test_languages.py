"""Remarks in the margin, in the language that was asked for."""

import io
import zipfile
from pathlib import Path

import pytest

from citecheck.cli import run
from tests.fixing.test_command import DRAFT
from tests.readers.word import docx, paragraph


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "draft.docx"
    path.write_bytes(docx(*(paragraph(line) for line in DRAFT.splitlines() if line)))
    return path


def comments(path: Path) -> str:
    """The member with the remarks."""
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        return archive.read("word/comments.xml").decode()


@pytest.mark.parametrize("command", ["annotate", "fix"])
@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "The citation writes “Hanson”, the list “Hansen”. Should it be "),
        ("de", "Das Zitat schreibt „Hanson“, das Verzeichnis „Hansen“. Sollte es "),
        ("nb", "Henvisningen skriver «Hanson», listen «Hansen». Skal det være "),
    ],
)
def test_remarks(draft: Path, command: str, language: str, said: str) -> None:
    run([command, draft.name, "-o", "out.docx", "--select", "NAM201", "--language", language])
    assert said in comments(draft.with_name("out.docx"))


def test_the_language_of_the_settings(draft: Path) -> None:
    draft.with_name("citecheck.toml").write_text('language = "nb"\n', encoding="utf-8")
    run(["annotate", draft.name, "-o", "out.docx"])
    assert "listen" in comments(draft.with_name("out.docx"))


def test_fixing_a_word_draft_is_told_in_words(
    draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["fix", draft.name, "--select", "NAM209"])
    out = capsys.readouterr().out
    assert out.startswith("draft.docx, paragraph 1, character 20: fixed NAM209 et-al-form: ")
    assert out.endswith("\ndraft.docx: 1 fix made, 0 findings left.\n")

"""Styles in CSL through Pandoc."""

from pathlib import Path
from shutil import which

import pytest

from citecheck import styles
from citecheck.bibliography.csl import from_csl
from citecheck.errors import ConfigurationError, UnreadableInput
from citecheck.styles import csl_file
from citecheck.styles.arranging import arranged
from tests.styles.test_styles import marked
from tests.styles.works import date, people

STYLE = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
  <info><title>Own</title><id>own</id><updated>2024-01-01T00:00:00Z</updated></info>
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography>
    <sort><key variable="title"/></sort>
    <layout suffix=".">
      <names variable="author" suffix=": "><name/></names>
      <text variable="title" font-style="italic"/>
    </layout>
  </bibliography>
</style>
"""
WORKS = [
    from_csl({"id": f"r{n}", "type": "book", "title": title, "issued": date(2001),
              "author": people("Roe|Ann")})
    for n, title in enumerate(("Sand", "Dunes"))
]  # fmt: skip


def written(folder: Path, text: str) -> str:
    path = folder / "own.csl"
    path.write_text(text, encoding="utf-8")
    return str(path)


@pytest.mark.skipif(not which("pandoc"), reason="Pandoc is not installed")
def test_entries_in_the_order_of_the_style(tmp_path: Path) -> None:
    style = styles.find(written(tmp_path, STYLE), WORKS)
    found = arranged(WORKS, style)
    assert [entry.id for entry in found] == ["r1", "r0"]
    assert [marked(entry) for entry in styles.render(found, style)] == [
        "Ann Roe: _Dunes_.", "Ann Roe: _Sand_.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("no style", "no style in CSL"),
        (STYLE.replace("<id>own</id>", '<link rel="independent-parent" href="http://e.org/x"/>'),
         "only names another style"),
    ],
)  # fmt: skip
def test_files_that_are_no_styles(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(UnreadableInput, match=message):
        csl_file.read(written(tmp_path, text))


def test_without_pandoc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csl_file, "which", lambda _: None)
    monkeypatch.setitem(__import__("sys").modules, "pypandoc", None)
    with pytest.raises(ConfigurationError, match=r"essay-citecheck\[csl\]"):
        csl_file.read(written(tmp_path, STYLE))

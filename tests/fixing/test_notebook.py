"""Notebooks: edits in the strings of their JSON, and not a byte besides."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citecheck.cli import run
from citecheck.errors import UnwritableEdit
from citecheck.fixing import FileDraft
from citecheck.fixing.edits import edited
from citecheck.model import Edit, Span

NOTEBOOK = r"""{
 "cells":   [ {"cell_type": "markdown", "metadata": {"n": 1.50e+3, "a": "Gr\u00f8n"},
   "source": ["Trade \"grew\"\t(H\u00e6nsen et.al., 2019) \ud83d\ude00.\n", "Prices rose\u0021\n"]},
  {"cell_type":"code","source":"Trade","outputs":[],"execution_count":null},
  {"source": "# References\n\nHænsen, Per, “Trade”, 2019.", "cell_type": "markdown"}
 ],
 "nbformat": 4, "nbformat_minor": 5 }
"""


def draft(text: str = NOTEBOOK) -> FileDraft:
    return FileDraft.read(text.encode(), "a.ipynb", "notebook")


def edit(text: str, old: str, new: str) -> Edit:
    start = text.index(old)
    return Edit(span=Span(start=start, end=start + len(old)), text=new)


@pytest.mark.parametrize(
    ("old", "new", "written", "rewritten"),
    [
        ("et.al.", "et al.", "et.al.", "et al."),
        ("2019) 😀", "2020) 😀", "2019) ", "2020) "),
        ("😀", "“x”\n", r"\ud83d\ude00", r"“x”\n"),
        ("Hænsen", "Hansen", r"H\u00e6nsen", "Hansen"),
        (".\nPrices", "; prices", r'.\n", "Prices', '; prices", "'),
        ('"grew"', 'fell\\"', r"\"grew\"", r"fell\\\""),
        ("2019.", "2018.", "2019.", "2018."),
    ],
)
def test_only_the_edited_characters_change(
    old: str, new: str, written: str, rewritten: str
) -> None:
    before = draft()
    after = before.with_edits([edit(before.document.text, old, new)])
    at = NOTEBOOK.rindex(written) if old == "2019." else NOTEBOOK.index(written)
    expected = NOTEBOOK[:at] + rewritten + NOTEBOOK[at + len(written) :]
    assert after.data.decode() == expected
    assert after.document.text == before.document.text.replace(old, new, 1)


def test_a_notebook_in_ascii_stays_so() -> None:
    before = draft(json.dumps(json.loads(NOTEBOOK)))
    after = before.with_edits([edit(before.document.text, "Prices", "Prış")])
    assert after.data.isascii()
    assert "Prış" in after.document.text


@given(st.integers(0, 120), st.integers(0, 60), st.text(max_size=5))
@settings(max_examples=60, deadline=None)
def test_edits_anywhere(start: int, length: int, new: str) -> None:
    before = draft()
    text = before.document.text
    start = min(start, len(text))
    made = Edit(span=Span(start=start, end=min(start + length, len(text))), text=new)
    try:
        after = before.with_edits([made])
    except UnwritableEdit:
        return
    assert after.document.text == edited(text, [made])
    assert json.loads(after.data)["cells"][1] == json.loads(NOTEBOOK)["cells"][1]


def test_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.ipynb").write_text(NOTEBOOK, encoding="utf-8")
    run(["fix", "a.ipynb"])
    assert Path("a.ipynb").read_text(encoding="utf-8") == NOTEBOOK.replace("et.al.", "et al.")

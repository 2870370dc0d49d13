"""Drafts in another system of citing, list and citations together."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import citecheck
from citecheck.cli import run
from citecheck.converting import convert
from citecheck.converting.converted import Converted
from citecheck.converting.front_matter import with_bibliography
from citecheck.converting.pandoc import as_markdown
from citecheck.errors import UnwritableOutput
from citecheck.styles import load

TYPED = """\
Tides rise (see Smith, 2001, p. 3; Doe 1999). Smith (2001) agrees, as did Smith (2001, 2003), and
Smith's (2003: 4) nets do too. Nets hold (Smith 2001, 2003; but compare Doe, 1999, for more).

References

Doe, A. (1999) Nets. Bristol: Harbour Press.

Smith, J. (2001) Tides. Bristol: Harbour Press.

Smith, J. (2003) Winds. Bristol: Harbour Press.
"""
NUMBERED = """\
Nets hold [2]. Doe [2] and Smith et al. agree on tides [1, p. 4]; all say so [1-3].

References

[1] Smith, J. (2001) Tides. Bristol: Harbour Press.

[2] Doe, A. (1999) Nets. Bristol: Harbour Press.

[3] Smith, J. (2003) Winds. Bristol: Harbour Press.
"""
KEYED = """\
---
title: Nets
---

Tides rise (see Smith, 2001; Doe 1999).

# References

Doe, A. (1999) *Nets*. Bristol: Harbour Press.

Smith, J. (2001) *Tides*. Bristol: Harbour Press.
"""


def converted(text: str, system: str, style: str | None = None, form: str = "text") -> Converted:
    return convert(citecheck.check(text, format=form), system, load(style) if style else None)


def test_to_numbers() -> None:
    made = converted(TYPED, "numeric")
    assert made.text.splitlines()[:3] == [
        "Tides rise (see [1, p. 3; 2]). Smith [1] agrees, as did Smith [1, 3], and",
        "Smith's [3, p. 4] nets do too. Nets hold ([1, 3]; but compare [2], for more).",
        "",
    ]
    assert made.text.split("References\n\n")[1] == (
        "[1] Smith, J. (2001) Tides. Bristol: Harbour Press.\n\n"
        "[2] Doe, A. (1999) Nets. Bristol: Harbour Press.\n\n"
        "[3] Smith, J. (2003) Winds. Bristol: Harbour Press.\n"
    )


def test_to_names_and_years() -> None:
    made = converted(NUMBERED, "author-year")
    assert made.text.splitlines()[0] == (
        "Nets hold (Doe, 1999). Doe (1999) and Smith et al. agree on tides (Smith, 2001, p. 4); "
        "all say so (Smith, 2001; Doe, 1999; Smith, 2003)."
    )
    entries = [line for line in made.text.splitlines() if "Press" in line]
    assert entries == [
        "Doe, A. (1999) Nets. Bristol: Harbour Press.",
        "Smith, J. (2001) Tides. Bristol: Harbour Press.",
        "Smith, J. (2003) Winds. Bristol: Harbour Press.",
    ]


def test_to_keys() -> None:
    made = converted(TYPED, "citekeys")
    assert made.text == (
        "Tides rise [see @smith2001tides, p. 3; @doe1999nets]. @smith2001tides agrees, as did "
        "Smith [-@smith2001tides; -@smith2003winds], and\nSmith's [-@smith2003winds, p. 4] nets "
        "do too. Nets hold [@smith2001tides; @smith2003winds; but compare @doe1999nets, for "
        "more].\n\n# References\n\n\n::: {#refs}\n:::\n"
    )


@pytest.mark.parametrize(
    ("typed", "keyed"),
    [
        ("根据Smith (2001)和", "根据Smith [-@smith2001tides]和"),
        ("Doe (1999)和", "@{doe1999nets}和"),
        ("(见Doe 1999)", "[见 @doe1999nets]"),
        ("Nets hold (Doe 1999). A [sign", "Nets hold [@doe1999nets]. A \\[sign"),
    ],
)
def test_keys_that_pandoc_sees(typed: str, keyed: str) -> None:
    text = f"{typed}.\n\nReferences{TYPED.split('References')[1]}"
    assert converted(text, "citekeys").text.startswith(keyed)


def test_works_cited_in_the_same_words_get_letters() -> None:
    text = NUMBERED.replace("(2003)", "(2001)").replace("tides [1, p. 4]", "tides [1]")
    made = converted(text, "author-year").text
    assert "all say so (Smith, 2001a; Doe, 1999; Smith, 2001b)" in made
    assert "Smith, J. (2001a) Tides." in made
    assert "Smith, J. (2001b) Winds." in made


def test_a_year_that_stands_there_is_not_said_twice() -> None:
    text = NUMBERED.replace("Doe [2] and", "Doe [2] (1999) and")
    assert "Doe (1999) and Smith" in converted(text, "author-year").text


def test_markdown_stays_markdown() -> None:
    made = converted(KEYED, "citekeys", form="markdown")
    text = with_bibliography(made.text, "nets.bib")
    assert text.startswith(
        "---\ntitle: Nets\nbibliography: nets.bib\n---\n\nTides rise [see @smith"
    )
    assert "# References\n\n::: {#refs}\n:::" in text
    assert with_bibliography(text, "nets.bib") == text


def test_entries_in_a_style() -> None:
    made = converted(TYPED, "numeric", "ieee")
    assert re.search(r"^\[1\] J\. Smith, Tides\.", made.text, re.MULTILINE)


def test_unclear_citations_stay() -> None:
    text = TYPED.replace("Doe 1999", "Roe 1997")
    made = converted(text, "numeric")
    assert "(see Smith, 2001, p. 3; Roe 1997)" in made.text
    assert [citation.raw for citation in made.left] == ["Smith, 2001, p. 3", "Roe 1997"]


def test_there_and_back() -> None:
    once = converted(NUMBERED, "author-year").text
    report = citecheck.check(converted(once, "numeric").text)
    assert report.coverage.citations_resolved == 4
    assert not [f for f in report.findings if f.severity != "info"]


def test_other_formats_are_refused() -> None:
    report = citecheck.check(r"Tides rise \cite{smith}.", format="latex")
    with pytest.raises(UnwritableOutput, match="latex draft cannot be converted"):
        convert(report, "numeric")


@pytest.mark.parametrize(
    ("typed", "markdown"),
    [
        ("a * b * c", r"a \* b \* c"),
        ("snake_case and _so_", r"snake_case and \_so\_"),
        ("1. first\n- then", "1\\. first\n\\- then"),
        ("see https://a.example.org/x_y_z.", "see <https://a.example.org/x_y_z>."),
        ("me@example.org and @you", r"me@example.org and \@you"),
        ("a < b, <b>bold</b>", r"a < b, \<b>bold\</b>"),
        ("    indented", "indented"),
        ("costs $5 ~ [so] #1", r"costs \$5 \~ \[so] #1"),
        ("one [of", r"one \[of"),
    ],
)
def test_signs_of_markdown(typed: str, markdown: str) -> None:
    assert as_markdown(typed, [], []) == markdown


@given(st.text(max_size=200))
def test_any_text_becomes_markdown(text: str) -> None:
    as_markdown(text, [], [])
    for system in ("numeric", "citekeys", "author-year"):
        converted(text, system)


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(TYPED.replace("Doe 1999", "Roe 1997"), encoding="utf-8")
    assert run(["convert", str(draft), "--to", "citekeys", "-o", str(tmp_path / "new.md")]) == 1
    assert "draft.txt:1: left as it is: Roe 1997" in capsys.readouterr().err
    assert (tmp_path / "new.md").read_text("utf-8").startswith("---\nbibliography: new.bib\n---\n")
    assert "@book{smith2001tides," in (tmp_path / "new.bib").read_text("utf-8")


@pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc is not installed")
def test_pandoc_finds_every_key(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(TYPED, encoding="utf-8")
    assert run(["convert", str(draft), "--to", "citekeys", "-o", str(tmp_path / "new.md")]) == 0
    command = ["pandoc", "--citeproc", "-t", "plain", "--wrap=none", "new.md"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert not done.stderr
    assert done.stdout.startswith("Tides rise (see Smith 2001, 3; Doe 1999). Smith (2001) agrees")

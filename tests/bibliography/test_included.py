"""Drafts of several sources: what the included ones cite is cited."""

from pathlib import Path

import pytest

import citecheck

BIB = """\
@book{tide, author = {Marlow, Iris}, title = {Tides}, date = {2001}}
@book{salt, author = {Reed, Ada}, title = {Salt}, date = {1999}, ids = {salt99, oldsalt}}
@book{rope, author = {Ash, Bo}, title = {Rope}, date = {1987}}
@book{fog, author = {Elm, Eve}, title = {Fog}, date = {1977}}
"""


def report(folder: Path, name: str, **files: str) -> citecheck.Report:
    (folder / "refs.bib").write_text(BIB, encoding="utf-8")
    for stem, text in files.items():
        (folder / (stem + Path(name).suffix)).write_text(text, encoding="utf-8")
    return citecheck.check(folder / name)


def test_keys_of_included_latex_sources(tmp_path: Path) -> None:
    found = report(
        tmp_path,
        "main.tex",
        main="\\begin{document}\nTides rise \\cite{tide}. % \\input{lost}\n"
        "\\input{one}\n\\bibliography{refs}\n\\end{document}\n",
        one="Salt is old \\parencite{salt}. % \\cite{fog}\n\\include{two}\n",
        two="\\nocite{rope}\n\\input{one}\n",
    )
    unused = [f.message for f in found.findings if f.name == "uncited-entry"]
    assert len(unused) == 1
    assert unused[0].endswith("1 entry is never cited: fog")
    assert [note for note in found.coverage.not_checked if "included" in note] == [
        f"{name}: included; only its citation keys are read" for name in ("one", "two")
    ]


def test_keys_of_included_typst_sources(tmp_path: Path) -> None:
    found = report(
        tmp_path,
        "main.typ",
        main='Tides rise @tide.\n#include "one.typ"\n#bibliography("refs.bib")\n',
        one="Salt is old @salt and #cite(<rope>). // @fog\n",
    )
    unused = [f.message for f in found.findings if f.name == "uncited-entry"]
    assert len(unused) == 1
    assert unused[0].endswith("1 entry is never cited: fog")


def test_a_source_that_is_missing(tmp_path: Path) -> None:
    found = report(tmp_path, "main.tex", main="\\input{lost}\\cite{tide}\\bibliography{refs}\n")
    assert any(note.startswith("lost: included, not read") for note in found.coverage.not_checked)


@pytest.mark.parametrize("key", ["salt", "salt99", "oldsalt"])
def test_further_keys_of_an_entry(tmp_path: Path, key: str) -> None:
    found = report(tmp_path, "main.tex", main=f"Salt \\cite{{{key}}}. \\bibliography{{refs}}\n")
    assert [match.status for match in found.matches] == ["matched"]
    assert [f.name for f in found.findings] == ["uncited-entry"]

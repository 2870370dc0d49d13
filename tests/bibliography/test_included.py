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


@pytest.mark.parametrize(
    "listed", ["\\addbibresource{refs.bib}", "\\bibliography{refs}", "% none\n\\bibliography{refs}"]
)
def test_a_list_named_in_an_included_source(tmp_path: Path, listed: str) -> None:
    found = report(
        tmp_path,
        "main.tex",
        main="\\input{one}\n\\begin{document}\nTides \\cite{tide,lost}.\n\\end{document}\n",
        one="\\input{two}\n",
        two=f"{listed}\nIt rains \\cite{{rope}}.\n",
    )
    assert [(f.code, f.span.of(found.document.text)) for f in found.findings] == [
        ("CIT102", "one"),
        ("CIT101", "lost"),
    ]
    assert found.findings[0].message.endswith("2 entries are never cited: salt, fog")


def test_a_list_in_an_included_source(tmp_path: Path) -> None:
    found = report(
        tmp_path,
        "main.tex",
        main="\\begin{document}\nTides \\cite{tide}.\n\\input{one}\n\\end{document}\n",
        one="\\begin{thebibliography}{9}\n\\bibitem{tide} Marlow, I. (2001). Tides. Quay Press.\n"
        "\\bibitem{salt} Reed, A. (1999). Salt. Quay Press.\n\\end{thebibliography}\n",
    )
    assert [f.message.partition("one.tex")[2] for f in found.findings] == [
        ":3: 1 entry is never cited: salt"
    ]
    assert [match.status for match in found.matches] == ["matched"]


def test_a_chapter_alone(tmp_path: Path) -> None:
    found = report(tmp_path, "one.tex", one="\\chapter{Tides}\n\nThey rise \\cite{tide}.\n")
    assert found.findings == ()
    assert "the list of the file that includes this one" in found.coverage.not_checked


def test_a_source_that_is_missing(tmp_path: Path) -> None:
    found = report(tmp_path, "main.tex", main="\\input{lost}\\cite{tide}\\bibliography{refs}\n")
    assert any(note.startswith("lost: included, not read") for note in found.coverage.not_checked)


@pytest.mark.parametrize("key", ["salt", "salt99", "oldsalt"])
def test_further_keys_of_an_entry(tmp_path: Path, key: str) -> None:
    found = report(tmp_path, "main.tex", main=f"Salt \\cite{{{key}}}. \\bibliography{{refs}}\n")
    assert [match.status for match in found.matches] == ["matched"]
    assert [f.name for f in found.findings] == ["uncited-entry"]

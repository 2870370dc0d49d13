"""Drafts that cite by key: Markdown, LaTeX, Typst and notebooks with their lists in files."""

import json
from pathlib import Path
from typing import Any

import pytest

import citecheck
from citecheck.cli import run
from citecheck.errors import UnreadableInput
from citecheck.model import Report
from citecheck.readers import read_text
from citecheck.reports.json import as_data
from citecheck.reports.look import Look

BIB = """\
@article{marlow2011, author = {Marlow, Iris}, title = {The Great Tide}, journal = {Tides},
  year = 2011, volume = 3, doi = {10.1000/x}}
@book{okafor2001, author = {Okafor, Ada}, title = {Salt and Sand}, publisher = {Harbour Press},
  year = 2001}
"""
DRAFTS = {
    "draft.md": "---\nbibliography: refs.bib\n---\n\nTides [@marlow2011, p. 3; @okafor2002].\n",
    "list.qmd": '---\nbibliography: ["refs.bib"]\n---\n\nTides [@marlow2011; @okafor2002].\n',
    "draft.tex": "\\documentclass{article}\n% \\bibliography{none}\n\\begin{document}\n"
    "Tides \\citep[3]{marlow2011,okafor2002}. % \\cite{none}\n\\bibliography{refs}\n"
    "\\end{document}\n",
    "biblatex.tex": "\\addbibresource{refs.bib}\n\\begin{document}\nTides\\autocite{marlow2011}"
    " and \\textcite{okafor2002}.\n\\begin{verbatim}\n\\cite{none}\n\\end{verbatim}\n"
    "\\printbibliography\n\\end{document}\n",
    "draft.typ": "= Tides <tides>\nTides @marlow2011 rise #cite(<okafor2002>), see @tides.\n"
    '// @none\n#bibliography("refs.bib", title: "Sources")\n',
    "draft.ipynb": json.dumps(
        {
            "nbformat": 4,
            "cells": [
                {"cell_type": "markdown", "source": "---\nbibliography: refs.bib\n---"},
                {"cell_type": "code", "source": ["@none\n", "x[1]"]},
                {"cell_type": "markdown", "source": ["Tides\n", "[@marlow2011; @okafor2002]."]},
            ],
        }
    ),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "refs.bib").write_text(BIB, encoding="utf-8")
    return tmp_path


def checked(folder: Path, name: str, text: str) -> Report:
    """The report on *text* in the file *name* of *folder*."""
    (folder / name).write_text(text, encoding="utf-8")
    return citecheck.check(folder / name)


def said(report: Report) -> list[tuple[str, str, str]]:
    """Code, severity and message of each finding about keys."""
    return [
        (finding.code, finding.severity.value, finding.message)
        for finding in report.findings
        if finding.code in ("CIT101", "CIT102", "CIT104", "CIT105")
    ]


@pytest.mark.parametrize("name", DRAFTS)
def test_undefined_and_unused_keys(folder: Path, name: str) -> None:
    report = checked(folder, name, DRAFTS[name])
    assert [citation.labels for citation in report.citations] == [("marlow2011",), ("okafor2002",)]
    assert [match.reference_ids for match in report.matches] == [("r1",), ()]
    wrong = next(finding for finding in report.findings if finding.code == "CIT101")
    assert (wrong.severity.value, wrong.suggestion) == ("error", "okafor2001")
    unused = next(finding for finding in report.findings if finding.code == "CIT102")
    assert unused.message == f"{folder / 'refs.bib'}:3: 1 entry is never cited: okafor2001"
    assert unused.severity.value == "info"
    assert unused.span.of(report.document.text).startswith("refs")


def test_places_of_entries_in_json(folder: Path) -> None:
    data = as_data(checked(folder, "draft.md", DRAFTS["draft.md"]), Look())
    first, second = data["references"]
    places: dict[str, Any] = {"start": None, "end": None, "line": None, "column": None}
    assert {name: second[name] for name in places} == places
    assert second["source"] == {
        "path": str(folder / "refs.bib"), "start": BIB.index("@book"), "end": len(BIB) - 1,
        "line": 3, "column": 1,
    }  # fmt: skip
    assert (first["key"], first["raw"][:9]) == ("marlow2011", "@article{")
    assert data["citations"][0]["reference_ids"] == [first["id"]]
    json.dumps(data)


def test_places_in_notebooks(folder: Path) -> None:
    report = checked(folder, "draft.ipynb", DRAFTS["draft.ipynb"])
    place = as_data(report, Look())["citations"][0]["part"]
    assert (place["name"], place["line"]) == ("cell 3", 2)


def test_references_in_front_matter(tmp_path: Path) -> None:
    text = (
        "---\nreferences:\n- id: salt\n  title: Salt\n  author: [{family: Okafor, given: Ada}]\n"
        "  type: book\n  issued: 2001\n- {id: sand, title: Sand, type: book}\n"
        "nocite: '@sand'\n---\n\nTides rise [@salt].\n"
    )
    report = checked(tmp_path, "draft.md", text)
    assert [reference.key for reference in report.references] == ["salt", "sand"]
    assert [reference.source for reference in report.references] == [None, None]
    assert said(report) == []
    title = report.references[0].title
    assert title
    assert title.span
    assert title.span.of(text) == "Salt"


def test_printed_list_in_latex(tmp_path: Path) -> None:
    text = (
        "\\begin{document}\nTides \\cite{marlow} and \\cite{other}.\n\\begin{thebibliography}{9}\n"
        "\\bibitem{marlow} Marlow, I. (2011). \\emph{The Great Tide}. Oslo: Harbour Press.\n"
        "\\bibitem{okafor} Okafor, A. (2001). \\emph{Salt}. Oslo: Harbour Press.\n"
        "\\end{thebibliography}\n\\end{document}\n"
    )
    report = checked(tmp_path, "draft.tex", text)
    assert [reference.raw[:8] for reference in report.references] == ["\\bibitem"] * 2
    found = [(code, severity) for code, severity, _ in said(report)]
    assert found == [("CIT101", "error"), ("CIT102", "warning")]


def test_printed_list_beside_the_draft(tmp_path: Path) -> None:
    (tmp_path / "draft.bbl").write_text(
        "\\begin{thebibliography}{9}\n\\bibitem{marlow} Marlow, I. (2011). Tides.\n"
        "\\end{thebibliography}\n",
        encoding="utf-8",
    )
    text = "\\begin{document}\\cite{marlow}\\bibliography{gone}\\end{document}"
    report = checked(tmp_path, "draft.tex", text)
    assert [match.reference_ids for match in report.matches] == [("r1",)]


@pytest.mark.parametrize(
    ("named", "note"),
    [
        ("gone.bib", "gone.bib: no such file"),
        ("refs.docx", "refs.docx: not a list that is read (.bib, .json, .yaml, .ris)"),
        ("https://a.example/x.bib", "https://a.example/x.bib: an address; only files are read"),
        ("folder.bib", "folder.bib: no such file"),
        ("empty.bib", "empty.bib: at byte 0: the file is empty"),
    ],
)  # fmt: skip
def test_lists_that_cannot_be_read(folder: Path, named: str, note: str) -> None:
    (folder / "folder.bib").mkdir()
    (folder / "empty.bib").write_bytes(b"")
    report = checked(folder, "draft.md", f"---\nbibliography: {named}\n---\n\nTides [@salt].\n")
    assert [item.removeprefix(f"{folder}/") for item in report.coverage.not_checked] == [note]
    assert said(report) == [], "a key may stand in the list that could not be read"


def test_damaged_front_matter(tmp_path: Path) -> None:
    text = "---\ntitle: a: b: c\nbibliography: refs.bib\n---\n\nTides [@salt].\n"
    report = checked(tmp_path, "draft.md", text)
    assert "mapping values" in report.coverage.not_checked[0]
    assert said(report) == []


def test_a_text_without_a_folder(folder: Path) -> None:
    report = citecheck.check(DRAFTS["draft.md"], format="markdown")
    assert report.coverage.not_checked == (
        "refs.bib: not read, since the draft is no file with a folder",
    )


def test_one_list_named_twice(folder: Path) -> None:
    text = "---\nbibliography: [refs.bib, ./refs.bib]\n---\n\nTides [@marlow2011].\n"
    assert len(checked(folder, "draft.md", text).references) == 2


def test_list_of_the_project(folder: Path) -> None:
    (folder / "_quarto.yml").write_text("project: {type: book}\nbibliography: refs.bib\n", "utf-8")
    report = checked(folder, "draft.qmd", "Tides [@marlow2011; @okafor2002].\n")
    assert [match.reference_ids for match in report.matches] == [("r1",), ()]


def test_everything_listed_on_purpose(folder: Path) -> None:
    text = "\\begin{document}\\cite{marlow2011}\\nocite{*}\\bibliography{refs}\\end{document}"
    assert said(checked(folder, "draft.tex", text)) == []


def test_the_command(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["references", str(folder / "refs.bib"), "--format", "csl-json"]) == 0
    assert [item["id"] for item in json.loads(capsys.readouterr().out)] == [
        "marlow2011",
        "okafor2001",
    ]
    assert [entry.key for entry in citecheck.parse_references(folder / "refs.bib")] == [
        "marlow2011",
        "okafor2001",
    ]
    assert run(["check", str(folder / "refs.bib")]) == 2


@pytest.mark.parametrize("text", ["", "5", "[]", '{"cells": 5}', "{", '{"cells": [', "[" * 50_000])
def test_what_is_no_notebook(text: str) -> None:
    with pytest.raises(UnreadableInput, match="not a notebook"):
        read_text(text, name="draft.ipynb", format="notebook")


HIDDEN = {
    ("latex", "a % c\nb"): ["% c"],
    ("latex", r"50\% of it"): [],
    ("latex", r"\label{x} see \ref{y} \emph{so}"): [r"\label{x}", r"\ref{y}"],
    ("latex", r"$a[1]$ and \(b\) \[c\]"): ["$a[1]$", r"\(b\)", r"\[c\]"],
    ("latex", "costs $5\n\nor $6"): [],
    ("latex", r"\verb|\cite{x}| \cite{y}"): [r"\verb|\cite{x}|"],
    ("latex", r"\href{https://a.example}{text}"): [r"\href{https://a.example}"],
    ("latex", r"\begin{figure}[ht] text \end{figure}"): [r"\begin{figure}[ht]", r"\end{figure}"],
    ("latex", "\\begin{equation}x\\end{equation}y"): ["\\begin{equation}x\\end{equation}"],
    ("latex", "\\begin{verbatim}x"): ["\\begin{verbatim}"],
    ("typst", "a // c\nb http://a.example/x"): ["// c"],
    ("typst", "a /* b\nc */ d"): ["/* b\nc */"],
    ("typst", "`a` $x$ *b*"): ["`a`", "$x$"],
    ("typst", "#set text(\n  font: \"x\"\n)\nSo"): ["#set text(\n  font: \"x\"\n)"],
    ("typst", '#link("https://a.example")[Text] on'): ['#link("https://a.example")'],
    ("typst", "@key <label> @label #cite(<key>)"): ["<label>", "@label"],
    ("typst", "#set text("): ["#set text("],
}  # fmt: skip


@pytest.mark.parametrize(("kind", "text"), HIDDEN)
def test_what_is_no_prose(kind: str, text: str) -> None:
    document = read_text(text, name=None, format=kind)
    assert document.text == text
    assert [span.of(text) for span in document.not_prose] == HIDDEN[kind, text]

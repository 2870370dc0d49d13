"""Lists typed by hand in LaTeX and Typst, where the draft also cites by commands or labels."""

import pytest

from citecheck.config import Settings
from citecheck.model import Report
from citecheck.pipeline import check_document
from citecheck.readers import read_text

ENTRIES = """
Keel, B. (1999). {0}Towns of old{1}. Oslo: Quay Press.

Marlow, A. (2011). {0}Tides{1}. Oslo: Quay Press.

Reed, C. (2003). Nets. {0}Journal of Nets{1}, 3(1), 5--20.
"""
EMPH, SLANTED = ENTRIES.format("\\emph{", "}"), ENTRIES.format("_", "_")
BODY = "Tides rise (Marlow, 2011), as Keel (1999) says of Reed (2003)."
LATEX = "\\documentclass{{article}}\n\\begin{{document}}\n{}\n\n{}\n\n\\end{{document}}\n"
TYPST = '#set page(paper: "a4")\n= Introduction <intro>\n\n{}\n\n{}\n'


def check(text: str, kind: str) -> Report:
    document = read_text(text, name=None, format=kind)
    return check_document(document, Settings())


def headings(report: Report) -> list[str]:
    """The first words of the entries in the file."""
    return [reference.raw.lstrip("-+ ")[:5] for reference in report.references]


@pytest.mark.parametrize(
    "listed",
    [
        f"\\section*{{References}}\n{EMPH}",
        f"\\section*{{References}}\\label{{refs}}\n{EMPH}",
        f"\\chapter*{{Bibliography}}\n\\setlength{{\\parindent}}{{0pt}}\n{EMPH}",
        f"\\subsection*{{Works cited}}\n\\begin{{small}}\n{EMPH}\\end{{small}}",
        f"\\textbf{{Literatur}}\n{EMPH}",
        f"\\begin{{thebibliography}}{{9}}\n{EMPH}\n\\end{{thebibliography}}",
        "\\section*{References}\n\\begin{itemize}\n"
        + EMPH.replace("\n\n", "\n").strip().replace("\n", "\n\\item ").join(("\\item ", "\n"))
        + "\\end{itemize}",
    ],
)
@pytest.mark.parametrize("cites", ["", " It is so~\\cite{marlow2011} and \\citep[5]{keel1999}."])
def test_latex(listed: str, cites: str) -> None:
    report = check(LATEX.format(BODY + cites, listed), "latex")
    assert headings(report) == ["Keel,", "Marlo", "Reed,"]
    assert [finding.code for finding in report.findings if finding.code < "FRM"] == []
    assert all(match.reference_ids for match in report.matches)
    assert len(report.citations) == (5 if cites else 3)


@pytest.mark.parametrize(
    "listed",
    [
        f"= References\n{SLANTED}",
        f"== Works cited <refs>\n{SLANTED}",
        f"= Literaturverzeichnis\n\n#set par(hanging-indent: 1.5em)\n{SLANTED}",
        f"= References\n{SLANTED}\n= Thanks\n\nThe keepers of the harbour helped a great deal.",
        "= References\n\n" + SLANTED.strip().replace("\n\n", "\n- ").join(("- ", "")),
        "= References\n\n" + SLANTED.strip().replace("\n\n", "\n+ ").join(("+ ", "")),
        "= References\n#par(hanging-indent: 2em)[" + ENTRIES.format("#emph[", "]") + "]",
    ],
)
def test_typst(listed: str) -> None:
    report = check(TYPST.format(f"{BODY} See @intro.", listed), "typst")
    assert headings(report) == ["Keel,", "Marlo", "Reed,"]
    assert [finding.code for finding in report.findings if finding.code < "FRM"] == []
    assert len(report.citations) == 3
    titles = [reference.title for reference in report.references]
    assert [title.value for title in titles if title] == ["Towns of old", "Tides", "Nets"]


def test_an_address_in_typst() -> None:
    entry = 'Marlow, A. (2011). _Tides_. Quay. #link("https://quay.example/tides"). 5 pp.\n'
    report = check(TYPST.format(BODY, f"= References\n\n{entry}"), "typst")
    assert report.references[0].url
    assert report.references[0].url.value == "https://quay.example/tides"


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("latex", LATEX.format(f"{BODY} \\cite{{x}}", "\\section{Results}\n\nThey rose.")),
        ("latex", LATEX.format(f"{BODY}", f"\\section*{{References}}{EMPH}\\bibliography{{refs}}")),
        ("latex", f"{BODY} \\cite{{x}}\n\n\\section*{{Further reading}}\n{EMPH}"),
        ("typst", TYPST.format(BODY, "= Results\n\nThey rose.")),
        ("typst", TYPST.format(BODY, f'= References\n{SLANTED}\n#bibliography("refs.bib")')),
    ],
)
def test_no_typed_list(kind: str, text: str) -> None:
    assert check(text, kind).references == ()

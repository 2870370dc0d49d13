"""Markup read as what it prints, in place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import citecheck
from citecheck.readers import read_text
from citecheck.readers.shown import as_shown, without_notes


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (r"``Tides'', \url{https://x.org/a_b}", "“ Tides” ,      https://x.org/a_b "),
        (r"\emph{Tides} \& Waves~1", "      Tides  &  Waves 1"),
        (r"the harbour's \textquotesingle s", "the harbour’s                 's"),
        (r"\section{References}", "         References "),
        ("a % comment\nb", "a           b"),
        ("a\nb\n\nc", "a b\n\nc"),
    ],
)  # fmt: skip
def test_latex(text: str, shown: str) -> None:
    document = as_shown(read_text(text, name=None, format="latex"))
    assert document.format == "text"
    assert document.text.replace(" “", "“ ") == shown.replace(" “", "“ ")


@pytest.mark.parametrize(
    "text", [r"as \cite{roe} says", r"\begin{x}\bibitem{a} Roe", r"\autocite[3]{a}"]
)
def test_latex_that_cites_by_commands_stays(text: str) -> None:
    document = read_text(text, name=None, format="latex")
    assert as_shown(document) is document


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain \"text\"", "plain \"text\""),
        (r"one \| two", "one |  two"),
        (r'"Tides" and \"waves\"', '“Tides” and  "waves" '),
        (r"the \`tides\`.", "the  `tides`\xad."),
        (r"so\[1\]\[2\]: R\&D", "so [1]\xad [2]\xad: R&\xadD"),
        (r"https://a.org/\?b\&c\(d\)", "https://a.org/?\xadb&\xadc(\xadd) "),
        (r"harbour's \'tis", "harbour’s  'tis"),
    ],
)  # fmt: skip
def test_markdown(text: str, shown: str) -> None:
    assert as_shown(read_text(text, name=None, format="markdown")).text == shown


@settings(deadline=None)
@given(
    st.text(alphabet="ab \\`'\"{}~$&%\n[]^:_", max_size=60), st.sampled_from(["latex", "markdown"])
)
def test_offsets_stay(text: str, form: str) -> None:
    document = read_text(text, name=None, format=form)
    assert len(as_shown(document).text) == len(text)
    assert len(without_notes(document).text) == len(text)


LATEX = r"""\documentclass{article}
\begin{document}
Tides turn (Roe 2001), and salt stays (Doe 2003).

\section*{References}

Doe, J. 2003. \emph{Salt}. Leeds: Fen Press. \url{https://example.org/salt}

Roe, J. 2001. ``Tides''. Hull: Humber Press.

\end{document}
"""


def test_a_list_typed_in_latex() -> None:
    from citecheck.pipeline import check_document

    report = check_document(read_text(LATEX, name=None, format="latex"), citecheck.Settings())
    assert [reference.title and reference.title.value for reference in report.references] == [
        "Salt", "Tides"]  # fmt: skip
    assert [match.reference_ids for match in report.matches] == [("r2",), ("r1",)]
    assert report.document.text == LATEX


def test_notes_behind_a_list_are_no_part_of_it() -> None:
    text = (
        "Tides turn (Roe 2001).[^1]\n\n# References\n\nDoe, J. 2003. Salt. Leeds: Fen Press.\n\n"
        "Roe, J. 2001. Tides. Hull: Humber Press.\n\nA photograph\n\n[^1]: An aside.\n"
    )
    document = read_text(text, name=None, format="markdown")
    blank = without_notes(document).text
    assert "An aside" not in blank
    assert blank.startswith("Tides turn (Roe 2001).[^1]\n")


@pytest.mark.parametrize("form", ["latex", "markdown"])
def test_addresses_with_escapes_are_whole(form: str) -> None:
    url = r"https://a.example/view?title=Nets\_of\%20old\&action=edit\#top"
    text = f"Nets hold (Doe, 2003).\n\nReferences\n\nDoe, A. (2003) Nets. Ghent: Leie. {url}\n"
    (entry,) = citecheck.check(text, format=form).references
    assert entry.url
    assert entry.url.span
    assert entry.url.value == "https://a.example/view?title=Nets_of%20old&action=edit#top"
    assert entry.url.span.of(text) == url

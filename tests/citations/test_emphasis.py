"""Markdown, Typst and LaTeX set words in italics; citations read the same without the marks."""

import pytest

import citecheck
from citecheck.citations import find_citations
from citecheck.model import Document
from tests.citations.samples import entry, line

SHELF = [entry("Ash, A.; Birch, B.; Cone, C.", 2001), entry("Elm, E.", 2004)]


@pytest.mark.parametrize(
    ("markup", "text", "cited"),
    [
        ("markdown", "So (Ash *et al.* 2001; Elm 2004).", ["Ash et al. 2001", "Elm 2004"]),
        ("markdown", "So (Ash *et al*. 2001, p. 3).", ["Ash et al. 2001 [p. 3]"]),
        ("markdown", "So Ash _et al_. (2001) and **Elm** (2004).", ["*Ash et al. 2001"]),
        ("text", "So (Ash *et al.*, 2001).", ["Ash et al. 2001"]),
        ("typst", "So (Ash _et al._ 2001).", ["Ash et al. 2001"]),
        ("latex", "So (Ash \\emph{et al.}\\ 2001; Elm~2004).", ["Ash et al. 2001", "Elm 2004"]),
        ("latex", "So Ash et~al.\\ (2001) say.", ["*Ash et al. 2001"]),
        ("markdown", "The film *Poor Pierre* (1891), as Elm (2004) says.", ["*Elm 2004"]),
        ("markdown", "A key [@ash_2001] and a snake_case (Elm 2004).", ["ash_2001", "Elm 2004"]),
    ],
)
def test_marks_of_emphasis(markup: str, text: str, cited: list[str]) -> None:
    found = find_citations(Document(text=text, format=markup), (), SHELF)
    assert [line(citation) for citation in found] == cited
    assert [text[c.span.start : c.span.end] for c in found] == [c.raw for c in found]


def test_emphasis_in_the_list() -> None:
    text = """# Essay

All agree (Ash *et al*. 2001; Elm *et al.* 2004).[^1]

[^1]: *Elsewhere* as well.

# References

Ash, A., Birch, B., *et al*. 2001. Ropes. *Quay*, 4: 1-2.

Elm, E.; Fir, F.; *et al.* 2004. Sails. *Quay*, 7: 3-9.
"""
    report = citecheck.check(text, format="markdown")
    assert [(len(r.author), r.others, r.raw[-4:]) for r in report.references] == [
        (2, True, "1-2."),
        (2, True, "3-9."),
    ]
    assert [f.message for f in report.findings] == []

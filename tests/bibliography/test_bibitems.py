"""Printed lists in LaTeX."""

from citecheck.bibliography import parse
from citecheck.model import Span

FILE = r"""
\begin{thebibliography}{99}
\bibitem[{Marlow et~al.(2011)Marlow, Okafor}]{marlow} Marlow, I. (2011). \emph{The Great Tide in
  \'Evora}. Oslo: Harbour Press. % a remark, 1999
\bibitem{zola%
}
\bibitem{zola} {\'E}mile Zola, ``Salt and Sand'', \textit{Journal of Tides} 3(2), 2001, pp.~1--9.

\end{thebibliography}
Text \bibitem about it.
"""


def test_entries_and_places() -> None:
    read = parse(FILE, "draft.bbl")
    marlow, *_, zola = read.references
    assert [reference.key for reference in read.references][::2] == ["marlow", "zola"]
    assert marlow.author[0].family == "Marlow"
    assert marlow.title
    assert marlow.title.value == "The Great Tide in Évora"
    assert marlow.title.span
    assert marlow.title.span.of(FILE) == "The Great Tide in\n  \\'Evora"
    assert marlow.issued
    assert marlow.issued.span == Span(start=FILE.index("2011). "), end=FILE.index("). \\emph"))
    assert zola.raw.startswith("\\bibitem{zola} {\\'E}mile")
    assert zola.raw.endswith("1--9.")


def test_damage() -> None:
    for text in ("\\bibitem", "\\bibitem[", "\\bibitem[{]{a}", "\\bibitem{a}", "\\bibitem{a}{"):
        assert len(parse(text, "draft.bbl").references) <= 1

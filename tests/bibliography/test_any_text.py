"""Any text at all, under any name: no exception, and places that exist."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citecheck.bibliography import EXTENSIONS, parse
from citecheck.errors import UnreadableInput
from citecheck.model import Model, Span

PIECES = (
    '@book{ @article{a, @string{ @comment{ { } " , = # % title author year date crossref and '
    "others von {Salt} {\\'E} \\'e \\ $ ~ -- 2001 2001-02-03 https://a.example/%20 "
    "[ ] : null true 5 id - & * references: issued: [[2001]] family "
    "\\bibitem{a} \\bibitem[ \\end{thebibliography}"
).split(" ")
PIECES += ["TY  - BOOK", "ER  - ", "AU  - A, B", "SP  - 1", "TI  - Salt", "Y1  - 2001/5/"]
GAPS = ("", " ", "\n", "\r\n", "\n  ")
texts = st.lists(
    st.tuples(st.sampled_from(PIECES), st.sampled_from(GAPS)),
    max_size=60,
).map(lambda pairs: "".join(piece + gap for piece, gap in pairs))
anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)


def spans(value: Any) -> list[Span]:
    """Every place inside *value*."""
    if isinstance(value, Span):
        return [value]
    if isinstance(value, Model):
        return [span for _, inner in value for span in spans(inner)]
    return [span for inner in value for span in spans(inner)] if isinstance(value, tuple) else []


@pytest.mark.parametrize("extension", EXTENSIONS)
@settings(max_examples=60, deadline=None)
@given(text=texts | anything)
def test_any_text(extension: str, text: str) -> None:
    read = parse(text, f"refs{extension}")
    for number, reference in enumerate(read.references, 1):
        assert reference.id == f"r{number}"
        assert reference.raw == reference.span.of(text)
        assert all(0 <= span.start <= span.end <= len(text) for span in spans(reference))


@pytest.mark.parametrize("name", ["refs.docx", "refs", ".bib.txt"])
def test_unknown_names(name: str) -> None:
    with pytest.raises(UnreadableInput, match="no literature list is read from it"):
        parse("", name)


@pytest.mark.parametrize("extension", EXTENSIONS)
@pytest.mark.parametrize(
    "piece", ["{", "}", "@book{a, title={", "[", '["', "- ", "\\bibitem{", "TY  - BOOK\n", "&a "]
)
def test_hostile(extension: str, piece: str) -> None:
    parse(piece * 3_000, f"refs{extension}")

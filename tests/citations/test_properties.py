"""What holds for every text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citecheck.citations import find_citations, vocabulary
from citecheck.language.folding import fold
from citecheck.model import Document, ReferenceSection, Span
from tests.citations.samples import entry

PIECES = st.sampled_from(
    "( ) [ ] , ; : . & and et al. u. a. 等 Smith Jones van der 2001 2001a 1999-2004 n.d. p. 3 S. "
    "J. see ’s ' 张三 （ ） \n \n\n \0 @smith2001 [1] [1–3] ibid. ^1 \\cite{a} - – / (2) Ж".split(
        " "
    )
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map(" ".join))
LIST = (entry("Smith, J.", 2001, key="1"), entry("Jones, A.; van der Berg, B.", "2001a", key="2"))


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_any_text(text: str) -> None:
    for references in ((), LIST):
        citations = find_citations(Document(text=text), (), references)
        assert [c.id for c in citations] == [f"c{n + 1}" for n in range(len(citations))]
        assert all(c.raw == c.span.of(text) and c.raw for c in citations)
        starts = [c.span.start for c in citations]
        assert starts == sorted(starts)
        for citation in citations:
            places = [name.span for name in citation.names]
            places += [s for s in (citation.group, citation.et_al_span) if s]
            assert all(0 <= place.start < place.end <= len(text) for place in places)


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.integers(0, 60), st.integers(0, 60))
def test_nothing_is_found_in_the_list(text: str, start: int, length: int) -> None:
    section = ReferenceSection(span=Span(start=start, end=start + length))
    for citation in find_citations(Document(text=text), (section,), LIST):
        assert not citation.span.overlaps(section.span)


@pytest.mark.parametrize(
    "text",
    [
        "(" * 100_000,
        "(" * 10_000 + "Smith 2001" + ")" * 10_000,
        "Smith, " * 15_000,
        "Smith; " * 15_000,
        "2001a, b, " * 10_000,
        "\n " * 50_000,
    ],
    ids=lambda text: text[:8],
)
def test_long_and_odd_texts_pass(text: str) -> None:
    assert len(find_citations(Document(text=text), (), ())) <= 1


@pytest.mark.parametrize(
    "words", [value for value in vars(vocabulary).values() if isinstance(value, frozenset)]
)
def test_vocabulary_is_folded(words: frozenset[str]) -> None:
    assert [word for word in words if fold(word) != word] == []

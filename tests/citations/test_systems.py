"""Citations by number, label, citekey and note."""

import pytest

from citecheck.citations import find_citations
from citecheck.model import Citation, CitationSystem, Document, Reference, Span, Value
from tests.citations.samples import citations_in, entry, line


def numbered(count: int) -> list[Reference]:
    """A list of works that bear the numbers 1 to *count*."""
    return [entry(f"Author{n}, A.", 2000 + n, key=str(n)) for n in range(1, count + 1)]


def labels_of(citations: tuple[Citation, ...]) -> list[str]:
    return [" ".join(citation.labels) for citation in citations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("as shown [1], [2] and [3].", ["1", "2", "3"]),
        ("as shown [1, 2,5].", ["1", "2", "5"]),
        ("as shown [1-3,5].", ["1 2 3", "5"]),
        ("as shown [1]–[3], [5].", ["1 2 3", "5"]),
        ("as shown [see 2; 4] (e.g. [6])", ["2", "4", "6"]),
        ("as shown ([2, p. 3]; [4: 12], [5])", ["2", "4", "5"]),
        ("by Smith et al. [4], [5] and [6] too", ["4", "5", "6"]),
        ("as shown.¹ So it is²,³ and more⁴⁻⁶ 10⁶ m² cm²", ["1", "2", "3", "4 5 6"]),
        ("as shown <sup>1,2</sup> and <sup>4</sup> or ^5^", ["1", "2", "4", "5"]),
        ("as shown (1, 2) and held (3–5) so.", ["1", "2", "3 4 5"]),
    ],
)
def test_numbers(text: str, expected: list[str]) -> None:
    found = citations_in(text, numbered(6))
    assert labels_of(found) == expected
    assert {citation.system for citation in found} == {CitationSystem.NUMERIC}


def test_a_number_may_have_a_page() -> None:
    (first, *_) = citations_in("so [2, p. 3], [3] and [4]", numbered(4))
    assert (first.raw, first.locator) == ("2, p. 3", "p. 3")
    assert first.group == Span(start=3, end=12)


@pytest.mark.parametrize(
    "text",
    [
        "the interval [0, 1] and again [0, 2] and [0, 3]",
        "[sic] and [...] and [12 May] and [1a]",
        "one (1), two",
        "It was in [2012] and [2013] and [2014].",
    ],
)
def test_other_numbers_stay_silent(text: str) -> None:
    assert citations_in(text, numbered(6)) == ()


def test_footnote_marks_are_no_citations() -> None:
    text = "A word[1] and[2] so[3] but see [1], [4] and [5].\n\n[1] Note.\n[2] Note.\n[3] Note."
    assert labels_of(citations_in(text, numbered(6))) == ["1", "4", "5"]


def test_numbers_are_silent_where_the_list_cites_by_name() -> None:
    names = [entry(f"{name}, A.", 2001) for name in ("Ash", "Birch", "Cedar", "Elm")]
    text = "(Ash, 2001) so[1] (Birch, 2001) and (Cedar, 2001)² [2]"
    assert [c.system for c in citations_in(text, names)] == [CitationSystem.AUTHOR_YEAR] * 3


def test_names_are_silent_where_the_document_cites_by_number() -> None:
    text = "Author1 (2001) [1], [2], [3], [4], [5] and (Nemo, 2010)"
    assert labels_of(citations_in(text, numbered(6))) == ["1", "2", "3", "4", "5"]


LABELLED = [
    entry("Smith, A.", 2001, key="Smi01"),
    entry("Ash, B.; Birch, C.", 2002, key="AsBi02"),
    entry("Cedar, D.", 1999, key="ABC+99"),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("as [Smi01] shows", ["Smi01"]),
        ("[Smi01, AsBi02; ABC+99]", ["Smi01", "AsBi02", "ABC+99"]),
        ("[e.g., Smi01; see AsBi02, p. 3]", ["Smi01", "AsBi02"]),
        ("[Smi01] and [Nemo03a] but [note] and [see below]", ["Smi01", "Nemo03a"]),
    ],
)
def test_labels(text: str, expected: list[str]) -> None:
    found = citations_in(text, LABELLED)
    assert labels_of(found) == expected
    assert {citation.system for citation in found} == {CitationSystem.LABEL}


def in_markdown(text: str) -> tuple[Citation, ...]:
    return find_citations(Document(text=text, format="markdown"), (), ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("as shown [@smith2001, p. 3; see @doe_1999].", ["smith2001", "doe_1999"]),
        ("As @smith2001 [p. 3] and [-@doe:99] say", ["smith2001", "doe:99"]),
        ("as shown [@{smith 2001}; @x.y-z]. Yes.", ["x.y-z"]),
        ("[@a]; mail me@host.org, see @fig-plot and @tbl-one", ["a"]),
        ("\\cite{a, b} \\citep[see][p. 3]{c} \\nocite{d} \\textcite{e}", ["a", "b", "c", "e"]),
        ("#cite(<smith>) holds", ["smith"]),
    ],
)
def test_citekeys(text: str, expected: list[str]) -> None:
    found = in_markdown(text)
    assert labels_of(found) == expected
    assert {citation.system for citation in found} == {CitationSystem.CITEKEY}


def test_fields_of_citekeys() -> None:
    first, second, third = in_markdown("[see @smith2001, p. 3; -@doe99] and @roe2005 says")
    assert (first.locator, first.suppress_author, first.narrative) == ("p. 3", False, False)
    assert second.suppress_author
    assert third.narrative


def test_mentions_of_people_are_no_citekeys() -> None:
    assert in_markdown("Follow @someone and @else or write to a@b.org.") == ()
    assert citations_in("Follow @someone [@else].") == ()


def titled(names: str, year: int, title: str, number: int) -> Reference:
    return entry(names, year).model_copy(update={"id": f"r{number}", "title": Value(value=title)})


NOTED = [
    titled("Smith, Ann", 2001, "A History of Small Harbours: Volume One", 1),
    titled("Doe, John", 1999, "Light on water in the north", 2),
    titled("Roe, Carl", 1987, "Salt", 3),
]
NOTES = """So it was.[1] And so.[2] And more.[3]

[1] Ann Smith, A History of Small Harbours: Volume One (Harbour Press 2001) 12.
[2] On this see Doe, “Light on Water,” 3; Smith, History of Small Harbours, 15.
[3] Ibid., 16.
[4] This note cites nothing at all.
[5] Roe, Salt, 7.
[6] Smith (n 1) 20.
"""


def test_notes() -> None:
    found = citations_in(NOTES, NOTED)
    assert [(c.system, c.labels) for c in found] == [
        (CitationSystem.NOTE, ("r1",)),
        (CitationSystem.NOTE, ("r2",)),
        (CitationSystem.NOTE, ("r1",)),
        (CitationSystem.NOTE, ("r1",)),
        (CitationSystem.NOTE, ("r3",)),
        (CitationSystem.NOTE, ("r1",)),
    ]
    assert found[1].raw == "Doe, “Light on Water,” 3"
    assert found[3].suppress_author
    assert found[3].locator == "16"
    assert [name.family for name in found[5].names] == ["Smith"]


def test_notes_that_cite_nothing_are_silent() -> None:
    text = "Word.[1]\n\n[1] See below.\n[2] My translation.\n[3] The house had salt in it.\n"
    assert citations_in(text, NOTED) == ()


SHELF = [entry(f"{name}, A.", 2001) for name in ("Ash", "Birch", "Cedar")] + [
    entry("Elm, B.; Fir, C.", 2004)
]


def test_names_and_pages() -> None:
    text = "So (Ash 34). Yet (see Birch 5–7, 9) and (Elm and Fir, Harbours 12; Cedar) hold (aside)."
    found = citations_in(text, SHELF)
    assert [line(citation) for citation in found] == [
        "Ash [34]",
        "see Birch [5–7, 9]",
        "Elm, Fir [12]",
        "Cedar",
    ]
    assert {citation.system for citation in found} == {CitationSystem.AUTHOR_PAGE}


@pytest.mark.parametrize("text", ["(Ash) and (Birch)", "(Ash 1, 2001) (see Birch)"])
def test_a_name_or_two_in_parentheses_are_no_system(text: str) -> None:
    found = citations_in(text, SHELF)
    assert not [c for c in found if c.system is CitationSystem.AUTHOR_PAGE]

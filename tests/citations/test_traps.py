"""What looks like a citation and is none must stay silent."""

import pytest

from citecheck.citations import find_citations
from citecheck.model import Document, ReferenceSection, Span
from tests.citations.samples import entry, found

SILENT = [
    "In 2001, the war began. By 2022 it had ended.",
    "Between 1995-99 and again (1999-2004) and 1995–1999.",
    "the Commonwealth of Independent States (CIS) in December 1991",
    "became the union (EEU) in 2015",
    "After Georgia 2008 and Ukraine in 2014.",
    "Figure 2 (2010) and Table 3 (2011); see Figure 4 (2012).",
    "with (n = 2010) people (December 2020), (May 2019) and (12 May 2019)",
    "(Regulation (EU) 2016/679) and Directive 2004/38/EC (2004)",
    "(Act of 1998) (Education Act 1998) (Law No. 5 of 2010)",
    "(Gen 1:1; ISO 9001:2015) (Brown v. Board, 1954)",
    "the World Cup (2010) and the Treaty of Rome (1957)",
    "born in London (1900), died in Paris (1892)",
    "(1999) (2001–2003) (ca. 2001) (since 2001)",
    "Nelson Mandela (1918-2013); Mozart (1756–1791)",
    "(Windows 2000) (Euro 2016) (Horizon 2020)",
    "(Smith, personal communication, May 2001)",
    "it cost $2000 (about €1900) in 2001",
    "the 1990s, die 1990er, в 1990-х, 2001年",
    "pages 1998-2004 (pp. 1998–2003)",
    "(the treaty was signed in Astana in 2000)",
    "the war in Chechnya (1999)",
    "(the war in Chechnya, 1999)",
    "Smith, J. (2001). A title of some work. Publisher.",
    "(Fonte: Autores, 2022)",
    "(Moscow, 2001) (Paris 1892)",
]


@pytest.mark.parametrize("text", SILENT)
def test_silent(text: str) -> None:
    assert found(text) == []


LIST = [entry(f"{name}, A.", 2001) for name in ("Ash", "Birch", "Cedar", "Elm", "Fir", "Yew")]


@pytest.mark.parametrize(
    "text",
    [
        "Vertigo (1958) is a film.",
        "Star Wars (1977) and Blade Runner (1982)",
        "entitled Wir und die Milch (1929)",
        "Orwell’s 1984 (1949)",
        "King George (1760)",
        "Putin 2022",
        "controlled by Zeiss Zen Blue 2018 v2.6 software",
        "(Brexit 2016)",
    ],
)
def test_silent_in_a_document_that_cites_in_parentheses(text: str) -> None:
    cited = " ".join(f"({reference.author[0].family}, 2001)" for reference in LIST)
    assert len(found(f"{cited} {text}", *LIST)) == len(LIST)


@pytest.mark.parametrize(
    "text", ["Brown (2015) argues", "According to Brown (2015)", "(Brown, 2015)"]
)
def test_a_work_that_the_list_lacks_is_still_cited(text: str) -> None:
    cited = " ".join(f"({reference.author[0].family}, 2001)" for reference in LIST)
    assert len(found(f"{cited} {text}", *LIST)) == len(LIST) + 1


def test_lists_and_code_are_not_searched_but_what_follows_is() -> None:
    text = "(Ash, 2001)\nAsh, A. (2001)\n(Birch, 2001) code (Cedar, 2001)\n[1] (Elm, 2001)"
    section = ReferenceSection(span=Span(start=12, end=26))
    begin = text.index("code")
    code = (Span(start=begin, end=begin + len("code (Cedar, 2001)")),)
    found_here = find_citations(Document(text=text, not_prose=code), (section,), ())
    assert [citation.raw for citation in found_here] == ["Ash, 2001", "Birch, 2001", "Elm, 2001"]

"""Short names that the text gives to listed authors, and what they are then not reported for."""

import pytest

from citecheck.citations.declared import declared_names
from tests.citations.samples import entry
from tests.matching.test_in_documents import problems

WKC = "World Kelp Council. (2022). The state of the forests. Oslo: Tang Forlag."
TANG = "Statistisk tangbyrå. (2021). Tang i tall. https://www.stb.no/tang"
RAAD = "Wetenschappelijke Raad voor het Wierbeleid. (2006). Wieren. Wierpers."


@pytest.mark.parametrize(
    ("body", "listed"),
    [
        ("The World Kelp Council (WKC, 2022) says so. It grows (WKC, 2022).", WKC),
        ("As the World Kelp Council’s (WKC; 2022) report says (WKC 2022).", WKC),
        ("The World Kelp Council (hereafter WKC, 2022) says so (WKC, 2022).", WKC),
        ("The WKC (World Kelp Council, 2022) says so (WKC, 2022).", WKC),
        ("It is so (World Kelp Council [WKC], 2022; see also WKC, 2022, p. 3).", WKC),
        ("Ifølge Statistisk tangbyrå (STB, 2021) er det slik (STB, 2021).", TANG),
        ("Volgens de Wetenschappelijke Raad voor het Wierbeleid (WRW, 2006) is dit zo.", RAAD),
    ],
)
def test_no_finding(body: str, listed: str) -> None:
    assert problems(f"{body} (Marlow, 2011; Keel, 1999)", listed) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("le ministère du Port de Québec (MPQ, 2020)", {"mpq"}),
        ("Dell’Istituto nazionale del sale (INS, 2020)", {"ins"}),
        ("Marlow (SR, 2011: 3)", {"sr"}),
        ("the ferries (WKC, 2022) and (London)", set()),
        ("the World Kelp Council (Oslo, 2022)", set()),
    ],
)
def test_declared(text: str, names: set[str]) -> None:
    references = [
        entry("Ministère du Port de Québec", 2020),
        entry("Istituto nazionale del sale", 2020),
        entry("World Kelp Council", 2022),
        entry("Marlow, A.", 2011),
    ]
    assert set(declared_names(text, references)) == names

"""Whole drafts that cite by name and page, as the Modern Language Association has it."""

import pytest

import citecheck
from citecheck.model import CitationSystem, Severity

POEMS = """
Abernathy, Ruth. Salt and Silence: Poems of the Northern Shore. Harbour Press, 2004.
---. "The Lighthouse as Clock." Coastal Quarterly, vol. 12, no. 3, 1999, pp. 45-61.
Bellamy, Tom, and Ines Carvalho. Boats of the Poor. Quay Books, 2011.
Dunmore, Ada, et al. Voices from the Ferry. Sandpiper, 2015.
"Fog Warnings Return." The Coast Daily, 3 Mar. 2018, www.coast.example.org/fog.
Guillén, Marta. Tide Tables. Translated by Per Lund, Island Press, 1987.
National Harbour Board. Report on Dredging. NHB, 2020.
Smith, John. Early Sails. Quay Books, 1950.
Smith, Zoe. Late Sails. Quay Books, 1990.
"""
ESSAY_ON_POEMS = """
Abernathy calls the sea "a slow clerk" (Salt 14). In her essay she goes further and calls it a
judge (Abernathy, "Lighthouse" 47). Others agree that boats carried more than fish (Bellamy and
Carvalho 102-09). As Guillén's speaker says, "the moon keeps the books" (33). The ferry workers
tell it otherwise (Dunmore et al. 7). The warnings came back in spring ("Fog Warnings"). Dredging
has its costs (National Harbour Board 12, 15). Sails were flax (J. Smith 22); later ones were not
(Z. Smith 5-6). Bellamy and Carvalho note the same (88). Guillén is blunt: "count nothing" (qtd.
in Dunmore et al. 19). In Salt and Silence, the nets are hymns (20-21).

Nobody has counted them (see Guillén 12; Bellamy and Carvalho 44). There were forty boats (12) in
the harbour, and in June (1990) none.
"""
LINKS_OF_POEMS = """
Salt 14 -> Salt and Silence
Abernathy, "Lighthouse" 47 -> The Lighthouse as Clock
Bellamy and Carvalho 102-09 -> Boats of the Poor
33 -> Tide Tables
Dunmore et al. 7 -> Voices from the Ferry
"Fog Warnings" -> Fog Warnings Return
National Harbour Board 12, 15 -> Report on Dredging
J. Smith 22 -> Early Sails
Z. Smith 5-6 -> Late Sails
88 -> Boats of the Poor
Dunmore et al. 19 -> Voices from the Ferry
20-21 -> Salt and Silence
Guillén 12 -> Tide Tables
Bellamy and Carvalho 44 -> Boats of the Poor
"""
FILMS = """
Arendt, Paula. "Doors in the Early Films." Screen and Stage, vol. 4, 1991, pp. 3-29.
---. "Windows in the Late Films." Screen and Stage, vol. 9, 1996, pp. 101-22.
Brook, Neil. The Empty Street. Lantern Press, 1978.
Costa e Silva, Rui. Film as Weather. Lantern Press, 2002.
Li, Wei. "Rain Machines." Projections, no. 7, 2010, pp. 8-19.
O'Hara, Finn. A Cinema of Doors. Slate Books, 2015.
Ondine, Clara. Letters from the Set, 1950-1962. Edited by Neil Brook, Lantern Press, 1980.
"""
ESSAY_ON_FILMS = """
Doors are never only doors (O'Hara 4). Brook calls the street "a stage without exits" (51), and
Costa e Silva's weather is another such stage (12). The rain was made by machine (Li 9), as the
letters confirm (Ondine 77). For Arendt a door is a question ("Doors" 11) and a window its answer
("Windows" 104). She returns to both (Arendt, "Doors" 28; Arendt, "Windows" 121). O’Hara’s reply
is short: “No” (90). Two numbered points follow: (1) Brook is wrong, (2) Li is not.
"""
LINKS_OF_FILMS = """
O'Hara 4 -> A Cinema of Doors
51 -> The Empty Street
12 -> Film as Weather
Li 9 -> Rain Machines
Ondine 77 -> Letters from the Set, 1950-1962
"Doors" 11 -> Doors in the Early Films
"Windows" 104 -> Windows in the Late Films
Arendt, "Doors" 28 -> Doors in the Early Films
Arendt, "Windows" 121 -> Windows in the Late Films
90 -> A Cinema of Doors
"""


def checked(essay: str, works: str) -> citecheck.Report:
    return citecheck.check(f"An Essay\n{essay}\nWorks Cited\n{works}", format="text")


def links(report: citecheck.Report) -> list[str]:
    titles = {r.id: (r.title.value if r.title else r.raw).split(":")[0] for r in report.references}
    pairs = zip(report.citations, report.matches, strict=True)
    works = ((c, " / ".join(titles[i] for i in m.reference_ids)) for c, m in pairs)
    return [f"{' '.join(citation.raw.split())} -> {work}" for citation, work in works]


@pytest.mark.parametrize(
    ("essay", "works", "expected"),
    [
        (ESSAY_ON_POEMS, POEMS, LINKS_OF_POEMS),
        (ESSAY_ON_FILMS, FILMS, LINKS_OF_FILMS),
    ],
    ids=["poems", "films"],
)
def test_whole_drafts(essay: str, works: str, expected: str) -> None:
    report = checked(essay, works)
    assert links(report) == expected.strip().split("\n")
    assert {citation.system for citation in report.citations} == {CitationSystem.AUTHOR_PAGE}
    assert [f.message for f in report.findings if f.severity is not Severity.INFO] == []


def test_two_works_of_one_author_and_no_title() -> None:
    report = checked(ESSAY_ON_FILMS + "Doors open, says Arendt (12).", FILMS)
    (finding,) = (f for f in report.findings if f.name == "ambiguous-citation")
    assert finding.span.of(report.document.text) == "12"


def test_a_work_that_is_not_cited() -> None:
    report = checked(ESSAY_ON_FILMS.replace("(Li 9)", "").replace("Li is", "she is"), FILMS)
    assert [f.name for f in report.findings] == ["uncited-entry"]

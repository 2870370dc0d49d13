"""Matching in small documents: what is as listed, whatever the entry was read as."""

import pytest

import citecheck
from citecheck.model import Severity

MARLOW = "Marlow, J. (2011) Tides and shores. Bristol: Harbour Press."
KEEL = "Keel, A. (1999) Salt roads. Bristol: Harbour Press."


def problems(body: str, *entries: str) -> list[str]:
    """The warnings and errors of a draft of that text and list."""
    text = "\n".join(("Essay", "", body, "", "References", "", *sorted((*entries, MARLOW, KEEL))))
    report = citecheck.check(text + "\n", format="text")
    return [f"{f.name}: {f.message}" for f in report.findings if f.severity is not Severity.INFO]


SOUND = [
    (
        "two years of print",
        "Screens are old (Novak, 2001), as they were (Novak, 2002).",
        ["Novak, L. The language of screens. Cambridge: Quay Press, 2001, 2002."],
    ),
    (
        "the year before a reprint",
        "Pictures stand still (Adler, 2005).",
        ["Adler, R. Still pictures? Afterglow, v. 32, n. 5, 2005. Reprinted in Quay, n. 1, 2008."],
    ),
    (
        "an acronym with the number of a document",
        "The method is theirs (CLHS M38-A2, 2008).",
        ["Coastal and Lighthouse Standards Board (CLHS). 2008. Method of broths. Wayne: CLHS."],
    ),
    (
        "a paper between the author and the year",
        "The ferry sank (Editors. Quayside, 2021).",
        ["Editors. Ferry lost off the cape. Quayside, 14 March 2021."],
    ),
    (
        "a name that lost the space before it",
        "Diversity is local (sensuWhitlock 1960).",
        ["Whitlock, R.H. 1960. Plants of the northern capes. Ecology 30: 279-338."],
    ),
    (
        "a person with an uncommon given name, taken for an organisation",
        "Rivers matter (Skolmen, 1985).",
        ["Thyda Skolmen, “Bringing the River Back In,” Quay Press, 1985."],
    ),
    (
        "a declaration under its title",
        "All are free by the Universal Charter of Harbour Rights (1948), says Marlow (2011).",
        ["UNIVERSAL CHARTER OF HARBOUR RIGHTS. Harbour Council, 1948."],
    ),
    (
        "a second year of authors who have written with others",
        "Moths come at night (Ash and Birch, 2001, 2004), as with Cone (Ash, Cone and Birch 2004).",
        [
            "Ash A, Birch B. 2001. Moths. Insects 5:1-2.",
            "Ash A, Birch B. 2004. Night moths. Insects 8:1-2.",
            "Ash A, Cone C, Birch B. 2004. Day moths. Insects 8:3-4.",
        ],
    ),
    (
        "a given name that stands among the authors",
        "Ropes break (Castle & Vine, 2020).",
        ["Castle, J., Nathan, & Vine, P. (2020). Ropes in winter. Bristol: Harbour Press."],
    ),
    (
        "works read in another",
        "Few speak (Fenn et al. (1994) apud Marlow (2011)); none do (Sabb 1987 apud Keel (1999)).",
        [],
    ),
    (
        "no year, its abbreviation not broken across lines",
        "It is to appear, say Reed & Moss (s.\u00a0d.), and Keel (1999) agrees.",
        ["Reed, J., & Moss, P. (s. d.). Reeds and mosses. Bristol: Harbour Press."],
    ),
    (
        "the acronym of a title before the year",
        "Data come from the GTRQ database (2017).",
        ["Gorman, T. (2017). MAND/GTRQ-database, transcripts. Bristol: Harbour Press."],
    ),
]


@pytest.mark.parametrize(
    ("body", "entries"), [case[1:] for case in SOUND], ids=[case[0] for case in SOUND]
)
def test_sound_drafts(body: str, entries: list[str]) -> None:
    assert problems(f"{body} See also Marlow (2011) and Keel (1999).", *entries) == []


def test_names_carried_along_are_wrong_once() -> None:
    found = problems(
        "Moths come (Birch and Ash, 2001, 2004). Marlow (2011) and Keel (1999) agree.",
        "Ash A, Birch B. 2001. Moths. Insects 5:1-2.",
        "Ash A, Birch B. 2004. Night moths. Insects 8:1-2.",
    )
    assert [message.partition(":")[0] for message in found] == ["author-order"]


def test_a_year_elsewhere_in_the_entry_does_not_excuse_a_wrong_one() -> None:
    found = problems(
        "Ships sail (Noll, 1998). Marlow (2011) and Keel (1999) agree.",
        "Noll, A. (1989) Ships. Quay 4, 1998-2005.",
    )
    assert [message.partition(":")[0] for message in found] == ["wrong-year"]

"""Years, names and "et al." in the less usual forms that writers give them."""

import pytest

from tests.citations.samples import entry, found

LIST = [
    entry("Marlow, Ann", 1999),
    entry("Marlow, Ann", 2008),
    entry("Keel, Karl", 1976),
    entry("Reed, Jo; Ashe, Mary", 2005),
    entry("Ferry, A.", "2006a"),
    entry("Ferry, A.", "2006b"),
    entry("Istar", 2020),
    entry("OCSA", 2018),
    entry("Demir, Ş.", 1991),
    entry("D'Onda, P.", 2001),
    entry("Velde, H. te", 2010),
    entry("Veld, R. J. in ’t", 2010),
    entry("How much salt is too much for a harbour", 2019),
    entry("Lighthouse", 2021),
]
FORMS = [
    ("Marlow (1999; see also 2008, 13–14) says so.", ["*Marlow 1999", "*<Marlow> 2008 [13–14]"]),
    ("Marlow (1999; cf. 2008) says so.", ["*Marlow 1999", "*<Marlow> 2008"]),
    ("It is so (Marlow 1999; also 2008).", ["Marlow 1999", "<Marlow> 2008"]),
    ("It is so (Marlow, 1999, unpublished; Keel, 1976).", ["Marlow 1999", "Keel 1976"]),
    ("Keel ([1867] 1976, 873) spoke of it.", ["*Keel 1976 [873]"]),
    ("For Reed and Ashe ([1999] 2005) too.", ["*Reed, Ashe 2005"]),
    ("It is so (Keel, (1867) 1976).", ["Keel 1976"]),
    ("Ferry (2001, 2006a,b) measured.", ["*Ferry 2001", "*<Ferry> 2006a", "*<Ferry> 2006b"]),
    ("Si veda Reed e Ashe (a cura di, 2005).", ["*Reed, Ashe 2005"]),
    ("As in Keel (ed., 1976) and Keel (Hrsg., 1976).", ["*Keel 1976", "*Keel 1976"]),
    ("Marlow's Salt Roads (2008, 6.54) is long.", ["*Marlow 2008 [6.54]"]),
    ("Marlow, in Salt Roads (2008: 3), says so.", ["*Marlow 2008 [3]"]),
    ("It is much (“How Much Salt,” 2019).", ["How Much Salt 2019"]),
    ("L’Istar (2020) e dell’OCSA (2018).", ["*Istar 2020", "*OCSA 2018"]),
    ("D'Onda (2001) scrive.", ["*D'Onda 2001"]),
    ("Demir'e (1991) göre böyle.", ["*Demir 1991"]),
    ("Zie Te Velde (2010) en In ’t Veld (2010).", ["*Te Velde 2010", "*’t Veld 2010"]),
    ("They shine (Lighthouse editorial (2), 2021).", ["Lighthouse editorial #2 2021"]),
    ("It shone (Lighthouse editorial, 2021).", ["Lighthouse editorial 2021"]),
    (
        "The coast has been measured twice before (Reed and A-\nshe, 2005).",
        ["Reed, Ashe 2005"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), FORMS, ids=[text for text, _ in FORMS])
def test_with_a_list(text: str, expected: list[str]) -> None:
    assert found(text, *LIST) == expected


@pytest.mark.parametrize(
    "others",
    [
        "et ses collègues",
        "et collaborateurs",
        "and his colleagues",
        "and her team",
        "und Kollegen",
        "und seine Mitarbeiter",
        "y sus colegas",
        "e colaboradores",
        "e i suoi colleghi",
        "en medewerkers",
        "og hans kolleger",
        "med flera",
        "i jego współpracownicy",
        "ve diğerleri",
        "и его коллеги",
    ],
)
def test_companions_are_et_al(others: str) -> None:
    assert found(f"Marlow {others} (1999)", *LIST) == [f"*Marlow {others} 1999"]

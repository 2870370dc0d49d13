"""What marks show where the tagger is wrong; names in orders of their own."""

import pytest

from tests.parsing.entry import read, shown, values

NAMES = [
    ("Vasseur Michel, Les Rives du fleuve, Paris, Delta, 1969.", ["Vasseur|Michel"]),
    ("São Paulo. 2010. Plano de manejo das margens. São Paulo: Delta.", ["=São Paulo"]),
    ("Brenner, Karl Dietrich: Die Ordnung der Flüsse. Bonn 1955.", ["Brenner|Karl Dietrich"]),
    ("MELO E SALES, L. de. O rio e a terra. São Paulo: Delta, 1986.", ["MELO E SALES|L. de"]),
    (
        "Costa Leite, Neusa Maria, e Marina Zambon Reis Prado. 2011. “As margens.” Ciência 16 (7).",
        ["Costa Leite|Neusa Maria", "Prado|Marina Zambon Reis"],
    ),
    ("Costa e Lima, Rui. História do rio. Lisboa: Delta, 1990.", ["Costa e Lima|Rui"]),
    ("Prat I Rius, N. (2012). Gestión del agua. Revista de Ríos, 3(2), 10-20.", ["Prat I Rius|N."]),
    (
        "Yintan Luo, Mylo Orr, and Naveed Goral. 2019. Reading rivers with words. arXiv preprint.",
        ["Luo|Yintan", "Orr|Mylo", "Goral|Naveed"],
    ),
    (
        "Lund, S., Vos, T., & International Expert Panel on Rivers. (2017). Tutorial: How rivers "
        "are read. Journal of Rivers, 26(3), 691–708.",
        ["Lund|S.", "Vos|T.", "=International Expert Panel on Rivers"],
    ),
    (
        "Costa LDCF, Vasques FDAGD. Influência dos rios na imagem das margens. Rev Bras Rios. "
        "2010;13(4):665-76.",
        ["Costa|LDCF", "Vasques|FDAGD"],
    ),
    ("周志平. 河流学[M]. 北京: 清华大学出版社, 2016.", ["周志平"]),
    ("RIVER BOARD OF THE SOUTH. RBS. Annual report. Leeds, 2019.", ["=RIVER BOARD OF THE SOUTH"]),
]


@pytest.mark.parametrize(("entry", "expected"), NAMES)
def test_reads_names(entry: str, expected: list[str]) -> None:
    assert [shown(name) for name in read(entry).names] == expected


FIELDS = [
    (
        "Lie, N. and Vos, D.L., (2004). Rivers And The Problem Of Silt. Routledge: New York and "
        "London.",
        {"publisher": "Routledge", "publisher_place": "New York and London"},
    ),
    (
        "Lie, N. and Vos, D.L., (2004). Rivers And The Problem Of Silt. Cambridge: Polity.",
        {"publisher": "Polity", "publisher_place": "Cambridge"},
    ),
    (
        "Lund, Rosa. (1913) 2003. The Accumulation of Silt. London: Delta.",
        {"issued": "2003", "title": "The Accumulation of Silt"},
    ),
    (
        "Bond RC, Bell RA. Definitions for silt and river failure. Chest. 1992;101(6):1644-55.",
        {"issued": "1992", "volume": "101", "issue": "6", "page": "1644-55"},
    ),
    (
        "VOGEL, D. Let there be rivers. In: ELSNER, T. (ed.). Early Rivers: Space and Frame. "
        "London: Delta Press, 1990.",
        {"title": "Let there be rivers", "container_title": "Early Rivers: Space and Frame"},
    ),
    (
        "HOLM, M. A fuga do rio. Tradução de Ivan Ribas e Luciana Moura. São Paulo: Delta, 2015.",
        {"title": "A fuga do rio"},
    ),
    (
        "BORGES, P. Posfácio. No limiar de vários rios. In: BASTOS, M. Os gêneros do rio. "
        "São Paulo: Editora Delta, 2016. p.151-172.",
        {"title": "Posfácio. No limiar de vários rios", "container_title": "Os gêneros do rio"},
    ),
    (
        "Crane, D. **Before Silt**: The animated river, 1898-1928. Cambridge: Delta Press, 1982.",
        {"title": "Before Silt: The animated river, 1898-1928"},
    ),
    (
        "H. Frost e H. Birk, A Case Study of River Ideology and Adjustment, “Journal of Abnormal "
        "Rivers”, 45/4 (1950), 710-720.",
        {
            "title": "A Case Study of River Ideology and Adjustment",
            "container_title": "Journal of Abnormal Rivers",
        },
    ),
    (
        "Smit, T. “Dunes in motion.” J. Coast. Stud. 12 (2010): 3–20.",
        {"container_title": "J. Coast. Stud"},
    ),
    (
        "Hockley CF, “A System of River Phonology” (1942) 18 Language 3 <https://a.example/1>",
        {"container_title": "Language", "volume": "18"},
    ),
    ("李航. 河流学习方法[M]. 2版. 北京: 清华大学出版社, 2019.", {"edition": "2版"}),
    (
        "Rojas, J. (2015). La memoria del río. En A. Peña-Ayuso (Ed.), Ríos: fundamentos "
        "(pp. 3-20). Delta.",
        {"container_title": "Ríos: fundamentos"},
    ),
]


@pytest.mark.parametrize(("entry", "expected"), FIELDS)
def test_reads_fields(entry: str, expected: dict[str, str]) -> None:
    found = values(read(entry))
    assert {name: found.get(name) for name in expected} == expected


def test_mark_of_the_host_is_no_editor() -> None:
    reference = read(
        "Rojas, J. (2015). La memoria del río. En A. Peña-Ayuso (Ed.), Ríos: fundamentos "
        "(pp. 3-20). Delta."
    )
    assert [shown(name) for name in reference.editor] == ["Peña-Ayuso|A."]


def test_first_edition_before_the_reprint() -> None:
    reference = read("Lund, Rosa. (1913) 2003. The Accumulation of Silt. London: Delta.")
    assert reference.original_date
    assert reference.original_date.year == 1913

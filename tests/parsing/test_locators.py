"""Volume, issue, pages and edition in the forms of the styles."""

import pytest

from tests.parsing.entry import read, values


@pytest.mark.parametrize(
    ("entry", "volume", "issue", "page"),
    [
        ("Okafor, B., “Tides”, Delta Studies, Vol. 56, No. 8 (Dec., 2004), pp. 1191-1205.",
         "56", "8", "1191-1205"),
        ("Okafor, B. (2019). Tides. Delta Review, 12(4), 301–322.", "12", "4", "301–322"),
        ("Okafor, B. 2019. “Tides.” Delta Review 12 (4): 301–22.", "12", "4", "301–22"),
        ("Okafor, B. “Tides.” Delta Review 12, no. 4 (2019): 301–22.", "12", "4", "301–22"),
        ("Okafor B. Tides. J Delta. 2019;12(4):301-22.", "12", "4", "301-22"),
        ("Okafor B. 2019. Tides of it. Delta Review 12:301–322.", "12", None, "301–322"),
        ("Okafor B (2019) Tides of it. J Delta 12: e301.", "12", None, "e301"),
        ("OKAFOR, B. Marés. Revista do Delta, v. 12, n. 4, p. 301-322, 2019.",
         "12", "4", "301-322"),
        ("Okafor, Bola: Tiden, in: Deltaforschung 74, 1988, S. 303–335.", "74", None, "303–335"),
        ("Okafor, Bola: Tiden. In: Delta Bd. 16 (2013), Nr. 4, S. 349–371.", "16", "4", "349–371"),
        ("Иванова А. Б. Реки // Вестник. 2019. Т. 12, № 4. С. 301–322.", "12", "4", "301–322"),
        ("Okafor, Bola, ‘Tides’, Delta Studies, 12.4 (2019), 301–22 (p. 305)", "12", "4", "301–22"),
        ("B. Okafor, Rev. Delta 62, 363 (2016) 242.", "62", "363", "242"),
        ("B. Okafor, Rev. Delta 42 , e20190191 (2020).", "42", None, "e20190191"),
        ("Okafor, B. Tides. J. Delta Stud. 2019, 12, 301–322.", "12", None, "301–322"),
        ("Okafor B, ‘Tides’ (2019) 12 Journal of Delta Law 301", "12", None, "301"),
        ("Okafor, B. (2017). Tides. Delta Review 28. https://doi.org/10.5555/ab", "28", None, None),
        ("王小明. 河流[J]. 三角洲研究, 2019, 12(4): 301-322.", "12", "4", "301-322"),
        ("Okafor B. 2014. p38 tides in rivers of the south. Delta 20:265–271.",
         "20", None, "265–271"),
        ("Okafor, B. (2019). Tides of 16S and others. Salt Press.", None, None, None),
    ],
)  # fmt: skip
def test_locators(entry: str, volume: str | None, issue: str | None, page: str | None) -> None:
    found = values(read(entry))
    assert [found.get(name) for name in ("volume", "issue", "page")] == [volume, issue, page]


@pytest.mark.parametrize(
    ("written", "edition"),
    [("2nd ed.", "2"), ("(3rd ed.)", "3"), ("2. Aufl.", "2"), ("2. ed.", "2"), ("3ed.", "3"),
     ("2ª edição", "2"), ("Rev. ed.", "Rev"), ("4-е изд.", "4")],
)  # fmt: skip
def test_edition(written: str, edition: str | None) -> None:
    assert values(read(f"Okafor, B. Tides. {written} Leeds: Salt, 2019.")).get("edition") == edition

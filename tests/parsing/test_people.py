"""Who an entry stands under, in the forms of the styles and languages."""

import pytest

from tests.parsing.entry import place, read, shown

AUTHORS = [
    # inverted
    ("Okafor, B. (2019). Rivers.", "Okafor|B."),
    ("Okafor, Bola. Rivers of the South and North. Lagos: Salt, 2019.", "Okafor|Bola"),
    ("Okafor, B., & Lie, M. A. (2019). Rivers.", "Okafor|B.; Lie|M. A."),
    ("Okafor, B., Lie, M., . . . Zhou, K. (2019). Rivers.", "Okafor|B.; Lie|M.; Zhou|K."),
    ("Okafor, B., Nathan, & Vigne, P. (2020). Rivers.", "Okafor|B.; Nathan; Vigne|P."),
    ("Okafor, Bola, Maja Lie, and Pieter Vos. 2020. Deltas.", "Okafor|Bola; Lie|Maja; Vos|Pieter"),
    ("Okafor, Bola and Graeme P. Lie, “Rivers”, Salt, 2020.", "Okafor|Bola; Lie|Graeme P."),
    ("García Márquez, Ana, y Vargas Llosa, Juan (2014). Ríos.",
     "García Márquez|Ana; Vargas Llosa|Juan"),
    ("Ortega y Gasset, José. La rebelión del agua en el sur. Madrid: Sal, 1930.",
     "Ortega y Gasset|José"),
    ("Brandt, Willi und Ina Kohl. 2004. Flüsse.", "Brandt|Willi; Kohl|Ina"),
    ("Baumann, Caro/Dabóczi, Viki (2014): Flüsse.", "Baumann|Caro; Dabóczi|Viki"),
    ("van der Meer, J., & von Trapp, M. (2001). Hills.", "van der Meer|J.; von Trapp|M."),
    ("Jansen, P. van, & Boer, K. de. (2015). Rivieren.", "Jansen|P. van; Boer|K. de"),
    ("Wood Jr., T., Hill, A., III, & Lake, B. (1999). Hills.", "Wood|T.|Jr.; Hill|A.|III; Lake|B."),
    ("LIMA, J. M. de; SOUZA NETO, A. da. Rios que lembram o mar. Recife: Sal, 2018.",
     "LIMA|J. M. de; SOUZA|A. da|NETO"),
    ("MCLEOD, Ann; INTERNATIONAL PANEL ON RIVERS. Rios que lembram o mar. Recife: Sal, 2018.",
     "MCLEOD|Ann; =INTERNATIONAL PANEL ON RIVERS"),
    ("Bentley, R. Alexander, and X. Doe. 2001. Hills.", "Bentley|R. Alexander; Doe|X."),
    ("Herbert, F. Dune grass and its uses. Leeds: Salt, 1965.", "Herbert|F."),
    ("Wertz, Heidi F. O rio e a cidade antiga. Recife: Sal, 2002.", "Wertz|Heidi F."),
    ("Iliadou, Vasiliki (Vivian), Martin Ptok, and Ann Grech. 2017. Hills.",
     "Iliadou|Vasiliki; Ptok|Martin; Grech|Ann"),
    # family name first, without commas
    ("Okafor B, Lie MA, van Loon JJA (2019) Rivers.", "Okafor|B; Lie|MA; van Loon|JJA"),
    ("Okafor B. 2019. Rivers that remember.", "Okafor|B."),
    ("Okafor B, Lie MA. Rivers that remember. J Delta. 2019;1:2-3.", "Okafor|B; Lie|MA"),
    ("Serrano EN, Jung LA, Chen IV (2019) Rivers.", "Serrano|EN; Jung|LA; Chen|IV"),
    ("Costa LDCF, Silva DAS. Rios. J Delta. 2019;1:2-3.", "Costa|LDCF; Silva|DAS"),
    ("Hobb R. Blood of rivers. Voyage; 2013.", "Hobb|R."),
    ("Иванова А. Б., Петров В. Г. Реки и озёра // Вестник. 2019.", "Иванова|А. Б.; Петров|В. Г."),
    # natural
    ("B. Okafor, M. A. Lie, and P. de Vries, “Rivers,” J. Delta, 2019.",
     "Okafor|B.; Lie|M. A.; de Vries|P."),
    ("B. Okafor e M. Lie, Revista do Delta 12, 403 (2018).", "Okafor|B.; Lie|M."),
    ("S. E. Lysh, Deltas and Fans (Salt Press, Leeds, 2018).", "Lysh|S. E."),
    ("J. Smith, Deep Rivers, MIT Press, 2016.", "Smith|J."),
    ("Bola Okafor, Rivers and Memory (Lagos: Salt, 2018), 44.", "Okafor|Bola"),
    ("Maria Silva and Bola Okafor. 2019. Rivers.", "Silva|Maria; Okafor|Bola"),
    # scripts without letter case
    ("王小明, 李四. 河流的记忆[J]. 三角洲研究, 2019, 12(4): 301-322.", "王小明; 李四"),
    # organisations and single names
    ("Delta MFA, “Rivers”, Ministry of Water, 2024.", "=Delta MFA"),
    ("WIRE editorial, “Rivers”, Wire, 2024.", "=WIRE editorial"),
    ("Head of the Delta, Press Service, “Rivers”, 2 April 1997.",
     "=Head of the Delta, Press Service"),
    ("WIRE.XX, “Rivers”, Wire, 2024.", "=WIRE.XX"),
    ("Портал дельты, «Реки”, 2024.", "=Портал дельты"),
    ("World River Fund. (2012). Rivers.", "=World River Fund"),
    ("R Core Team. 2017. R: A language for rivers. Vienna.", "=R Core Team"),
    ("BRASIL. Lei n. 10, de 2 de maio de 2010. Brasília: Senado, 2010.", "=BRASIL"),
    ("Rivers that remember. 2017. https://rivers.example/a", ""),
    ("“Flood of the Century.” Delta Times, 12 May 1998.", ""),
    ("Pisano et al., 2000, River J., 120, 763", "Pisano"),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "authors"), AUTHORS)
def test_authors(entry: str, authors: str) -> None:
    assert "; ".join(shown(name) for name in read(entry).author) == authors


@pytest.mark.parametrize(("entry", "authors"), AUTHORS)
def test_names_stand_where_they_say(entry: str, authors: str) -> None:
    for name in read(entry).author:
        assert name.span
        assert place(entry, name.span).startswith((name.sort_name, name.given, name.literal))


@pytest.mark.parametrize(
    "mark",
    ["(ed.)", "(Ed.)", "(Eds.)", ", ed.", ", eds.", ", Ed.,", "(Hrsg.)", "(Hg.)", "(org.)",
    "(orgs.)",
     "(red.)", "(coord.)", ", editors", "(a cura di)", "(под ред.)"],
)  # fmt: skip
def test_editors_instead_of_authors(mark: str) -> None:
    reference = read(f"Lind, Maja {mark} (2017). Rivers of the south.")
    assert [name.family for name in reference.editor] == ["Lind"]
    assert not reference.author


@pytest.mark.parametrize(
    ("entry", "editors"),
    [
        ("Quist, A. (2015). Salt. In M. Lind & P. de Vries (Eds.), Fans (pp. 3–5). Salt Press.",
         "Lind|M.; de Vries|P."),
        ("Quist, Ann: Salz, in: Lind, Maja (Hg.): Fächer, Köln 2017, S. 33–58.", "Lind|Maja"),
        ("Quist A (1974) Salz. In: Lind M (Hrsg) Fächer und Flüsse. Delta, Köln", "Lind|M"),
        ("Quist, Ann. 2015. Salt. In Fans, edited by Maja Lind, 33–58. Leeds: Salt.", "Lind|Maja"),
        ("Quist, Ann. 2015. Salz. In: Fächer, hg. von Peter K. Stein, Ina Weiß und Jo Kohl, 3–5.",
         "Stein|Peter K.; Weiß|Ina; Kohl|Jo"),
        ("A. Quist, “Salt,” in Fans and Deltas, M. Lind, Ed., Leeds: Salt, 2015, pp. 3–5.",
         "Lind|M."),
        ("QUIST, A. Sal. In: LIND, M.; VOS, P. (org.). Leques. Recife: Sal, 2015. p. 3-5.",
         "LIND|M.; VOS|P."),
        ("Ovid. Rivers. Edited by Michael von Lind. Leeds: Salt, 1994.", "von Lind|Michael"),
    ],
)  # fmt: skip
def test_editors_of_the_container(entry: str, editors: str) -> None:
    assert "; ".join(shown(name) for name in read(entry).editor) == editors


@pytest.mark.parametrize("others", ["et al.", "et al", "и др.", "e outros", "u. a.", "et. al."])
def test_others(others: str) -> None:
    reference = read(f"Okafor B, Lie MA, {others} Rivers that remember. J Delta. 2019;1:2-3.")
    assert reference.others
    assert [name.family for name in reference.author] == ["Okafor", "Lie"]


@pytest.mark.parametrize("dash", ["———.", "———,", "---.", "——.", "____.", "—."])
def test_a_dash_repeats_the_names_above(dash: str) -> None:
    first = read("Okafor, Bola, and Maja Lie. 2020. Deltas. Leeds: Salt.")
    second = read(f"{dash} 2021. Fans. Leeds: Salt.", first)
    assert second.same_author_as_above
    assert [name.family for name in second.author] == ["Okafor", "Lie"]
    assert [name.span for name in second.author] == [None, None]
    assert second.issued
    assert second.issued.year == 2021


def test_a_number_behind_the_name() -> None:
    reference = read("Delta Office (2), “Sluices”, Ministry of Water, 2023.")
    assert [name.literal for name in reference.author] == ["Delta Office"]
    assert reference.disambiguator
    assert reference.disambiguator.value == "(2)"


@pytest.mark.parametrize(
    ("entry", "key"),
    [
        ("[12] Okafor B. Rivers. 2019.", "12"), ("12. Okafor B. Rivers. 2019.", "12"),
        ("(3) Okafor B. Rivers. 2019.", "3"), ("[Oka01] Okafor B. Rivers. 2019.", "Oka01"),
        ("• Okafor B. Rivers. 2019.", ""), ("- Okafor B. Rivers. 2019.", ""),
        ("12 Okafor, B. Rivers. 2019.", "12"), ("[2019] Okafor, B. Rivers.", ""),
    ],
)  # fmt: skip
def test_number_or_label(entry: str, key: str) -> None:
    assert read(entry).key == key

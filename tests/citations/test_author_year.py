"""What is read from citations by names and year, in the languages that drafts come in."""
# ruff: noqa: E501

import pytest

from tests.citations.samples import citations_in, entry, found

PARENTHETICAL = [
    ("It holds (Smith, 2001).", ["Smith 2001"]),
    ("It holds (Smith 2001).", ["Smith 2001"]),
    ("It holds [Smith 2001].", ["Smith 2001"]),
    ("It holds ((Smith 2001)).", ["Smith 2001"]),
    ("(Smith,2001;Doe,1999)", ["Smith 2001", "Doe 1999"]),
    ("(Smith & Jones, 2001)", ["Smith, Jones 2001"]),
    ("(Smith, Jones, and Brown 2001)", ["Smith, Jones, Brown 2001"]),
    ("(Smith, J., & Roe, A. B., 2001)", ["Smith (J.), Roe (A. B.) 2001"]),
    ("(Smith J, 2001)", ["Smith (J) 2001"]),
    ("(J. Smith 2001)", ["Smith (J.) 2001"]),
    ("(Ivor 1997, Arden 2002, Barr 2013)", ["Ivor 1997", "Arden 2002", "Barr 2013"]),
    ("(Henzen 1927, 116, 179–190)", ["Henzen 1927 [116, 179–190]"]),
    ("(CHOLODENKO, 2007c)", ["CHOLODENKO 2007c"]),
    ("(MOYSES; MONT'ALVÃO; ZATTAR, 2019, p. 5)", ["MOYSES, MONT'ALVÃO, ZATTAR 2019 [p. 5]"]),
    ("(O'Brien and Smith-Jones 2001)", ["O'Brien, Smith-Jones 2001"]),
    ("(St. John, 2001)", ["St. John 2001"]),
    ("(al-Khalili 2001; d'Alembert 1743)", ["al-Khalili 2001", "d'Alembert 1743"]),
    ("('t Hooft 1971; von Heusinger 2003)", ["'t Hooft 1971", "von Heusinger 2003"]),
    ("(He, 2023; Ma & Ma, 2012)", ["He 2023", "Ma, Ma 2012"]),
    ("(Müller/Meier 2001)", ["Müller, Meier 2001"]),
    ("(Smith, ed., 2001; Doe (ed.) 2003)", ["Smith 2001", "Doe 2003"]),
    ("(Smith 2001: 3; Jones 2002: 4-5)", ["Smith 2001 [3]", "Jones 2002 [4-5]"]),
    ("(Smith, 2001, chap. 2; Jones, 2002, Table 3)", ["Smith 2001 [chap. 2]", "Jones 2002 [Table 3]"]),
    ("(Smith, 2001, pp. 1990–1995; Doe, 1999)", ["Smith 2001 [pp. 1990–1995]", "Doe 1999"]),
    ("(Smith, 2001, n.p.)", ["Smith 2001 [n.p.]"]),
]  # fmt: skip

PREFIXED = [
    ("(see Smith 2001)", ["see Smith 2001"]),
    ("(see, e.g., Smith et al., 2001: 45)", ["see, e.g. Smith et al. 2001 [45]"]),
    ("(cf. van der Berg 2001, 23–25)", ["cf. van der Berg 2001 [23–25]"]),
    ("(Doe, 1999; see also Smith, 2001)", ["Doe 1999", "see also Smith 2001"]),
    ("(as cited in Smith, 2001)", ["as cited in Smith 2001"]),
    ("(in German, see Smith 2001 and Jones 2003)", ["in German, see Smith 2001", "Jones 2003"]),
]

SEVERAL_YEARS = [
    ("(Smith, 2001, 2003)", ["Smith 2001", "<Smith> 2003"]),
    ("(Smith, 2001, 2003a, b; Doe, 1999)", ["Smith 2001", "<Smith> 2003a", "<Smith> 2003b", "Doe 1999"]),
    ("(Smith 2001a–c)", ["Smith 2001a", "<Smith> 2001b", "<Smith> 2001c"]),
    ("Smith (2001; 2003)", ["*Smith 2001", "*<Smith> 2003"]),
    ("Smith (1995, 1996a,b, 1999: 34)", ["*Smith 1995", "*<Smith> 1996a", "*<Smith> 1996b", "*<Smith> 1999 [34]"]),
    ("Smith (2001) and (2003) agree", ["*Smith 2001", "*<Smith> 2003"]),
    ("Haider (1984; Haider 1985; 1986)", ["*Haider 1984", "Haider 1985", "<Haider> 1986"]),
    ("(Smith, 2001: 34; 2003: 12)", ["Smith 2001 [34]", "<Smith> 2003 [12]"]),
    ("(Smith 2001, S. 4; ebd., 2003)", ["Smith 2001 [S. 4]", "<Smith> 2003"]),
]  # fmt: skip

NARRATIVE = [
    ("Smith (2001) shows this.", ["*Smith 2001"]),
    ("However, Smith (2001) shows this.", ["*Smith 2001"]),
    ("Although Smith (2001) shows this.", ["*Smith 2001"]),
    ("Smith's (2001) view and Jones’ (2003) idea", ["*Smith 2001", "*Jones 2003"]),
    ("Lev Manovich (2001, 2002, p. 302)", ["*Manovich (Lev) 2001", "*<Manovich (Lev)> 2002 [p. 302]"]),
    ("A. Smith and B. Jones (2001) say", ["*Smith (A.), Jones (B.) 2001"]),
    ("Smith, Jones, and Brown’s (2010) model", ["*Smith, Jones, Brown 2010"]),
    ("Smith and colleagues (2001); Smith & al. (2001)", ["*Smith and colleagues 2001", "*Smith & al. 2001"]),
    ("Ludwig van Beethoven (1801)", ["*van Beethoven (Ludwig) 1801"]),
    ("Dr. Smith (2001); Professor Anna Smith (2003)", ["*Smith 2001", "*Smith (Anna) 2003"]),
    ("The European Commission (2011)", ["*European Commission 2011"]),
    ("and the Ministry of Foreign Affairs (2014)", ["*Ministry of Foreign Affairs 2014"]),
    ("In Germany, Smith and Jones (2001) found", ["*Smith, Jones 2001"]),
    ("(Auer and Moser (2016); Wigger (2022))", ["*Auer, Moser 2016", "*Wigger 2022"]),
    ("(Pareto (1971); see also Zipf (1949))", ["*Pareto 1971", "*Zipf 1949"]),
    ("Smith [2001] and Jones [2003]", ["*Smith 2001", "*Jones 2003"]),
    ("as Smith (2001", ["*Smith 2001"]),
]  # fmt: skip

UNDATED = [
    ("(Smith, in press; Doe, forthcoming; Roe, n.d.)", ["Smith in press", "Doe forthcoming", "Roe n.d."]),
    ("(Smith n.d.-a)", ["Smith n.d.a"]),
    ("(Müller, o. J.)", ["Müller o. J."]),
    ("(Ginzburg & Miller, s. d.)", ["Ginzburg, Miller s. d."]),
    ("(Freud, 1900/1953)", ["Freud 1953"]),
    ("(Husserl [1913] 1982)", ["Husserl 1982"]),
    ("(Marx 1976 [1867])", ["Marx 1976"]),
]  # fmt: skip

ORGANISATIONS = [
    ("(BelTA, 2024) (MID.RU, 2023)", ["BelTA 2024", "MID.RU 2023"]),
    ("(President of the Republic of Norland, 1997)", ["President of the Republic of Norland 1997"]),
    ("(Norland Presidential Office (2), 2023)", ["Norland Presidential Office #2 2023"]),
    ("(TASS (2), 2021)", ["TASS #2 2021"]),
    ("(Norland MFA, 2024)", ["Norland MFA 2024"]),
    ("(Ministério da Educação, 2007)", ["Ministério da Educação 2007"]),
    ("(World Health Organization [WHO], 2020)", ["World Health Organization 2020"]),
    ("(Swiss Academies of Arts and Sciences 2024, 4)", ["Swiss Academies of Arts and Sciences 2024 [4]"]),
    ("(Информационный портал Союза городов, 2024)", ["Информационный портал Союза городов 2024"]),
]  # fmt: skip

LANGUAGES = [
    ("(vgl. Müller/Meier 2001, S. 23 f.)", ["vgl. Müller, Meier 2001 [S. 23 f.]"]),
    ("(siehe hierzu Müller et al. 2001; Meier u. a. 2003)", ["siehe hierzu Müller et al. 2001", "Meier u. a. 2003"]),
    ("Nach Müller und Meier (2001) ist", ["*Müller, Meier 2001"]),
    ("Die Studie von Müller (2001) zeigt", ["*Müller 2001"]),
    ("(voir Dupont et Durand, 2001, p. 3)", ["voir Dupont, Durand 2001 [p. 3]"]),
    ("Selon Dupont et al. (2001), c’est", ["*Dupont et al. 2001"]),
    ("(García y Pérez, 2001; López et al., 2003)", ["García, Pérez 2001", "López et al. 2003"]),
    ("(García y cols., 2001)", ["García y cols. 2001"]),
    ("Nevado, Gallardo y Sánchez (2013; 2016)", ["*Nevado, Gallardo, Sánchez 2013", "*<Nevado, Gallardo, Sánchez> 2016"]),
    ("(Silva e Costa, 2001; apud Souza, 2003)", ["Silva, Costa 2001", "apud Souza 2003"]),
    ("De acordo com Silva e Costa (2001, p.34)", ["*Silva, Costa 2001 [p.34]"]),
    ("(Rossi e Bianchi, 2001; cfr. Verdi, 2003)", ["Rossi, Bianchi 2001", "cfr. Verdi 2003"]),
    ("Secondo Rossi (2001)", ["*Rossi 2001"]),
    ("(Jansen en de Vries, 2001; zie ook Bakker e.a., 2003)", ["Jansen, de Vries 2001", "zie ook Bakker e.a. 2003"]),
    ("Volgens Jansen (2001)", ["*Jansen 2001"]),
    ("(Hansen og Olsen, 2001; jf. Berg mfl., 2003)", ["Hansen, Olsen 2001", "jf. Berg mfl. 2003"]),
    ("Ifølge Hansen & Olsen (2001, s. 12)", ["*Hansen, Olsen 2001 [s. 12]"]),
    ("(Svensson och Lind, 2001)", ["Svensson, Lind 2001"]),
    ("(Kowalski i Nowak, 2001; zob. Wiśniewski i in., 2003)", ["Kowalski, Nowak 2001", "zob. Wiśniewski i in. 2003"]),
    ("(Иванов, 2001; Петров и Сидоров, 2003, с. 45)", ["Иванов 2001", "Петров, Сидоров 2003 [с. 45]"]),
    ("(см. Иванов и др., 2001)", ["см. Иванов и др. 2001"]),
    ("Как пишет А. А. Петров (2010)", ["*Петров (А. А.) 2010"]),
    ("(Коваленко та Шевченко, 2001; див. Бойко та ін., 2003)", ["Коваленко, Шевченко 2001", "див. Бойко та ін. 2003"]),
    ("（王力，1985；张三和李四，2003）", ["王力 1985", "张三, 李四 2003"]),
    ("正如张三（2001）指出", ["*张三 2001"]),
    ("（张三等，2010，第34页）", ["张三 等 2010 [第34页]"]),
    ("的方法(Müller 2007; Moens 等 1989)", ["Müller 2007", "Moens 等 1989"]),
    ("（山田，2001；田中・佐藤，2005）", ["山田 2001", "田中, 佐藤 2005"]),
    ("山田ほか（2003）は", ["*山田 ほか 2003"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *PARENTHETICAL, *PREFIXED, *SEVERAL_YEARS, *NARRATIVE, *UNDATED, *ORGANISATIONS, *LANGUAGES,
    ],
)  # fmt: skip
def test_reads_without_a_list(text: str, expected: list[str]) -> None:
    assert found(text) == expected


LIST = (
    entry("Manovich, Lev", 2001),
    entry("van der Berg, Jan", 2001),
    entry("Ash, Ann; Jones, Bob", 2001),
    entry("World Health Organization (WHO)", 2020),
    entry("García Márquez, Gabriel", 1967),
    entry("Лавров, Сергей", 2020),
    entry("Müller, Hans", 1999),
    entry("de Silva, K.", 2004),
    entry("Putin, Vladimir", 2021),
    entry("May, Theresa", 2005),
    entry("Ortega y Gasset, José", 1930),
    entry("Golden, P.; Shaw, R.", 2016),
    entry("Seiler, Guido", 2003),
    entry("unesco", 2008),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("as García Márquez (1967) wrote", ["*García Márquez 1967"]),
        ("as Gabriel García Márquez (1967) wrote", ["*García Márquez (Gabriel) 1967"]),
        ("However Manovich (2001) and L. Manovich (2001)", ["*Manovich 2001", "*Manovich (L.) 2001"]),
        ("Der Ansatz von Van der Berg (2001)", ["*Van der Berg 2001"]),
        ("und Seilers (2003) Befund", ["*Seiler 2003"]),
        ("по словам Лаврова (2020)", ["*Лавров 2020"]),
        ("teoria de Silva (2004)", ["*de Silva 2004"]),
        ("Ortega y Gasset (1930) wrote", ["*Ortega y Gasset 1930"]),
        ("(e.g., PeriodO, Golden & Shaw, 2016)", ["e.g., PeriodO Golden, Shaw 2016"]),
        ("(KNR; Golden & Shaw, 2016)", ["KNR Golden, Shaw 2016"]),
        ("(Ash; Jones, 2001)", ["Ash, Jones 2001"]),
        ("(WHO, 2020) and the World Health Organization (2020)", ["WHO 2020", "*World Health Organization 2020"]),
        ("(unesco 2008)", ["unesco 2008"]),
        ("(Theresa May, 2005) (May, 2005)", ["May (Theresa) 2005", "May 2005"]),
        ("Manovich 2001: 34 says", ["*Manovich 2001 [34]"]),
        ("Ver: MANOVICH, 2001, p. 193-194; e MÜLLER, 1999.", ["Ver *MANOVICH 2001 [p. 193-194]", "*MÜLLER 1999"]),
        ("Manovich’s criteria (2001) for", ["*Manovich 2001"]),
        ("Manovich em 2001 e", ["*Manovich 2001"]),
        ("(Putin, 12 May 2021)", ["Putin 2021"]),
        ("see Kennedy 1999: 34 and Brown et al. 2010", ["see *Kennedy 1999 [34]", "*Brown et al. 2010"]),
    ],
)  # fmt: skip
def test_reads_with_the_help_of_the_list(text: str, expected: list[str]) -> None:
    assert found(text, *LIST) == expected


def test_semicolons_part_authors_where_the_document_has_it_so() -> None:
    references = [entry("Silva, A.; Costa, B.", 2001), entry("Lima, C.; Dias, D.", 2003)]
    text = "(Silva; Costa, 2001) and (Lima; Dias, 2003) but (Reis; Nunes, 2004)"
    assert found(text, *references)[2] == "Reis, Nunes 2004"


def test_fields() -> None:
    text = "As shown (see J. Smith, van der Berg et.al., 2001a, pp. 3–5; Doe, 1999)."
    first, second = citations_in(text)
    assert first.id == "c1"
    assert first.raw == "J. Smith, van der Berg et.al., 2001a, pp. 3–5"
    assert [(n.family, n.given, n.span.of(text)) for n in first.names] == [
        ("Smith", "J.", "Smith"),
        ("van der Berg", "", "van der Berg"),
    ]
    assert first.et_al == "et.al."
    assert first.et_al_span is not None
    assert first.et_al_span.of(text) == "et.al."
    assert first.year is not None
    assert (first.year.year, first.year.suffix) == (2001, "a")
    assert first.year.span is not None
    assert first.year.span.of(text) == "2001a"
    assert first.locator == "pp. 3–5"
    assert first.prefix == "see"
    assert first.group is not None
    assert first.group == second.group
    assert first.group.of(text).startswith("(see")
    assert not first.narrative


def test_a_further_year_has_its_own_span_and_the_names_before() -> None:
    text = "Both Smith and Jones (2001, 2003) agree."
    first, second = citations_in(text)
    assert first.conjunction == second.conjunction == "and"
    assert first.raw == "Smith and Jones (2001"
    assert second.raw == "2003"
    assert second.suppress_author
    assert second.names == first.names

"""Citations as typed in each language, with no list to help and with one."""

import pytest

from citecheck.language.inflection import base_forms
from tests.citations.samples import entry, found

# Language, sentence, what it cites; every sentence is an invention.
SENTENCES = [
    ("English", "Ports grew, as Marlow (2011, p. 7) says.", ["*Marlow 2011 [p. 7]"]),
    ("English", "Marlow and Reed's (2011a, b) maps are old.",
     ["*Marlow, Reed 2011a", "*<Marlow, Reed> 2011b"]),
    ("English", "Sand moves (see Marlow et al., 2011: 45–47; cf. Reed, 2009).",
     ["see Marlow et al. 2011 [45–47]", "cf. Reed 2009"]),
    ("German", "Laut Müller (2011, S. 7) wachsen Häfen.", ["*Müller 2011 [S. 7]"]),
    ("German", "Häfen wachsen (vgl. Müller und Groß 2011, S. 7 f.; Weber u. a. 2009).",
     ["vgl. Müller, Groß 2011 [S. 7 f.]", "Weber u. a. 2009"]),
    ("German", "Das zeigt die Studie von Müller et al. (2011: 7) deutlich.",
     ["*Müller et al. 2011 [7]"]),
    ("French", "Selon Lefèvre (2011, p. 7), les ports grandissent.", ["*Lefèvre 2011 [p. 7]"]),
    ("French", "Les ports grandissent (voir Lefèvre et Roux, 2011\u00a0: 7; Morel et al. 2009).",
     ["voir Lefèvre, Roux 2011 [7]", "Morel et al. 2009"]),
    ("Spanish", "Según Ibáñez (2011, p. 7), los puertos crecen.", ["*Ibáñez 2011 [p. 7]"]),
    ("Spanish", "Los puertos crecen (véase Ibáñez y Rivas, 2011, p. 7; Soto et al., 2009).",
     ["véase Ibáñez, Rivas 2011 [p. 7]", "Soto et al. 2009"]),
    ("Spanish", "Como señalan Ibáñez e Iglesias (2011), crecen.", ["*Ibáñez, Iglesias 2011"]),
    ("Portuguese", "Segundo Araújo (2011, p. 7), os portos crescem.", ["*Araújo 2011 [p. 7]"]),
    ("Portuguese", "Os portos crescem (ARAÚJO; BRAGA, 2011, p. 7; SOUSA et al., 2009).",
     ["ARAÚJO, BRAGA 2011 [p. 7]", "SOUSA et al. 2009"]),
    ("Portuguese", "Para Araújo e Braga (2011), crescem.", ["*Araújo, Braga 2011"]),
    ("Italian", "Secondo Bassi (2011, p. 7), i porti crescono.", ["*Bassi 2011 [p. 7]"]),
    ("Italian", "I porti crescono (cfr. Bassi e Conti, 2011, p. 7; Greco et al., 2009).",
     ["cfr. Bassi, Conti 2011 [p. 7]", "Greco et al. 2009"]),
    ("Dutch", "Volgens De Vries (2011, p. 7) groeien havens.", ["*De Vries 2011 [p. 7]"]),
    ("Dutch", "Havens groeien (zie Bakker en Smit, 2011, p. 7; Jansen e.a., 2009).",
     ["zie Bakker, Smit 2011 [p. 7]", "Jansen e.a. 2009"]),
    ("Norwegian", "Ifølge Østby (2011, s. 7) vokser havnene.", ["*Østby 2011 [s. 7]"]),
    ("Norwegian", "Havnene vokser (se Østby og Lie, 2011, s. 7; Berg mfl., 2009).",
     ["se Østby, Lie 2011 [s. 7]", "Berg mfl. 2009"]),
    ("Swedish", "Enligt Sjöberg (2011, s. 7) växer hamnarna.", ["*Sjöberg 2011 [s. 7]"]),
    ("Swedish", "Hamnarna växer (se Sjöberg och Lund 2011, s. 7; Ek m.fl. 2009).",
     ["se Sjöberg, Lund 2011 [s. 7]", "Ek m.fl. 2009"]),
    ("Danish", "Ifølge Kjær (2011, s. 7) vokser havnene.", ["*Kjær 2011 [s. 7]"]),
    ("Danish", "Havnene vokser (jf. Kjær & Holm, 2011, s. 7; Bach m.fl., 2009).",
     ["jf. Kjær, Holm 2011 [s. 7]", "Bach m.fl. 2009"]),
    ("Polish", "Według Żurek (2011, s. 7) porty rosną.", ["*Żurek 2011 [s. 7]"]),
    ("Polish", "Porty rosną (zob. Żurek i Wójcik, 2011, s. 7; Lis i in., 2009).",
     ["zob. Żurek, Wójcik 2011 [s. 7]", "Lis i in. 2009"]),
    ("Russian", "По мнению Орлова (2011, с. 7), порты растут.", ["*Орлова 2011 [с. 7]"]),
    ("Russian", "Порты растут (см. Орлов и Белов, 2011, с. 7; Зимин и др., 2009).",
     ["см. Орлов, Белов 2011 [с. 7]", "Зимин и др. 2009"]),
    ("Russian", "И. П. Орлов (2011) пишет о портах.", ["*Орлов (И. П.) 2011"]),
    ("Ukrainian", "На думку Гриценко (2011, с. 7), порти ростуть.", ["*Гриценко 2011 [с. 7]"]),
    ("Ukrainian", "Порти ростуть (див. Гриценко і Левченко, 2011, с. 7; Коваль та ін., 2009).",
     ["див. Гриценко, Левченко 2011 [с. 7]", "Коваль та ін. 2009"]),
    ("Chinese", "港口在增长（王海、李江，2011，第7页；张山等，2009）。",
     ["王海, 李江 2011 [第7页]", "张山 等 2009"]),
    ("Chinese", "王海（2011）认为港口在增长。", ["*王海 2011"]),
    ("Japanese", "港は成長する（田中・鈴木, 2011, p. 7; 佐藤ら, 2009）。",
     ["田中, 鈴木 2011 [p. 7]", "佐藤 ら 2009"]),
    ("Japanese", "田中（2011）は港について述べた。", ["*田中 2011"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "cited"),
    [case[1:] for case in SENTENCES],
    ids=[f"{case[0]}-{number}" for number, case in enumerate(SENTENCES)],
)
def test_without_a_list(sentence: str, cited: list[str]) -> None:
    assert found(sentence) == cited


LISTED = [
    ("German", "Müllers (2001) Studie, und ebenso Groß/Weber (2003: 5 ff.).",
     ["Müller, H. 2001", "Groß, A.; Weber, B. 2003"],
     ["*Müller 2001", "*Groß, Weber 2003 [5 ff.]"]),
    ("Dutch", "Van den Berg en De Vries (2001) en Van 't Hoff (2003) menen dat.",
     ["Berg, A. van den; Vries, B. de 2001", "Hoff, J. van 't 2003"],
     ["*Van den Berg, De Vries 2001", "*Van 't Hoff 2003"]),
    ("Danish", "Ifølge Kjærs (2001) undersøgelse er det så.", ["Kjær, A. 2001"], ["*Kjær 2001"]),
    ("Polish", "Badania u Nowaka (2001), Kowalskiej (2003) oraz Żurka (2005) są zgodne, ściśle.",
     ["Nowak, B. 2001", "Kowalska, A. 2003", "Żurek, C. 2005"],
     ["*Nowak 2001", "*Kowalska 2003", "*Żurek 2005"]),
    ("Russian", "Исследования Орлова (2001), Беловой (2003) и Достоевского (2005) это показали.",
     ["Орлов, Б. 2001", "Белова, А. 2003", "Достоевский, Ф. 2005"],
     ["*Орлов 2001", "*Белова 2003", "*Достоевский 2005"]),
    ("Ukrainian", "Дослідження Шевченка (2001) та Лисенко (2003) це показали.",
     ["Шевченко, В. 2001", "Лисенко, Б. 2003"], ["*Шевченко 2001", "*Лисенко 2003"]),
    ("English, the same author", "Reed (2001) was first. The same author (2003, 2005a, b) says so.",
     ["Reed, K. 2001"], ["*Reed 2001", "*<Reed> 2003", "*<Reed> 2005a", "*<Reed> 2005b"]),
    ("German, the same author", "Groß (2001) war zuerst. Derselbe Autor (2003: 5) sagt mehr.",
     ["Groß, K. 2001"], ["*Groß 2001", "*<Groß> 2003 [5]"]),
    ("Portuguese, the same author", "Araújo (2001) abriu o caminho. O mesmo autor (2003) diz mais.",
     ["Araújo, K. 2001"], ["*Araújo 2001", "*<Araújo> 2003"]),
    ("names at a distance", "Ash and Birch, in a long book, argue that ports grow (2001, p. 4).",
     ["Ash, A.; Birch, B. 2001"], ["*Ash, Birch 2001 [p. 4]"]),
    ("names at a distance, one of two", "Ash, unlike Birch, argued early that ports grow (2001).",
     ["Ash, A. 2001", "Birch, B. 2003"], ["*Ash 2001"]),
    ("a year and no author of it", "Ash, unlike Birch, was there in the year of the storm (2004).",
     ["Ash, A. 2001", "Birch, B. 2003"], []),
    ("two authors of one year", "Ash, unlike Birch, argued that ports grow (2001).",
     ["Ash, A. 2001", "Birch, B. 2001"], []),
    ("an author cited already", "Ash (1999) saw what followed in the year of the storm (2001).",
     ["Ash, A. 1999", "Ash, A. 2001"], ["*Ash 1999"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "works", "cited"), [case[1:] for case in LISTED], ids=[case[0] for case in LISTED]
)
def test_with_a_list(sentence: str, works: list[str], cited: list[str]) -> None:
    references = [entry(names, year) for names, _, year in (work.rpartition(" ") for work in works)]
    assert found(sentence, *references) == cited


@pytest.mark.parametrize(
    ("written", "bases", "polish"),
    [
        ("Nowaka", {"Nowak"}, True),
        ("Kowalskiego", {"Kowalski"}, True),
        ("Żurkiem", {"Żurek"}, True),
        ("Nowaka", set(), False),
        ("Шевченка", {"Шевченко"}, False),
        ("Толстой", {"Толста"}, False),
        ("Li", set(), True),
    ],
)
def test_base_forms(written: str, bases: set[str], *, polish: bool) -> None:
    assert bases <= set(base_forms(written, polish=polish))
    assert bases or not base_forms(written, polish=polish)

"""Whole entries in the styles that lists are written in."""

import pytest

from tests.parsing.entry import read, values

BOOK = {"publisher": "Salt Press", "publisher_place": "Leeds", "title": "Rivers and memory"}
ARTICLE = {"title": "Rivers that remember", "container_title": "Journal of Delta Studies"}


@pytest.mark.parametrize(
    ("entry", "kind", "expected"),
    [
        # American Psychological Association
        ("Lie, B., & Vos, M. (2019). Rivers that remember. Journal of Delta Studies, 12(4), 3–9. "
         "https://doi.org/10.5555/ab", "article-journal",
         ARTICLE | {"volume": "12", "issue": "4", "page": "3–9", "doi": "10.5555/ab",
         "issued": "2019"}),
        ("Lie, B. (2018). Rivers and memory (2nd ed.). Salt Press.", "book",
         {"title": "Rivers and memory", "edition": "2", "publisher": "Salt Press",
         "issued": "2018"}),
        ("Lie, B. (2015). Salt. In M. Vos (Ed.), Fans and deltas (pp. 33–58). Salt Press.",
         "chapter",
         {"title": "Salt", "container_title": "Fans and deltas", "page": "33–58",
          "publisher": "Salt Press", "issued": "2015"}),
        ("Lie, B. (2021, March 4). The tide turns early. The Harbour Times. https://h.example/t",
         "article-newspaper",
         {"title": "The tide turns early", "container_title": "The Harbour Times",
          "url": "https://h.example/t", "issued": "2021-03-04"}),
        ("Lie, B. (2011). Tides of paper [Doctoral dissertation, University of Leeds].", "thesis",
         {"title": "Tides of paper", "genre": "Doctoral dissertation",
          "publisher": "University of Leeds", "issued": "2011"}),
        # Modern Language Association, Chicago
        ("Lie, Bo. “Rivers That Remember.” Journal of Delta Studies, vol. 12, no. 4, 2019, "
         "pp. 3-9.",
         "article-journal",
         {"title": "Rivers That Remember", "container_title": "Journal of Delta Studies",
          "volume": "12", "issue": "4", "page": "3-9", "issued": "2019"}),
        ("Lie, Bo. 2018. Rivers and memory. Leeds: Salt Press.", "book", BOOK | {"issued": "2018"}),
        ("Bo Lie, Rivers and memory (Leeds: Salt Press, 2018), 44–47.", "book",
         BOOK | {"page": "44–47", "issued": "2018"}),
        ("Lie, Bo. 2011. “Tides of paper.” PhD thesis, University of Leeds.", "thesis",
         {"title": "Tides of paper", "genre": "PhD thesis", "publisher": "University of Leeds",
          "issued": "2011"}),
        # Harvard, Vancouver, IEEE, ACM
        ("Lie, B. (2019) ‘Rivers that remember’, Journal of Delta Studies, 12(4), pp. 3–9.",
         "article-journal",
         ARTICLE | {"volume": "12", "issue": "4", "page": "3–9", "issued": "2019"}),
        ("2. Lie B. Rivers and memory. 2nd ed. Leeds: Salt Press; 2018. 214 p.", "book",
         BOOK | {"edition": "2", "issued": "2018"}),
        ("[3] B. Lie, “Rivers that remember,” J. Delta Stud., vol. 12, no. 4, pp. 3–9, Apr. 2019.",
         "article-journal",
         {"title": "Rivers that remember", "container_title": "J. Delta Stud", "volume": "12",
          "issue": "4", "page": "3–9", "issued": "2019-04"}),
        ("Bo Lie and Maria Vos. 2019. Rivers that remember. In Proceedings of the 7th Workshop on "
         "Deltas. ACM, New York, 3–9.", "paper-conference",
         {"title": "Rivers that remember", "publisher": "ACM", "publisher_place": "New York",
          "container_title": "Proceedings of the 7th Workshop on Deltas", "page": "3–9",
          "issued": "2019"}),
        # natural sciences
        ("Lie B. 2019. Rivers that remember. Journal of Delta Studies 12:3–9.", "article-journal",
         ARTICLE | {"volume": "12", "page": "3–9", "issued": "2019"}),
        ("Lie, B. & Vos, M. Rivers that remember. Nat. Delta 12, 3–9 (2019).", "article-journal",
         {"title": "Rivers that remember", "container_title": "Nat. Delta", "volume": "12",
          "page": "3–9", "issued": "2019"}),
        # Brazil, Germany, Italy, Russia, China, law in Oxford
        ("LIE, B. Rivers that remember. Journal of Delta Studies, Leeds, v. 12, n. 4, p. 3-9, "
         "2019.",
         "article-journal",
         ARTICLE | {"publisher_place": "Leeds", "volume": "12", "issue": "4", "page": "3-9",
                    "issued": "2019"}),
        ("Lie, Bo: Rivers and memory. A view, Leeds 2018.", "book",
         {"title": "Rivers and memory. A view", "publisher_place": "Leeds", "issued": "2018"}),
        ("Lie, Bo: Salz, in: Vos, Ina (Hg.): Fächer, Köln 2017 (Delta 4), S. 33–58.", "chapter",
         {"title": "Salz", "container_title": "Fächer", "publisher_place": "Köln", "page": "33–58",
          "collection_title": "Delta 4", "issued": "2017"}),
        ("Rossi, M., La memoria dell'acqua, Torino, Edizioni del Sale, 2012.", "book",
         {"title": "La memoria dell'acqua", "publisher_place": "Torino",
          "publisher": "Edizioni del Sale", "issued": "2012"}),
        ("Иванова, А. Б. Память воды / А. Б. Иванова. — М. : Наука, 2018. — 214 с.", "book",
         {"title": "Память воды", "publisher_place": "М", "publisher": "Наука", "issued": "2018"}),
        ("王小明. 河流的记忆[M]. 北京: 盐出版社, 2018.", "book",
         {"title": "河流的记忆", "genre": "M", "publisher_place": "北京", "publisher": "盐出版社",
          "issued": "2018"}),
        ("Lie B, Rivers and the Law (2nd edn, Salt Press 2018)", "book",
         {"title": "Rivers and the Law", "edition": "2", "publisher": "Salt Press",
          "issued": "2018"}),
        # as students write
        ("Lie, Bo, “The tide turns”, Delta House, 2021. Downloaded 5 May 2024 from: "
         "https://d.example/t", "webpage",
         {"title": "The tide turns", "publisher": "Delta House", "url": "https://d.example/t",
          "issued": "2021"}),
        ("Lie, Bo, “The tide turns”, interview in Guardian, 23 August 2023.", "article-newspaper",
         {"title": "The tide turns", "note": "interview", "container_title": "Guardian",
          "issued": "2023-08-23"}),
        ("Lie, Bo, “The tide turns”, Delta Report August 2021.", "report",
         {"title": "The tide turns", "container_title": "Delta Report", "issued": "2021-08"}),
        ("Lie, Bo, \"The tide\", Asia Studies, Salt & Sons, Ltd., Vol. 5, No. 8 (Dec., 2004), "
         "pp. 3-9.",
         "article-journal",
         {"title": "The tide", "container_title": "Asia Studies", "publisher": "Salt & Sons, Ltd",
          "volume": "5", "issue": "8", "page": "3-9", "issued": "2004-12"}),
        ("Lie, Bo. *Rivers and memory*. Leeds: Salt Press, 2018.",
         "book", BOOK | {"issued": "2018"}),
    ],
)  # fmt: skip
def test_style(entry: str, kind: str, expected: dict[str, str]) -> None:
    reference = read(entry)
    assert values(reference) == expected
    assert reference.type == kind


def test_wrapped_lines() -> None:
    entry = "Lie, Bo. 2018. “Rivers that\n    remember”. Journal of Delta\n    Studies 12: 3–9."
    assert values(read(entry)) == ARTICLE | {"volume": "12", "page": "3–9", "issued": "2018"}


def test_what_is_not_understood_is_left_over() -> None:
    entry = "Lie, Bo. 2018. Rivers and memory. Leeds: Salt Press. zzz qqq xxx"
    from tests.parsing.entry import place

    assert [place(entry, span) for span in read(entry).leftovers] == ["zzz qqq xxx"]


@pytest.mark.parametrize(
    "entry",
    [
        "Okafor, C. (2021). How tides speak. In A. Vos (Ed.), Handbook of tides (pp. 3–20). Salt.",
        "Horvat, Ana. “Bread.” In Food on the Move, edited by Jan Roe, 33–58. Chicago: Salt, 1998.",
    ],
)
def test_words_that_lead_to_values_are_understood(entry: str) -> None:
    assert read(entry).leftovers == ()

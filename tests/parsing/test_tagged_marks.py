"""What shows for certain is read so, whatever the tagger made of it."""

import pytest

from citecheck.parsing.composing import compose
from citecheck.parsing.relabelling import relabelled
from citecheck.parsing.tagged import is_misquoted, is_part
from citecheck.parsing.tagger import Tagged
from tests.parsing.entry import iso, place, read, shown, values
from tests.parsing.test_composing import composed, fields, quoted, value

ROLES = [
    ("Vasseur Michel (dir.), Les Rives du fleuve, Paris, Delta, 1984.", "editor", "Vasseur|Michel"),
    ("Lund, Rosa. Silt. Translated by Ben Fox. Leeds: Delta, 1990.", "translator", "Fox|Ben"),
    ("Lund, R. (1990). Silt: Volume I. Translated by Ben Fox. Delta.", "translator", "Fox|Ben"),
    ("Lund, Rosa. 1976. Silt. Vol. 1. Translated by Ben Fox. Delta.", "translator", "Fox|Ben"),
    ("Holub, J. a kol. Dějiny řek. Praha: Delta, 2005.", "author", "Holub|J."),
    ("HOLUB, Jan a kol., Dějiny řek, Praha 2005.", "author", "HOLUB|Jan"),
    ("Rius I Camps N, Pons A. Gestión del agua. Rev Ríos. 2012;3:1-20.", "author",
     "Rius I Camps|N; Pons|A."),
    ("ウェイ・ツァイ (2015) 『川の記憶』東京: 河川書店.", "author", "=ウェイ・ツァイ"),
    ("Delta, River Survey: The (2019). Flood index. Leeds.", "author",
     "=Delta, River Survey: The"),
    ("River Gazette, The. 2019. “The end of rivers.” Leeds: Delta.", "author",
     "=River Gazette, The"),
    ("Sarv, E., Krom, L., *Cooke, N., River damage in mining towns, River Seminar, Leeds, 2015.",
     "author", "Sarv|E.; Krom|L.; Cooke|N."),
    ("HM Treasury. 2018. The Green Book of Rivers. London: HM Treasury.", "author",
     "=HM Treasury"),
    ("王小明, 李华, 等. 河流的记忆[J]. 水利学报, 2018, 49(3): 12-20.", "author", "王小明; 李华"),
    ("王小明等. 河流的记忆[J]. 水利学报, 2018, 49(3): 12-20.", "author", "王小明"),
    ("SRB – Salt River Board. River data. Leeds: SRB, 2024. https://a.example/b", "author",
     "=SRB – Salt River Board"),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "variable", "expected"), ROLES)
def test_names(entry: str, variable: str, expected: str) -> None:
    reference = read(entry)
    names = getattr(reference, variable)
    assert "; ".join(map(shown, names)) == expected
    assert all(name.span for name in names)


@pytest.mark.parametrize(
    "entry",
    [
        "Holub, J. a kol. Dějiny řek. Praha: Delta, 2005.",
        "王小明, 李华, 等. 河流的记忆[J]. 水利学报, 2018, 49(3): 12-20.",
        "王小明等. 河流的记忆[J]. 水利学报, 2018, 49(3): 12-20.",
    ],
)
def test_others(entry: str) -> None:
    assert read(entry).others


FIELDS = [
    ("Crane, D. **Before Silt**: The animated river. Leeds: Delta Press, 1982.",
     {"title": "Before Silt: The animated river"}),
    ("BRASIL. [Constituição (1988)]. Carta das águas. Brasília, DF: Senado, 2016.",
     {"title": "Carta das águas", "issued": "2016", "note": "Constituição (1988)"}),
    ("[Constituição (1988)]. Carta das águas do Brasil. Brasília: Senado, 1990.",
     {"title": "Carta das águas do Brasil", "issued": "1990"}),
    ("Lie B, Vos M. River models[C]//Proceedings of the 5th Conference on Rivers. Berlin: Delta, "
     "2015: 33-41.",
     {"title": "River models", "genre": "C",
      "container_title": "Proceedings of the 5th Conference on Rivers", "page": "33-41"}),
    ("张三, 李四. 河流的记忆[J]. 水利学报, 2018, 49(3): 12-20.",
     {"title": "河流的记忆", "genre": "J", "container_title": "水利学报", "volume": "49"}),
    ("李航. 河流学[D]. 北京: 清华大学, 2012.", {"title": "河流学", "genre": "D"}),
    ("River Association. Manual of floods: RM-5 (fifth edition). Leeds: Delta; 2013.",
     {"title": "Manual of floods: RM-5", "edition": "fifth"}),
    ("River Association. Manual of floods: RM-5 (fifth. ed.). Leeds: Delta, 2013.",
     {"title": "Manual of floods: RM-5", "edition": "fifth"}),
    ("Braun, Otto (Hg.), Grundbegriffe der Flüsse, 8 Bde., Stuttgart: Delta, 1972-1997.",
     {"issued": "1972"}),
    ("Lund A, The Dialects of Rivers (Delta Press 1909) <https://a.example/b>",
     {"title": "The Dialects of Rivers", "publisher": "Delta Press", "issued": "1909"}),
    ("London: Institute of Rivers and Development, 2003.",
     {"publisher": "Institute of Rivers and Development"}),
    ("Rivers International, Vol. 64 (2003), pp. 887-896",
     {"container_title": "Rivers International"}),
    ("Lund, Rosa. 1999. “The shape of deltas”. Em Teoria dos rios: Leituras, organizado por John "
     "Vos. Delta.",
     {"title": "The shape of deltas", "container_title": "Teoria dos rios: Leituras"}),
    ("王五. 河流数据[EB/OL]. (2018-05-01)[2019-06-02]. http://www.a.example/b.",
     {"title": "河流数据", "issued": "2018-05-01"}),
    ("Lie, B. (1996). 河流的记忆 [How rivers remember in modern society]. Delta Press.",
     {"title": "河流的记忆 [How rivers remember in modern society]"}),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "expected"), FIELDS)
def test_fields(entry: str, expected: dict[str, str]) -> None:
    found = values(read(entry))
    assert {name: found.get(name) for name in expected} == expected


def test_day_of_the_visit_in_square_brackets() -> None:
    entry = "王五. 河流数据[EB/OL]. (2018-05-01)[2019-06-02]. http://www.a.example/b."
    assert iso(read(entry).accessed) == "2019-06-02"


def test_a_title_without_its_emphasis_still_shows_its_place() -> None:
    entry = "Crane, D. **Before Silt**: The animated river. Leeds: Delta Press, 1982."
    title = read(entry).title
    assert title
    assert title.span
    assert place(entry, title.span) == "Before Silt**: The animated river"


@pytest.mark.parametrize(
    ("entry", "pieces", "expected"),
    [
        ("Lie, A. Salt. In: Vos, B. Rivers. Leeds", {"title": "Salt. In: Vos, B. Rivers"},
         [("title", "Salt"), ("container", "Vos, B. Rivers")]),
        ("A. Lie. “Salt”, in Rivers, 2001", {"title": "Salt”, in Rivers"},
         [("title", "Salt"), ("container", "Rivers")]),
        ("A. Lie. Salt in the sea. Leeds", {"title": "Salt in the sea"},
         [("title", "Salt in the sea")]),
        ("王五. 河流[C]//2015年会议论文集", {"date": "2015年会议论文集"},
         [("container", "2015年会议论文集")]),
        ("A. Lie. Rivers. Trans. B. Vos", {"publisher": "Trans. B. Vos"},
         [("translator", "Trans. B. Vos")]),
        ("A. Lie (2014) Lie honours “Salt” in Norway", {"title": "Lie honours “Salt” in Norway"},
         [("title", "Lie honours “Salt” in Norway")]),
        ("Salt. Directed by Bo Lie. Delta, 1979", {"author": "Directed by Bo Lie"},
         [("director", "Directed by Bo Lie")]),
        ("P. Lie, Homo fluvialis, Ben Vos (trans.) (Delta, 1988)",
         {"title": "Homo fluvialis, Ben Vos"},
         [("title", "Homo fluvialis"), ("translator", "Ben Vos")]),
        ("Ed Lie. Salt. Delta, 1979", {"author": "Ed Lie"}, [("author", "Ed Lie")]),
        ("A. Lie. Rivers. Trans. Amer. River Soc. 3", {"container": "Trans. Amer. River Soc"},
         [("container", "Trans. Amer. River Soc")]),
        ("A. Lie. Rivers. River. Trans. R. Soc. 3", {"container": "River. Trans. R. Soc"},
         [("container", "River. Trans. R. Soc")]),
    ],
)  # fmt: skip
def test_labels(entry: str, pieces: dict[str, str], expected: list[tuple[str, str]]) -> None:
    given = [field for several in fields(entry, pieces).values() for field in several]
    found = relabelled(entry, given)
    assert [(field.label, entry[field.start : field.end]) for field in found] == expected


@pytest.mark.parametrize(
    ("entry", "pieces", "name", "expected"),
    [
        ("A. Lie, Salt. doi: 10.5555/ salt. 7", {"title": "Salt", "doi": "10.5555/ salt. 7"},
         "doi", "10.5555/salt.7"),
        ("A. Lie, Salt. doi:10 .5555/salt", {"title": "Salt", "doi": "10 .5555/salt"},
         "doi", "10.5555/salt"),
        ("A. Lie, Salt, a.example/rivers/b.pdf", {"title": "Salt", "url": "a.example/rivers/b.pdf"},
         "url", "a.example/rivers/b.pdf"),
        ("A. Lie, Salt, https://a. example/b (seen 2 May)",
         {"title": "Salt", "url": "https://a. example/b (seen 2 May)"}, "url",
         "https://a.example/b"),
        ("A. Lie, Salt. Delta 29S: 4-9", {"title": "Salt", "container": "Delta", "volume": "29"},
         "volume", "29S"),
        ("A. Lie, “Salt” (1942) 18 Delta 3", {"title": "Salt", "date": "1942"}, "page", "3"),
        ("A. Lie, Salt, in B. Vos (ed.), Rivers",
         {"title": "Salt", "container": "B. Vos (ed.), Rivers"},
         "container_title", "Rivers"),
        ("A. Lie, Salt, vol. 21 March 2017",
         {"title": "Salt", "volume": "21", "date": "March 2017"},
         "volume", "21"),
    ],
)  # fmt: skip
def test_values(entry: str, pieces: dict[str, str], name: str, expected: str) -> None:
    assert value(composed(entry, pieces), name) == expected


def test_a_date_without_a_year_is_kept_as_it_stands() -> None:
    claims = composed("A. Lie, Salt, 28/06/07", {"title": "Salt", "date": "28/06/07"})
    assert claims.fields["issued"].literal == "28/06/07"


@pytest.mark.parametrize(
    ("entry", "pieces", "expected"),
    [
        ("“Lie, A., and B. Vos”, 1982, Salt", {"author": "Lie, A., and B. Vos"}, True),
        ("A. Lie, Rivers, Delta, « Salt », 1992", {"author": "A. Lie", "title": "Rivers"}, True),
        ("“Salt (Materials)”, vol. 62, 1989", {"container": "Salt (Materials"}, True),
        ("A. Lie, “Salt”, Delta, 1992", {"author": "A. Lie", "title": "Salt"}, False),
        ("River Board, “Salt”, 1992", {"title": "River Board"}, False),
        ("A. Lie, “Salt, “River Factors, vol. 3", {"title": "Salt", "container": "River Factors"},
         True),
    ],
)  # fmt: skip
def test_quotations_that_are_no_title(entry: str, pieces: dict[str, str], expected: bool) -> None:
    assert is_misquoted(quoted(entry), fields(entry, pieces)) is expected


@pytest.mark.parametrize(
    ("entry", "title", "expected"),
    [
        ("A. Lie, “What is salt? ” A river answers, Delta, 1992", "What is salt? ” A river answers",
         True),
        ("A. Lie. “Salt of old.” The river book. Delta, 1992", "Salt of old.” The river book",
         False),
        ("A. Lie, “Salt”, Delta, 1992", "Salt", False),
        ("A. LIE, Salt (slate, silt), « la Lue », DELTA (08), Sea", "Salt (slate, silt), « la Lue "
         "», DELTA (08", True),
        ("Lie, Bo. Of salt in rivers. “This says more than most.” (News)", "Of salt in rivers. "
         "“This says more than most", True),
        ("River Board News. “Salt”, 1992", "River Board News. “Salt", False),
    ],
)  # fmt: skip
def test_quotations_that_are_part_of_the_title(entry: str, title: str, expected: bool) -> None:
    assert is_part(quoted(entry), fields(entry, {"title": title})) is expected


def test_a_mark_that_begins_the_journal_is_no_role() -> None:
    entry = "A. Lie et B. Vos. Org. Delta. Coll. 5, 373 (1973)."
    pieces = {"author": "A. Lie et B. Vos", "container": "Org. Delta. Coll"}
    assert [shown(name) for name in composed(entry, pieces).fields["author"]] == [
        "Lie|A.",
        "Vos|B.",
    ]


def test_unsure_fields_are_composed_all_the_same() -> None:
    entry = "A. Lie, Rivers, Delta"
    claims = quoted(entry)
    found = compose(claims, claims, None, {"title": [Tagged("title", 8, 14, 0.2)]})
    assert value(found, "title") == "Rivers"

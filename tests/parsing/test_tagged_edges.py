"""What stands at the edges of the tagger's fields: years, series, places, theses, given names."""

import pytest

from citecheck.parsing.relabelling import relabelled
from citecheck.parsing.tagger import Tagged
from tests.parsing.entry import read, shown, values

Pieces = list[tuple[str, str]]


def fields(entry: str, pieces: Pieces, confidence: float) -> list[Tagged]:
    """Fields with these labels at the *pieces* of *entry*, which stand there in this order."""
    found, at = [], 0
    for label, piece in pieces:
        at = entry.index(piece, at)
        found.append(Tagged(label, at, at + len(piece), confidence))
        at += len(piece)
    return found


CASES: list[tuple[str, Pieces, Pieces]] = [
    # a second year between container and pages
    ("A. Lie. Silt. Sea Notes, 2016:1–8, 2016.",
     [("container", "Sea Notes"), ("date", "2016"), ("pages", "1–8"), ("date", "2016")],
     [("container", "Sea Notes"), ("volume", "2016"), ("pages", "1–8"), ("date", "2016")]),
    ("A. Lie. Silt. Sea Notes, 2016, S. 1–8, 2016.",
     [("container", "Sea Notes"), ("date", "2016"), ("pages", "1–8"), ("date", "2016")],
     [("container", "Sea Notes"), ("date", "2016"), ("pages", "1–8"), ("date", "2016")]),
    ("A. Lie. Silt. Sea Notes, 2016, 1–8.",
     [("container", "Sea Notes"), ("date", "2016"), ("pages", "1–8")],
     [("container", "Sea Notes"), ("date", "2016"), ("pages", "1–8")]),
    # years of proceedings
    ("Lie (2019) Salt. 2019 Delta Symposium (DS). Salt Press",
     [("date", "2019"), ("title", "Salt"), ("volume", "2019"),
      ("container", "Delta Symposium (DS")],
     [("date", "2019"), ("title", "Salt"), ("container", "2019 Delta Symposium (DS")]),
    ("Lie (2019) Salt. In Findings: RIVAL 2019. Salt Press",
     [("date", "2019"), ("title", "Salt"), ("container", "Findings: RIVAL"), ("date", "2019")],
     [("date", "2019"), ("title", "Salt"), ("container", "Findings: RIVAL 2019")]),
    ("Lie. Salt. 2019 Delta Symposium, 12, 3.",
     [("title", "Salt"), ("date", "2019"), ("container", "Delta Symposium")],
     [("title", "Salt"), ("date", "2019"), ("container", "Delta Symposium")]),
    ("Lie. Salt 1812. Harbour Times 2019.",
     [("title", "Salt 1812"), ("container", "Harbour Times"), ("date", "2019")],
     [("title", "Salt 1812"), ("container", "Harbour Times"), ("date", "2019")]),
    # editors behind the title of what they edited
    ("A. Lie, “Salt,” in Fans and Deltas, M. Vos, Ed.",
     [("title", "Salt"), ("editor", "Fans and Deltas, M. Vos, Ed")],
     [("title", "Salt"), ("container", "Fans and Deltas"), ("editor", "M. Vos, Ed")]),
    ("Lie, B. Salt, in van der Berg, M., Vos, A. (eds.)",
     [("title", "Salt"), ("editor", "van der Berg, M., Vos, A.")],
     [("title", "Salt"), ("editor", "van der Berg, M., Vos, A.")]),
    ("Lie, B. Salt, in De Vries, M., Vos, A. (eds.)",
     [("title", "Salt"), ("editor", "De Vries, M., Vos, A.")],
     [("title", "Salt"), ("editor", "De Vries, M., Vos, A.")]),
    ("Lie, B. Salt. Fans and Deltas, M. Vos, Ed.",
     [("title", "Salt"), ("editor", "Fans and Deltas, M. Vos, Ed")],
     [("title", "Salt"), ("editor", "Fans and Deltas, M. Vos, Ed")]),
    # the title in a place
    ("Lie. 2003. Salt. Leeds: Fen Press.",
     [("author", "Lie"), ("date", "2003"), ("location", "Salt. Leeds"),
      ("publisher", "Fen Press")],
     [("author", "Lie"), ("date", "2003"), ("title", "Salt"), ("location", "Leeds"),
      ("publisher", "Fen Press")]),
    # a publisher behind a translator
    ("Lie. Salt. Translated by Mia Vos. Delta.",
     [("title", "Salt"), ("translator", "Translated by Mia Vos. Delta")],
     [("title", "Salt"), ("translator", "Translated by Mia Vos"), ("publisher", "Delta")]),
    ("Lie. Salt. Translated by Mia Vos. Jo Berg and Al Moe.",
     [("title", "Salt"), ("translator", "Translated by Mia Vos. Jo Berg and Al Moe")],
     [("title", "Salt"), ("translator", "Translated by Mia Vos. Jo Berg and Al Moe")]),
    # the number of a series
    ("Lie: Salt, Köln 2017 (Delta 4), S. 33.",
     [("container", "Salt"), ("date", "2017"), ("issue", "4"), ("pages", "33")],
     [("container", "Salt"), ("date", "2017"), ("series", "Delta 4"), ("pages", "33")]),
    ("Lie: Salt 12 (Heft 4), S. 33.",
     [("container", "Salt"), ("volume", "12"), ("issue", "4"), ("pages", "33")],
     [("container", "Salt"), ("volume", "12"), ("issue", "4"), ("pages", "33")]),
    # the full name behind an acronym
    ("SFN - Silt Fund of the North. 2017. Salt",
     [("author", "SFN"), ("author", "Silt Fund of the North"), ("title", "Salt")],
     [("author", "SFN - Silt Fund of the North"), ("title", "Salt")]),
    ("B. Lie. M. Vos. 2017. Salt",
     [("author", "B. Lie"), ("author", "M. Vos"), ("title", "Salt")],
     [("author", "B. Lie"), ("author", "M. Vos"), ("title", "Salt")]),
    # issues
    ("Lie. 2009. Salt. Sea Notes 16, 4: 309–317",
     [("container", "Sea Notes"), ("volume", "16"), ("pages", "309–317")],
     [("container", "Sea Notes"), ("volume", "16"), ("issue", "4"), ("pages", "309–317")]),
    # series
    ("Salt. In Deltas, Lecture Notes in Silt, Sand. Salt Press",
     [("container", "Deltas, Lecture Notes in Silt, Sand"), ("publisher", "Salt Press")],
     [("container", "Deltas"), ("series", "Lecture Notes in Silt, Sand"),
      ("publisher", "Salt Press")]),
    ("Salt. In: Deltas. (Silt of Our Rivers). Leeds",
     [("container", "Deltas. (Silt of Our Rivers"), ("location", "Leeds")],
     [("container", "Deltas"), ("series", "Silt of Our Rivers"), ("location", "Leeds")]),
    ("Salt. In: Deltas (Silt Our Rivers). Leeds",
     [("container", "Deltas (Silt Our Rivers")], [("container", "Deltas (Silt Our Rivers")]),
    ("Lie. Deltas. Studies in Silt. Leeds",
     [("title", "Deltas. Studies in Silt")], [("title", "Deltas. Studies in Silt")]),
    ("Lie. Deltas. Sonderheft der Flusskunde. Bonn",
     [("title", "Deltas. Sonderheft der Flusskunde")],
     [("title", "Deltas"), ("series", "Sonderheft der Flusskunde")]),
    # places and editors that are not known
    ("LIE, B. Salt. Sea Notes, [S. l.], v. 3",
     [("container", "Sea Notes, [S. l"), ("volume", "3")],
     [("container", "Sea Notes"), ("location", "S. l"), ("volume", "3")]),
    ("Lie, B.: Salt, in: o. Hg.: Deltas, Bonn 2001",
     [("container", "o. Hg.: Deltas"), ("location", "Bonn")],
     [("container", "Deltas"), ("location", "Bonn")]),
    # theses
    ("Lie, B.: Salt, Dissertation Universität Bonn 1991",
     [("publisher", "Dissertation Universität Bonn")],
     [("genre", "Dissertation"), ("publisher", "Universität Bonn")]),
    ("Lie, B.: Salt. Leeds, University of Leeds, PhD thesis",
     [("location", "Leeds, University of Leeds"), ("genre", "PhD thesis")],
     [("location", "Leeds"), ("publisher", "University of Leeds"), ("genre", "PhD thesis")]),
    ("Lie, B.: Salt. River Department, University of Leeds",
     [("publisher", "River Department, University of Leeds")],
     [("publisher", "River Department, University of Leeds")]),
    # given names
    ("Lie, Bo/Vos, Qirin: Salt, Bonn 1991",
     [("author", "Lie, Bo/Vos"), ("title", "Qirin: Salt")],
     [("author", "Lie, Bo/Vos, Qirin"), ("title", "Salt")]),
    ("Lie, Qirin: Salt, Bonn 1991",
     [("author", "Lie"), ("title", "Qirin: Salt")], [("author", "Lie"), ("title", "Qirin: Salt")]),
    ("UNESCO, Rivers: A Report. Paris",
     [("author", "UNESCO"), ("title", "Rivers: A Report")],
     [("author", "UNESCO"), ("title", "Rivers: A Report")]),
    # a title in another script behind an organisation
    ("Bureau of Tides. 北方河流年度报告. 2012. Tides. May 27, 2013.",
     [("author", "Bureau of Tides. 北方河流年度报告"), ("date", "2012")],
     [("author", "Bureau of Tides. "), ("title", "北方河流年度报告"), ("date", "2012")]),
    # names behind the first one, which is inverted
    ("Lie, Bo, Anna Berg, and Maria Vos. 2020. Rivers.",
     [("author", "Lie, Bo"), ("title", "Anna Berg, and Maria Vos"), ("date", "2020"),
      ("publisher", "Rivers")],
     [("author", "Lie, Bo, Anna Berg, and Maria Vos"), ("date", "2020"), ("title", "Rivers")]),
    ("Lie, Bo, Old Rivers, and New Lakes. 2020. Delta.",
     [("author", "Lie, Bo"), ("title", "Old Rivers, and New Lakes"), ("date", "2020"),
      ("publisher", "Delta")],
     [("author", "Lie, Bo"), ("title", "Old Rivers, and New Lakes"), ("date", "2020"),
      ("publisher", "Delta")]),
    # the place between title and publisher
    ("Lie, B. (2003). Silt. Oslo: Salt House.",
     [("title", "Silt. Oslo"), ("publisher", "Salt House")],
     [("title", "Silt"), ("location", "Oslo"), ("publisher", "Salt House")]),
    ("Lie, B. (2003). Silt. Rivers of sand: Salt House.",
     [("title", "Silt. Rivers of sand"), ("publisher", "Salt House")],
     [("title", "Silt. Rivers of sand"), ("publisher", "Salt House")]),
    # the mark of the host at the beginning of an edition
    ("Lie, B., Silt, dans Rivage, 16, 2000",
     [("title", "Silt"), ("edition", "dans Rivage"), ("volume", "16")],
     [("title", "Silt"), ("container", "dans Rivage"), ("volume", "16")]),
    ("Lie, B., Silt, in revised form, Oslo, 2000",
     [("title", "Silt"), ("edition", "in revised form"), ("location", "Oslo")],
     [("title", "Silt"), ("edition", "in revised form"), ("location", "Oslo")]),
    # the mark of the host behind a title without a full stop
    ("Lie, B. 2004. Salt under strain In: Deltas. Leeds",
     [("title", "Salt under strain In: Deltas")],
     [("title", "Salt under strain"), ("container", "Deltas")]),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "pieces", "expected"), CASES)
def test_edges(entry: str, pieces: Pieces, expected: Pieces) -> None:
    found = relabelled(entry, fields(entry, pieces, 0.95))
    assert [(field.label, entry[field.start : field.end]) for field in found] == expected


@pytest.mark.parametrize(
    ("title", "confidence", "expected"),
    [
        ("Salt of old, 1840–1910. Southport: Coastal Imprint", 0.85,
         ["Salt of old, 1840–1910", "Southport", "Coastal Imprint"]),
        ("Salt of old, 1840–1910. Southport: Coastal Imprint", 0.95, None),
        ("Salt of old. Rivers: A Study", 0.85, None),
        ("Salt of old: Southport. Coastal Imprint", 0.85, None),
    ],
)  # fmt: skip
def test_the_imprint_in_a_doubtful_title(
    title: str, confidence: float, expected: list[str] | None
) -> None:
    entry = f"Lie (2019) {title}. https://a.example"
    pieces = [("title", title), ("url", "https://a.example")]
    found = relabelled(entry, fields(entry, pieces, confidence))[:-1]
    assert [entry[field.start : field.end] for field in found] == (expected or [title])


HEADS: list[tuple[str, Pieces, Pieces]] = [
    ("Lie, Bola and Graeme P. Vos, “Rivers”, Salt, 2020.",
     [("author", "Lie"), ("title", "Bola and Graeme P. Vos")],
     [("author", "Lie, Bola and Graeme P. Vos")]),
    ("Lie, Graeme and Rosa Vos, “Rivers”, Salt, 2020.",
     [("author", "Lie"), ("title", "Graeme and Rosa Vos")],
     [("author", "Lie, Graeme and Rosa Vos")]),
    ("Lie, Graeme and Rosa Vos, Salt, 2020.",
     [("author", "Lie"), ("title", "Graeme and Rosa Vos"), ("publisher", "Salt")],
     [("author", "Lie"), ("title", "Graeme and Rosa Vos"), ("publisher", "Salt")]),
    ("SRB – Salt River Board of the North. River Yearbook, several editions.",
     [("author", "SRB – Salt"), ("title", "River Board of the North. River Yearbook")],
     [("author", "SRB – Salt River Board of the North"), ("title", "River Yearbook")]),
    ("Anna Lie, Rivers and memory (Leeds: Salt Press, 2018), 44–47.",
     [("title", "Anna Lie, Rivers and memory"), ("location", "Leeds")],
     [("author", "Anna Lie"), ("title", "Rivers and memory"), ("location", "Leeds")]),
    ("Silt and Sand, Rivers and memory (Leeds: Salt Press, 2018).",
     [("title", "Silt and Sand, Rivers and memory"), ("location", "Leeds")],
     [("title", "Silt and Sand, Rivers and memory"), ("location", "Leeds")]),
    ("riverboards. 2021a. National Salt and Silt Strategy.",
     [("title", "riverboards"), ("date", "2021a"),
      ("publisher", "National Salt and Silt Strategy")],
     [("author", "riverboards"), ("date", "2021a"), ("title", "National Salt and Silt Strategy")]),
    ("Rivers of old. 2021. Salt University Press of Leeds.",
     [("title", "Rivers of old"), ("date", "2021"),
      ("publisher", "Salt University Press of Leeds")],
     [("title", "Rivers of old"), ("date", "2021"),
      ("publisher", "Salt University Press of Leeds")]),
    ("Lie, Bo, “Salt”, interview in Guardian, 3 May 2023.",
     [("title", "Salt"), ("genre", "interview in Guardian"), ("date", "3 May 2023")],
     [("title", "Salt"), ("container", "interview in Guardian"), ("date", "3 May 2023")]),
    ("Lie, Bo. Salt. In: Fans, edited by Mia Vos.",
     [("title", "Salt"), ("editor", "Fans"), ("editor", "edited by Mia Vos")],
     [("title", "Salt"), ("container", "Fans"), ("editor", "edited by Mia Vos")]),
    ("Lie. Salt. Routledge: New York.",
     [("title", "Salt"), ("publisher", "Routledge: New York")],
     [("title", "Salt"), ("publisher", "Routledge"), ("location", "New York")]),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "pieces", "expected"), HEADS)
def test_doubtful_fields(entry: str, pieces: Pieces, expected: Pieces) -> None:
    found = relabelled(entry, fields(entry, pieces, 0.8))
    assert [(field.label, entry[field.start : field.end]) for field in found] == expected


def test_the_newspaper_in_a_doubtful_title() -> None:
    entry = "Lie. Ferry lost. Sea Post, 14 March 2021."
    pieces = [("title", "Ferry lost. Sea Post"), ("date", "14 March 2021")]
    found = relabelled(entry, fields(entry, pieces, 0.8))
    assert [(field.label, entry[field.start : field.end]) for field in found] == [
        ("title", "Ferry lost"), ("container", "Sea Post"), ("date", "14 March 2021"),
    ]  # fmt: skip


def test_given_name_with_which_an_unsure_title_begins() -> None:
    entry = "Lie, Qirin: Salt, Bonn 1991"
    found = relabelled(entry, fields(entry, [("author", "Lie"), ("title", "Qirin: Salt")], 0.5))
    assert [entry[field.start : field.end] for field in found] == ["Lie, Qirin", "Salt"]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (
            "Brandt, Max: Ebbe und Gesellschaft, Tübingen 51980.",
            {"issued": "1980", "edition": "5", "publisher_place": "Tübingen"},
        ),
        (
            "Lie, Bo. 2025. Salt Cells and Rivers. In: Salt Cells. Berlin, Heidelberg: Delta "
            "Berlin Heidelberg.",
            {"container_title": "Salt Cells", "publisher_place": "Berlin, Heidelberg"},
        ),
        (
            "Lie, B. and Vos, M. (1996), “Salt and Silt”, in Orr, L.J., Eng, T. and Lie, B. "
            "(Eds.), Studies in Rivers, Delta University Press, Cambridge, pp. 134–165.",
            {"publisher": "Delta University Press", "publisher_place": "Cambridge"},
        ),
    ],
)
def test_values(entry: str, expected: dict[str, str]) -> None:
    found = values(read(entry))
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("entry", "names", "expected"),
    [
        ("Norrland Sadama Nimeregister. 2024.", "Norrland Sadama", ["title"]),
        ("Anna Norrland Nimeregister. 2024.", "Anna Norrland", ["author", "title"]),
        ("Norrland B Nimeregister. 2024.", "Norrland B", ["author", "title"]),
        ("Norrland. Nimeregister. 2024.", "Norrland", ["author", "title"]),
    ],
)
def test_names_and_an_unsure_title_without_a_mark(
    entry: str, names: str, expected: list[str]
) -> None:
    found = fields(entry, [("author", names), ("title", "Nimeregister")], 0.5)
    assert [field.label for field in relabelled(entry, found)] == expected


def test_a_bare_number_before_initials_is_a_label() -> None:
    reference = read("13 P.A. Lie, “Salt and silt,” in Rivers, (Delta, Bonn, 1994), pp. 21–46.")
    assert reference.key == "13"
    assert [shown(name) for name in reference.author] == ["Lie|P.A."]

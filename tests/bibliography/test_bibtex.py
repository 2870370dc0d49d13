"""BibTeX and biblatex files: blocks, names, types, dates, inheritance, and what goes wrong."""

from typing import Any

import pytest
from bibtexparser.entrypoint import parse_string

from citecheck.bibliography import parse
from citecheck.bibliography.bibtex import entries
from citecheck.model import Reference
from citecheck.model.csl import to_csl

FILE = r"""
Text outside entries is a comment, also me@harbour.example and 100 %.
@comment{ @article{no, title = {No} } }
@preamble{"\newcommand{\x}{y}"}
@STRING{jot = "Journal of " # tides}
@string(press = {Harbour Press})

@Article{marlow2011,
  author  = "Marlow, Iris and {van der Berg}, Jan and others",
  title   = {The {Great} Tide in \'Evora: 50\% more},
  journal = jot, year = 2011, month = 5 # "~" # jul,
  volume  = 3, number = {2}, pages = {1--9},
  doi     = {https://doi.org/10.1000/a\_b},
  % abstract = {commented out},
}
  @book(sand, title = {Sand}  publisher = press, date = {2001-05/2002~}, location = {Oslo},
    author = {{World Health Organization} and Okafor, Jr., Ada and Ludwig van Beethoven})
"""


def items(text: str, name: str = "refs.bib") -> list[dict[str, Any]]:
    """The entries of *text* as CSL items."""
    return [to_csl(reference) for reference in parse(text, name).references]


def only(fields: str, kind: str = "article") -> dict[str, Any]:
    """The one entry with *fields*, without id and type."""
    item = items(f"@{kind}{{k, {fields}}}")[0]
    return {name: value for name, value in item.items() if name not in ("id", "type")}


def test_a_file() -> None:
    article, book = items(FILE)
    assert article == {
        "id": "r1",
        "type": "article-journal",
        "author": [
            {"family": "Marlow", "given": "Iris"},
            {"family": "van der Berg", "given": "Jan"},
        ],
        "title": "The Great Tide in Évora: 50% more",
        "container-title": "Journal of tides",
        "volume": "3",
        "issue": "2",
        "page": "1–9",
        "DOI": "10.1000/a_b",
        "issued": {"date-parts": [[2011, 7, 5]]},
        "custom": {"others": True},
    }
    assert book == {
        "id": "r2",
        "type": "book",
        "author": [
            {"literal": "World Health Organization"},
            {"family": "Okafor", "given": "Ada", "suffix": "Jr."},
            {"family": "Beethoven", "given": "Ludwig", "non-dropping-particle": "van"},
        ],
        "title": "Sand",
        "publisher": "Harbour Press",
        "publisher-place": "Oslo",
        "issued": {"date-parts": [[2001, 5], [2002]]},
    }


def test_places() -> None:
    article, book = parse(FILE, "refs.bib").references
    assert (article.key, book.key, article.source) == ("marlow2011", "sand", "refs.bib")
    assert (article.id, book.id) == ("r1", "r2")
    assert FILE[article.span.start : article.span.end] == article.raw
    assert article.raw.startswith("@Article{marlow2011,")
    assert book.raw.endswith("Beethoven})")
    assert written(article, "title") == r"The {Great} Tide in \'Evora: 50\% more"
    assert written(article, "volume") == "3"
    assert article.container_title
    assert article.container_title.span is None, "a macro's text stands elsewhere"
    assert [name.span.of(FILE) for name in article.author if name.span] == [
        "Marlow, Iris",
        "{van der Berg}, Jan",
    ]
    assert article.issued
    assert article.issued.span
    assert article.issued.span.of(FILE) == "2011"


def written(reference: Reference, field: str) -> str:
    """What stands in the file where *field* was read."""
    span = getattr(reference, field).span
    return FILE[span.start : span.end]


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Marlow", [{"family": "Marlow"}]),
        ("Iris Marlow", [{"family": "Marlow", "given": "Iris"}]),
        ("Marlow, Iris AND Okafor, Ada", [{"family": "Marlow", "given": "Iris"},
                                          {"family": "Okafor", "given": "Ada"}]),
        ("Marlow, Iris\n\tand\n  {Salt and Sons}", [{"family": "Marlow", "given": "Iris"},
                                                  {"literal": "Salt and Sons"}]),
        ("{\\'E}mile Zola", [{"family": "Zola", "given": "Émile"}]),
        ("{\\'E}luard", [{"family": "Éluard"}]),
        ("de la Cruz, Ana", [{"family": "Cruz", "given": "Ana", "non-dropping-particle": "de la"}]),
        ("Ana de la Cruz", [{"family": "Cruz", "given": "Ana", "non-dropping-particle": "de la"}]),
        ("{de la Cruz}, Ana", [{"family": "de la Cruz", "given": "Ana"}]),
        ("van Beek", [{"family": "Beek", "non-dropping-particle": "van"}]),
        ("M{\\\"u}ller, J.-P.", [{"family": "Müller", "given": "J.-P."}]),
        ("{Barnes {and} Noble}", [{"literal": "Barnes and Noble"}]),
        ("family=Berg, given=Jan, prefix=van den, useprefix=true",
         [{"family": "Berg", "given": "Jan", "non-dropping-particle": "van den"}]),
        ("Müller, Jörg", [{"family": "Müller", "given": "Jörg"}]),
        (" and ", None),
        ("others", None),
    ],
)  # fmt: skip
def test_names(author: str, names: list[dict[str, str]] | None) -> None:
    assert only(f"author = {{{author}}}").get("author") == names


@pytest.mark.parametrize(
    ("fields", "issued"),
    [
        ("date = {2021-03-05}", {"date-parts": [[2021, 3, 5]]}),
        ("date = {2021-21}", {"date-parts": [[2021]], "season": 1}),
        ("date = {1950~}", {"date-parts": [[1950]], "circa": True}),
        ("year = {2001--2003}", {"date-parts": [[2001], [2003]]}),
        ("year = {1998/99}", {"date-parts": [[1998], [1999]]}),
        ("year = {2024a}", {"date-parts": [[2024]]}),
        ("year = {in press}", {"literal": "in press"}),
        ("year = 2020, month = {Dezember}", {"date-parts": [[2020, 12]]}),
        ("year = 2020, month = 3", {"date-parts": [[2020, 3]]}),
        ("year = 2020, month = {13}", {"date-parts": [[2020]]}),
        ("year = {2020}, month = \"5~\" # mar", {"date-parts": [[2020, 3, 5]]}),
        ("pubstate = {forthcoming}", {"literal": "forthcoming"}),
        ("year = {}", None),
    ],
)  # fmt: skip
def test_dates(fields: str, issued: dict[str, Any] | None) -> None:
    assert only(fields).get("issued") == issued


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (r"url = {https://a.example/50\%_x\_y?a=b%20c&d=~e}",
         {"URL": "https://a.example/50%_x_y?a=b%20c&d=~e"}),
        (r"howpublished = {\url{https://a.example/x}}", {"URL": "https://a.example/x"}),
        (r"url = {\url{https://a.example/{\textasciitilde}x}}", {"URL": "https://a.example/~x"}),
        ("howpublished = {Leaflet}", {"medium": "Leaflet"}),
        ("doi = {doi:10.1000/x}", {"DOI": "10.1000/x"}),
        ("eprint = {2001.00001}, archiveprefix = {arXiv}",
         {"archive": "arXiv", "archive_location": "2001.00001"}),
        ("title = {Salt?}, subtitle = {A life}", {"title": "Salt? A life"}),
        ("title = {Salt}, subtitle = {A life}", {"title": "Salt: A life"}),
        ("urldate = {2021-03-04}", {"accessed": {"date-parts": [[2021, 3, 4]]}}),
        ("number = {5}, issue = {Spring}", {"number": "5", "issue": "Spring"}),
    ],
)  # fmt: skip
def test_fields(fields: str, expected: dict[str, Any]) -> None:
    assert only(fields) == expected


@pytest.mark.parametrize(
    ("kind", "csl"),
    [
        ("online", "webpage"), ("ONLINE", "webpage"), ("phdthesis", "thesis"), ("thesis", "thesis"),
        ("inproceedings", "paper-conference"), ("inbook", "chapter"), ("mvbook", "book"),
        ("report", "report"), ("dataset", "dataset"), ("software", "software"),
        ("patent", "patent"), ("jurisdiction", "legal_case"), ("unheardof", "document"),
    ],
)  # fmt: skip
def test_types(kind: str, csl: str) -> None:
    assert items(f"@{kind}{{k, title = {{T}}}}")[0]["type"] == csl


def test_inheritance() -> None:
    part, whole = items(
        "@inbook{a, crossref = {b}, title = {Part}, author = {Okafor, Ada}}"
        "@book{b, title = {Whole}, author = {Marlow, Iris}, xdata = {press}, year = 2001}"
        "@xdata{press, publisher = {Harbour Press}, location = {Oslo}}"
    )
    assert part["container-title"] == "Whole"
    assert part["container-author"] == [{"family": "Marlow", "given": "Iris"}]
    assert (part["publisher"], part["issued"]) == ("Harbour Press", {"date-parts": [[2001]]})
    assert whole["publisher-place"] == "Oslo"


def test_inheritance_in_a_circle() -> None:
    assert len(items("@book{a, crossref = {b}}@book{b, crossref = {a}, title = {T}}")) == 2


@pytest.mark.parametrize(
    ("text", "keys", "note"),
    [
        ("@book{a, title = {Open\n@book{b, title = {B}}", ["a", "b"],
         "refs.bib:1: “a” is not read to its end: a brace is never closed"),
        ("@book{a, title = {A}, ??? }\n@book{b, title = {B}}", ["a", "b"],
         "refs.bib:1: “a” is not read to its end: '?' stands where a field should"),
        ('@book{a, year = 2001, title = "Open\n\n@book{b, title = {B}}', ["a", "b"],
         "refs.bib:1: “a” is not read to its end: a quotation mark is never closed"),
        ("@book{a,\n title = {A},\n", ["a"],
         "refs.bib:3: “a” is not read to its end: it is never closed"),
        ("@book{, title = {A}}", [""], None),
        ("@book{title = {A}}", [""], None),
        ("@book{a}", ["a"], None),
        ("@book{ä:1/2+x, title = {A}}", ["ä:1/2+x"], None),
        ("@", [], None),
        ("@book", [], None),
    ],
)  # fmt: skip
def test_damage(text: str, keys: list[str], note: str | None) -> None:
    read = parse(text, "refs.bib")
    assert [reference.key for reference in read.references] == keys
    assert read.notes == ((note,) if note else ())


def test_what_is_read_of_a_damaged_entry() -> None:
    entry = parse("@book{a, year = 2001, title = {Open\n\n@book{b,}", "refs.bib").references[0]
    assert entry.issued
    assert entry.issued.year == 2001
    assert [span.of("@book{a, year = 2001, title = {Open\n\n") for span in entry.leftovers] == [
        "Open"
    ]


def test_macros_cannot_fill_the_memory() -> None:
    doubling = "".join(f"@string{{a{n + 1} = a{n} # a{n}}}\n" for n in range(64))
    text = f'@string{{a0 = "salt "}}\n{doubling}@book{{k, title = a64}}'
    assert len(items(text)[0]["title"]) < 100_000


def test_agrees_with_bibtexparser() -> None:
    library = parse_string(FILE.replace("  % abstract = {commented out},\n", "")
                                    .replace("{Sand}  publisher", "{Sand}, publisher")
                                    .replace("@book(", "@book{").replace("Beethoven})",
                                                                         "Beethoven}}")
                                    .replace("@string(press = {Harbour Press})",
                                             "@string{press = {Harbour Press}}"))  # fmt: skip
    theirs = {entry.key: {f.key for f in entry.fields} for entry in library.entries}
    ours = {entry.key: set(entry.fields) for entry in entries(FILE)}
    assert ours == theirs

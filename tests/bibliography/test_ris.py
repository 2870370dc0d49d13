"""RIS files."""

import pytest

from citecheck.bibliography import parse
from citecheck.model.csl import to_csl

FILE = """\
TY  - JOUR
ID  - marlow2011
AU  - Marlow, Iris
AU  - King, Martin, Jr.
AU  - Harbour Trust
TI  - The great tide
  of Evora
T2  - Journal of Tides
PY  - 2011
DA  - 2011/03/05/
VL  - 3
IS  - 2
SP  - 1
EP  - 9
SN  - 1234-5678
DO  - https://doi.org/10.1000/x
UR  - https://a.example/x
Y2  - 2021/02/03
ER  - \r
\r
TY  - BOOK\r
A1  - Okafor, Ada\r
T1  - Salt\r
PB  - Harbour Press\r
CY  - Oslo\r
Y1  - 2001///Spring\r
SN  - 978-3-16-148410-0\r
ER  - \r
"""


def test_a_file() -> None:
    read = parse(FILE, "refs.ris")
    article, book = read.references
    assert to_csl(article) == {
        "id": "r1",
        "type": "article-journal",
        "author": [
            {"family": "Marlow", "given": "Iris"},
            {"family": "King", "given": "Martin", "suffix": "Jr."},
            {"literal": "Harbour Trust"},
        ],
        "title": "The great tide of Evora",
        "container-title": "Journal of Tides",
        "volume": "3",
        "issue": "2",
        "page": "1–9",
        "DOI": "10.1000/x",
        "ISSN": "1234-5678",
        "URL": "https://a.example/x",
        "issued": {"date-parts": [[2011, 3, 5]]},
        "accessed": {"date-parts": [[2021, 2, 3]]},
    }
    assert (article.key, article.raw[:10], read.notes) == ("marlow2011", "TY  - JOUR", ())
    assert to_csl(book) == {
        "id": "r2",
        "type": "book",
        "author": [{"family": "Okafor", "given": "Ada"}],
        "title": "Salt",
        "publisher": "Harbour Press",
        "publisher-place": "Oslo",
        "ISBN": "978-3-16-148410-0",
        "issued": {"date-parts": [[2001]], "season": 1},
    }
    assert book.title
    assert book.title.span
    assert book.title.span.of(FILE) == "Salt"


@pytest.mark.parametrize(
    ("text", "titles", "note"),
    [
        ("TY  - BOOK\nTI  - A\nTY  - BOOK\nTI  - B\nER  -", ["A", "B"],
         "refs.ris:1: an entry is not ended by ER"),
        ("TY  - BOOK\nTI  - A", ["A"], "refs.ris:1: the last entry is not ended by ER"),
        ("TI  - A\nER  - \nnothing", [], None),
        ("TY  -\nTI  - A\nER  -\n", ["A"], None),
    ],
)  # fmt: skip
def test_damage(text: str, titles: list[str], note: str | None) -> None:
    read = parse(text, "refs.ris")
    assert [reference.title.value for reference in read.references if reference.title] == titles
    assert read.notes == ((note,) if note else ())

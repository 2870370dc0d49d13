"""What is exported reads back as it was."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citecheck import export
from citecheck.bibliography import parse
from citecheck.bibliography.csl import from_csl
from citecheck.model.csl import to_csl

ITEMS: dict[str, dict[str, Any]] = {
    "book": {
        "id": "r1",
        "type": "book",
        "author": [
            {"family": "Berg", "given": "Jan", "non-dropping-particle": "van den"},
            {"family": "King", "given": "Martin", "suffix": "Jr."},
            {"literal": "Salt and Sand: 100%"},
        ],
        "editor": [{"family": "Roe", "given": "J."}],
        "title": "100% of A & B: the #1_guide",
        "publisher": "Press",
        "publisher-place": "Leiden",
        "issued": {"date-parts": [[2001], [2003]]},
        "year-suffix": "a",
        "accessed": {"date-parts": [[2024, 2, 5]]},
        "original-date": {"date-parts": [[1950]], "circa": True},
        "DOI": "10.1000/a_b%20c",
        "URL": "https://example.org/a_(b)?c=%20&d=~e#f",
        "ISBN": "978-3-16-148410-0",
    },
    "article": {
        "id": "r1",
        "type": "article-journal",
        "author": [{"family": "Deen", "given": "Bram"}],
        "title": "The ever new",
        "container-title": "Journal",
        "volume": "12",
        "issue": "3",
        "page": "12–15",
        "issued": {"date-parts": [[2021]], "season": 1},
        "custom": {"others": True},
    },
    "web page": {
        "id": "r1",
        "type": "webpage",
        "title": "Salt",
        "container-title": "The Site",
        "publisher": "The Society",
        "issued": {"literal": "forthcoming"},
        "archive": "arXiv",
        "archive_location": "2001.00001",
    },
    "report": {"id": "r1", "type": "report", "title": "T", "publisher": "P", "number": "5"},
    "chapter": {
        "id": "r1",
        "type": "chapter",
        "title": "Part",
        "container-title": "Whole",
        "container-author": [{"family": "Roe", "given": "J."}],
        "collection-title": "Series",
    },
}
EXTENSIONS = {"bibtex": "refs.bib", "csl-json": "refs.json"}


@pytest.mark.parametrize("form", EXTENSIONS)
@pytest.mark.parametrize("item", ITEMS.values(), ids=ITEMS)
def test_there_and_back(form: str, item: dict[str, Any]) -> None:
    written = export.render([from_csl(item)], form)
    (read,) = parse(written, EXTENSIONS[form]).references
    assert to_csl(read) == item


@settings(max_examples=60, deadline=None)
@given(
    title=st.text(st.characters(categories=["L", "N", "P", "Zs"]), min_size=1, max_size=40),
    family=st.text(st.characters(categories=["Lu"], codec="latin-1"), min_size=2, max_size=9),
)
def test_any_title_there_and_back(title: str, family: str) -> None:
    title = " ".join(title.replace("{", "").replace("}", "").split()) or "T"
    if any(pair in title for pair in ("--", "``", "''", "`")):
        title = "T"
    item = {"id": "r1", "type": "book", "author": [{"family": family, "given": "A."}],
            "title": title}  # fmt: skip
    for form, name in EXTENSIONS.items():
        (read,) = parse(export.render([from_csl(item)], form), name).references
        assert to_csl(read) == item

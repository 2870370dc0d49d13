"""Typst's own lists: YAML mappings of entries with parents."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import citecheck
from citecheck.bibliography import parse
from citecheck.bibliography.hayagriva import parse_yaml
from citecheck.model import Reference

LIST = """\
tide:
  type: Article
  title: The {Great} Tide in Évora
  author: ["Marlow, Iris", "van der Berg, Jan, Jr.", Harbour Trust]
  date: 2011-03
  page-range: 12-19
  serial-number:
    doi: "10.5555/tide"
  parent:
    type: Periodical
    title: Coastal Quarterly
    volume: 12
    issue: 3
salt:
  type: Chapter
  title: {value: Salt Roads, short: Salt}
  author: {name: Reed, given-name: Ada, prefix: von}
  parent:
    - type: Anthology
      title: Roads
      editor: Ash, Bo
      date: 1999
      publisher: {name: Quay Press, location: Leeds}
page:
  type: Web
  title: Tide tables
  url: {value: https://tides.example.org/a, date: 2020-11-12}
talk: {type: article, title: Talk, author: "Elm, Eve", date: 2004, parent: {type: Conference, title: Ports 4}}
"""  # noqa: E501


def entries() -> dict[str, Reference]:
    read = parse(LIST, "refs.yml")
    assert read.notes == ()
    return {reference.key: reference for reference in read.references}


@pytest.mark.parametrize(
    ("key", "field", "expected"),
    [
        ("tide", "title", "The Great Tide in Évora"),
        ("tide", "container_title", "Coastal Quarterly"),
        ("tide", "volume", "12"),
        ("tide", "issue", "3"),
        ("tide", "page", "12-19"),
        ("tide", "doi", "10.5555/tide"),
        ("salt", "title", "Salt Roads"),
        ("salt", "container_title", "Roads"),
        ("salt", "publisher", "Quay Press"),
        ("salt", "publisher_place", "Leeds"),
        ("page", "url", "https://tides.example.org/a"),
        ("talk", "container_title", "Ports 4"),
    ],
)
def test_values(key: str, field: str, expected: str) -> None:
    value = getattr(entries()[key], field)
    assert value.value == expected
    assert value.span.of(LIST).replace("{", "").replace("}", "") == expected


def test_kinds_names_and_dates() -> None:
    found = entries()
    assert [r.type for r in found.values()] == [
        "article-journal",
        "chapter",
        "webpage",
        "paper-conference",
    ]
    assert [(n.sort_name, n.given, n.suffix) for n in found["tide"].author] == [
        ("Marlow", "Iris", ""),
        ("van der Berg", "Jan", "Jr."),
        ("Harbour Trust", "", ""),
    ]
    assert [n.sort_name for n in found["salt"].author] == ["von Reed"]
    assert [n.family for n in found["salt"].editor] == ["Ash"]
    issued, accessed = found["tide"].issued, found["page"].accessed
    assert issued
    assert (issued.parts, accessed.parts if accessed else []) == ([2011, 3], [2020, 11, 12])
    parent = found["salt"].issued
    assert parent
    assert parent.year == 1999


def test_what_is_no_entry_is_noted() -> None:
    read = parse("tide: {type: Book, title: Tide}\nversion: 3\nsalt: {title: Salt}\n", "refs.yaml")
    assert [reference.key for reference in read.references] == ["tide", "salt"]
    assert read.notes == ("refs.yaml:2: “version” is no entry",)


def test_a_typst_draft_with_such_a_list(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("typst")
    (folder / "refs.yml").write_text(LIST, encoding="utf-8")
    draft = "Tides rise @tide and salt is old @salt; @nemo says no.\n"
    for more, expected in (("", 3), ('#include "other.typ"\n', 2)):
        text = f'{draft}{more}\n#bibliography("refs.yml")\n'
        (folder / "draft.typ").write_text(text, encoding="utf-8")
        report = citecheck.check(folder / "draft.typ")
        found = ["matched", "matched", "unmatched"][:expected]
        assert [match.status for match in report.matches] == found


@given(st.text(alphabet="ab:{}[]-, \n'\"&*|>", max_size=80))
def test_any_yaml_is_read(text: str) -> None:
    assert parse_yaml(f"a: {{title: x}}\n{text}").notes is not None

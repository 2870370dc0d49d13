"""CSL-JSON and CSL-YAML files, with places, damage and Pandoc's forms."""

import json
from typing import Any

import pytest

from citecheck.bibliography import parse
from citecheck.model.csl import to_csl

ITEMS: list[dict[str, Any]] = [
    {
        "id": "marlow2011",
        "type": "article-journal",
        "author": [{"family": "Marlow", "given": "Iris"}, {"literal": "Harbour \"Trust\""}],
        "title": "The Great Tide in Évora \U0001f30a",
        "issued": {"date-parts": [[2011, 3]]},
        "volume": 3,
    },
    {"id": "salt", "title": "Salt", "issued": {"raw": "2001"}},
]  # fmt: skip
YAML = """\
# a list
references:
- id: marlow2011
  type: book
  author:
  - family: Marlow
    given: Iris
  - literal: "Harbour Trust"
  title: 'The Great Tide: no'
  issued: 2011-03
- {id: salt, title: Salt, issued: [{year: 2001}], circa: false}
"""


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("ascii_only", [True, False])
def test_json(indent: int | None, ascii_only: bool) -> None:
    text = json.dumps(ITEMS, indent=indent, ensure_ascii=ascii_only)
    read = parse(text, "refs.json")
    first, second = read.references
    assert (first.key, second.key, read.notes) == ("marlow2011", "salt", ())
    assert to_csl(first)["author"] == ITEMS[0]["author"]
    assert first.title
    assert first.title.value == ITEMS[0]["title"]
    assert first.title.span
    assert json.loads(f'"{first.title.span.of(text)}"') == ITEMS[0]["title"]
    assert first.volume
    assert first.volume.span
    assert first.volume.span.of(text) == "3"
    assert json.loads(second.raw) == ITEMS[1]
    assert second.issued
    assert second.issued.year == 2001


@pytest.mark.parametrize("wrapped", [{"items": ITEMS}, {"references": ITEMS}])
def test_json_in_an_object(wrapped: dict[str, Any]) -> None:
    assert len(parse(json.dumps(wrapped), "refs.json").references) == 2


@pytest.mark.parametrize(
    ("text", "keys", "note"),
    [
        ('[{"id": "a"},\n {"id": "b", "tit', ["a"],
         "refs.json:2: a string is never closed or ill-formed"),
        ('[{"id": "a"}\n', ["a"], "refs.json:2: the list is never closed"),
        ('[{"id": "a"},\n 5, {"id": "b"}]', ["a", "b"], "refs.json:2: an item is no object"),
        ('[{"id": "a", "title": ["x"]}, {"id": "b"}]', ["b"],
         "refs.json:1: CSL-JSON item 'a': ['x'] is neither text nor a number"),
        ("[" * 10_000, [], "refs.json:1: nested too deeply"),
        ("salt", [], "refs.json:1: no value stands here"),
        ("5", [], "refs.json:1: neither a list nor an object"),
        ("[]", [], None),
        ("{}", [""], None),
        ('[{"id": null}]', ["None"], None),
    ],
)  # fmt: skip
def test_damaged_json(text: str, keys: list[str], note: str | None) -> None:
    read = parse(text, "refs.json")
    assert [reference.key for reference in read.references] == keys
    assert read.notes == ((note,) if note else ())
    assert read.is_complete == (note is None)


def test_yaml() -> None:
    first, second = parse(YAML, "refs.yaml").references
    assert to_csl(first) == {
        "id": "r1",
        "type": "book",
        "author": [{"family": "Marlow", "given": "Iris"}, {"literal": "Harbour Trust"}],
        "title": "The Great Tide: no",
        "issued": {"date-parts": [[2011, 3]]},
    }
    assert first.title
    assert first.title.span
    assert first.title.span.of(YAML) == "The Great Tide: no"
    assert (first.key, second.key) == ("marlow2011", "salt")
    assert second.issued
    assert (second.issued.year, second.issued.circa) == (2001, False)


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("a: b: c", "mapping values are not allowed in this context"),
        ("[" * 5_000, "nested too deeply"),
        ("- " * 200_000, "nested too deeply"),
        ("salt", "neither a list nor a mapping with references"),
        ("references: 5", "neither a list nor a mapping with references"),
    ],
)
def test_damaged_yaml(text: str, note: str) -> None:
    read = parse(text, "refs.yml")
    assert read.references == ()
    assert read.notes == (f"refs.yml:1: {note}",)


def test_aliases_cannot_multiply() -> None:
    lines = ["l0: &l0 {family: Salt}"]
    lines += [f"l{n + 1}: &l{n + 1} [{', '.join([f'*l{n}'] * 9)}]" for n in range(12)]
    lines.append("references: [{id: a, author: *l12}, {id: b, title: B}]")
    read = parse("\n".join(lines), "refs.yaml")
    assert read.references == ()
    assert "aliases multiply the content" in read.notes[0]

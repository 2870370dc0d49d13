"""Every style against what its manual says: expected strings with the rule that they follow."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from citecheck import styles
from citecheck.bibliography.csl import from_csl
from citecheck.model import Reference
from citecheck.styles.markup import Rich
from tests.styles.works import WORKS

FOLDER = Path(__file__).parent
TABLES: dict[str, list[dict[str, str]]] = {
    name: tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))["case"]
    for name in styles.STYLES
}
CASES = [
    pytest.param(name, case, id=f"{name}: {case['work']}")
    for name, cases in TABLES.items()
    for case in cases
]


def marked(rich: Rich) -> str:
    """Typed runs as text with underscores around italics."""
    return "".join(f"_{run.text}_" if run.italic else run.text for run in rich)


def work(name: str) -> Reference:
    return from_csl({"id": "x", **WORKS[name]})


@pytest.mark.parametrize(("name", "case"), CASES)
def test_entry(name: str, case: dict[str, Any]) -> None:
    (entry,) = styles.render([work(case["work"])], name)
    number = styles.load(name).numbering.format(1)
    assert marked(entry) == number + case["entry"], case["rule"]


@pytest.mark.parametrize(("name", "case"), CASES)
def test_citation(name: str, case: dict[str, Any]) -> None:
    reference = work(case["work"])
    found = styles.cite(reference, name, locator="p. 4", number=3)
    narrative = styles.cite(reference, name, narrative=True, number=3)
    assert (marked(found), marked(narrative)) == (case["cited"], case["narrative"])


@pytest.mark.parametrize("name", styles.STYLES)
def test_every_work_has_a_case(name: str) -> None:
    assert [case["work"] for case in TABLES[name]] == list(WORKS)

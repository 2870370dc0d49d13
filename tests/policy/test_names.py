"""Names that the settings settle: aliases, accepted spellings, entries that nobody cites."""

import datetime

import pytest

from citecheck.config import Settings
from citecheck.model import MatchStatus, Report, Severity
from citecheck.pipeline import check_document
from citecheck.readers import read_text

DRAFT = (
    "Visas were agreed (EMBASSY.EX, 2024). Tides turn (Morlow, 2011), as Marlow (2011) says.\n"
    "\nReferences\n"
    "Marlow, J. (2011). Tides and shores. Bristol: Harbour Press.\n"
    "Permanent Mission of the Island Republic. (2024). Visas for sailors. London: The Mission.\n"
    "Zeller, Q. (2020). Charts never cited. Bonn: Weg.\n"
)


def check(text: str = DRAFT, **chosen: object) -> Report:
    """The report on *text*."""
    document = read_text(text, name=None)
    today = datetime.date(2026, 6, 1)
    return check_document(document, Settings(today=today, **chosen))  # type: ignore[arg-type]


def codes(report: Report) -> list[str]:
    """The codes found."""
    return [finding.code for finding in report.findings]


def test_without_any_choice() -> None:
    assert codes(check()) == ["CIT101", "NAM201", "CIT102", "CIT102"]


@pytest.mark.parametrize(
    "aliases",
    [
        {"EMBASSY.EX": "Permanent Mission of the Island Republic"},
        {"Permanent Mission of the Island Republic": "embassy.ex"},
    ],
)
def test_aliases(aliases: dict[str, str]) -> None:
    report = check(aliases=aliases)
    assert codes(report) == ["NAM201", "CIT102"]
    assert report.matches[0].status == MatchStatus.MATCHED
    assert report.citations[0].names[0].family == "EMBASSY.EX", "what is written stays"
    assert [name.sort_name for name in report.references[1].author] == [
        "Permanent Mission of the Island Republic"
    ]


def test_an_alias_does_not_hide_a_wrong_year() -> None:
    aliases = {"EMBASSY.EX": "Permanent Mission of the Island Republic"}
    report = check(DRAFT.replace("EX, 2024", "EX, 2023"), aliases=aliases)
    assert "DAT301" in codes(report)


def test_an_alias_leaves_what_fits_as_it_is() -> None:
    text = DRAFT.replace("EMBASSY.EX", "Zeller").replace("2024)", "2020)", 1)
    report = check(text, aliases={"Zeller": "Marlow"})
    assert report.matches[0].reference_ids == ("r3",)


@pytest.mark.parametrize(
    ("accepted", "left"),
    [(("Morlow",), 0), (("MORLOW",), 0), (("Marlow",), 1), (("Morl",), 1)],
)
def test_accepted_names(accepted: tuple[str, ...], left: int) -> None:
    assert codes(check(accept_names=accepted)).count("NAM201") == left


def test_accepted_names_that_a_sentence_mentions() -> None:
    text = DRAFT.replace("Visas", "Here Zeller is named without one. Visas", 1)
    chosen = {"select": ("CIT107",)}
    assert len(check(text, **chosen).findings) == 1
    assert check(text, accept_names=("Zeller",), **chosen).findings == ()


@pytest.mark.parametrize(
    ("patterns", "left"),
    [
        (("Zeller 2020",), 1),
        (("charts NEVER cited",), 1),
        (("Zeller 2021",), 2),
        (("",), 2),
        (("Zeller", "Permanent Mission"), 0),
    ],
)
def test_entries_listed_on_purpose(patterns: tuple[str, ...], left: int) -> None:
    assert codes(check(not_cited=patterns)).count("CIT102") == left


@pytest.mark.parametrize(
    ("severity", "expected"),
    [
        ({"misspelt-author": "info"}, Severity.INFO),
        ({"NAM": "warning"}, Severity.WARNING),
        ({"NAM": "warning", "NAM201": "info"}, Severity.INFO),
        ({"NAM201": "info", "NAM": "warning"}, Severity.INFO),
        ({"CIT": "info"}, Severity.ERROR),
    ],
)
def test_severities(severity: dict[str, str], expected: Severity) -> None:
    found = {finding.code: finding.severity for finding in check(severity=severity).findings}
    assert found["NAM201"] == expected

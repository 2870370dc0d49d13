"""The public functions: what counts as a file, and what is promised."""

import datetime
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import citecheck

DRAFT = (
    "Tides shape the coast (Morlow, 2011).\n\n"
    "References\n"
    "Marlow, J. (2011). Tides and shores. Bristol: Harbour Press.\n"
)


def test_text_and_file(tmp_path: Path) -> None:
    path = tmp_path / "my draft"
    path.write_text(DRAFT, encoding="utf-8")
    by_text = citecheck.check(DRAFT)
    assert by_text.document.path is None
    assert [finding.name for finding in by_text.findings] == ["misspelt-author"]
    for source in (path, str(path)):
        report = citecheck.check(source)
        assert report.document.path == str(path)
        assert report.findings == by_text.findings


@pytest.mark.parametrize("source", ["mistyped.txt", "no folder/draft.MD", Path("mistyped")])
def test_a_mistyped_name_is_no_text(source: str | Path) -> None:
    with pytest.raises(citecheck.UnreadableInput, match="no such file"):
        citecheck.check(source)


@pytest.mark.parametrize("text", ["", "one line (Roe, 2001)", "a\0b.txt", "tests", "x" * 9_999])
def test_text_of_one_line(text: str) -> None:
    assert citecheck.check(text).document.text == text


def test_markdown_text() -> None:
    report = citecheck.check("`(Morlow, 2011)`\n\n" + DRAFT, format="markdown")
    assert len(report.citations) == 1


@pytest.mark.parametrize(
    ("select", "ignore", "count"),
    [("NAM", (), 1), (["NAM201"], (), 1), ("DAT,CIT", (), 0), ((), "NAM, CIT", 0)],
)
def test_choice_of_rules(select: str | list[str], ignore: str, count: int) -> None:
    assert len(citecheck.check(DRAFT, select=select, ignore=ignore).findings) == count


def test_unknown_rule() -> None:
    with pytest.raises(citecheck.ConfigurationError, match="misspelt-author"):
        citecheck.check("", select=["mispelt-author"])


def test_unknown_format() -> None:
    with pytest.raises(citecheck.UnreadableInput, match="unknown format 'wps'"):
        citecheck.check("a\nb", format="wps")


def test_parse_references() -> None:
    (reference,) = citecheck.parse_references(DRAFT)
    assert reference.title
    assert reference.title.value == "Tides and shores"


@settings(deadline=None)
@given(st.text(), st.dates(datetime.date(1900, 1, 1)))
def test_no_text_raises(text: str, today: datetime.date) -> None:
    source = text + "\n"  # never the name of a file
    assert len(citecheck.check(source, today=today).document.text) == len(source)


def test_promises() -> None:
    assert set(citecheck.__all__) <= set(dir(citecheck))
    assert citecheck.Report.__name__ == "Report"
    assert citecheck.Settings.__name__ == "Settings"
    with pytest.raises(AttributeError, match="nothing"):
        citecheck.nothing  # noqa: B018


def test_importing_is_cheap() -> None:
    script = "import sys, citecheck; print('pydantic' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stdout.strip() == b"False"

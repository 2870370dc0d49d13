"""No report tells where on a machine a draft lies."""

from pathlib import Path

import pytest

import citecheck
from citecheck.reports import FORMATS
from citecheck.reports.paths import shown_path, within_working_folder
from tests.reports.building import rendered

FOLDER = str(Path("/place/drafts").absolute())


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("draft.txt", "draft.txt"),
        ("./a/draft.txt", "a/draft.txt"),
        ("a/../draft.txt", "draft.txt"),
        (f"{FOLDER}/a/draft.txt", "a/draft.txt"),
        (f"{FOLDER}s/draft.txt", "draft.txt"),
        ("../draft.txt", "draft.txt"),
        ("../../x/y/draft.txt", "draft.txt"),
        (str(Path("/elsewhere/draft.txt").absolute()), "draft.txt"),
        ("<stdin>", "<stdin>"),
    ],
)
def test_shown_path(path: str, shown: str) -> None:
    assert shown_path(path, FOLDER) == shown


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A draft and its list in a folder beside the working folder."""
    folder, here = tmp_path / "secret", tmp_path / "here"
    folder.mkdir()
    here.mkdir()
    monkeypatch.chdir(here)
    (folder / "refs.bib").write_text(
        "@book{roe, author={Roe, Jane}, title={Tides}, year={2001}, publisher={Press}}\n"
        "@book{doe, author={Doe, Jane}, title={Dunes}, year={2002}, publisher={Press}}\n"
    )
    draft = folder / "draft.md"
    draft.write_text(
        "---\nbibliography: [refs.bib, missing.bib]\n---\n\nSee [@roe] and [@nobody], [@roe2].\n"
    )
    return draft


@pytest.mark.parametrize("form", FORMATS)
def test_no_report_leaks_a_folder(elsewhere: Path, form: str) -> None:
    report = citecheck.check(elsewhere)
    assert report.sources
    said = rendered([report], form)
    assert "secret" not in said
    assert str(elsewhere.parent.parent) not in said
    assert "draft.md" in said or not report.findings


def test_references_keep_their_file(elsewhere: Path) -> None:
    shown = within_working_folder(citecheck.check(elsewhere))
    assert set(shown.sources) == {"refs.bib"}
    assert {reference.source for reference in shown.references} == {"refs.bib"}
    assert any("missing.bib" in note for note in shown.coverage.not_checked)


def test_notes_on_files_elsewhere() -> None:
    report = citecheck.check("See (Roe, 2001).\n")
    gone = Path("/elsewhere/lists/gone.bib").absolute()
    notes = (f"{gone}: no such file", f"{gone}:3: half an entry", "links: not asked")
    coverage = report.coverage.model_copy(update={"not_checked": notes})
    shown = within_working_folder(report.model_copy(update={"coverage": coverage}))
    assert shown.coverage.not_checked == (
        "gone.bib: no such file", "gone.bib:3: half an entry", "links: not asked",
    )  # fmt: skip


def test_two_files_of_one_name(elsewhere: Path) -> None:
    report = citecheck.check(elsewhere)
    (source,) = report.sources.values()
    twice = report.model_copy(
        update={"sources": {**report.sources, str(Path("/other/refs.bib").absolute()): source}}
    )
    assert set(within_working_folder(twice).sources) == {"refs.bib", "refs.bib (2)"}


def test_a_report_within_the_working_folder_is_left_alone() -> None:
    report = citecheck.check("See (Roe, 2001).\n")
    assert within_working_folder(report) is report

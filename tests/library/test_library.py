"""The library in other programs' hands: typed, silent, and used from several threads at once."""

import datetime
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import citecheck
from citecheck.config import Settings
from citecheck.model import Severity
from tests.cli.drafts import BAD, GOOD, draft

REPOSITORY = Path(__file__).resolve().parents[2]


def test_types() -> None:
    program = Path(__file__).with_name("typed.py")
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", str(program)],
        cwd=REPOSITORY, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert [line for line in done.stdout.splitlines() if "typed.py" in line] == []


def test_threads_find_the_same() -> None:
    texts = [draft(number) for number in range(12)]
    today = datetime.date(2026, 1, 15)

    def findings(text: str) -> object:
        return citecheck.check(text, format="markdown", today=today).findings

    alone = [findings(text) for text in texts]
    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(findings, texts * 3)) == alone * 3


def test_nothing_is_printed(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    path.write_text(BAD, encoding="utf-8")
    citecheck.check(path, settings=citecheck.settings_for(path))
    with pytest.raises(citecheck.UnreadableInput):
        citecheck.check(tmp_path)
    with pytest.raises(citecheck.ConfigurationError):
        citecheck.check(path, select="NAX")
    assert capfd.readouterr() == ("", "")


def test_settings_of_a_draft(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    path.write_text(BAD, encoding="utf-8")
    assert citecheck.settings_for(path) == Settings()
    (tmp_path / "citecheck.toml").write_text('today = 2020-01-01\nseverity = {NAM = "info"}\n')
    settings = citecheck.settings_for(str(path))
    (finding,) = citecheck.check(path, settings=settings).findings
    assert finding.severity == Severity.INFO
    assert settings.today == datetime.date(2020, 1, 1)
    assert citecheck.check(path, settings=settings, select="CIT").findings == ()
    assert citecheck.check(path, settings=settings, ignore="NAM201").findings == ()
    assert settings.select == (), "settings are values, and never changed"


THESIS = {"clean.md": GOOD, "wrong.md": BAD}


@pytest.mark.parametrize(("name", "expected"), [("clean.md", []), ("wrong.md", ["NAM201"])])
def test_a_thesis_in_pytest(tmp_path: Path, name: str, expected: list[str]) -> None:
    """The recipe of the documentation: no plugin of pytest is needed."""
    path = tmp_path / name
    path.write_text(THESIS[name], encoding="utf-8")

    report = citecheck.check(path, settings=citecheck.settings_for(path))
    wrong = [
        f"{path.name}:{report.document.position(f.span.start).line}: {f.code} {f.message}"
        for f in report.findings
        if f.severity != Severity.INFO
    ]

    assert [line.split()[1] for line in wrong] == expected

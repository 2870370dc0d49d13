"""What holds for a draft, and where it comes from."""

from pathlib import Path

import pytest

from citecheck.cli import run
from citecheck.configuration import Configurations
from citecheck.configuration.patterns import fits
from citecheck.model import Severity
from tests.configuration.test_reading import write

TEXT = """\
ignore = ["DAT"]
profile = "draft"
fail-on = "error"
accept-names = ["Morlow"]

[per-file."appendix/**"]
ignore = ["LST"]
accept-names = ["Morlaw"]
select = ["CIT", "DAT", "LST"]

[per-file."*.tex"]
profile = "submission"
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a configuration."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "citecheck.toml", TEXT)
    return tmp_path


def test_defaults(tmp_path: Path) -> None:
    holding = Configurations(isolated=True).holding(tmp_path / "a.md")
    assert holding.origins == {}
    assert holding.settings.fail_on == Severity.WARNING


def test_sums_and_replacements(folder: Path) -> None:
    plain = Configurations().holding(Path("a.md")).settings
    assert plain.ignore == ("uncited-entry", "DAT")
    assert plain.select == ()
    inside = Configurations().holding(Path("appendix/deep/a.md")).settings
    assert inside.ignore == ("uncited-entry", "DAT", "LST")
    assert inside.accept_names == ("Morlow", "Morlaw")
    assert inside.select == ("CIT", "DAT", "LST")


def test_a_profile_for_some_files(folder: Path) -> None:
    settings = Configurations().holding(Path("thesis.tex")).settings
    assert settings.ignore == ("DAT",)
    assert settings.fail_on == Severity.ERROR, "what is written in the file wins over a profile"


def test_the_command_line_wins(folder: Path) -> None:
    given = {"fail_on": Severity.INFO, "ignore": ("REF",)}
    settings = Configurations(given).holding(Path("a.md")).settings
    assert settings.fail_on == Severity.INFO
    assert settings.ignore == ("uncited-entry", "DAT", "REF")
    chosen = Configurations({"select": ("DAT301",)}).holding(Path("appendix/a.md")).settings
    assert (chosen.select, chosen.ignore) == (("DAT301",), ())
    assert chosen.accept_names == ("Morlow", "Morlaw")


def test_config_shows_origins(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder / "citecheck.toml", TEXT.replace("fail-on", "baseline = 'b.json'\nfail-on"))
    assert run(["config", "appendix/a.md", "--ignore", "FRM"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "# configuration: citecheck.toml"
    shown = {line.split(" = ")[0]: line for line in lines[1:]}
    assert shown["ignore"].endswith(
        "# profile draft, citecheck.toml:1, citecheck.toml:8, command line"
    )
    assert shown["fail-on"].split("  ")[0] == 'fail-on = "error"'
    assert shown["fail-on"].endswith("# citecheck.toml:4")
    assert shown["verify"].split() == ["verify", "=", "false", "#", "default"]
    assert set(shown) >= {"select", "per-file"} - {"per-file"}
    assert str(folder) not in "\n".join(line for line in lines if "baseline" not in line)


def test_config_without_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    assert run(["config"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("# configuration: none found\n")
    assert {line.rsplit("# ", 1)[1] for line in told.splitlines()[1:]} == {"default"}


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("*.md", "a.md", True),
        ("*.md", "deep/er/a.md", True),
        ("*.md", "a.mdx", False),
        ("/*.md", "deep/a.md", False),
        ("./a.md", "a.md", True),
        ("deep", "deep/er/a.md", True),
        ("deep/", "x/deep/a.md", True),
        ("deep/*.md", "deep/a.md", True),
        ("deep/*.md", "deep/er/a.md", False),
        ("deep/**", "deep/er/a.md", True),
        ("deep/**/a.md", "deep/a.md", True),
        ("**/a.md", "a.md", True),
        ("?.md", "ab.md", False),
        ("a[1].md", "a[1].md", True),
        ("*.md", "../a.md", True),
    ],
)
def test_patterns(tmp_path: Path, pattern: str, path: str, expected: bool) -> None:
    assert fits(tmp_path / path, pattern, tmp_path) is expected

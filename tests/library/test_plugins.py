"""What other packages add by entry points, and what goes wrong with them."""

import importlib
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import citecheck
from citecheck import plugins
from citecheck.cli import run
from citecheck.config import Settings
from citecheck.rules import all_rules, find_rule
from citecheck.rules.plugged import plugged_rules
from tests.cli.drafts import GOOD

Install = Callable[[str], None]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Puts the example package, with these entry points, where Python finds it."""
    site = tmp_path / "site"
    site.mkdir()
    shutil.copy(Path(__file__).with_name("plugin.py"), site / "citecheck_house.py")
    info = site / "citecheck_house-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: citecheck-house\nVersion: 1.0\n")
    monkeypatch.syspath_prepend(str(site))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "draft.md").write_text(GOOD, encoding="utf-8")

    def written(points: str) -> None:
        (info / "entry_points.txt").write_text(points, encoding="utf-8")
        importlib.invalidate_caches()
        forget()

    yield written
    forget()


def forget() -> None:
    """Forget the modules and rules that were loaded."""
    plugins.load.cache_clear()
    plugged_rules.cache_clear()
    sys.modules.pop("citecheck_house", None)


RULES = "[citecheck.rules]\nhouse-style = citecheck_house:RULES\n"


def test_a_rule_runs_once_it_is_named(install: Install) -> None:
    install(RULES)
    draft = Path("draft.md")
    assert citecheck.check(draft).findings == ()
    named = Settings(plugins=("house-style",))
    (finding,) = citecheck.check(draft, settings=named).findings
    assert (finding.code, finding.message) == ("HSE101", "only 2 entries")
    assert citecheck.check(draft, settings=named, ignore="HSE").findings == ()
    assert citecheck.check(draft, settings=named, select="NAM").findings == ()
    assert find_rule("too-few-entries", all_rules(named.plugins)).summary.startswith("The list ")


def test_a_rule_in_the_configuration(install: Install, capsys: pytest.CaptureFixture[str]) -> None:
    install(RULES)
    configuration = Path("citecheck.toml")
    configuration.write_text('plugins = ["house-style"]\n[severity]\nHSE101 = "error"\n')
    assert run(["check", "draft.md", "--format", "concise"]) == 1
    assert "HSE101" in capsys.readouterr().out
    assert run(["check", "draft.md", "--ignore", "too-few-entries"]) == 0
    capsys.readouterr()
    assert run(["rules"]) == run(["explain", "too-few-entries"]) == 0
    assert capsys.readouterr().out.count("HSE101") == 2
    text = GOOD.replace("References", "<!-- citecheck: ignore[HSE101] short -->\nReferences")
    Path("draft.md").write_text(text, encoding="utf-8")
    assert run(["check", "draft.md"]) == 0
    configuration.write_text('plugins = ["house-stile"]\n')
    assert run(["check", "draft.md"]) == 2
    assert "did you mean “house-style”?" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("points", "cause"),
    [
        ("", "no installed package adds “house-style”"),
        ("house-style = citecheck_house:NONE", "cannot be loaded: AttributeError"),
        ("house-style = citecheck_nothing:RULES", "cannot be loaded: ModuleNotFoundError"),
        ("house-style = citecheck_house:render", "is function; it must be a Rule"),
        ("house-style = citecheck.rules:RULES", "adds a rule CIT101, which there is already"),
    ],
)
def test_plugins_that_cannot_be_used(install: Install, points: str, cause: str) -> None:
    install(f"[citecheck.rules]\n{points}\n")
    with pytest.raises(citecheck.ConfigurationError, match="house-style") as caught:
        citecheck.check(GOOD, settings=Settings(plugins=("house-style",)))
    assert cause in str(caught.value)


@pytest.mark.parametrize("stands_for", ["citecheck_house", "citecheck_house:render"])
def test_a_format_of_reports(
    install: Install, capsys: pytest.CaptureFixture[str], stands_for: str
) -> None:
    install(f"[citecheck.reports]\ncounts = {stands_for}\n")
    assert run(["check", "draft.md", "--format", "counts"]) == 0
    assert capsys.readouterr().out == "draft.md: 0\n"
    assert run(["check", "draft.md", "--report", "counts=counts.txt"]) == 0
    assert Path("counts.txt").read_text(encoding="utf-8") == "draft.md: 0\n"
    assert run(["check", "draft.md", "--format", "count"]) == 2
    assert "'count' is not one of 'text'" in capsys.readouterr().err


def test_a_source_by_its_name(install: Install) -> None:
    install("[citecheck.sources]\nlibrary = citecheck_house:RULES\n")
    assert plugins.names(plugins.SOURCES) == ("library",)
    assert plugins.load(plugins.SOURCES, "library")[0].code == "HSE101"


def test_nothing_is_looked_up_unasked() -> None:
    script = (
        "import importlib.metadata as m\n"
        "def refuse(group):\n"
        "    assert not group.startswith('citecheck')\n"
        "    return ()\n"
        "m.entry_points = refuse\n"
        "import citecheck; citecheck.check('Tides (Marlow, 2011).\\n')\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")

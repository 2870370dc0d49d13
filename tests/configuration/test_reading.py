"""Configuration files: found upwards, read whole, and every mistake told with line and key."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citecheck.cli import run
from citecheck.config import Choices, Profile, Settings
from citecheck.configuration import Configurations
from citecheck.configuration.finding import find
from citecheck.configuration.locating import key_lines
from citecheck.configuration.reading import read
from citecheck.errors import ConfigurationError
from citecheck.model import Severity

WHOLE = """\
select = ["NAM", "CIT"]
ignore = ["uncited-entry"]
severity = { NAM201 = "warning" }
profile = "submission"
style = "apa"
language = "de"
accept-names = ["Morlow"]
not-cited = ["Zeller 2020"]
today = 2026-01-15
fail-on = "error"
max-findings = 3
baseline = "known.json"
exclude = ["old/"]
verify = true
cache = ".cache"
mailto = "me@mail.example"
allow-hosts = ["wiki.lan"]
plugins = []

[aliases]
"EMBASSY.EX" = "Permanent Mission of the Island Republic"

[per-file."appendix/*.md"]
ignore = ["CIT102"]
"""


def write(path: Path, text: str) -> Path:
    """*path* with *text* in it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["citecheck.toml", "pyproject.toml"])
def test_every_setting(tmp_path: Path, name: str) -> None:
    text = WHOLE
    if name == "pyproject.toml":
        text = "[project]\nname = 'x'\n\n[tool.citecheck]\n" + text.replace(
            "[aliases]", "[tool.citecheck.aliases]"
        ).replace("[per-file", "[tool.citecheck.per-file")
    file = read(write(tmp_path / name, text))
    found = file.settings
    assert found.profile is Profile.SUBMISSION
    assert found.severity == {"NAM201": Severity.WARNING}
    assert found.accept_names == ("Morlow",)
    assert found.per_file == {"appendix/*.md": Choices(ignore=("CIT102",))}
    assert {keys[0] for keys in file.chosen} == set(Settings.model_fields)


MISTAKES = [
    ('selct = ["NAM"]', 1, "selct", "there is no such setting; did you mean “select”?"),
    ("fail_onn = 'error'", 1, "fail_onn", "did you mean “fail-on”?"),
    ("\n\nfail-on = 'warnings'", 3, "fail-on", "is not one of error, warning, info; did you mean "),
    ("# c\nignore = 'NAM'", 2, "ignore", 'expected a list, as in ["NAM"]'),
    ("ignore = [\n  'NAM201',\n  'NAM999',\n]", 3, "ignore", "there is no rule “NAM999”"),
    ("select = ['mispelt-author']", 1, "select", "did you mean “misspelt-author”?"),
    ("[severity]\nNAM = 'bad'", 2, "severity.NAM", "“bad” is not one of"),
    ("[severity]\n\nNAX = 'info'", 3, "severity.NAX", "there is no rule “NAX”"),
    ("severity.NAX = 'info'", 1, "severity.NAX", "there is no rule “NAX”"),
    ("profile = 'final'", 1, "profile", "“final” is not one of draft, submission"),
    ("max-findings = -1", 1, "max-findings", "expected 0 or more, not -1"),
    ("verify = 'sometimes'", 1, "verify", "expected true or false, not 'sometimes'"),
    ("today = 'May'", 1, "today", "expected a day, as in 2027-01-31, not 'May'"),
    ("mailto = 3", 1, "mailto", "expected text in quotation marks, not 3"),
    ("max-findings = 'x'", 1, "max-findings", "expected a whole number, not 'x'"),
    ("per-file = { 'a.md' = 3 }", 1, "per-file.a.md", "expected a table of settings, not 3"),
    ("style = 'appa'", 1, "style", "did you mean “apa”?"),
    ("language = 'xx'", 1, "language", "“xx” is not one of en, de"),
    ("plugins = ['none']", 1, "plugins", "no installed package adds “none” to citecheck.rules"),
    ("[per-file.'a.md']\nignor = ['NAM']", 2, "per-file.a.md.ignor", "did you mean “ignore”?"),
    ("[per-file.'a.md']\nverify = true", 2, "per-file.a.md.verify", "not for single files"),
    ("[per-file.'a.md']\nselect = ['X']", 2, "per-file.a.md.select", "there is no rule “X”"),
    ("aliases = ['a']", 1, "aliases", "expected a table"),
]


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake[0])
def test_mistakes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mistake: tuple[str, int, str, str]
) -> None:
    text, line, key, said = mistake
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ConfigurationError) as caught:
        read(write(tmp_path / "citecheck.toml", f"{text}\n"))
    told = str(caught.value)
    assert told.startswith(f"citecheck.toml:{line}: {key}: "), told
    assert said in told


def test_mistakes_in_a_table_of_pyproject(tmp_path: Path) -> None:
    text = "[tool.other]\nselct = 1\n\n[tool.citecheck]\nselct = []\nignor = []\n"
    with pytest.raises(ConfigurationError) as caught:
        read(write(tmp_path / "pyproject.toml", text))
    first, second = str(caught.value).splitlines()
    assert ":5: selct: " in first
    assert ":6: ignor: " in second


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"select = [", "no valid TOML: "),
        (b"select = 1\nselect = 2\n", "(at line 2, column "),
        (b"\xff\xfe", "not UTF-8"),
    ],
)
def test_no_toml(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "citecheck.toml"
    path.write_bytes(data)
    with pytest.raises(ConfigurationError, match=r"citecheck\.toml: ") as caught:
        read(path)
    assert said in str(caught.value)


def test_nearest_wins(tmp_path: Path) -> None:
    top = write(tmp_path / "citecheck.toml", "")
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    assert find(deep) == top
    write(tmp_path / "a" / "pyproject.toml", "[project]\nname = 'citecheck'\n")
    assert find(deep) == top, "a project file that says nothing about citecheck is none"
    shared = write(tmp_path / "a" / "pyproject.toml", "[tool]\ncitecheck = {}\n")
    assert find(deep) == shared
    own = write(tmp_path / "a" / "citecheck.toml", "")
    assert find(deep) == own
    (deep / ".git").mkdir()
    assert find(deep) is None, "the search ends with the repository"
    assert find(deep / "missing") is None


def test_each_draft_has_its_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "Tides (Morlow, 2011).\n\nReferences\nMarlow, J. (2011). Tides. Bristol: Harbour.\n"
    one, two = write(tmp_path / "one/d.md", text), write(tmp_path / "two/d.md", text)
    write(tmp_path / "two/citecheck.toml", "ignore = ['NAM']\n")
    assert run(["check", str(two)]) == 0
    assert run(["check", str(one), str(two)]) == 1
    assert run(["check", str(two), "--isolated"]) == 1
    assert run(["check", str(one), "--config", str(tmp_path / "two/citecheck.toml")]) == 0
    capsys.readouterr()
    write(tmp_path / "two/citecheck.toml", "ignor = ['NAM']\n")
    assert run(["check", str(one), str(two)]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "citecheck.toml:1: ignor: " in captured.err
    assert run(["check", str(one), "--config", str(tmp_path / "none.toml")]) == 2


def test_every_file_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "citecheck.toml", "")
    configurations = Configurations()
    first = configurations.file_for(tmp_path / "a.md")
    assert configurations.file_for(tmp_path / "b.md") is first


@settings(deadline=None)
@given(
    st.recursive(
        st.booleans() | st.integers(0, 9) | st.text("ab \n'\"", max_size=4),
        lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text("ab.", min_size=1,
                                                                    max_size=2), inner, max_size=2),
        max_leaves=6,
    )
)  # fmt: skip
def test_lines_of_any_keys(value: object) -> None:
    import json

    def toml(thing: object) -> str:
        if isinstance(thing, dict):
            return "{" + ", ".join(f"{json.dumps(k)} = {toml(v)}" for k, v in thing.items()) + "}"
        if isinstance(thing, list):
            return "[\n" + ",\n".join(map(toml, thing)) + "\n]"
        return json.dumps(thing)

    lines = key_lines(f"# head\nfirst = {toml(value)}\n\n[table]\nkey = 1\n")
    last = max(lines.values())
    assert lines[("first",)] == 2
    assert lines[("table",)] == last - 1
    assert lines[("table", "key")] == last

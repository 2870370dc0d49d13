"""From a draft to findings about its links, pages and registries, by a recording of our own."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

import citecheck
from citecheck.cli import run
from citecheck.sources.answers import Answer, Fault
from citecheck.sources.cassette import ReplayClock
from citecheck.sources.crossref import Crossref
from citecheck.sources.http import Client
from citecheck.sources.verifying import Told, verify
from tests.sources.scripted import Scripted

DOI = "10.5555/tides.2011"
DRAFT = f"""\
Tides rise (Marlow, 2011), dunes walk (Okafor, 2015), and prices fall (Ruiz, 2019).

References
Marlow, J. (2011) 'Tides and their shores', Journal of Coastal Studies, 12(3), pp. 45-67. doi:{DOI}.
Okafor, Ngozi, “Walking dunes”, The Harbour Times, 2015. Downloaded 3 May 2020 from: https://harbour.example.org/2015/dunes
Ruiz, Elena, “Prices of sand”, Norta, 2019. Downloaded 4 May 2020 from: https://norta.example.org/2019/prices
"""
DUNES = "https://harbour.example.org/2015/dunes"
PRICES = "https://norta.example.org/2019/prices"
PAGE = (
    "<html><head><title>Prices of sand</title>"
    '<meta property="article:published_time" content="2017-02-03T10:00:00Z">'
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Prices of sand",'
    '"datePublished":"2017-02-03","author":{"@type":"Person","name":"Elena Ruiz"}}</script>'
    "</head><body><h1>Prices of sand</h1><p>They fell.</p></body></html>"
)
WORK: dict[str, Any] = {
    "DOI": DOI,
    "type": "journal-article",
    "title": ["Tides and their shores"],
    "author": [{"family": "Marlow", "given": "Jane"}],
    "issued": {"date-parts": [[2014]]},
    "container-title": ["Journal of Coastal Studies"],
    "volume": "12",
    "issue": "3",
    "page": "45-67",
    "updated-by": [{"type": "retraction", "DOI": "10.5555/notice", "label": "Retraction"}],
}


def played(url: str, body: str, code: int = 200, kind: str = "text/html") -> dict[str, Any]:
    """One interaction of a recording."""
    return {
        "request": {"method": "GET", "uri": url, "body": None, "headers": {}},
        "response": {
            "status": {"code": code, "message": ""},
            "headers": {"content-type": [kind]},
            "body": {"string": body},
        },
    }


@pytest.fixture
def tape(tmp_path: Path) -> Path:
    crossref = Crossref("").address((DOI,))
    work = json.dumps({"status": "ok", "message-type": "work", "message": WORK})
    interactions = [
        played(crossref, work, kind="application/json"),
        played(PRICES, PAGE),
        played(DUNES, "<html><title>Not found</title></html>", 404),
    ]
    file = tmp_path / "tape.yaml"
    file.write_text(yaml.safe_dump({"interactions": interactions, "version": 1}), encoding="utf-8")
    return file


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    file = tmp_path / "draft.txt"
    file.write_text(DRAFT, encoding="utf-8")
    return file


def test_a_replay_gives_the_findings(
    draft: Path, tape: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(["check", str(draft), "--verify", "--replay", str(tape), "--format", "json"])
    out, err = capsys.readouterr()
    found = {(f["code"], f["suggestion"]) for f in json.loads(out)["findings"]}
    assert found >= {
        ("LNK801", None),
        ("PAG853", "2017"),
        ("REG905", None),
        ("REG913", "2014"),
    }
    assert "not in the recording" in err  # the archive was not recorded
    assert code == 3


def test_the_replay_is_the_same_each_time(
    draft: Path, tape: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = []
    for _ in range(3):
        run(["check", str(draft), "--verify", "--replay", str(tape)])
        said.append(capsys.readouterr().out)
    assert len(set(said)) == 1


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "(not found (HTTP 404))"),
        ("de", "(nicht gefunden (HTTP 404))"),
        ("nb", "(ikke funnet (HTTP 404))"),
    ],
)
def test_verdicts_in_a_language(
    draft: Path, tape: Path, capsys: pytest.CaptureFixture[str], language: str, said: str
) -> None:
    run(["verify", str(draft), "--replay", str(tape), "--language", language])
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if line.startswith("gone")] == [
        f"gone             {DUNES}  {said}"
    ]


class Unplugged:
    """A machine without a network."""

    def send(self, request: Any, seconds: float) -> Answer:
        assert seconds > 0
        return Answer(request.url, fault=Fault.OFFLINE, reason="no network")

    def close(self) -> None:
        pass


def test_unplugged_everything_is_not_checked() -> None:
    entries = citecheck.parse_references(DRAFT)
    told: list[Told] = []
    with Client(Unplugged(), clock=ReplayClock()) as client:
        found = verify(entries, client, progress=told.append)
    assert {link.status for link in found.links.values()} == {"not-checked"}
    assert {lookup.status for lookup in found.lookups} == {"not-checked"}
    assert found.pages == {}
    assert told[-1].done == told[-1].known


def test_unplugged_blames_nobody(
    draft: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty.yaml"
    empty.write_text("interactions: []\nversion: 1\n", encoding="utf-8")
    assert run(["check", str(draft)]) == 0
    offline = capsys.readouterr().out
    assert "Not checked: links (use --verify)" in offline
    assert run(["check", str(draft), "--verify", "--replay", str(empty)]) == 3
    verified = capsys.readouterr().out
    assert "Found no mistakes." in verified
    assert "2 links: " in verified


def test_an_interruption_keeps_what_is_known() -> None:
    entries = citecheck.parse_references(DRAFT)
    scripted = Scripted({PRICES: [Answer(PRICES, 200, {"content-type": "text/html"}, b"x")]})

    pressed: list[str] = []

    def stop(told: Told) -> None:
        if told.what == "links" and not pressed:
            pressed.append("Ctrl-C")
            raise KeyboardInterrupt

    with Client(scripted, clock=ReplayClock()) as client:
        found = verify(entries, client, progress=stop)
    assert found.interrupted
    assert set(found.links) == {DUNES, PRICES}

"""Recordings: ours and vcrpy's are one format, and a replay never reaches a network."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
import vcr
import yaml

from citecheck.cli import run
from citecheck.errors import UnreadableInput
from citecheck.sources.answers import Answer, Fault, Request
from citecheck.sources.cassette import Recorder, ReplayClock, read_cassette
from citecheck.sources.http import Access, Client, connect
from tests.sources.loopback import Loopback, answer, serving
from tests.sources.scripted import Scripted

PAGE = "<html><head><title>Tides and shores</title></head><body>Text</body></html>"
DRAFT = """\
Tides rise (Marlow, 2011), and dunes walk (Okafor, 2015).

References
Marlow, J. “Tides and shores”, 2011. {0}/tides
Okafor, N. “Walking dunes”, 2015. {0}/dunes
"""


@pytest.fixture
def server() -> Iterator[Loopback]:
    with serving({"/tides": answer(PAGE, content_type="text/html")}) as loopback:
        yield loopback


def test_vcrpy_plays_what_we_record(server: Loopback, tmp_path: Path) -> None:
    client = connect(Access(allow_hosts=("127.0.0.1",)))
    recorder = client.transport = Recorder(client.transport)
    with client:
        assert client.get(server.url("/tides")).ok
        assert client.get(server.url("/dunes")).status == 404
    file = tmp_path / "tape.yaml"
    file.write_text(recorder.text(), encoding="utf-8")
    asked = len(server.heads)
    with vcr.use_cassette(str(file), record_mode="none"):
        assert requests.get(server.url("/tides"), timeout=5).text == PAGE
        assert requests.get(server.url("/dunes"), timeout=5).status_code == 404
    assert len(server.heads) == asked


def test_we_play_what_vcrpy_records(server: Loopback, tmp_path: Path) -> None:
    file = tmp_path / "tape.yaml"
    with vcr.use_cassette(str(file)):
        requests.get(server.url("/tides"), timeout=5)
        requests.get(server.url("/dunes"), timeout=5)
    with Client(read_cassette(file), clock=ReplayClock()) as client:
        page = client.page(server.url("/tides"))
        assert (page.status, page.text, page.is_html) == (200, PAGE, True)
        assert client.get(server.url("/dunes")).status == 404


def test_faults_are_played_too(tmp_path: Path) -> None:
    url = "https://tides.example.org/"
    recorder = Recorder(Scripted({url: [Answer(url, fault=Fault.TIMEOUT, reason="too slow")]}))
    recorder.send(Request(url), 5)
    file = tmp_path / "tape.yaml"
    file.write_text(recorder.text(), encoding="utf-8")
    played = read_cassette(file).send(Request(url), 5)
    assert (played.fault, played.reason) == (Fault.TIMEOUT, "too slow")


def test_what_names_the_user_is_not_recorded() -> None:
    url = "https://tides.example.org/"
    headers = {"set-cookie": "id=secret", "content-type": "text/html"}
    recorder = Recorder(Scripted({url: [Answer(url, 200, headers, b"x")]}))
    recorder.send(Request(url, cookies="id=secret"), 5)
    assert "secret" not in recorder.text()
    assert "text/html" in recorder.text()


def test_unmatched_requests_reach_nobody(server: Loopback, tmp_path: Path) -> None:
    file = tmp_path / "tape.yaml"
    file.write_text("interactions: []\nversion: 1\n", encoding="utf-8")
    replay = read_cassette(file)
    with Client(replay, clock=ReplayClock()) as client:
        assert client.get(server.url("/tides")).fault == Fault.REFUSED
    assert replay.unmatched == [server.url("/tides")]
    assert not server.heads


@pytest.mark.parametrize(
    "text",
    [
        "",
        "- a\n- b\n",
        "interactions: 3\n",
        "interactions: [{request: 1}]\n",
        "a: [\n",
        "\0",
        "interactions: []\n",
    ],
)
def test_what_is_no_recording(text: str, tmp_path: Path) -> None:
    file = tmp_path / "tape.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableInput, match=r"tape\.yaml: "):
        read_cassette(file)


def verify(draft: Path, *options: str) -> int:
    return run(["verify", str(draft), "--no-cache", *options])


def test_the_command_records_and_replays(
    server: Loopback, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft, tape = tmp_path / "draft.txt", tmp_path / "tape.yaml"
    draft.write_text(DRAFT.format(server.url("")), encoding="utf-8")
    live = ("--allow-host", "127.0.0.1", "--record", str(tape), "--deadline", "5")
    assert verify(draft, *live) == 1
    said = capsys.readouterr().out
    assert [line.split()[0] for line in said.splitlines()] == ["ok", "gone"]
    asked = len(server.heads)
    assert verify(draft, "--replay", str(tape)) == 1
    assert capsys.readouterr().out == said
    assert len(server.heads) == asked
    assert {i["request"]["uri"] for i in yaml.safe_load(tape.read_text())["interactions"]} >= {
        server.url("/tides"),
        server.url("/dunes"),
    }


def test_private_hosts_are_not_asked(
    server: Loopback, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(DRAFT.format(server.url("")), encoding="utf-8")
    assert verify(draft) == 3
    assert capsys.readouterr().out.count("private address") == 2
    assert not server.heads


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--record", "a.yaml", "--replay", "b.yaml"), "exclude one another"),
        (("--record", "no/such/folder/a.yaml"), "no folder"),
    ],
)
def test_what_cannot_be_recorded(
    options: tuple[str, ...], message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "draft.txt").write_text(DRAFT.format("http://127.0.0.1:9"), encoding="utf-8")
    assert verify(tmp_path / "draft.txt", *options) == 2
    assert message in capsys.readouterr().err

"""What is remembered, how long, and that nothing breaks it."""

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from citecheck.errors import ConfigurationError
from citecheck.model.verification import LinkStatus
from citecheck.sources.answers import Answer, Fault, Hop, Request
from citecheck.sources.cache import DAY, Cache
from citecheck.sources.links import check_links
from citecheck.sources.stores import FILE, open_store
from tests.sources.cached_run import asking
from tests.sources.loopback import answer, page, serving

URL = "http://a.test/x"
REQUEST = Request(URL)
ANSWER = Answer(
    url=URL,
    status=200,
    headers={"content-type": "text/html", "x": "ü\n"},
    body=bytes(range(256)),
    final_url="http://b.test/",
    history=(Hop(URL, 301, "http://b.test/"),),
    fetched=0.0,
)


@pytest.fixture
def time() -> list[float]:
    """The present, in seconds, to be set."""
    return [0.0]


@pytest.fixture
def cache(tmp_path: Path, time: list[float]) -> Iterator[Cache]:
    kept = Cache(open_store(str(tmp_path)), today=lambda: time[0])
    yield kept
    kept.close()


def test_an_answer_comes_back_as_it_was(cache: Cache) -> None:
    assert cache.answer(REQUEST) is None
    cache.keep(REQUEST, ANSWER)
    assert cache.answer(REQUEST) == replace(ANSWER, from_cache=True)
    assert cache.answer(Request(URL + "#place")) is not None


@pytest.mark.parametrize(
    "other",
    [Request(URL, "HEAD"), Request(URL, accept="application/json"), Request("http://a.test/y")],
)
def test_other_questions_have_other_answers(other: Request, cache: Cache) -> None:
    cache.keep(REQUEST, ANSWER)
    assert cache.answer(other) is None


@pytest.mark.parametrize(
    ("status", "days", "found"),
    [
        (200, 6.9, "fresh"),
        (200, 7.1, "stale"),
        (200, 29.9, "stale"),
        (200, 30.1, "nothing"),
        (404, 0.9, "fresh"),
        (404, 1.1, "stale"),
        (500, 0.0, "nothing"),
        (429, 0.0, "nothing"),
    ],
)
def test_age(status: int, days: float, found: str, cache: Cache, time: list[float]) -> None:
    cache.keep(REQUEST, replace(ANSWER, status=status))
    time[0] = days * DAY
    kept = cache.answer(REQUEST)
    assert found == ("nothing" if kept is None else "stale" if kept.stale else "fresh")


def test_a_fault_is_not_kept(cache: Cache) -> None:
    cache.keep(REQUEST, replace(ANSWER, fault=Fault.TIMEOUT))
    assert cache.answer(REQUEST) is None


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Request(URL, max_bytes=256), 256),
        (Request(URL, max_bytes=100), 100),
        (Request(URL, max_bytes=257), None),
        (Request(URL, max_bytes=999, media=("application/pdf",)), 256),
        (Request(URL, max_bytes=999, media=("text/html",)), None),
    ],
)
def test_a_cut_body(wanted: Request, found: int | None, cache: Cache) -> None:
    cache.keep(REQUEST, replace(ANSWER, truncated=True))
    kept = cache.answer(wanted)
    assert (len(kept.body) if kept else None) == found


def test_verdicts_end(cache: Cache, time: list[float]) -> None:
    cache.keep_verdict("key", "dead", 60)
    assert cache.verdict("key") == "dead"
    time[0] = 61
    assert cache.verdict("key") is None


def test_refresh_forgets_what_was_before(tmp_path: Path, time: list[float]) -> None:
    store = open_store(str(tmp_path))
    before = Cache(store, today=lambda: time[0])
    before.keep(REQUEST, ANSWER)
    before.keep_verdict("key", "dead", 600)
    time[0] = 1.0
    after = Cache(store, refresh=True, today=lambda: time[0])
    assert after.answer(REQUEST) is None
    assert after.verdict("key") is None
    after.keep(REQUEST, replace(ANSWER, fetched=1.0))
    assert after.answer(REQUEST) is not None
    after.close()


@pytest.mark.parametrize(
    "stored", [b"", b"{}", b"[1]\n", b"\xff\n", b'{"form": 1}\n', b'{"form": 0}\n']
)
def test_other_bytes_in_the_store_are_nothing(stored: bytes) -> None:
    class Odd(dict[str, bytes]):
        def __missing__(self, _: str) -> bytes:
            return stored

        def close(self) -> None:
            pass

    assert Cache(Odd()).answer(REQUEST) is None
    assert Cache(Odd()).verdict("key") is None


def test_a_file_that_is_no_database_is_put_aside(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"no database at all, but long enough to be read" * 100)
    kept = Cache(open_store(str(tmp_path)))
    kept.keep_verdict("key", "dead", 60)
    assert kept.verdict("key") == "dead"
    kept.close()
    assert list(tmp_path.glob("*.damaged"))


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ConfigurationError, match="cannot use the cache in"):
        open_store(str(tmp_path / "file"))


def test_without_a_place_it_ends_with_the_run() -> None:
    kept = Cache(open_store(None))
    kept.keep(REQUEST, replace(ANSWER, fetched=2e9))
    assert kept.answer(REQUEST)
    kept.close()


@pytest.mark.parametrize("url", ["redis://127.0.0.1:1/0", "redis://[", "unix:///nowhere/at.all"])
def test_no_redis_there(url: str) -> None:
    with pytest.raises(ConfigurationError, match="cannot use the cache at"):
        open_store(url)


@pytest.fixture
def redis_url(tmp_path: Path) -> Iterator[str]:
    """A Redis server of our own, on a socket in a folder of the test."""
    program = shutil.which("redis-server")
    if program is None:
        pytest.skip("redis-server is not installed")
    place = tmp_path / "redis"
    command = [
        program,
        "--port",
        "0",
        "--unixsocket",
        str(place),
        "--save",
        "",
        "--dir",
        str(tmp_path),
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        for line in server.stdout:
            if "eady to accept" in line:
                break
        yield f"unix://{place}"
        server.terminate()


def test_redis(redis_url: str) -> None:
    kept = Cache(open_store(redis_url))
    now = 2e9
    kept.keep(REQUEST, replace(ANSWER, fetched=now))
    kept.keep_verdict("key", "dead", 60)
    kept.close()
    again = Cache(open_store(redis_url), today=lambda: now)
    assert again.answer(REQUEST) == replace(ANSWER, fetched=now, from_cache=True)
    assert Cache(open_store(redis_url)).verdict("key") == "dead"
    again.close()


def test_links_from_redis(redis_url: str) -> None:
    with serving({"/": answer(page("Fine"))}) as server:
        for expected in (False, True):
            with asking(redis_url) as client:
                link = check_links([server.url("/")], client)[server.url("/")]
            assert (link.status, link.cached) == (LinkStatus.OK, expected)
        assert len(server.heads) == 1

"""What goes over the wire, and what comes back."""

import zlib
from collections.abc import Iterator

import pytest

from citecheck.sources.answers import Answer
from citecheck.sources.guard import Guard
from citecheck.sources.http import Access, Client, Limits, connect
from citecheck.sources.transport import Wire, user_agent
from tests.sources.loopback import Loopback, answer, page, redirect, serving

ROUTES = {
    "/": answer(page("Grüße"), content_type="text/html; charset=utf-8"),
    "/latin": answer("Grüße".encode("latin-1"), content_type="text/html;charset='ISO-8859-1'"),
    "/packed": answer(zlib.compress(b"small" * 100), content_encoding="deflate"),
    "/pdf": answer(b"%PDF" + bytes(50_000), content_type="application/pdf"),
    "/small": answer(b"%PDF", content_type="application/pdf"),
    "/cookie": redirect("/cookied", set_cookie="seen=1; Path=/"),
    "/cookied": answer("fine"),
    "/to-umlaut": redirect("/gr\u00c3\u00bc\u00c3\u009fe"),
    "/gr%C3%BC%C3%9Fe": answer("fine"),
}


@pytest.fixture
def server() -> Iterator[Loopback]:
    with serving(dict(ROUTES)) as running:
        yield running


@pytest.fixture
def client() -> Iterator[Client]:
    with Client(Wire(Guard(["127.0.0.1"]), contact="me@a.test"), Limits(gap=0)) as asking:
        yield asking


def header(server: Loopback, name: str) -> str:
    """A header of the last request."""
    lines = (line.partition(": ") for line in server.heads[-1].split("\r\n"))
    return next((value for found, _, value in lines if found.lower() == name), "")


def test_who_asks(server: Loopback, client: Client) -> None:
    client.get(server.url("/"), accept="application/json")
    agent = header(server, "user-agent")
    assert "citecheck/" in agent
    assert "+mailto:me@a.test" in agent
    assert header(server, "accept") == "application/json"
    for told in ("referer", "cookie", "authorization", "origin", "from"):
        assert not header(server, told)


@pytest.mark.parametrize(
    ("contact", "said"),
    [("me@a.test", "+mailto:me@a.test"), ("https://a.test/us", "+https://a.test/us"), ("", "link")],
)
def test_user_agent(contact: str, said: str) -> None:
    assert said in user_agent(contact)


@pytest.mark.parametrize(
    ("path", "text"), [("/", page("Grüße")), ("/latin", "Grüße"), ("/packed", "small" * 100)]
)
def test_text(path: str, text: str, server: Loopback, client: Client) -> None:
    assert client.get(server.url(path)).text == text


@pytest.mark.parametrize(
    ("path", "wanted", "size"),
    [("/pdf", ("text/html",), 0), ("/pdf", (), 50_004), ("/small", ("text/html",), 4)],
)
def test_bodies_that_nobody_wants_are_left(
    path: str, wanted: tuple[str, ...], size: int, server: Loopback, client: Client
) -> None:
    found: Answer = client.get(server.url(path), media=wanted)
    assert (len(found.body), found.truncated) == (size, size == 0)


def test_cookies_within_one_question(server: Loopback, client: Client) -> None:
    assert client.get(server.url("/cookie")).ok
    assert header(server, "cookie") == "seen=1"
    client.get(server.url("/"))
    assert not header(server, "cookie")


def test_redirects_in_utf8(server: Loopback, client: Client) -> None:
    assert client.get(server.url("/to-umlaut")).ok


def test_credentials_do_not_come_from_the_environment(
    server: Loopback, client: Client, monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    secrets = f"{tmp_path}/netrc"
    with open(secrets, "w", encoding="utf-8") as file:
        file.write("machine 127.0.0.1 login someone password secret")
    monkeypatch.setenv("NETRC", secrets)
    client.get(server.url("/"))
    assert not header(server, "authorization")


def test_connect(server: Loopback) -> None:
    with connect(Access(contact="me@a.test", allow_hosts=("127.0.0.1",))) as client:
        assert client.get(server.url("/")).ok
        assert client.get(server.url("/")).from_cache

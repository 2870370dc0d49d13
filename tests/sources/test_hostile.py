"""Servers that want our time or our memory get neither; each ends with a verdict of its own."""

import gzip
import re
import resource
import socket
import ssl
import subprocess
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from urllib3.util.connection import create_connection

from citecheck.model.verification import Link, LinkStatus
from citecheck.sources import connections
from citecheck.sources.answers import Answer
from citecheck.sources.guard import Guard
from citecheck.sources.http import Client, Limits
from citecheck.sources.links import check_links
from citecheck.sources.transport import Wire, tls_context
from tests.sources.loopback import Handler, answer, page, serving

LIMITS = Limits(connect=2, attempt=0.4, request=2, run=8, gap=0, retries=0)
MEGABYTE = 1_000_000
HTML = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


@pytest.fixture
def client() -> Iterator[Client]:
    with Client(Wire(Guard(["127.0.0.1"]), seconds_to_connect=2), LIMITS) as asking:
        yield asking


def endless(start: bytes, more: bytes) -> Handler:
    """Sends *start*, then *more* until nobody reads any longer."""

    def handle(connection: socket.socket) -> None:
        connection.sendall(start)
        while True:
            connection.sendall(more)

    return handle


def slow(start: bytes, more: bytes) -> Handler:
    """Sends *start*, then *more* every now and then until nobody reads any longer."""

    def handle(connection: socket.socket) -> None:
        connection.sendall(start)
        connection.settimeout(0.05)
        while True:
            connection.sendall(more)
            try:
                if not connection.recv(100):
                    return
            except TimeoutError:
                continue

    return handle


def bomb(connection: socket.socket) -> None:
    """A gigabyte of zeros, compressed to a megabyte."""
    packing = zlib.compressobj(9, wbits=31)
    start = packing.compress(b" ") + packing.flush(zlib.Z_FULL_FLUSH)
    ten = packing.compress(bytes(10 * MEGABYTE)) + packing.flush(zlib.Z_FULL_FLUSH)
    connection.sendall(HTML + b"Content-Encoding: gzip\r\n\r\n" + start + ten * 100)


def silent(connection: socket.socket) -> None:
    """Says nothing until the other side goes."""
    connection.recv(1)


CASES: dict[str, tuple[Handler | bytes, LinkStatus, str]] = {
    "gzip bomb": (bomb, LinkStatus.OK, ""),
    "bomb in a bomb": (
        HTML
        + b"Content-Encoding: gzip, gzip\r\n\r\n"
        + gzip.compress(gzip.compress(bytes(50 * MEGABYTE))),
        LinkStatus.OK,
        "",
    ),
    "endless body": (endless(HTML + b"\r\n", b"x" * 65_536), LinkStatus.OK, ""),
    "endless chunks": (
        endless(HTML + b"Transfer-Encoding: chunked\r\n\r\n", b"1000\r\n" + b"x" * 4096 + b"\r\n"),
        LinkStatus.OK,
        "",
    ),
    "one chunk without end": (
        endless(HTML + b"Transfer-Encoding: chunked\r\n\r\nffffffffffff\r\n", b"x" * 65_536),
        LinkStatus.OK,
        "",
    ),
    "large redirect": (
        endless(
            b"HTTP/1.1 302 Found\r\nLocation: /ok\r\nContent-Length: 500000000\r\n\r\n",
            b"x" * 65_536,
        ),
        LinkStatus.OK,
        "",
    ),
    "large redirect in chunks": (
        endless(
            b"HTTP/1.1 302 Found\r\nLocation: /ok\r\nTransfer-Encoding: chunked\r\n\r\n",
            b"1000\r\n" + b"x" * 4096 + b"\r\n",
        ),
        LinkStatus.OK,
        "",
    ),
    "endless redirect": (
        b"HTTP/1.1 302 Found\r\nLocation: ?again\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
        LinkStatus.REDIRECT_LOOP,
        "never end",
    ),
    "silence": (silent, LinkStatus.TIMEOUT, "0.4 seconds"),
    "slow status": (slow(b"HTTP", b"/"), LinkStatus.TIMEOUT, "0.4 seconds"),
    "slow headers": (
        slow(b"HTTP/1.1 200 OK\r\n", b"X-More: 1\r\n"),
        LinkStatus.TIMEOUT,
        "0.4 seconds",
    ),
    "slow body": (slow(HTML + b"\r\n<p>", b"x"), LinkStatus.TIMEOUT, "0.4 seconds"),
    "slow chunks": (
        slow(HTML + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
        LinkStatus.TIMEOUT,
        "0.4 seconds",
    ),
    "endless 100 Continue": (
        endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 500),
        LinkStatus.TIMEOUT,
        "",
    ),
    "ten megabytes of headers": (
        endless(b"HTTP/1.1 200 OK\r\n", b"X-More: " + b"x" * 1000 + b"\r\n"),
        LinkStatus.SERVER_ERROR,
        "not HTTP",
    ),
    "one endless header": (
        endless(b"HTTP/1.1 200 OK\r\nX: ", b"x" * 65_536),
        LinkStatus.SERVER_ERROR,
        "not HTTP",
    ),
    "endless status": (
        endless(b"HTTP/1.1 200 ", b"x" * 65_536),
        LinkStatus.SERVER_ERROR,
        "not HTTP",
    ),
    "no HTTP": (b"SSH-2.0-OpenSSH_9.2\r\n\r\n", LinkStatus.SERVER_ERROR, "not HTTP"),
    "binary": (bytes(range(256)) * 20, LinkStatus.SERVER_ERROR, "not HTTP"),
    "wrong status": (b"HTTP/1.1 abc Fine\r\n\r\n", LinkStatus.SERVER_ERROR, "not HTTP"),
    "negative length": (HTML + b"Content-Length: -5\r\n\r\nhello", LinkStatus.OK, ""),
    "two lengths": (
        HTML + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!",
        LinkStatus.SERVER_ERROR,
        "not HTTP",
    ),
    "wrong chunks": (
        HTML + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
        LinkStatus.SERVER_ERROR,
        "not HTTP",
    ),
    "not gzip": (
        HTML + b"Content-Encoding: gzip\r\n\r\nhello",
        LinkStatus.SERVER_ERROR,
        "not HTTP",
    ),
    "shorter than said": (
        HTML + b"Content-Length: 50\r\n\r\nhello",
        LinkStatus.CONNECTION_ERROR,
        "closed",
    ),
    "nothing": (b"", LinkStatus.CONNECTION_ERROR, "closed"),
    "wrong charset": (
        answer(page("Grüße").encode("utf-16"), content_type="text/html; charset=ebcdic-moon"),
        LinkStatus.OK,
        "",
    ),
    "no text": (
        answer(bytes(range(256)) * 40, content_type="text/html; charset=hex"),
        LinkStatus.OK,
        "",
    ),
    "bad redirect": (
        b"HTTP/1.1 302 Found\r\nLocation: http://[::1\r\n\r\n",
        LinkStatus.NOT_CHECKED,
        "valid",
    ),
    "deep page": (answer("<div>" * 100_000), LinkStatus.OK, ""),
    "page of one tag": (answer("<title " + "a=b " * 100_000), LinkStatus.OK, ""),
}


@pytest.mark.parametrize("case", CASES)
def test_hostile_server(case: str, client: Client) -> None:
    route, status, reason = CASES[case]
    with serving({"/": route, "/?again": route, "/ok": answer(page("Fine"))}) as server:
        url = server.url("/#place")
        link = check_links([url], client)[url]
    assert (link.status, reason in link.reason) == (status, True), link


def test_all_of_them_in_little_memory(tmp_path: Path) -> None:
    """In a process of its own, so that what other tests took does not count."""
    code = "import tests.sources.test_hostile as t; t.main()"
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=root, check=False
    )
    assert done.returncode == 0, done.stderr
    assert float(done.stdout) < 150, "megabytes at the peak"


def main() -> None:
    """Every case at once; prints the peak of memory in megabytes."""
    routes = {f"/{number}": route for number, (route, *_) in enumerate(CASES.values())}
    with serving({**routes, "/ok": answer(page("Fine"))}) as server:
        urls = [server.url(path) for path in routes]
        with Client(Wire(Guard(["127.0.0.1"])), LIMITS) as asking:
            links = check_links(urls, asking)
    assert len(links) == len(urls)
    print(peak())


def peak() -> float:
    """The most memory that this process has used, in megabytes.

    Where the system tells it of the program alone: rusage begins with what the parent had used.
    """
    with suppress(OSError):
        status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
        if found := re.search(r"^VmHWM:\s+(\d+) kB", status, re.MULTILINE):
            return int(found[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


@contextmanager
def secured(monkeypatch: pytest.MonkeyPatch, name: str, asked: str) -> Iterator[Link]:
    """The verdict on a page of *asked*, whose server has a certificate for *name*."""
    import trustme

    authority = trustme.CA()
    serving_context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(serving_context)
    trusting = ssl.create_default_context()
    authority.configure_trust(trusting)
    real = create_connection
    with serving({"/": answer(page("Fine"))}, serving_context) as server:
        local = ("127.0.0.1", server.port)
        monkeypatch.setattr(
            connections, "create_connection", lambda _, *rest, **kw: real(local, *rest, **kw)
        )
        wire = Wire(Guard(), resolver=lambda _: ["93.184.215.14"], context=lambda: trusting)
        with Client(wire, LIMITS) as asking:
            url = f"https://{asked}/"
            yield check_links([url], asking)[url]


def test_tls_speaks_with_the_name_not_the_address(monkeypatch: pytest.MonkeyPatch) -> None:
    with secured(monkeypatch, "right.test", "right.test") as link:
        assert link.status is LinkStatus.OK, link


def test_a_certificate_for_another_name(monkeypatch: pytest.MonkeyPatch) -> None:
    with secured(monkeypatch, "right.test", "wrong.test") as link:
        assert link.status is LinkStatus.TLS_ERROR, link
        assert "not valid" in link.reason
        assert "wrong.test" in link.reason


def test_tls_where_there_is_none(client: Client) -> None:
    with serving({"/": answer(page("Fine"))}) as server:
        url = server.url("/", scheme="https")
        assert check_links([url], client)[url].status is LinkStatus.TLS_ERROR


def test_the_context_verifies() -> None:
    assert tls_context().verify_mode is ssl.CERT_REQUIRED
    assert tls_context().check_hostname


def test_bodies_are_cut(client: Client) -> None:
    with serving({"/": bomb}) as server:
        found: Answer = client.get(server.url("/"), max_bytes=3 * MEGABYTE)
    assert len(found.body) == 3 * MEGABYTE
    assert found.truncated

"""Nothing in a draft makes us ask the reader's own network."""

import socket
from collections.abc import Iterator
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from urllib3.util.connection import create_connection

from citecheck.model.verification import LinkStatus
from citecheck.sources import connections
from citecheck.sources.answers import Fault
from citecheck.sources.guard import Guard, Refused
from citecheck.sources.http import Client, Limits
from citecheck.sources.links import check_links
from citecheck.sources.transport import Wire
from tests.sources.clocks import Instant
from tests.sources.loopback import answer, redirect, serving
from tests.sources.scripted import Scripted

PUBLIC = "93.184.215.14"
NAMES = {
    "one-private.test": [PUBLIC, "10.0.0.5"],
    "private.test": ["10.0.0.5"],
    "loopback.test": ["127.0.0.1"],
    "six.test": ["::1"],
    "mapped.test": ["::ffff:127.0.0.1"],
    "metadata.test": ["169.254.169.254"],
    "allowed.test": ["127.0.0.1"],
    "public.test": [PUBLIC],
    "nat64.test": ["64:ff9b::7f00:1"],
}

# "{port}" is that of a socket that listens on loopback.
REFUSED = """
http://127.0.0.1:{port}/
http://127.0.0.2:{port}/
http://127.1:{port}/
http://127.0.1:{port}/
http://2130706433:{port}/
http://0x7f000001:{port}/
http://0x7f.0.0.1:{port}/
http://0x7F.1:{port}/
http://0177.0.0.1:{port}/
http://017700000001:{port}/
http://0177.1:{port}/
http://127.0.0.1.:{port}/
http://0:{port}/
http://0.0.0.0:{port}/
http://[::1]:{port}/
http://[::]:{port}/
http://[0:0:0:0:0:0:0:1]:{port}/
http://[::ffff:127.0.0.1]:{port}/
http://[::ffff:7f00:1]:{port}/
http://[::127.0.0.1]:{port}/
http://[64:ff9b::7f00:1]:{port}/
http://[64:ff9b::127.0.0.1]:{port}/
http://[64:ff9b:1::7f00:1]:{port}/
http://[2002:7f00:1::]:{port}/
http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/
http://[fe80::1]:{port}/
http://[fe80::1%25lo]:{port}/
http://[fc00::1]/
http://[fd00:ec2::254]/latest/meta-data/
http://[ff02::1]/
http://[2001:db8::1]/
http://localhost:{port}/
http://LOCALHOST:{port}/
http://localhost.:{port}/
http://a.localhost:{port}/
http://printer.local/
http://metadata.google.internal/computeMetadata/v1/
http://router.home.arpa/
http://10.0.0.1/
http://10.255.255.255/
http://172.16.0.1/
http://172.31.255.254/
http://192.168.1.1/
http://192.0.0.192/opc/v2/
http://169.254.169.254/latest/meta-data/
http://169.254.170.2/
http://168.63.129.16/machine
http://100.64.0.1/
http://100.100.100.200/
http://198.18.0.1/
http://224.0.0.1/
http://239.255.255.250:1900/
http://240.0.0.1/
http://255.255.255.255/
http://user:word@127.0.0.1:{port}/
http://example.org@127.0.0.1:{port}/
http://127.0.0.1:{port}#@example.org/
http://①②⑦.⓪.⓪.①:{port}/
http://127。0。0。1:{port}/
http://private.test/
http://one-private.test/
http://loopback.test:{port}/
http://six.test:{port}/
http://mapped.test:{port}/
http://metadata.test/
http://nat64.test:{port}/
https://127.0.0.1:{port}/
https://loopback.test:{port}/
http://999.999.999.999/
http://1.2.3.4.5/
http:///path
http://[::1/
http://
file:///etc/passwd
ftp://127.0.0.1:{port}/
gopher://127.0.0.1:{port}/_x
data:text/html,x
javascript:alert(1)
jar:http://127.0.0.1:{port}/
//127.0.0.1:{port}/
www.example.org
mailto:someone@example.org
""".split()


def resolver(host: str) -> list[str]:
    """The addresses of the names above."""
    if host not in NAMES:
        raise socket.gaierror(socket.EAI_NONAME, "no such name")
    return NAMES[host]


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    """A socket that listens on loopback, and to which nobody may connect."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.setblocking(False)
        yield listening


@pytest.fixture
def dialled(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """Every address that a connection was opened to; none is."""
    found: list[tuple[str, int]] = []

    def dial(address: tuple[str, int], *_: object, **__: object) -> socket.socket:
        found.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(connections, "create_connection", dial)
    return found


def client(*allow_hosts: str) -> Client:
    limits = Limits(attempt=5, gap=0, retries=0)
    return Client(Wire(Guard(allow_hosts), resolver=resolver), limits)


def nobody_came(listening: socket.socket) -> bool:
    try:
        listening.accept()
    except BlockingIOError:
        return True
    return False


@pytest.mark.parametrize("form", REFUSED)
def test_refused(form: str, listener: socket.socket, dialled: list[tuple[str, int]]) -> None:
    url = form.format(port=listener.getsockname()[1])
    with client() as asking:
        link = check_links([url], asking)[url]
    assert link.status is LinkStatus.NOT_CHECKED, link
    assert link.reason
    assert not dialled
    assert nobody_came(listener)


# What a redirect makes relative to the page that it leaves.
RELATIVE = ("http:///path", "http://", "www.example.org")


@pytest.mark.parametrize("form", [form for form in REFUSED if form not in RELATIVE])
def test_refused_as_the_target_of_a_redirect(form: str, listener: socket.socket) -> None:
    url = form.format(port=listener.getsockname()[1])
    location = url.encode("utf-8").decode("latin-1")
    with serving({"/": redirect(location)}) as server, client("allowed.test") as asking:
        found = asking.get(server.url("/", "allowed.test"))
    assert found.fault is Fault.REFUSED, found
    assert found.history[0].status == 302
    assert nobody_came(listener)


def test_the_checked_address_is_the_one_connected_to(dialled: list[tuple[str, int]]) -> None:
    """A name that is public when checked and private when connected to."""
    answers = iter([[PUBLIC], ["127.0.0.1"], ["127.0.0.1"]])
    wire = Wire(Guard(), resolver=lambda _: next(answers))
    with Client(wire, Limits(gap=0, retries=2), clock=Instant()) as asking:
        asking.get("http://rebinding.test/")
        asking.get("http://rebinding.test/again")
    assert {address for address, _ in dialled} == {PUBLIC}


def test_a_name_that_rebinds_before_the_check(dialled: list[tuple[str, int]]) -> None:
    wire = Wire(Guard(), resolver=lambda _: ["127.0.0.1"])
    with Client(wire, Limits(gap=0)) as asking:
        assert asking.get("http://rebinding.test/").fault is Fault.REFUSED
    assert not dialled


def test_the_host_is_named_though_the_address_is_dialled(monkeypatch: pytest.MonkeyPatch) -> None:
    real = create_connection
    with serving({"/": answer("hello")}) as server:
        local = ("127.0.0.1", server.port)
        monkeypatch.setattr(
            connections, "create_connection", lambda _, *rest, **kw: real(local, *rest, **kw)
        )
        with client() as asking:
            assert asking.get("http://public.test/").ok
        assert "host: public.test" in server.heads[0].lower()


@pytest.mark.parametrize("variable", ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "HTTPS_PROXY"])
def test_proxies_of_the_environment(
    variable: str, listener: socket.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, f"http://127.0.0.1:{listener.getsockname()[1]}")
    with serving({"/": answer("hello")}) as server, client("allowed.test") as asking:
        assert asking.get(server.url("/", "allowed.test")).ok
    assert nobody_came(listener)


@pytest.mark.parametrize(
    ("allowed", "host"),
    [
        ("127.0.0.1", "127.0.0.1"),
        ("127.0.0.0/8", "127.0.0.1"),
        ("127.0.0.0/8", "loopback.test"),
        ("loopback.test", "loopback.test"),
        ("LOOPBACK.test.", "loopback.TEST"),
        ("*.test", "loopback.test"),
    ],
)
def test_allowed_hosts(allowed: str, host: str) -> None:
    with serving({"/": answer("hello")}) as server, client(allowed) as asking:
        assert asking.get(server.url("/", host)).ok


@pytest.mark.parametrize("allowed", ["10.0.0.0/8", "other.test", "*.loopback.test", "test", ""])
def test_not_allowed_hosts(allowed: str, dialled: list[tuple[str, int]]) -> None:
    with client(allowed) as asking:
        assert asking.get("http://loopback.test/").fault is Fault.REFUSED
    assert not dialled


@given(st.text() | st.text().map("http://{}/".format) | st.from_regex(r"http://[\[\]0-9a-fx.:%@]+"))
def test_any_text_is_refused_or_asked(url: str) -> None:
    with suppress(Refused):
        Guard().check(url)
    with Client(Scripted({}), clock=Instant()) as asking:
        assert list(check_links([url], asking)) == [url]


@pytest.mark.parametrize(
    "address", [PUBLIC, "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "64:ff9b::5db8:d70e"]
)
def test_public_addresses(address: str) -> None:
    Guard().check_address(address)

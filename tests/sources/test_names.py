"""A name that does not exist is one thing, no network is another."""

import errno
import socket
import threading

import pytest

from citecheck.model.verification import LinkStatus
from citecheck.sources import connections
from citecheck.sources.answers import Fault
from citecheck.sources.faults import fault_of
from citecheck.sources.guard import Guard
from citecheck.sources.http import Client, Limits
from citecheck.sources.links import check_links
from citecheck.sources.names import WITNESS, Names
from citecheck.sources.transport import Wire

PUBLIC = "93.184.215.14"
URLS = ["http://dead.test/", "https://dead.test/x", "http://other.test/"]


def client(known: dict[str, list[str]]) -> Client:
    def resolve(host: str) -> list[str]:
        if host not in known:
            raise socket.gaierror(socket.EAI_NONAME, "no such name")
        return known[host]

    limits = Limits(attempt=5, gap=0, retries=0, connect=1)
    return Client(Wire(Guard(), resolver=resolve), limits)


def test_a_dead_name() -> None:
    with client({WITNESS: [PUBLIC]}) as asking:
        links = check_links(URLS, asking)
    assert {link.status for link in links.values()} == {LinkStatus.DNS_ERROR}


def test_no_network() -> None:
    with client({}) as asking:
        links = check_links(URLS, asking)
    assert {link.status for link in links.values()} == {LinkStatus.NOT_CHECKED}
    assert {link.reason for link in links.values()} == {"no network"}


@pytest.mark.parametrize("number", [errno.ENETUNREACH, errno.ENETDOWN])
def test_no_way_out(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def dial(*_: object, **__: object) -> socket.socket:
        raise OSError(number, "no way out")

    monkeypatch.setattr(connections, "create_connection", dial)
    with client({"a.test": [PUBLIC]}) as asking:
        assert asking.get("http://a.test/").fault is Fault.OFFLINE


def test_a_lookup_that_never_ends() -> None:
    never = threading.Event()

    def resolve(_: str) -> list[str]:
        never.wait(30)
        return []

    wire = Wire(Guard(), resolver=resolve)
    with Client(wire, Limits(attempt=0.1, retries=0, gap=0)) as asking:
        assert asking.get("http://slow.test/").fault is Fault.TIMEOUT
    never.set()


def test_each_name_is_looked_up_once() -> None:
    asked: list[str] = []

    def resolve(host: str) -> list[str]:
        asked.append(host)
        return [PUBLIC]

    names = Names(resolve)
    for _ in range(3):
        assert names.addresses("a.test", 5) == [PUBLIC]
    assert names.addresses("10.0.0.1", 5) == ["10.0.0.1"]
    assert asked == ["a.test"]


def test_other_addresses_are_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    tried = []

    def dial(address: tuple[str, int], *_: object, **__: object) -> socket.socket:
        tried.append(address[0])
        raise ConnectionRefusedError

    monkeypatch.setattr(connections, "create_connection", dial)
    many = [f"93.184.215.{number}" for number in range(1, 9)]
    with client({"a.test": many}) as asking:
        assert asking.get("http://a.test/").fault is Fault.UNREACHABLE
    assert tried == many[:3]


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (OSError("something"), Fault.CONNECTION),
        (ConnectionResetError(), Fault.CONNECTION),
        (OSError(errno.EHOSTUNREACH, "no route"), Fault.UNREACHABLE),
        (TimeoutError(), Fault.TIMEOUT),
        (socket.gaierror(), Fault.DNS),
        (socket.gaierror(socket.EAI_NONAME, "no such name"), Fault.DNS),
        (socket.gaierror(socket.EAI_AGAIN, "try again"), Fault.TIMEOUT),
        (RuntimeError(ConnectionRefusedError()), Fault.UNREACHABLE),
        (ValueError("odd"), Fault.MALFORMED),
    ],
)
def test_faults(error: Exception, fault: Fault) -> None:
    found, reason = fault_of(error)
    assert found is fault
    assert reason

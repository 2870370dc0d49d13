"""Asking again, waiting, redirects and cookies, on a transport that needs no network."""

import pytest

from citecheck.sources.answers import Answer, Fault
from citecheck.sources.http import Limits
from citecheck.sources.redirects import host_of, merged
from citecheck.sources.retry import retry_after, waiting
from tests.sources.scripted import client, fault, status

A, B, C = "http://a.test/", "http://b.test/", "http://a.test/c"


@pytest.mark.parametrize(
    ("answers", "final", "requests"),
    [
        ([status(200)], 200, 1),
        ([status(503), status(503), status(200)], 200, 3),
        ([status(502), status(504), status(429), status(200)], 200, 4),
        ([status(503)], 503, 4),
        ([status(500), status(200)], 500, 1),
        ([status(404), status(200)], 404, 1),
        ([status(403), status(200)], 403, 1),
        ([fault(Fault.CONNECTION), status(200)], 200, 2),
        ([fault(Fault.CONNECTION)], Fault.CONNECTION, 3),
        ([fault(Fault.UNREACHABLE), status(200)], Fault.UNREACHABLE, 1),
        ([fault(Fault.TIMEOUT), status(200)], Fault.TIMEOUT, 1),
        ([fault(Fault.DNS), status(200)], Fault.DNS, 1),
        ([fault(Fault.TLS), status(200)], Fault.TLS, 1),
        ([fault(Fault.REFUSED), status(200)], Fault.REFUSED, 1),
    ],
)
def test_asking_again(answers: list[Answer], final: int | Fault, requests: int) -> None:
    asking, transport, clock = client({A: answers})
    found = asking.get(A)
    assert (found.fault or found.status) == final
    assert len(transport.asked) == requests
    assert len(clock.waits) == requests - 1


def test_waits_grow_and_differ() -> None:
    asking, _, clock = client({A: [status(503)]})
    asking.get(A)
    assert clock.waits == sorted(clock.waits)
    assert clock.waits[-1] < 2
    other, _, later = client({A: [status(503)]})
    other.get(A)
    assert later.waits != clock.waits, "because many clients would come back at once"


@pytest.mark.parametrize("code", [429, 503])
def test_retry_after_is_honoured(code: int) -> None:
    asking, _, clock = client({A: [status(code, retry_after="7"), status(200)]})
    assert asking.get(A).ok
    assert 7 <= clock.waits[0] < 7.2


@pytest.mark.parametrize(
    ("header", "said"),
    [("3600", "an hour"), ("31", "31 seconds"), ("86400", "a day"), ("9" * 400, "days")],
)
def test_retry_after_is_not_honoured_for_hours(header: str, said: str) -> None:
    asking, transport, clock = client({A: [status(429, retry_after=header)]})
    found = asking.get(A)
    assert found.fault is Fault.WAIT
    assert said in found.reason
    assert found.reason.startswith("the server asks to wait")
    assert not clock.waits
    assert len(transport.asked) == 1


def test_a_host_that_often_asks_to_wait_is_left_alone() -> None:
    urls = [f"http://a.test/{number}" for number in range(6)]
    asking, transport, _ = client({url: [status(429, retry_after="3600")] for url in urls})
    assert {asking.get(url).fault for url in urls} == {Fault.WAIT}
    assert len(transport.asked) == 3
    asking.get(B)
    assert transport.urls[-1] == B


def test_a_host_that_complains_is_asked_less() -> None:
    asking, _, clock = client({A: [status(429), status(200)]}, Limits(gap=0.5))
    for _ in range(3):
        asking.get(A)
    assert clock.waits[-1] == pytest.approx(1.0)


def test_the_gap_between_requests_to_one_host() -> None:
    asking, _, clock = client({A: [status(200)], B: [status(200)]}, Limits(gap=0.5))
    for url in (A, A, B, A):
        asking.get(url)
    assert clock.waits == [pytest.approx(0.5), pytest.approx(0.5)]


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("1", 1),
        (" 12 ", 12),
        ("0", 0),
        ("Thu, 01 Jan 1970 00:01:40 GMT", 60),
        ("Thu, 01 Jan 1970 00:00:01 GMT", 0),
        ("-5", None),
        ("1.5", None),
        ("soon", None),
        ("", None),
        ("²", None),
        ("Thu, 99 Foo 1970 00:01:40 GMT", None),
    ],
)
def test_retry_after(header: str, seconds: float | None) -> None:
    assert retry_after(header, 40.0) == seconds


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(40, "40 seconds"), (60, "a minute"), (150, "2 minutes"), (3600, "an hour"), (7e5, "8 days")],
)
def test_waiting(seconds: float, said: str) -> None:
    assert waiting(seconds) == said


def test_redirects_are_followed_and_remembered() -> None:
    script = {A: [status(301, location="/c")], C: [status(302, location=B)], B: [status(200)]}
    found = client(script)[0].get(A)
    assert (found.url, found.final_url, found.status) == (A, B, 200)
    assert [(hop.url, hop.status, hop.location) for hop in found.history] == [
        (A, 301, C),
        (C, 302, B),
    ]


@pytest.mark.parametrize(
    "script",
    [
        {A: [status(302, location="/")]},
        {A: [status(302, location="/c")], C: [status(302, location="/")]},
    ],
)
def test_a_loop_ends_at_once(script: dict[str, list[Answer]]) -> None:
    asking, transport, _ = client(script)
    assert asking.get(A).fault is Fault.REDIRECTS
    assert len(transport.asked) <= 2


def test_endless_redirects_end() -> None:
    script = {f"http://a.test/{n}": [status(302, location=f"/{n + 1}")] for n in range(50)}
    asking, transport, _ = client(script)
    assert asking.get("http://a.test/0").fault is Fault.REDIRECTS
    assert len(transport.asked) == 11


def test_a_page_that_first_sets_a_cookie() -> None:
    first = status(302, location="/", set_cookie="seen=1; Path=/\nother=2")
    asking, transport, _ = client({A: [first, status(200)]})
    assert asking.get(A).ok
    assert transport.asked[1].cookies == "seen=1; other=2"


def test_cookies_stay_with_their_host() -> None:
    asking, transport, _ = client(
        {A: [status(302, location=B, set_cookie="seen=1")], B: [status(200)]}
    )
    assert asking.get(A).ok
    assert not transport.asked[1].cookies


def test_merged_cookies() -> None:
    assert merged("a=1; b=2", status(302, set_cookie="b=3; Secure\nbad")) == "a=1; b=3"


def test_a_redirect_without_location_is_an_answer() -> None:
    assert client({A: [status(302)]})[0].get(A).status == 302


def test_nothing_is_asked_after_the_time_of_the_run() -> None:
    asking, transport, clock = client({A: [status(200)]}, Limits(run=10))
    clock.time += 11
    assert asking.get(A).fault is Fault.DEADLINE
    assert not transport.asked


def test_a_timeout_near_the_end_of_the_run_is_not_the_servers() -> None:
    asking, _, clock = client({A: [fault(Fault.TIMEOUT)]}, Limits(run=30, attempt=20))
    clock.time += 15
    assert asking.get(A).fault is Fault.DEADLINE


def test_waiting_ends_with_the_patience_for_one_request() -> None:
    answers = [status(503, retry_after="8")]
    asking, transport, clock = client({A: answers}, Limits(request=10, retries=9))
    assert asking.get(A).status == 503
    assert sum(clock.waits) < 10
    assert len(transport.asked) == 2


def test_an_interrupted_run_asks_nothing() -> None:
    asking, transport, _ = client({A: [status(503)]})
    asking.interrupt()
    assert transport.closed
    assert asking.get(A).fault is Fault.INTERRUPTED


@pytest.mark.parametrize(
    ("url", "host"),
    [("http://A.test:80/x", "a.test:80"), ("http://u:p@a.test/", "a.test"), ("http://[::1", "")],
)
def test_host_of(url: str, host: str) -> None:
    assert host_of(url) == host

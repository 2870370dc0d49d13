"""The verdict on a link, from answers as servers give them."""

import datetime
from pathlib import Path

import pytest

from citecheck.model.verification import Link, LinkStatus
from citecheck.sources.answers import Answer, Fault, Hop
from citecheck.sources.cache import Cache
from citecheck.sources.http import Client, Limits
from citecheck.sources.links import check_links, in_turns
from citecheck.sources.stores import open_store
from citecheck.sources.verdicts import verdict
from tests.sources.clocks import Instant
from tests.sources.scripted import Scripted, client, fault, status

URL = "https://a.test/essays/one"
S = LinkStatus


def html(
    title: str = "An essay on dunes", text: str = "", code: int = 200, **headers: str
) -> Answer:
    """A web page of some length, as an answer."""
    words = text or "Dunes move with the wind and keep their form while they do. " * 40
    body = f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{words}</body></html>"
    named = {"content-type": "text/html", **{n.replace("_", "-"): v for n, v in headers.items()}}
    return Answer("", code, named, body.encode())


def link_of(script: dict[str, list[Answer]], url: str = URL) -> Link:
    return check_links([url], client(script)[0])[url]


@pytest.mark.parametrize(
    ("answer", "expected", "reason"),
    [
        (html(), S.OK, ""),
        (status(204), S.OK, ""),
        (html(code=404), S.GONE, "not found (HTTP 404)"),
        (html(code=410), S.GONE, "removed for good (HTTP 410)"),
        (html(code=401), S.BLOCKED, "asks for a login (HTTP 401)"),
        (html(code=402), S.BLOCKED, "asks for payment (HTTP 402)"),
        (html(code=403), S.BLOCKED, "forbidden to programs (HTTP 403)"),
        (html(code=429), S.BLOCKED, "too many requests (HTTP 429)"),
        (html(code=451), S.BLOCKED, "withheld for legal reasons (HTTP 451)"),
        (html(code=999), S.BLOCKED, "refuses programs (HTTP 999)"),
        (html(code=400), S.BLOCKED, "the server refuses the request (HTTP 400)"),
        (html(code=406), S.BLOCKED, "the server refuses the request (HTTP 406)"),
        (html(code=408), S.TIMEOUT, "the server gave up waiting (HTTP 408)"),
        (html(code=503, cf_mitigated="challenge"), S.BLOCKED, "speaks with a person"),
        (html(code=202, x_amzn_waf_action="challenge"), S.BLOCKED, "speaks with a person"),
        (html("Just a moment...", "Enable JavaScript."), S.BLOCKED, "speaks with a person"),
        (html("Captcha - Encyclopedia"), S.OK, ""),
        (html(code=500), S.SERVER_ERROR, "the server fails (HTTP 500)"),
        (html(code=599), S.SERVER_ERROR, "the server fails (HTTP 599)"),
        (status(304), S.SERVER_ERROR, "HTTP 304"),
        (fault(Fault.DNS), S.DNS_ERROR, "as told"),
        (fault(Fault.TLS), S.TLS_ERROR, "as told"),
        (fault(Fault.TIMEOUT), S.TIMEOUT, "as told"),
        (fault(Fault.CONNECTION), S.CONNECTION_ERROR, "as told"),
        (fault(Fault.MALFORMED), S.SERVER_ERROR, "as told"),
        (fault(Fault.REDIRECTS), S.REDIRECT_LOOP, "as told"),
        (fault(Fault.REFUSED), S.NOT_CHECKED, "as told"),
        (fault(Fault.OFFLINE), S.NOT_CHECKED, "as told"),
        (status(429, retry_after="3600"), S.NOT_CHECKED, "asks to wait an hour"),
        (Answer("", 200, {"content-type": "application/pdf"}, truncated=True), S.OK, ""),
    ],
)
def test_verdict(answer: Answer, expected: LinkStatus, reason: str) -> None:
    found = link_of({URL: [answer]})
    assert found.status is expected, found
    assert reason in found.reason


MOVES = {
    "moved for good": ([301], ["https://b.test/two"], S.MOVED, "https://b.test/two"),
    "by 308": ([308], ["https://b.test/two"], S.MOVED, "https://b.test/two"),
    "for now": ([302], ["https://b.test/one"], S.OK, ""),
    "for good, then for now": (
        [301, 302],
        ["https://a.test/two", "https://cdn.test/one"],
        S.MOVED,
        "https://a.test/two",
    ),
    "a slash": ([301], ["https://a.test/essays/one/"], S.OK, "https://a.test/essays/one/"),
    "www": ([301], ["https://www.a.test/essays/one"], S.OK, "https://www.a.test/essays/one"),
    "to a login": ([302], ["https://a.test/login?next=one"], S.BLOCKED, ""),
    "to another host's login": ([302], ["https://sso.b.test/cas?one"], S.BLOCKED, ""),
    "to a consent page": ([302], ["https://consent.a.test/m?continue=one"], S.BLOCKED, ""),
}


@pytest.mark.parametrize("case", MOVES)
def test_moved(case: str) -> None:
    codes, locations, expected, final = MOVES[case]
    script, here = {}, URL
    for code, location in zip(codes, locations, strict=True):
        script[here] = [status(code, location=location)]
        here = location
    found = link_of({**script, here: [html()]})
    assert (found.status, found.final_url) == (expected, final), found


@pytest.mark.parametrize(
    ("fragment", "found"),
    [
        ("", None),
        ("top", None),
        ("/route", None),
        ("!page", None),
        (":~:text=dunes", None),
        ("sand", True),
        ("named", True),
        ("s%C3%A4nd", True),
        ("readme", True),
        ("gone", False),
    ],
)
def test_fragments(fragment: str, found: bool | None) -> None:
    text = '<p id="sand"><a name="named"><i id="sänd"></i></a></p><b id="user-content-readme">x</b>'
    page = html(text=text, content_type="text/html; charset=utf-8")
    url = f"{URL}#{fragment}"
    link = link_of({URL: [page]}, url)
    assert (link.status, link.fragment_found) == (S.OK, found)


def test_one_question_for_all_fragments_of_a_page() -> None:
    asking, transport, _ = client({URL: [html(text='<p id="b">')]})
    urls = [URL, f"{URL}#a", f"{URL}#b"]
    links = check_links(urls, asking)
    assert [links[url].fragment_found for url in urls] == [None, False, True]
    assert transport.urls == [URL]


SECURE = "https://a.test/x"


@pytest.mark.parametrize(
    ("script", "expected", "secure"),
    [
        ({"http://a.test/x": [html()], SECURE: [html()]}, S.OK, SECURE),
        ({"http://a.test/x": [html()], SECURE: [fault(Fault.TLS)]}, S.OK, ""),
        ({"http://a.test/x": [html()], SECURE: [html(code=404)]}, S.OK, ""),
        ({"http://a.test/x": [html()], SECURE: [status(405), html()]}, S.OK, SECURE),
        (
            {"http://a.test/x": [html()], SECURE: [status(301, location="http://a.test/x")]},
            S.OK,
            "",
        ),
        ({"http://a.test/x": [status(301, location=SECURE)], SECURE: [html()]}, S.OK, SECURE),
        ({"http://a.test/x": [fault(Fault.CONNECTION)], SECURE: [html()]}, S.OK, SECURE),
        (
            {"http://a.test/x": [fault(Fault.CONNECTION)], SECURE: [html(code=404)]},
            S.CONNECTION_ERROR,
            "",
        ),
        ({"http://a.test/x": [html(code=404)], SECURE: [html()]}, S.GONE, ""),
    ],
)
def test_https(script: dict[str, list[Answer]], expected: LinkStatus, secure: str) -> None:
    found = link_of(script, "http://a.test/x")
    assert (found.status, found.secure_url) == (expected, secure), found


def test_https_is_asked_of_a_host_once_if_it_has_none() -> None:
    urls = [f"http://a.test/{number}" for number in range(5)]
    script = {url: [html()] for url in urls}
    script |= {url.replace("http", "https"): [fault(Fault.TLS)] for url in urls}
    transport = Scripted(script)
    with Client(transport, Limits(gap=0, workers=1), clock=Instant()) as asking:
        check_links(urls, asking)
    assert sum(url.startswith("https") for url in transport.urls) == 1


@pytest.mark.parametrize(
    ("answers", "methods", "expected"),
    [
        ([status(200, content_type="application/pdf")], ["HEAD"], S.OK),
        ([status(405), status(200, content_type="application/pdf")], ["HEAD", "GET"], S.OK),
        ([status(404), status(200, content_type="application/pdf")], ["HEAD", "GET"], S.OK),
        ([status(404)], ["HEAD", "GET"], S.GONE),
        (
            [status(200, content_type="text/html"), html("Page not found", "x")],
            ["HEAD", "GET", "GET"],
            S.SOFT_404,
        ),
    ],
)
def test_large_files(answers: list[Answer], methods: list[str], expected: LinkStatus) -> None:
    url = "https://a.test/files/one.pdf"
    asking, transport, _ = client({url: answers})
    assert check_links([url], asking)[url].status is expected
    assert [request.method for request in transport.asked] == methods


def test_the_archive_is_asked_for_what_is_gone() -> None:
    day = datetime.date(2020, 2, 3)
    other = "https://a.test/other"
    asked = []

    def archive(url: str, near: datetime.date | None) -> tuple[str, datetime.date]:
        asked.append((url, near))
        return "https://archive.test/one", day

    asking, *_ = client({URL: [html(code=404)], other: [html()]})
    links = check_links([URL, other], asking, accessed={URL: day}, archive=archive)
    assert asked == [(URL, day)]
    assert (links[URL].archived, links[URL].archived_on) == ("https://archive.test/one", day)


def test_verdicts_are_kept(tmp_path: Path) -> None:
    urls = {URL: S.OK, "https://a.test/slow": S.TIMEOUT, "https://a.test/gone": S.GONE}
    script = {URL: [html()], "https://a.test/slow": [fault(Fault.TIMEOUT)]}
    clock = Instant()
    for again in (False, True):
        transport = Scripted(script)
        cache = Cache(open_store(str(tmp_path)), today=clock.today)
        with Client(transport, Limits(gap=0), cache=cache, clock=clock) as asking:
            links = check_links(urls, asking)
        assert {url: link.status for url, link in links.items()} == urls
        assert {link.cached for link in links.values()} == {again}
        assert bool(transport.asked) is not again


def test_pages_that_were_checked_are_not_asked_for_again() -> None:
    transport = Scripted({URL: [html()]})
    with Client(transport, Limits(gap=0), cache=Cache(open_store(None)), clock=Instant()) as asking:
        check_links([URL], asking)
        found = asking.page(URL)
    assert found.from_cache
    assert b"dunes" in found.body
    assert len(transport.asked) == 1


def test_an_old_answer_speaks_for_a_server_that_is_silent_now(tmp_path: Path) -> None:
    clock = Instant()
    for answer in (html(), fault(Fault.TIMEOUT)):
        cache = Cache(open_store(str(tmp_path)), today=clock.today)
        with Client(Scripted({URL: [answer]}), Limits(gap=0), cache=cache, clock=clock) as asking:
            link = check_links([URL], asking)[URL]
        clock.time += 10 * 86_400
    assert link.status is S.OK
    assert "does not answer now" in link.reason


def test_progress_and_order() -> None:
    urls = [f"https://a.test/{number}" for number in range(20)]
    calls: list[tuple[int, int]] = []
    asking, *_ = client({url: [html()] for url in urls})
    links = check_links(urls, asking, progress=lambda _, done, of: calls.append((done, of)))
    assert list(links) == urls
    assert calls == [(number, 20) for number in range(1, 21)]


def test_ctrl_c_gives_what_is_known() -> None:
    urls = [f"https://a.test/{number}" for number in range(50)]
    transport = Scripted({url: [html()] for url in urls})

    def stop(_: Link, done: int, __: int) -> None:
        if done == 5:
            raise KeyboardInterrupt

    with Client(transport, Limits(gap=0, workers=2), clock=Instant()) as asking:
        links = check_links(urls, asking, progress=stop)
        assert asking.interrupted
    assert list(links) == urls
    known = [link for link in links.values() if link.status is S.OK]
    assert 5 <= len(known) < 50
    assert {link.reason for link in links.values() if link not in known} == {
        "the run was interrupted"
    }


def test_hosts_take_turns() -> None:
    urls = ["http://a/1", "http://a/2", "http://a/3", "http://b/1", "http://b/2#x", "http://b/2#y"]
    assert [page for page, _ in in_turns(urls)] == [
        "http://a/1", "http://b/1", "http://a/2", "http://b/2", "http://a/3",
    ]  # fmt: skip


def test_a_temporary_redirect_names_no_new_address() -> None:
    answer = Answer(
        URL, 200, final_url="https://b.test/", history=(Hop(URL, 307, "https://b.test/"),)
    )
    assert verdict(answer).final_url == ""

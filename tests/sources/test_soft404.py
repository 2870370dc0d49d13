"""Pages that say 200 and are not there; and those that are there and look as if they were not."""

import random
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.model.verification import LinkStatus
from citecheck.sources.answers import Answer
from citecheck.sources.links import check_links
from citecheck.sources.phrases import (
    folded,
    not_found,
    says_not_found,
    smallest_parts_of_title,
)
from citecheck.sources.soft404 import is_home, sibling_url
from tests.sources.scripted import client, status

HOST = "https://a.test"
URL = f"{HOST}/essays/dunes"
SIBLING = sibling_url(URL, random.Random(URL))
LONG = "Dunes move with the wind and keep their form while they do so. " * 60
OTHER = "The tide comes in twice a day and takes the lower terraces away. " * 60


def html(title: str, text: str = LONG, heading: str = "") -> Answer:
    start = f"<html><head><title>{title}</title></head>"
    body = f"{start}<body><h1>{heading}</h1><p>{text}</p></body></html>"
    return Answer("", 200, {"content-type": "text/html; charset=utf-8"}, body.encode())


def to(location: str, code: int = 302) -> Answer:
    return status(code, location=location)


HARD = status(404)
SOFT = LinkStatus.SOFT_404
OK = LinkStatus.OK
HOME = f"{HOST}/"

CASES: dict[str, tuple[dict[str, Answer], LinkStatus]] = {
    "a short page that says so": (
        {URL: html("Page not found | Site", "Sorry."), SIBLING: HARD},
        SOFT,
    ),
    "a long one, given for anything": (
        {URL: html("404 - Site"), SIBLING: html("404 - Site")},
        SOFT,
    ),
    "the title of a real page": ({URL: html("HTTP 404 - Encyclopedia"), SIBLING: HARD}, OK),
    "a novel of that name": (
        {URL: html("Page Not Found: A Novel"), SIBLING: html("Tides", OTHER)},
        OK,
    ),
    "German": ({URL: html("Seite nicht gefunden – Verlag", "Leider."), SIBLING: HARD}, SOFT),
    "French": ({URL: html("Page introuvable - Musée", "Hélas."), SIBLING: HARD}, SOFT),
    "Spanish": ({URL: html("Página no encontrada", "Lo sentimos."), SIBLING: HARD}, SOFT),
    "Russian": ({URL: html("Страница не найдена", "Увы."), SIBLING: HARD}, SOFT),
    "Polish": ({URL: html("Nie znaleziono strony — Gazeta", "Niestety."), SIBLING: HARD}, SOFT),
    "Japanese": ({URL: html("ページが見つかりません", "404"), SIBLING: HARD}, SOFT),
    "only the text says so, as for anything": (
        {
            URL: html("Site", "The page you are looking for could not be found."),
            SIBLING: html("Site", "The page you are looking for could not be found!"),
        },
        SOFT,
    ),
    "only the text says so, and others are missed hard": (
        {URL: html("Site", "The page you are looking for has new tides."), SIBLING: HARD},
        OK,
    ),
    "only the heading says so": (
        {
            URL: html("Site", "x", heading="Page not found"),
            SIBLING: html("Site", "x", heading="Page not found"),
        },
        SOFT,
    ),
    "a script that shows one shell for anything": (
        {URL: html("App", ""), SIBLING: html("App", "")},
        OK,
    ),
    "any address leads to one page": (
        {
            URL: to("/welcome/x?d=1"),
            SIBLING: to("/welcome/x?d=1"),
            f"{HOST}/welcome/x?d=1": html("Welcome"),
        },
        SOFT,
    ),
    "home": ({URL: to("/"), SIBLING: to("/"), HOME: html("Site")}, SOFT),
    "home, from deep inside": ({URL: to("/", 301), SIBLING: HARD, HOME: html("Site")}, SOFT),
    "home in a language": (
        {URL: to("/en/"), SIBLING: HARD, f"{HOST}/en/": html("Site")},
        SOFT,
    ),
    "another name, and others are missed hard": (
        {URL: to("/2020/wandering"), SIBLING: HARD, f"{HOST}/2020/wandering": html("Dunes")},
        OK,
    ),
    "a shortener that leads to a home page": (
        {URL: to("https://b.test/"), SIBLING: HARD, "https://b.test/": html("Site")},
        OK,
    ),
    "the sibling does not answer": (
        {URL: to("/2020/wandering"), SIBLING: status(500), f"{HOST}/2020/wandering": html("Dunes")},
        OK,
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_soft_404(case: str) -> None:
    script, expected = CASES[case]
    asking, *_ = client({url: [answer] for url, answer in script.items()})
    assert check_links([URL], asking)[URL].status is expected


@pytest.mark.parametrize(
    "script",
    [
        {URL: [html("An essay on dunes")]},
        {URL: [to(URL + "/")], URL + "/": [html("An essay on dunes")]},
        {
            URL: [to("https://www.a.test/2020/dunes.html")],
            "https://www.a.test/2020/dunes.html": [html("x")],
        },
        {URL: [status(404)]},
    ],
)
def test_no_second_question_without_suspicion(script: dict[str, list[Answer]]) -> None:
    asking, transport, _ = client(script)
    check_links([URL], asking)
    assert len(transport.asked) == len(script)


def test_a_home_page_is_no_soft_404() -> None:
    for url in (HOST, HOME, f"{HOST}/index.html"):
        script = {url: to("/en/"), f"{HOST}/en/": html("Site")}
        asking, *_ = client({asked: [answer] for asked, answer in script.items()})
        assert check_links([url], asking)[url].status is OK


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://a.test/essays/dunes", "https://a.test/essays/"),
        ("https://a.test/essays/dunes/", "https://a.test/essays/"),
        ("https://a.test/essays/dunes.html?x=1#y", "https://a.test/essays/"),
        ("https://a.test/index.php?lang=en&id=17", "https://a.test/index.php?lang=en&id="),
        ("https://a.test/?p=17", "https://a.test/?p="),
        ("https://a.test/node/17", "https://a.test/node/9"),
    ],
)
def test_siblings(url: str, kept: str) -> None:
    other = sibling_url(url, random.Random(1))
    assert other.startswith(kept)
    assert other != url
    assert "#" not in other
    assert other.endswith("/") == urlsplit(url).path.endswith("/") or "?" in other
    assert sibling_url(url, random.Random(1)) == other, "because a record of a run can be replayed"


@pytest.mark.parametrize("url", ["https://a.test", "https://a.test/"])
def test_home_pages_have_no_sibling(url: str) -> None:
    assert sibling_url(url, random.Random(1)) == ""


@pytest.mark.parametrize(
    "path", ["", "/", "/index.html", "/default.aspx", "/en", "/de-AT/", "/home"]
)
def test_home(path: str) -> None:
    assert is_home(path)


@pytest.mark.parametrize("path", ["/essays", "/start/essay", "/index/2", "/eng/", "/x"])
def test_not_home(path: str) -> None:
    assert not is_home(path)


def test_parts_of_title() -> None:
    assert smallest_parts_of_title("Oops: Page not found | The Site") == [
        "oops page not found the site", "oops page not found", "the site", "oops", "page not found",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "title",
    [
        "404",
        "Error 404",
        "HTTP Status 404",
        "404 Not Found",
        "Error 404 - Page not found | The Museum",
        "Oops! That page can’t be found.",
        "Page Not Found – The Museum",
        "The Museum: page not found",
        "Sorry, this page doesn't exist",
        "Fehler 404: Seite nicht gefunden",
        "Erreur 404 – Page introuvable",
        "Ошибка 404. Страница не найдена",
        "404 | 页面不存在",
    ],
)
def test_titles_that_say_so(title: str) -> None:
    assert any(map(says_not_found, smallest_parts_of_title(title)))


@pytest.mark.parametrize(
    "title",
    [
        "",
        "Error",
        "The Page Not Found Generation | The Museum",
        "What error 404 tells about archives",
        "Missing persons: a handbook",
        "Lost and found",
        "The 404 bus",
        "Not Found in Translation",
        "Sorry",
        "page not found " * 100,
    ],
)
def test_titles_that_say_something_else(title: str) -> None:
    assert not any(map(says_not_found, smallest_parts_of_title(title)))


def test_phrases_are_folded() -> None:
    assert all(folded(phrase) == phrase for phrase in not_found())
    assert "página no encontrada" in not_found()


@given(st.text())
def test_any_text_can_be_looked_at(text: str) -> None:
    asking, *_ = client({URL: [html(text, text)], SIBLING: [html(text, text)]})
    assert check_links([URL], asking)[URL].status in (OK, SOFT, LinkStatus.BLOCKED)

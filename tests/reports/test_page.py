"""The page as a text: every link leads somewhere, and the draft is nothing but text."""

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

import citecheck
from citecheck.model import Report, Severity, Span
from citecheck.reports.page.blocks import blocks
from citecheck.reports.page.marks import Anchor, Layers, Link, Mark, marked_up
from citecheck.reports.page.markup import element, text
from tests.reports.building import rendered
from tests.reports.drafts import EXAMPLE, HOSTILE, checked, hostile, in_parts

VOID = {"meta", "input", "rect", "circle", "path", "line"}


class Page(HTMLParser):
    """What a page is made of."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.texts: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.tags.append((tag, attributes))
        self.ids += [attributes["id"]] if "id" in attributes else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def page(*reports: Report) -> Page:
    return Page(rendered(reports, "html"))


@pytest.mark.parametrize(
    "report", [checked(EXAMPLE), hostile(), in_parts(), citecheck.check("")], ids=range(4)
)
def test_the_page_is_well_formed_and_its_links_lead_somewhere(report: Report) -> None:
    made = page(report, report)
    assert not made.open
    assert len(made.ids) == len(set(made.ids))
    links = [a["href"] for tag, a in made.tags if tag == "a"]
    assert all(link.startswith("#") for link in links)
    assert {link[1:] for link in links} <= set(made.ids)
    assert not [a for _, a in made.tags if {"src", "style", "srcset", "action"} & set(a)]
    assert not [a for _, a in made.tags if any(name.startswith("on") for name in a)]


def test_citations_and_entries_are_linked_both_ways() -> None:
    report = checked(EXAMPLE)
    made = page(report)
    cites = [a for tag, a in made.tags if tag == "a" and "cite" in a.get("class", "").split()]
    assert len(cites) == len(report.citations) == 52
    targets = {a["href"] for a in cites}
    links = {a["href"] for tag, a in made.tags if tag == "a"}
    assert {f"#{a['id']}" for a in cites} <= links
    assert len(targets) >= len(report.references) - 1
    cards = [a for tag, a in made.tags if tag == "article"]
    assert len(cards) == len(report.findings)


def test_the_whole_draft_is_there() -> None:
    report = checked(EXAMPLE)
    said = re.sub(r"\s+", " ", "".join(page(report).texts))
    for line in report.document.text.splitlines():
        assert " ".join(line.split()) in said


def test_the_policy_allows_the_style_and_the_script_and_nothing_else() -> None:
    source = rendered([hostile()], "html")
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', source)
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for name in ("style", "script"):
        (asset,) = re.findall(rf"<{name}>(.*?)</{name}>", source, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(asset.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy


def test_a_hostile_draft_is_text() -> None:
    source = rendered([hostile()], "html")
    assert source.count("<script") == source.count("<style") == 1
    said = "".join(page(hostile()).texts)
    for line in HOSTILE.replace("\x01", "␁").replace("\x9b", "\ufffd").splitlines():
        assert line in said
    assert "<img" not in source


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("a < b & c", "a &lt; b &amp; c"),
        ("\"x\" 'y'", "&quot;x&quot; &#x27;y&#x27;"),
        ("\0\x1b\x7f", "␀␛␡"),
        ("\ud800\x85", "\ufffd\ufffd"),
    ],
)
def test_text(said: str, expected: str) -> None:
    assert text(said) == expected


def test_element() -> None:
    made = element("p", "x", class_="a", data_n=1, hidden=True, title=None, id='"')
    assert made == '<p class="a" data-n="1" hidden id="&quot;">x</p>'


SOURCE = "abcdefghijklmnopqrstuvwxyz"
SPANS = st.tuples(st.integers(0, 26), st.integers(0, 26)).map(
    lambda pair: Span(start=min(pair), end=max(pair))
)


@given(st.lists(SPANS), st.lists(SPANS), st.lists(st.integers(0, 26)))
def test_any_places_may_overlap(links: list[Span], marks: list[Span], anchors: list[int]) -> None:
    layers = Layers(
        [Link(s, f"c{i}", "t" if i % 2 else "", "matched", "") for i, s in enumerate(links)],
        [Mark(s, i, Severity.ERROR, f"p{i}", f"f{i}", "") for i, s in enumerate(marks)],
        [Anchor(at, f"a{i}") for i, at in enumerate(anchors)],
    )
    made = marked_up(SOURCE, Span(start=0, end=26), layers)
    read = Page(made)
    assert not read.open
    assert len(read.ids) == len(set(read.ids))
    assert {f"p{i}" for i in range(len(marks))} <= set(read.ids)
    assert "".join(read.texts) == SOURCE
    assert made.count('class="flag') == len(marks)


@given(st.text(alphabet="ab \n\r(),.12[]", max_size=400))
def test_blocks_hold_everything_but_blanks(source: str) -> None:
    report = citecheck.check(source + "\n")
    end = 0
    for block in blocks(report):
        assert not report.document.text[end : block.start].strip()
        assert block.start < block.end
        end = block.end
    assert not report.document.text[end:].strip()


def test_several_drafts_are_listed() -> None:
    made = page(checked(EXAMPLE), hostile())
    assert sum(tag == "nav" for tag, _ in made.tags) == 1
    assert "<b> %,:'\"&.txt" in made.texts

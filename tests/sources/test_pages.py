"""What pages of many shapes say of themselves."""

import json

import pytest

from citecheck.model.verification import Datum, PageEvidence
from citecheck.sources.pages import doi_in, page_evidence

URL = "https://news.example.org/2021/tides"


def evidence(head: str = "", body: str = "", content_type: str = "text/html") -> PageEvidence:
    html = f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"
    return page_evidence(URL, html.encode(), content_type)


def ld(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def meta(**named: str) -> str:
    return "".join(
        f'<meta name="{name.replace("__", ".")}" content="{value}">'
        for name, value in named.items()
    )


def graph(value: str) -> str:
    return f'<meta property="og:title" content="{value}">'


def first(data: tuple[Datum, ...]) -> str:
    return data[0].value if data else ""


PERSON = {"@type": "Person", "name": "Jane Roe"}
ARTICLE = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Tides turn"}

JSON_LD = [
    ("plain", ARTICLE, "Tides turn", []),
    ("array", [{"@type": "BreadcrumbList"}, ARTICLE], "Tides turn", []),
    ("graph", {"@graph": [{"@type": "WebSite", "name": "Example"}, ARTICLE]}, "Tides turn", []),
    ("types in an array", {**ARTICLE, "@type": ["Thing", "Article"]}, "Tides turn", []),
    ("types as addresses", {**ARTICLE, "@type": "http://schema.org/Article"}, "Tides turn", []),
    ("one author", {**ARTICLE, "author": PERSON}, "Tides turn", ["Jane Roe"]),
    ("author as text", {**ARTICLE, "author": "Jane Roe"}, "Tides turn", ["Jane Roe"]),
    ("authors", {**ARTICLE, "author": [PERSON, {"name": "John Doe"}]}, "Tides turn",
     ["Jane Roe", "John Doe"]),
    ("names in an array", {**ARTICLE, "author": {"name": ["Jane Roe", "John Doe"]}}, "Tides turn",
     ["Jane Roe", "John Doe"]),
    ("ordered list", {**ARTICLE, "author": {"@list": [PERSON]}}, "Tides turn", ["Jane Roe"]),
    ("parts of a name", {**ARTICLE, "author": {"givenName": "Jane", "familyName": "Roe"}},
     "Tides turn", ["Jane Roe"]),
    ("organisation", {**ARTICLE, "author": {"@type": "Organization", "name": "Tide Institute"}},
     "Tides turn", ["Tide Institute"]),
    ("referenced author", {"@graph": [{**ARTICLE, "author": {"@id": "#jane"}},
     {**PERSON, "@id": "#jane"}]}, "Tides turn", ["Jane Roe"]),
    ("creator", {**ARTICLE, "creator": ["Jane Roe"]}, "Tides turn", ["Jane Roe"]),
    ("entities", {**ARTICLE, "headline": "Tides &amp; turns"}, "Tides & turns", []),
    ("in another language", {**ARTICLE, "headline": {"@value": "Tides turn"}}, "Tides turn", []),
    ("main entity", {"@type": "WebPage", "name": "Home", "mainEntity": ARTICLE}, "Tides turn", []),
    ("its own among teasers", [{**ARTICLE, "headline": "Other", "url": "https://x.example/1"},
     {**ARTICLE, "url": URL}], "Tides turn", []),
    ("by the page it is the main entity of", [{**ARTICLE, "headline": "Other"},
     {**ARTICLE, "mainEntityOfPage": {"@id": URL + "/"}}], "Tides turn", []),
    ("a video beside the text", {"@graph": [{"@type": "VideoObject", "name": "Waves"}, ARTICLE]},
     "Tides turn", []),
    ("a video alone", {"@type": "VideoObject", "name": "Waves"}, "Waves", []),
    ("teasers in a list", {"@type": "ItemList", "itemListElement": [ARTICLE]}, "", []),
    ("comments below", {**ARTICLE, "author": PERSON, "comment": [{"@type": "Comment",
     "author": {"name": "Max Moe"}}]}, "Tides turn", ["Jane Roe"]),
]  # fmt: skip


@pytest.mark.parametrize(("value", "title", "names"), [case[1:] for case in JSON_LD],
                         ids=[case[0] for case in JSON_LD])  # fmt: skip
def test_json_ld(value: object, title: str, names: list[str]) -> None:
    found = evidence(ld(value))
    assert first(found.title) == title
    assert [datum.value for datum in found.author] == names
    assert {datum.source for datum in found.title} <= {"json-ld"}


def test_json_ld_of_an_article() -> None:
    periodical = {"@type": "Periodical", "name": "Journal of Tides"}
    value = {
        **ARTICLE,
        "@type": "ScholarlyArticle",
        "datePublished": "2021-03-04T23:30:00-08:00",
        "dateModified": "2022-05-06",
        "isPartOf": {"@type": "PublicationIssue", "isPartOf": periodical},
        "publisher": {"@type": "Organization", "name": "Quay Press"},
        "sameAs": "https://doi.org/10.5555/Tides.1",
        "isAccessibleForFree": False,
    }
    found = evidence(ld(value))
    assert first(found.issued) == "2021-03-04"
    assert first(found.modified) == "2022-05-06"
    assert first(found.container_title) == "Journal of Tides"
    assert (found.doi, found.type, found.paywalled) == ("10.5555/tides.1", "article-journal", True)


@pytest.mark.parametrize(
    "script",
    [
        '<!-- {"@type": "Article", "headline": "Tides turn"} -->',
        '//<![CDATA[\n{"@type": "Article", "headline": "Tides turn"}\n//]]>',
        '{"@type": "Article", "headline": "Tides\nturn"};',
    ],
)
def test_json_ld_that_is_no_clean_json(script: str) -> None:
    found = evidence(f'<script type="application/ld+json; charset=utf-8">{script}</script>')
    assert first(found.title) == "Tides turn"


def test_highwire() -> None:
    found = evidence(
        meta(
            citation_title="The slow rise of tides",
            citation_journal_title="Journal of Tides",
            citation_publication_date="2021/3/4",
            citation_doi="doi:10.5555/Tides.1",
        )
        + meta(citation_author="Roe, Jane")
        + meta(citation_author="van der Berg, Jan")
    )
    assert first(found.title) == "The slow rise of tides"
    assert [datum.value for datum in found.author] == ["Roe, Jane", "van der Berg, Jan"]
    assert first(found.issued) == "2021-03-04"
    assert first(found.container_title) == "Journal of Tides"
    assert (found.doi, found.type) == ("10.5555/tides.1", "article-journal")
    assert found.title[0].source == "highwire"


@pytest.mark.parametrize(
    ("head", "kind", "value"),
    [
        (meta(DC__title="Tides turn"), "title", "Tides turn"),
        (meta(DC__creator="Roe, Jane"), "author", "Roe, Jane"),
        (meta(DCTERMS__issued="2021-03"), "issued", "2021-03"),
        (meta(prism__publicationName="Journal of Tides"), "container_title", "Journal of Tides"),
        (graph("Tides turn"), "title", "Tides turn"),
        ('<meta property="article:published_time" content="2021-03-04T10:00Z">', "issued",
         "2021-03-04"),
        ('<meta property="article:modified_time" content="2021-03-05">', "modified", "2021-03-05"),
        ('<meta property="og:site_name" content="Example News">', "container_title",
         "Example News"),
        (meta(author="By Jane Roe"), "author", "Jane Roe"),
        (meta(author="Jane Roe and John Doe"), "author", "Jane Roe"),
        (meta(author="Jane Roe, John Doe and Ann Poe"), "author", "Jane Roe"),
        (meta(author="https://social.example/jane"), "author", ""),
        (meta(author="Fish and Wildlife Service"), "author", "Fish and Wildlife Service"),
        (meta(author="admin"), "author", ""),
        (meta(author="@janeroe"), "author", ""),
        ("<title>Tides turn</title>", "title", "Tides turn"),
    ],
)  # fmt: skip
def test_meta(head: str, kind: str, value: str) -> None:
    assert first(getattr(evidence(head), kind)) == value


def test_microdata() -> None:
    found = evidence(
        body="""<article itemscope itemtype="https://schema.org/BlogPosting">
        <h2 itemprop="headline">Tides <em>turn</em></h2>
        <span itemprop="author" itemscope itemtype="https://schema.org/Person">
          <a href="/jane" itemprop="url"><span itemprop="name">Jane Roe</span></a></span>
        <time itemprop="datePublished" datetime="2021-03-04">4 March</time>
        <div itemprop="comment" itemscope itemtype="https://schema.org/Comment">
          <span itemprop="author">Max Moe</span></div></article>
        <div itemscope itemtype="https://schema.org/Product"><b itemprop="name">A boat</b></div>"""
    )
    assert [datum.value for datum in found.title] == ["Tides turn"]
    assert [datum.value for datum in found.author] == ["Jane Roe"]
    assert first(found.issued) == "2021-03-04"


def test_headings_and_times() -> None:
    body = '<h1>Tides turn</h1><time datetime="2021-03-04T10:00">today</time>'
    found = evidence("<title>Tides turn - Example</title>", body)
    assert first(found.title) == "Tides turn"
    assert found.title[0].confidence > 0.75
    assert first(found.issued) == "2021-03-04"


def test_titles_of_drawings_are_none() -> None:
    drawing = "<svg><g><title>Logo of Example</title></g></svg>"
    assert evidence(body=drawing).title == ()
    found = evidence(body=drawing + "<h1>Tides turn</h1>")
    assert [datum.value for datum in found.title] == ["Tides turn"]


def test_confirmed_values_are_believed_more() -> None:
    alone = evidence(graph("Tides turn")).title[0].confidence
    both = evidence(graph("Tides turn") + "<title>Tides turn</title>").title[0].confidence
    assert alone < both < 1


@pytest.mark.parametrize(
    ("address", "canonical"),
    [
        ("/2021/tides", URL),
        ("https://news.example.org/t", "https://news.example.org/t"),
        ("javascript:alert(1)", ""),
        ("http://[broken", ""),
    ],
)
def test_canonical_address(address: str, canonical: str) -> None:
    assert evidence(f'<link rel="canonical" href="{address}">').canonical_url == canonical


@pytest.mark.parametrize(
    "title",
    [
        "Just a moment...",
        "Attention Required! | Cloudflare",
        "Access Denied",
        "Log in | Example",
        "403 Forbidden",
        "Before you continue to Example",
        "Are you a robot?",
        "Please verify you are a human",
        "Example – Page not found",
        "Loading… Example",
        "503 Service Unavailable",
        "Iniciar sesión | Ejemplo",
    ],
)
def test_pages_in_front_of_the_page_say_nothing(title: str) -> None:
    assert evidence(f"<title>{title}</title>" + meta(author="Jane Roe")) == PageEvidence(url=URL)


@pytest.mark.parametrize(
    "title",
    [
        "Error analysis of tides",
        "Access denied: a history of locks",
        "Page Not Found: A Novel",
        "Log in the river",
    ],
)
def test_titles_that_only_begin_so(title: str) -> None:
    found = evidence(f"<title>{title}</title>")
    assert first(found.title) == title


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"", "text/html"),
        (b"plain text", "text/plain"),
        (b'{"title": "<b>"}', "application/json"),
        (b"\x89PNG\r\n<title>x</title>", "image/png"),
        (b"\xff\xfe", "text/html"),
    ],
)
def test_other_bodies_say_nothing(body: bytes, content_type: str) -> None:
    assert page_evidence(URL, body, content_type) == PageEvidence(url=URL)


@pytest.mark.parametrize(
    ("encoding", "content_type", "declared"),
    [
        ("utf-8", "text/html; charset=iso-8859-1", ""),
        ("utf-8", "text/html", ""),
        ("iso-8859-1", "text/html; charset=ISO-8859-1", ""),
        ("cp1252", "text/html", ""),
        ("cp1252", "text/html; charset=nonsense", ""),
        ("utf-16", "text/html", ""),
        ("iso-8859-2", "text/html", '<meta charset="iso-8859-2">'),
        ("utf-8-sig", "text/html", ""),
    ],
)
def test_charsets(encoding: str, content_type: str, declared: str) -> None:
    body = f"<html><head>{declared}<title>Flöhe für König</title></head></html>".encode(encoding)
    assert first(page_evidence(URL, body, content_type).title) == "Flöhe für König"


@pytest.mark.parametrize(
    ("text", "doi"),
    [
        ("https://doi.org/10.5555/ABC.1", "10.5555/abc.1"),
        ("doi:10.5555/abc.1.", "10.5555/abc.1"),
        ("info:doi/10.5555/abc(1)2", "10.5555/abc(1)2"),
        ("none", ""),
    ],
)
def test_dois(text: str, doi: str) -> None:
    assert doi_in(text) == doi

"""What a page tells in JSON-LD, in the vocabulary of schema.org.

Source of the names: https://schema.org (Article, CreativeWork, Person, Organization).
"""

import json
import re
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any

from citecheck.sources.told import Told

SOURCE = "json-ld"
_MOST_NODES = 5_000
_DEEPEST = 12
_MOST_NAMES = 200
_COMMENT = re.compile(r"<!--|-->|<!\[CDATA\[|\]\]>|//\s?<!\[CDATA\[|//\s?\]\]>")

# How well a node of this type describes the page: works first, then the page, then the rest.
CSL_TYPES = {
    "scholarlyarticle": "article-journal", "medicalscholarlyarticle": "article-journal",
    "newsarticle": "article-newspaper", "reportagenewsarticle": "article-newspaper",
    "opinionnewsarticle": "article-newspaper", "analysisnewsarticle": "article-newspaper",
    "backgroundnewsarticle": "article-newspaper", "reviewnewsarticle": "article-newspaper",
    "askpublicnewsarticle": "article-newspaper", "advertisercontentarticle": "webpage",
    "satiricalarticle": "article-magazine", "article": "webpage", "techarticle": "webpage",
    "blogposting": "post-weblog", "liveblogposting": "post-weblog",
    "socialmediaposting": "post", "discussionforumposting": "post", "report": "report",
    "book": "book", "chapter": "chapter", "thesis": "thesis", "dataset": "dataset",
    "videoobject": "motion_picture", "movie": "motion_picture", "podcastepisode": "broadcast",
    "radioepisode": "broadcast", "tvepisode": "broadcast", "legislation": "legislation",
    "softwaresourcecode": "software", "softwareapplication": "software", "creativework": "",
    "presentationdigitaldocument": "speech", "digitaldocument": "document", "review": "review",
}  # fmt: skip
_BESIDE = frozenset(
    "videoobject podcastepisode radioepisode tvepisode movie creativework review dataset "
    "softwareapplication softwaresourcecode digitaldocument".split()
)
_PAGES = frozenset("webpage itempage aboutpage medicalwebpage profilepage faqpage qapage".split())
_ASIDE = frozenset(
    "comment itemlistelement hasPart relatedLink review mentions citation publisher author "
    "creator isPartOf breadcrumb potentialAction image video offers aggregateRating about "
    "provider sourceOrganization copyrightHolder editor subjectOf recommendedLink".lower().split()
)

Node = dict[str, Any]


def read_json_ld(scripts: Iterable[str], address: str = "") -> Iterator[Told]:
    """What the page at *address* tells in its JSON-LD *scripts*, of the node that is the page.

    Where several works stand side by side (teasers of others), the one with the page's own address
    is meant, or else the first. Never raises.
    """
    nodes = [node for script in scripts for node in _nodes(_loaded(script))][:_MOST_NODES]
    index = {str(node["@id"]): node for node in nodes if len(node) > 1 and "@id" in node}
    main = max(nodes, key=lambda node: _fitness(node, address), default=None)
    if main is None or _fitness(main, address)[0] < 1:
        yield from _sites(nodes)
        return
    yield from _work(main, index)
    yield from _sites(nodes)


def _loaded(script: str) -> Any:
    """The JSON of a script, or None; comments around it and line breaks in strings are common."""
    text = _COMMENT.sub(" ", script).strip().rstrip(";")
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: Any) -> Iterator[Node]:
    """The nodes that may be the page: of an array or graph, and what a page has for its subject."""
    waiting, seen = deque([(value, 0)]), 0
    while waiting and seen < _MOST_NODES:
        value, depth = waiting.popleft()
        seen += 1
        if depth > _DEEPEST:
            continue
        if isinstance(value, list):
            waiting += [(inner, depth + 1) for inner in value[:_MOST_NODES]]
        elif isinstance(value, dict):
            yield value
            waiting += [
                (inner, depth + 1)
                for name, inner in value.items()
                if name.lower() not in _ASIDE and isinstance(inner, dict | list)
            ]


def _types(node: Node) -> list[str]:
    return [
        str(kind).rstrip("/").rsplit("/", 1)[-1].rsplit(":", 1)[-1].lower()
        for kind in _list(node.get("@type"))
    ]


def _fitness(node: Node, address: str) -> tuple[int, bool]:
    """How well *node* is the page: 3 for a text, 2 for what also stands beside texts, 1 for a page;
    and whether it has the page's address.
    """
    kinds = {*_types(node)}
    works = kinds & CSL_TYPES.keys()
    rank = 3 if works - _BESIDE else 2 if works else int(bool(kinds & _PAGES))
    own = [node.get("url"), node.get("@id"), _id(node.get("mainEntityOfPage"))]
    return rank, bool(address) and _bare(address) in {_bare(str(url)) for url in own if url}


def _bare(url: str) -> str:
    return url.partition("#")[0].partition("?")[0].rstrip("/").split("://")[-1].removeprefix("www.")


def _id(value: Any) -> str:
    value = value[0] if isinstance(value, list) and value else value
    return (
        str(value.get("@id") or value.get("url") or "") if isinstance(value, dict) else _text(value)
    )


def _work(node: Node, index: dict[str, Node]) -> Iterator[Told]:
    is_page = not any(kind in CSL_TYPES for kind in _types(node))
    trust = 0.75 if is_page else 0.95
    for name in ("headline", "name", "alternativeHeadline"):
        if title := _text(node.get(name)):
            yield Told("title", title, SOURCE, trust - (0.3 if name[0] == "a" else 0))
    for field in ("author", "creator"):
        people = list(_names(node.get(field), index))[:_MOST_NAMES]
        yield from (Told("author", name, SOURCE, 0.9 * trust) for name in people)
        if people:
            break
    for field, less in (("datePublished", 0.0), ("uploadDate", 0.1), ("dateCreated", 0.25)):
        yield from (Told("issued", _text(d), SOURCE, trust - less) for d in _list(node.get(field)))
    yield from (Told("modified", _text(d), SOURCE, trust) for d in _list(node.get("dateModified")))
    for part in _list(node.get("isPartOf")):
        yield from _container(_resolved(part, index), index)
    for name in _names(node.get("publisher"), index):
        yield Told("site", name, SOURCE, 0.75)
    yield from _told_of(node, "type", (CSL_TYPES.get(kind, "") for kind in _types(node)))
    yield from _told_of(node, "doi", _identifiers(node))
    if str(node.get("isAccessibleForFree", "")).strip().lower() in ("false", "no", "0"):
        yield Told("paywall", "isAccessibleForFree", SOURCE, 0.95)


def _told_of(node: Node, kind: str, values: Iterable[str]) -> Iterator[Told]:
    for value in values:
        if value and kind == "type":
            yield Told("type", value, SOURCE, 0.9)
        elif value:
            yield Told("doi", value, SOURCE, 0.9)


def _identifiers(node: Node) -> Iterator[str]:
    """Whatever may hold a DOI; the address of the page is none."""
    for name in ("identifier", "sameAs", "doi", "@id"):
        for value in _list(node.get(name)):
            text = _text(value.get("value")) if isinstance(value, dict) else _text(value)
            if "10." in text:
                yield text


def _container(part: Any, index: dict[str, Node]) -> Iterator[Told]:
    """The periodical or site of which a work is part, through its issue and volume."""
    for _ in range(4):
        if not isinstance(part, dict):
            return
        kinds = _types(part)
        title = _text(part.get("name"))
        if title and {"periodical", "newspaper", "journal", "book", "magazine"} & {*kinds}:
            yield Told("journal", title, SOURCE, 0.95)
        elif title and {"website", "blog"} & {*kinds}:
            yield Told("site", title, SOURCE, 0.9)
        part = next((_resolved(p, index) for p in _list(part.get("isPartOf"))), None)


def _sites(nodes: Iterable[Node]) -> Iterator[Told]:
    for node in nodes:
        if "website" in _types(node) and (name := _text(node.get("name"))):
            yield Told("site", name, SOURCE, 0.9)


def _names(value: Any, index: dict[str, Node]) -> Iterator[str]:
    """The names of persons and organisations: text, objects, references, or arrays of these."""
    for one in _list(value):
        person = _resolved(one, index)
        if isinstance(person, str):
            yield _text(person)
        elif isinstance(person, dict):
            spoken = [_text(person.get("givenName")), _text(person.get("familyName"))]
            names = [_text(name) for name in _list(person.get("name"))]
            yield from filter(None, names or [" ".join(filter(None, spoken))])


def _resolved(value: Any, index: dict[str, Node]) -> Any:
    """The node that ``{"@id": ...}`` refers to, if it stands on the page."""
    if isinstance(value, dict) and "@id" in value and "name" not in value:
        return index.get(str(value["@id"]), value)
    return value


def _list(value: Any) -> list[Any]:
    """*value* as a list, that of an ordered list ("@list") too."""
    if isinstance(value, dict) and "@list" in value:
        value = value["@list"]
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _text(value: Any) -> str:
    """The text of a value, also of one in several languages; "" if it has none."""
    import html

    value = value[0] if isinstance(value, list) and value else value
    value = value.get("@value") if isinstance(value, dict) else value
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    return " ".join(html.unescape(str(value)).split())

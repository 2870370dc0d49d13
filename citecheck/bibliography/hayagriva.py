"""Hayagriva lists, as Typst reads them: a YAML mapping of keys to entries with parents.

https://github.com/typst/hayagriva/blob/main/docs/file-format.md (version 0.9)
"""

from collections.abc import Iterator, Mapping
from typing import Any

from citecheck.bibliography.dates import edtf
from citecheck.bibliography.listing import Listing
from citecheck.bibliography.nodes import Misplaced, Node
from citecheck.language.connectors import PARTICLES
from citecheck.language.folding import fold
from citecheck.model import Name, PartialDate, Reference, Span, Value

_TYPES = {
    "article": "article-journal", "chapter": "chapter", "entry": "entry", "anthos": "chapter",
    "report": "report", "thesis": "thesis", "web": "webpage", "scene": "motion_picture",
    "artwork": "graphic", "patent": "patent", "case": "legal_case", "newspaper": "periodical",
    "legislation": "legislation", "manuscript": "manuscript", "post": "post",
    "misc": "document", "performance": "performance", "periodical": "periodical",
    "proceedings": "book", "book": "book", "blog": "webpage", "reference": "book",
    "conference": "event", "anthology": "book", "repository": "software", "thread": "post",
    "video": "motion_picture", "audio": "song", "exhibition": "event", "original": "document",
}  # fmt: skip
_IN_PROCEEDINGS = ("proceedings", "conference")
# Field of ``Reference`` -> names in the file; the first that is there counts.
_TEXTS = {
    "page": ("page-range",), "volume": ("volume",), "issue": ("issue",), "edition": ("edition",),
    "genre": ("genre",), "note": ("note",), "archive": ("archive",), "language": ("language",),
}  # fmt: skip
_SERIAL = {"doi": "doi", "isbn": "isbn", "issn": "issn", "pmid": "pmid", "arxiv": "arxiv"}
_OF_PARENT = ("volume", "issue", "publisher", "publisher_place", "issn", "isbn", "url", "accessed")
Fields = Mapping[str, Node]


def parse_yaml(text: str) -> Listing:
    """The entries of a YAML list: Hayagriva's mapping, or else CSL-YAML."""
    from citecheck.bibliography import csl
    from citecheck.bibliography.yaml_nodes import compose

    try:
        root = compose(text)
    except Misplaced:
        return csl.parse_yaml(text)
    if not _is_hayagriva(root):
        return csl.parse_yaml(text)
    notes: list[tuple[int, str]] = []
    entries: list[Reference] = []
    for key, node in root.value.items():
        if isinstance(node.value, dict):
            entries.append(_entry(key, node, text))
        else:
            notes.append((node.start, f"“{key}” is no entry"))
    return Listing(tuple(entries), tuple(notes), is_complete=not notes)


def _is_hayagriva(root: Node) -> bool:
    """Whether most values of a mapping are mappings with a type or a title."""
    if not isinstance(root.value, dict) or "references" in root.value:
        return False
    entries = [n.value for n in root.value.values() if isinstance(n.value, dict)]
    typed = sum("type" in entry or "title" in entry for entry in entries)
    return typed > 0 and 2 * typed > len(root.value)


def _entry(key: str, node: Node, text: str) -> Reference:
    own = _fields(node.value)
    parents = [_fields(parent) for parent in _mappings(node.value.get("parent"))]
    for parent in parents:
        own.setdefault("container_title", parent.get("title"))
        own.setdefault("issued", parent.get("issued"))
        for field in _OF_PARENT:
            own.setdefault(field, parent.get(field))
        if own.get("author"):
            own.setdefault("editor", parent.get("editor"))
    written = {field: value for field, value in own.items() if value is not None}
    kind = _kind(node.value, next(_mappings(node.value.get("parent")), {}))
    span = Span(start=node.start, end=node.end)
    return Reference(id=key, key=key, span=span, raw=span.of(text), **{**written, "type": kind})


def _kind(fields: Fields, parent: Fields) -> str:
    kind, of_parent = _plain(fields.get("type")).lower(), _plain(parent.get("type")).lower()
    if kind == "article" and of_parent == "newspaper":
        return "article-newspaper"
    if kind in ("article", "chapter", "anthos") and of_parent in _IN_PROCEEDINGS:
        return "paper-conference"
    return _TYPES.get(kind, "document")


def _fields(fields: Fields) -> dict[str, Any]:
    """The values that one mapping, an entry or a parent, has of its own."""
    found: dict[str, Any] = {
        field: _value(fields.get(name)) for field, names in _TEXTS.items() for name in names
    }
    found["title"] = _value(fields.get("title"))
    for role in ("author", "editor"):
        found[role] = tuple(_people(fields.get(role))) or None
    found["issued"] = _date(fields.get("date"))
    publisher = fields.get("publisher")
    inside = _inside(publisher)
    found["publisher"] = _value(inside.get("name") or publisher or fields.get("organization"))
    found["publisher_place"] = _value(fields.get("location") or inside.get("location"))
    url = fields.get("url")
    found["url"] = _value(url)
    found["accessed"] = _date(_inside(url).get("date"))
    numbers = _inside(fields.get("serial-number"))
    for name, field in _SERIAL.items():
        found[field] = _value(numbers.get(name) or fields.get(name))
    return {field: value for field, value in found.items() if value is not None}


def _inside(node: Node | None) -> Fields:
    """The mapping that *node* is, or none."""
    return node.value if node and isinstance(node.value, dict) else {}


def _mappings(node: Node | None) -> Iterator[Fields]:
    """The mapping that *node* is, or those of a list."""
    items = node.value if node and isinstance(node.value, list) else [node] if node else []
    return (item.value for item in items if isinstance(item.value, dict))


def _plain(node: Node | None) -> str:
    return node.value.strip() if node and isinstance(node.value, str) else ""


def _value(node: Node | None) -> Value | None:
    """The text of a scalar, or the "value" of a formattable string, braces and all marks gone."""
    if node and isinstance(node.value, dict):
        node = node.value.get("value")
    written = _plain(node).replace("{", "").replace("}", "")
    if not (node and written):
        return None
    return Value(value=written, span=Span(start=node.start, end=node.end))


def _date(node: Node | None) -> PartialDate | None:
    written = _plain(node)
    if not (node and written):
        return None
    date = edtf(written) or PartialDate(literal=written)
    return date.model_copy(update={"span": Span(start=node.start, end=node.end)})


def _people(node: Node | None) -> Iterator[Name]:
    for item in node.value if node and isinstance(node.value, list) else [node] if node else []:
        span = Span(start=item.start, end=item.end)
        if isinstance(item.value, dict):
            part = {name: _plain(value) for name, value in item.value.items()}
            prefix, given = part.get("prefix", ""), part.get("given-name", "")
            yield _person(f"{prefix} {part.get('name', '')}", given, part.get("suffix", ""), span)
        elif _plain(item):
            family, given, suffix = (*(p.strip() for p in item.value.split(",", 2)), "", "")[:3]
            yield _person(family, given, suffix, span)


def _person(family: str, given: str, suffix: str, span: Span) -> Name:
    words = family.split()
    if not given:
        return Name(literal=" ".join(words), span=span)
    cut = 0
    while cut < len(words) - 1 and words[cut].islower() and fold(words[cut]) in PARTICLES:
        cut += 1
    return Name(
        family=" ".join(words[cut:]),
        given=given,
        suffix=suffix,
        non_dropping_particle=" ".join(words[:cut]),
        span=span,
    )

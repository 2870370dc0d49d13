"""What of a web page may describe it: metadata, titles, times. The rest is read past.

The page is heard as a stream of tags, never built as a tree: memory does not grow with it, there
is no depth to exhaust, and a tag of 200,000 attributes costs milliseconds (in libxml2's tree it
costs minutes, since each attribute is appended behind all others).
"""

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

MOST_BYTES = 4_000_000
"""As much of a page as is read; metadata stand at its beginning, or at its end if it is short."""
_MOST_TAGS = 300_000
_LONGEST_TEXT = 5_000
_LONGEST_SCRIPT = 1_000_000
_MOST_VALUES = 2_000
_HEAD = 4_096
_CHARSET = re.compile(rb"(?i)<meta[^>]{0,200}?charset\s{0,3}=\s{0,3}[\"']?([\w.:-]{1,40})")
_HEADINGS = ("title", "h1")


@dataclass(slots=True)
class Property:
    """A microdata property: names from the outermost item inwards ("author", "name")."""

    path: tuple[str, ...]
    type: str
    value: str


@dataclass(slots=True)
class Markup:
    """The describing parts of one page, in the order in which they stand.

    ``metas`` are pairs of a folded name and its content; ``times`` the ``datetime`` of time
    elements, ``marked_times`` those said to be of publication; ``scripts`` are the texts of
    JSON-LD, ``most_attributes`` is how many the largest tag has.
    """

    metas: list[tuple[str, str]] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    marked_times: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    properties: list[Property] = field(default_factory=list)
    canonical: str = ""
    most_attributes: int = 0


def read_markup(body: bytes, charset: str = "") -> Markup:
    """The describing parts of an HTML page. *charset* is the one its server names. Never raises."""
    from lxml import etree

    listener = _Listener()
    target: Any = listener  # tags and texts come as str, whatever the type of the target allows
    data = decoded(body[:MOST_BYTES], charset).replace("\0", "").encode("utf-8", "replace")
    parser = etree.HTMLParser(target=target, encoding="utf-8", no_network=True)
    try:
        parser.feed(data)
        parser.close()
    except (_EnoughError, etree.LxmlError, ValueError, AssertionError):
        pass  # what was heard until there is kept
    listener.finish()
    return listener.markup


def decoded(body: bytes, charset: str = "") -> str:
    """*body* as text: by its byte order mark, as UTF-8 if it is valid, in the charset that the
    server or the page names, or else in Windows-1252. A server often names a wrong one, but text
    of another charset that is valid UTF-8 by chance is next to impossible.
    """
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if body.startswith(mark):
            return body.decode(encoding, "replace")
    named = _CHARSET.search(body, 0, _HEAD)
    inside = named[1].decode("ascii", "replace") if named else ""
    for encoding, errors in (("utf-8-sig", "strict"), (charset, "replace"), (inside, "replace")):
        try:
            if encoding and (errors == "strict" or codecs.lookup(encoding).name != "utf-8"):
                return body.decode(encoding, errors)
        except (UnicodeError, LookupError, ValueError):
            continue
    is_utf8 = "utf" in (charset or inside).lower() or _is_cut_utf8(body)
    return body.decode("utf-8" if is_utf8 else "cp1252", "replace")


def _is_cut_utf8(body: bytes) -> bool:
    """Whether only the last character, which a limit may have cut, is no UTF-8."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(body)
    except UnicodeDecodeError:
        return False
    return True


class _EnoughError(Exception):
    """The page has more tags than anyone wrote by hand."""


@dataclass(slots=True)
class _Capture:
    """Text being collected from the element at ``depth`` on."""

    depth: int
    kind: str
    limit: int
    item: Property | None = None
    parts: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, text: str) -> None:
        if self.length < self.limit:
            self.parts.append(text[: self.limit - self.length])
            self.length += len(text)


class _Listener:
    """The target of the parser: told of every tag and text in turn."""

    def __init__(self) -> None:
        self.markup = Markup()
        self._depth = self._tags = self._drawing = 0
        self._captures: list[_Capture] = []
        self._scopes: list[tuple[int, str, str]] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        self._tags += 1
        if self._tags > _MOST_TAGS:
            raise _EnoughError
        self.markup.most_attributes = max(self.markup.most_attributes, len(attributes))
        if tag == "meta":
            self._meta(attributes)
        elif tag == "link" and "canonical" in attributes.get("rel", "").lower().split():
            self.markup.canonical = self.markup.canonical or attributes.get("href", "").strip()
        elif tag == "script":
            if "ld+json" in attributes.get("type", "").lower():
                self._capture("script", _LONGEST_SCRIPT)
        elif tag in _HEADINGS and not self._drawing:
            self._capture(tag, _LONGEST_TEXT)
        elif tag == "svg":  # whose parts have titles too
            self._drawing = self._drawing or self._depth
        elif tag == "time":
            self._time(attributes)
        if "itemprop" in attributes or "itemscope" in attributes:
            self._item(attributes)

    def end(self, tag: str) -> None:
        while self._captures and self._captures[-1].depth >= self._depth:
            self._keep(self._captures.pop())
        while self._scopes and self._scopes[-1][0] >= self._depth:
            self._scopes.pop()
        if self._drawing >= self._depth:
            self._drawing = 0
        self._depth -= 1

    def data(self, text: str) -> None:
        for capture in self._captures:
            capture.add(text)

    def close(self) -> None:
        pass

    def finish(self) -> None:
        """Keep what the end of the page left open."""
        while self._captures:
            self._keep(self._captures.pop())

    def _capture(self, kind: str, limit: int, item: Property | None = None) -> None:
        if len(self._captures) < 8:
            self._captures.append(_Capture(self._depth, kind, limit, item))

    def _keep(self, capture: _Capture) -> None:
        text = "".join(capture.parts)
        if capture.kind == "script":
            self.markup.scripts.append(text)
            return
        text = " ".join(text.split())
        if capture.item and text:
            capture.item.value = text
            self._add(capture.item)
        elif capture.kind == "title" and text:
            self.markup.titles.append(text)
        elif capture.kind == "h1" and text:
            self.markup.headings.append(text)

    def _meta(self, attributes: Mapping[str, str]) -> None:
        content = " ".join(attributes.get("content", "")[:_LONGEST_TEXT].split())
        if not content or len(self.markup.metas) >= _MOST_VALUES:
            return
        for kind in ("name", "property", "http-equiv"):
            if name := attributes.get(kind, "")[:100].strip().lower():
                self.markup.metas.append((name, content))

    def _time(self, attributes: Mapping[str, str]) -> None:
        if len(self.markup.times) >= _MOST_VALUES:
            return
        if stamp := attributes.get("datetime", "")[:50].strip():
            marked = "pubdate" in attributes or "published" in attributes.get("class", "").lower()
            (self.markup.marked_times if marked else self.markup.times).append(stamp)

    def _item(self, attributes: Mapping[str, str]) -> None:
        name = attributes.get("itemprop", "")[:100].strip()
        if "itemscope" in attributes:
            kind = attributes.get("itemtype", "")[:200].rstrip("/").rsplit("/", 1)[-1]
            if len(self._scopes) < 50:
                self._scopes.append((self._depth, name, kind))
            return
        if not self._scopes:
            return
        path = (*(scope for _, scope, _ in self._scopes[1:] if scope), *name.split()[:1])
        found = Property(path, self._scopes[0][2], "")
        given = ("content", "datetime", "href") if name != "name" else ("content",)
        for attribute in given:
            if value := attributes.get(attribute, "")[:_LONGEST_TEXT].strip():
                found.value = value
                self._add(found)
                return
        self._capture("item", _LONGEST_TEXT, found)

    def _add(self, found: Property) -> None:
        if len(self.markup.properties) < _MOST_VALUES:
            self.markup.properties.append(found)

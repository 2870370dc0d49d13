"""Pages that are not there although the server says 200 (Bar-Yossef et al., WWW 2004).

A page is suspected by what it says (its title, a short text) or by where the redirects ended.
A suspicion is tested by asking for a sibling that cannot exist: a server that gives the same
page for it, or leads to the same place, gives it for everything.
"""

import random
import re
import string
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from citecheck.sources.answers import Answer
from citecheck.sources.phrases import folded, says_not_found, sentences, smallest_parts_of_title

if TYPE_CHECKING:
    from lxml.html import HtmlElement

HEAD_BYTES = 60_000  # in which the title stands
SHORT = 1200  # characters of a page that says little else
LONG_BODY = 30_000  # bytes of a page that surely says more
ALIKE = 92  # per cent of likeness, for texts that differ by an address or a time
COMPARED = 3000

TITLE = re.compile(r"(?i)<title[^>]{0,200}>([^<]{1,400})")
HEADING = re.compile(r"(?i)<h1[^>]{0,300}>([^<]{1,300})")
HOME = re.compile(
    r"(?i)/?(?:(?:index|default|home|main|start|welcome|homepage)(?:\.\w{2,5})?)?"
    r"|/[a-z]{2}(?:[-_][a-z]{2})?/?"
)
SCRIPT = re.compile(r"(?i).{0,200}\.(?:php\d?|aspx?|jsp|cgi|cfm|pl|do|action)")
LATIN = string.ascii_lowercase


class Suspicion(IntEnum):
    """How much a page looks like one that is not there."""

    NONE = 0
    ELSEWHERE = 1  # the redirects ended at a page of another name
    HINT = 2  # a short text says so
    HOME = 3  # they ended at the home page of the site
    SAID = 4  # the title says so


@dataclass(frozen=True, slots=True)
class Look:
    """A page as it is compared: its title and its text, folded."""

    title: str
    text: str


def suspicion(answer: Answer) -> Suspicion:
    """How much *answer*, one with status 200, looks like a page that is not there."""
    if not answer.is_html:
        return _by_place(answer)
    start = answer.start(HEAD_BYTES)
    title, heading = _first(TITLE, start), _first(HEADING, start)
    if any(map(says_not_found, smallest_parts_of_title(title))):
        return Suspicion.SAID
    place = _by_place(answer)
    if place is Suspicion.HOME:
        return place
    if any(map(says_not_found, smallest_parts_of_title(heading))) or _says_so(answer):
        return Suspicion.HINT
    return place


def _by_place(answer: Answer) -> Suspicion:
    """What the end of the redirects tells."""
    if not answer.history:
        return Suspicion.NONE
    asked, ended = urlsplit(answer.url), urlsplit(answer.final_url)
    if is_home(asked.path) and not asked.query:
        return Suspicion.NONE
    if is_home(ended.path) and not ended.query:
        return Suspicion.HOME
    last = asked.path.rstrip("/").rpartition("/")[2].lower()
    stem = last.rpartition(".")[0] or last
    named = stem and stem in ended.path.lower()
    return Suspicion.NONE if named else Suspicion.ELSEWHERE


def is_home(path: str) -> bool:
    """Whether *path* is that of a home page: "", "/", "/index.html", "/en/"."""
    return bool(HOME.fullmatch(path))


def _says_so(answer: Answer) -> bool:
    if len(answer.body) > LONG_BODY:
        return False
    text = look(answer).text
    return len(text) < SHORT and any(sentence in text for sentence in sentences())


def is_confirmed(answer: Answer, suspected: Suspicion, sibling: Answer) -> bool:
    """Whether the *sibling*'s answer shows that *answer* is given for pages that are not there."""
    if sibling.ok and sibling.final_url == answer.final_url and answer.history:
        return True
    if suspected is Suspicion.ELSEWHERE:
        return False
    if suspected is Suspicion.HOME:
        asked, ended = urlsplit(answer.url), urlsplit(answer.final_url)
        return bare(asked.netloc) == bare(ended.netloc) and asked.path.strip("/").count("/") > 0
    if sibling.ok and sibling.is_html and alike(look(answer), look(sibling)):
        return True
    return suspected is Suspicion.SAID and len(look(answer).text) < SHORT


def bare(host: str) -> str:
    """*host* without "www." and in lower case."""
    return host.lower().removeprefix("www.")


def alike(one: Look, other: Look) -> bool:
    """Whether two pages are the same but for an address or a time in them."""
    from rapidfuzz import fuzz

    if not one.text and not other.text:
        return one.title == other.title
    return fuzz.ratio(one.text[:COMPARED], other.text[:COMPARED]) >= ALIKE


def look(answer: Answer) -> Look:
    """*answer* reduced to title and text."""
    tree = parsed(answer)
    if tree is None:
        return Look("", folded(answer.start(HEAD_BYTES)))
    for hidden in tree.xpath("//script|//style|//noscript|//template|//head/meta"):
        hidden.drop_tree()
    title = tree.findtext(".//title") or ""
    body = tree.find("body")
    return Look(folded(title), folded((tree if body is None else body).text_content()))


def parsed(answer: Answer) -> "HtmlElement | None":
    """The page of *answer* as a tree, None if there is none."""
    from lxml import etree, html

    try:
        parser = html.HTMLParser(encoding=answer.charset or None, no_network=True)
    except LookupError:  # a charset that nobody knows
        parser = html.HTMLParser(no_network=True)
    try:
        return html.document_fromstring(answer.body, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def _first(pattern: re.Pattern[str], text: str) -> str:
    from html import unescape

    found = pattern.search(text)
    return unescape(found[1]) if found else ""


def sibling_url(url: str, chance: random.Random) -> str:
    """A URL beside *url* that surely does not exist, of the same shape; "" if there is none.

    The last segment changes, or the last value of the query where a script answers them all.
    """
    parts = urlsplit(url)
    values = parse_qsl(parts.query)
    if values and (is_home(parts.path) or SCRIPT.fullmatch(parts.path)):
        name, value = values[-1]
        query = urlencode([*values[:-1], (name, _other(value, chance))])
        return urlunsplit(parts._replace(query=query, fragment=""))
    folder, _, last = parts.path.rstrip("/").rpartition("/")
    if not last:
        return ""
    stem, dot, extension = last.rpartition(".")
    stem, extension = (stem, dot + extension) if 0 < len(extension) <= 5 and stem else (last, "")
    path = f"{folder}/{_other(stem, chance)}{extension}" + "/" * parts.path.endswith("/")
    return urlunsplit(parts._replace(path=path, fragment=""))


def _other(value: str, chance: random.Random) -> str:
    """A word or number as *value* is one, long enough to name nothing."""
    if value.isdigit():
        return "9" + "".join(chance.choice(string.digits) for _ in range(max(8, len(value))))
    return "".join(chance.choice(LATIN) for _ in range(max(12, min(24, len(value)))))

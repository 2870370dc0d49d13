"""What the page behind a URL says of itself: title, authors, dates, site, each with its source.

Several places of a page tell the same thing, and not all rightly; each kind of markup has its
confidence, and what a second kind confirms is believed more. Nothing here compares with an entry.
"""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urljoin

from citecheck.language.folding import letters
from citecheck.model.verification import Datum, PageEvidence
from citecheck.sources.json_ld import read_json_ld
from citecheck.sources.markup import MOST_BYTES, Markup, decoded, read_markup
from citecheck.sources.meta_tags import read_meta_tags
from citecheck.sources.microdata import read_elements, read_microdata
from citecheck.sources.page_authors import authors
from citecheck.sources.page_dates import iso_date
from citecheck.sources.page_titles import host_names, is_front, without_site
from citecheck.sources.pdf_properties import read_pdf
from citecheck.sources.phrases import is_in_front
from citecheck.sources.told import Kind, Told

_DOI = re.compile(r"10\.\d{4,9}/[^\s\"<>?#]{1,300}")
_CHARSET = re.compile(r"(?i)charset\s?=\s?[\"']?([\w.:-]{1,40})")
_MARKUP_TYPES = ("text/html", "application/xhtml+xml", "text/plain", "")
_CUT_OFF = ("...", "…")
_LEAST_BELIEVED = 0.6
_MOST_DATA = 50
_LONGEST_TITLE = 500
_LONGEST_SEARCHED = 500_000


def page_evidence(url: str, body: bytes, content_type: str = "") -> PageEvidence:
    """What the page at *url* says of itself, given its *body* and the header Content-Type.

    Never raises. A page that stands in front of the one asked for (a challenge, a login) and a
    body that is neither HTML nor PDF say nothing.
    """
    if b"%PDF-" in body[:1024]:
        return _evidence(url, list(read_pdf(body)))
    if content_type.partition(";")[0].strip().lower() not in _MARKUP_TYPES or b"<" not in body:
        return PageEvidence(url=url)
    named = _CHARSET.search(content_type)
    charset = named[1] if named else ""
    markup = read_markup(body, charset)
    if any(is_in_front(title) for title in markup.titles[:1]):
        return PageEvidence(url=url)
    told = list(_told(markup, url))
    if not any(one.kind == "issued" and one.confidence >= _LEAST_BELIEVED for one in told):
        told += _searched_date(url, body, charset, markup)
    return _evidence(url, told)


def _told(markup: Markup, url: str) -> Iterator[Told]:
    if markup.canonical:
        yield Told("canonical", markup.canonical, "link", 0.9)
    canonical = _absolute(url, markup.canonical) or url
    yield from read_meta_tags(markup.metas)
    yield from read_json_ld(markup.scripts, canonical)
    yield from read_microdata(markup)
    yield from read_elements(markup)


def _evidence(url: str, told: list[Told]) -> PageEvidence:
    by_kind: dict[Kind, list[Told]] = {}
    for one in told:
        by_kind.setdefault(one.kind, []).append(one)
    journals, sites = by_kind.get("journal", []), by_kind.get("site", [])
    names = [*(site.value for site in (*sites, *journals)), *host_names(url)]
    types = sorted(by_kind.get("type", []), key=lambda one: -one.confidence)
    return PageEvidence(
        url=url,
        title=_data(_titles(by_kind.get("title", []), names)),
        author=_in_order(authors(by_kind.get("author", []), names)),
        issued=_data(_dates(by_kind.get("issued", []))),
        modified=_data(_dates(by_kind.get("modified", []))),
        container_title=_data([*journals, *sites]),
        canonical_url=_canonical(url, by_kind.get("canonical", [])),
        doi=next(filter(None, (doi_in(one.value) for one in by_kind.get("doi", []))), ""),
        type=types[0].value if types else "",
        paywalled="paywall" in by_kind,
    )


def _titles(told: Iterable[Told], names: list[str]) -> Iterator[Told]:
    """Titles without the site's name; one cut short, or the site's name alone, is believed less."""
    cleaned = [(one, without_site(one.value, names)) for one in told]
    sites = {letters(name) for name in names}
    for one, title in cleaned:
        front = next((other for _, other in cleaned if is_front(other, title)), None)
        if front and letters(front) not in sites:
            title = front  # noqa: PLW2901  (the heading repeats it without what follows)
        trust = one.confidence if len(title) <= _LONGEST_TITLE else 0.0
        if letters(title) in sites:
            trust *= 0.5
        if title.endswith(_CUT_OFF):
            trust *= 0.8
        yield one._replace(value=title, confidence=round(trust, 3))


def _dates(told: Iterable[Told]) -> Iterator[Told]:
    for one in told:
        if date := iso_date(one.value):
            yield one._replace(value=date)


def _data(told: Iterable[Told]) -> tuple[Datum, ...]:
    """Values in the order of confidence, each once; another source that agrees halves the doubt."""
    best: dict[str, Told] = {}
    sources: dict[str, set[str]] = {}
    for one in told:
        key = letters(one.value)
        sources.setdefault(key, set()).add(one.source)
        if key and one.confidence and (key not in best or best[key].confidence < one.confidence):
            best[key] = one
    found = [
        Datum(
            value=one.value,
            source=one.source,
            confidence=one.confidence if len(sources[key]) < 2 else round(_doubted(one), 3),
        )
        for key, one in best.items()
    ]
    return tuple(sorted(found, key=lambda datum: -datum.confidence)[:_MOST_DATA])


def _doubted(one: Told) -> float:
    """The confidence in what another source says too: half of the doubt is gone."""
    return (1 + one.confidence) / 2


def _in_order(told: Iterable[Told]) -> tuple[Datum, ...]:
    """Names, each once: those of the best source first, in the order in which it gives them."""
    unique: dict[str, Datum] = {}
    for one in sorted(told, key=lambda one: -one.confidence)[:_MOST_DATA]:
        datum = Datum(value=one.value, source=one.source, confidence=one.confidence)
        unique.setdefault(letters(one.value), datum)
    return tuple(unique.values())


def _canonical(url: str, told: list[Told]) -> str:
    addresses = (_absolute(url, one.value) for one in told)
    return next((a for a in addresses if a.startswith(("http://", "https://"))), "")


def _absolute(base: str, address: str) -> str:
    """*address* made absolute, "" if it is none."""
    try:
        return urljoin(base, address) if address else ""
    except ValueError:
        return ""


def doi_in(text: str) -> str:
    """The DOI in *text* in lower case, "" if there is none."""
    found = _DOI.search(text)
    return found[0].rstrip(".,;)").lower() if found else ""


def _searched_date(url: str, body: bytes, charset: str, markup: Markup) -> list[Told]:
    """The date that htmldate finds in the text of the page, if it is installed.

    It builds a tree, so it gets no page that would be dear as one.
    """
    if markup.most_attributes > 200 or len(body) > min(MOST_BYTES, _LONGEST_SEARCHED):
        return []
    try:
        from htmldate import find_date
    except ImportError:
        return []
    try:
        found = find_date(decoded(body, charset), url=url, original_date=True)
    except Exception:  # an odd page must not end a run
        return []
    return [Told("issued", str(found), "htmldate", 0.7)] if found else []

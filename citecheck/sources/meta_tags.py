"""What a page tells in meta elements: Highwire (citation_*), PRISM, Dublin Core, Open Graph ...

Sources: Google Scholar, "Inclusion Guidelines for Webmasters" (citation_*); DCMI Metadata Terms;
the PRISM 3.0 element set; The Open Graph protocol (https://ogp.me).
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from citecheck.sources.told import Kind, Told


class Meaning(NamedTuple):
    """What the content of a meta element of some name is."""

    kind: Kind
    source: str
    confidence: float


# One line for each thing told: kind, source, confidence, names.
_TABLE: tuple[tuple[Kind, str, float, str], ...] = (
    ("title", "highwire", 0.99, "citation_title bepress_citation_title eprints.title"),
    ("author", "highwire", 0.98, "citation_author citation_authors bepress_citation_author "
     "eprints.creators_name"),
    ("issued", "highwire", 0.98, "citation_publication_date bepress_citation_date eprints.date"),
    ("issued", "highwire", 0.95, "citation_cover_date citation_date citation_year"),
    ("issued", "highwire", 0.94, "citation_online_date bepress_citation_online_date"),
    ("journal", "highwire", 0.98, "citation_journal_title citation_conference_title "
     "citation_inbook_title bepress_citation_journal_title citation_conference "
     "eprints.publication"),
    ("site", "highwire", 0.7, "citation_publisher"),
    ("doi", "highwire", 0.99, "citation_doi bepress_citation_doi"),
    ("title", "prism", 0.9, "prism.title"),
    ("journal", "prism", 0.95, "prism.publicationname"),
    ("issued", "prism", 0.93, "prism.publicationdate prism.coverdate"),
    ("doi", "prism", 0.97, "prism.doi doi"),
    ("title", "dublin-core", 0.9, "dc.title dcterms.title dc:title"),
    ("author", "dublin-core", 0.88, "dc.creator dcterms.creator dc:creator dc.creator.personalname "
     "dc.contributor.author"),
    ("issued", "dublin-core", 0.9, "dc.date.issued dcterms.issued dc:date.issued"),
    ("issued", "dublin-core", 0.8, "dc.date dcterms.date dc:date dcterms.created dc.date.created"),
    ("modified", "dublin-core", 0.9, "dcterms.modified dc.date.modified dc.date.lastmodified"),
    ("journal", "dublin-core", 0.85, "dc.relation.ispartof dcterms.ispartof"),
    ("journal", "dublin-core", 0.6, "dc.source"),
    ("site", "dublin-core", 0.6, "dc.publisher dcterms.publisher"),
    ("doi", "dublin-core", 0.9, "dc.identifier dcterms.identifier dc.identifier.doi"),
    ("title", "open-graph", 0.85, "og:title"),
    ("title", "twitter", 0.8, "twitter:title"),
    ("title", "meta", 0.85, "parsely-title sailthru.title cxenseparse:title headline hdl"),
    ("issued", "open-graph", 0.93, "article:published_time og:article:published_time "
     "book:release_date video:release_date og:published_time article:published"),
    ("modified", "open-graph", 0.9, "article:modified_time og:updated_time og:modified_time "
     "article:modified"),
    ("author", "open-graph", 0.75, "article:author og:article:author book:author "
     "article:author_name og:author"),
    ("site", "open-graph", 0.9, "og:site_name"),
    ("canonical", "open-graph", 0.8, "og:url"),
    ("author", "meta", 0.75, "author parsely-author sailthru.author byl dcsext.author "
     "cxenseparse:author article.author twitter:data1:author"),
    ("issued", "meta", 0.88, "parsely-pub-date sailthru.date pubdate publish-date publishdate "
     "publish_date publication_date publication-date date.release datepublished "
     "cxenseparse:recs:publishtime article.published displaydate"),
    ("issued", "meta", 0.65, "date dat date.issued article_date_original created"),
    ("modified", "meta", 0.8, "last-modified lastmod revised datemodified date.modified "
     "date.updated modified"),
    ("site", "meta", 0.6, "application-name publisher parsely-site"),
    ("site", "meta", 0.5, "apple-mobile-web-app-title copyright"),
)  # fmt: skip
MEANINGS = {
    name: Meaning(kind, source, confidence)
    for kind, source, confidence, names in _TABLE
    for name in names.split()
}
_TYPES = {
    "citation_journal_title": "article-journal",
    "citation_conference_title": "paper-conference",
    "citation_conference": "paper-conference",
    "citation_inbook_title": "chapter",
    "citation_dissertation_institution": "thesis",
    "citation_dissertation_name": "thesis",
    "citation_technical_report_institution": "report",
    "citation_technical_report_number": "report",
}
_OPEN_GRAPH_TYPES = {"article": "webpage", "book": "book", "video.movie": "motion_picture"}
_LOCKED = frozenset("locked metered paid premium subscriber subscription".split())


def read_meta_tags(metas: Iterable[tuple[str, str]]) -> Iterator[Told]:
    """What meta elements tell; *metas* are pairs of a name in lower case and its content."""
    for name, content in metas:
        if meaning := MEANINGS.get(name):
            yield Told(meaning.kind, content, meaning.source, meaning.confidence)
        if kind := _TYPES.get(name):
            yield Told("type", kind, "highwire", 0.95)
        elif name == "og:type" and (kind := _OPEN_GRAPH_TYPES.get(content.lower())):
            yield Told("type", kind, "open-graph", 0.5)
        elif name == "article:content_tier" and content.lower() in _LOCKED:
            yield Told("paywall", content, "open-graph", 0.9)
        elif name == "citation_access" and content.lower() in ("restricted", "no"):
            yield Told("paywall", content, "highwire", 0.8)

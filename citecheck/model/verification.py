"""What the world said about the entries, collected before the rules run: links, pages, registries.

Whatever could not be asked is said as such; nothing here judges the writer.
"""

import datetime
from enum import StrEnum

from citecheck.model.base import Model, field
from citecheck.model.reference import Name, PartialDate


class LinkStatus(StrEnum):
    """What became of a request for a URL, kept apart as far as a writer may act differently.

    blocked: a server that is there and refuses programs (401, 403, 429, 451, 999, a challenge, a
    paywall). gone: 404 or 410. soft-404: a page that says "not found" with status 200, or the home
    page instead. server-error: 5xx after retries, or no HTTP. redirect-loop: redirects that never
    end. not-checked: nobody asked, ``reason`` says why
    (a private address, a foreign scheme, no network, the deadline, a server that asks to wait).
    """

    OK = "ok"
    MOVED = "moved"
    BLOCKED = "blocked"
    GONE = "gone"
    SOFT_404 = "soft-404"
    SERVER_ERROR = "server-error"
    TLS_ERROR = "tls-error"
    DNS_ERROR = "dns-error"
    CONNECTION_ERROR = "connection-error"
    REDIRECT_LOOP = "redirect-loop"
    TIMEOUT = "timeout"
    NOT_CHECKED = "not-checked"


class Link(Model):
    """The verdict on one URL.

    ``http_status`` is that of the last answer; ``final_url`` where permanent redirects lead, ""
    if nowhere else; ``reason`` says the verdict to people; ``fragment_found`` is None where it was
    not looked for; ``secure_url`` is the https form if that works for an http URL; ``archived`` the
    archive's copy nearest to the access date, with ``archived_on`` its day. ``cached`` tells that
    no request was made now.
    """

    url: str
    status: LinkStatus
    reason: str = ""
    http_status: int | None = None
    final_url: str = ""
    fragment_found: bool | None = None
    secure_url: str = ""
    archived: str = ""
    archived_on: datetime.date | None = None
    cached: bool = False


class Datum(Model):
    """One value that a page gives for itself, with the markup it stands in ("json-ld")."""

    value: str
    source: str
    confidence: float = 1.0


class PageEvidence(Model):
    """What the page behind ``url`` says of itself, best datum of each kind first.

    ``issued`` holds ISO dates as fine as given ("2021", "2021-03", "2021-03-04").
    """

    url: str
    title: tuple[Datum, ...] = ()
    author: tuple[Datum, ...] = ()
    issued: tuple[Datum, ...] = ()
    modified: tuple[Datum, ...] = ()
    container_title: tuple[Datum, ...] = ()
    canonical_url: str = ""
    doi: str = ""
    type: str = ""
    paywalled: bool = False


class RegistryUpdate(Model):
    """A notice about a work: ``type`` as the registry says it ("retraction", "correction")."""

    type: str
    doi: str = ""
    issued: PartialDate | None = None


class RegistryRecord(Model):
    """A work as a registry describes it, reduced to what is compared.

    ``type`` is a CSL type ("article" is a preprint), or the registry's own where there is none.
    ``title`` is "" where a resolver only tells that the identifier is registered; ``other_titles``
    are translated and original ones. ``issued`` holds every date of publication that the registry
    gives (print, online), the earliest first. ``updates`` are notices about this work; ``related``
    maps a relation ("is-preprint-of", "is-retraction-of") to identifiers.
    """

    registry: str
    identifier: str
    type: str = ""
    title: str = ""
    subtitle: str = ""
    other_titles: tuple[str, ...] = ()
    author: tuple[Name, ...] = ()
    editor: tuple[Name, ...] = ()
    issued: tuple[PartialDate, ...] = ()
    container_title: tuple[str, ...] = ()
    publisher: str = ""
    volume: str = ""
    issue: str = ""
    page: str = ""
    doi: str = ""
    isbn: tuple[str, ...] = ()
    url: str = ""
    updates: tuple[RegistryUpdate, ...] = ()
    related: dict[str, tuple[str, ...]] = field(default_factory=dict)


class LookupStatus(StrEnum):
    """How a question to a registry ended. not-found is an answer, not-checked is none."""

    FOUND = "found"
    NOT_FOUND = "not-found"
    NOT_CHECKED = "not-checked"


class Lookup(Model):
    """One question to one registry about one entry.

    ``by`` is the identifier or "search"; ``record`` is the accepted record if found, ``score``
    (0 to 1) how well it fits the entry (1.0 for an identifier). ``other_form`` tells that a search
    found the publication of a preprint, or the preprint of a publication.
    """

    reference_id: str
    registry: str
    by: str
    status: LookupStatus
    record: RegistryRecord | None = None
    score: float = 1.0
    other_form: bool = False
    reason: str = ""


class Verification(Model):
    """Everything asked about one list. ``links`` and ``pages`` by URL as written in the entries."""

    links: dict[str, Link] = field(default_factory=dict)
    pages: dict[str, PageEvidence] = field(default_factory=dict)
    lookups: tuple[Lookup, ...] = ()
    interrupted: bool = False

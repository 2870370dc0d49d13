"""What is asked of a server, and what came of it: values without behaviour."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

MEGABYTE = 1_000_000


class Fault(StrEnum):
    """Why there is no answer, or none that can be used.

    The first four come from citecheck itself, and say nothing about the server: refused (a
    private address, a foreign scheme), offline (no network), deadline (no time left in this run),
    interrupted. wait: the server asks to come back later than we may. unreachable: nobody listens
    there; connection: somebody did, and broke off.
    """

    REFUSED = "refused"
    OFFLINE = "offline"
    DEADLINE = "deadline"
    INTERRUPTED = "interrupted"
    WAIT = "wait"
    DNS = "dns"
    UNREACHABLE = "unreachable"
    CONNECTION = "connection"
    TLS = "tls"
    TIMEOUT = "timeout"
    REDIRECTS = "redirects"
    MALFORMED = "malformed"


@dataclass(frozen=True, slots=True)
class Request:
    """One question. ``max_bytes`` caps the body after decompression.

    ``media`` names the media types whose body is wanted ("text/html"); others are left unread,
    and an empty tuple wants them all. ``cookies`` is the header of that name.
    """

    url: str
    method: str = "GET"
    accept: str = "*/*"
    max_bytes: int = 5 * MEGABYTE
    media: tuple[str, ...] = ()
    cookies: str = ""


@dataclass(frozen=True, slots=True)
class Hop:
    """One redirect on the way: who answered what, and where it led."""

    url: str
    status: int
    location: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a request, redirects followed.

    ``url`` is the one asked for, ``final_url`` the one that answered; ``status`` is 0 without
    an answer, and then ``fault`` says why and ``reason`` says it to people. A fault may come with
    a status too (a body that never ended). ``headers`` have lower-case names. ``body`` is
    decompressed; ``truncated`` tells that there was more of it, or that it was left unread.
    ``fetched`` is in seconds since 1970; ``stale`` marks an old answer given because the server
    does not answer now.
    """

    url: str
    status: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    final_url: str = ""
    history: tuple[Hop, ...] = ()
    fault: Fault | None = None
    reason: str = ""
    truncated: bool = False
    fetched: float = 0.0
    from_cache: bool = False
    stale: bool = False

    @property
    def ok(self) -> bool:
        """Whether a body was given as asked: status 200 to 299 and no fault."""
        return self.fault is None and 200 <= self.status < 300

    @property
    def media_type(self) -> str:
        """The media type in lower case without its parameters, "" if none is given."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def is_html(self) -> bool:
        """Whether the body is a web page."""
        return self.media_type in ("text/html", "application/xhtml+xml")

    @property
    def charset(self) -> str:
        """The charset that the Content-Type names, "" if none."""
        named = _CHARSET.search(self.headers.get("content-type", ""))
        return named[1].lower() if named else ""

    @property
    def text(self) -> str:
        """The body as text, in the named charset or else UTF-8; wrong bytes become U+FFFD."""
        return self.start(len(self.body))

    def start(self, count: int) -> str:
        """The first *count* bytes of the body as text, as ``text`` reads them."""
        body = self.body[:count]
        try:
            return body.decode(self.charset or "utf-8", "replace")
        except (LookupError, ValueError):  # an unknown charset, or one that is no text
            return body.decode("utf-8", "replace")


_CHARSET = re.compile(r"(?i)charset=[\"']?([\w.:-]{1,40})")

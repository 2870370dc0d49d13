"""The real network: requests and urllib3, with the guard, the watch and limits on every body."""

import ssl
from collections.abc import Callable, Mapping
from contextlib import closing
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import certifi
import requests
from requests.adapters import BaseAdapter, HTTPAdapter

from citecheck.sources.answers import Answer, Fault, Request
from citecheck.sources.connections import Dialling, pools
from citecheck.sources.faults import fault_of
from citecheck.sources.guard import Guard
from citecheck.sources.names import Names, Resolver, system_resolver
from citecheck.sources.watch import Lease, Watch

CHUNK = 65_536
# A body shorter than this is read even if nobody wants it: the connection serves another request.
CHEAP = 16_384
DISTRIBUTION = "essay-citecheck"


class GuardedAdapter(HTTPAdapter):
    """Connections that only go where the guard lets them, all with one TLS context."""

    def __init__(
        self, dialling: Dialling, per_host: int, context: Callable[[], ssl.SSLContext]
    ) -> None:
        """Keep *per_host* connections open to each host."""
        super().__init__(pool_connections=256, pool_maxsize=per_host)
        self.poolmanager.pool_classes_by_scheme = pools(dialling, context)

    def cert_verify(self, *_: Any) -> None:
        """Nothing: the context verifies, and is not loaded again for each connection."""


@cache
def tls_context() -> ssl.SSLContext:
    """Trust what the system trusts (a university's own authority) and what requests does."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


class Wire:
    """The transport to real servers. Safe for threads; see `citecheck.sources.http.Transport`.

    *contact* is told to servers; *seconds_to_connect* bounds the opening of a connection. Tests
    give their own *resolver* and *context*.
    """

    def __init__(
        self,
        guard: Guard,
        *,
        contact: str = "",
        seconds_to_connect: float = 10.0,
        resolver: Resolver = system_resolver,
        context: Callable[[], ssl.SSLContext] = tls_context,
    ) -> None:
        """Open nothing yet."""
        self._guard = guard
        self._watch = Watch()
        self._connect = seconds_to_connect
        dialling = Dialling(guard, Names(resolver), self._watch, seconds_to_connect)
        self.adapter: BaseAdapter = GuardedAdapter(dialling, 6, context)
        self._headers = {"User-Agent": user_agent(contact), "Accept-Encoding": "gzip, deflate"}

    def send(self, request: Request, seconds: float) -> Answer:
        """The answer to *request* within *seconds*, redirects not followed. Never raises."""
        with self._watch.within(seconds) as lease:
            try:
                return self._answer(request, self._prepared(request), lease)
            except Exception as error:  # of requests, urllib3, ssl, http: all become a fault
                fault, reason = fault_of(error)
                if lease.expired and fault is not Fault.REFUSED:
                    fault, reason = Fault.TIMEOUT, f"no answer within {seconds:.3g} seconds"
                return Answer(request.url, fault=fault, reason=reason)

    def close(self) -> None:
        """Cut what is under way and close every connection."""
        self._watch.close()
        self.adapter.close()

    def _prepared(self, request: Request) -> requests.PreparedRequest:
        self._guard.check(request.url)
        headers = {**self._headers, "Accept": request.accept}
        if request.cookies:
            headers["Cookie"] = request.cookies
        prepared = requests.PreparedRequest()
        prepared.prepare_method(request.method)
        prepared.prepare_url(request.url, None)
        prepared.prepare_headers(headers)
        if prepared.url != request.url:
            self._guard.check(prepared.url or "")
        return prepared

    def _answer(self, request: Request, prepared: requests.PreparedRequest, lease: Lease) -> Answer:
        timeout = (self._connect, lease.left() + 0.1)
        response = self.adapter.send(prepared, stream=True, timeout=timeout)
        with closing(response):
            answer = Answer(request.url, response.status_code, headers_of(response.raw))
            body, truncated = body_of(response.raw, request, answer)
        if lease.expired:
            raise TimeoutError
        return Answer(request.url, answer.status, answer.headers, body=body, truncated=truncated)


def headers_of(raw: Any) -> Mapping[str, str]:
    """The headers of urllib3's response by lower-case name; each cookie on a line of its own."""
    cookies = raw.headers.getlist("set-cookie")
    headers = {name.lower(): value for name, value in raw.headers.items()}
    return {**headers, "set-cookie": "\n".join(cookies)} if cookies else headers


def body_of(raw: Any, request: Request, answer: Answer) -> tuple[bytes, bool]:
    """The body, decompressed, as far as it is wanted, and whether there is more."""
    if request.method == "HEAD":
        return b"", False
    declared = answer.headers.get("content-length", "")
    cheap = declared.isascii() and declared.isdigit() and int(declared[:9]) <= CHEAP
    redirect = 300 <= answer.status < 400
    wanted = not redirect and (not request.media or answer.media_type in (*request.media, ""))
    if not wanted and not cheap:
        return b"", True
    most = request.max_bytes if wanted else CHEAP
    body = bytearray()
    for part in raw.stream(CHUNK, decode_content=wanted):
        body += part
        if len(body) > most:
            return bytes(body[:most]), True
    return bytes(body), False


def user_agent(contact: str = "") -> str:
    """Who asks: a program that says so and how its user is reached, in the form servers expect."""
    about = f"+mailto:{contact}" if "@" in contact else f"+{contact}" if contact else "link check"
    return f"Mozilla/5.0 (compatible; citecheck/{_version()}; {about})"


@cache
def _version() -> str:
    try:
        return version(DISTRIBUTION)
    except PackageNotFoundError:
        return "0"

"""Asking servers: politely, within limits, from the cache where it may.

    with connect(Access(contact="me@example.org")) as client:
        answer = client.get("https://example.org/page", media=("text/html",))
        if answer.ok: ...

``get`` never raises for anything a server or the network does: it gives an `Answer` whose
``fault`` and ``reason`` say what happened. It may be called from many threads.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol, Self

from citecheck.sources.answers import MEGABYTE, Answer, Fault, Hop, Request
from citecheck.sources.pace import Clock, LateError, Pace, Stopped
from citecheck.sources.redirects import host_of, is_redirect, redirected
from citecheck.sources.retry import pause, waiting

if TYPE_CHECKING:
    from citecheck.sources.cache import Cache

PAGE_ACCEPT = "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8"
PAGE_MEDIA = ("text/html", "application/xhtml+xml", "text/plain")


@dataclass(frozen=True, slots=True)
class Limits:
    """How long, how much and how often; times in seconds, sizes in bytes.

    ``attempt`` bounds one request with its body, ``request`` one `Client.get` with all its
    redirects, retries and waiting, ``run`` everything that one client does. ``longest_wait`` is
    the most a server may ask us to wait (Retry-After).
    """

    connect: float = 10.0
    attempt: float = 20.0
    request: float = 75.0
    run: float = 600.0
    longest_wait: float = 30.0
    redirects: int = 10
    retries: int = 3
    workers: int = 64
    per_host: int = 6
    gap: float = 0.05


@dataclass(frozen=True, slots=True)
class Access:
    """What the user chooses about the network.

    ``contact`` is a mail address or URL told to servers; ``allow_hosts`` are hosts that the
    guard lets through ("intranet.example", "*.example.org", "10.1.0.0/16"); ``cache`` is a folder
    or a redis:// URL, None for a cache that ends with the run; ``refresh`` asks everything again
    and keeps the new answers.
    """

    contact: str = ""
    allow_hosts: tuple[str, ...] = ()
    cache: str | None = None
    refresh: bool = False
    limits: Limits = field(default_factory=Limits)


class Transport(Protocol):
    """Whatever carries one request to a server, redirects not followed, and never raises."""

    def send(self, request: Request, seconds: float) -> Answer:
        """The answer to *request*, within *seconds*."""

    def close(self) -> None:
        """Close every connection; requests under way end with a fault."""


@dataclass(slots=True)
class Patience:
    """How long one `Client.get` may still take: ``until`` on the clock."""

    until: float


class Client:
    """Asks servers for many threads at once. Made by `connect`; tests give it a transport.

    ``interrupted`` is set by whoever stops the run, and ends every wait.
    """

    def __init__(
        self,
        transport: Transport,
        limits: Limits | None = None,
        *,
        cache: Cache | None = None,
        clock: Clock | None = None,
    ) -> None:
        """Begin a run: its time is counted from now."""
        self.limits = limits or Limits()
        self.clock = clock or Clock()
        self.cache = cache
        self.pace = Pace(self.clock, self.limits.per_host, self.limits.gap)
        self.until = self.clock.now() + self.limits.run
        self.transport = transport
        self._chance = random.Random()

    def __enter__(self) -> Self:
        """The client itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the client."""
        self.close()

    def close(self) -> None:
        """End every request and close the cache."""
        self.transport.close()
        if self.cache:
            self.cache.close()

    def interrupt(self) -> None:
        """Stop asking: requests under way or waiting end with the fault "interrupted"."""
        self.clock.stopped.set()
        self.transport.close()

    @property
    def interrupted(self) -> bool:
        """Whether the run was stopped before its end."""
        return self.clock.stopped.is_set()

    @property
    def is_over(self) -> bool:
        """Whether the run was interrupted or its time is up: some questions were not put."""
        return self.interrupted or self.clock.now() >= self.until

    def get(
        self,
        url: str,
        *,
        accept: str = "*/*",
        max_bytes: int = 5 * MEGABYTE,
        media: tuple[str, ...] = (),
        head: bool = False,
    ) -> Answer:
        """What *url* answers, redirects followed, from the cache if it is fresh there.

        *accept* goes into the header Accept; *max_bytes* and *media* as in `Request`; *head* asks
        for the headers alone. A server that does not answer now is answered for by the cache
        (``stale``) if it once did. Never raises.
        """
        request = Request(url, "HEAD" if head else "GET", accept, max_bytes, media)
        kept = self.cache.answer(request) if self.cache else None
        if kept and not kept.stale:
            return kept
        answer = self._follow(request)
        if kept and answer.fault is not Fault.REFUSED and (answer.fault or answer.status >= 500):
            return kept
        if self.cache:
            self.cache.keep(request, answer)
        return answer

    def page(self, url: str) -> Answer:
        """The page at *url* as links and evidence both want it, so that it is asked for once.

        Bodies of other media than web pages are left unread, those of pages cut at 2 megabytes.
        """
        return self.get(url, accept=PAGE_ACCEPT, max_bytes=2 * MEGABYTE, media=PAGE_MEDIA)

    def _follow(self, request: Request) -> Answer:
        """The answer at the end of the redirects."""
        patience = Patience(self.clock.now() + self.limits.request)
        hops: list[Hop] = []
        asked = {request}
        here = request
        while True:
            answer = self._persist(here, patience)
            if answer.fault or not is_redirect(answer):
                break
            following = redirected(here, answer)
            hops.append(Hop(here.url, answer.status, following.url))
            if following in asked or len(hops) > self.limits.redirects:
                answer = Answer(here.url, answer.status, answer.headers, fault=Fault.REDIRECTS)
                answer = replace(answer, reason="the redirects never end")
                break
            asked.add(following)
            here = following
        return replace(answer, url=request.url, final_url=here.url, history=tuple(hops))

    def _persist(self, request: Request, patience: Patience) -> Answer:
        """The answer of one hop, asked again where that may help."""
        for attempt in range(self.limits.retries + 1):
            answer = self._once(request, patience)
            wait = pause(answer, attempt, self._chance.random())
            if wait is None:
                break
            if answer.status == 429:
                self.pace.slow_down(host_of(request.url))
            if wait > self.limits.longest_wait:
                self.pace.put_off(host_of(request.url))
                return _asks_to_wait(answer, wait)
            late = self.clock.now() + wait > min(patience.until, self.until)
            if late or attempt == self.limits.retries:
                break
            try:
                self.clock.sleep(wait)
            except Stopped:
                return _unasked(request.url, Fault.INTERRUPTED)
        return answer

    def _once(self, request: Request, patience: Patience) -> Answer:
        """One request, when the host's turn has come; waiting for it costs no patience."""
        host, begin = host_of(request.url), self.clock.now()
        if self.pace.is_put_off(host):
            return _unasked(request.url, Fault.WAIT)
        try:
            with self.pace.turn(host, self.until):
                now = self.clock.now()
                patience.until += now - begin
                left = self.until - now
                seconds = min(left, patience.until - now, self.limits.attempt)
                answer = self.transport.send(request, seconds)
        except LateError:
            return _unasked(request.url, Fault.DEADLINE)
        except Stopped:
            return _unasked(request.url, Fault.INTERRUPTED)
        if answer.fault and self.interrupted:
            return _unasked(request.url, Fault.INTERRUPTED)
        if answer.fault is Fault.TIMEOUT and left < self.limits.attempt:
            return _unasked(request.url, Fault.DEADLINE)
        return replace(answer, fetched=self.clock.today())


UNASKED = {
    Fault.DEADLINE: "the time for this run was up",
    Fault.INTERRUPTED: "the run was interrupted",
    Fault.WAIT: "the server asked to wait, for other addresses",
}


def _unasked(url: str, fault: Fault) -> Answer:
    return Answer(url, fault=fault, reason=UNASKED[fault], final_url=url)


def _asks_to_wait(answer: Answer, seconds: float) -> Answer:
    reason = f"the server asks to wait {waiting(seconds)}"
    return replace(answer, fault=Fault.WAIT, reason=reason, body=b"")


def connect(access: Access) -> Client:
    """A client on the real network, as *access* says.

    Raises ConfigurationError for a cache that cannot be opened or written.
    """
    from citecheck.sources.cache import Cache
    from citecheck.sources.guard import Guard
    from citecheck.sources.stores import open_store
    from citecheck.sources.transport import Wire

    limits = access.limits
    cache = Cache(open_store(access.cache), refresh=access.refresh)
    guard = Guard(access.allow_hosts)
    wire = Wire(guard, contact=access.contact, seconds_to_connect=limits.connect)
    return Client(wire, limits, cache=cache)

"""How fast one host is asked: a few requests at once, a short gap between them, less if it asks."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

SLOWEST = 2.0  # seconds between two requests to a host that asks for less
OFTEN = 3  # times that a host may ask to wait for hours before it is left alone


class Stopped(Exception):  # noqa: N818  (reads as what happened)
    """The run was interrupted while something waited."""


class LateError(Exception):
    """The time was up before a request could start."""


class Clock:
    """The passing of time, in seconds; tests put their own in its place."""

    def __init__(self) -> None:
        """Begin; ``stopped`` is set when the run is interrupted."""
        self.stopped = threading.Event()

    def now(self) -> float:
        """Seconds on a clock that never goes back."""
        return time.monotonic()

    def today(self) -> float:
        """Seconds since 1970, for what is kept."""
        return time.time()

    def sleep(self, seconds: float) -> None:
        """Wait, or raise `Stopped` as soon as the run is interrupted."""
        if self.stopped.wait(max(0.0, seconds)):
            raise Stopped


@dataclass(slots=True)
class Host:
    """The state of one host; ``next_start`` on the clock, ``gap`` in seconds."""

    at_once: int
    gap: float
    turn: threading.Condition = field(default_factory=threading.Condition)
    busy: int = 0
    next_start: float = 0.0
    put_off: int = 0


class Pace:
    """Turns for requests, per host. ``at_once`` and ``gap`` hold for hosts not named otherwise."""

    def __init__(self, clock: Clock, at_once: int = 6, gap: float = 0.05) -> None:
        """Begin with no host known."""
        self._clock = clock
        self._default = (at_once, gap)
        self._hosts: dict[str, Host] = {}
        self._lock = threading.Lock()

    def agree(self, host: str, *, at_once: int, gap: float) -> None:
        """Ask *host* as its terms of use say: so many at once, *gap* seconds between starts."""
        with self._lock:
            self._hosts[host] = Host(at_once, gap)

    def slow_down(self, host: str) -> None:
        """*host* said that this is too much: ask half as fast."""
        state = self._state(host)
        with state.turn:
            state.at_once = max(1, state.at_once // 2)
            state.gap = min(SLOWEST, state.gap * 2)

    def put_off(self, host: str) -> None:
        """*host* asked to wait longer than a run may."""
        state = self._state(host)
        with state.turn:
            state.put_off += 1

    def is_put_off(self, host: str) -> bool:
        """Whether *host* asked so often that no more of its pages are asked for."""
        return self._state(host).put_off >= OFTEN

    @contextmanager
    def turn(self, host: str, until: float) -> Iterator[None]:
        """Wait for a turn to ask *host*, and keep it for the length of the block.

        Raises `LateError` if none comes before *until*, `Stopped` if the run is interrupted.
        """
        state = self._state(host)
        self._enter(state, until)
        try:
            self._keep_the_gap(state, until)
            yield
        finally:
            with state.turn:
                state.busy -= 1
                state.turn.notify()

    def _enter(self, state: Host, until: float) -> None:
        with state.turn:
            while state.busy >= state.at_once:
                left = until - self._clock.now()
                if left <= 0:
                    raise LateError
                if self._clock.stopped.is_set():
                    raise Stopped
                state.turn.wait(min(left, 0.5))
            state.busy += 1

    def _keep_the_gap(self, state: Host, until: float) -> None:
        with state.turn:
            start = max(self._clock.now(), state.next_start)
            if start > until:
                raise LateError
            state.next_start = start + state.gap
        wait = start - self._clock.now()
        if wait > 0:
            self._clock.sleep(wait)

    def _state(self, host: str) -> Host:
        with self._lock:
            if host not in self._hosts:
                self._hosts[host] = Host(*self._default)
            return self._hosts[host]

"""Ending what takes too long: servers that send a byte now and then never let a read time out."""

import heapq
import itertools
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress


class Lease:
    """The time one request may take. ``expired`` tells that its connection was cut."""

    def __init__(self, until: float) -> None:
        """Begin now and end at *until*, on the monotonic clock."""
        self.until = until
        self.expired = False
        self.done = False
        self._brake: socket.socket | None = None
        self._lock = threading.Lock()

    def left(self) -> float:
        """Seconds that are left, none at the least."""
        return max(0.0, self.until - time.monotonic())

    def hold(self, brake: socket.socket) -> None:
        """Take a copy of *brake*, a handle of the connection, to cut it when the time is up.

        A copy, because urllib3 lets go of a connection before its last answer is read.
        """
        with self._lock:
            if self._brake:
                self._brake.close()
            self._brake = brake.dup()
        if self.expired:
            self.expire()

    def expire(self) -> None:
        """Cut the connection, if the request is not done; whoever reads from it wakes up."""
        with self._lock:
            if self.done:
                return
            self.expired = True
            if self._brake:
                with suppress(OSError):
                    self._brake.shutdown(socket.SHUT_RDWR)

    def end(self) -> None:
        """The request is done, its connection may serve another."""
        with self._lock:
            self.done = True
            if self._brake:
                self._brake.close()


class Watch:
    """One thread that expires leases when their time is up. It starts with the first lease."""

    def __init__(self) -> None:
        """Begin with no lease and no thread."""
        self._here = threading.local()
        self._leases: list[tuple[float, int, Lease]] = []
        self._numbers = itertools.count()
        self._news = threading.Condition()
        self._thread: threading.Thread | None = None
        self._closed = False

    @contextmanager
    def within(self, seconds: float) -> Iterator[Lease]:
        """A lease of *seconds* for what this thread does in the block."""
        lease = Lease(time.monotonic() + seconds)
        self._here.lease = lease
        self._add(lease)
        try:
            yield lease
        finally:
            lease.end()

    def lease(self) -> Lease:
        """The lease under which this thread works."""
        lease: Lease = self._here.lease
        return lease

    def close(self) -> None:
        """Expire every lease, at once and from now on."""
        with self._news:
            self._closed = True
            leases = [lease for *_, lease in self._leases]
            self._news.notify()
        for lease in leases:
            lease.expire()

    def _add(self, lease: Lease) -> None:
        with self._news:
            heapq.heappush(self._leases, (lease.until, next(self._numbers), lease))
            first = self._leases[0][2] is lease
            if self._thread is None and not self._closed:
                self._thread = threading.Thread(target=self._expire_in_turn, daemon=True)
                self._thread.start()
            elif first:
                self._news.notify()
        if self._closed:
            lease.expire()

    def _expire_in_turn(self) -> None:
        while True:
            with self._news:
                if self._closed:
                    return
                left = self._leases[0][0] - time.monotonic() if self._leases else None
                if left is None or left > 0:
                    self._news.wait(left)
                    continue
                lease = heapq.heappop(self._leases)[2]
            lease.expire()

"""Connections of urllib3 that go to addresses the guard has seen, and that the watch can cut."""

import socket
import ssl
from collections.abc import Callable
from typing import Any, ClassVar

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.util.connection import create_connection

from citecheck.sources.guard import Guard
from citecheck.sources.names import Names
from citecheck.sources.watch import Watch

ADDRESSES_TRIED = 3


class Dialling:
    """How sockets are opened: look the name up, check its addresses, connect to one of these."""

    def __init__(self, guard: Guard, names: Names, watch: Watch, seconds: float) -> None:
        """Connect within *seconds* at most, or what is left of the watch's lease."""
        self.guard = guard
        self.names = names
        self.watch = watch
        self.seconds = seconds

    def open(self, host: str, port: int, options: Any) -> socket.socket:
        """A socket to *host*. Raises Refused, OSError or what the lookup raises."""
        lease = self.watch.lease()
        self.guard.check_name(host)
        addresses = self.names.addresses(host, lease.left())
        self.guard.check_addresses(host, addresses)
        failure: OSError | None = None
        for address in addresses[:ADDRESSES_TRIED]:
            seconds = min(self.seconds, max(0.001, lease.left()))
            try:
                return create_connection((address, port), seconds, socket_options=options)
            except OSError as error:
                failure = failure or error
        raise failure or OSError("no address")


class Watched:
    """What our connections do beyond those of urllib3."""

    dialling: ClassVar[Dialling]
    brake: socket.socket | None = None

    def _new_conn(self: Any) -> socket.socket:
        sock: socket.socket = self.dialling.open(self._dns_host, self.port, self.socket_options)
        self.brake = sock.dup()
        self.dialling.watch.lease().hold(self.brake)
        return sock

    def request(self: Any, *args: Any, **kwargs: Any) -> None:
        """Send a request, whose lease may cut this connection."""
        if self.brake:
            self.dialling.watch.lease().hold(self.brake)
        super().request(*args, **kwargs)  # type: ignore[misc]

    def close(self: Any) -> None:
        """Let go of the connection."""
        super().close()  # type: ignore[misc]
        if self.brake:
            self.brake.close()
            self.brake = None


def pools(
    dialling: Dialling, context: Callable[[], ssl.SSLContext]
) -> dict[str, type[HTTPConnectionPool]]:
    """Classes of connection pools by scheme, for ``PoolManager.pool_classes_by_scheme``.

    The name, not the address, goes into Host and SNI and is verified. *context* is asked for
    with the first host that speaks TLS: making one takes a while.
    """
    given = {"dialling": dialling}

    class PlainPool(HTTPConnectionPool):
        """The connections to one host."""

        ConnectionCls = type("Plain", (Watched, HTTPConnection), given)

    class SecurePool(HTTPSConnectionPool):
        """The connections with TLS to one host."""

        ConnectionCls = type("Secure", (Watched, HTTPSConnection), given)

        def __init__(self, *args: Any, **options: Any) -> None:
            super().__init__(*args, **{**options, "ssl_context": context()})

    return {"http": PlainPool, "https": SecurePool}

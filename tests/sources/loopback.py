"""A server on loopback whose answers are raw bytes, so that it can break every rule of HTTP."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

Handler = Callable[[socket.socket], None]

LONGEST = 20.0  # seconds after which a handler gives up, should a test fail


@dataclass
class Loopback:
    """The server: ``routes`` by path (query included), ``heads`` are the requests as they came."""

    routes: dict[str, Handler | bytes]
    listener: socket.socket
    context: ssl.SSLContext | None = None
    heads: list[str] = field(default_factory=list)
    stopped: threading.Event = field(default_factory=threading.Event)

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.listener.getsockname()[1])

    def url(self, path: str, host: str = "127.0.0.1", scheme: str = "http") -> str:
        """The URL of *path* on this server."""
        return f"{scheme}://{host}:{self.port}{path}"

    @property
    def paths(self) -> list[str]:
        """What was asked for, in order."""
        return [head.split(" ")[1] for head in self.heads]

    def serve(self) -> None:
        """Accept until the listener is closed, each connection on a thread of its own."""
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.handle, args=(connection,), daemon=True).start()

    def handle(self, connection: socket.socket) -> None:
        """Answer one request and close."""
        connection.settimeout(LONGEST)
        with suppress(OSError, ValueError):
            if self.context:
                connection = self.context.wrap_socket(connection, server_side=True)
            head = b""
            while b"\r\n\r\n" not in head:
                more = connection.recv(65_536)
                if not more:
                    return
                head += more
                if head.startswith(b"\x16"):  # TLS, which is not spoken here
                    connection.sendall(answer("http only", status="400 Bad Request"))
                    return
            self.heads.append(head.decode("latin-1"))
            route = self.routes.get(self.paths[-1], answer("nothing here", status="404 Not Found"))
            if isinstance(route, bytes):
                connection.sendall(route)
            else:
                route(connection)
        with suppress(OSError):
            connection.shutdown(socket.SHUT_RDWR)
        connection.close()


@contextmanager
def serving(
    routes: dict[str, Handler | bytes], context: ssl.SSLContext | None = None
) -> Iterator[Loopback]:
    """A server for the length of the block."""
    listener = socket.create_server(("127.0.0.1", 0), backlog=64)
    server = Loopback(routes, listener, context)
    threading.Thread(target=server.serve, daemon=True).start()
    try:
        yield server
    finally:
        server.stopped.set()
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()


def answer(body: str | bytes = "", status: str = "200 OK", **headers: str) -> bytes:
    """An answer in order; header names with "_" for "-"."""
    data = body.encode() if isinstance(body, str) else body
    given = {name.replace("_", "-").lower(): value for name, value in headers.items()}
    lines = {
        "content-type": "text/html; charset=utf-8",
        "content-length": str(len(data)),
        "connection": "close",
        **given,
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items() if value)
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode("latin-1") + data


def page(title: str, text: str = "", extra: str = "") -> str:
    """A small web page."""
    return (
        f"<!doctype html><html><head><title>{title}</title>{extra}</head><body>{text}</body></html>"
    )


def redirect(location: str, status: str = "302 Found", **headers: str) -> bytes:
    """A redirect."""
    return answer("", status, location=location, **headers)

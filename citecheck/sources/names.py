"""Looking up host names: once per run, within a time, and telling a dead name from no network."""

import ipaddress
import socket
import threading
from collections.abc import Callable
from concurrent.futures import Future

Resolver = Callable[[str], list[str]]

# A name that every verification may ask anyway; if it cannot be found, it is not the draft's fault.
WITNESS = "doi.org"


class Offline(Exception):  # noqa: N818  (reads as what happened)
    """There is no network: not even a name that surely exists is found."""


def system_resolver(host: str) -> list[str]:
    """The addresses of *host* as the system finds them. Raises OSError (gaierror)."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


class Names:
    """The addresses of hosts. Safe for threads; a name is looked up once."""

    def __init__(self, resolver: Resolver = system_resolver) -> None:
        """Ask *resolver*, which may take as long as it likes."""
        self._resolver = resolver
        self._known: dict[str, Future[list[str]]] = {}
        self._lock = threading.Lock()

    def addresses(self, host: str, seconds: float) -> list[str]:
        """The addresses of *host*, found within *seconds*.

        Raises gaierror or UnicodeError for a name that does not exist, TimeoutError, and
        `Offline` where no name is found at all.
        """
        try:
            return [str(ipaddress.ip_address(host.strip("[]")))]
        except ValueError:
            pass
        try:
            return self._found(host).result(max(0.0, seconds))
        except OSError:
            if not self._online(seconds):
                raise Offline from None
            raise

    def _online(self, seconds: float) -> bool:
        """Whether any name was found in this run, or the witness is now."""
        with self._lock:
            known = list(self._known.values())
        if any(future.done() and not future.exception() for future in known):
            return True
        try:
            return bool(self._found(WITNESS).result(max(0.0, seconds)))
        except (OSError, UnicodeError):
            return False

    def _found(self, host: str) -> "Future[list[str]]":
        """The lookup of *host*, begun on a thread of its own: the system gives it no time limit."""
        with self._lock:
            if host in self._known:
                return self._known[host]
            future = self._known[host] = Future()
        threading.Thread(target=self._find, args=(host, future), daemon=True).start()
        return future

    def _find(self, host: str, future: "Future[list[str]]") -> None:
        try:
            future.set_result(self._resolver(host))
        except Exception as error:  # raised again where the result is asked for
            future.set_exception(error)

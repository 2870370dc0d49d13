"""What an exception of requests, urllib3 or the system means, and how it is said to people."""

import errno
import http.client
import socket
import ssl
from collections.abc import Iterator

import requests.exceptions as requests_errors
import urllib3.exceptions as urllib3_errors

from citecheck.sources.answers import Fault
from citecheck.sources.guard import Refused
from citecheck.sources.names import Offline

NO_ROUTE = (errno.EHOSTUNREACH, errno.EHOSTDOWN)
NO_NETWORK = (errno.ENETUNREACH, errno.ENETDOWN)
DEPTH = 12
MALFORMED = "the answer is not HTTP as it should be"

# The first kind that any exception of the chain belongs to.
KINDS: tuple[tuple[Fault, str, tuple[type[BaseException], ...]], ...] = (
    (Fault.REFUSED, "", (Refused,)),
    (Fault.OFFLINE, "no network", (Offline,)),
    (
        Fault.REFUSED,
        "not a valid URL",
        (
            requests_errors.InvalidURL,
            requests_errors.MissingSchema,
            requests_errors.InvalidSchema,
            urllib3_errors.LocationParseError,
        ),
    ),
    (Fault.TLS, "", (ssl.SSLCertVerificationError,)),
    (Fault.TLS, "the encryption failed", (ssl.SSLError, urllib3_errors.SSLError)),
    (Fault.MALFORMED, MALFORMED, (urllib3_errors.InvalidChunkLength,)),
    (Fault.DNS, "no such host", (socket.gaierror, UnicodeError)),
    (Fault.TIMEOUT, "no answer in time", (TimeoutError, urllib3_errors.TimeoutError)),
    (Fault.UNREACHABLE, "the connection was refused", (ConnectionRefusedError,)),
    (
        Fault.CONNECTION,
        "the server closed the connection",
        (ConnectionError, http.client.RemoteDisconnected, http.client.IncompleteRead),
    ),
    (
        Fault.MALFORMED,
        MALFORMED,
        (
            http.client.HTTPException,
            urllib3_errors.DecodeError,
            urllib3_errors.InvalidHeader,
            requests_errors.InvalidHeader,
            ValueError,
        ),
    ),
)


def fault_of(error: BaseException) -> tuple[Fault, str]:
    """The fault that *error* is, and what to tell people."""
    chain = list(_chain(error))
    for fault, reason, kinds in KINDS:
        found = next((link for link in chain if isinstance(link, kinds)), None)
        if isinstance(found, socket.gaierror) and found.errno == socket.EAI_AGAIN:
            return Fault.TIMEOUT, "the name server does not answer"
        if found is not None:
            return fault, reason or _words(found)
    numbers = {link.errno for link in chain if isinstance(link, OSError)}
    if not numbers.isdisjoint(NO_NETWORK):
        return Fault.OFFLINE, "no network"
    if not numbers.isdisjoint(NO_ROUTE):
        return Fault.UNREACHABLE, "no way to the server"
    return Fault.CONNECTION, "the connection failed"


def _words(error: BaseException) -> str:
    """The message of *error* without what only programmers read."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"the certificate is not valid: {error.verify_message}"
    return str(error)


def _chain(error: BaseException) -> Iterator[BaseException]:
    """*error*, what it wraps and what it came from, outermost first."""
    waiting, seen = [error], 0
    while waiting and seen < DEPTH:
        seen += 1
        here = waiting.pop(0)
        yield here
        inner = [*here.args, getattr(here, "reason", None), here.__cause__, here.__context__]
        waiting += [link for link in inner if isinstance(link, BaseException)]

"""Which hosts a draft may make us ask: public ones, and those that the user allowed by name.

A draft is not trusted: its URLs, the names in them and the redirects behind them may point into
the reader's own network (server-side request forgery, OWASP A10:2021). The address that was
checked is the address that is connected to, so that a name cannot change in between.

Special addresses: the IANA registries of special-purpose addresses for IPv4 and IPv6 (RFC 6890).
"""

import ipaddress
import re
import socket
from collections.abc import Sequence
from functools import cache, cached_property
from urllib.parse import urlsplit

IPv4 = ipaddress.IPv4Address
IPv6 = ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

SCHEMES = ("http", "https")
PRIVATE = "private address"

# What is not the public internet, with the one metadata service that hides in a public range.
NOT_PUBLIC_4 = """
0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 168.63.129.16/32 169.254.0.0/16 172.16.0.0/12
192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24
203.0.113.0/24 224.0.0.0/4 240.0.0.0/4
"""
PUBLIC_6 = "2000::/3"
NOT_PUBLIC_6 = "2001::/23 2001:db8::/32 3fff::/20"
SIX_TO_FOUR = "2002::/16"  # RFC 3056: an IPv4 address stands in bits 16 to 48
NAT64 = "64:ff9b::/96"  # RFC 6052: in the last 32

# Names that never leave a machine or its network (RFC 6761, 6762, 8375, 9476).
LOCAL_NAMES = ("localhost", "local", "internal", "home.arpa", "alt")
NUMERIC = re.compile(r"(?:0[xX][0-9a-fA-F]*|[0-9]+)")


class Refused(Exception):  # noqa: N818  (reads as what happened)
    """A URL that is not asked. The message says why, to people."""


class Guard:
    """Says which URLs and addresses may be asked.

    *allow_hosts* holds hosts ("wiki.intranet"), all hosts below a name ("*.intranet"), addresses
    and networks ("10.1.0.0/16").
    """

    def __init__(self, allow_hosts: Sequence[str] = ()) -> None:
        """Let *allow_hosts* through beside the public hosts."""
        self._allowed = tuple(host.strip().lower().rstrip(".") for host in allow_hosts)
        self._harmless: set[str] = set()  # names, which say nothing of the addresses behind them

    @cached_property
    def _networks(self) -> tuple[Network, ...]:
        return tuple(filter(None, map(as_network, self._allowed)))

    def check(self, url: str) -> None:
        """Raise `Refused` if *url* shows, before any name is looked up, that it is not asked."""
        try:
            parts = urlsplit(url)
            host, _ = parts.hostname or "", parts.port
        except ValueError:
            raise Refused("not a valid URL") from None
        if parts.scheme not in SCHEMES:
            raise Refused(f"scheme {parts.scheme or 'missing'}")
        if not host:
            raise Refused("no host")
        self.check_name(host)

    def check_name(self, host: str) -> None:
        """Raise `Refused` for a host that is local by its name, or a number that is no address."""
        host = host.lower().rstrip(".")
        if host not in self._harmless:
            self._check_new_name(host)
            self._harmless.add(host)

    def _check_new_name(self, host: str) -> None:
        if self.allows_name(host):
            return
        if any(host == name or host.endswith(f".{name}") for name in LOCAL_NAMES):
            raise Refused(PRIVATE)
        address = as_address(host)
        if address:
            self.check_address(str(address))
        elif NUMERIC.fullmatch(host.rpartition(".")[2]):
            raise Refused("not a valid host")

    def check_address(self, address: str) -> None:
        """Raise `Refused` unless *address* is public or allowed."""
        parsed = ipaddress.ip_address(address.partition("%")[0])
        if not is_public(parsed) and not any(parsed in network for network in self._networks):
            raise Refused(PRIVATE)

    def check_addresses(self, host: str, addresses: Sequence[str]) -> None:
        """Raise `Refused` if any of the *addresses* that *host* resolves to may not be asked."""
        if not self.allows_name(host.lower().rstrip(".")):
            for address in addresses:
                self.check_address(address)

    def allows_name(self, host: str) -> bool:
        """Whether the user allowed *host* by its name."""
        return any(
            host == allowed or (allowed.startswith("*.") and host.endswith(allowed[1:]))
            for allowed in self._allowed
        )


def as_network(text: str) -> Network | None:
    """*text* as a network ("10.0.0.0/8") or a single address, None if it is neither."""
    try:
        return ipaddress.ip_network(text.strip("[]"), strict=False)
    except ValueError:
        return None


def as_address(host: str) -> IPv4 | IPv6 | None:
    """The address that *host* is in any form that systems take (127.1, 0x7f000001, 017700000001).

    None if it is a name.
    """
    try:
        return ipaddress.ip_address(host.strip("[]").partition("%")[0])
    except ValueError:
        pass
    if not all(NUMERIC.fullmatch(part) for part in host.split(".")):
        return None
    try:
        return IPv4(socket.inet_aton(host))
    except (OSError, ValueError):
        return None


def is_public(address: IPv4 | IPv6) -> bool:
    """Whether *address* is of the public internet, and does not stand for one that is not."""
    if isinstance(address, IPv4):
        return not any(address in network for network in _networks(NOT_PUBLIC_4))
    if address in _networks(NAT64)[0]:
        return is_public(IPv4(int(address) & 0xFFFF_FFFF))
    if address in _networks(SIX_TO_FOUR)[0]:
        return is_public(IPv4(int(address) >> 80 & 0xFFFF_FFFF))
    public, special = _networks(PUBLIC_6)[0], _networks(NOT_PUBLIC_6)
    return address in public and not any(address in network for network in special)


@cache
def _networks(text: str) -> tuple[Network, ...]:
    return tuple(ipaddress.ip_network(word) for word in text.split())

"""The resolvers of identifiers: whether a DOI, a handle or a URN is registered at all.

They know an address and nothing of the work; the page there is never asked. Sources: ISO 26324
and https://www.handle.net/proxy_servlet.html; the URN service of the German National Library.
"""

import re
from collections.abc import Sequence
from typing import ClassVar

from citecheck.model.reference import Reference
from citecheck.model.verification import RegistryRecord
from citecheck.sources.record_parts import doi_of, quoted, unquoted
from citecheck.sources.registry import Answered, Registry

_HANDLE = re.compile(r"(?i)(?:hdl\.handle\.net/|hdl:\s?)(\d[\d.]{0,20}/[^\s?#]{1,200})")
_URN = re.compile(r"(?i)urn:nbn:(?:de|at|ch):[a-z0-9:._/-]{3,100}")
_REGISTERED = 1


class HandleAnswer(Answered):
    """Code 1: registered; 100: not."""

    responseCode: int  # noqa: N815  (as the proxy names it)
    handle: str


class UrnAnswer(Answered):
    """A URN that is registered."""

    urn: str


class _Handles(Registry):
    """A proxy server of the Handle System."""

    at_once: ClassVar[int] = 3
    gap: ClassVar[float] = 0.1

    def address(self, identifiers: Sequence[str]) -> str:
        """The values of a handle."""
        return f"https://{self.host}/api/handles/{quoted(identifiers[0], safe='/:;()')}"

    def records(self, body: bytes) -> tuple[RegistryRecord, ...]:
        """That it is registered, or nothing."""
        answer = HandleAnswer.model_validate_json(body)
        if answer.responseCode != _REGISTERED:
            return ()
        return (RegistryRecord(registry=self.name, identifier=answer.handle.lower()),)


class DoiOrg(_Handles):
    """All DOIs, whichever agency registered them."""

    name: ClassVar[str] = "doi.org"
    host: ClassVar[str] = "doi.org"

    def identifier(self, reference: Reference) -> str:
        """The DOI."""
        return doi_of(reference)


class HandleNet(_Handles):
    """Handles that are no DOIs."""

    name: ClassVar[str] = "hdl.handle.net"
    host: ClassVar[str] = "hdl.handle.net"

    def identifier(self, reference: Reference) -> str:
        """The handle."""
        found = _HANDLE.search(unquoted(reference.url.value)) if reference.url else None
        handle = found[1].rstrip(".,;") if found else ""
        return "" if handle.startswith("10.") else handle


class NationalLibrary(Registry):
    """The URNs of Germany, Austria and Switzerland."""

    name: ClassVar[str] = "nbn-resolving.org"
    host: ClassVar[str] = "api.nbn-resolving.org"
    gap: ClassVar[float] = 0.5

    def identifier(self, reference: Reference) -> str:
        """The URN."""
        found = _URN.search(reference.url.value) if reference.url else None
        return found[0].rstrip(".,;").lower() if found else ""

    def address(self, identifiers: Sequence[str]) -> str:
        """A URN by its name."""
        return f"https://{self.host}/v2/urns/urn/{quoted(identifiers[0], safe=':')}"

    def records(self, body: bytes) -> tuple[RegistryRecord, ...]:
        """That it is registered."""
        answer = UrnAnswer.model_validate_json(body)
        return (RegistryRecord(registry=self.name, identifier=answer.urn.lower()),)

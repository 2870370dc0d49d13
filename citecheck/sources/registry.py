"""The interface of a registry, and what its answer comes to.

Each registry is one module: what it can be asked for an entry, at which address, and how its
answer reads. Answers are validated where they enter; one of another shape is "not checked".
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple, Protocol

from pydantic import BaseModel, ConfigDict, model_validator

from citecheck.model.reference import Reference
from citecheck.model.verification import LookupStatus, RegistryRecord
from citecheck.sources.answers import Answer

JSON = "application/json"
_ABSENT = (404, 410)
_MOST_BYTES = 8_000_000


class Answered(BaseModel):
    """Part of a registry's answer, reduced to what is read; numbers may stand for text.

    What is null counts as left out: registries differ in that from one record to the next.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="ignore",
        coerce_numbers_to_str=True,
        populate_by_name=True,
        defer_build=True,
    )

    @model_validator(mode="before")
    @classmethod
    def _without_nulls(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        return {name: value for name, value in data.items() if value is not None}


class Asking(Protocol):
    """What is needed of the client: it never raises."""

    def get(self, url: str, *, accept: str = "*/*", max_bytes: int = _MOST_BYTES) -> Answer:
        """What *url* answers."""


class Outcome(NamedTuple):
    """How a question ended; ``records`` what was found, ``reason`` why nobody was asked."""

    status: LookupStatus
    records: tuple[RegistryRecord, ...] = ()
    reason: str = ""


@dataclass(frozen=True)
class Registry:
    """A registry of works. ``mailto`` is a mail address that is told to those who ask for one.

    ``name`` is that for people, ``host`` the one asked, ``batch`` how many identifiers fit into
    one question, ``at_once`` and ``gap`` (seconds) how often it may be asked.
    """

    mailto: str = ""
    name: ClassVar[str]
    host: ClassVar[str]
    accept: ClassVar[str] = JSON
    batch: ClassVar[int] = 1
    at_once: ClassVar[int] = 1
    gap: ClassVar[float] = 1.0

    def pace(self) -> tuple[int, float]:
        """Requests at once, and seconds between their starts."""
        return self.at_once, self.gap

    def identifier(self, reference: Reference) -> str:
        """The number under which the registry would have the entry, "" if it names none."""
        raise NotImplementedError

    def address(self, identifiers: Sequence[str]) -> str:
        """The URL that asks for *identifiers*, at most ``batch`` of them."""
        raise NotImplementedError

    def records(self, body: bytes) -> tuple[RegistryRecord, ...]:
        """The records in an answer to `address`. Raises ValueError for another shape."""
        raise NotImplementedError


class Searchable(Protocol):
    """A registry that can also be searched."""

    name: ClassVar[str]
    accept: ClassVar[str]

    def search_address(self, reference: Reference) -> str:
        """The URL that searches for the entry, "" if too little is known of it."""

    def candidates(self, body: bytes) -> tuple[RegistryRecord, ...]:
        """The records in an answer to `search_address`. Raises ValueError for another shape."""


def ask(registry: Registry, identifiers: Sequence[str], client: Asking) -> Outcome:
    """What *registry* says of *identifiers*; "not found" if it has none of them."""
    answer = client.get(
        registry.address(identifiers), accept=registry.accept, max_bytes=_MOST_BYTES
    )
    if answer.status in _ABSENT and not answer.fault:
        return Outcome(LookupStatus.NOT_FOUND)
    return _outcome(registry.name, answer, registry.records)


def search(registry: Searchable, reference: Reference, client: Asking) -> Outcome:
    """What *registry* proposes for the entry. The proposals are yet to be validated."""
    address = registry.search_address(reference)
    if not address:
        return Outcome(LookupStatus.NOT_CHECKED, reason="the entry has no title to search for")
    answer = client.get(address, accept=registry.accept, max_bytes=_MOST_BYTES)
    return _outcome(registry.name, answer, registry.candidates)


def _outcome(
    name: str, answer: Answer, read: Callable[[bytes], tuple[RegistryRecord, ...]]
) -> Outcome:
    if answer.fault or not answer.status:
        return Outcome(LookupStatus.NOT_CHECKED, reason=answer.reason or f"{name} gave no answer")
    if not answer.ok or answer.truncated:
        reason = "too long an answer" if answer.ok else f"status {answer.status}"
        return Outcome(LookupStatus.NOT_CHECKED, reason=f"{name} answered with {reason}")
    try:
        records = read(answer.body)
    except (ValueError, RecursionError):
        reason = f"the answer of {name} is not of the shape that is known"
        return Outcome(LookupStatus.NOT_CHECKED, reason=reason)
    status = LookupStatus.FOUND if records else LookupStatus.NOT_FOUND
    return Outcome(status, records)

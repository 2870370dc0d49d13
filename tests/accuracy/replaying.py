"""Genuine traffic of registries as a transport: what was recorded for a URL is answered again."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from citecheck.sources.answers import Answer, Fault, Request
from citecheck.sources.http import Client
from tests.sources.clocks import Instant


@dataclass
class Replaying:
    """Answers by URL; the network is not there for any other."""

    answers: dict[str, Answer] = field(default_factory=dict)

    def send(self, request: Request, seconds: float) -> Answer:
        """The recorded answer."""
        missing = Answer(request.url, fault=Fault.OFFLINE, reason="there is no network")
        return self.answers.get(request.url, missing)

    def close(self) -> None:
        """Nothing is open."""


def replaying(answers: dict[str, Answer]) -> Client:
    """A client to which only *answers* are given, and for which waiting takes no time."""
    return Client(Replaying(answers), clock=Instant())


def recorded(folder: Path) -> Iterator[Answer]:
    """Every answer in the cassettes below *folder*."""
    import yaml

    for path in sorted(folder.rglob("*.yaml")):
        cassette = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
        for exchange in cassette["interactions"]:
            yield _answer(exchange)


def _answer(exchange: dict[str, Any]) -> Answer:
    response = exchange["response"]
    body = response["body"].get("string") or b""
    return Answer(
        exchange["request"]["uri"],
        status=response["status"]["code"],
        headers={name.lower(): values[0] for name, values in response["headers"].items()},
        body=body.encode() if isinstance(body, str) else body,
    )

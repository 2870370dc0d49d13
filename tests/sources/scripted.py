"""A transport that answers as a test says, and a clock that does not wait."""

from dataclasses import dataclass, field

from citecheck.sources.answers import Answer, Fault, Request
from citecheck.sources.http import Client, Limits
from tests.sources.clocks import Instant


@dataclass
class Scripted:
    """A transport that answers each URL with the next of its answers, and the last for ever."""

    script: dict[str, list[Answer]]
    asked: list[Request] = field(default_factory=list)
    closed: bool = False

    def send(self, request: Request, seconds: float) -> Answer:
        assert seconds > 0
        self.asked.append(request)
        answers = self.script.get(request.url, [Answer(request.url, 404)])
        return answers.pop(0) if len(answers) > 1 else answers[0]

    def close(self) -> None:
        self.closed = True

    @property
    def urls(self) -> list[str]:
        return [request.url for request in self.asked]


def status(code: int, **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer("", code, named, fetched=0.0)


def fault(kind: Fault) -> Answer:
    return Answer("", fault=kind, reason="as told")


def client(
    script: dict[str, list[Answer]], limits: Limits | None = None
) -> tuple[Client, Scripted, Instant]:
    transport, clock = Scripted(script), Instant()
    return Client(transport, limits or Limits(gap=0), clock=clock), transport, clock

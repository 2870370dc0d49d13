"""What was asked and answered, in a file: recorded once, replayed without a network.

The files are those of vcrpy (YAML, "interactions"), so that either can read what the other wrote:
https://vcrpy.readthedocs.io/. Requests that got no answer stand beside them under "faults", which
vcrpy passes over. Cookies, contact address and whatever else names the user are not recorded.
"""

from __future__ import annotations

import gzip
import zlib
from collections import defaultdict
from contextlib import suppress
from io import BytesIO
from threading import Lock
from typing import TYPE_CHECKING, Any

import yaml

from citecheck.errors import UnreadableInput
from citecheck.sources.answers import Answer, Fault, Request
from citecheck.sources.pace import Clock

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from citecheck.sources.http import Transport

_KEPT = ("content-type", "location", "retry-after", "cf-mitigated", "last-modified", "link", "date")
_MOST = 64 * 2**20
"""Bytes of a recorded body after decompression: above any page that is read."""

Key = tuple[str, str]


def _key(method: str, url: str) -> Key:
    return method.upper(), url


class Recorder:
    """A transport that passes requests on to *inner* and keeps what came of them."""

    def __init__(self, inner: Transport) -> None:
        """Record what *inner* answers."""
        self._inner = inner
        self._kept: list[tuple[Request, Answer]] = []
        self._lock = Lock()

    def send(self, request: Request, seconds: float) -> Answer:
        """The answer of the transport within."""
        answer = self._inner.send(request, seconds)
        with self._lock:
            self._kept.append((request, answer))
        return answer

    def close(self) -> None:
        """Close the transport within."""
        self._inner.close()

    def text(self) -> str:
        """Everything recorded, as YAML, in an order that does not depend on threads."""
        kept = sorted(self._kept, key=lambda pair: _key(pair[0].method, pair[0].url))
        data = {
            "interactions": [_interaction(*pair) for pair in kept if pair[1].status],
            "faults": [_fault(*pair) for pair in kept if pair[1].fault],
            "version": 1,
        }
        return str(yaml.safe_dump(data, allow_unicode=True, sort_keys=False))


def _interaction(request: Request, answer: Answer) -> dict[str, Any]:
    headers = {name: [answer.headers[name]] for name in _KEPT if name in answer.headers}
    return {
        "request": {
            "method": request.method,
            "uri": request.url,
            "body": None,
            "headers": {"accept": [request.accept]},
        },
        "response": {
            "status": {"code": answer.status, "message": ""},
            "headers": headers,
            "body": {"string": answer.body},
        },
    }


def _fault(request: Request, answer: Answer) -> dict[str, Any]:
    return {
        "method": request.method,
        "uri": request.url,
        "fault": str(answer.fault),
        "reason": answer.reason,
    }


class Replay:
    """A transport that answers from a recording, and never from a network.

    The answers to one request are given in the order of the recording, the last one again and
    again. A request that was not recorded gets the fault "refused", and ``unmatched`` its URL.
    """

    def __init__(self, answers: Mapping[Key, list[Answer]]) -> None:
        """Answer from *answers*, by method and URL."""
        self._answers = {key: list(known) for key, known in answers.items()}
        self._lock = Lock()
        self.unmatched: list[str] = []

    def send(self, request: Request, seconds: float) -> Answer:
        """The recorded answer, with its body cut to what is wanted."""
        with self._lock:
            known = self._answers.get(_key(request.method, request.url))
            if not known:
                self.unmatched.append(request.url)
                reason = "not in the recording"
                return Answer(request.url, fault=Fault.REFUSED, reason=reason)
            answer = known.pop(0) if len(known) > 1 else known[0]
        return _cut(answer, request)

    def close(self) -> None:
        """Nothing is open."""


class ReplayClock(Clock):
    """A clock on which no time passes by waiting: nobody has to be spared in a replay."""

    def sleep(self, seconds: float) -> None:
        """Return at once, or raise Stopped as the other clock does."""
        super().sleep(0.0)


def _cut(answer: Answer, request: Request) -> Answer:
    from dataclasses import replace

    wanted = not request.media or answer.media_type in request.media
    body = answer.body[: request.max_bytes] if wanted else b""
    return replace(answer, body=body, truncated=answer.truncated or len(body) < len(answer.body))


def read_cassette(path: Path) -> Replay:
    """The recording in the file at *path*, ours or vcrpy's.

    Raises UnreadableInput, with the name and the cause, for a file that is none.
    """
    try:
        data = yaml.load(path.read_bytes(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (OSError, ValueError, yaml.YAMLError, RecursionError) as error:
        cause = getattr(error, "strerror", None) or str(error).replace("\n", " ")
        raise UnreadableInput(f"{path}: {cause}") from error
    answers: defaultdict[Key, list[Answer]] = defaultdict(list)
    try:
        for item in data["interactions"]:
            request = item["request"]
            answers[_key(request["method"], request["uri"])].append(
                _answer(request["uri"], item["response"])
            )
        for item in data.get("faults", ()):
            answer = Answer(item["uri"], fault=Fault(item["fault"]), reason=str(item["reason"]))
            answers[_key(item["method"], item["uri"])].append(answer)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise UnreadableInput(f"{path}: this is no recording (a YAML file of vcrpy)") from error
    if "version" not in data:  # the last line of a whole one
        raise UnreadableInput(f"{path}: the recording is cut short")
    return Replay(answers)


def _answer(url: str, response: Mapping[str, Any]) -> Answer:
    headers = {
        str(name).lower(): str(values[0] if isinstance(values, list) else values)
        for name, values in (response.get("headers") or {}).items()
        if values
    }
    body = (response.get("body") or {}).get("string") or b""
    body = body.encode("utf-8", "surrogateescape") if isinstance(body, str) else bytes(body)
    return Answer(
        url, int(response["status"]["code"]), headers, _plain(body, headers), final_url=url
    )


def _plain(body: bytes, headers: Mapping[str, str]) -> bytes:
    """*body* decompressed, if it still is as it came over the wire."""
    if headers.get("content-encoding") == "gzip" and body[:2] == b"\x1f\x8b":
        with suppress(OSError, EOFError, zlib.error), gzip.GzipFile(fileobj=BytesIO(body)) as file:
            return file.read(_MOST)
    return body

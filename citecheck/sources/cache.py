"""What was answered before: bodies and verdicts, with the time for which each is taken as true.

Values hold no code (JSON and the body), so that a cache shared by several machines can do no harm.
"""

import json
import time
from collections.abc import Callable
from dataclasses import replace
from hashlib import blake2b
from typing import Any

from citecheck.sources.answers import Answer, Hop, Request
from citecheck.sources.sharing import Shared
from citecheck.sources.stores import Kept, Store

HOUR = 3600.0
DAY = 24 * HOUR
FORM = 1  # of what is stored; another one is not read

# How long an answer is taken as still true, in seconds, by the hundred of its status.
FRESH = {2: 7 * DAY, 3: DAY, 4: DAY}
# How long an older answer stands in for a server that does not answer now.
STALE = 30 * DAY


class Cache:
    """Answers and verdicts by what was asked. Safe for threads, and for several processes.

    *refresh* makes it forget what it knew before now, while what is asked now is kept. A store
    that fails (a full disk, a server gone) keeps nothing: it is asked again next time.
    """

    def __init__(
        self, store: Store, *, refresh: bool = False, today: Callable[[], float] = time.time
    ) -> None:
        """Read and write *store*; *today* tells the seconds since 1970."""
        self._store = Shared(store)
        self._today = today
        self._since = today() if refresh else 0.0

    def answer(self, request: Request) -> Answer | None:
        """What was answered to *request*, ``stale`` if it is too old to be taken as true.

        None if nothing is known, or if less of the body is kept than *request* wants.
        """
        kept = self._read("answer", identity(request))
        answer = unpacked(*kept) if kept else None
        if answer is None or answer.fetched < self._since or not suffices(answer, request):
            return None
        age = self._today() - answer.fetched
        stale = age > FRESH.get(answer.status // 100, 0.0)
        body = answer.body[: request.max_bytes]
        truncated = answer.truncated or len(body) < len(answer.body)
        answer = replace(answer, url=request.url, body=body, truncated=truncated)
        return replace(answer, from_cache=True, stale=stale) if age <= STALE else None

    def keep(self, request: Request, answer: Answer) -> None:
        """Keep *answer* if it is one: a fault, a busy server and a refusal for now are not."""
        if answer.fault is None and answer.status // 100 in FRESH and answer.status != 429:
            self._write("answer", identity(request), packed(answer), STALE)

    def verdict(self, key: str) -> str | None:
        """The text that was kept under *key*, None if there is none or its time is over."""
        kept = self._read("verdict", key)
        if kept is None:
            return None
        head, text = kept
        if head.get("until", 0) < self._today() or head.get("kept", 0) < self._since:
            return None
        return text.decode("utf-8", "replace")

    def keep_verdict(self, key: str, text: str, seconds: float) -> None:
        """Keep *text* under *key*, for *seconds*."""
        now = self._today()
        head = {"form": FORM, "kept": now, "until": now + seconds}
        self._write("verdict", key, (head, text.encode()), seconds)

    def close(self) -> None:
        """Close the store."""
        self._store.close()

    def _read(self, kind: str, key: str) -> tuple[dict[str, Any], bytes] | None:
        try:
            stored = bytes(self._store[hashed(kind, key)])
            head, _, rest = stored.partition(b"\n")
            read = json.loads(head)
        except Exception:  # whatever the store raises: it knows nothing
            return None
        return (read, rest) if isinstance(read, dict) and read.get("form") == FORM else None

    def _write(self, kind: str, key: str, value: tuple[dict[str, Any], bytes], ends: float) -> None:
        head, rest = value
        stored = Kept(json.dumps(head).encode() + b"\n" + rest)
        stored.expires_unix, stored.expires_delta = int(self._today() + ends) + 1, int(ends) + 1
        try:
            self._store[hashed(kind, key)] = stored
        except Exception:  # whatever the store raises (a full disk): it is asked again next time
            return


def identity(request: Request) -> str:
    """What makes two requests the same question."""
    return f"{request.method} {request.accept} {request.url.partition('#')[0]}"


def hashed(kind: str, key: str) -> str:
    """A key of hexadecimal digits, as stores without escaping need."""
    return blake2b(f"{kind} {key}".encode("utf-8", "replace"), digest_size=20).hexdigest()


def suffices(answer: Answer, request: Request) -> bool:
    """Whether the kept *answer* holds as much of the body as *request* wants."""
    if not answer.truncated or (request.media and answer.media_type not in request.media):
        return True
    return len(answer.body) >= request.max_bytes


def packed(answer: Answer) -> tuple[dict[str, Any], bytes]:
    """*answer* as JSON values and its body."""
    head = {
        "form": FORM,
        "status": answer.status,
        "headers": dict(answer.headers),
        "final_url": answer.final_url,
        "history": [[hop.url, hop.status, hop.location] for hop in answer.history],
        "truncated": answer.truncated,
        "fetched": answer.fetched,
    }
    return head, answer.body


def unpacked(head: dict[str, Any], body: bytes) -> Answer | None:
    """The answer that was packed, None if the cache holds something else."""
    try:
        return Answer(
            url="",
            status=int(head["status"]),
            headers={str(name): str(value) for name, value in head["headers"].items()},
            body=body,
            final_url=str(head["final_url"]),
            history=tuple(Hop(str(u), int(s), str(to)) for u, s, to in head["history"]),
            truncated=bool(head["truncated"]),
            fetched=float(head["fetched"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        return None

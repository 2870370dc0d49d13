"""Whether to ask once more, and when: short waits that grow, and Retry-After (RFC 9110, 10.2.3)."""

import datetime
from email.utils import parsedate_to_datetime

from citecheck.sources.answers import Answer, Fault

ASK_AGAIN = (429, 502, 503, 504)
FIRST_WAIT = 0.25
RESETS = 2


def pause(answer: Answer, attempt: int, chance: float) -> float | None:
    """Seconds to wait after *answer* before the next attempt; None if it is final.

    *attempt* counts from 0; *chance* (0 to 1) spreads the waits of many requests. A reset
    connection is tried again as a busy server is, but not as often.
    """
    if answer.status in ASK_AGAIN and answer.fault is None:
        asked = retry_after(answer.headers.get("retry-after", ""), answer.fetched)
        if asked is not None:
            return asked + 0.1 * chance
    elif answer.fault is not Fault.CONNECTION or attempt >= RESETS:
        return None
    return float(FIRST_WAIT * 2**attempt * (0.75 + 0.5 * chance))


def retry_after(header: str, now: float) -> float | None:
    """Seconds that *header* asks to wait at *now* (seconds since 1970), None if it does not say."""
    header = header.strip()
    if header.isascii() and header.isdigit():
        return float(header[:9])
    try:
        date = parsedate_to_datetime(header)
    except ValueError:
        return None
    if date.tzinfo is None:
        date = date.replace(tzinfo=datetime.UTC)
    return max(0.0, date.timestamp() - now)


def waiting(seconds: float) -> str:
    """*seconds* as people say it: "40 seconds", "an hour", "3 days"."""
    for size, one, many in (
        (86_400, "a day", "days"),
        (3600, "an hour", "hours"),
        (60, "a minute", "minutes"),
    ):
        if seconds >= 0.95 * size:
            count = round(seconds / size)
            return one if count == 1 else f"{count} {many}"
    return f"{round(seconds)} seconds"

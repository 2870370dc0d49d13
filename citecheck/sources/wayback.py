"""The Wayback Machine: the copy of a page that is nearest to the day on which it was read.

Sources: https://archive.org/help/wayback_api.php (availability), and the README of
https://github.com/internetarchive/wayback/tree/master/wayback-cdx-server (its index). The first is
one small question, but it forgets copies when it is busy; so "none" is asked of the index too.
"""

import datetime
from collections.abc import Iterator

from citecheck.sources.answers import Answer
from citecheck.sources.record_parts import parameters
from citecheck.sources.registry import Answered, Asking

AVAILABLE = "https://archive.org/wayback/available"
INDEX = "https://web.archive.org/cdx/search/cdx"
HOSTS = {"archive.org": (2, 0.5), "web.archive.org": (2, 1.0)}
"""Requests at once, and seconds between their starts."""
_STAMP_DIGITS = 14
_MOST_COPIES = 20
_GOOD = ("200", "-")

Copy = tuple[str, datetime.date]


class Snapshot(Answered):
    """One copy."""

    url: str
    timestamp: str
    available: bool = True
    status: str = "200"


class Snapshots(Answered):
    """The nearest copy, if there is one."""

    closest: Snapshot | None = None


class Availability(Answered):
    """The answer of the availability interface."""

    archived_snapshots: Snapshots


def nearest_copy(url: str, near: datetime.date | None, client: Asking) -> Copy | None:
    """Address and day of the archived copy of *url* nearest to *near* (None: the newest).

    None if there is none, or if nobody could be asked. Never raises.
    """
    stamp = near.strftime("%Y%m%d") if near else ""
    answer = client.get(f"{AVAILABLE}?{parameters(url=url, timestamp=stamp)}")
    if copy := _available(answer):
        return copy
    given = parameters(
        url=url, closest=stamp, sort="closest" if stamp else "", limit=_limit(near),
        filter="statuscode:200",
    )  # fmt: skip
    answer = client.get(f"{INDEX}?{given}")
    copies = list(indexed_copies(answer.body)) if answer.ok else []
    return min(copies, key=lambda copy: _distance(copy, near), default=None)


def _limit(near: datetime.date | None) -> int:
    """How many copies to ask for; a negative number asks for the last ones."""
    return _MOST_COPIES if near else -1


def _distance(copy: Copy, near: datetime.date | None) -> int:
    """Days between a copy and the wanted day; a later copy counts as nearer if none is wanted."""
    return abs((copy[1] - near).days) if near else -copy[1].toordinal()


def _available(answer: Answer) -> Copy | None:
    if not answer.ok:
        return None
    try:
        closest = Availability.model_validate_json(answer.body).archived_snapshots.closest
    except ValueError:
        return None
    day = _day(closest.timestamp) if closest else None
    if not closest or not day or not closest.available or closest.status not in _GOOD:
        return None
    return closest.url.replace("http://", "https://", 1), day


def indexed_copies(body: bytes) -> Iterator[Copy]:
    """The copies with status 200 in an answer of the index: lines of seven or more columns.

    Lines of another shape (a key to go on with, an error) are passed over.
    """
    for line in body.decode("utf-8", "replace").splitlines():
        columns = line.split(" ")
        if len(columns) < 7 or columns[4] not in _GOOD:
            continue
        if day := _day(columns[1]):
            yield f"https://web.archive.org/web/{columns[1]}/{columns[2]}", day


def _day(stamp: str) -> datetime.date | None:
    """The day of a time stamp such as "20210304101500"."""
    if len(stamp) != _STAMP_DIGITS or not stamp.isdecimal():
        return None
    try:
        return datetime.date(int(stamp[:4]), int(stamp[4:6]), int(stamp[6:8]))
    except ValueError:
        return None

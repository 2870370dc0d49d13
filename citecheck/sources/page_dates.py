"""Dates as pages write them, as ISO dates that are as fine as the page is."""

import datetime
import re

from citecheck.parsing.dates import find_dates

_ISO = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2})(?!\d))?)?(?=$|[T,+Z]| \d\d:)")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T\d{4,6}Z?|\d{6})?$")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)")
_EPOCH = re.compile(r"(\d{10})(?:\d{3})?$")
_LONGEST = 60


def iso_date(text: str) -> str:
    """*text* as "2021", "2021-03" or "2021-03-04", "" if it is no believable date.

    The day is the one written, whatever the time zone: that is the day readers of the page see.
    Of "03/04/2021" only the year is certain, since the two orders are both in use. Seconds since
    1970 are taken in UTC.
    """
    text = " ".join(text.split())[:_LONGEST]
    if match := _ISO.match(text) or _COMPACT.match(text):
        return _written(*match.groups())
    if match := _SLASHED.match(text):
        return _slashed(*map(int, match.groups()))
    if match := _EPOCH.match(text):
        moment = datetime.datetime.fromtimestamp(int(match[1]), datetime.UTC)
        return _written(*moment.date().isoformat().split("-"))
    found = next(find_dates(text), None)
    if not found or not found.date.year:
        return ""
    date = found.date
    return _written(*(str(part) if part else None for part in (date.year, date.month, date.day)))


def _slashed(one: int, other: int, year: int) -> str:
    if one > 12 or one == other:
        return _written(str(year), str(other), str(one))
    return _written(str(year), str(one), str(other)) if other > 12 else _written(str(year))


def _written(year: str | None, month: str | None = None, day: str | None = None) -> str:
    """The date as fine as it is possible; "" for what programs write where they know none."""
    number, numbers = int(year or 0), (int(month or 0), int(day or 0))
    if not 1400 < number < 2200 or (number, *numbers) == (1970, 1, 1):
        return ""
    if not 1 <= numbers[0] <= 12:
        return f"{number:04}"
    try:
        return datetime.date(number, *numbers).isoformat()
    except ValueError:
        return f"{number:04}-{numbers[0]:02}"

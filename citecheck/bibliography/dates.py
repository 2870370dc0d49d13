"""Dates as structured lists write them: EDTF (ISO 8601-2), or a year and a month of their own."""

import re

from citecheck.language.folding import fold
from citecheck.language.months import months, seasons
from citecheck.model import PartialDate

_EDTF = re.compile(r"(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T[\d:.Z+-]{0,30})?([?~%]?)")
_YEAR = re.compile(r"(?:c(?:a|irca)?\.?\s?|\[)?(-?\d{3,4})\s?([a-z]?)\]?")
_YEARS = re.compile(r"(\d{4})\s?(?:-{1,3}|[–/])\s?(\d{2,4})")
_ANY_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)")
_WORD = re.compile(r"[^\W\d_]+|\d+")
_FIRST_SEASON = 20  # EDTF: spring is "month" 21
_MONTHS, _DAYS = range(1, 13), range(1, 32)


def edtf(text: str) -> PartialDate | None:
    """The date or range in *text*, None if it is none: "2021-03-05", "2001/2003", "1950~"."""
    first, slash, last = (part.strip() for part in text.strip().partition("/"))
    begin = _one(first)
    if begin is None or not slash:
        return begin
    end = _one(last)
    return begin.model_copy(update={"end": end}) if end else begin


def _one(text: str) -> PartialDate | None:
    found = _EDTF.fullmatch(text)
    if not found:
        return None
    month, day = int(found[2] or 0), int(found[3] or 0)
    season = month - _FIRST_SEASON if month - _FIRST_SEASON in range(1, 5) else None
    return PartialDate(
        year=int(found[1]),
        month=month if month in _MONTHS else None,
        day=day if day in _DAYS and month in _MONTHS else None,
        season=season,
        circa=bool(found[4]),
    )


def year_and_month(year: str, month: str = "", day: str = "") -> PartialDate | None:
    """The date of separate fields, as people write them: "2021a", "2001--2003", "in press" and
    "mar", "5~July", "July/August", "Spring". None if *year* is empty.
    """
    date = _year(year.strip())
    if date is None or date.year is None:
        return date
    words = _WORD.findall(fold(month))
    known = [months()[word] for word in words if word in months()]
    known += [int(word) for word in words[:1] if len(words) == 1 and word.isdigit()]
    found = next((number for number in known if number in _MONTHS), None)
    days = [int(w) for w in words if w.isdigit()] if len(words) > 1 else []
    days += [int(day)] if day.strip().isdecimal() and len(day) < 4 else []
    return date.model_copy(
        update={
            "month": found,
            "day": next((n for n in days if n in _DAYS), None) if found else None,
            "season": next((seasons()[w] for w in words if w in seasons()), None),
        }
    )


def _year(text: str) -> PartialDate | None:
    if not text:
        return None
    if years := _YEARS.fullmatch(text):
        begin = int(years[1])
        last = int(years[1][: 4 - len(years[2])] + years[2])
        return PartialDate(year=begin, end=PartialDate(year=last) if last > begin else None)
    if one := _YEAR.fullmatch(text):
        return PartialDate(year=int(one[1]), suffix=one[2], circa=text[0] in "cC")
    if date := edtf(text):
        return date
    inside = _ANY_YEAR.findall(text)
    return PartialDate(year=int(inside[0])) if len(inside) == 1 else PartialDate(literal=text)

"""Dates as styles print them."""

from citecheck.model import PartialDate

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
ABBREVIATED = (
    "Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
)  # fmt: skip
"""MLA 9, appendix 1; IEEE Reference Guide, section V."""
THREE_LETTERS = tuple(month[:3] for month in MONTHS)
"""NLM, Citing Medicine, 2nd ed., chapter 1."""
_UNDATED = frozenset(
    "n.d. n.d nd nodate undated s.d. s.d sd s.a. s.a o.j. o.j o.d. z.j. б.г. u.å. b.d.".split()
)
"""How writers of several languages say that a work has no date, blanks taken out."""
SEASONS = ("Spring", "Summer", "Fall", "Winter")
BRITISH_SEASONS = ("Spring", "Summer", "Autumn", "Winter")


def year(date: PartialDate | None, *, circa: str = "ca. ", letter: str = "") -> str:
    """ "2001a", "2001–2003", "ca. 1950", "300 BCE"; what stands for a year ("in press"), or ""."""
    if date is None:
        return ""
    if date.year is None:
        return "" if date.literal.lower().replace(" ", "") in _UNDATED else date.literal
    written = _year(date.year)
    if letter:
        written += letter
    if date.end and date.end.year is not None and date.end.year != date.year:
        written = f"{written}–{_year(date.end.year)}"
    return circa + written if date.circa else written


def _year(number: int) -> str:
    return str(number) if number > 0 else f"{1 - number} BCE"


def _season(number: int | None, names: tuple[str, ...]) -> str:
    return names[number - 1] if number and number <= len(names) else ""


def month_day(date: PartialDate | None, months: tuple[str, ...] = MONTHS) -> str:
    """ "August 4", "August", "Spring", "August 4–6"; "" if only the year is known."""
    if date is None or date.year is None:
        return ""
    if not date.month:
        return _season(date.season, SEASONS)
    month = months[date.month - 1]
    end = date.end
    if date.day is None:
        later = end.month if end and end.year == date.year else None
        return f"{month}–{months[later - 1]}" if later and later != date.month else month
    written = f"{month} {date.day}"
    if end and end.day and end.year == date.year:
        same = end.month == date.month or end.month is None
        written += f"–{end.day}" if same else f"–{months[(end.month or 1) - 1]} {end.day}"
    return written


def day_month(date: PartialDate | None, months: tuple[str, ...] = MONTHS) -> str:
    """ "4 August", "August", "Autumn", "4–6 August"; "" if only the year is known."""
    if date is None or date.year is None:
        return ""
    if not date.month:
        return _season(date.season, BRITISH_SEASONS)
    month = months[date.month - 1]
    if date.day is None:
        return month_day(date, months)
    end = date.end
    if end and end.day and end.year == date.year and end.month in (date.month, None):
        return f"{date.day}–{end.day} {month}"
    return f"{date.day} {month}"


def month_day_year(date: PartialDate | None, months: tuple[str, ...] = MONTHS) -> str:
    """ "August 4, 2021", "August 2021", "2021"."""
    if date and date.month and date.year and not date.end and not date.circa:
        day = f" {date.day}," if date.day else ""
        return f"{months[date.month - 1]}{day} {_year(date.year)}"
    lead = month_day(date, months)
    if not lead or date is None:
        return year(date)
    return f"{lead}, {year(date)}" if date.day else f"{lead} {year(date)}"


def day_month_year(date: PartialDate | None, months: tuple[str, ...] = MONTHS) -> str:
    """ "4 August 2021", "August 2021", "2021"."""
    if date and date.month and date.year and not date.end and not date.circa:
        day = f"{date.day} " if date.day else ""
        return f"{day}{months[date.month - 1]} {_year(date.year)}"
    lead = day_month(date, months)
    return f"{lead} {year(date)}" if lead else year(date)

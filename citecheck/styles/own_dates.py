"""The forms of dates that a list prefers, by how exact they are, and dates written in them."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from citecheck.model import PartialDate, Reference
from citecheck.styles import dates
from citecheck.styles.dates import ABBREVIATED, MONTHS, THREE_LETTERS

Form = Callable[[PartialDate], str]
_SHARE = 0.6
"""What share of the dates make a habit."""


def _numeric(pattern: str) -> Form:
    return lambda date: pattern.format(y=date.year, m=date.month or 0, d=date.day or 0)


_DAYS: dict[str, Form] = {
    "4 August 2021": lambda date: dates.day_month_year(date, MONTHS),
    "August 4, 2021": lambda date: dates.month_day_year(date, MONTHS),
    "4 Aug. 2021": lambda date: dates.day_month_year(date, ABBREVIATED),
    "Aug. 4, 2021": lambda date: dates.month_day_year(date, ABBREVIATED),
    "4 Aug 2021": lambda date: dates.day_month_year(date, THREE_LETTERS),
    "Aug 4, 2021": lambda date: dates.month_day_year(date, THREE_LETTERS),
    "2021, August 4": lambda date: f"{date.year}, {dates.month_day(date)}",
    "04.08.2021": _numeric("{d:02d}.{m:02d}.{y}"),
    "4.8.2021": _numeric("{d}.{m}.{y}"),
    "04/08/2021": _numeric("{d:02d}/{m:02d}/{y}"),
    "2021-08-04": _numeric("{y}-{m:02d}-{d:02d}"),
    "2021 Aug 4": lambda date: f"{date.year} {dates.month_day(date, THREE_LETTERS)}",
}
_MONTH_FORMS: dict[str, Form] = {
    "August 2021": lambda date: dates.day_month_year(date, MONTHS),
    "Aug. 2021": lambda date: dates.day_month_year(date, ABBREVIATED),
    "Aug 2021": lambda date: dates.day_month_year(date, THREE_LETTERS),
    "2021, August": lambda date: f"{date.year}, {dates.month_day(date)}",
    "08.2021": _numeric("{m:02d}.{y}"),
    "2021-08": _numeric("{y}-{m:02d}"),
}


def _forms(date: PartialDate) -> Mapping[str, Form]:
    return _DAYS if date.day else _MONTH_FORMS


class DateForms:
    """For each field and exactness the preferred form."""

    def __init__(self, references: Iterable[Reference], fields: Iterable[str]) -> None:
        """Learn from the dates of *references* in *fields* that stand as they are."""
        votes: dict[tuple[str, bool], Counter[str]] = {}
        for reference in references:
            for field in fields:
                date: PartialDate | None = getattr(reference, field)
                if not date or not date.span or date.year is None or not date.month:
                    continue
                start = reference.span.start
                raw = reference.raw[date.span.start - start : date.span.end - start]
                plain = date.model_copy(update={"suffix": ""})
                for name, form in _forms(date).items():
                    if form(plain) == raw:
                        votes.setdefault((field, bool(date.day)), Counter())[name] += 1
        self._best = {key: best for key, counter in votes.items() if (best := _majority(counter))}

    def rewritten(self, field: str, date: PartialDate, raw: str) -> str:
        """*date*, which stands as *raw*, in the form of the clear majority; *raw* if there is none
        or says more than the date.
        """
        if date.year is None or not date.month or date.end or date.circa:
            return raw
        forms = _forms(date)
        exact = bool(date.day)
        best = self._best.get((field, exact)) or next(
            (form for (_, other), form in self._best.items() if other == exact), ""
        )
        if not best or _bare(raw) not in {_bare(form(date)) for form in forms.values()}:
            return raw
        return forms[best](date)


def _majority(votes: Counter[str]) -> str:
    """The form of most dates, "" if there is no clear one."""
    name, count = votes.most_common(1)[0]
    return name if count >= _SHARE * votes.total() else ""


def _bare(written: str) -> str:
    """The letters and digits of a date."""
    return "".join(filter(str.isalnum, written.casefold()))

"""Dates as lists write them, in every granularity; where they stand, and what they say."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from citecheck.language.folding import fold
from citecheck.language.months import months, seasons
from citecheck.model import PartialDate


class Dated(NamedTuple):
    """A date and its place in the text that was searched."""

    start: int
    end: int
    date: PartialDate


# What every date has, and every numeric one: most texts have neither.
_FIGURES = re.compile(r"\d\d\d\d")
_JOINED = re.compile(r"\d[-/.]\d")
_LETTERS = re.compile(r"[^\W\d_]+")
# The lookahead at the start is a short cut: most characters begin no date.
_YEAR = re.compile(
    r"(?=[12abcde©~])(?<![\w.]\d)(?<!\d[-–/.:])(?<![^\W\d_])(?:ca?\.? ?|©\s?|~|([abde]))?(?<!\d)"
    r"(1[4-9]\d\d|20\d\d)(?!\d)(?!\.\d)(?:-?([a-z])(?!\w))?(?![^\W\d_])"
)
# A year which nothing can follow that belongs to its date.
_YEAR_ALONE = re.compile(
    r"(?<![\w.]\d)(?<!\d[-–/.:])(?<![^\W_])(?:1[4-9]\d\d|20\d\d)(?=[)\];:\x00])"
)
_RANGE_END = re.compile(r"\s?[-–/]\s?(\d{4}|\d\d)(?![\d\w])")
_NUMERIC = re.compile(
    r"(?=\d)(?<!\w)(?:(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?|(\d{1,2})([./-])(\d{1,2})\6(\d{4}))(?!\d)"
)
_CJK = re.compile(r"(\d{4})\s?年(?:\s?(\d{1,2})\s?月(?:\s?(\d{1,2})\s?日)?)?")
_WORD = r"([^\W\d_]{3,13}|[一二三四五六七八九十]{1,2}月)\.?"
_TO_WORD = r"(?:\s?[-–/]\s?[^\W\d_]{3,13}\.?)?"
_DAY = r"(\d{1,2})(?:st|nd|rd|th|er|º|°|ª|\.)?(?:\s?[-–/]\s?\d{1,2}\.?)?"
_DAY_MONTH = re.compile(
    rf"(?<!\w)(?:{_DAY}\s?(?:de |of |den )?)?{_WORD}{_TO_WORD},?\s?(?:del? |of )?$"
)
_MONTH_DAY = re.compile(rf"(?<!\w){_WORD}\s?{_DAY},?\s?$")
_NEVER_BEHIND_MONTH = frozenset("([{;:/\x00")
_THEN_MONTH = re.compile(
    rf"[\s,.]{{1,2}}(?:{_DAY}\s(?:de |of )?)?{_WORD}{_TO_WORD}(?:\s{_DAY})?(?!\w)"
)


def find_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[Dated]:
    """Every date between *start* and *end* that has a year, in order."""
    end = len(text) if end is None else end
    return _find_dates(text, start, end) if _FIGURES.search(text, start, end) else iter(())


def _find_dates(text: str, start: int, end: int) -> Iterator[Dated]:
    done = start
    for match in _numeric_dates(text, start, end):
        yield from _worded_dates(text, done, match.start)
        yield match
        done = match.end
    yield from _worded_dates(text, done, end)


def _numeric_dates(text: str, start: int, end: int) -> Iterator[Dated]:
    if "年" in text:
        for match in _CJK.finditer(text, start, end):
            year, month, day = map(_int, match.groups())
            yield Dated(*match.span(), _partial(year, month, day))
        return
    if not _JOINED.search(text, start, end):
        return
    for match in _NUMERIC.finditer(text, start, end):
        if date := _numeric(*match.group(1, 3, 4, 5, 7, 8)):
            yield Dated(*match.span(), date)


def _int(part: str | None) -> int:
    return int(part or 0)


def _numeric(*written: str | None) -> PartialDate | None:
    """The date of "2021-08-04" or of "4.8.2021", "8/14/2021"; None if there is no such day."""
    year, month, day = map(_int, written[:3])
    if not year:
        day, month, year = map(_int, written[3:])
        if month > 12:
            month, day = day, month
    elif not day and len(written[1] or "") < 2:
        return None
    if 1400 <= year < 2100 and 1 <= month <= 12 and day <= 31:
        return _partial(year, month, day)
    return None


def _worded_dates(text: str, start: int, end: int) -> Iterator[Dated]:
    done = start
    for match in _YEAR.finditer(text, start, end):
        if match.start() >= done:
            dated = _around(text, match, done, end)
            done = dated.end
            yield dated


def _around(text: str, match: re.Match[str], start: int, end: int) -> Dated:
    """The year of *match* with the month and day before or behind it, or the end of its range."""
    year, suffix = int(match[2]), match[3] or match[1] or ""
    circa = match.start(2) > match.start() and not match[1]
    before = text[max(start, match.start() - 40) : match.start()]
    if before and before[-1] not in _NEVER_BEHIND_MONTH and _names_month(before):
        for pattern, month_group, day_group in ((_DAY_MONTH, 2, 1), (_MONTH_DAY, 1, 2)):
            found = pattern.search(before)
            date = found and _with_month(year, found[month_group], found[day_group], suffix)
            if found and date:
                return Dated(match.start() - len(before) + found.start(), match.end(), date)
    then = _THEN_MONTH.match(text, match.end(), end)
    date = then and _with_month(year, then[2], then[1] or then[3], suffix)
    if then and date:
        return Dated(match.start(), then.end(), date)
    to = None if suffix else _RANGE_END.match(text, match.end(), end)
    last = to and _range_end(year, to[1])
    if to and last:
        return Dated(match.start(), to.end(), PartialDate(year=year, end=PartialDate(year=last)))
    return Dated(*match.span(), PartialDate(year=year, suffix=suffix, circa=circa))


def _names_month(text: str) -> bool:
    """Whether a word of *text* is a month or a season."""
    if "月" in text:
        return True
    return not _names().isdisjoint(map(fold, _LETTERS.findall(text)))


@cache
def _names() -> frozenset[str]:
    """The names of months and seasons."""
    return frozenset(months()) | frozenset(seasons())


def _range_end(year: int, written: str) -> int | None:
    last = int(written) if len(written) == 4 else year - year % 100 + int(written)
    return last if year < last < 2100 else None


def _with_month(year: int, word: str, day: str | None, suffix: str) -> PartialDate | None:
    word = fold(word)
    if month := months().get(word):
        return _partial(year, month, int(day or 0), suffix)
    if not day and (season := seasons().get(word)):
        return PartialDate(year=year, season=season, suffix=suffix)
    return None


def _partial(year: int, month: int = 0, day: int = 0, suffix: str = "") -> PartialDate:
    known = day if 1 <= day <= 31 else None
    return PartialDate(year=year, month=month or None, day=known if month else None, suffix=suffix)


@cache
def _undated() -> re.Pattern[str]:
    """What stands where no year can: "n.d." in several languages, and works not yet out."""
    without = (
        r"n\.? ?d\.?|no date|undated|o\. ?j\.?|ohne jahr|s\. ?f\.|sin fecha|s\. ?d\.?|s\. ?a\.|"
        r"sem data|sans date|z\. ?d\.|u\. ?å\.|u\. ?d\.|б\. ?г\.|без даты|無日期|无日期"
    )
    pending = (
        r"forthcoming|in press|to appear|in preparation|in prep\.?|submitted|under review|"
        r"accepted|im erscheinen|im druck|i\. ?e\.|i\. ?dr\.|à paraître|sous presse|en prensa|"
        r"no prelo|in stampa|in corso di stampa|ter perse|i trykk|under utgivning|в печати|"
        r"w druku|印刷中|即将出版"
    )
    return re.compile(rf"(?:{without}|{pending})(?:[- ]?([a-z]))?(?!\w)", re.IGNORECASE)


def undated_at(text: str, start: int) -> Dated | None:
    """A note such as "n.d." or "in press" that begins at *start*."""
    match = _undated().match(text, start)
    if match is None:
        return None
    suffix = match[1] or ""
    literal = match[0][: len(match[0]) - len(suffix)].rstrip("- ")
    return Dated(*match.span(), PartialDate(literal=literal, suffix=suffix))


def date_at(text: str, start: int, reach: int = 40) -> Dated | None:
    """The date that begins at *start*, a note such as "n.d." included."""
    if year := _YEAR_ALONE.match(text, start):
        return Dated(start, year.end(), PartialDate(year=int(year[0])))
    end = min(len(text), start + reach)
    year = _YEAR.match(text, start, end)
    if year and "年" not in text and not _JOINED.search(text, start, end):
        return _around(text, year, start, end)
    for dated in find_dates(text, start, end):
        return dated if dated.start == start else None
    return undated_at(text, start)

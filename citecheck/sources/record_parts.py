"""Parts of records as several registries write them: dates, names, identifiers."""

import re
from collections.abc import Iterable, Sequence

from citecheck.model.reference import Name, PartialDate, Reference
from citecheck.sources.page_dates import iso_date

_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/[^\s\"<>]{1,300}")
_ARXIV = re.compile(
    r"(?i)(?:arxiv[:./]\s?|arxiv\.org/(?:abs|pdf|html)/|^)"
    r"(\d{4}\.\d{4,5}|[a-z-]{2,15}(?:\.[a-z]{2})?/\d{7})(?:v\d{1,3})?(?![\d])"
)


def partial_date(parts: Sequence[int | None]) -> PartialDate | None:
    """A date of year, month and day, as many as are given and possible; None without a year."""
    numbers = [part or 0 for part in (*parts, 0, 0, 0)][:3]
    if not 1000 <= numbers[0] <= 2200:
        return None
    month = numbers[1] if 1 <= numbers[1] <= 12 else None
    day = numbers[2] if month and 1 <= numbers[2] <= 31 else None
    return PartialDate(year=numbers[0], month=month, day=day)


def dated(texts: Iterable[str | None]) -> tuple[PartialDate, ...]:
    """The dates in *texts*, each once, the earliest first; what is no date is left out."""
    written = [iso_date(text) for text in texts if text]
    dates = (partial_date([int(part) for part in iso.split("-")]) for iso in written if iso)
    return in_order(dates)


def in_order(dates: Iterable[PartialDate | None]) -> tuple[PartialDate, ...]:
    """The dates without repetition, the earliest first."""
    unique = {tuple(date.parts): date for date in dates if date}
    return tuple(unique[parts] for parts in sorted(unique))


def person(family: str = "", given: str = "", literal: str = "", suffix: str = "") -> Name | None:
    """A name of its parts; what lacks a family name is literal. None if all are empty."""
    if family:
        return Name(family=family, given=given, suffix=suffix)
    whole = literal or given
    return Name(literal=whole) if whole else None


def people(names: Iterable[Name | None]) -> tuple[Name, ...]:
    """The names that are there."""
    return tuple(name for name in names if name)


def doi_of(reference: Reference) -> str:
    """The DOI of an entry in lower case: of its field, or of an address at doi.org."""
    url = reference.url.value if reference.url and "doi.org/" in reference.url.value else ""
    for text in (reference.doi.value if reference.doi else "", unquoted(url)):
        if found := _DOI.search(text):
            return found[0].rstrip(".,;").lower()
    return ""


def arxiv_of(reference: Reference) -> str:
    """The number of an entry on arXiv, without version: of its field, address, DOI or series."""
    if reference.arxiv and (found := _ARXIV.search(reference.arxiv.value.strip())):
        return found[1].lower()
    places = (reference.url, reference.doi, reference.container_title, reference.number)
    for value in places:
        if value and "arxiv" in value.value.lower() and (found := _ARXIV.search(value.value)):
            return found[1].lower()
    return ""


def unquoted(text: str) -> str:
    """*text* with its percent escapes undone."""
    from urllib.parse import unquote

    return unquote(text)


def quoted(text: str, safe: str = "") -> str:
    """*text* as a part of a URL."""
    from urllib.parse import quote

    return quote(text, safe=safe)


def parameters(**given: str | int) -> str:
    """A query string of what is not empty."""
    from urllib.parse import urlencode

    return urlencode({name.replace("__", "."): value for name, value in given.items() if value})

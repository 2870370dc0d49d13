"""PAG85x: the entry against the page behind its URL, which may be wrong about itself."""

import datetime
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from citecheck.agreement.people import name_agreement, read_name
from citecheck.agreement.titles import title_agrees, title_is_within, title_similarity
from citecheck.agreement.years import year_distance
from citecheck.model import PartialDate, Reference, Severity
from citecheck.model.verification import Datum, PageEvidence
from citecheck.rules.context import Context
from citecheck.rules.rule import Problem, rule

_BELIEVED = 0.8
"""Least confidence in a date of a page for it to be held against an entry."""
_TITLE_BELIEVED = 0.7
"""The same for titles: those in the properties of a PDF are often those of a template."""
_LITERATURE = ("article-journal", "book", "chapter", "paper-conference", "thesis")
"""Types whose page may be dated a year before or after the work."""


class Behind(NamedTuple):
    """An entry, and the page behind its URL."""

    reference: Reference
    page: PageEvidence


def _pages(context: Context) -> Iterator[Behind]:
    pages = context.verification.pages if context.verification else {}
    for reference in context.references:
        page = pages.get(reference.url.value) if reference.url else None
        if page and urlsplit(page.url).path.strip("/"):  # a home page is not the work itself
            yield Behind(reference, page)


def _problem(behind: Behind, message: str, confidence: float) -> Problem:
    reference = behind.reference
    return Problem(
        span=reference.span,
        message=message,
        confidence=round(confidence, 2),
        reference_ids=(reference.id,),
    )


def _source(datum: Datum) -> str:
    return f"the page says “{datum.value}” ({datum.source})"


@rule("PAG851", "title-against-page", Severity.WARNING)
def title_against_page(context: Context) -> Iterator[Problem]:
    """The page behind an entry's URL has another title.

    ## What it does
    With `--verify`, compares the title with all that the page gives for itself. A title that is
    part of the page's, and addresses that are home pages, stay silent.

    ## Why is this bad
    The title was mistyped, or the URL leads to another page.

    ## Example
    "Stalement in Belarus" for the page "Power and Paralysis: Stalemate in Belarus".

    ## Fix safety
    Shown, not applied: pages are renamed after they were read.
    """
    for behind in _pages(context):
        title = behind.reference.title
        titles = tuple(d for d in behind.page.title if d.confidence >= _TITLE_BELIEVED)
        if not title or not titles:
            continue
        if _is_among(title.value, titles) and not _is_slip(title.value, titles[0]):
            continue
        best = max(titles, key=lambda datum: title_similarity(title.value, datum.value))
        found = _problem(behind, "the page has another title", 0.6 * best.confidence + 0.2)
        yield found._replace(
            span=title.span or found.span, evidence=(_source(best),), suggestion=best.value
        )


def _is_among(title: str, titles: tuple[Datum, ...]) -> bool:
    """Whether one of *titles* is that of the entry, or has it in it."""
    return any(
        title_agrees(title, datum.value) is not False or title_is_within(title, datum.value)
        for datum in titles
    )


def _is_slip(title: str, datum: Datum) -> bool:
    """Whether one word is written otherwise than on the page, all others being the same."""
    from citecheck.language.folding import words

    one, other = words(title), words(datum.value)
    if len(one) != len(other) or datum.confidence < _BELIEVED:
        return False
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(pairs) == 1 and min(map(len, pairs[0])) > 3 and not pairs[0][0].isdigit()


@rule("PAG852", "author-against-page", Severity.INFO)
def author_against_page(context: Context) -> Iterator[Problem]:
    """The page behind an entry's URL names other authors.

    ## What it does
    With `--verify`, reports listed people whom the page does not name, where it names any. Pages
    often name an editor or the site, so this is information only.

    ## Why is this bad
    One of the two spellings may be wrong; which, is for the writer to find out.

    ## Example
    The page names Ryhor Astapenia; the list has Astapeni.

    ## Fix safety
    Shown, not applied: pages name whoever put them up.
    """
    for behind in _pages(context):
        listed = tuple(name for name in behind.reference.names if name.family)
        given = [read_name(datum.value) for datum in behind.page.author]
        people = [name for name in given if name.family]
        agreement = name_agreement(listed, people)
        if agreement is None or agreement.found == agreement.of:
            yield from _spelt_otherwise(behind) if agreement else ()
            continue
        names = ", ".join(datum.value for datum in behind.page.author[:4])
        mine = ", ".join(name.sort_name for name in listed[:4])
        found = _problem(behind, f"the page names {names}; the entry has {mine}", 0.5)
        yield found._replace(span=listed[0].span or found.span)


def _spelt_otherwise(behind: Behind) -> Iterator[Problem]:
    """Surnames that differ from the page's by a letter or two."""
    from citecheck.agreement.people import person_similarity
    from citecheck.language.folding import letters, romanise

    people = [n for d in behind.page.author if (n := read_name(d.value)).family]
    for name in behind.reference.names:
        if not name.family or not people:
            continue
        near = max(people, key=lambda one: person_similarity(name, one))
        mine, theirs = (letters(romanise(one.sort_name)) for one in (name, near))
        if mine != theirs and mine[:1] == theirs[:1] and letters(name.given) == letters(near.given):
            message = (
                f"the page names {near.given} {near.sort_name}; the entry has {name.sort_name}"
            )
            found = _problem(behind, message, 0.6)
            yield found._replace(span=name.span or found.span, suggestion=near.sort_name)


@rule("PAG853", "year-against-page", Severity.WARNING)
def year_against_page(context: Context) -> Iterator[Problem]:
    """The page behind an entry's URL was published in another year.

    ## What it does
    With `--verify`, compares the year with the date of publication that the page gives, if there
    is little doubt about that. The year of a later change is accepted too; books and articles may
    be a year off, as they appear online and in print.

    ## Why is this bad
    The year is half of the citation.

    ## Example
    "Reuters, 2023" for a page published on 14 March 2022.

    ## Fix safety
    Shown, not applied: the page may have been published anew.
    """
    for behind in _pages(context):
        issued = behind.reference.issued
        sure = [datum for datum in behind.page.issued if datum.confidence >= _BELIEVED]
        dates = [date for d in (*behind.page.issued, *behind.page.modified) if (date := _date(d))]
        distance = year_distance(issued, dates)
        tolerated = 1 if behind.reference.type in _LITERATURE else 0
        if not sure or issued is None or distance is None or distance <= tolerated:
            continue
        message = f"the entry says {issued.year}, the page {sure[0].value}"
        found = _problem(behind, message, 0.9 * sure[0].confidence)
        yield found._replace(
            span=issued.span or found.span,
            evidence=(_source(sure[0]),),
            suggestion=sure[0].value[:4],
        )


def _date(datum: Datum) -> PartialDate | None:
    """An ISO date, as fine as it is."""
    parts = [int(part) for part in datum.value.split("-") if part.isdigit()]
    year, month, day = (*parts, None, None, None)[:3]
    return PartialDate(year=year, month=month, day=day)


@rule("PAG854", "accessed-before-page", Severity.INFO)
def accessed_before_page(context: Context) -> Iterator[Problem]:
    """The date of access lies before the day on which the page was published.

    ## What it does
    With `--verify`, compares the two days where the page gives its own without doubt.

    ## Why is this bad
    One of the two is mistyped, or the page read was another one.

    ## Example
    "Downloaded 3 May 2020" for a page of 2021.

    ## Fix safety
    No fix: which of the two is wrong is not known.
    """
    for behind in _pages(context):
        accessed = _day(behind.reference.accessed)
        sure = [datum for datum in behind.page.issued if datum.confidence >= _BELIEVED]
        days = [day for datum in sure if (day := _day(_date(datum)))]
        if accessed and days and accessed + datetime.timedelta(days=1) < min(days):
            note = behind.reference.accessed
            message = f"accessed on {accessed}, before the page was published on {min(days)}"
            found = _problem(behind, message, 0.7)
            yield found._replace(span=(note.span if note else None) or found.span)


def _day(date: PartialDate | None) -> datetime.date | None:
    """A whole date as a day; None if it is coarser or impossible."""
    if date is None or not (date.year and date.month and date.day):
        return None
    try:
        return datetime.date(date.year, date.month, date.day)
    except ValueError:
        return None


@rule("PAG855", "doi-against-page", Severity.WARNING)
def doi_against_page(context: Context) -> Iterator[Problem]:
    """The page behind an entry's URL has another DOI than the entry.

    ## What it does
    With `--verify`, compares the DOI of the entry with the one that the page gives for itself.

    ## Why is this bad
    Number and address lead to two works.

    ## Example
    The DOI of a preprint beside the address of the published article.

    ## Fix safety
    Shown, not applied: either may be the one that is meant.
    """
    for behind in _pages(context):
        doi, given = behind.reference.doi, behind.page.doi
        if doi and given and doi.value.casefold() != given.casefold():
            found = _problem(behind, f"the entry has the DOI {doi.value}, its page {given}", 0.75)
            yield found._replace(span=doi.span or found.span, suggestion=given)

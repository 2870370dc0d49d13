"""Everything that is asked about a list: its links, the pages behind them, the registries."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import NamedTuple

from citecheck.model import PartialDate, Reference
from citecheck.model.verification import Link, LinkStatus, PageEvidence, Verification
from citecheck.sources.answers import Answer
from citecheck.sources.http import Client
from citecheck.sources.links import check_links
from citecheck.sources.pages import page_evidence
from citecheck.sources.registries import ask_registries
from citecheck.sources.wayback import nearest_copy

PDF = "application/pdf"
_LONGEST_PDF = 20_000_000  # bytes
READ = (LinkStatus.OK, LinkStatus.MOVED)


class Told(NamedTuple):
    """How far the work is: ``what`` ("links", "lookups"), how many are done, and how many known."""

    what: str
    done: int
    known: int


Progress = Callable[[Told], None]


def verify(
    references: Sequence[Reference],
    client: Client,
    *,
    mailto: str = "",
    progress: Progress | None = None,
) -> Verification:
    """What links, pages and registries say of *references*.

    *mailto* is told to registries that ask for it. *progress* may be called from two threads.
    After Ctrl-C it holds what is known, with ``interrupted`` set. Never raises for anything that
    a server or the network does.
    """
    tell = progress or (lambda _: None)
    with ThreadPoolExecutor(max_workers=1) as beside:
        asked = beside.submit(
            ask_registries,
            references,
            client,
            mailto=mailto,
            progress=lambda done, known: tell(Told("lookups", done, known)),
        )
        links = verify_links(references, client, progress=progress)
        try:
            lookups = asked.result()
        except KeyboardInterrupt:
            client.interrupt()
            lookups = asked.result()
    return Verification(
        links=links,
        pages=_pages(links, client),
        lookups=lookups,
        interrupted=client.interrupted,
    )


def verify_links(
    references: Sequence[Reference], client: Client, *, progress: Progress | None = None
) -> dict[str, Link]:
    """The verdict on each URL of *references*, with the archive's copy of those that are gone."""
    tell = progress or (lambda _: None)
    return check_links(
        [reference.url.value for reference in references if reference.url],
        client,
        accessed=_accessed(references),
        progress=lambda _, done, known: tell(Told("links", done, known)),
        archive=partial(_archived, client=client),
    )


def _archived(
    url: str, near: datetime.date | None, *, client: Client
) -> tuple[str, datetime.date] | None:
    return nearest_copy(url, near, client)


def _accessed(references: Sequence[Reference]) -> Mapping[str, datetime.date]:
    """The day on which each URL was read; of a date without day or month, the first of it."""
    days = {}
    for reference in references:
        day = _day(reference.accessed)
        if reference.url and day:
            days[reference.url.value] = day
    return days


def _day(date: PartialDate | None) -> datetime.date | None:
    if date is None or not date.year:
        return None
    try:
        return datetime.date(date.year, date.month or 1, date.day or 1)
    except ValueError:
        return None


def _answer(url: str, client: Client) -> Answer:
    """The page, or the whole of a PDF, whose properties stand at its end."""
    answer = client.page(url)
    if answer.ok and answer.media_type == PDF:
        return client.get(url, accept=PDF, max_bytes=_LONGEST_PDF)
    return answer


def _pages(links: Mapping[str, Link], client: Client) -> dict[str, PageEvidence]:
    """What the pages say that are there: their answers are known, and asked for no second time."""
    pages = {}
    for url, link in links.items():
        if link.status in READ and not client.interrupted:
            answer = _answer(url.partition("#")[0], client)
            if answer.ok and answer.body:
                kind = answer.headers.get("content-type", "")
                pages[url] = page_evidence(answer.final_url or url, answer.body, kind)
    return pages

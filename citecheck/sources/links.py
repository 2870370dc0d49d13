"""Links: what became of each URL, told apart as far as a writer may act differently."""

import datetime
import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar
from urllib.parse import urldefrag, urlsplit

from pydantic import ValidationError

from citecheck.model.validating import as_json, read_json
from citecheck.model.verification import Link, LinkStatus
from citecheck.sources.answers import Answer, Fault
from citecheck.sources.crew import working
from citecheck.sources.fragments import fragment_of, is_found
from citecheck.sources.http import Client
from citecheck.sources.redirects import host_of
from citecheck.sources.registered import registry_of
from citecheck.sources.secure import Secure
from citecheck.sources.soft404 import Suspicion, is_confirmed, sibling_url, suspicion
from citecheck.sources.verdicts import verdict

Item = TypeVar("Item")
Progress = Callable[[Link, int, int], None]
Archive = Callable[[str, datetime.date | None], tuple[str, datetime.date] | None]

HOUR = 3600.0
DAY = 24 * HOUR
# How long a verdict is kept, in seconds; "not checked" is kept only where a server asked to wait.
KEPT = {
    LinkStatus.OK: 7 * DAY,
    LinkStatus.MOVED: 7 * DAY,
    LinkStatus.BLOCKED: DAY,
    LinkStatus.GONE: DAY,
    LinkStatus.SOFT_404: DAY,
    LinkStatus.REDIRECT_LOOP: DAY,
}
ALIVE = (LinkStatus.OK, LinkStatus.MOVED)
GONE = (LinkStatus.GONE, LinkStatus.SOFT_404)
OURS = (Fault.REFUSED, Fault.OFFLINE, Fault.DEADLINE, Fault.INTERRUPTED)
SILENT = (Fault.UNREACHABLE, Fault.CONNECTION, Fault.TIMEOUT)
# Files that say nothing about themselves in HTML, and are not worth sending.
LARGE = (
    *(".pdf", ".zip", ".gz", ".mp3", ".mp4", ".mov", ".epub"),
    *(".doc", ".docx", ".ppt", ".pptx", ".xls", ".xlsx", ".csv"),
)
SAID = {
    Suspicion.SAID: "a page that says it was not found",
    Suspicion.HINT: "a page that says it was not found",
    Suspicion.HOME: "leads to the home page",
    Suspicion.ELSEWHERE: "leads to a page that is shown for any address",
}


def check_links(
    urls: Iterable[str],
    client: Client,
    *,
    accessed: Mapping[str, datetime.date] | None = None,
    progress: Progress | None = None,
    archive: Archive | None = None,
) -> dict[str, Link]:
    """The verdict on each of *urls*, in their order, asked by ``client.limits.workers`` threads.

    *accessed* gives the date of access per URL; *archive* finds the copy nearest to that date
    and its day, for links that are gone. *progress* is called in the calling thread with each
    verdict, how many there are now, and how many there will be. After Ctrl-C what is known is
    given, the rest is "not checked", and ``client.interrupted`` is True.
    """
    wanted = list(dict.fromkeys(urls))
    checker = Checker(client)
    found: dict[str, Link] = {}

    def take(links: Iterable[Link]) -> None:
        for link in links:
            found[link.url] = link
            if progress:
                progress(link, len(found), len(wanted))

    for url in wanted:
        take(checker.settled(url))
    _work(checker.page, in_turns(url for url in wanted if url not in found), client, take)
    if archive:
        copies = partial(_with_copy, archive=archive, accessed=accessed or {})
        gone = [link for link in found.values() if link.status in GONE]
        _work(copies, gone, client, lambda links: found.update({link.url: link for link in links}))
    return {url: found.get(url) or not_checked(url, "the run was interrupted") for url in wanted}


def _work(
    task: Callable[[Item], list[Link]],
    items: Sequence[Item],
    client: Client,
    take: Callable[[list[Link]], None],
) -> None:
    """Do *task* for all *items* on threads, and *take* what comes of it, also after Ctrl-C."""
    if client.interrupted:
        return
    with working(task, items, client.limits.workers) as results:
        try:
            for links in results:
                take(links)
        except KeyboardInterrupt:
            client.interrupt()
    for links in results.ready():
        take(links)


def _with_copy(
    link: Link, *, archive: Archive, accessed: Mapping[str, datetime.date]
) -> list[Link]:
    copy = archive(link.url, accessed.get(link.url))
    if copy is None:
        return []
    return [link.model_copy(update={"archived": copy[0], "archived_on": copy[1]})]


def in_turns(urls: Iterable[str]) -> list[tuple[str, list[str]]]:
    """*urls* by the page they stand on, one page of each host after the other.

    So that no thread waits for its turn at a host while another host could be asked.
    """
    pages: dict[str, list[str]] = defaultdict(list)
    for url in urls:
        pages[urldefrag(url).url].append(url)
    asked: dict[str, int] = defaultdict(int)
    turns: list[tuple[int, tuple[str, list[str]]]] = []
    for page, fragments in pages.items():
        host = host_of(page)
        turns.append((asked[host], (page, fragments)))
        asked[host] += 1
    return [page for _, page in sorted(turns, key=lambda turn: turn[0])]


def is_url(url: str) -> bool:
    """Whether *url* can be taken apart at all."""
    try:
        return urlsplit(url).port != 0
    except ValueError:
        return False


def not_checked(url: str, reason: str) -> Link:
    """The verdict on a URL that nobody asked, and why."""
    return Link(url=url, status=LinkStatus.NOT_CHECKED, reason=reason)


@dataclass(frozen=True)
class Checker:
    """Checks pages, on many threads at once."""

    client: Client
    secure: Secure = field(init=False)

    def __post_init__(self) -> None:
        """One memory of hosts without https for all threads."""
        object.__setattr__(self, "secure", Secure(self.client))

    def settled(self, url: str) -> list[Link]:
        """The verdict on *url* if that takes no question: a registry answers, or it is known."""
        registry = registry_of(url)
        if registry:
            return [not_checked(url, f"{registry}: its registry is asked, not the page")]
        if not is_url(url):
            return [not_checked(url, "not a valid URL")]
        kept = self._kept(url)
        return [kept] if kept else []

    def page(self, item: tuple[str, list[str]]) -> list[Link]:
        """The verdicts on the URLs that lead to one page, whatever their fragments."""
        page, urls = item
        answer = self._answer(page)
        link = self._judged(answer)
        if link.status in ALIVE or answer.fault in SILENT:
            link = self._secured(link, answer)
        links = []
        for url in urls:
            place = is_found(fragment_of(url), answer) if link.status in ALIVE else None
            links.append(link.model_copy(update={"url": url, "fragment_found": place}))
            if answer.fault not in OURS and not answer.stale and not self.client.is_over:
                self._keep(links[-1])
        return links

    def _answer(self, page: str) -> Answer:
        """What *page* answers; of a large file the headers are enough, if the server gives them."""
        if urlsplit(page).path.lower().endswith(LARGE):
            answer = self.client.get(page, head=True)
            if answer.ok and not answer.is_html:
                return answer
        return self.client.page(page)

    def _judged(self, answer: Answer) -> Link:
        """The verdict on *answer*, with a second question where it may be a soft 404."""
        link = verdict(answer)
        suspected = suspicion(answer) if link.status in ALIVE else Suspicion.NONE
        other = sibling_url(answer.url, random.Random(answer.url)) if suspected else ""
        if not other or not is_confirmed(answer, suspected, self.client.page(other)):
            return link
        soft = {"status": LinkStatus.SOFT_404, "reason": SAID[suspected], "final_url": ""}
        return link.model_copy(update=soft)

    def _secured(self, link: Link, answer: Answer) -> Link:
        """*link* with its https form; one that only answers so is not dead."""
        secure = self.secure.url_of(answer)
        if not secure:
            return link
        if link.status in ALIVE:
            return link.model_copy(update={"secure_url": secure})
        update = {"status": LinkStatus.OK, "reason": "answers only https", "secure_url": secure}
        return link.model_copy(update=update)

    def _kept(self, url: str) -> Link | None:
        kept = self.client.cache.verdict(f"link {url}") if self.client.cache else None
        try:
            link = read_json(Link, kept) if kept else None
        except ValidationError:
            return None
        return link.model_copy(update={"cached": True}) if link and link.url == url else None

    def _keep(self, link: Link) -> None:
        if self.client.cache:
            seconds = KEPT.get(link.status, HOUR)
            self.client.cache.keep_verdict(f"link {link.url}", as_json(link), seconds)

"""LNK8xx: what became of the entries' links. The evidence was collected before; nothing asks here.

Blocked, timed out, failed and unasked links are no findings: the report counts them as not checked.
"""

from collections.abc import Iterator

from citecheck.model import Edit, Reference, Severity
from citecheck.model.verification import Link, LinkStatus
from citecheck.rules.context import Context
from citecheck.rules.fixes import safe, unsafe
from citecheck.rules.rule import Problem, rule


def _links(context: Context, *statuses: LinkStatus) -> Iterator[tuple[Reference, Link]]:
    """Entries with the verdict on their URL, if it is one of *statuses*, or any verdict at all."""
    if context.verification is None:
        return
    for reference in context.references:
        link = context.verification.links.get(reference.url.value) if reference.url else None
        if link and (not statuses or link.status in statuses):
            yield reference, link


def _problem(reference: Reference, message: str, confidence: float) -> Problem:
    return Problem(
        span=(reference.url.span if reference.url else None) or reference.span,
        message=message,
        confidence=confidence,
        reference_ids=(reference.id,),
    )


def _instead(reference: Reference, url: str) -> tuple[Edit, ...]:
    """*url* in the place of the entry's own, where that stands as written."""
    span = reference.url.span if reference.url else None
    return (Edit(span=span, text=url),) if span and url else ()


def _archived(link: Link) -> dict[str, str]:
    """The archive's copy as the suggestion, if there is one."""
    return {"suggestion": link.archived} if link.archived else {}


@rule("LNK801", "dead-link", Severity.WARNING)
def dead_link(context: Context) -> Iterator[Problem]:
    """The server says that the page of an entry's URL does not exist.

    ## What it does
    With `--verify`, reports URLs answered by 404 or 410, and names the copy in the Wayback Machine
    nearest to the date of access.

    ## Why is this bad
    The reader cannot see the source.

    ## Example
    A news page that was taken down after it was cited.

    ## Fix safety
    Shown, not applied: the page may have moved, and the archive may hold another state of it.
    """
    for reference, link in _links(context, LinkStatus.GONE):
        found = _problem(reference, f"the link is dead: {link.reason}", 0.95)
        yield found._replace(**_archived(link))  # type: ignore[arg-type]


@rule("LNK802", "missing-page", Severity.WARNING)
def missing_page(context: Context) -> Iterator[Problem]:
    """The server answers, but with a page that says there is no such page.

    ## What it does
    With `--verify`, reports URLs that end at a "page not found" text or at the home page, where
    an address that cannot exist ends the same way.

    ## Why is this bad
    A program takes the link for sound; the reader cannot see the source.

    ## Example
    ".../2019/report.html" that leads to the home page of the ministry.

    ## Fix safety
    Shown, not applied: the page may have moved, and the archive may hold another state of it.
    """
    for reference, link in _links(context, LinkStatus.SOFT_404):
        found = _problem(reference, f"the page is not there: {link.reason}", 0.8)
        yield found._replace(**_archived(link))  # type: ignore[arg-type]


@rule("LNK803", "moved-link", Severity.INFO)
def moved_link(context: Context) -> Iterator[Problem]:
    """The page of an entry's URL has moved for good.

    ## What it does
    With `--verify`, reports URLs that redirect permanently (301, 308) to another address.

    ## Why is this bad
    Redirects are taken down sooner or later, and the link dies with them.

    ## Example
    "http://old.example.org/a" that now is "https://www.example.org/articles/a".

    ## Fix safety
    Unsafe: the new address replaces the old one; the author has to see that the page is the same.
    """
    for reference, link in _links(context, LinkStatus.MOVED):
        if link.final_url and link.final_url != link.secure_url:
            found = _problem(reference, "the page has moved for good", 0.9)
            fix = unsafe(_instead(reference, link.final_url))
            yield found._replace(suggestion=link.final_url, fix=fix)


@rule("LNK804", "insecure-link", Severity.INFO)
def insecure_link(context: Context) -> Iterator[Problem]:
    """A URL begins with http:// where the same page is served by https://.

    ## What it does
    With `--verify`, reports http addresses whose server gives the same page by https.

    ## Why is this bad
    Anyone on the way can change what the reader sees.

    ## Example
    "http://example.org/a".

    ## Fix safety
    Safe: the server itself gives the same page there.
    """
    for reference, link in _links(context):
        if link.secure_url and link.secure_url != link.url:
            found = _problem(reference, "the page is served by https too", 0.9)
            fix = safe(_instead(reference, link.secure_url))
            yield found._replace(suggestion=link.secure_url, fix=fix)


@rule("LNK805", "missing-fragment", Severity.INFO)
def missing_fragment(context: Context) -> Iterator[Problem]:
    """The page has no place of the name that the URL ends with.

    ## What it does
    With `--verify`, looks for the part behind "#" among the names and ids of an HTML page. Text
    fragments and pages built by scripts stay silent.

    ## Why is this bad
    The reader lands at the top of the page, not at the place that is meant.

    ## Example
    "https://example.org/report.html#chapter-9" for a report with eight chapters.

    ## Fix safety
    No fix: the right name is on the page.
    """
    for reference, link in _links(context, LinkStatus.OK, LinkStatus.MOVED):
        if link.fragment_found is False:
            name = link.url.partition("#")[2]
            yield _problem(reference, f"the page has no place called “#{name}”", 0.7)


@rule("LNK806", "unknown-host", Severity.INFO)
def unknown_host(context: Context) -> Iterator[Problem]:
    """No server of the name in an entry's URL could be found.

    ## What it does
    With `--verify`, reports URLs whose host the name service does not know, if it knew others.

    ## Why is this bad
    The address is mistyped, or the site is gone. It may also be known elsewhere only.

    ## Example
    "https://www.exmaple.org/".

    ## Fix safety
    Shown, not applied: the archive may hold another state of the page.
    """
    answered = any(link.http_status for _, link in _links(context))
    for reference, link in _links(context, LinkStatus.DNS_ERROR):
        if answered:
            found = _problem(reference, "no server of this name was found", 0.7)
            yield found._replace(**_archived(link))  # type: ignore[arg-type]

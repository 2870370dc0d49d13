"""How much of a draft was read, and what was not looked at, and why."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from citecheck.model import Citation, Coverage, Match, MatchStatus, Reference
from citecheck.model.verification import LinkStatus, LookupStatus, Verification

OFFLINE = "links (use --verify)"
# Verdicts that tell nothing about the page.
_UNKNOWN = {
    LinkStatus.BLOCKED: "refuse programs",
    LinkStatus.SERVER_ERROR: "answer with an error of the server",
    LinkStatus.TLS_ERROR: "have no valid certificate",
    LinkStatus.DNS_ERROR: "have no known host",
    LinkStatus.CONNECTION_ERROR: "do not answer",
    LinkStatus.REDIRECT_LOOP: "redirect without end",
    LinkStatus.TIMEOUT: "did not answer in time",
}


def coverage(
    entries: Sequence[Reference],
    citations: Sequence[Citation],
    matches: Sequence[Match],
    *,
    notes: Sequence[str] = (),
    verification: Verification | None = None,
) -> Coverage:
    """The counts, and in words what was not checked: *notes* of the readers, links, registries."""
    return Coverage(
        entries_found=len(entries),
        entries_parsed=sum(1 for entry in entries if entry.title),
        citations_found=len(citations),
        citations_resolved=sum(1 for m in matches if m.status != MatchStatus.UNMATCHED),
        not_checked=(*notes, *_unasked(entries, verification)),
    )


def _unasked(entries: Sequence[Reference], verification: Verification | None) -> Iterator[str]:
    if verification is None:
        yield from [OFFLINE] if any(entry.url for entry in entries) else []
        return
    listed = {entry.url.value for entry in entries if entry.url}
    links = [link for url, link in verification.links.items() if url in listed]
    reasons = (
        link.reason if link.status == LinkStatus.NOT_CHECKED else _UNKNOWN.get(link.status, "")
        for link in links
    )
    yield from _counted(reasons, "link")
    known = {entry.id for entry in entries}
    lookups = [lookup for lookup in verification.lookups if lookup.reference_id in known]
    unasked = (lookup for lookup in lookups if lookup.status == LookupStatus.NOT_CHECKED)
    yield from _counted((lookup.reason or lookup.registry for lookup in unasked), "lookup")


def _counted(reasons: Iterable[str], what: str) -> Iterator[str]:
    """ "3 links: did not answer in time", the most frequent reason first."""
    for reason, count in Counter(filter(None, reasons)).most_common():
        yield f"{count} {what}{'s' * (count > 1)}: {reason}"

"""What an answer says about a link: one status and a reason for each way a server may answer."""

from urllib.parse import urlsplit

from citecheck.model.verification import Link, LinkStatus
from citecheck.sources.answers import Answer, Fault, Hop
from citecheck.sources.phrases import asks_to_stay_out, gates, parts_of_title
from citecheck.sources.soft404 import HEAD_BYTES, SHORT, TITLE, bare, look

PERMANENT = (301, 308)
GONE = {404: "not found", 410: "removed for good"}
BLOCKED = {
    401: "asks for a login",
    402: "asks for payment",
    403: "forbidden to programs",
    407: "asks for a login",
    429: "too many requests",
    451: "withheld for legal reasons",
    999: "refuses programs",
}
# Headers with which services against robots mark their challenges.
MARKS = ("cf-mitigated", "x-amzn-waf-action", "x-datadome", "x-sucuri-block")

FAULTS: dict[Fault, LinkStatus] = {
    Fault.REFUSED: LinkStatus.NOT_CHECKED,
    Fault.OFFLINE: LinkStatus.NOT_CHECKED,
    Fault.DEADLINE: LinkStatus.NOT_CHECKED,
    Fault.INTERRUPTED: LinkStatus.NOT_CHECKED,
    Fault.WAIT: LinkStatus.NOT_CHECKED,
    Fault.DNS: LinkStatus.DNS_ERROR,
    Fault.UNREACHABLE: LinkStatus.CONNECTION_ERROR,
    Fault.CONNECTION: LinkStatus.CONNECTION_ERROR,
    Fault.TLS: LinkStatus.TLS_ERROR,
    Fault.TIMEOUT: LinkStatus.TIMEOUT,
    Fault.REDIRECTS: LinkStatus.REDIRECT_LOOP,
    Fault.MALFORMED: LinkStatus.SERVER_ERROR,
}


def verdict(answer: Answer) -> Link:
    """The link behind *answer*, as far as one answer tells: a soft 404 needs a second one."""
    status, reason = _judged(answer)
    moved = moved_to(answer) if status is LinkStatus.OK else ""
    if moved and not is_trivial(answer.url, moved):
        status, reason = LinkStatus.MOVED, f"moved permanently to {moved}"
    return Link(
        url=answer.url,
        status=status,
        reason=reason,
        http_status=answer.status or None,
        final_url=moved,
        cached=answer.from_cache,
    )


def _judged(answer: Answer) -> tuple[LinkStatus, str]:
    code = answer.status
    if answer.fault:
        return FAULTS[answer.fault], answer.reason
    if any(mark in answer.headers for mark in MARKS) and not answer.ok:
        return LinkStatus.BLOCKED, "the server asks whether it speaks with a person"
    if code in GONE:
        return LinkStatus.GONE, f"{GONE[code]} (HTTP {code})"
    if code in BLOCKED:
        return LinkStatus.BLOCKED, f"{BLOCKED[code]} (HTTP {code})"
    if code == 408:
        return LinkStatus.TIMEOUT, "the server gave up waiting (HTTP 408)"
    if 400 <= code < 500:
        return LinkStatus.BLOCKED, f"the server refuses the request (HTTP {code})"
    if code >= 500 or 300 <= code < 400 or code < 200:
        return LinkStatus.SERVER_ERROR, f"the server fails (HTTP {code})"
    return _shown(answer)


def _shown(answer: Answer) -> tuple[LinkStatus, str]:
    """What a page with status 200 is, other than the one that was asked for."""
    if "x-amzn-waf-action" in answer.headers or is_challenge(answer):
        return LinkStatus.BLOCKED, "the server asks whether it speaks with a person"
    if answer.history and is_gate(answer.final_url) and not is_gate(answer.url):
        return LinkStatus.BLOCKED, "leads to a login or consent page"
    if answer.stale:
        return LinkStatus.OK, "answered some days ago, does not answer now"
    return LinkStatus.OK, ""


def is_challenge(answer: Answer) -> bool:
    """Whether the page only asks programs to stay out: its title says so, and it says no more."""
    if not answer.is_html:
        return False
    title = TITLE.search(answer.start(HEAD_BYTES))
    said = title is not None and any(map(asks_to_stay_out, parts_of_title(title[1])))
    return said and len(look(answer).text) < SHORT


def is_gate(url: str) -> bool:
    """Whether the path of *url* is that of a login, a consent or a subscription page."""
    parts = urlsplit(url)
    words = {part.partition(".")[0] for part in parts.path.lower().split("/")}
    words.add(parts.netloc.lower().partition(".")[0])
    return not words.isdisjoint(gates())


def moved_to(answer: Answer) -> str:
    """Where the permanent redirects at the beginning lead, "" if there are none."""
    permanent: Hop | None = None
    for hop in answer.history:
        if hop.status not in PERMANENT:
            break
        permanent = hop
    return permanent.location if permanent else ""


def is_trivial(url: str, moved: str) -> bool:
    """Whether *moved* is *url* but for https, "www." and the last slash."""
    one, other = urlsplit(url), urlsplit(moved)
    if bare(one.netloc) != bare(other.netloc) or one.query != other.query:
        return False
    return one.path.rstrip("/") == other.path.rstrip("/")

"""What a redirect makes of a request: another URL, and the cookies that it set."""

from contextlib import suppress
from dataclasses import replace
from urllib.parse import urljoin, urlsplit

from citecheck.sources.answers import Answer, Request

REDIRECTIONS = (301, 302, 303, 307, 308)
MOST_COOKIES = 8192  # bytes


def host_of(url: str) -> str:
    """Host and port of *url* in lower case, "" if it has none."""
    try:
        return urlsplit(url).netloc.rpartition("@")[2].lower()
    except ValueError:
        return ""


def is_redirect(answer: Answer) -> bool:
    """Whether *answer* leads somewhere else."""
    return answer.status in REDIRECTIONS and "location" in answer.headers


def redirected(request: Request, answer: Answer) -> Request:
    """*request* as the redirect *answer* changes it; cookies stay with the host that set them."""
    location = answer.headers["location"]
    with suppress(UnicodeError):  # headers are read as Latin-1, servers write UTF-8
        location = location.encode("latin-1").decode()
    try:
        url = urljoin(request.url, location)
    except ValueError:
        url = location  # which the guard will refuse
    if host_of(url) != host_of(request.url):
        return replace(request, url=url, cookies="")
    return replace(request, url=url, cookies=merged(request.cookies, answer))


def merged(cookies: str, answer: Answer) -> str:
    """The header Cookie after *answer* set some (one on each line of ``set-cookie``)."""
    pairs = [pair for pair in cookies.split("; ") if pair]
    pairs += [
        line.partition(";")[0].strip() for line in answer.headers.get("set-cookie", "").split("\n")
    ]
    named = {pair.partition("=")[0]: pair for pair in pairs if "=" in pair}
    return "; ".join(named.values())[:MOST_COOKIES]

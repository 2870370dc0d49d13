"""Whether a page given as http is there as https too: looked up only where that costs little."""

from urllib.parse import urlsplit, urlunsplit

from citecheck.sources.answers import Answer, Fault
from citecheck.sources.http import Client
from citecheck.sources.redirects import host_of
from citecheck.sources.verdicts import is_trivial

NO_HEAD = (403, 404, 405, 501)  # answers to HEAD of servers that do not know it
HOPELESS = (Fault.UNREACHABLE, Fault.CONNECTION, Fault.TIMEOUT, Fault.TLS)


class Secure:
    """The https forms of URLs. A host that has none is asked once."""

    def __init__(self, client: Client) -> None:
        """Ask through *client*."""
        self._client = client
        self._without: set[str] = set()

    def url_of(self, answer: Answer) -> str:
        """The https form of the URL that *answer* is about, "" if it does not work.

        Not asked for URLs with a port of their own, nor for answers that came from the cache.
        """
        parts = urlsplit(answer.url)
        if parts.scheme != "http" or parts.port is not None:
            return ""
        secure = urlunsplit(parts._replace(scheme="https"))
        if urlsplit(answer.final_url).scheme == "https" and answer.ok:
            return answer.final_url if is_trivial(secure, answer.final_url) else ""
        return "" if answer.stale or not self._works(secure) else secure

    def _works(self, url: str) -> bool:
        host = host_of(url)
        if host in self._without:
            return False
        answer = self._client.get(url, head=True)
        if answer.status in NO_HEAD and not answer.fault:
            answer = self._client.page(url)
        if answer.fault in HOPELESS:
            self._without.add(host)
        return answer.ok and urlsplit(answer.final_url).scheme == "https"

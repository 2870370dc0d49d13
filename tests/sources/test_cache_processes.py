"""One cache, several processes, some of them killed."""

import os
import socket
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from citecheck.model.verification import LinkStatus
from citecheck.sources import stores
from citecheck.sources.links import check_links
from citecheck.sources.stores import FILE
from tests.sources.cached_run import asking
from tests.sources.loopback import Handler, Loopback, answer, page, serving


def urls_of(server: Loopback, count: int) -> list[str]:
    """URLs of pages that are all there."""
    server.routes.update({f"/{number}": answer(page(f"Page {number}")) for number in range(count)})
    return [server.url(f"/{number}") for number in range(count)]


@contextmanager
def runs(where: Path, workers: int, urls: list[str]) -> Iterator["Runs"]:
    """Runs over *urls* with the cache *where*, each in a process of its own."""
    command = [sys.executable, "-m", "tests.sources.cached_run", str(where), str(workers), *urls]
    root = Path(__file__).resolve().parents[2]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=root) as process:
        yield Runs(process)
        assert process.stdin is not None
        process.stdin.close()


@dataclass
class Runs:
    """One run after the other; ``pid`` is that of the last one begun."""

    process: subprocess.Popen[str]
    pid: int = 0

    def begin(self) -> None:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write("go\n")
        self.process.stdin.flush()
        self.pid = int(self.process.stdout.readline())

    def end(self) -> int:
        """Wait for the run; its exit code."""
        assert self.process.stdout is not None
        return int(self.process.stdout.readline())


def test_two_processes_share_a_cache(tmp_path: Path) -> None:
    with serving({}) as server:
        urls = urls_of(server, 30)
        with runs(tmp_path, 4, urls) as one, runs(tmp_path, 4, urls) as other:
            one.begin()
            other.begin()
            assert (one.end(), other.end()) == (0, 0)
        asked = len(server.heads)
        with asking(str(tmp_path)) as client:
            assert all(link.cached for link in check_links(urls, client).values())
        assert len(server.heads) == asked <= 60


def test_a_file_that_another_process_begins_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    busy = sqlite3.OperationalError("database is locked")
    busy.sqlite_errorcode = sqlite3.SQLITE_BUSY
    errors = [busy, busy]
    opened = stores._opened

    def begun_elsewhere(path: Path) -> stores.Store:
        if errors:
            raise errors.pop()
        return opened(path)

    monkeypatch.setattr(stores, "_opened", begun_elsewhere)
    monkeypatch.setattr(stores, "_PAUSE", 0)
    stores.open_store(str(tmp_path)).close()
    assert not errors


def test_killed_at_any_moment(tmp_path: Path) -> None:
    """Twenty runs are killed by the server that answers them; each goes on where the last was."""
    kills, step = 20, 3
    with serving({}) as server:
        urls = urls_of(server, kills * step + 10)
        with runs(tmp_path, 1, urls) as killed:

            def treacherous(data: bytes) -> Handler:
                def handle(connection: socket.socket) -> None:
                    connection.sendall(data)
                    if len(server.heads) % step == 0:
                        os.kill(killed.pid, 9)

                return handle

            pages = {path: page for path, page in server.routes.items() if isinstance(page, bytes)}
            server.routes.update({path: treacherous(page) for path, page in pages.items()})
            for _ in range(kills):
                killed.begin()
                assert killed.end() == -9
                with sqlite3.connect(tmp_path / FILE) as database:
                    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        server.routes.update(pages)
        with asking(str(tmp_path)) as client:
            links = check_links(urls, client)
        asked = Counter(server.paths)
    assert {link.status for link in links.values()} == {LinkStatus.OK}
    assert set(asked) == {urlsplit(url).path for url in urls}
    assert sum(asked.values()) <= len(urls) + kills

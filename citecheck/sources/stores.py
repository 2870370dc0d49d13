"""Where the cache lies: an SQLite file in a folder, or a Redis server; stores of requests-cache.

Values are written as they come, those that come together in one transaction: a run killed at any
moment loses what was under way and nothing else, and other processes may read and write at the
same time.
"""

from __future__ import annotations

import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Protocol

from citecheck.errors import ConfigurationError

FILE = "verification.sqlite"
TABLE = "kept"
REDIS = ("redis://", "rediss://", "unix://")
SECONDS = 10.0  # that a store may take to answer
_PAUSE = 0.02  # seconds


class Kept(bytes):
    """A value with its end, as requests-cache looks for it: a date for SQLite, a time for Redis."""

    expires_unix: int
    expires_delta: int


class Store(Protocol):
    """Bytes by key. Any exception may be raised."""

    def __getitem__(self, key: str) -> bytes:
        """What is kept under *key*. Raises KeyError if nothing is."""

    def update(self, values: Mapping[str, bytes], /) -> None:
        """Keep each of *values* under its key."""

    def close(self) -> None:
        """Let go of the file or the server."""


def open_store(where: str | None) -> Store:
    """The store in the folder or at the Redis URL *where*; None gives one that ends with the run.

    Raises ConfigurationError if it cannot be opened or written.
    """
    if where is None:
        return _passing_store()
    return _redis(where) if where.startswith(REDIS) else _sqlite(Path(where))


def _passing_store() -> Store:
    folder = tempfile.TemporaryDirectory(prefix="citecheck-", ignore_cleanup_errors=True)
    return Closing(_sqlite(Path(folder.name)), folder.cleanup)


class Closing:
    """A store after which something else is to be put away."""

    def __init__(self, store: Store, after: Callable[[], None]) -> None:
        """Do *after* once *store* is closed."""
        self._store = store
        self._after = after

    def __getitem__(self, key: str) -> bytes:
        """What is kept under *key*."""
        return self._store[key]

    def update(self, values: Mapping[str, bytes], /) -> None:
        """Keep each of *values* under its key."""
        self._store.update(values)

    def close(self) -> None:
        """Close the store, then do the rest."""
        self._store.close()
        self._after()


def _sqlite(folder: Path) -> Store:
    """The store in *folder*. A file that is no database is put aside, and a new one begun."""
    path = folder / FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        try:
            return _opened_in_turn(path)
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            path.replace(path.with_suffix(".damaged"))
            return _opened(path)
    except (OSError, sqlite3.Error) as error:
        raise ConfigurationError(f"cannot use the cache in {folder}: {error}") from None


def _opened_in_turn(path: Path) -> Store:
    """The store, once another process that makes the same file anew has done so.

    SQLite does not wait where two connections change the kind of journal at once.
    """
    last = time.monotonic() + SECONDS
    while True:
        try:
            return _opened(path)
        except sqlite3.OperationalError as error:
            code = getattr(error, "sqlite_errorcode", None)
            if code != sqlite3.SQLITE_BUSY or time.monotonic() > last:
                raise
        time.sleep(_PAUSE)


def _opened(path: Path) -> Store:
    from requests_cache.backends.sqlite import SQLiteDict

    class Patient(SQLiteDict):
        """The store of requests-cache, which waits for other processes, but not for ever."""

        def update(  # type: ignore[override]
            self, values: Mapping[str, bytes], /
        ) -> None:
            with self.connection(), self.bulk_commit():
                super().update(values)

        @contextmanager
        def _acquire_sqlite_lock(self) -> Iterator[None]:
            with self._lock:
                connection = self._connection
                assert connection is not None, "the caller opened it"
                connection.execute("BEGIN IMMEDIATE")
                self._active_transaction = True
                try:
                    yield
                    connection.commit()
                except BaseException:  # an interruption too must not leave half a write
                    with suppress(sqlite3.Error):
                        connection.rollback()
                    raise
                finally:
                    self._active_transaction = False

    options: dict[str, Any] = {"wal": True, "fast_save": True, "serializer": None}
    store = Patient(path, TABLE, busy_timeout=int(SECONDS * 1000), timeout=SECONDS, **options)
    with store.connection(commit=True) as connection:
        connection.execute(f"DELETE FROM {TABLE} WHERE expires <= ?", (int(time.time()),))
    return store


def _redis(url: str) -> Store:
    try:
        import redis
        from requests_cache.backends.redis import RedisDict
    except ImportError:
        raise ConfigurationError("a cache on Redis needs the extra: citecheck[redis]") from None
    try:
        server = redis.Redis.from_url(url, socket_timeout=SECONDS, socket_connect_timeout=SECONDS)
        server.ping()
    except (redis.RedisError, ValueError, OSError) as error:
        raise ConfigurationError(f"cannot use the cache at {url}: {error}") from None
    store: Store = RedisDict("citecheck", connection=server, serializer=None, ttl_offset=0)
    return store

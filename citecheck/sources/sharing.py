"""One store for many threads: what several keep at the same time is written at once."""

import threading
from contextlib import suppress

from citecheck.sources.stores import Store


class Shared:
    """A store that threads need not wait for: while one writes, the others leave it their values.

    The one that writes goes on until nothing is left. ``close`` writes what is.
    """

    def __init__(self, store: Store) -> None:
        """Read and write *store*, of which many threads may read at a time."""
        self._store = store
        self._left: dict[str, bytes] = {}
        self._leaving = threading.Lock()
        self._writing = threading.Lock()

    def __getitem__(self, key: str) -> bytes:
        """What is kept under *key*, written or not. Raises KeyError if nothing is."""
        left = self._left.get(key)
        return self._store[key] if left is None else left

    def __setitem__(self, key: str, value: bytes) -> None:
        """Keep *value* under *key*. Raises what the store does, for any of the values written."""
        with self._leaving:
            self._left[key] = value
        while self._left and self._writing.acquire(blocking=False):
            try:
                self._write()
            finally:
                self._writing.release()

    def _write(self) -> None:
        with self._leaving:
            batch = dict(self._left)
        try:
            self._store.update(batch)
        finally:
            with self._leaving:
                for key, value in batch.items():
                    if self._left[key] is value:
                        del self._left[key]

    def close(self) -> None:
        """Write what is left and let go of the store. Raises nothing for what cannot be written."""
        with self._writing:
            with suppress(Exception):  # as in the cache: a store that fails keeps nothing
                if self._left:
                    self._write()
            self._store.close()

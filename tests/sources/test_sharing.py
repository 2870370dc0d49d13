"""What several threads keep at once is written together, and nothing of it is lost."""

import threading
from collections.abc import Mapping

import pytest

from citecheck.sources.sharing import Shared


class Slow(dict[str, bytes]):
    """A store whose first write waits until it may go on; ``writes`` are the keys of each."""

    def __init__(self) -> None:
        super().__init__()
        self.writes: list[set[str]] = []
        self.begun, self.may_end = threading.Event(), threading.Event()

    def update(self, values: Mapping[str, bytes], /) -> None:  # type: ignore[override]
        self.writes.append(set(values))
        self.begun.set()
        assert self.may_end.wait(10)
        super().update(values)

    def close(self) -> None:
        self.writes.append(set())


def test_what_comes_during_a_write_goes_into_the_next() -> None:
    store = Slow()
    shared = Shared(store)
    first = threading.Thread(target=shared.__setitem__, args=("a", b"1"))
    first.start()
    assert store.begun.wait(10)
    for key in ("b", "c"):
        shared[key] = b"2"  # does not wait for the first
    shared["a"] = b"3"
    assert (shared["a"], shared["b"]) == (b"3", b"2")
    assert not store
    store.may_end.set()
    first.join()
    assert store.writes == [{"a"}, {"a", "b", "c"}]
    assert store == {"a": b"3", "b": b"2", "c": b"2"}


class Full(Slow):
    """A store that fails until it is told otherwise."""

    def update(self, values: Mapping[str, bytes], /) -> None:  # type: ignore[override]
        if not self.may_end.is_set():
            raise OSError("no space")
        super().update(values)


def test_a_write_that_fails_keeps_nothing() -> None:
    store = Full()
    shared = Shared(store)
    with pytest.raises(OSError, match="no space"):
        shared["a"] = b"1"
    with pytest.raises(KeyError):
        shared["a"]
    store.may_end.set()
    shared["b"] = b"2"
    assert store == {"b": b"2"}
    shared.close()
    assert store.writes[-1] == set()

"""Threads that work through a list; whoever waits for them may stop at any time."""

import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from queue import Empty, SimpleQueue
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

PATIENCE = 2.0  # seconds that threads get to end after the work was stopped


class Results(Generic[Result]):
    """What the threads made, in the order they made it."""

    def __init__(self, expected: int) -> None:
        """Expect so many results."""
        self._expected = expected
        self._made: SimpleQueue[Result | BaseException] = SimpleQueue()

    def put(self, result: Result | BaseException) -> None:
        """Add a result, or what a thread failed with."""
        self._made.put(result)

    def __iter__(self) -> Iterator[Result]:
        """Every result, as they come. Raises what a thread failed with."""
        while self._expected:
            yield self._taken(self._made.get())

    def ready(self) -> Iterator[Result]:
        """The results that are there by now."""
        while True:
            try:
                yield self._taken(self._made.get_nowait())
            except Empty:
                return

    def _taken(self, made: Result | BaseException) -> Result:
        self._expected -= 1
        if isinstance(made, BaseException):
            raise made
        return made


@contextmanager
def working(
    task: Callable[[Item], Result], items: Iterable[Item], threads: int
) -> Iterator[Results[Result]]:
    """Do *task* for each of *items*, in their order, on so many *threads*.

    Leaving the block drops what was not begun; what was begun ends by itself.
    """
    todo = deque(items)
    results: Results[Result] = Results(len(todo))

    def work() -> None:
        while True:
            try:
                item = todo.popleft()
            except IndexError:
                return
            try:
                results.put(task(item))
            except BaseException as error:  # raised again where the results are read
                results.put(error)

    crew = [threading.Thread(target=work, daemon=True) for _ in range(min(threads, len(todo)))]
    for thread in crew:
        thread.start()
    try:
        yield results
    finally:
        todo.clear()
        for thread in crew:
            thread.join(PATIENCE)

"""A clock for tests: waiting takes no time, and is written down."""

from citecheck.sources.pace import Clock, Stopped


class Instant(Clock):
    """Time that passes only by waiting; ``waits`` in seconds."""

    def __init__(self) -> None:
        super().__init__()
        self.waits: list[float] = []
        self.time = 1000.0

    def now(self) -> float:
        return self.time

    def today(self) -> float:
        return 1_800_000_000.0 + self.time

    def sleep(self, seconds: float) -> None:
        if self.stopped.is_set():
            raise Stopped
        self.waits.append(seconds)
        self.time += seconds

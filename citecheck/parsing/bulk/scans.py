"""Running values over the words of many texts at once, none reaching from one to the next."""

import numpy as np

from citecheck.parsing.bulk.hashed import Column

_FAR = 1 << 40  # more than any count in a text


class Scans:
    """Running values; texts are runs of *sizes* positions, one behind the other, none empty."""

    def __init__(self, sizes: Column) -> None:
        """Take the number of positions of each text."""
        self.ends = np.cumsum(sizes)
        self.starts = self.ends - sizes
        self.text = np.repeat(np.arange(len(sizes)), sizes)
        self.first = self.starts[self.text]
        self.last = self.ends[self.text] - 1
        self.here = np.arange(len(self.text))
        self.index = self.here - self.first

    def total(self, amounts: Column) -> Column:
        """Sum from the start of the text to each position, which is included."""
        sums = np.cumsum(amounts)
        return sums - (sums - amounts)[self.first]

    def clipped(self, amounts: Column) -> Column:
        """The same of a sum that never falls below 0."""
        total = self.total(amounts)
        lowest = np.minimum.accumulate(total - self.text * _FAR) + self.text * _FAR
        return total - np.minimum(lowest, 0)

    def latest(self, flags: Column) -> Column:
        """The last flagged position at or before each position of its text; -1 if none is."""
        found = np.maximum.accumulate(np.where(flags, self.here, -1))
        return np.where(found >= self.first, found, -1)

    def before(self, flags: Column) -> Column:
        """The last flagged position before each position of its text; -1 if none is."""
        latest = np.empty_like(self.here)
        latest[:1] = -1
        latest[1:] = self.latest(flags)[:-1]
        return np.where(latest >= self.first, latest, -1)

    def behind(self, flags: Column) -> Column:
        """The first flagged position behind each position of its text; -1 if none is."""
        found = np.where(flags, self.here, _FAR)
        found = np.minimum.accumulate(found[::-1])[::-1]
        following = np.append(found[1:], _FAR)
        return np.where(following <= self.last, following, -1)

    def beside(self, values: Column, offset: int, outside: int) -> Column:
        """The value *offset* positions away; *outside* where that is another text."""
        places = self.here + offset
        inside = (places >= self.first) & (places <= self.last)
        return np.where(inside, values[np.where(inside, places, 0)], outside)

    def ends_of(self, flags: Column) -> tuple[Column, Column]:
        """The first and the last flagged position of each text; -1 if none is."""
        places = np.flatnonzero(flags)
        if not len(places):
            return np.full_like(self.starts, -1), np.full_like(self.starts, -1)
        low = np.searchsorted(places, self.starts)
        high = np.searchsorted(places, self.ends)
        found = high > low
        first = np.where(found, places[np.minimum(low, len(places) - 1)], -1)
        return first, np.where(found, places[high - 1], -1)

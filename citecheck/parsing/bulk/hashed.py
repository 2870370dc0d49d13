"""Columns of strings known by their hashes, which are joined without being spelt out.

The hash of a string is a polynomial of its bytes, so that the hash of two strings together
follows from theirs. Features of thousands of words are thus spelt in a few operations.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any, Union

import numpy as np
import numpy.typing as npt

Column = Any
"""An array of numpy."""

_BASE = np.uint64(0x9E3779B97F4A7C15)  # odd, with bits all over
_POWERS = [np.ones(1, np.uint64)]


def _powers(longest: int) -> Column:
    """The powers of the base from 0 to *longest* at least."""
    if len(_POWERS[0]) <= longest:
        row = np.full(max(256, longest + 1), _BASE, np.uint64)
        row[0] = 1
        _POWERS[0] = np.multiply.accumulate(row)
    return _POWERS[0]


def hashes(strings: Sequence[bytes]) -> tuple[Column, Column]:
    """The hash of each string in UTF-8, and the power of the base by which it moves others."""
    sizes = np.fromiter(map(len, strings), np.int64, len(strings))
    data = np.frombuffer(b"".join(strings), np.uint8)
    ends = np.cumsum(sizes)
    powers = _powers(int(sizes.max(initial=0)))
    behind = np.repeat(ends, sizes) - np.arange(len(data)) - 1
    sums = np.zeros(len(data) + 1, np.uint64)
    np.cumsum((data.astype(np.uint64) + np.uint64(1)) * powers[behind], out=sums[1:])
    return sums[ends] - sums[ends - sizes], powers[sizes]


def encode(string: str) -> bytes:
    """The bytes that are hashed; any string has some."""
    return string.encode("utf-8", "surrogatepass")


@cache
def _constant(string: str) -> tuple[Column, Column]:
    return hashes([encode(string)])


class Hashed:
    """A column of strings; ``+`` joins it, row by row, with another or with one string."""

    __slots__ = ("_factors", "_powers", "hashes")

    def __init__(
        self, hashes: Column, powers: Column | None = None, factors: tuple[Any, Any] = (1, 1)
    ) -> None:
        """Take a column of hashes with their powers, or what to multiply to have these."""
        self.hashes = hashes
        self._powers = powers
        self._factors = factors

    @property
    def powers(self) -> Column:
        """The power of the base by which each string moves one before it."""
        if self._powers is None:
            first, second = self._factors
            self._powers = _powers_of(first) * _powers_of(second)
        return self._powers

    def __add__(self, other: Union["Hashed", str]) -> "Hashed":
        """Each string with that of *other* behind it."""
        hashed, power = _constant(other) if isinstance(other, str) else (other.hashes, other.powers)
        return Hashed(self.hashes * power + hashed, None, (self, power))

    def __radd__(self, other: str) -> "Hashed":
        """Each string with *other* before it."""
        hashed, power = _constant(other)
        return Hashed(hashed * self.powers + self.hashes, None, (power, self))

    def __getitem__(self, rows: Column) -> "Hashed":
        """The strings of some rows."""
        return Hashed(self.hashes[rows], self.powers[rows])

    def only_if(self, given: "Hashed") -> "Hashed":
        """Each string whose row in *given* is not empty; the others become empty."""
        kept = given.powers != 1
        return Hashed(self.hashes * kept)

    def or_else(self, kept: Column, other: str) -> "Hashed":
        """Each string where *kept* is true, and *other* elsewhere."""
        hashed, power = _constant(other)
        return Hashed(np.where(kept, self.hashes, hashed[0]), np.where(kept, self.powers, power[0]))


def _powers_of(factor: Hashed | Column) -> Column:
    return factor.powers if isinstance(factor, Hashed) else factor


class Grown:
    """A table of numbers to which rows are added."""

    def __init__(self, columns: int, kind: npt.DTypeLike) -> None:
        """Start empty."""
        self.rows: Column = np.zeros((1_024, columns), kind)
        self.size = 0

    def add(self, rows: Column) -> None:
        """Put *rows* behind the others."""
        size = self.size + len(rows)
        if size > len(self.rows):
            grown = np.zeros((2 * size, self.rows.shape[1]), self.rows.dtype)
            grown[: self.size] = self.rows[: self.size]
            self.rows = grown
        self.rows[self.size : size] = rows
        self.size = size

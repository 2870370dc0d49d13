"""What a reader of a structured list gives."""

from typing import NamedTuple

from citecheck.model import Reference


class Listing(NamedTuple):
    """Entries in order, and notes on what was not read: offset in the text, and why.

    ``is_complete`` is False where entries may be missing for that.
    """

    references: tuple[Reference, ...] = ()
    notes: tuple[tuple[int, str], ...] = ()
    is_complete: bool = True

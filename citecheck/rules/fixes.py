"""A fix of several edits, by how safe it is."""

from collections.abc import Iterable

from citecheck.model import Edit, Fix, Safety


def unsafe(edits: Iterable[Edit]) -> Fix | None:
    """A fix that changes a name, a year or a meaning: the author decides. None without edits."""
    made = tuple(dict.fromkeys(edits))
    return Fix(safety=Safety.UNSAFE, edits=made) if made else None


def safe(edits: Iterable[Edit]) -> Fix | None:
    """A fix that changes the form alone. None without edits."""
    made = tuple(dict.fromkeys(edits))
    return Fix(safety=Safety.SAFE, edits=made) if made else None

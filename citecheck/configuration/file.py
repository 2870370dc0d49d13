"""What a configuration file holds once it is read."""

from pathlib import Path
from typing import NamedTuple

from citecheck.config import Settings

Keys = tuple[str, ...]


class File(NamedTuple):
    """A configuration file: what holds by it, and the lines of its keys, as written there.

    ``chosen`` are the settings that it names, by their fields: ("fail_on",), ("per_file", "*.md",
    "ignore").
    """

    path: Path
    settings: Settings
    lines: dict[Keys, int]
    chosen: frozenset[Keys] = frozenset()

"""What a configuration file holds once it is read."""

from pathlib import Path
from typing import NamedTuple

from citecheck.config import Settings

Keys = tuple[str, ...]


class File(NamedTuple):
    """A configuration file: what it chooses, and the lines of its keys, as written there."""

    path: Path
    settings: Settings
    lines: dict[Keys, int]

"""Configuration files: found upwards from each draft, read once, and what holds for a draft."""

from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import Any

from citecheck.configuration.file import File
from citecheck.configuration.finding import find
from citecheck.configuration.layers import Holding, holding
from citecheck.configuration.patterns import fits

__all__ = ["Configurations", "File", "Holding", "find", "is_excluded"]


class Configurations:
    """What holds for each of several drafts; every configuration file is read once."""

    def __init__(
        self,
        given: Mapping[str, Any] | None = None,
        *,
        only: Path | None = None,
        isolated: bool = False,
    ) -> None:
        """*given* are the choices of the command line by the names of the fields. *only* is the
        one file to read, wherever the drafts stand; with *isolated* none is read.
        """
        self.given = dict(given or {})
        self.only = only
        self.isolated = isolated
        self._by_folder: dict[Path, File | None] = {}
        self._by_path: dict[Path, File] = {}

    def file_for(self, path: PurePath | None) -> File | None:
        """The configuration file for the draft at *path*; None: for the working folder.

        Raises ConfigurationError as ``reading.read`` does.
        """
        if self.isolated:
            return None
        if self.only:
            return self._read(self.only)
        folder = Path(path).parent if path is not None else Path()
        if folder not in self._by_folder:
            found = find(folder)
            self._by_folder[folder] = self._read(found) if found else None
        return self._by_folder[folder]

    def holding(self, path: PurePath | None) -> Holding:
        """What holds for the draft at *path*. Raises ConfigurationError as ``file_for`` does."""
        return holding(path, self.file_for(path), self.given)

    def _read(self, path: Path) -> File:
        from citecheck.configuration.reading import read

        if path not in self._by_path:
            self._by_path[path] = read(path)
        return self._by_path[path]


def is_excluded(path: PurePath, configurations: Configurations) -> bool:
    """Whether the configuration for *path* leaves it out where its folder is named."""
    file = configurations.file_for(path)
    root = file.path.parent if file else Path()
    given = configurations.given.get("exclude", ())
    configured = file.settings.exclude if file else ()
    return any(fits(path, pattern, Path()) for pattern in given) or any(
        fits(path, pattern, root) for pattern in configured
    )

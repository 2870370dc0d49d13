"""The drafts that the command's arguments mean: files, folders and patterns."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from citecheck import errors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_NOT_DRAFTS = ("", ".pdf", ".epub", ".html", ".htm", ".xhtml")
"""Formats that drafts are turned into: in a folder they are left alone, by name they are read."""
_NO_DRAFTS_IN = frozenset(("__pycache__", "node_modules", "site-packages", "venv", "_build"))
_GIT_SECONDS = 30


def drafts(names: Iterable[str], excluded: Callable[[Path], bool]) -> list[str]:
    """The files that *names* mean, in order, each once.

    A folder means the drafts in it, by their extensions, without hidden ones and those that git
    ignores; a name that is no file may be a pattern ("chapters/**/*.md"). What was found so is
    left out if *excluded*; what was named is not. Raises UnreadableInput for a folder or pattern
    without drafts.
    """
    found: dict[str, None] = {}
    for name in names:
        if name == "-" or not _stands_for_several(name):
            found[name] = None
            continue
        inside = _below(Path(name)) if os.path.isdir(name) else _fitting(name)
        some = [path for path in inside if not excluded(path)]
        if not some:
            kind = "a directory without" if os.path.isdir(name) else "a pattern that fits no"
            raise errors.UnreadableInput(f"{name}: {kind} drafts")
        found.update(dict.fromkeys(map(str, some)))
    return list(found)


def _stands_for_several(name: str) -> bool:
    return os.path.isdir(name) or (any(c in name for c in "*?[") and not os.path.exists(name))


def _fitting(pattern: str) -> Iterator[Path]:
    import glob

    for name in sorted(glob.glob(pattern, recursive=True)):
        if os.path.isdir(name):
            yield from _below(Path(name))
        elif _is_draft(name):
            yield Path(name)


def _below(folder: Path) -> list[Path]:
    names = _by_git(folder)
    if names is None:
        names = list(_by_walking(folder))
    visible = (name for name in names if not any(part[:1] == "." for part in Path(name).parts))
    return sorted(folder / name for name in visible if _is_draft(name) and _has_text(folder / name))


def _is_draft(name: str) -> bool:
    from citecheck.readers import EXTENSIONS

    extension = os.path.splitext(name)[1].lower()
    return extension in EXTENSIONS and extension not in _NOT_DRAFTS


def _has_text(path: Path) -> bool:
    """Whether there is a file at *path*, and it is not empty."""
    try:
        return path.stat().st_size > 0
    except OSError:
        return False


def _by_git(folder: Path) -> list[str] | None:
    """The files below *folder* that git knows or would take; None where git keeps none."""
    import subprocess

    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            capture_output=True,
            timeout=_GIT_SECONDS,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    if done.returncode:
        return None
    return [os.fsdecode(name) for name in set(done.stdout.split(b"\0")) if name]


def _by_walking(folder: Path) -> Iterator[str]:
    for place, folders, names in os.walk(folder):
        folders[:] = [f for f in folders if f[:1] != "." and f not in _NO_DRAFTS_IN]
        for name in names:
            yield os.path.relpath(os.path.join(place, name), folder)

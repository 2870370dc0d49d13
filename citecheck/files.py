"""Write files so that neither a crash nor a full disk loses what stood in them."""

import os
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from citecheck.errors import UnwritableOutput

_GIT_SECONDS = 10


def write(path: Path, data: bytes) -> None:
    """Put *data* into the file at *path*: the whole of it, or nothing changes.

    The permissions of a file that is there stay; of a symbolic link, the file it points to is
    written. Raises UnwritableOutput, with the name and the cause.
    """
    demand_writable(path)
    target = Path(os.path.realpath(path))
    try:
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:80]}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.chmod(temporary, _mode(target))
            os.replace(temporary, target)
        except BaseException:  # an interruption too must not leave the temporary file
            with suppress(OSError):
                os.unlink(temporary)
            raise
    except (OSError, ValueError) as error:
        raise UnwritableOutput(f"{path}: {getattr(error, 'strerror', None) or error}") from error


def demand_writable(path: Path) -> None:
    """Raise UnwritableOutput if nothing can be written at *path*, be it for the file or its folder.

    A file that its owner protects is not replaced, though its folder would allow it.
    """
    target = Path(os.path.realpath(path))
    try:
        if target.is_dir():
            raise UnwritableOutput(f"{path}: a directory, not a file")
        if target.exists() and not os.access(target, os.W_OK):
            raise UnwritableOutput(f"{path}: the file is protected against writing")
        if not target.parent.is_dir():
            raise UnwritableOutput(f"{path}: there is no folder {path.parent}")
        if not os.access(target.parent, os.W_OK):
            raise UnwritableOutput(f"{path}: no permission to write in the folder {path.parent}")
    except (OSError, ValueError) as error:
        raise UnwritableOutput(f"{path}: {getattr(error, 'strerror', None) or error}") from error


def _mode(target: Path) -> int:
    """The permissions of *target*, or those that a new file gets."""
    try:
        return target.stat().st_mode & 0o7777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def keep_original(path: Path, data: bytes) -> Path | None:
    """Write *data*, the file at *path* as it stands, beside it as "NAME.bak"; the path of that.

    None if git holds just this content. An earlier copy with other content is not overwritten:
    the next is "NAME.bak2", and so on. Raises UnwritableOutput as ``write`` does.
    """
    if _git_holds(path):
        return None
    number = 1
    while True:
        copy = path.with_name(f"{path.name}.bak{'' if number == 1 else number}")
        if not copy.exists():
            write(copy, data)
            return copy
        if copy.read_bytes() == data:
            return copy
        number += 1


def _git_holds(path: Path) -> bool:
    """Whether the last commit has the file as it stands. False where there is no git."""
    name = f"./{path.name}"
    status = ["git", "status", "--porcelain", "--ignored", "--", name]
    tracked = ["git", "ls-files", "--error-unmatch", "--", name]
    try:
        runs = [
            subprocess.run(
                command,
                cwd=path.parent,
                capture_output=True,
                timeout=_GIT_SECONDS,
                check=False,
                stdin=subprocess.DEVNULL,
            )
            for command in (tracked, status)
        ]
    except (OSError, subprocess.SubprocessError):
        return False
    return all(run.returncode == 0 for run in runs) and not runs[1].stdout

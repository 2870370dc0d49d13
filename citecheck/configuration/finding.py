"""Where the configuration of a file stands."""

from pathlib import Path

OWN, SHARED = "citecheck.toml", "pyproject.toml"


def find(folder: Path) -> Path | None:
    """The nearest configuration in *folder* or above it, None if there is none.

    That is ``citecheck.toml``, or a ``pyproject.toml`` with a table ``[tool.citecheck]``. The
    search ends at the root of a repository (a folder with ``.git``) or of the file system.
    """
    absolute = folder.absolute()
    for place in (absolute, *absolute.parents):
        if (place / OWN).is_file():
            return place / OWN
        if _has_table(place / SHARED):
            return place / SHARED
        if (place / ".git").exists():
            break
    return None


def _has_table(path: Path) -> bool:
    """Whether the file seems to speak of citecheck; a broken one does, so that this is told."""
    try:
        data = path.read_bytes()
    except OSError:
        return False
    bare = data.replace(b" ", b"")
    if b"citecheck" not in data or not (b"tool.citecheck" in bare or b"[tool]" in bare):
        return False  # without loading what reads it
    import tomllib

    try:
        tool = tomllib.loads(data.decode("utf-8")).get("tool", {})
    except ValueError:
        return b"tool.citecheck" in data
    return isinstance(tool, dict) and "citecheck" in tool

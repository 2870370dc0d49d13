"""Patterns of files, as ``exclude`` and ``per-file`` hold them.

``*`` and ``?`` stand for characters of one name, ``**`` for any number of folders. A pattern with
a slash counts from the folder of the configuration; one without fits a file or folder of that name
anywhere below; a folder stands for all that is in it.
"""

import os
import re
from functools import lru_cache
from pathlib import Path, PurePath


def fits(path: PurePath, pattern: str, root: Path) -> bool:
    """Whether *pattern*, written in a configuration in *root*, means the file at *path*."""
    relative = os.path.relpath(path, root)
    return _expression(pattern).fullmatch(relative.replace(os.sep, "/")) is not None


@lru_cache(maxsize=256)
def _expression(pattern: str) -> re.Pattern[str]:
    bare = pattern.replace(os.sep, "/").removeprefix("./").strip("/")
    anchored = "/" in pattern.strip("/") or pattern.startswith(("/", "./"))
    pieces = ["" if anchored else "(?:.*/)?"]
    position = 0
    while position < len(bare):
        if bare.startswith("**/", position):
            pieces.append("(?:.*/)?")
            position += 3
        elif bare.startswith("**", position):
            pieces.append(".*")
            position += 2
        else:
            char = bare[position]
            pieces.append({"*": "[^/]*", "?": "[^/]"}.get(char, re.escape(char)))
            position += 1
    return re.compile("".join(pieces) + "(?:/.*)?")

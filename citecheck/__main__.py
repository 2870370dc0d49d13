"""``python -m citecheck``, and the entry point of the command ``citecheck``."""

import gc
import os
import sys
from contextlib import suppress

_OBJECTS_BETWEEN_COLLECTIONS = 100_000


def main() -> None:
    """Run the command line and exit with its code.

    A run is short and makes little garbage, most of its objects by importing: they are searched
    for garbage seldom (700 is Python's own pace), and left to the system at the exit, as mypy
    does: to take them apart one by one is a twentieth of the run.
    """
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    from citecheck.cli import run

    code = run(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):  # closed, or never there
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    main()

"""``python -m citecheck``, and the entry point of the command ``citecheck``."""

import gc
import os
import sys

_OBJECTS_BETWEEN_COLLECTIONS = 100_000


def main() -> None:
    """Run the command line and exit with its code.

    A run is short and makes little garbage, most of its objects by importing: they are searched
    for garbage seldom (700 is Python's own pace), and not once more at the exit.
    """
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # or it looks for them on disk
    from citecheck.cli import run

    code = run(sys.argv[1:])
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    main()

"""``python -m citecheck``, and the entry point of the command ``citecheck``."""

import sys

from citecheck.cli import run


def main() -> None:
    """Run the command line and exit with its code."""
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()

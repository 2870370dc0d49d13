"""``python -m tests.bench [start|check|growth|match ...]``; 0 if every limit holds, else 1."""

import sys
from collections.abc import Callable

from tests.bench import check, documents, growth, links, many, match, parse, start, styles

BENCHES: dict[str, Callable[[], bool]] = {
    "start": start.run,
    "check": check.run,
    "growth": growth.run,
    "match": match.run,
    "parse": parse.run,
    "documents": documents.run,
    "links": links.run,
    "many": many.run,
    "styles": styles.run,
}


def main(names: list[str]) -> int:
    """Run the benches *names*, or all; an exit code."""
    unknown = [name for name in names if name not in BENCHES]
    if unknown:
        print(f"no bench {', '.join(unknown)}; there are {', '.join(BENCHES)}", file=sys.stderr)
        return 2
    held = []
    for name in names or list(BENCHES):
        print(f"\n{name}: {(BENCHES[name].__doc__ or '').strip()}")
        held.append(BENCHES[name]())
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""``python -m tests.planting [SEEDS [KIND ...]]``: each kind of defect; what went otherwise."""

import sys

from tests.planting.defects import KINDS
from tests.planting.draft import draft
from tests.planting.trial import chosen, complaints, described


def main(seeds: int, only: list[str]) -> int:
    """Print a line per kind, and each failure; 1 if there is any."""
    failures = 0
    for kind, names in KINDS.items():
        if only and kind.__name__ not in only:
            continue
        for name in names:
            sound, seen, held = draft(name), set(), 0
            for seed in range(seeds):
                planted = chosen(sound, kind, seed)
                if planted in seen:
                    continue
                seen.add(planted)
                wrong = complaints(sound, planted)
                held += not wrong
                if wrong:
                    print(f"    {described(sound, planted)}")
                    print("".join(f"        {line}\n" for line in wrong), end="")
            failures += len(seen) - held
            print(f"{kind.__name__:32} {name:10} {held:3} of {len(seen):3}")
    return int(failures > 0)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 20, sys.argv[2:]))

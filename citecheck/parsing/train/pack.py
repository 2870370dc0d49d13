"""The file of the shipped model: written here, read by ``parsing.tagger``.

Layout: four bytes (little-endian) with the length of a JSON head; the head (labels, transitions
between them, the step of the weights, the length of the feature names); then, deflated, the names
one a line, one byte each with the number of their weights, and the weights, three bytes each
(label, multiple of the step).
"""

import json
import struct
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from citecheck.parsing.lattice import SCALE

STEP = 1 / 128  # of a unit of log-probability
_FORBIDDEN = -8.0  # an inside label after anything but its own field


def pack(
    labels: Sequence[str],
    transitions: Mapping[tuple[str, str], float],
    weights: Mapping[tuple[str, str], float],
    path: Path,
) -> dict[str, float]:
    """Write the model to *path*; the counts of features and weights kept, and the size in MB."""
    index = {label: i for i, label in enumerate(labels)}
    rows: dict[str, list[tuple[int, int]]] = {}
    for (feature, label), weight in weights.items():
        if value := round(max(-32767.0, min(32767.0, weight / STEP))):
            rows.setdefault(feature, []).append((index[label], value))
    names = sorted(rows)
    block = "\n".join(names).encode()
    body = block + bytes(len(rows[name]) for name in names)
    body += b"".join(struct.pack("<Bh", *pair) for name in names for pair in sorted(rows[name]))
    steps = [[round(_step(a, b, transitions) * SCALE) for b in labels] for a in labels]
    head = {
        "labels": labels,
        "names": len(block),
        "step": round(STEP * SCALE),
        "transitions": steps,
    }
    start = json.dumps(head, separators=(",", ":")).encode()
    path.write_bytes(len(start).to_bytes(4, "little") + start + zlib.compress(body, 9))
    return {
        "features": len(names),
        "weights": sum(map(len, rows.values())),
        "megabytes": round(path.stat().st_size / 1e6, 2),
    }


def _step(before: str, after: str, transitions: Mapping[tuple[str, str], float]) -> float:
    if after.startswith("I-") and before[2:] != after[2:]:
        return _FORBIDDEN
    return transitions.get((before, after), 0.0)

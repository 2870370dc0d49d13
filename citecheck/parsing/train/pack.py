"""The file of the shipped model: written here, read by ``parsing.network``.

Its arrays (see ``parsing.arrays``) are texts as bytes, a line each (``labels``, ``words`` and
``gaps``: the names of features); their vectors as small integers with a step for each row; all
other weights as half-precision numbers; and ``layers``, the number of layers of memory.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from citecheck.parsing.arrays import write_arrays

FORBIDDEN = -30.0
"""Score of an inside label after anything but its own field, and as a string's first label."""

_TABLES = {"word", "before", "behind"}


def pack(
    labels: Sequence[str],
    names: Mapping[str, Sequence[str]],
    weights: Mapping[str, Any],
    path: Path,
) -> dict[str, float]:
    """Write the model to *path*; how much was kept, and the size in MB.

    *names* are the features of words and gaps in the order of their rows; *weights* are arrays
    by the names under which ``parsing.network`` looks for them.
    """
    held: dict[str, Any] = {name: _bytes(lines) for name, lines in names.items()}
    held["labels"] = _bytes(labels)
    for name, array in weights.items():
        if name in _TABLES:
            held[name], held[name + "_step"] = _small(array)
        else:
            held[name] = np.asarray(array, np.float16)
    layers = sum(name[:3] == "mem" and name[-2:] == "ft" for name in weights)
    held["layers"] = np.array([layers], np.uint8)
    held["transitions"] = _allowed(labels, held["transitions"])
    held["first"] = np.where(_inside(labels), FORBIDDEN, held["first"]).astype(np.float16)
    write_arrays(held, path)
    return {
        "features": sum(len(lines) for lines in names.values()),
        "weights": sum(np.size(array) for array in weights.values()),
        "megabytes": round(path.stat().st_size / 1e6, 2),
    }


def _bytes(lines: Sequence[str]) -> Any:
    return np.frombuffer("\n".join(lines).encode("utf-8", "surrogatepass"), np.uint8)


def _small(table: Any) -> tuple[Any, Any]:
    """Rows as integers from -127 to 127, and the step of each row."""
    steps = np.maximum(np.abs(table).max(axis=1), 1e-6) / 127
    return np.round(table / steps[:, None]).astype(np.int8), steps.astype(np.float16)


def _inside(labels: Sequence[str]) -> Any:
    return np.array([label.startswith("I-") for label in labels])


def _allowed(labels: Sequence[str], transitions: Any) -> Any:
    """The steps between labels with those that no string can have forbidden."""
    same = np.array([[before[2:] == after[2:] for after in labels] for before in labels])
    return np.where(_inside(labels) & ~same, FORBIDDEN, transitions).astype(np.float16)

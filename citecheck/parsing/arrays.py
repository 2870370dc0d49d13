"""Files of arrays in the format safetensors, which are read without unpacking or copying.

A file is the length of its header in eight bytes, the lowest first; the header, in JSON, with the
type, shape and place of each array; then the numbers.
"""

import json
from collections.abc import Mapping
from math import prod
from pathlib import Path
from typing import Any

import numpy as np

Array = Any
"""An array of numpy."""

_TYPES = {"F16": "<f2", "I8": "|i1", "U8": "|u1"}
_WORD = 8  # bytes; the widest type, and that of the header's length


def read_arrays(path: Path) -> dict[str, Array]:
    """The arrays of a file by name; they cannot be written to."""
    data = path.read_bytes()
    begin = _WORD + int.from_bytes(data[:_WORD], "little")
    found: dict[str, Array] = {}
    for name, entry in json.loads(data[_WORD:begin]).items():
        shape, kind = entry["shape"], _TYPES[entry["dtype"]]
        place = begin + entry["data_offsets"][0]
        found[name] = np.frombuffer(data, kind, prod(shape), place).reshape(shape)
    return found


def write_arrays(arrays: Mapping[str, Array], path: Path) -> None:
    """Write arrays of bytes, small integers or half-precision numbers."""
    names = {kind: name for name, kind in _TYPES.items()}
    header, blocks, place = {}, [], 0
    for name in sorted(arrays, key=lambda name: -arrays[name].itemsize):  # all in their alignment
        array = arrays[name].astype(arrays[name].dtype.newbyteorder("<"))
        blocks.append(array.tobytes())
        header[name] = {
            "dtype": names[array.dtype.str],
            "shape": array.shape,
            "data_offsets": (place, place := place + array.nbytes),
        }
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % _WORD)
    path.write_bytes(len(text).to_bytes(_WORD, "little") + text + b"".join(blocks))

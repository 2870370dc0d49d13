"""Files of arrays."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from citecheck.parsing.arrays import read_arrays, write_arrays

ARRAYS: dict[str, Any] = {
    "text": np.frombuffer(b"a\nbc", np.uint8),
    "halves": np.array([[0.5, -2.0, 65504.0]], np.float16),
    "table": np.arange(-6, 6, dtype=np.int8).reshape(3, 4),
    "none": np.zeros((0, 4), np.int8),
    "turned": np.arange(6, dtype=np.float16).reshape(2, 3).T,
    "foreign": np.array([1.5, 2.5], ">f2"),
}


def test_arrays_are_read_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "arrays.safetensors"
    write_arrays(ARRAYS, path)
    found = read_arrays(path)
    assert found.keys() == ARRAYS.keys()
    for name, array in ARRAYS.items():
        assert found[name].shape == array.shape
        assert found[name].dtype.kind == array.dtype.kind
        assert (found[name] == array).all()


def test_the_file_is_as_the_format_has_it(tmp_path: Path) -> None:
    path = tmp_path / "arrays.safetensors"
    write_arrays(ARRAYS, path)
    data = path.read_bytes()
    begin = 8 + int.from_bytes(data[:8], "little")
    assert begin % 8 == 0
    header = json.loads(data[8:begin])
    assert header["table"]["dtype"] == "I8"
    assert header["table"]["shape"] == [3, 4]
    places = sorted(entry["data_offsets"] for entry in header.values())
    assert places[0][0] == 0
    assert places[-1][1] == len(data) - begin
    assert all(left[1] == right[0] for left, right in pairwise(places))


def test_other_types_are_not_written(tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="f8"):
        write_arrays({"wide": np.zeros(2)}, tmp_path / "arrays.safetensors")

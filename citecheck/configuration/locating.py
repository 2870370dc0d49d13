"""On which lines of a TOML file its keys stand, which tomllib does not tell."""

import tomllib
from collections.abc import Iterator
from typing import Any

from citecheck.configuration.file import Keys

_LONGEST = 2_000  # lines of one statement


def key_lines(text: str) -> dict[Keys, int]:
    """The line (from 1) of every table, key and text in an array in *text*, a valid TOML file.

    Every statement is read by itself: the heading of a table or a key with its value, the lines
    of which end where tomllib can read them.
    """
    found: dict[Keys, int] = {}
    table: Keys = ()
    for number, statement in _statements(text):
        read = tomllib.loads(statement)
        if statement.lstrip().startswith("["):
            table = max((path for path, _ in _paths(read)), key=len, default=())
            for end in range(1, len(table) + 1):
                found.setdefault(table[:end], number)
            continue
        for path, value in _paths(read):
            found.setdefault((*table, *path), number)
            if isinstance(value, list):
                for item, line in _items(value, statement, number):
                    found.setdefault((*table, *path, item), line)
    return found


def _items(values: list[Any], statement: str, first: int) -> Iterator[tuple[str, int]]:
    """The texts of an array with their lines; the statement that holds it begins at *first*."""
    position = 0
    for value in values:
        if isinstance(value, str):
            position = max(position, statement.find(value, position))
            yield value, first + statement.count("\n", 0, position)


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Each statement with the number of its first line."""
    lines = text.splitlines(keepends=True)
    start = 0
    for end in range(1, len(lines) + 1):
        statement = "".join(lines[start:end])
        if statement.strip() and not _is_whole(statement) and end - start < _LONGEST:
            continue
        if statement.strip() and _is_whole(statement):
            yield start + 1, statement
        start = end


def _is_whole(statement: str) -> bool:
    try:
        tomllib.loads(statement)
    except tomllib.TOMLDecodeError:
        return False
    return True


def _paths(value: Any, before: Keys = ()) -> Iterator[tuple[Keys, Any]]:
    """The paths of all keys in *value*, and what stands there; an array of tables counts as its
    last table.
    """
    if isinstance(value, list) and value and isinstance(value[-1], dict):
        value = value[-1]
    if isinstance(value, dict):
        for key, inner in value.items():
            yield (*before, key), inner
            yield from _paths(inner, (*before, key))


def line_of(keys: Keys, lines: dict[Keys, int]) -> int | None:
    """The line of *keys*, or of the nearest thing around them that has one."""
    while keys and keys not in lines:
        keys = keys[:-1]
    return lines.get(keys)

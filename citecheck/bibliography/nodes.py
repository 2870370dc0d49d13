"""JSON and YAML as values that know where they stand."""

import json
import re
from dataclasses import dataclass
from json.decoder import JSONDecodeError, scanstring  # type: ignore[attr-defined]
from typing import Any

from citecheck.errors import UnreadableInput

_BLANK = re.compile(r"\s*+")
_LITERAL = re.compile(r"-?(?:0|[1-9]\d{0,30})(?:\.\d{1,30})?(?:[eE][+-]?\d{1,3})?|true|false|null")
_DEEPEST = 40


@dataclass(frozen=True, slots=True)
class Node:
    """A mapping of nodes, a list of nodes or a scalar; its extent in the text, quotes left out."""

    value: Any
    start: int
    end: int


def plain(node: Node, budget: list[int]) -> Any:
    """The node as plain Python data. *budget* bounds what YAML's aliases can multiply.

    Raises UnreadableInput when it is used up.
    """
    budget[0] -= 1
    if budget[0] < 0:
        raise UnreadableInput("aliases multiply the content")
    if isinstance(node.value, dict):
        return {key: plain(item, budget) for key, item in node.value.items()}
    if isinstance(node.value, list):
        return [plain(item, budget) for item in node.value]
    return node.value


class Misplaced(Exception):  # noqa: N818
    """Text that is not JSON or YAML: the cause, and the offset."""

    def __init__(self, cause: str, offset: int) -> None:
        """Keep both."""
        super().__init__(cause)
        self.offset = offset


def json_items(text: str) -> tuple[list[Node], Misplaced | None]:
    """The objects of a JSON array, of one object, or of its "items" or "references"; and why and
    where the reading ended early, if it did.
    """
    reader = _JsonReader(text)
    start = reader.skip(0)
    if text.startswith("[", start):
        return reader.array_items(start + 1)
    try:
        node, _ = reader.value(start, 0)
    except Misplaced as error:
        return [], error
    if not isinstance(node.value, dict):
        return [], Misplaced("neither a list nor an object", start)
    for name in ("items", "references"):
        inner = node.value.get(name)
        if isinstance(inner, Node) and isinstance(inner.value, list):
            return inner.value, None
    return [node], None


class _JsonReader:
    def __init__(self, text: str) -> None:
        self.text = text

    def skip(self, position: int) -> int:
        """The first offset from *position* that is not blank."""
        blank = _BLANK.match(self.text, position)
        return blank.end() if blank else position

    def array_items(self, position: int) -> tuple[list[Node], Misplaced | None]:
        """The items of the outermost array, as many as can be read."""
        items: list[Node] = []
        while True:
            position = self.skip(position)
            if self.text.startswith("]", position) and not items:
                return items, None
            try:
                node, position = self.value(position, 0)
            except Misplaced as error:
                return items, error
            items.append(node)
            position = self.skip(position)
            mark = self.text[position : position + 1]
            if mark == "]":
                return items, None
            if mark != ",":
                return items, Misplaced("the list is never closed", position)
            position += 1

    def value(self, position: int, depth: int) -> tuple[Node, int]:
        """The value at *position* and the offset behind it. Raises Misplaced."""
        if depth > _DEEPEST:
            raise Misplaced("nested too deeply", position)
        position = self.skip(position)
        char = self.text[position : position + 1]
        if char == '"':
            written, end = self._string(position)
            return Node(written, position + 1, end - 1), end
        if char == "{":
            return self._object(position, depth)
        if char == "[":
            return self._array(position, depth)
        literal = _LITERAL.match(self.text, position)
        if not literal:
            raise Misplaced("no value stands here", position)
        return Node(json.loads(literal[0]), *literal.span()), literal.end()

    def _string(self, position: int) -> tuple[str, int]:
        try:
            written, end = scanstring(self.text, position + 1, False)
        except (JSONDecodeError, ValueError) as error:
            raise Misplaced("a string is never closed or ill-formed", position) from error
        return written.encode("utf-8", "replace").decode("utf-8"), end

    def _object(self, start: int, depth: int) -> tuple[Node, int]:
        fields: dict[str, Node] = {}
        position = self.skip(start + 1)
        while not self.text.startswith("}", position) or fields:
            if not self.text.startswith('"', position):
                raise Misplaced("a name should stand here", position)
            name, position = self._string(position)
            position = self.skip(position)
            if not self.text.startswith(":", position):
                raise Misplaced("a colon should stand here", position)
            fields[name], position = self.value(position + 1, depth + 1)
            position = self.skip(position)
            if self.text.startswith("}", position):
                break
            if not self.text.startswith(",", position):
                raise Misplaced("an object is never closed", position)
            position = self.skip(position + 1)
        return Node(fields, start, position + 1), position + 1

    def _array(self, start: int, depth: int) -> tuple[Node, int]:
        items: list[Node] = []
        position = self.skip(start + 1)
        while not self.text.startswith("]", position) or items:
            node, position = self.value(position, depth + 1)
            items.append(node)
            position = self.skip(position)
            if self.text.startswith("]", position):
                break
            if not self.text.startswith(",", position):
                raise Misplaced("a list is never closed", position)
            position += 1
        return Node(items, start, position + 1), position + 1

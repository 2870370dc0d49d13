"""YAML as nodes with places, read by PyYAML without its guesses about types.

Every scalar stays text ("no" is a word, "2021-05" no date). The tree is built from PyYAML's
events, because its own composer recurses in C and ends the process on deep nesting.
"""

from typing import Any

from citecheck.bibliography.nodes import Misplaced, Node

_DEEPEST = 40


def yaml_items(text: str, offset: int = 0) -> tuple[list[Node], Misplaced | None]:
    """The items of a YAML list, or of the "references" of a mapping, their places moved by
    *offset*; and why and where the text could not be read, if it could not.
    """
    try:
        root = compose(text, offset)
    except Misplaced as error:
        return [], error
    if isinstance(root.value, dict):
        root = root.value.get("references", Node([], offset, offset))
    if not isinstance(root.value, list):
        return [], Misplaced("neither a list nor a mapping with references", offset)
    return root.value, None


def compose(text: str, offset: int = 0) -> Node:
    """The first document of *text*, its places moved by *offset*. Raises Misplaced."""
    import yaml

    loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    tree = _Tree(offset)
    try:
        for event in yaml.parse(text, Loader=loader):
            if not tree.take(event):
                break
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise Misplaced(str(error.problem), offset + (mark.index if mark else 0)) from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise Misplaced(str(error), offset) from error
    return tree.root


class _Open:
    """A mapping or list whose end is not reached; in a mapping, the key that waits for a value."""

    def __init__(self, value: dict[str, Node] | list[Node], start: int, anchor: str | None) -> None:
        self.value, self.start, self.anchor = value, start, anchor
        self.key: Node | None = None

    def add(self, node: Node) -> None:
        """Take the next item, key or value."""
        if isinstance(self.value, list):
            self.value.append(node)
        elif self.key is None:
            self.key = node
        else:
            if isinstance(self.key.value, str):
                self.value[self.key.value] = node
            self.key = None


class _Tree:
    """Builds the nodes of one document from events."""

    def __init__(self, offset: int) -> None:
        self.offset = offset
        self.root = Node([], offset, offset)
        self.open: list[_Open] = []
        self.anchors: dict[str, Node] = {}

    def take(self, event: Any) -> bool:
        """Take one event; False once the document is complete."""
        kind = type(event).__name__
        start = self.offset + event.start_mark.index
        end = self.offset + event.end_mark.index
        if kind in ("MappingStartEvent", "SequenceStartEvent"):
            if len(self.open) >= _DEEPEST:
                raise Misplaced("nested too deeply", start)
            self.open.append(_Open({} if kind[0] == "M" else [], start, event.anchor))
            return True
        if kind == "ScalarEvent":
            quoted = event.style in ("'", '"')
            return self._add(Node(event.value, start + quoted, end - quoted), event.anchor)
        if kind == "AliasEvent":
            return self._add(self.anchors.get(event.anchor, Node("", start, end)), None)
        if kind in ("MappingEndEvent", "SequenceEndEvent"):
            done = self.open.pop()
            return self._add(Node(done.value, done.start, end), done.anchor)
        return True

    def _add(self, node: Node, anchor: str | None) -> bool:
        if anchor:
            self.anchors[anchor] = node
        if not self.open:
            self.root = node
            return False
        self.open[-1].add(node)
        return True

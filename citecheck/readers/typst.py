"""Typst: the decoded file, and which parts of it are no prose.

Those are comments, raw text, mathematics, code statements (#set, #show, #let, #import, #include),
the call of #bibliography, labels, and references to labels that the draft itself defines; "@key"
and "#cite(<key>)" stay visible. Offsets are those of the file.
"""

import re
from collections.abc import Iterator
from functools import cached_property

from citecheck.model import Document, Span
from citecheck.readers import text as plain_text

_TOKEN = re.compile(
    r"(?<!:)//|/\*|`+|\\.|\$|#(set|show|let|import|include|bibliography|cite|image|link)\b"
    r"|<([\w.:-]{1,100})>|@([\w.:-]{1,100})"
)
_BRACKETS = re.compile(r"[()\[\]{}]")
_OPEN_OR_LINE = re.compile(r"[(\[{\n]")
_LABEL = re.compile(r"(\(\s?)?<([\w.:-]{1,100})>")
_STATEMENTS = frozenset(("set", "show", "let", "import", "include"))
_PARTNERS = {")": "(", "]": "[", "}": "{"}
_DEEPEST_MISMATCH = 20  # brackets of prose that never close, within one that does


def read(data: bytes | str, name: str | None) -> Document:
    """The draft in *data*. Raises UnreadableInput as ``decoding.decode`` does."""
    document = plain_text.read(data, name)
    hidden = tuple(Span(start=start, end=end) for start, end in not_prose(document.text))
    return document.model_copy(update={"format": "typst", "not_prose": hidden})


def not_prose(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each part of *text* that is no prose, sorted and disjoint."""
    scan = _Scan(text)
    position = 0
    while token := _TOKEN.search(text, position):
        end = scan.end_of(token)
        position = max(end, token.end())
        if end > token.start():
            yield token.start(), end
        elif token[1] == "cite":
            position = scan.end_of_call(token.end())


class _Scan:
    """Finds where hidden parts end; remembers what is never closed, so that all stays linear."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.labels = {label[2] for label in _LABEL.finditer(text) if not label[1]}
        self.unclosed: set[str] = set()

    def end_of(self, token: re.Match[str]) -> int:
        """Where the hidden part that *token* begins ends; 0 if it begins none."""
        mark, start = token[0], token.end()
        if mark == "//":
            line = self.text.find("\n", start)
            return line if line >= 0 else len(self.text)
        if mark == "/*":
            return self._find("*/", start)
        if mark == "$" or mark[0] == "`":
            return self._find(mark, start)
        if token[1] and token[1] != "cite":
            return self.end_of_call(start, is_statement=token[1] in _STATEMENTS)
        if token[2]:
            return start
        return start if token[3] and token[3].rstrip(".:") in self.labels else 0

    def _find(self, closing: str, start: int) -> int:
        end = -1 if closing in self.unclosed else self.text.find(closing, start)
        if end < 0:
            self.unclosed.add(closing)
        return end + len(closing) if end >= 0 else 0

    def end_of_call(self, start: int, *, is_statement: bool = False) -> int:
        """The end of the brackets that open at *start*; of a statement, the line's end outside
        brackets.
        """
        if not is_statement:
            return self.closings.get(start, start - 1) + 1
        position = start
        while mark := _OPEN_OR_LINE.search(self.text, position):
            if mark[0] == "\n":
                return mark.start()
            position = self.closings.get(mark.start(), mark.start()) + 1
        return len(self.text)

    @cached_property
    def closings(self) -> dict[int, int]:
        """As ``brackets`` of the whole text."""
        return brackets(self.text)


def brackets(text: str) -> dict[int, int]:
    """Of each bracket in *text* that is closed, by its offset, the offset of its partner."""
    closings: dict[int, int] = {}
    opened: list[re.Match[str]] = []
    for mark in _BRACKETS.finditer(text):
        partner = _PARTNERS.get(mark[0])
        if partner is None:
            opened.append(mark)
            continue
        recent = range(len(opened) - 1, max(-1, len(opened) - 1 - _DEEPEST_MISMATCH), -1)
        index = next((i for i in recent if opened[i][0] == partner), None)
        if index is not None:
            closings[opened[index].start()] = mark.start()
            del opened[index:]
    return closings

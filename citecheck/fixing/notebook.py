"""Jupyter notebooks: edits in the strings of their JSON; all bytes outside them stay."""

import json
import re
from collections.abc import Iterator, Sequence
from json import decoder, scanner
from typing import Any, NamedTuple

from citecheck.errors import UnwritableEdit, UnwritableOutput
from citecheck.fixing import plain
from citecheck.fixing.edits import trimmed
from citecheck.fixing.stamp import Stamp
from citecheck.model import Document, Edit, Span
from citecheck.readers import text as plain_text

_GAP = 2
"""Characters that the reader puts between cells."""
_CHARACTER = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|.", re.DOTALL
)
"""One code point as JSON writes it: RFC 8259, section 7."""


class _Located(str):
    """A string of the JSON, and where its value is written: ``start`` is behind the quote."""

    __slots__ = ("end", "start")
    start: int
    end: int


class _Line(NamedTuple):
    """A string of a cell, at ``start`` in the document's text."""

    start: int
    cell: int
    written: _Located


class _Decoder(json.JSONDecoder):
    """Has the values that are strings know their places."""

    def __init__(self) -> None:
        super().__init__()
        self.parse_string = _located
        self.scan_once = scanner.py_make_scanner(self)  # type: ignore[attr-defined]


def _located(text: str, start: int, strict: bool = True) -> tuple[str, int]:
    value, behind = decoder.scanstring(text, start, strict)  # type: ignore[attr-defined]
    found = _Located(value)
    found.start, found.end = start, behind - 1
    return found, behind


def patch(data: bytes, document: Document, edits: Sequence[Edit], stamp: Stamp) -> bytes:
    """The notebook *data* with *edits* made in its Markdown cells.

    Raises UnwritableEdit for an edit over the bounds of a cell, and UnwritableOutput for a file
    that is nested too deeply, and as ``plain.patch`` does.
    """
    file = plain_text.read(data, document.path)
    try:
        lines = list(_lines(_Decoder().decode(file.text)))
    except RecursionError as error:
        raise UnwritableOutput(f"{document.path}: its JSON is nested too deeply") from error
    is_ascii = file.text.isascii()
    made = [
        new
        for edit in edits
        for new in _rewritten(trimmed(edit, document.text), lines, file.text, is_ascii)
    ]
    return plain.patch(data, file, made, stamp)


def _lines(notebook: Any) -> Iterator[_Line]:
    """The strings of the Markdown cells, as the reader joins them."""
    start = 0
    for number, cell in enumerate(notebook["cells"]):
        if not isinstance(cell, dict) or cell.get("cell_type") != "markdown":
            continue
        source = cell.get("source", "")
        for line in source if isinstance(source, list) else [source]:
            if isinstance(line, _Located):
                yield _Line(start, number, line)
                start += len(line)
        start += _GAP


def _rewritten(
    edit: Edit,
    lines: Sequence[_Line],
    text: str,
    is_ascii: bool,
) -> Iterator[Edit]:
    """*edit* as edits of *text*, the JSON: the new words go into the first line touched."""
    start, end = edit.span.start, edit.span.end
    touched = [
        line
        for line in lines
        if line.start <= start < line.start + len(line.written) or start < line.start < end
    ] or [line for line in lines if start == line.start + len(line.written)][-1:]
    covered = sum(min(end, n.start + len(n.written)) - max(start, n.start) for n in touched)
    if not touched or covered != len(edit.span) or touched[0].cell != touched[-1].cell:
        raise UnwritableEdit("the words stand in more than one cell")
    new = json.dumps(edit.text, ensure_ascii=is_ascii)[1:-1]
    for line in touched:
        places = _places(line.written, text)
        first = max(start - line.start, 0)
        last = min(end - line.start, len(line.written))
        yield Edit(span=Span(start=places[first], end=places[last]), text=new)
        new = ""


def _places(written: _Located, text: str) -> list[int]:
    """Where each character of *written* begins in *text*, and where the last one ends."""
    starts = [sign.start() for sign in _CHARACTER.finditer(text, written.start, written.end)]
    return [*starts, written.end]

"""Jupyter notebooks: the Markdown cells, one after the other with a blank line between.

Offsets count in that text; ``Document.parts`` names the cell that each stretch comes from
("cell 3", counted from 1 over all cells), and a place in it is a line and column of that cell, as
editors show them. Code and raw cells are left out: they hold no prose.
"""

import json
from typing import Any

from citecheck.errors import UnreadableInput
from citecheck.model import Document, Span
from citecheck.model.document import Part
from citecheck.readers import markdown
from citecheck.readers import text as plain_text

_GAP = "\n\n"


def read(data: bytes | str, name: str | None) -> Document:
    """The draft in *data*. Raises UnreadableInput for what is no notebook, and as ``decode``."""
    file = plain_text.read(data, name)
    pieces: list[str] = []
    parts: list[Part] = []
    length = 0
    for number, source in _markdown_cells(file.text, name or "the text"):
        parts.append(Part(name=f"cell {number}", start=length))
        pieces.append(source)
        length += len(source) + len(_GAP)
    text = plain_text.read(_GAP.join(pieces), name).text
    return Document(
        text=text,
        path=name,
        format="markdown",
        encoding=file.encoding,
        not_prose=tuple(Span(start=start, end=end) for start, end in markdown.not_prose(text)),
        parts=tuple(parts),
    )


def _markdown_cells(text: str, name: str) -> list[tuple[int, str]]:
    """Number and text of each Markdown cell."""
    try:
        notebook = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        raise UnreadableInput(f"{name}:{line}: not a notebook: {error}") from error
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    if not isinstance(cells, list):
        raise UnreadableInput(f"{name}: not a notebook of format 4: it has no cells")
    return [
        (number, _source(cell))
        for number, cell in enumerate(cells, 1)
        if isinstance(cell, dict) and cell.get("cell_type") == "markdown"
    ]


def _source(cell: dict[str, Any]) -> str:
    """The text of a cell, which is one string or a list of lines."""
    source = cell.get("source", "")
    if isinstance(source, list):
        return "".join(line for line in source if isinstance(line, str))
    return source if isinstance(source, str) else ""

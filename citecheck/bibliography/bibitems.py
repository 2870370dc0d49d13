r"""Printed lists in LaTeX: \\bibitem in a thebibliography or a .bbl, read as typed entries.

Each entry is decoded to Unicode, read like any hand-typed one, and every place that was found is
carried back to the source.
"""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from citecheck.bibliography.latex import decode_with_offsets
from citecheck.bibliography.listing import Listing
from citecheck.model import Reference, Span
from citecheck.model.moving import moved

_ITEM = re.compile(r"\\bibitem(?![A-Za-z])\s*+")
_KEY = re.compile(r"\s*+\{([^{}]{0,500})\}")
_END = re.compile(r"\\end\s?\{thebibliography\}")
_MARK = re.compile(r"[{}\[\]]")
_COMMENT = re.compile(r"(?<!\\)%[^\n]*\n?[ \t]*")
_LONGEST_LABEL = 2_000


class _Item(NamedTuple):
    key: str
    start: int
    body: int
    end: int


def parse(text: str) -> Listing:
    """The entries of every thebibliography in *text*. Never raises."""
    return Listing(tuple(_reference(text, item) for item in _items(text)))


def _items(text: str) -> Iterator[_Item]:
    starts = list(_ITEM.finditer(text))
    ends = [match.start() for match in _END.finditer(text)] + [len(text)]
    closing = 0
    for index, item in enumerate(starts):
        while ends[closing] < item.start():
            closing += 1
        following = starts[index + 1].start() if index + 1 < len(starts) else len(text)
        end = min(following, ends[closing])
        key = _KEY.match(text, _behind_label(text, item.end()), end)
        if key:
            body = text[key.end() : end]
            yield _Item(key[1].strip(), item.start(), key.end(), key.end() + len(body.rstrip()))


def _behind_label(text: str, position: int) -> int:
    """The offset behind the label in brackets that may stand at *position*."""
    if not text.startswith("[", position):
        return position
    depth = 0
    for mark in _MARK.finditer(text, position, position + _LONGEST_LABEL):
        depth += {"{": 1, "}": -1}.get(mark[0], 0)
        if mark[0] == "]" and depth <= 0:
            return mark.end()
    return position


def _reference(text: str, item: _Item) -> Reference:
    from citecheck.parsing.reading import read_entry

    body = _COMMENT.sub(lambda comment: " " * len(comment[0]), text[item.body : item.end])
    printed, offsets = _on_one_line(*decode_with_offsets(body))
    entry = read_entry(printed, Span(start=0, end=len(printed)), item.key)
    entry = moved(entry, partial(_place_of, [item.body + offset for offset in offsets]))
    span = Span(start=item.start, end=item.end)
    return entry.model_copy(update={"span": span, "raw": span.of(text), "key": item.key})


def _on_one_line(text: str, offsets: Sequence[int]) -> tuple[str, list[int]]:
    """*text* with each run of white space as one blank, and none at its ends."""
    kept = [
        index
        for index, char in enumerate(text)
        if not char.isspace() or (index and not text[index - 1].isspace())
    ]
    if kept and text[kept[-1]].isspace():
        kept.pop()
    line = "".join(" " if text[index].isspace() else text[index] for index in kept)
    return line, [*(offsets[index] for index in kept), offsets[-1]]


def _place_of(offsets: Sequence[int], span: Span) -> Span:
    """Where the characters of *span* stand that *offsets* tells one by one."""
    end = offsets[span.end - 1] + 1 if span.end > span.start else offsets[span.end]
    start = offsets[span.start]
    return Span(start=start, end=max(end, start))

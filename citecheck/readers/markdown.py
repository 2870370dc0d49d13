"""Markdown: the decoded file, and which parts of it are no prose.

Those are front matter, code in fences, indentation or backticks, HTML comments and tags, what
stands in ``<script>``, ``<style>`` and ``<pre>``, and the targets of links; the text itself stays
as it is. The rules are those of CommonMark 0.31, with three departures, because a draft's
citations must not vanish silently: a fence that is never closed opens nothing (it underlines a
heading, say), an indented block with a line over ``_CODE_WIDTH`` characters is a paragraph that
someone began with a tab, and a single backtick behind a letter is an apostrophe.

markdown-it-py was weighed and left: it takes another 60 ms to load, and its inline tokens carry
no offsets, so that code and targets would have to be searched for again. This scanner passes over
each character a fixed number of times, whatever the text.
"""

import re
from collections.abc import Iterator

from citecheck.model import Document, Span
from citecheck.readers import text as plain_text
from citecheck.readers.front_matter import front_matter
from citecheck.readers.markdown_fences import Fences
from citecheck.readers.markdown_inline import inline_spans

_BLANK = re.compile(r"[^\S\n]*+(?:\n|\Z)")
_RAW = re.compile(r"<!--|<(script|style|pre)\b", re.IGNORECASE)
_LIST_ITEM = re.compile(r" {0,3}(?:[-*+:]|\d{1,9}[.)]|\[\^[^\]\s]{1,99}\]:)[ \t]")
_CODE_WIDTH = 120


def read(data: bytes | str, name: str | None) -> Document:
    """The draft in *data*. Raises UnreadableInput as ``decoding.decode`` does."""
    document = plain_text.read(data, name)
    hidden = tuple(Span(start=start, end=end) for start, end in not_prose(document.text))
    return document.model_copy(update={"format": "markdown", "not_prose": hidden})


def not_prose(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each part of *text* that is no prose, sorted and disjoint."""
    position = 0
    for start, end in _Blocks(text):
        yield from inline_spans(text, position, start)
        if start < end:
            yield start, end
        position = end
    yield from inline_spans(text, position, len(text))


class _Blocks:
    """The blocks of a text that are no prose, in order; an empty one behind each blank line."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.fences = Fences(text)
        self.line_end = 0
        self.after_blank = True
        self.in_list = False
        self.unclosed: set[str] = set()

    def __iter__(self) -> Iterator[tuple[int, int]]:
        head = front_matter(self.text)
        position = head[1] if head else 0
        if head:
            yield 0, position
        while position < len(self.text):
            starts_line = self._reach_line(position)
            found = self._of_line(position) if starts_line else None
            found = found or self._raw(position)
            if found:
                yield found
            position = found[1] if found else self.line_end

    def _reach_line(self, position: int) -> bool:
        """Bring ``line_end`` up to the line of *position*; whether the line begins there."""
        if position >= self.line_end:
            self.line_end = self._end_of_line(position)
        return position == 0 or self.text[position - 1] == "\n"

    def _end_of_line(self, position: int) -> int:
        return (self.text.find("\n", position) + 1) or len(self.text)

    def _of_line(self, start: int) -> tuple[int, int] | None:
        """The blank line, fenced or indented code that begins at the line at *start*."""
        if blank := _BLANK.match(self.text, start):
            self.after_blank = True
            return blank.end(), blank.end()
        after_blank, self.after_blank = self.after_blank, False
        if close := self.fences.close_of(start, self.line_end):
            return start, close
        if self.text.startswith(("    ", "\t"), start):
            is_code = after_blank and not self.in_list
            end = self._end_of_indented(start) if is_code else start
            return (start, end) if end > start else None
        if _LIST_ITEM.match(self.text, start):
            self.in_list = True
        elif after_blank and self.text[start] != " ":
            self.in_list = False
        return None

    def _end_of_indented(self, start: int) -> int:
        """Where the indented block ends that begins at *start*; *start* if it is prose."""
        position, widest = start, 0
        while self.text.startswith(("    ", "\t"), position):
            end = self._end_of_line(position)
            widest = max(widest, end - position)
            position = end
        return position if widest <= _CODE_WIDTH else start

    def _raw(self, start: int) -> tuple[int, int] | None:
        """The first comment or raw element that begins between *start* and the line's end."""
        ticks, counted = 0, start
        for opening in _RAW.finditer(self.text, start, self.line_end):
            ticks += self.text.count("`", counted, opening.start())
            counted = opening.start()
            close = f"</{opening[1].lower()}" if opening[1] else "-->"
            if ticks % 2 or close in self.unclosed:
                continue
            found = re.compile(close, re.IGNORECASE).search(self.text, opening.end())
            if found:
                return opening.start(), found.end()
            self.unclosed.add(close)
        return None

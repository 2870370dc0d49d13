"""The printed lines of a text, each with its place, its indent and the blank lines before it."""

from collections.abc import Iterator
from typing import NamedTuple

# Characters without width that str.strip leaves in place.
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"
_SPACE = " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u2028\u2029\u202f\u3000" + _INVISIBLE
_SPACE += "".join(map(chr, range(0x2000, 0x200B)))
_WIDTHS = {"\t": 4, "\u3000": 2} | dict.fromkeys(_INVISIBLE + "\x0c\x0b", 0)


class Line(NamedTuple):
    """A line that is not blank: ``text`` without surrounding space stands at ``start``.

    ``indent`` counts columns before it (a tab is 4), ``gap`` the blank lines between it and the
    line before. A form feed, which ends a page, is a line end, too; ``new_page`` is true behind
    one.
    """

    text: str
    start: int
    indent: int = 0
    gap: int = 0
    new_page: bool = False

    @property
    def end(self) -> int:
        """Offset behind the last character."""
        return self.start + len(self.text)

    @property
    def width(self) -> int:
        """Columns up to the end of the text."""
        return self.indent + len(self.text)


def split_lines(text: str) -> Iterator[Line]:
    """The lines of *text* that hold anything visible, in order."""
    start = gap = 0
    new_page = False
    for raw in text.splitlines(keepends=True):
        stripped = raw.strip(_SPACE)
        if stripped:
            before = raw[: len(raw) - len(raw.lstrip(_SPACE))]
            indent = sum(_WIDTHS.get(char, 1) for char in before)
            yield Line(stripped, start + len(before), indent, gap, new_page or "\f" in before)
            gap, new_page = 0, False
        elif raw[-1:] in "\n\r\u2028\u2029\x85":
            gap += 1
        new_page = new_page or raw.endswith("\f")
        start += len(raw)

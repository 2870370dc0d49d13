"""The characters of a PDF page as lines: stretches of one baseline without wide gaps."""

import ctypes
from collections.abc import Iterator
from typing import Any, NamedTuple

from citecheck.readers.raised import raised

_MOST_CHARS = 400_000  # on one page
_WIDE = 1.5  # a gap so many sizes wide parts columns, cells, or a number in the margin
_RAISED, _SMALL = 0.12, 0.85
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}
# What the library gives for a hyphen at the end of a line.
_HYPHENS = {"\x02": "-", "\ufffe": "-", "‐": "-"}


class Char(NamedTuple):
    """A character with its left and right edge, baseline and size in points."""

    text: str
    left: float
    right: float
    y: float
    size: float


class Line(NamedTuple):
    """A stretch of text on page ``page`` (from 1), ``y`` its baseline from the page's foot.

    ``word`` is the width of its first word in points.
    """

    text: str
    left: float
    right: float
    y: float
    size: float
    page: int = 0
    word: float = 0.0


def lines_of(page: Any, number: int) -> list[Line]:
    """The lines of a pypdfium2 *page* in the order of the file."""
    text_page = page.get_textpage()
    try:
        return list(_lines(_characters(text_page.raw), number))
    finally:
        text_page.close()


def _characters(raw: Any) -> Iterator[Char]:
    """The characters that stand upright, in the order of the file."""
    from pypdfium2 import raw as pdfium

    x, y = ctypes.c_double(), ctypes.c_double()
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    before, scale = (0.0, 0.0), 1.0
    for index in range(min(pdfium.FPDFText_CountChars(raw), _MOST_CHARS)):
        code = pdfium.FPDFText_GetUnicode(raw, index)
        if code in (10, 13, 0):
            continue
        pdfium.FPDFText_GetCharOrigin(raw, index, x, y)
        pdfium.FPDFText_GetLooseCharBox(raw, index, box)
        size = pdfium.FPDFText_GetFontSize(raw, index)
        if (y.value, size) != before:
            before = (y.value, size)
            if code != 32:
                pdfium.FPDFText_GetMatrix(raw, index, matrix)
                scale = matrix.d if abs(matrix.b) <= 0.2 * abs(matrix.a) else 0.0
        if scale > 0 or code == 32:
            yield Char(chr(code), box.left, box.right, y.value, size * scale)


def _lines(chars: Iterator[Char], number: int) -> Iterator[Line]:
    current: list[Char] = []
    size = 0.0
    for char in chars:
        if current and not _continues(current[-1], char, current[0].y, size):
            yield from _line(current, number)
            current, size = [], 0.0
        if char.text != " " or current:
            current.append(char)
            size = max(size, char.size)
    yield from _line(current, number)


def _continues(last: Char, char: Char, y: float, size: float) -> bool:
    """Whether *char* goes on with the line that *last* ends."""
    if char.text == " ":
        return True
    if abs(char.y - y) > 0.6 * size and abs(char.y - last.y) > 0.2 * size:
        return False
    return char.left > last.left - 0.3 * size and char.left - last.right < _WIDE * size


def _line(chars: list[Char], number: int) -> Iterator[Line]:
    """The line of *chars*, if it shows anything."""
    while chars and chars[-1].text == " ":
        chars.pop()
    if not chars:
        return
    inked = [char for char in chars if char.text != " "]
    size = sorted(char.size for char in inked)[-max(len(inked) // 2, 1)]
    levels = sorted(char.y for char in inked if char.size > _SMALL * size)
    y = levels[len(levels) // 2] if levels else inked[0].y
    text = "".join(_pieces(chars, y, size))
    word = next((i for i, char in enumerate(chars) if char.text == " "), len(chars))
    width = chars[word - 1].right - chars[0].left
    yield Line(text, chars[0].left, max(char.right for char in inked), y, size, number, width)


def _pieces(chars: list[Char], y: float, size: float) -> Iterator[str]:
    """The text of *chars*, raised runs as superscripts."""
    run = ""
    for char in chars:
        text = _HYPHENS.get(char.text) or _LIGATURES.get(char.text, char.text)
        if char.text != " " and char.size < _SMALL * size and char.y > y + _RAISED * size:
            run += text
            continue
        if run:
            yield raised(run)
            run = ""
        yield text
    if run:
        yield raised(run)

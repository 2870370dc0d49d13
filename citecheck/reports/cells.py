"""Text as a terminal shows it: how wide a character is, and nothing that could drive it.

Widths are those of Unicode's East Asian Width (UAX 11): wide and full-width characters take two
columns, combining and format characters none.
"""

import unicodedata
from functools import lru_cache

TAB = "    "
# Format characters that reorder a line, so that it would read as what it is not.
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_LINE_BREAKS = frozenset("\n\r\x85\u2028\u2029")


def visible(text: str) -> str:
    """*text* on one line, with control characters shown and not obeyed: ESC becomes "␛"."""
    if text.isprintable():
        return text
    return "".join(map(_visible, text))


def _visible(char: str) -> str:
    if char == "\t":
        return TAB
    if char in _LINE_BREAKS:
        return "⏎"
    if char < " ":
        return chr(0x2400 + ord(char))
    if char == "\x7f":
        return "␡"
    if char in _BIDI or unicodedata.category(char) in ("Cc", "Cs"):
        return "\ufffd"
    return char


def width(text: str) -> int:
    """The columns that *text*, already ``visible``, takes."""
    return len(text) if text.isascii() else sum(map(_width, text))


@lru_cache(maxsize=4_096)
def _width(char: str) -> int:
    if unicodedata.east_asian_width(char) in ("W", "F"):
        return 2
    return 0 if unicodedata.category(char) in ("Mn", "Me", "Cf") else 1


@lru_cache(maxsize=4_096)
def _columns(char: str) -> int:
    return width(_visible(char))


def fitting(chars: str, columns: int) -> tuple[int, int]:
    """How many of *chars* fit into *columns*, and how many columns those take."""
    if chars.isascii() and chars.isprintable():
        count = min(len(chars), max(columns, 0))
        return count, count
    count = taken = 0
    for char in chars:
        step = _columns(char)
        if taken + step > columns:
            break
        count, taken = count + 1, taken + step
    return count, taken


def cut(text: str, columns: int) -> str:
    """*text* made visible, cut with "…" where it is wider than *columns*."""
    shown = visible(text[: 4 * columns])
    if len(text) <= 4 * columns and width(shown) <= columns:
        return shown
    count, _ = fitting(shown, columns - 1)
    return shown[:count].rstrip() + "…"


def wrapped(text: str, columns: int, indent: str) -> list[str]:
    """*text* made visible, in lines of at most *columns* with *indent*; one line at least."""
    shown = visible(text)
    if width(shown) <= columns - len(indent):
        return [indent + shown]
    lines: list[list[str]] = [[]]
    taken = 0
    for word in shown.split(" "):
        step = width(word) + 1
        if lines[-1] and taken + step > columns - len(indent) + 1:
            lines.append([])
            taken = 0
        lines[-1].append(word)
        taken += step
    return [indent + " ".join(words) for words in lines]

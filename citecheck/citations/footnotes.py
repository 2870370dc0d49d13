"""Footnotes and endnotes that stand as numbered lines in the text: "[3] See ...", "[^3]: ..."."""

import re
from collections.abc import Iterator

from citecheck.model import Span

# A line that begins with a note's number: "[3] text", "[^3]: text", "³ text"; "3 text", "3. text".
_MARKED = re.compile(
    r"^(?:\[\^?(\d{1,4})\]:?[ \t]{1,4}|([⁰¹²³⁴-⁹]{1,4})[ \t]{0,4})(?=\S)", re.MULTILINE
)
_PLAIN = re.compile(r"^(\d{1,4})()[.)]?[ \t]{1,4}(?=\S)", re.MULTILINE)
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def definitions(text: str, *, plain: bool = False) -> dict[int, Span]:
    """The numbered notes of *text* by number, each from behind its number to its line's end.

    Only an unbroken count from 1 makes lines that begin with numbers notes; of several such
    counts the longest is taken. *plain* numbers stand without brackets.
    """
    longest: dict[int, Span] = {}
    current: dict[int, Span] = {}
    for number, span in _lines(text, _PLAIN if plain else _MARKED):
        if number == 1:
            current = {}
        if number == len(current) + 1:
            current[number] = span
            longest = current if len(current) > len(longest) else longest
    return longest


def _lines(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, Span]]:
    for match in pattern.finditer(text):
        end = text.find("\n", match.end())
        number = int(match[1] or match[2].translate(_DIGITS))
        yield number, Span(start=match.end(), end=end if end >= 0 else len(text))

"""Footnotes and endnotes that stand as numbered lines in the text: "[3] See ...", "[^3]: ..."."""

import re
from collections.abc import Iterator
from itertools import pairwise

from citecheck.model import Span

# A line that begins with a note's number: "[3] text", "[^3]: text", "³ text"; "3 text", "3. text".
# These patterns begin with one certain character, for which ``re`` leaps through a long text.
_MARKED = re.compile(r"\n(?:\[\^?(\d{1,4})\]:?[ \t]{1,4}|([⁰¹²³⁴-⁹]{1,4})[ \t]{0,4})(?=\S)")
_PLAIN = re.compile(r"\n(\d{1,4})()[.)]?[ \t]{1,4}(?=\S)")
_MARK = re.compile(r"\[(?<![\s\0]\[)(\d{1,4})\](?!\s?:)")
_FEWEST = 3
# The part of all numbers in brackets that must stand in order, each once, to be marks of notes.
_MOST = 0.9
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


def are_note_marks(text: str) -> bool:
    """Whether the numbers in brackets of *text* are those of the notes below: one, two, three ...
    in the order of its notes, and none twice.
    """
    notes = max(definitions(text), definitions(text, plain=True), key=len)
    if len(notes) < _FEWEST:
        return False
    marks = [int(mark[1]) for mark in _MARK.finditer(text)]
    rising = sum(1 for before, mark in pairwise([0, *marks]) if mark == before + 1)
    return rising >= max(_FEWEST, _MOST * len(marks), _MOST * len(notes))


def _lines(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, Span]]:
    for match in pattern.finditer(f"\n{text}"):
        start = match.end() - 1
        end = text.find("\n", start)
        number = int(match[1] or match[2].translate(_DIGITS))
        yield number, Span(start=start, end=end if end >= 0 else len(text))

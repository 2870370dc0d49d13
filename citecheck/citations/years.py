"""Years, and what stands where no year can, with the brackets that hold them.

One pass over the text finds every candidate; which of them belong to a citation is decided by
the names beside them.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

# Brackets whose ends lie further apart than this do not hold a citation group.
GROUP_LIMIT = 4_000
# Longer ones are not searched for "n.d." and its like.
_LONGEST_UNDATED = 600
_MOST_LETTERS = 3

# What stands for a year: "no date", "forthcoming" and their like (CSL 1.0.2 terms "no date",
# "forthcoming", "in press", and what writers make of them).
_UNDATED = (
    r"[Nn]\. ?[Dd]\.|[Nn]o date|undated|[Ff]orthcoming|[Ii]n press|in prep(?:aration|\.)|to appear|"
    r"submitted|(?:under|in) review|unpublished|"
    r"[Oo]\. ?J\.|ohne Jahr|im Druck|im Erscheinen|in Vorbereitung|"
    r"[Ss]\. ?[dfa]\.|[Ss]/[dfa]\.?|sans date|sin fecha|sem data|senza data|en prensa|"
    r"[Nn]o prelo|in corso di stampa|à paraître|sous presse|z\. ?j\.|ter perse|u\. ?å\.|"
    r"i trykk|under utgivelse|udatert|b\. ?[dr]\.|w druku|б\. ?[гд]\.|в печати|у друці|"
    r"无日期|待刊|出版中|印刷中|未刊"
)
# One of these characters, and behind 1, 2 or a line end what makes it worth a stop. (A pattern that
# begins with a plain set of characters is searched ten times as fast as one that does not.)
_SCAN = re.compile(
    r"[()\[\]12\n\0](?:(?<=1)[4-9]\d\d(?![\d_])|(?<=2)0\d\d(?![\d_])|(?<=\n)[ \t\r]*\n|"
    r"(?<=\0)\0*|(?<![12\n\0]))"
)
_ANY_SPACE = r"[^\S\n]"  # a set with several signs beyond U+00FF takes long to compile
_NO_DATE = re.compile(rf"(?<![^\s,(\[])(?:{_UNDATED.replace(' ', _ANY_SPACE)})(?!\w)")
_YEAR = r"(?:1[4-9]|20)\d\d(?!\d)"
_RANGE = re.compile(rf"\s?[-–—/]\s?({_YEAR}|\d\d(?![\d/.])|\d(?![\d/.]))")
_ORIGINAL = re.compile(rf"\s?\[\s?{_YEAR}\s?\]")
_LETTER = re.compile(r"-?([a-zабв])(?![\w’'])(?!\.\w)")
_UNDATED_LETTER = re.compile(r"[ -]{0,2}([a-z])(?![\w’'.])")
_MORE_LETTERS = re.compile(
    r"\s?(?:[,/&+;–-]|and|und|y|e|et|og|och|en)\s?([b-z])(?![\w’'.)]?[\w’'.])"
)
_AFTER_UNDATED = re.compile(r"\s{0,3}(?:[),;:\]]|$)")
_UNIT = re.compile(r"[-‐‑]?\w|[.,]\d|['’]s\b|\s?[%°‰]")


class Year(NamedTuple):
    """A candidate: ``text[start:end]`` with its letter, range or original year.

    ``letters`` are further letters and where they stand ("2001a, b"; the b of "2001a–c" at its
    c). ``range_end`` is the second year of "1995-99", 0 if there is none; ``slash`` tells
    "1900/1953" from it. ``open`` and ``outer`` are the offsets of the innermost bracket around it
    and of the one around that, -1 for none.
    """

    start: int
    end: int
    number: int = 0
    letter: str = ""
    letters: tuple[tuple[str, int], ...] = ()
    range_end: int = 0
    slash: bool = False
    open: int = -1
    outer: int = -1

    @property
    def is_range(self) -> bool:
        """Whether a span of time stands here, which seldom dates a work."""
        return bool(self.range_end) and not self.slash


def years_of(text: str) -> tuple[list[Year], dict[int, int]]:
    """Every candidate in order, and for each bracket that holds one, where it closes."""
    scan = _Scan(text)
    for match in _SCAN.finditer(text):
        scan.step(match.start(), match.end())
    return sorted(scan.found, key=lambda year: year.start), scan.closes


class _Scan:
    """One pass over a text: the brackets open now, and what was found so far."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Year] = []
        self.closes: dict[int, int] = {}
        self._open: list[int] = []
        self._position = 0
        self._searched = 0

    def step(self, start: int, end: int) -> None:
        """Take in the bracket, year or break at *start*."""
        char = self.text[start]
        if char in "([":
            self._open.append(start)
        elif char in ")]":
            self._close(start)
        elif char in "12":
            if start >= self._position and (year := _read(self.text, start, end)):
                self._position = year.end
                self._place(year)
        else:
            self._open.clear()

    def _close(self, start: int) -> None:
        if not self._open:
            return
        begin = max(self._open[-1] + 1, self._searched)
        if begin < start < self._open[-1] + _LONGEST_UNDATED:
            for match in _NO_DATE.finditer(self.text, begin, start):
                if year := _read_undated(self.text, match):
                    self._place(year)
        self._searched = start
        opened = self._open.pop()
        if opened in self.closes:
            self.closes[opened] = start

    def _place(self, year: Year) -> None:
        """Keep *year* with its brackets, which are from now on watched for their ends."""
        inner = [place for place in self._open[-2:] if year.start - place < GROUP_LIMIT]
        for place in inner:
            self.closes.setdefault(place, -1)
        self.found.append(
            year._replace(
                open=inner[-1] if inner else -1,
                outer=inner[-2] if len(inner) > 1 else -1,
            )
        )


def _read(text: str, start: int, end: int) -> Year | None:
    if _is_part_of_number(text, start):
        return None
    number, letter, range_end, slash = int(text[start:end]), "", 0, False
    if span := _RANGE.match(text, end):
        range_end, slash = _range_end(number, span), "/" in span.group() and len(span[1]) == 4
        end = span.end()
        if not range_end:
            return None
    if (found := _LETTER.match(text, end)) and found[1] != "s":
        letter, end = found[1], found.end()
    letters = tuple(_further_letters(text, end, letter))
    if letters:
        end = letters[-1][1] + 1
    elif _UNIT.match(text, end) and not _is_wide(text[end]):
        return None
    elif original := _ORIGINAL.match(text, end):
        end = original.end()
    return Year(start, end, number, letter, letters, range_end, slash)


def _read_undated(text: str, match: re.Match[str]) -> Year | None:
    end, letter = match.end(), ""
    if found := _UNDATED_LETTER.match(text, end):
        letter, end = found[1], found.end()
    if not _AFTER_UNDATED.match(text, end):
        return None
    return Year(match.start(), end, letter=letter)


def _is_part_of_number(text: str, start: int) -> bool:
    """Whether what precedes makes it no year: "3.1999", "ISO-2001", "$2000", "n = 2010"."""
    before = text[start - 1] if start else " "
    if before.isdigit() or before == "_":
        return True
    if before.isalpha():
        return not _is_wide(before)
    if start > 1 and before in "/-–—":
        return text[start - 2].isalnum()
    if start > 1 and before in ".,:":
        return text[start - 2].isdigit()
    sign = text[max(0, start - 2) : start].strip()[-1:]
    return bool(sign) and sign in "=<>≈±×$€£¥#№§+~^*"


def _is_wide(char: str) -> bool:
    """Whether *char* is of a script written without spaces, so that it may touch a year."""
    return "\u3040" <= char <= "\ud7af" and char not in "年년"


def _range_end(first: int, span: re.Match[str]) -> int:
    """The later year, or 0 where the digits cannot be one ("2001-3" may be, "2016/67" not)."""
    digits = span[1]
    if len(digits) == 4:
        return int(digits)
    last = int(str(first)[: -len(digits)] + digits)
    return last if last > first else 0


def _further_letters(text: str, end: int, letter: str) -> Iterator[tuple[str, int]]:
    while letter and (match := _MORE_LETTERS.match(text, end)):
        last = match[1]
        if last <= letter or ord(last) - ord(letter) > _MOST_LETTERS:
            return
        first = ord(letter) + 1 if "–" in match.group() or "-" in match.group() else ord(last)
        for code in range(first, ord(last) + 1):
            yield chr(code), match.start(1)
        letter, end = last, match.end()

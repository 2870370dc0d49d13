"""BibTeX files as blocks: entries with their fields and where each stands.

An own scanner, because every value needs its place in the file: bibtexparser gives lines alone,
and nothing of a block it cannot parse. The rules are those of BibTeX: text outside entries is a
comment, braces count even behind a backslash, values are joined by "#", macros stand for the
text that @string gave them. Departures, so that nothing vanishes: a missing comma is borne, "%"
before a field begins a comment (as in biber), and a block that is never closed ends before the
next line that begins with "@word{" and keeps the fields read until there.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

_BLOCK = re.compile(r"@[ \t]*+([A-Za-z]++)\s*+([{(])")
_LINE_BLOCK = re.compile(r"^[ \t]*+@[ \t]*+[A-Za-z]++\s*+[{(]", re.MULTILINE)
_KEY = re.compile(r"\s*+([^,{}\s=\"#]++)\s*+(?=[,})]|\Z)")
_GAP = re.compile(r"(?:[\s,]++|%[^\n]*+)*+")
_NAME = re.compile(r"([^\s={}(),\"#%]++)\s*+=\s*+")
_WORD = re.compile(r"[^\s={}(),\"#%]++")
_JOIN = re.compile(r"\s*+(#?)\s*+")
_BRACE = re.compile(r"[{}]")
_QUOTE = re.compile(r"[\"{}]")
_NO_ENTRIES = frozenset(("comment", "preamble", "string", "control", "bibnote"))
# A macro may name macros; doubling them thirty times must not fill the memory.
_LONGEST_VALUE = 65_536


@dataclass(frozen=True, slots=True)
class Field:
    """A value in LaTeX. ``place`` is its extent in the file if it stands there as it is."""

    value: str
    place: tuple[int, int] | None = None


@dataclass(slots=True)
class Entry:
    """A block with its fields by lower-case name; ``problem`` says why its end was not read."""

    kind: str
    key: str
    start: int
    end: int
    fields: dict[str, Field] = field(default_factory=dict)
    problem: str = ""
    problem_at: int = 0


class _Unclosed(Exception):  # noqa: N818
    """A block that cannot be read further; with the cause and the offset."""


def entries(text: str) -> Iterator[Entry]:
    """Every entry of *text* in order; never raises. Linear in the length of *text*."""
    starts = [match.start() for match in _LINE_BLOCK.finditer(text)]
    macros: dict[str, str] = {}
    position = 0
    while block := _BLOCK.search(text, position):
        following = bisect_right(starts, block.start())
        limit = starts[following] if following < len(starts) else len(text)
        entry = _Reader(text, block, max(limit, block.end()), macros).read()
        position = max(entry.end, block.end())
        if entry.kind not in _NO_ENTRIES:
            yield entry


class _Reader:
    """Reads one block, which ends before *limit* at the latest."""

    def __init__(self, text: str, block: re.Match[str], limit: int, macros: dict[str, str]) -> None:
        self.text, self.limit, self.macros = text, limit, macros
        self.position = block.end()
        self.closing = "}" if block[2] == "{" else ")"
        self.entry = Entry(block[1].lower(), "", block.start(), block.end())

    def read(self) -> Entry:
        """The block; a @string's macros are stored."""
        entry = self.entry
        try:
            if entry.kind in ("comment", "preamble"):
                self._group()
            else:
                self._fields()
        except _Unclosed as error:
            entry.problem, entry.problem_at = str(error), self.position
            if entry.kind != "comment":
                self.position = self.limit
        entry.end = self.position if not entry.problem else self._trimmed(self.position)
        if entry.kind == "string":
            self.macros |= {name: found.value for name, found in entry.fields.items()}
        return entry

    def _trimmed(self, end: int) -> int:
        return self.entry.start + len(self.text[self.entry.start : end].rstrip())

    def _fields(self) -> None:
        key = _KEY.match(self.text, self.position, self.limit)
        if key and self.entry.kind != "string":
            self.entry.key, self.position = key[1], key.end()
        while True:
            gap = _GAP.match(self.text, self.position, self.limit)
            self.position = gap.end() if gap else self.position
            if self.text.startswith(self.closing, self.position) and self.position < self.limit:
                self.position += 1
                return
            name = _NAME.match(self.text, self.position, self.limit)
            if not name:
                raise _Unclosed(self._cause())
            self.position = name.end()
            self.entry.fields.setdefault(name[1].lower(), self._value())

    def _cause(self) -> str:
        if self.position >= self.limit:
            return "it is never closed"
        return f"{self.text[self.position]!r} stands where a field should"

    def _value(self) -> Field:
        """Pieces joined by "#"."""
        parts: list[str] = []
        place: tuple[int, int] | None = None
        while True:
            written, place = self._piece()
            parts.append(written)
            join = _JOIN.match(self.text, self.position, self.limit)
            if not join or not join[1]:
                break
            self.position = join.end()
        return Field("".join(parts)[:_LONGEST_VALUE], place if len(parts) == 1 else None)

    def _piece(self) -> tuple[str, tuple[int, int] | None]:
        opening = self.text[self.position : self.position + 1]
        if opening in ("{", '"') and self.position < self.limit:
            self.position += 1
            start = self.position
            end = self._group() if opening == "{" else self._quoted()
            return self.text[start:end], (start, end)
        word = _WORD.match(self.text, self.position, self.limit)
        if not word:
            raise _Unclosed(self._cause())
        self.position = word.end()
        macro = self.macros.get(word[0].lower())
        return (word[0], word.span()) if macro is None else (macro, None)

    def _group(self) -> int:
        """Where the group closes that is open; the position moves behind that brace."""
        depth = 1
        for brace in _BRACE.finditer(self.text, self.position, self.limit):
            depth += 1 if brace[0] == "{" else -1
            if not depth:
                self.position = brace.end()
                return brace.start()
        raise _Unclosed("a brace is never closed")

    def _quoted(self) -> int:
        depth = 0
        for mark in _QUOTE.finditer(self.text, self.position, self.limit):
            if mark[0] == '"' and not depth:
                self.position = mark.end()
                return mark.start()
            depth += {"{": 1, "}": -1}.get(mark[0], 0)
        raise _Unclosed("a quotation mark is never closed")

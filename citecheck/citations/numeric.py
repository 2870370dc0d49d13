"""Citations by number: "[1]", "[1-3, 5]", "[1]–[3]", "(1)" and superscripts.

A number cites only in a document whose list is numbered (or, failing that, has as many entries as
the numbers ask for), and in the one notation that the document uses.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from citecheck.citations.footnotes import definitions
from citecheck.citations.numeric_locators import locator_behind
from citecheck.citations.vocabulary import PREFIX_WORDS
from citecheck.language.folding import fold
from citecheck.model import Citation, CitationSystem, Reference, Span

_BRACKET = re.compile(r"\[([^\[\]]{1,200})\]")
# Compiled when a list with numbers is not cited by numbers in brackets.
_PARENTHESIS = r"(?<=[^\s(]\s)\(([\d ,;–-]{1,60})\)"
_RAISED = r"<sup>([\d ,;–-]{1,60})</sup>|\^([\d,;–-]{1,60})\^"
_SUPERSCRIPT = "[⁰¹²³⁴-⁹]+"
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_NUMBER = re.compile(r"(\d{1,4})(?:\s?[-–—‐‑]\s?(\d{1,4}))?(?!\w)")
_WORDS = re.compile(r"[^\W\d_][\w.]*[,:]?\s?")
_SEPARATOR = re.compile(
    r"\s{0,3}[,;]\s{0,3}(?:and\s|&\s?|und\s|e\s|y\s|et\s)?|\s{1,3}(?:and|&|und)\s"
)
_BRIDGE = re.compile(r"\s?[-–—]\s?(?=\[\d{1,4}\])")
_SYMBOL = re.compile(r"(?<!\w)[^\W\d_]$")
# A letter in italics, whose mark has become a blank: "*R*^2^".
_VARIABLE = re.compile(r"(?<!\w)[^\W\d_] $")
_UNITS = frozenset("mm cm dm km hm nm µm μm ft in yd mi kg".split())
_WIDEST = 60
_ENOUGH = 3
# The part of the list that must be cited so: with printed numbers and brackets, and otherwise.
_CERTAIN, _COUNTED = 0.2, 0.5
_MANY, _MOST = 20, 0.85
# So far beyond its last entry a list may be cited by mistake.
_BEYOND = 9


class _Hit(NamedTuple):
    """``text[start:end]`` gives the numbers ``first`` to ``last``; ``group`` has the brackets."""

    start: int
    end: int
    first: int
    last: int
    group: tuple[int, int]
    locator: tuple[int, int] | None = None


def find_numeric(text: str, references: Sequence[Reference]) -> list[Citation]:
    """The citations by number in *text*, [] where the document does not cite so."""
    printed = _printed(references)
    numbers = printed or _counted(references)
    if not numbers:
        return []
    notes = frozenset(definitions(text))
    last = max(numbers) + _BEYOND
    found = [h for h in _in_brackets(text, last) if not _is_note_mark(text, h, notes)]
    hits = _within(found, last)
    hits = _without_subscripts(text, hits)
    if _is_in_use(hits, numbers, _CERTAIN if printed else _COUNTED):
        return [_citation(text, hit) for hit in hits]
    for notation in (_superscript, _in_parentheses) if printed else ():
        hits = _within(list(notation(text, last)), last)
        if _is_in_use(hits, numbers, _COUNTED):
            return [_citation(text, hit) for hit in _spaced_alike(text, hits)]
    return _glued(text, numbers) if printed else []


def numbers_within(brackets: str, last: int) -> list[tuple[int, int, str]]:
    """The first and last number and the locator of each citation in "1, 3–5; 7, p. 4", which
    stands between brackets in a draft with a list up to *last*; [] if anything else stands there.
    """
    hits = _hits(brackets, (0, len(brackets)), (0, len(brackets)), last + _BEYOND)
    return [
        (hit.first, hit.last, brackets[slice(*hit.locator)] if hit.locator else "") for hit in hits
    ]


def _glued(text: str, numbers: frozenset[int]) -> list[Citation]:
    from citecheck.citations.glued_numbers import glued_numbers

    hits = (_Hit(*found, group=(found.start, found.end)) for found in glued_numbers(text, numbers))
    return [_citation(text, hit) for hit in hits]


def _printed(references: Sequence[Reference]) -> frozenset[int]:
    """The numbers that the list bears, none if most of its entries have no number."""
    keys = [reference.key for reference in references]
    numbers = [int(key) for key in keys if key.isascii() and key.isdigit() and len(key) < 5]
    return frozenset(numbers if len(numbers) > len(keys) / 2 else ())


def _counted(references: Sequence[Reference]) -> frozenset[int]:
    """The numbers that a list without any keys would bear."""
    if any(reference.key for reference in references):
        return frozenset()
    return frozenset(range(1, len(references) + 1))


def _within(hits: Sequence[_Hit], last: int) -> list[_Hit]:
    """*hits* without those that a list up to *last* cannot mean, such as the interval [0, 1]."""
    strange = {hit.group for hit in hits if not 0 < hit.first <= hit.last <= last}
    return [hit for hit in hits if hit.group not in strange]


def _is_in_use(hits: Sequence[_Hit], numbers: frozenset[int], share: float) -> bool:
    """Whether *hits* are of at least that *share* of the list, and not just of one or two."""
    cited = {number for hit in hits for number in range(hit.first, hit.last + 1)} & numbers
    return len(cited) >= max(min(_ENOUGH, len(numbers)), share * len(numbers))


def _spaced_alike(text: str, hits: Sequence[_Hit]) -> Sequence[_Hit]:
    """*hits*, without the few that touch their word where almost all others do not.

    Where superscripts both cite and point to notes, that tells the two apart.
    """
    apart = [
        hit for hit in hits if text[max(0, hit.start - 3) : hit.start].rstrip("⁽")[-1:].isspace()
    ]
    mixed = len(hits) >= _MANY and _MOST * len(hits) <= len(apart)
    return apart if mixed else hits


def _without_subscripts(text: str, hits: Sequence[_Hit]) -> list[_Hit]:
    """*hits* without the "x[3]" of formulas, where brackets are spaced from the words they cite."""
    apart = sum(text[hit.group[0] - 1 : hit.group[0]].isspace() for hit in hits)
    if 2 * apart < len(hits):
        return list(hits)
    return [hit for hit in hits if not _SYMBOL.search(text, hit.group[0] - 3, hit.group[0])]


def _is_note_mark(text: str, hit: _Hit, notes: frozenset[int]) -> bool:
    """Whether "word[1]" points to a footnote, or is where that footnote begins."""
    if hit.first not in notes or hit.locator:
        return False
    before = text[hit.group[0] - 1 : hit.group[0]]
    return before in ("", "\n") or not (before.isspace() or before in "([（")


def _in_brackets(text: str, last: int) -> Iterator[_Hit]:
    bridge: _Hit | None = None
    for match in _BRACKET.finditer(text):
        hits = list(_hits(text, match.span(1), match.span(), last))
        if bridge and hits and 0 < hits[0].first - bridge.first < _WIDEST:
            first = bridge
            bridge = None
            group = (first.group[0], hits[0].group[1])
            yield _Hit(group[0], group[1], first.first, hits[0].last, group)
            continue
        bridge = None
        if len(hits) == 1 and _BRIDGE.match(text, match.end()):
            bridge = hits[0]
            continue
        yield from hits


def _in_parentheses(text: str, last: int) -> Iterator[_Hit]:
    for match in re.finditer(_PARENTHESIS, text):
        yield from _hits(text, match.span(1), match.span(), last)


def _superscript(text: str, last: int) -> Iterator[_Hit]:
    for match in re.finditer(_RAISED, text):
        inner = 1 if match[1] is not None else 2
        start, after = match.start(), text[match.end() : match.end() + 1]
        if _is_power(text, start) or _VARIABLE.search(text, start - 3, start) or after.isalpha():
            continue
        yield from _hits(text, match.span(inner), match.span(), last)
    previous: _Hit | None = None
    for match in re.finditer(_SUPERSCRIPT, text):
        number, (start, end) = int(match.group().translate(_DIGITS)[:4]), match.span()
        gap = text[previous.end : start] if previous and start - previous.end < 6 else None
        ranged = gap is not None and "⁻" in gap and not gap.strip("⁻⁽⁾() ")
        if previous and ranged and 0 < number - previous.last < _WIDEST:
            previous = _Hit(previous.start, end, previous.first, number, (previous.start, end))
            continue
        if previous:
            yield previous
        previous = (
            None if _is_power(text, start) else _Hit(start, end, number, number, (start, end))
        )
    if previous:
        yield previous


def _is_power(text: str, start: int) -> bool:
    """Whether the superscript at *start* belongs to a unit or number: "10⁶", "m²", "s⁻¹"."""
    before = f" {text[max(0, start - 4) : start]}"[-4:]
    if before[-1].isdigit() or before[-1] in "⁻⁺":
        return True
    begin = len(before)
    while begin and before[begin - 1].isalpha():
        begin -= 1
    return begin > 0 and (len(before) - begin == 1 or before[begin:] in _UNITS)


def _hits(text: str, inner: tuple[int, int], group: tuple[int, int], most: int) -> Iterator[_Hit]:
    """The numbers of *text* at *inner*, none at all if anything else stands there."""
    start, end = inner
    found: list[_Hit] = []
    position = _after_prefix(text, start, end)
    while match := _NUMBER.match(text, position, end):
        first = int(match[1])
        last = int(match[2]) if match[2] else first
        if not first <= last < first + _WIDEST:
            return
        position = match.end()
        locator = locator_behind(text, position, end, most)
        found.append(_Hit(match.start(), position, first, last, group, locator))
        position = locator[1] if locator else position
        separator = _SEPARATOR.match(text, position, end)
        position = separator.end() if separator else position
    if not text[position:end].strip():
        yield from found


def _after_prefix(text: str, start: int, end: int) -> int:
    """Where the numbers begin behind a "see" or "e.g."."""
    position = start
    while (match := _WORDS.match(text, position, end)) and (
        fold(match.group()).strip(" .,:") in PREFIX_WORDS
    ):
        position = match.end()
    return position


def _citation(text: str, hit: _Hit) -> Citation:
    end = hit.locator[1] if hit.locator else hit.end
    return Citation(
        id="",
        span=Span(start=hit.start, end=end),
        raw=text[hit.start : end],
        system=CitationSystem.NUMERIC,
        group=Span(start=hit.group[0], end=hit.group[1]),
        labels=tuple(str(number) for number in range(hit.first, hit.last + 1)),
        locator=text[slice(*hit.locator)] if hit.locator else "",
    )

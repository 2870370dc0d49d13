"""The lines of one list sorted: entries, subheadings, strays, and what a page break left behind."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from citecheck.language.headings import HeadingKind
from citecheck.model import Span
from citecheck.parsing.arrangement import ListLine, close_up, read_line
from citecheck.parsing.entries import split_entries
from citecheck.parsing.headings import is_rule, read_heading
from citecheck.parsing.lines import Line
from citecheck.parsing.markers import read_marker
from citecheck.parsing.shape import (
    Start,
    density,
    is_credit,
    is_dated,
    is_entry,
    is_prose,
    is_unfinished,
)

_LONGEST_SUBHEADING = 80
# A shorter line below a heading shows nothing, if it begins in no way that entries do.
_SHORTEST_ENTRY = 50


class Listing(NamedTuple):
    """What the lines of a list hold, as spans of the text, in order."""

    entries: tuple[Span, ...]
    subheadings: tuple[Span, ...]
    strays: tuple[Span, ...]


def read_listing(text: str, lines: Sequence[Line]) -> Listing:
    """Sort *lines* of *text*, which lie between a list's heading and its end."""
    debris = _page_debris(lines)
    subheadings: list[Span] = []
    kept: list[ListLine] = []
    fresh = broken = False
    for index, line in enumerate(lines):
        if index in debris or is_rule(line.text):
            broken = broken or index in debris
            continue
        if is_subheading(lines, index):
            subheadings.append(_span(line))
            fresh = True
            continue
        kept.append(read_line(line, after_break=broken, leads=fresh))
        fresh = broken = False
    return _sort_pieces(text, split_entries(close_up(kept)), subheadings)


def is_subheading(lines: Sequence[Line], index: int) -> bool:
    """Whether ``lines[index]`` names a group of the entries that follow it."""
    line = lines[index]
    if len(line.text) > _LONGEST_SUBHEADING or index + 1 >= len(lines) or is_dated(line.text):
        return False
    before = lines[index - 1] if index else None
    if before and line.gap == 0 and is_unfinished(before.text):
        return False
    if before and line.gap == 0 and line.text[-1] == "." and before.text[-1:].isalpha():
        return False
    below = lines[index + 1]
    if is_rule(below.text) and index + 2 < len(lines):
        below = lines[index + 2]
    if len(line.text.strip("*_# .:-–—")) == 1 and line.text.strip("*_# .:-–—").isupper():
        return True
    heading = read_heading(line, lines[index + 1])
    if heading is None or heading.kind in (HeadingKind.AFTER, HeadingKind.READING):
        return False
    if heading.kind:
        return read_line(below).start is not Start.NO
    parted = line.gap > below.gap or before is None
    shown = heading.level > 0 or (heading.marked and line.gap > 0) or parted
    return shown and is_title(line) and _can_begin(below)


def is_title(line: Line) -> bool:
    """Whether a line is short and without the punctuation and figures that entries have."""
    bare = line.text.strip("*_# :")
    return (
        len(bare.split()) <= 8
        and not any(char.isdigit() or char in ".,;/" for char in bare)
        and not bare[:1].islower()
        and not is_credit(line.text)
    )


def _can_begin(line: Line) -> bool:
    item = read_line(line)
    if item.marker or item.start is Start.YES:
        return not is_prose(line.text)
    return item.dated and len(line.text) > _SHORTEST_ENTRY and density(line.text) >= 0.5


def _page_debris(lines: Sequence[Line]) -> set[int]:
    """Lines that are page numbers, or headers that return on every page."""
    keys = [_without_digits(line.text) if len(line.text) < 80 else "" for line in lines]
    often = {key for key, count in Counter(keys).items() if count > 2 and _is_wordy(key)}
    found: set[int] = set()
    for index, (line, key) in enumerate(zip(lines, keys, strict=True)):
        at_end = index + 1 == len(lines) or lines[index + 1].gap > 0 or lines[index + 1].new_page
        at_start = line.gap > 0 or line.new_page
        heads_page = line.new_page and at_end and index - 1 in found and _is_header(line)
        returns = heads_page or (key in often and (line.new_page or index - 1 in found))
        if returns or (at_start and at_end and (key in often or _is_page_number(key))):
            found.add(index)
    return found


def _is_header(line: Line) -> bool:
    """Whether the first line of a page can be a running header, and is no entry."""
    return (
        len(line.text) < 80 and not is_dated(line.text) and read_line(line).start is not Start.YES
    )


def _is_wordy(key: str) -> bool:
    return "://" not in key and sum(char.isalpha() for char in key) > 5


def _without_digits(text: str) -> str:
    return "".join("#" if char.isdigit() else char for char in text)


def _is_page_number(key: str) -> bool:
    if not 0 < len(key) < 25:
        return False
    bare = key.strip(" -–—|[]().·•*").casefold()
    for word in ("page", "seite", "side", "sida", "página", "pagina", "p a g e", "стр", "s."):
        bare = bare.replace(word, "")
    bare = bare.replace("of", "").replace("von", "").replace("av", "").replace("/", "")
    return bool(bare) and len(bare) < 12 and set(bare) <= set("# |.")


def _sort_pieces(
    text: str, pieces: Sequence[Sequence[ListLine]], subheadings: list[Span]
) -> Listing:
    entries: list[Span] = []
    strays: list[Span] = []
    for piece in pieces:
        span = Span(start=piece[0].line.start, end=piece[-1].line.end)
        body = span.of(text)
        marker = piece[0].marker
        body = body[marker.length :] if marker else body
        (entries if _is_listed(body, bool(marker)) else strays).append(span)
    return _trim(text, Listing(tuple(entries), tuple(subheadings), tuple(strays)))


def _is_listed(body: str, has_marker: bool) -> bool:
    """Whether a piece between others counts as an entry: unless it shows that it is none."""
    if is_credit(body):
        return False
    return has_marker or is_entry(body) or (len(body.split()) > 4 and not is_prose(body))


def _trim(text: str, listing: Listing) -> Listing:
    """The last pieces must look like entries by themselves; those that do not are strays."""
    entries = list(listing.entries)
    strays = list(listing.strays)
    while entries:
        body = entries[-1].of(text)
        marker = read_marker(body)
        if marker or is_entry(body):
            break
        strays.append(entries.pop())
    strays.sort(key=lambda span: span.start)
    return Listing(tuple(entries), listing.subheadings, tuple(strays))


def _span(line: Line) -> Span:
    return Span(start=line.start, end=line.end)

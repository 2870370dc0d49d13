"""Numbered notes that cite works, as told from a numbered list of works."""

import re
from collections.abc import Sequence

from citecheck.language.headings import HeadingKind
from citecheck.parsing.headings import read_heading
from citecheck.parsing.lines import Line
from citecheck.parsing.markers import read_marker
from citecheck.parsing.shape import is_dated

# What points back to another note, which no entry of a list does.
_BACK = re.compile(
    r"(?<!\w)(?:ibid(?:em)?|ebda?|ebenda|op\. ?cit|loc\. ?cit|art\. ?cit|a\. ?a\. ?o|там же"
    r"|там само|tamże|указ\. соч)(?!\w)|\(n(?:ote|\.)? \d{1,3}\)",
    re.IGNORECASE,
)
_HEADING_ABOVE = 2
_LONGEST = 2_000
# The part of the numbered lines under "Notes" that bear no date: short titles and comments.
_UNDATED = 0.15


def are_notes(lines: Sequence[Line], first: int, last: int) -> bool:
    """Whether ``lines[first:last]``, under no heading of a list, are numbered notes: one says
    "ibid." or "op. cit.", or they stand under "Notes" and not all of them are dated.
    """
    bodies = [body for line in lines[first:last] if (body := _numbered(line.text))]
    if 2 * len(bodies) < last - first:
        return False
    if any(_BACK.search(body[:_LONGEST]) for body in bodies):
        return True
    undated = sum(1 for body in bodies if not is_dated(body))
    return undated > _UNDATED * len(bodies) and _under_notes(lines, first)


def _numbered(text: str) -> str:
    """*text* behind its number, "" if it has none."""
    marker = read_marker(text)
    return text[marker.length :] if marker and marker.number else ""


def _under_notes(lines: Sequence[Line], first: int) -> bool:
    """Whether a heading that is none of a list's stands right above ``lines[first]``."""
    for line in lines[max(0, first - _HEADING_ABOVE) : first]:
        heading = read_heading(line)
        if heading and heading.kind in (HeadingKind.AFTER, HeadingKind.READING):
            return True
    return False

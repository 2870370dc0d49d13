"""Citations as they stand together, each with the works it means."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from citecheck.language.folding import letters
from citecheck.model import (
    Citation,
    CitationSystem,
    Edit,
    Match,
    MatchStatus,
    Reference,
    Report,
    Span,
)

BRACKETS = {"(": ")", "[": "]", "（": "）", "［": "］"}
_SEPARATORS = " \t\n,;"
_OPENING = re.compile(r"[(\[（［^]|<sup>")
_CLOSING = re.compile(r"(?:[)\]）］^]|</sup>)\Z")
_LONGEST_MARK = len("</sup>")
_INITIALS = re.compile(r"(?<!\w)(?:[^\W\d_]\.[-\s]?){1,6}\Z")
_WORD = re.compile(r"(?<!\w)\w")
_JOINING = {"", "and", "und", "et", "y", "e", "en", "og", "och", "и", "&"}


class Call(NamedTuple):
    """One citation and the works it means: several where numbers make a range."""

    citation: Citation
    references: tuple[Reference, ...]


class Group(NamedTuple):
    """The citations of one parenthesis, which ``span`` covers with its brackets."""

    span: Span
    calls: tuple[Call, ...]

    @property
    def narrative(self) -> bool:
        """Whether the names stand before it in the sentence."""
        return self.calls[0].citation.narrative


def groups(report: Report) -> tuple[list[Group], list[Citation]]:
    """The groups whose works are all known, and the citations of the others."""
    entries = {reference.id: reference for reference in report.references}
    found: dict[Span, list[Call]] = {}
    unknown: set[Span] = set()
    for citation, match in zip(report.citations, report.matches, strict=True):
        span = citation.group or citation.span
        works = tuple(entries[i] for i in match.reference_ids) if _is_clear(citation, match) else ()
        if not works or citation.system == CitationSystem.NOTE:
            unknown.add(span)
        found.setdefault(span, []).append(Call(citation, works))
    unknown |= _around_others(found)
    known = [Group(span, tuple(calls)) for span, calls in found.items() if span not in unknown]
    left = [c.citation for span, calls in found.items() if span in unknown for c in calls]
    return known, left


def _around_others(spans: Iterable[Span]) -> set[Span]:
    """Those of *spans* within which another begins: "(on tides: Abel (2001); Berg, 2002)"."""
    ordered = sorted(spans, key=lambda span: (span.start, -span.end))
    return {one for one, following in pairwise(ordered) if following.start < one.end}


def _is_clear(citation: Citation, match: Match) -> bool:
    if match.status not in (MatchStatus.MATCHED, MatchStatus.PRESUMED):
        return False
    return len(match.reference_ids) == max(1, len(citation.labels))


def inner(text: str, group: Group, form: Callable[[Call], str], joint: str) -> str:
    """What stands between the brackets of *group*, each call written by *form*.

    Words of the writer ("see", "for a review") stay; mere separators become *joint*.
    """
    position, end = _inside(text, group)
    pieces = []
    for index, call in enumerate(group.calls):
        between = _without_name(text[position : call.citation.span.start], call)
        plain = between.strip(_SEPARATORS)
        pieces.append(joint if index and plain in _JOINING else between)
        pieces.append(form(call))
        position = max(position, call.citation.span.end)
    return "".join((*pieces, text[position:end]))


def _without_name(words: str, call: Call) -> str:
    """*words*, which stand before *call*, without the beginning of the name that it cites, where
    that was not read with the rest: "(Norway. Ministry of Tides, 2020)", "(A. M. de Wijk, 2001)".
    """
    if not call.citation.names:
        return words
    name = call.citation.names[0]
    initials = _INITIALS.search(words)
    if initials and not name.given:
        return words[: initials.start()]
    listed = {letters(lead.literal) for work in call.references for lead in work.names[:1]}
    begins = (word.start() for word in _WORD.finditer(words))
    inside = (at for at in begins if letters(words[at:] + name.family) in listed)
    return words[: next(inside, len(words))]


def _inside(text: str, group: Group) -> tuple[int, int]:
    """Where *group* begins and ends without its brackets, or the marks that raise it."""
    start, end = group.span.start, group.span.end
    opened = _OPENING.match(text, start, end)
    closed = _CLOSING.search(text, max(start, end - _LONGEST_MARK), end)
    return opened.end() if opened else start, closed.start() if closed else end


def space_before(text: str, group: Group) -> str:
    """A blank where *group*, raised before, stands right behind a word."""
    start = group.span.start
    is_apart = text[start] in BRACKETS or not text[start - 1 : start].strip("".join(BRACKETS))
    return "" if is_apart or text[start - 1].isspace() else " "


def strung(text: str, group: Group) -> tuple[list[tuple[str, list[Call]]], str]:
    """The strings of citations in *group* that mere separators part, each with the writer's words
    before it; and the words behind the last.
    """
    strings: list[tuple[str, list[Call]]] = []
    position, end = _inside(text, group)
    for call in group.calls:
        words = _without_name(text[position : call.citation.span.start], call)
        if strings and words.strip(_SEPARATORS) in _JOINING:
            strings[-1][1].append(call)
        else:
            strings.append((words, [call]))
        position = max(position, call.citation.span.end)
    return strings, text[position:end]


def is_plain(words: str) -> bool:
    """Whether *words* are mere separators."""
    return not words.strip(_SEPARATORS)


def first_cited(known: list[Group]) -> Iterator[Reference]:
    """The works in the order of their first citation, each once."""
    seen = set()
    for group in sorted(known, key=lambda group: group.span.start):
        for call in group.calls:
            for reference in call.references:
                if reference.id not in seen:
                    seen.add(reference.id)
                    yield reference


def rewritten(group: Group, text: str) -> Edit:
    """*text* in the place of *group*."""
    return Edit(span=group.span, text=text)

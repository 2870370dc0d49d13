"""What the words around a citation say about the entry it means."""

import re
from collections import Counter
from collections.abc import Container, Sequence
from math import log

from citecheck.language.folding import fold, letters, words
from citecheck.matching.entries import Entry
from citecheck.model import Citation, Document, Evidence, Span

WINDOW = 500
"""Characters before a citation in which a quoted title or a name counts as being near it."""

_QUOTED = re.compile(r"[“\"„«‘']([^“”\"„«»\n]{8,200})[”\"“»’']")
_MIN_TITLE_WORDS = 3


def window_before(document: Document, citation: Citation) -> Span:
    """The text before the citation, within its paragraph and at most WINDOW characters."""
    end = citation.group.start if citation.group else citation.span.start
    end = min(end, citation.span.start)
    start = max(0, end - WINDOW)
    paragraph = max(document.text.rfind("\n", start, end), document.text.rfind("\r", start, end))
    return Span(start=max(start, paragraph + 1), end=end)


def quoted_title(document: Document, citation: Citation, entry: Entry) -> Evidence | None:
    """Evidence that the title of *entry* is quoted just before *citation*."""
    title = entry.reference.title
    if title is None:
        return None
    wanted = words(title.value)
    if len(wanted) < _MIN_TITLE_WORDS:
        return None
    window = window_before(document, citation)
    for quote in _QUOTED.finditer(window.of(document.text)):
        quoted = words(quote[1])
        if len(quoted) >= _MIN_TITLE_WORDS and _same_title(quoted, wanted):
            start = window.start + quote.start(1)
            return Evidence(
                kind="title-nearby",
                statement=f"the title quoted just before, “{quote[1]}”, is that entry's",
                reference_id=entry.reference.id,
                span=Span(start=start, end=start + len(quote[1])),
                confidence=0.95,
            )
    return None


def _same_title(one: list[str], other: list[str]) -> bool:
    shared = sum((Counter(one) & Counter(other)).values())
    return shared >= 0.8 * max(_MIN_TITLE_WORDS, min(len(one), len(other)))


def name_nearby(
    document: Document, citation: Citation, listed: str, cited_at: Container[int]
) -> Evidence | None:
    """Evidence that the sentence before names the listed author, spelt as in the list.

    *cited_at* holds where names of citations begin: those speak for their own entries.
    """
    window = window_before(document, citation)
    text = window.of(document.text)
    if not listed or listed not in text:  # most are not; the pattern is another for each name
        return None
    if letters(listed) in {letters(name.family) for name in citation.names}:
        return None
    for place in re.finditer(rf"(?<!\w){re.escape(listed)}(?!\w)", text):
        start = window.start + place.start()
        if start not in cited_at:
            return Evidence(
                kind="name-nearby",
                statement=f"the text just before writes “{listed}”",
                span=Span(start=start, end=start + len(listed)),
                confidence=0.9,
            )
    return None


def rank_by_words(
    document: Document, citation: Citation, entries: Sequence[Entry]
) -> tuple[Entry, ...]:
    """Order *entries* by the rare words their titles share with the text before the citation.

    Ties keep the order of the list.
    """
    near = set(words(window_before(document, citation).of(document.text)))
    titles = {
        entry.index: set(words(fold(entry.reference.title.value)))
        if entry.reference.title
        else set()
        for entry in entries
    }
    frequency = Counter(word for title in titles.values() for word in title)

    def weight(entry: Entry) -> float:
        shared = (word for word in titles[entry.index] & near if len(word) > 3)
        return sum(log(1 + len(entries) / frequency[word]) for word in shared)

    return tuple(sorted(entries, key=lambda entry: (-weight(entry), entry.index)))

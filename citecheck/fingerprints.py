"""Names for findings that stay the same while the draft around them is edited.

A fingerprint is made from what a finding is about: the code of its rule, the text of its place,
and the entries that it concerns, each by its beginning. Line numbers, offsets, ids, line breaks and
the order of paragraphs play no part, nor does the file's path: put that beside it where findings
of several files meet. Fingerprints that are equal get a number (":1", ":2"), in the order of the
text.
"""

import hashlib
import unicodedata
from bisect import bisect_right
from collections import Counter
from functools import cached_property

from citecheck.model import Citation, CitationSystem, Finding, Report, Span

SAME_CAUSE = frozenset({"also here", "the same author and year"})
"""Messages of related places at which the same thing is wrong as at the place of the finding."""

_DIGITS = 20  # hexadecimal digits of a digest
_BEGINNING = 60  # letters that tell an entry from the others; what follows may be mended
_MOST_ENTRIES = 8  # a finding on more entries than these is about the list as a whole
_NUMBERED = (CitationSystem.NUMERIC, CitationSystem.NOTE)


def fingerprints(report: Report) -> tuple[str, ...]:
    """One fingerprint for each finding of *report*, in their order, no two alike.

    That of a finding with several places does not depend on which of them comes first.
    """
    reading = _Reading(report)
    return _numbered(
        [
            min(reading.digest(finding, place) for place in same_cause(finding))
            for finding in report.findings
        ]
    )


def place_fingerprints(report: Report) -> tuple[tuple[str, ...], ...]:
    """For each finding a fingerprint of each of its places, as ``same_cause`` lists them.

    A place that was not there before has a new fingerprint, where the finding as a whole may keep
    its own: so a further slip of a known kind can be told from the known ones.
    """
    reading = _Reading(report)
    digests = [
        [reading.digest(finding, place) for place in same_cause(finding)]
        for finding in report.findings
    ]
    numbered = iter(_numbered([digest for group in digests for digest in group]))
    return tuple(tuple(next(numbered) for _ in group) for group in digests)


def same_cause(finding: Finding) -> tuple[Span, ...]:
    """The place of *finding*, then the further places of the same cause."""
    also = (place.span for place in finding.related if place.message in SAME_CAUSE)
    return (finding.span, *also)


def _numbered(digests: list[str]) -> tuple[str, ...]:
    seen: Counter[str] = Counter()
    named = []
    for digest in digests:
        seen[digest] += 1
        named.append(f"{digest}:{seen[digest]}")
    return tuple(named)


class _Reading:
    """The text of one report as fingerprints see it."""

    def __init__(self, report: Report) -> None:
        self.text = report.document.text
        self.citations = sorted(report.citations, key=lambda citation: citation.span.start)
        self.references = {reference.id: reference for reference in report.references}
        self.listed = {match.citation_id: match.reference_ids for match in report.matches}

    def digest(self, finding: Finding, place: Span) -> str:
        """The fingerprint of one place of *finding*, without a number."""
        citation = self._citation(place) if finding.citation_ids else None
        ids = [i for i in finding.reference_ids if i in self.references]
        if citation:
            meant = self.listed.get(citation.id, ())
            ids = [i for i in ids if i in meant] or ids
        listed = sorted({_beginning(self.references[i].raw) for i in ids})
        if len(listed) > _MOST_ENTRIES:
            listed = []
        said = self._said(place, citation, is_listed=bool(listed))
        told = "\0".join((finding.code, said, *listed))
        return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]

    def _said(self, place: Span, citation: Citation | None, *, is_listed: bool) -> str:
        """What stands at *place*; nothing where it is but the number of an entry."""
        if place in self._entries:
            return _beginning(place.of(self.text))
        if is_listed and citation and citation.system in _NUMBERED:
            return ""
        said = _normalised(place.of(self.text))
        return said if any(map(str.isalnum, said)) else self._with_neighbours(place, said)

    def _with_neighbours(self, place: Span, said: str) -> str:
        """A place without words, between the words around it."""
        before = _normalised(self.text[max(0, place.start - 80) : place.start]).split()[-1:]
        after = _normalised(self.text[place.end : place.end + 80]).split()[:1]
        return " ".join((*before, said, *after))

    @cached_property
    def _entries(self) -> frozenset[Span]:
        return frozenset(r.span for r in self.references.values() if r.source is None)

    @cached_property
    def _starts(self) -> list[int]:
        return [citation.span.start for citation in self.citations]

    def _citation(self, place: Span) -> Citation | None:
        """The first citation that overlaps *place*, None if none does."""
        index = bisect_right(self._starts, place.start) - 1
        near = self.citations[max(index, 0) : index + 2]
        return next((citation for citation in near if citation.span.overlaps(place)), None)


def _normalised(text: str) -> str:
    """*text* on one line, in one Unicode form."""
    return " ".join(unicodedata.normalize("NFKC", text).split())


def _beginning(raw: str) -> str:
    """The first letters of an entry, its number or bullet left out.

    Reference ids, list numbers, punctuation, and what is mended further back are not in it.
    """
    text = unicodedata.normalize("NFKC", raw[: 4 * _BEGINNING]).casefold()
    told = "".join(char for char in text if char.isalnum())
    return (told.lstrip("0123456789") or told)[:_BEGINNING]

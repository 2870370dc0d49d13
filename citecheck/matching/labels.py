"""Citations by number, label or citekey: the entry carries the key, or has its ordinal.

Citations in notes, and those by a title, were recognised by an entry's words and name its id.
"""

import re
from collections.abc import Sequence

from citecheck.language.folding import letters
from citecheck.model import Citation, CitationSystem, Match, MatchStatus, Reference

_BY_WORDS = frozenset((CitationSystem.NOTE, CitationSystem.AUTHOR_PAGE))
_KEYED = frozenset((CitationSystem.NUMERIC, CitationSystem.LABEL, CitationSystem.CITEKEY))

_NAME, _YEAR = r"[^\W\d_]+", r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)"


def is_keyed(citation: Citation) -> bool:
    """Whether the citation says by a key, not by names, which entry it means."""
    return citation.system in _KEYED or (citation.system in _BY_WORDS and bool(citation.labels))


def match_by_key(
    citations: Sequence[Citation], references: Sequence[Reference]
) -> dict[str, Match]:
    """One match per citation, by its id. Two entries with one key leave it ambiguous."""
    by_key: dict[str, list[str]] = {}
    printed = any(reference.key for reference in references)
    for ordinal, reference in enumerate(references, 1):
        key = reference.key if printed else str(ordinal)
        for name in (key, *reference.aliases) if key else ():
            by_key.setdefault(name, []).append(reference.id)
    if not printed and any(c.system is CitationSystem.CITEKEY for c in citations):
        by_key |= _by_name_and_year(citations, references)
    by_id = {reference.id: [reference.id] for reference in references}
    matches = {
        citation.id: _match(citation, by_id if citation.system in _BY_WORDS else by_key)
        for citation in citations
    }
    if any(citation.system is CitationSystem.NOTE for citation in citations):
        from citecheck.matching.full_notes import with_deviations

        matches = with_deviations(matches, citations, references)
    return matches


def _by_name_and_year(
    citations: Sequence[Citation], references: Sequence[Reference]
) -> dict[str, list[str]]:
    """The one entry of a list without keys that a key such as "smith2001ports" speaks of."""
    listed: dict[tuple[str, str], list[str]] = {}
    for reference in references:
        if reference.names and reference.issued and reference.issued.year:
            name = letters(reference.names[0].family or reference.names[0].literal)
            listed.setdefault((name, str(reference.issued.year)), []).append(reference.id)
    labels = dict.fromkeys(label for citation in citations for label in citation.labels)
    parts = {label: (re.match(_NAME, label), re.search(_YEAR, label)) for label in labels}
    meant = {
        label: listed.get((letters(name[0]), year[0]), [])
        for label, (name, year) in parts.items()
        if name and year
    }
    return {label: ids for label, ids in meant.items() if len(ids) == 1}


def _match(citation: Citation, by_key: dict[str, list[str]]) -> Match:
    found = [by_key.get(label, []) for label in citation.labels]
    ids = tuple(dict.fromkeys(i for group in found for i in group))
    if not ids:
        return Match(citation_id=citation.id, status=MatchStatus.UNMATCHED)
    by_words = citation.system in _BY_WORDS
    ambiguous = len(ids) > 1 if by_words else any(len(group) > 1 for group in found)
    return Match(
        citation_id=citation.id,
        status=MatchStatus.AMBIGUOUS if ambiguous else MatchStatus.MATCHED,
        reference_ids=ids,
        confidence=0.5 if ambiguous else 1.0,
    )

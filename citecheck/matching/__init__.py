"""Which entry each citation means, how sure that is, and in what the two differ."""

from collections.abc import Sequence

from citecheck.citations.declared import declared_names
from citecheck.matching.assignment import assign
from citecheck.matching.entries import EntryIndex, entry_of
from citecheck.matching.labels import is_keyed, match_by_key
from citecheck.model import Citation, Document, Match, Reference

__all__ = ["match_citations"]


def match_citations(
    document: Document, citations: Sequence[Citation], references: Sequence[Reference]
) -> tuple[Match, ...]:
    """Match every citation; the result has one item per citation, in the same order."""
    keyed = [citation for citation in citations if is_keyed(citation)]
    named = [citation for citation in citations if not is_keyed(citation)]
    matches = match_by_key(keyed, references)
    if named:
        declared: dict[int, list[str]] = {}
        for short, places in declared_names(document.text, references).items():
            for place in places:
                declared.setdefault(place, []).append(short)
        index = EntryIndex(
            [entry_of(i, reference, declared.get(i, ())) for i, reference in enumerate(references)]
        )
        matches |= assign(document, named, index)
    return tuple(matches[citation.id] for citation in citations)

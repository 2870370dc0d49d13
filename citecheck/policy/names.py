"""Names that the author has settled: aliases, spellings that are right, entries nobody cites."""

from collections.abc import Mapping, Sequence

from citecheck.language.folding import fold, letters, words
from citecheck.matching import match_citations
from citecheck.model import Citation, Document, Finding, Match, MatchStatus, Name, Reference

_ABOUT_NAMES = "NAM"
_NAMED = "mention-without-citation"


def with_aliases(
    references: tuple[Reference, ...], aliases: Mapping[str, str]
) -> tuple[Reference, ...]:
    """*references* with the aliases of their authors beside these, so that both are known."""
    if not aliases:
        return references
    other = _other_names(aliases)
    return tuple(
        reference.model_copy(update={"author": (*reference.author, *more)})
        if (more := _more_names(reference, other))
        else reference
        for reference in references
    )


def _other_names(aliases: Mapping[str, str]) -> dict[str, str]:
    """Each name's other one, by its bare letters, in both directions."""
    pairs = list(aliases.items())
    return {letters(a): b for a, b in [(b, a) for a, b in pairs] + pairs}


def _more_names(reference: Reference, other: Mapping[str, str]) -> tuple[Name, ...]:
    found = (other.get(letters(name.sort_name)) for name in reference.names)
    return tuple(Name(literal=alias) for alias in found if alias)


def match_with_aliases(
    document: Document,
    citations: Sequence[Citation],
    references: Sequence[Reference],
    aliases: Mapping[str, str],
) -> tuple[Match, ...]:
    """What ``match_citations`` finds; a citation that fits no entry as written, once more under
    the other name of its author.
    """
    matches = match_citations(document, citations, references)
    if not aliases:
        return matches
    other = _other_names(aliases)
    renamed = [
        citation if match.status == MatchStatus.MATCHED and not match.deviations
        else _renamed(citation, other)
        for citation, match in zip(citations, matches, strict=True)
    ]  # fmt: skip
    if all(one is before for one, before in zip(renamed, citations, strict=True)):
        return matches
    again = match_citations(document, renamed, references)
    return tuple(
        second if one is not before and second.status != MatchStatus.UNMATCHED else first
        for one, before, first, second in zip(renamed, citations, matches, again, strict=True)
    )


def _renamed(citation: Citation, other: Mapping[str, str]) -> Citation:
    names = tuple(
        name.model_copy(update={"family": known, "given": ""})
        if (
            known := other.get(
                letters(f"{name.given} {name.family}"), other.get(letters(name.family))
            )
        )
        else name
        for name in citation.names
    )
    return citation if names == citation.names else citation.model_copy(update={"names": names})


def listed_on_purpose(references: Sequence[Reference], patterns: Sequence[str]) -> frozenset[str]:
    """Ids of the entries that one of *patterns* means: their key, or words that all stand in them
    ("Marlow 2011").
    """
    keys = frozenset(pattern.casefold() for pattern in patterns)
    wanted = [set(words(fold(pattern))) for pattern in patterns]
    wanted = [those for those in wanted if those]
    return frozenset(
        reference.id
        for reference in references
        if wanted
        and (
            (reference.key and reference.key.casefold() in keys)
            or any(those <= set(words(fold(reference.raw))) for those in wanted)
        )
    )


def is_accepted(
    finding: Finding, text: str, matches: Mapping[str, Match], accepted: frozenset[str]
) -> bool:
    """Whether *finding* objects to nothing but spellings that are *accepted* (case-folded)."""
    if finding.name == _NAMED:
        return finding.span.of(text).casefold() in accepted
    if not finding.code.startswith(_ABOUT_NAMES):
        return False
    deviations = [
        deviation
        for identifier in finding.citation_ids
        if identifier in matches
        for deviation in matches[identifier].deviations
    ]
    return bool(deviations) and all(d.cited.casefold() in accepted for d in deviations)

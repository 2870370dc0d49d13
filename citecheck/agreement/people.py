"""Whether two lists of names are of the same people."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from citecheck.language.connectors import PARTICLES, SUFFIXES
from citecheck.language.folding import expand_umlauts, fold, letters, romanise
from citecheck.language.organisation_words import organisation_words
from citecheck.matching.names import compare
from citecheck.model.citation import CitedName
from citecheck.model.document import Span
from citecheck.model.reference import Name

SAME_PERSON = 0.6
"""From this similarity on two names may be of one person: a slip in a surname is allowed."""
_NOWHERE = Span(start=0, end=0)
_BLANK = re.compile(r"[\s\u00a0]+")
_MOST = 100


class NameAgreement(NamedTuple):
    """How many listed people were found, of how many that could be, and whether the first was."""

    found: int
    of: int
    first: bool

    @property
    def share(self) -> float:
        """The share of the listed people that the other side names too."""
        return self.found / self.of if self.of else 0.0


def read_name(text: str) -> Name:
    """A name as pages write it: "Roe, Jane", "Jane van Roe", or an organisation."""
    text = " ".join(_BLANK.split(text.strip())[:20])
    family, comma, given = (part.strip() for part in text.partition(","))
    given, _, suffix = (part.strip() for part in given.partition(","))
    if comma and family and given:
        if fold(given).rstrip(".") not in SUFFIXES:
            return Name(family=family, given=given, suffix=suffix)
        return read_name(family).model_copy(update={"suffix": given})
    parts = text.split()
    is_organisation = not organisation_words().isdisjoint(map(fold, parts))
    if len(parts) < 2 or len(parts) > 6 or is_organisation:
        return Name(literal=text)
    start = len(parts) - 1
    while start > 1 and parts[start - 1].islower() and fold(parts[start - 1]) in PARTICLES:
        start -= 1
    return Name(given=" ".join(parts[:start]), family=" ".join(parts[start:]))


def name_agreement(listed: Sequence[Name], given: Sequence[Name]) -> NameAgreement | None:
    """How far the *listed* people are among the *given*; None if one side names nobody.

    The shorter list is what can be found: entries and registries both shorten theirs.
    """
    one, other = list(listed[:_MOST]), list(given[:_MOST])
    if not one or not other:
        return None
    found = [any(are_one(name, theirs) for theirs in other) for name in one]
    return NameAgreement(sum(found), min(len(one), len(other)), found[0])


def names_agree(listed: Sequence[Name], given: Sequence[Name]) -> bool | None:
    """Whether two lists are of the same people; None if one of them is empty.

    The first listed one is among the given, and so is half of those that can be. Order, initials,
    accents, script and swapped names do not count.
    """
    agreement = name_agreement(listed, given)
    return None if agreement is None else agreement.first and 2 * agreement.found >= agreement.of


def are_one(one: Name, other: Name) -> bool:
    """Whether two names may be of one person or organisation."""
    if not letters(one.sort_name) or not letters(other.sort_name):
        return False
    if person_similarity(one, other) >= SAME_PERSON:
        return True
    mine, theirs = _whole(one), _whole(other)
    return bool(mine) and sorted(mine) == sorted(theirs)


def person_similarity(one: Name, other: Name) -> float:
    """How alike two names are, from 0 to 1; 1 where only accents, script or initials differ."""
    if _is_plain(one) and _is_plain(other):
        mine, theirs = letters(one.sort_name), letters(other.sort_name)
        if mine == theirs or _latin(one.sort_name) & _latin(other.sort_name):
            return 1.0 if _initials_agree(one.given, other.given) else 0.5
        swapped = letters(one.family) == letters(other.given) and one.given
        if swapped and letters(one.given)[:1] == letters(other.family)[:1]:
            return 0.95
    spoken = CitedName(family=one.literal or one.sort_name, given=one.given, span=_NOWHERE)
    straight = compare(spoken, other).score
    cited = CitedName(family=other.literal or other.sort_name, given=other.given, span=_NOWHERE)
    score = max(straight, compare(cited, one).score)
    return score if _initials_agree(one.given, other.given) else min(score, 0.5)


def _is_plain(name: Name) -> bool:
    return bool(name.family) and not name.literal


def _latin(family: str) -> set[str]:
    """The spellings of a surname in Latin letters."""
    return {letters(romanise(family)), letters(expand_umlauts(family)), letters(family)} - {""}


def _initials_agree(one: str, other: str) -> bool:
    """Whether the first given names may be the same; a nickname has another initial too seldom."""
    mine, theirs = letters(romanise(one))[:1], letters(romanise(other))[:1]
    return not mine or not theirs or mine == theirs


def _whole(name: Name) -> list[str]:
    """All words of a name in Latin letters, for those divided differently ("Mao, Zedong")."""
    text = f"{name.literal} {name.given} {name.non_dropping_particle} {name.family}"
    return [word for part in text.replace("-", " ").split() if (word := letters(romanise(part)))]

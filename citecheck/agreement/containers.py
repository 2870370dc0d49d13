"""Whether two names are of one journal, book, conference or site."""

import re
from collections.abc import Collection, Iterable
from functools import cache
from itertools import pairwise

from citecheck.language.folding import fold, letters, words
from citecheck.matching.names import acronyms

_MINOR = frozenset(
    "a an and de der des di do dos da das und et e y el la le les los las of on in for the to fur "
    "del della het van en och og i".split()
)
_AROUND = frozenset(
    "proceedings proc annual international conference conf symposium workshop workshops meeting "
    "congress acts volume vol part series st nd rd th online print ed edition twenty "
    "thirty forty fifty sixty seventy eighty ninety".split()
)
_SERIES = """
lecture notes in computer science | lecture notes in mathematics | lecture notes in physics |
lecture notes in networks and systems | lecture notes in electrical engineering |
lecture notes in business information processing | springer series in statistics |
communications in computer and information science | aip conference proceedings |
advances in intelligent systems and computing | ssrn electronic journal
"""
_MEETING = re.compile(r"\s[-–]\s{1,2}[A-Z]{2,10}(?:[ -][A-Z]{2,10})?\s?['’]\d\d$")
_BRACKETS = re.compile(r"\s\([^()]{1,60}\)")
_LONG = 5
_MEETINGS = frozenset("conference symposium workshop congress meeting".split())
_AGREES = 90
_LEAST = 2


@cache
def _series() -> frozenset[str]:
    """Series in which all kinds of books appear, as bare letters."""
    return frozenset(map(letters, _SERIES.split("|")))


def container_agrees(listed: str, given: Collection[str]) -> bool | None:
    """Whether *listed* is one of the *given* names of a container; None if either side is empty.

    "J. Exp. Biol." is the Journal of Experimental Biology, "PNAS" the Proceedings of the National
    Academy of Sciences; years and numbers in the names of conferences do not count. Series
    in which all kinds of books appear say nothing.
    """
    names = [name for name in given if letters(name) and letters(name) not in _series()]
    if not letters(listed) or not names:
        return None
    agrees = any(_agree(listed, name) for name in names)
    return agrees or (False if len(names) == len(given) else None)


def are_other_meetings(listed: str, given: Iterable[str]) -> bool:
    """Whether *listed* and the *given* names are of conferences that have hardly a word in common.

    A paper may be given at two conferences in one year, under one title.
    """
    mine = _core(_major(listed))
    in_series = any(letters(name) in _series() for name in given)
    if in_series or len(mine) < _LEAST or _MEETINGS.isdisjoint(words(listed)):
        return False
    theirs = [core for name in given if len(core := _core(_major(name))) >= _LEAST]
    shared = (len({*mine} & {*core}) for core in theirs)
    return bool(theirs) and 3 * max(shared) <= len(mine)


def _agree(one: str, other: str) -> bool:
    if letters(one).removeprefix("the") == letters(other).removeprefix("the"):
        return True
    mine, theirs = _major(_MEETING.sub("", one)), _major(_MEETING.sub("", other))
    if (mine == theirs and mine) or _is_main(one, other) or _is_main(other, one):
        return True
    if is_abbreviated(mine, theirs) or is_abbreviated(theirs, mine):
        return True
    if _is_acronym(one, other) or _is_acronym(other, one):
        return True
    return _is_series(mine, theirs)


def _major(name: str) -> list[str]:
    bare = _BRACKETS.sub(" ", name.replace("&amp;", "&"))
    return [word for word in words(bare) if word not in _MINOR]


def is_abbreviated(short: list[str], whole: list[str]) -> bool:
    """Whether *short* has the words of *whole* in order, each or some abbreviated (ISO 4)."""
    if len(short) != len(whole) or not short:
        return False
    return all(_abbreviates(one, other) for one, other in zip(short, whole, strict=True))


def _abbreviates(short: str, word: str) -> bool:
    """Whether *short* is the beginning of *word*, or some of its letters in order ("natl")."""
    if word.startswith(short):
        return True
    if len(short) < _LEAST + 1 or short[:2] != word[:2]:
        return False
    rest = iter(word)
    return all(letter in rest for letter in short)


def _is_acronym(short: str, whole: str) -> bool:
    """Whether *short* is the initials of *whole*, or stands in brackets behind it."""
    heads = [word for word in short.split() if not word.strip("'’").isdigit()]
    bare = letters("".join(heads)) if len(heads) == 1 else ""
    if not 2 < len(bare) < 9:
        return False
    initials = "".join(word[0] for word in _major(whole))
    is_word = short.isupper() and short in whole.split()
    return is_word or initials.endswith(bare) or bare in map(letters, acronyms(whole))


def _is_main(main: str, whole: str) -> bool:
    """Whether *whole* is *main* with a subtitle ("Econometrica: Journal of the ...")."""
    return len(letters(main)) > _LONG and letters(whole.partition(":")[0]) == letters(main)


def _is_series(mine: list[str], theirs: list[str]) -> bool:
    """Whether what is left without years, ordinals and words of every conference is the same."""
    from rapidfuzz.fuzz import token_sort_ratio

    one, other = _core(mine), _core(theirs)
    if min(len(one), len(other)) < _LEAST:
        return False
    return token_sort_ratio(" ".join(one), " ".join(other)) >= _AGREES or _runs_in(one, other)


def _core(name: list[str]) -> list[str]:
    return [w for w in name if w not in _AROUND and not w[0].isdigit() and not _is_ordinal(w)]


def _is_ordinal(word: str) -> bool:
    return fold(word).endswith(("first", "second", "third", "ieth", "enth", "ixth", "ifth", "ghth"))


def _runs_in(one: list[str], other: list[str]) -> bool:
    """Whether the shorter of two names stands whole in the other and makes up most of it."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _LEAST + 1 or 2 * len(shorter) < len(longer):
        return False
    steps = set(pairwise(longer))
    return all(step in steps for step in pairwise(shorter))

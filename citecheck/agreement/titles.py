"""Whether two titles are of one work, however they are spelt, cut or decorated."""

import re
from functools import cache, lru_cache

from citecheck.language.folding import letters, romanise, words

AGREES = 0.9
"""From this similarity on two titles are of one work, if nothing else speaks against it."""
_WITHOUT_SUBTITLE = 0.95
_OTHER_WORK = 0.8
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,60}>")
_LATEX = re.compile(r"\\[a-zA-Z]{1,20}|[{}$]")
_SUBTITLE = re.compile(r"\s?:\s|\s[-–—]\s|[.?!]\s|;\s|\s\(|\s\||—")
_ROMAN = {numeral: str(n) for n, numeral in enumerate("i ii iii iv v vi vii viii ix x".split(), 1)}
_LEAST_WORDS = 3
_LONGEST = 1_000


@cache
def _notice() -> re.Pattern[str]:
    """How titles begin to which it was added that the work is no longer there."""
    return re.compile(
        r"(?i)^\W{0,2}(?:retracted(?: article| chapter| paper)?|withdrawn(?: article)?|"
        r"temporary removal|removed|reprint of|republished)\W{0,2}[:.\]\u2013\u2014-]\s?"
    )


@cache
def _about() -> re.Pattern[str]:
    """How titles begin that tell of another work, whose title they repeat."""
    return re.compile(
        r"(?i)^\W{0,2}(?:(?:author |publisher |editorial )?(?:correction|erratum|errata|addendum|"
        r"corrigendum|expression of concern|retraction(?: note| notice)?)\b|comments? on |"
        r"reply to |response to |reviews? (?:of|for) |book review|review:|faculty opinions|"
        r"discussion of |supplement(?:ary|al) \w{1,12} |data from|additional file |"
        r"(?:figure|table) s?\d)"
    )


@lru_cache(maxsize=4_096)
def plain_title(title: str) -> str:
    """*title* without markup, character entities, and the notice that it was retracted."""
    import html

    bare = html.unescape(html.unescape(title[:_LONGEST])) if "&" in title else title[:_LONGEST]
    bare = _LATEX.sub(" ", _TAG.sub("", bare))
    return " ".join(_notice().sub("", bare).split()).rstrip("*†‡§.")


def is_telling(title: str) -> bool:
    """Whether few works can share *title*: "Introduction" and "Book review" are not telling."""
    found = words(plain_title(title))
    return (len(found) >= _LEAST_WORDS and sum(map(len, found)) >= 15) or _is_ideographic(title)


def _is_ideographic(title: str) -> bool:
    return sum("\u3040" <= char <= "\uac00" for char in title) >= 6


def title_similarity(listed: str, given: str) -> float:
    """How alike two titles are, from 0 to 1.

    Case, accents, punctuation, markup and script do not count; one that leaves out the other's
    subtitle is nearly the same; titles with other numbers ("Part I", "Part II") are not alike, nor
    is a title alike to that of a correction, a comment or a review of the work.
    """
    one, other = plain_title(listed), plain_title(given)
    if not letters(one) or not letters(other):
        return 0.0
    best = _likeness(one, other)
    if best < AGREES:
        best = max(best, *(_WITHOUT_SUBTITLE * _same_main(*pair) for pair in _mains(one, other)))
    is_other = bool(_about().match(one)) != bool(_about().match(other))
    return min(best, _OTHER_WORK) if is_other or _numbers_differ(one, other, best) else best


def title_agrees(listed: str, given: str) -> bool | None:
    """Whether two titles are of one work; None if one of them is empty."""
    if not letters(plain_title(listed)) or not letters(plain_title(given)):
        return None
    return title_similarity(listed, given) >= AGREES


def title_is_within(listed: str, given: str) -> bool:
    """Whether the words of one title stand in a row in the other: pages add to theirs."""
    one, other = words(romanise(plain_title(listed))), words(romanise(plain_title(given)))
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _LEAST_WORDS and shorter != longer:
        return False
    size = len(shorter)
    return any(longer[at : at + size] == shorter for at in range(len(longer) - size + 1))


def _likeness(one: str, other: str) -> float:
    from rapidfuzz.fuzz import ratio  # its import costs more than an offline check has time for

    if letters(one) == letters(other):
        return 1.0
    forms = (" ".join(words(romanise(one))), " ".join(words(romanise(other))))
    return float(ratio(*forms)) / 100


def _mains(one: str, other: str) -> tuple[tuple[str, str], ...]:
    """The first without its subtitle beside the second, and the other way round."""
    return ((_main(one), other), (_main(other), one), (_main(one), _main(other)))


def _same_main(main: str, whole: str) -> float:
    """How alike a main title and a whole one are; 0 where it is too short to tell."""
    return _likeness(main, whole) if is_telling(main) and is_telling(whole) else 0.0


def _main(title: str) -> str:
    return _SUBTITLE.split(title, maxsplit=1)[0]


def _numbers_differ(one: str, other: str, likeness: float) -> bool:
    """Whether the titles have other numbers; one that only lacks what the other has is no sign."""
    if likeness == 1.0:
        return False
    mine, theirs = _numbers(one), _numbers(other)
    return (
        mine != theirs
        and not (mine < theirs and _cut(one, other))
        and not (theirs < mine and _cut(other, one))
    )


def _numbers(title: str) -> set[str]:
    return {_ROMAN.get(w, w) for w in words(title) if w.isdigit() or (w in _ROMAN and w != "i")}


def _cut(shorter: str, longer: str) -> bool:
    """Whether *shorter* is the main title of *longer* and the numbers stand behind it."""
    return letters(_main(longer)) == letters(_main(shorter)) and len(shorter) < len(longer)

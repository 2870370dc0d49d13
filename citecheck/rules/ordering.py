"""In which order a list stands: candidate conventions, and what breaks the list's own."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import NamedTuple

from citecheck.language.folding import expand_umlauts, fold, letters
from citecheck.model import Name, Reference

_ABOUT_EQUAL = 2
_LONGEST_LABEL = 40
"""Characters of a number or label before the first name."""
_BULLET = 4
_FULL_STOP = re.compile(r"(?<=\w{3})\. ")
_QUOTES = "\"'“”„«‘"
_ARTICLES = (
    "the ", "a ", "an ", "der ", "die ", "das ", "ein ", "eine ", "le ", "la ", "les ", "un ",
    "une ", "el ", "los ", "las ", "il ", "lo ", "gli ", "de ", "het ", "een ", "o ", "os ", "as ",
    "l'",
)  # fmt: skip
# "{", "|" and "}" follow z in Unicode
_LAST_LETTERS = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"})
_OWN_LETTERS = str.maketrans({char: f"{base}{{" for base, char in (
    *zip("ccrsszzlnnegg", "čćřšśžźłńñęğģ", strict=True), *zip("csou", "çşöü", strict=True),
)})  # fmt: skip


class Heading(NamedTuple):
    """What an entry stands under: ``printed`` as the entry has it, ``family`` less its particle."""

    printed: str
    family: str


SortKey = Callable[[Heading], str]


def heading_of(reference: Reference) -> Heading:
    """The heading of an entry, as a last resort its own first words."""
    names = reference.names
    if names and _begins_with(reference, names[0]):
        printed = _as_printed(reference, names[0])
        return Heading(printed, names[0].family or printed)
    title = reference.title
    printed = title.value if title and not names else reference.raw[:60]
    return Heading(printed, printed)


def _as_printed(reference: Reference, name: Name) -> str:
    """The name; with the words before it where those were taken for given names ("HM Treasury"),
    an organisation's up to a full stop ("BRASIL. Constituição" beside "BRASIL").
    """
    if name.literal:
        return _FULL_STOP.split(name.literal, maxsplit=1)[0]
    if name.given.isupper():
        plain = f"{name.given} {name.sort_name}"
        if plain in reference.raw[: len(plain) + _BULLET]:
            return plain
    return name.sort_name


def _begins_with(reference: Reference, name: Name) -> bool:
    """Whether *name* was read from the beginning of the entry, not from "In: Editor (ed.)"."""
    if name.span is None or reference.same_author_as_above:
        return True
    return name.span.start - reference.span.start < _LONGEST_LABEL


def letter_by_letter(heading: Heading) -> str:
    """Spaces and hyphens do not count (Chicago 18, 13.66): "De Vries" after "Deen"."""
    return letters(heading.printed)


def word_by_word(heading: Heading) -> str:
    """Nothing before something: "De Vries" before "Deen"."""
    return fold(heading.printed)


def particle_last(heading: Heading) -> str:
    """German and Dutch custom: "van Dijk" under D."""
    return letters(heading.family)


def umlauts_expanded(heading: Heading) -> str:
    """German telephone-book order (DIN 5007-2): "Müller" as "Mueller"."""
    return expand_umlauts(heading.printed)


def nordic(heading: Heading) -> str:
    """Danish, Norwegian and Swedish: æ, ø, å (ä, ö) are letters after z."""
    return fold(heading.printed.casefold().translate(_LAST_LETTERS))


def without_article(heading: Heading) -> str:
    """A leading article does not count (MLA 9, 5.125): "The Harbour Bible" under H."""
    head = fold(heading.printed).lstrip(_QUOTES)
    return letters(next((head[len(a) :] for a in _ARTICLES if head.startswith(a)), head))


def accents_follow(heading: Heading) -> str:
    """Czech, Polish, Turkish and others: "Š" is a letter of its own behind "S"."""
    return fold(heading.printed.casefold().translate(_OWN_LETTERS))


CONVENTIONS: tuple[SortKey, ...] = (
    letter_by_letter,
    word_by_word,
    particle_last,
    umlauts_expanded,
    nordic,
    without_article,
    accents_follow,
)


def bare_heading(reference: Reference) -> str:
    """The letters that an entry stands under."""
    return letter_by_letter(heading_of(reference))


def longest_rising(keys: Sequence[str]) -> set[int]:
    """Indices of a longest non-decreasing subsequence (patience sorting, n log n)."""
    tails: list[str] = []
    last: list[int] = []
    previous: list[int] = []
    for index, key in enumerate(keys):
        place = bisect_right(tails, key)
        if place == len(tails):
            tails.append(key)
            last.append(index)
        else:
            tails[place], last[place] = key, index
        previous.append(last[place - 1] if place else -1)
    kept, index = set(), last[-1] if last else -1
    while index >= 0:
        kept.add(index)
        index = previous[index]
    return kept


def misplaced(references: Sequence[Reference]) -> list[int]:
    """Indices of the fewest entries whose removal leaves the rest in order.

    The list's own convention is the one that it breaks least; where several are about equal, an
    entry is misplaced only if it is so by all of them.
    """
    headings = [heading_of(reference) for reference in references]
    keys = {tuple(map(convention, headings)) for convention in CONVENTIONS}  # often all the same
    orders = [longest_rising(column) for column in keys]
    most = max(len(kept) for kept in orders)
    fitting = [kept for kept in orders if len(kept) >= most - _ABOUT_EQUAL]
    return [i for i in range(len(references)) if not any(i in kept for kept in fitting)]

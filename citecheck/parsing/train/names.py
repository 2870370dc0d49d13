"""Lists of names, made up and written in the manner of many styles."""

import random
import re
from collections.abc import Callable, Sequence
from functools import cache

from citecheck.parsing.words import lexicon

Person = tuple[str, str]  # family, given


@cache
def census() -> tuple[list[str], list[str]]:
    """Family and given names of the tagger's word lists, capitalised."""
    family, given = [], []
    for word, lists in sorted(lexicon().items()):
        if word.isascii() and len(word) > 2:
            if lists == "F":
                family.append(word.capitalize())
            elif "G" in lists:
                given.append(word.capitalize())
    return family, given


def person(rng: random.Random, known: Sequence[str]) -> Person:
    """A made-up person: from *known* "family|given" pairs, or from the census lists."""
    if rng.random() < 0.25:
        family, _, given = rng.choice(known).partition("|")
        return family, given
    families, givens = census()
    family, given = rng.choice(families), rng.choice(givens)
    if rng.random() < 0.12:
        family += rng.choice(["-", "-", " "]) + rng.choice(families)
    if rng.random() < 0.3:
        given += " " + rng.choice([rng.choice(givens), rng.choice("ABCDEFGHJKLMNPRSTW") + "."])
    if rng.random() < 0.05:
        given += f" ({rng.choice(givens)})"
    return family, given


def initials(given: str, separator: str = ". ") -> str:
    """Initials of *given*: "J. A." for "John Alan"; already written initials stay."""
    if "." in given and not given.isascii():
        return given
    letters = [part[0].upper() for part in re.split(r"[ -]", given) if part[:1].isalpha()]
    return separator.join(letters) + separator.rstrip()


def _inverted(rng: random.Random) -> Callable[[Person], str]:
    gap = ", " if rng.random() < 0.8 else " "
    separator = rng.choice([".", ". ", ""])
    return lambda one: one[0] + gap + initials(one[1], separator)


# Style -> (how one person is written, marks between names, marks before the last name).
_STYLES: dict[str, tuple[Callable[[Person, bool], str], list[str], list[str]]] = {
    "apa": (lambda p, _: f"{p[0]}, {initials(p[1])}", [", "], [", & ", " & ", ", and ", " and "]),
    "vancouver": (lambda p, _: f"{p[0]} {initials(p[1], '')}", [", "], [", "]),
    "ieee": (lambda p, _: f"{initials(p[1])} {p[0]}", [", "], [", and ", " and "]),
    "nature": (lambda p, _: f"{p[0]}, {initials(p[1])}", [", "], [" & "]),
    "german": (
        lambda p, full: f"{p[0]}, {p[1] if full else initials(p[1])}",
        ["; ", " / ", "/", ", "], ["; ", " / ", "/", " und ", " & ", " u. "],
    ),
    "french": (
        lambda p, full: f"{p[0].upper() if full else p[0]} {p[1] if full else initials(p[1])}",
        [", "], [", ", " et ", " & "],
    ),
    "caps": (
        lambda p, full: f"{p[0].upper()}, {p[1] if full else initials(p[1])}",
        ["; "], ["; ", " & ", " et ", " e "],
    ),
    "dash": (
        lambda p, full: f"{initials(p[1])} {p[0].upper() if full else p[0]}",
        [" - "], [" - ", ", ", " e "],
    ),
    "gost": (lambda p, full: f"{p[0]}{' ' if full else ', '}{initials(p[1])}", [", "], [", "]),
    "direct": (
        lambda p, full: f"{p[1] if full else initials(p[1])} {p[0]}",
        [", "], [" and ", ", and ", " & ", ", "],
    ),
    "acm": (
        lambda p, full: f"{p[0].upper() if full else p[0]}, {initials(p[1])}",
        [", "], [", and ", " and ", ", AND "],
    ),
    "siam": (lambda p, _: f"{initials(p[1])} {p[0]}", [", "], [", and ", " and "]),
    "chicago": (lambda p, _: f"{p[0]}, {p[1]}", [", "], [", and ", " and "]),
    "asa": (
        lambda p, full: f"{p[0]}, {p[1] if full else initials(p[1])}",
        [", ", "; "], [", and ", " and ", " & "],
    ),
    "acs": (lambda p, _: f"{p[0]}, {initials(p[1])}", ["; "], ["; "]),
    "home": (
        lambda p, full: f"{p[0]}, {p[1] if full else initials(p[1])}",
        [", ", "; "], [" and ", ", ", " & ", "; "],
    ),
}  # fmt: skip


def write(rng: random.Random, people: Sequence[Person], style: str) -> str:
    """The names of *people* in *style*, at times with "et al." in place of the last."""
    full = rng.random() < 0.5
    if style in ("mla", "chicago"):
        family, given = people[0]
        written = [f"{family}, {given}", *(f"{one[1]} {one[0]}" for one in people[1:])]
        marks, last = [", "], [", and ", " and "]
    elif style == "harvard":
        written = list(map(_inverted(rng), people))
        marks, last = [", "], [" and ", " & ", ", "]
    else:
        one, marks, last = _STYLES[style]
        written = [one(each, full) for each in people]
    mark = rng.choice(marks)
    if len(written) == 1:
        return written[0]
    if rng.random() < 0.08:
        return mark.join(written[:-1]) + rng.choice(
            [" et al.", ", et al.", " et al", " and others"]
        )
    return mark.join(written[:-1]) + rng.choice(last) + written[-1]

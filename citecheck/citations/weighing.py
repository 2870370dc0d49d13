"""Which of the possible citations are citations: what the list says, and the document's habits."""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from citecheck.citations.known import Known
from citecheck.citations.mentions import Form, Mention
from citecheck.citations.vocabulary import INTRODUCERS, PLACES, PREFIX_WORDS
from citecheck.language.connectors import AND_WORDS
from citecheck.language.folding import fold

_ENOUGH = 5
_SEVERAL = 4
_NAME = r"(?<![^\W\d_])[^\W\d_a-zа-я][^\W\d_]+"
"""A word with a capital, or in a script without any."""
_LONGEST_PERSON = 3


class Habits(NamedTuple):
    """How the document cites the works that its list has.

    ``comma``: always with one before the year; ``narrative``: in running text as well, and
    ``fully``: there with given names. ``unused``: the document does not cite so at all.
    """

    comma: bool
    narrative: bool
    fully: bool
    unused: bool


def accepted(mentions: Sequence[Mention], known: Known, text: str = "") -> list[Mention]:
    """Those of *mentions* that cite; a carried year goes the way of the one before it.

    *text* is the whole, if it cites in no other way than by names.
    """
    habits = _habits(mentions, known, text)
    kept: list[Mention] = []
    last: Mention | None = None
    for mention in mentions:
        if mention.carried:
            cites = last is not None and last.names is mention.names
            cites = cites and (mention.form is not Form.RUNNING or _is_listed(mention, known))
        else:
            cites = _cites(mention, known, habits)
        if cites:
            kept.append(mention)
            last = mention
        elif not mention.carried:
            last = None
    return kept


def _habits(mentions: Sequence[Mention], known: Known, text: str) -> Habits:
    fresh = [m for m in mentions if not m.carried]
    listed = [m for m in fresh if _is_listed(m, known)]
    commas = [m.names.comma for m in listed if m.form is Form.GROUP]
    narrative = [m for m in listed if m.form is Form.NARRATIVE]
    clear = sum(_is_unmistakable(m) for m in fresh)
    unused = len(known) >= _ENOUGH and not listed and clear < _ENOUGH
    return Habits(
        comma=len(commas) >= _ENOUGH and sum(commas) >= 0.9 * len(commas),
        narrative=bool(narrative) or not len(known),
        fully=any(m.names.persons[0].given for m in narrative) or not len(known),
        unused=unused and not (text and _is_of_another_text(known, fresh, text)),
    )


def _is_of_another_text(known: Known, fresh: Sequence[Mention], text: str) -> bool:
    """Whether several seem to be cited, of whom the list has nobody, and *text* names nobody whom
    the list has: then the list is wrong, not what looks like citations.
    """
    likely = [m for m in fresh if m.attributed or (m.form is Form.GROUP and m.sure_end and m.clear)]
    likely = [m for m in likely if not (m.strict or m.year.is_range or _is_place(m))]
    sure = {
        tuple(m.names.families)
        for m in likely
        if m.names.comma or m.attributed or _is_unmistakable(m)
    }
    cited = {tuple(m.names.families) for m in likely}
    if (len(sure) < _SEVERAL and len(cited) <= _ENOUGH) or any(
        known.has(name) for names in cited for name in names
    ):
        return False
    return not any(known.leads(word) for word in set(re.findall(_NAME, text)))


def _is_listed(mention: Mention, known: Known) -> bool:
    """Whether the list has a work of those names and that year."""
    if mention.confirmed:
        return True
    families = mention.names.families
    entries = known.led_by(families) or known.led_by(families[:1])
    if not entries and mention.names.persons[0].organisation:
        head = " ".join(takewhile(lambda word: not word.islower(), families[0].split()))
        entries = known.led_by([head]) if known.is_organisation(head) else entries
    years = {mention.year.number, mention.year.range_end or mention.year.number}
    return any(known.of_year(entries, year) for year in years)


def _cites(mention: Mention, known: Known, habits: Habits) -> bool:
    if _is_listed(mention, known):
        return True
    if mention.year.is_range or mention.strict:
        return False
    if mention.form is Form.RUNNING:
        return _cites_freely(mention, known)
    if known.leads(mention.names.persons[0].family) and mention.sure_end:
        return True
    return not habits.unused and (_is_unmistakable(mention) or _is_likely(mention, habits))


def _is_likely(mention: Mention, habits: Habits) -> bool:
    """Whether it looks like this document's citations, though the list knows nothing of it."""
    plausible = mention.sure_end or mention.names.comma or _is_introduced(mention)
    if not plausible or _is_place(mention):
        return False
    if mention.form is Form.NARRATIVE:
        return _names_an_author(mention, habits)
    return not (habits.comma and not mention.names.comma) and (
        mention.clear or _is_introduced(mention)
    )


def _cites_freely(mention: Mention, known: Known) -> bool:
    """ "see Kennedy 1999: 34": without brackets it takes more than a name and a year."""
    names = mention.names
    if names.et_al is not None and not names.comma:
        return True
    listed = known.leads(names.persons[0].family)
    return bool(mention.locator) and (listed or bool(mention.prefix))


def _is_place(mention: Mention) -> bool:
    persons = mention.names.persons
    return len(persons) == 1 and fold(persons[0].family) in PLACES


def _is_unmistakable(mention: Mention) -> bool:
    """Several names, a page, or a letter behind the year: nothing but citations has these."""
    names = mention.names
    return (
        names.et_al is not None
        or bool(mention.locator)
        or bool(mention.year.letter)
        or (len(names.persons) > 1 and not names.loose and mention.sure_end)
    )


def _names_an_author(mention: Mention, habits: Habits) -> bool:
    """Whether "Smith (2001)" cites, although the list has no Smith: it might be a film."""
    person = mention.names.persons[0]
    words = person.family.split() + person.given.split()
    if mention.titled and not person.organisation:
        return False
    if mention.attributed and (person.organisation or len(words) <= _LONGEST_PERSON):
        return True
    return habits.narrative and (
        len(words) == 1 or person.organisation or (habits.fully and len(words) <= _LONGEST_PERSON)
    )


def _is_introduced(mention: Mention) -> bool:
    """Whether "see" or its like stands right before the names, or nothing but such words."""
    words = [fold(word).strip(".,:") for word in mention.prefix.split()]
    if not words:
        return False
    return words[-1] in INTRODUCERS or all(
        word in PREFIX_WORDS or word in AND_WORDS for word in words
    )

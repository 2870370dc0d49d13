"""The names that stand before a year, read backwards from it."""

from collections.abc import Sequence
from typing import NamedTuple

from citecheck.citations.endings import Ending, read_ending
from citecheck.citations.et_al import EtAl
from citecheck.citations.known import Known
from citecheck.citations.persons import NEVER_FIRST, PREPOSITIONS, Person, person_of, written
from citecheck.citations.vocabulary import MONTHS, NUMBERED, OPENERS, ORGANISATION_WORDS, PLACES
from citecheck.citations.words import Kind, Word
from citecheck.language.connectors import AND_SIGNS, PARTICLES

_MOST_NAMES = 24
_MOST_WORDS = 12
_SHORTENED = frozenset(("inc", "corp", "ltd", "dept", "univ", "bros", "natl", "intl", "min"))
_SLASHES = frozenset("/·・")
_NAME_KINDS = (Kind.CAPITALISED, Kind.INITIAL)
_SMALL = (Kind.PARTICLE, Kind.LINK)
_IN_LONG_NAMES = (*_NAME_KINDS, *_SMALL, Kind.LOWER, Kind.AND)


class Scope(NamedTuple):
    """How names are read: in a parenthesis or in running text, and what the list knows.

    ``semicolons`` tells that the document parts authors, not only works, by semicolons
    ("Silva; Costa, 2001", ABNT NBR 10520).
    """

    known: Known
    in_group: bool
    semicolons: bool = False


class Names(NamedTuple):
    """The cited names in order; ``start`` is where the first begins, given names included.

    ``comma`` tells that a comma stands between the names and the year; ``loose`` that nothing but
    commas joins the names; ``shared`` that semicolons join authors of one listed work.
    """

    persons: tuple[Person, ...]
    start: int
    comma: bool = False
    loose: bool = False
    shared: bool = False
    conjunction: str = ""
    et_al: EtAl | None = None
    disambiguator: str = ""

    @property
    def families(self) -> list[str]:
        """The family names alone."""
        return [person.family for person in self.persons]


class _Joint(NamedTuple):
    """What joins two names: its sign ("&" for any "and"), the word itself, and what precedes."""

    sign: str
    before: int
    conjunction: str = ""


class _Trust(NamedTuple):
    """Why a word must be a name though it looks like another: "Ma & May (2012)", "(He, 2023)".

    ``joined``: "&" or "et al." follows. ``sure``: that, or a parenthesis and a comma.
    """

    joined: bool
    sure: bool


def read_names(words: Sequence[Word], scope: Scope) -> Names | None:
    """The names that end with the last of *words*, or None if none does."""
    ending = read_ending(words, in_group=scope.in_group)
    persons: list[Person] = []
    joints: list[_Joint] = []
    index, joint = ending.before, None
    while len(persons) < _MOST_NAMES:
        joined = joint.conjunction in AND_SIGNS if joint else ending.et_al is not None
        sure = joined or (scope.in_group and ending.comma and joint is None)
        person, index = _read_person(words, index, scope, _Trust(joined, sure))
        if person is None:
            break
        if joint and not _belongs(person, joint, (persons, joints), ending, scope):
            break
        persons.insert(0, person)
        joints[:0] = [joint] if joint else []
        joint = _read_joint(words, index)
        if joint is None:
            break
        index = joint.before
    return _assemble(persons, joints, ending, scope) if persons else None


def _read_person(
    words: Sequence[Word], last: int, scope: Scope, trust: _Trust
) -> tuple[Person | None, int]:
    """The name that ends at index *last*, and the index of the word before it."""
    if whole := _listed_whole(words, last, scope.known):
        return whole
    taken, index = _take(words, last, scope, joined=trust.joined)
    if taken and all(word.kind is Kind.INITIAL for word in taken):
        inverted = _take_inverted(words, index, scope)
        if inverted:
            taken, index = [*inverted[0], *taken], inverted[1]
    return person_of(taken, scope.known, in_group=scope.in_group, sure=trust.sure), index


def _listed_whole(words: Sequence[Word], last: int, known: Known) -> tuple[Person, int] | None:
    """A name of many words that the list has so: "Universal Declaration of Human Rights"."""
    if last < 1 or not known.may_end(words[last].folded):
        return None
    first = last
    while first > 0 and last - first < _MOST_WORDS and words[first - 1].kind in _IN_LONG_NAMES:
        first -= 1
    for start in range(first, last):
        run = words[start : last + 1]
        if run[0].kind in _NAME_KINDS and known.has(written(run)):
            place = run[0].start
            person = Person(written(run), place, run[-1].end, place, known=True, organisation=True)
            return person, start - 1
    return None


def _take_inverted(
    words: Sequence[Word], index: int, scope: Scope
) -> tuple[list[Word], int] | None:
    """The family name of "Smith, J." before its initials."""
    if index < 1 or words[index].text != ",":
        return None
    taken, before = _take(words, index - 1, scope, joined=True)
    return (taken, before) if taken and taken[-1].kind is Kind.CAPITALISED else None


def _take(
    words: Sequence[Word], last: int, scope: Scope, *, joined: bool
) -> tuple[list[Word], int]:
    """The run of words that may make one name, in order, and the index before them."""
    taken: list[Word] = []
    index = last
    if index >= 0 and words[index].kind is Kind.HAN:
        return [words[index]], index - 1
    point = 0
    while index >= 0 and len(taken) < _MOST_WORDS:
        word = words[index]
        if word.kind in _NAME_KINDS:
            if not _may_stand(word, scope, last=not taken, joined=joined):
                break
            taken.append(word._replace(text=word.text + "." * point, end=word.end + point))
            point = 0
        elif word.text == "." and index and _abbreviates(words[index - 1], word):
            point = 1
        elif word.kind in _SMALL and taken:
            small = _small_words(words, index)
            if _carries_on(words[: index - len(small) + 1], small, taken, scope):
                taken += small
                index -= len(small)
                continue
            particles = _leading_particles(small)
            return [*taken, *particles][::-1], index - len(particles)
        else:
            break
        index -= 1
    return taken[::-1], index


def _may_stand(word: Word, scope: Scope, *, last: bool, joined: bool) -> bool:
    """Whether a name may hold *word*: a month only if the list knows it or it must be a name."""
    if word.folded not in MONTHS and not (last and word.folded in NUMBERED):
        return True
    return scope.known.has(word.text) or (last and joined)


def _abbreviates(word: Word, point: Word) -> bool:
    if word.end != point.start:
        return False
    if word.kind is Kind.CAPITALISED:
        return len(word.text) < 3 or word.folded in _SHORTENED
    return word.kind is Kind.INITIAL


def _small_words(words: Sequence[Word], last: int) -> list[Word]:
    first = last
    while first >= 0 and words[first].kind in _SMALL and last - first < 3:
        first -= 1
    return list(reversed(words[first + 1 : last + 1]))


def _carries_on(
    words: Sequence[Word], small: Sequence[Word], taken: Sequence[Word], scope: Scope
) -> bool:
    """Whether the last of *words* begins a longer name: "Ministry" of "Ministry of Health".

    In running text a lone "von" or "de" joins only what the list knows so, and organisations:
    "Studie von Müller (2001)" names Müller.
    """
    if not words or words[-1].kind not in _NAME_KINDS:
        return False
    before = words[-1]
    if before.folded in OPENERS:
        return before.folded in PARTICLES and before.folded not in NEVER_FIRST
    if before.folded in MONTHS and not scope.known.has(before.text):
        return False
    if scope.in_group or len(small) > 1 or small[0].folded not in PREPOSITIONS - {"van"}:
        return True
    whole = (before, *small, *reversed(taken))
    return before.folded in ORGANISATION_WORDS or scope.known.has(written(whole))


def _leading_particles(small: Sequence[Word]) -> list[Word]:
    count = 0
    while count < len(small) and small[count].kind is Kind.PARTICLE:
        count += 1
    return list(small[:count])


def _read_joint(words: Sequence[Word], index: int) -> _Joint | None:
    if index < 1:
        return None
    word = words[index]
    if word.kind is Kind.AND:
        comma = words[index - 1].text in (",", ";")
        return _Joint("&", index - 1 - comma, word.text)
    for sign, signs in ((",", ","), (";", ";"), ("/", _SLASHES)):
        if word.text in signs:
            return _Joint(sign, index - 1)
    return None


def _belongs(
    person: Person,
    joint: _Joint,
    after: tuple[list[Person], list[_Joint]],
    ending: Ending,
    scope: Scope,
) -> bool:
    """Whether *person* is the co-author of those *after* it, or merely stands before them."""
    persons, joints = after
    known = scope.known
    if joint.sign == ";" and known.is_short(person.family):
        return False
    if known.together(person.family, persons[0].family):
        return True
    if joint.sign == ";":
        return scope.semicolons or (person.family.isupper() and persons[0].family.isupper())
    if scope.in_group or joint.sign == "/":
        return True
    if not person.known and person.family.casefold() in PLACES:
        return False
    return joint.sign == "&" or ending.et_al is not None or any(j.sign == "&" for j in joints)


def _assemble(persons: list[Person], joints: list[_Joint], ending: Ending, scope: Scope) -> Names:
    first = _first_listed(persons, joints, scope.known)
    persons, joints = persons[first:], joints[first:]
    shared = any(joint.sign == ";" for joint in joints)
    conjunction = joints[-1].conjunction if joints else ""
    if len(persons) == 2 and conjunction:
        whole = _one_organisation(persons, conjunction, scope.known)
        persons, conjunction = ([whole], "") if whole else (persons, conjunction)
    return Names(
        persons=tuple(persons),
        start=persons[0].first,
        comma=ending.comma,
        loose=bool(joints) and all(joint.sign == "," for joint in joints),
        shared=shared and bool(scope.known.together(*(person.family for person in persons))),
        conjunction=conjunction,
        et_al=ending.et_al,
        disambiguator=ending.disambiguator,
    )


def _first_listed(persons: list[Person], joints: list[_Joint], known: Known) -> int:
    """Where the author list begins that the literature list has: "PeriodO, Golden & Shaw"."""
    families = [person.family for person in persons]
    if len(families) == 1 or known.led_by(families):
        return 0
    for first in range(1, len(families)):
        parted = joints[first - 1].sign in (",", ";")
        if parted and not persons[first - 1].known and known.led_by(families[first:]):
            return first
    return 0


def _one_organisation(persons: list[Person], conjunction: str, known: Known) -> Person | None:
    """ "Academy of Arts" and "Sciences" as the one organisation that they are."""
    left, right = persons
    family = f"{left.family} {conjunction} {right.family}"
    unlisted = left.organisation and not (right.known or right.given or " " in right.family)
    if not known.has(family) and not unlisted:
        return None
    return Person(
        family, left.start, right.end, left.first, known=known.has(family), organisation=True
    )

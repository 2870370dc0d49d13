"""One cited name out of its words: what is family name, what given, what an organisation's."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from citecheck.citations.known import Known
from citecheck.citations.vocabulary import EVENTS, NUMBERED, OPENERS, ORGANISATION_WORDS
from citecheck.citations.words import Kind, Word
from citecheck.language.connectors import PARTICLES, SUFFIXES
from citecheck.language.folding import fold
from citecheck.language.inflection import base_forms

_TITLES = frozenset(
    "dr prof professor sir mr mrs ms lord lady herr frau dra don san mme mlle hr fru pan pani "
    "dona senhor senor ver see cf vgl siehe voir vease".split()
)
_POSSESSIVES = ("'s", "’s", "ʼs", "`s", "´s", "'", "’", "ʼ")
# Case endings that a listed name may bear in running text (German, and foreign names in Polish).
_CASES = ("ego", "emu", "owi", "em", "s")
# Chinese and Japanese words before a name that are written without a space.
_HAN_OPENERS = ("正如", "根据", "参见", "详见", "例如", "转引自", "按照", "依据", "如", "见", "据",
                "由", "在", "对", "而", "但", "从", "与", "和", "及", "以", "按")  # fmt: skip
# Particles that begin no name, and those that in running text are prepositions as a rule.
NEVER_FIRST = frozenset(("in", "op", "a", "e", "i", "y", "zum", "zur", "vom"))
PREPOSITIONS = frozenset("von van de da do dos das del della di du la le el lo las los".split())
_LONGEST_PERSON = 4
# French and Italian articles and prepositions, run into the name.
_ELIDED = re.compile(
    r"(?:[LlDd]|[Qq]u|[Uu]n|[Dd]ell|[Dd]all|[Aa]ll|[Nn]ell|[Ss]ull|[Cc]oll)['’](?=[^\W\d_])"
)
# Case endings behind an apostrophe, as in Turkish: "Mardin'e", "Göle'nin", "TÜİK'ten".
_SUFFIX = re.compile(r"(?<=\w\w)['’][a-zçğıöşü]{1,4}$")


class Person(NamedTuple):
    """A name: the family name is ``text[start:end]``; ``first`` is where its given names begin."""

    family: str
    start: int
    end: int
    first: int
    given: str = ""
    known: bool = False
    organisation: bool = False


def person_of(
    words: Sequence[Word], known: Known, *, in_group: bool, sure: bool = False
) -> Person | None:
    """The name that *words* make, or None where they make none.

    In running text (*in_group* false) what precedes a name may cling to it, and given names are
    split off; in a parenthesis a name of several words stays whole unless the list knows better.
    *sure* tells that a name must stand here, even one like "He".
    """
    if not words:
        return None
    if words[-1].kind is Kind.HAN:
        return _han(words[-1], known, in_group=in_group)
    words, trailing = _without_trailing_initials(words)
    if not words:
        return None
    if len(words) == 1 and _is_numbered(words[0], bool(trailing)):
        return None
    listed = _listed(words, trailing, known, in_group=in_group)
    if listed is None and (bare := _without_article(words, known)):
        words = bare
        listed = _listed(words, trailing, known, in_group=in_group)
    return listed or _unlisted(words, trailing, in_group=in_group, sure=sure)


def _is_numbered(word: Word, lettered: bool) -> bool:
    """Whether this is "Figure B" or "COVID-19"."""
    kind, _, number = word.folded.partition("-")
    return kind in NUMBERED and (lettered or number.isdigit())


def _without_trailing_initials(words: Sequence[Word]) -> tuple[Sequence[Word], Sequence[Word]]:
    """ "Smith J" parted in "Smith" and "J"; suffixes ("Jr") go with the initials."""
    cut = len(words)
    while cut > 1 and (words[cut - 1].kind is Kind.INITIAL or words[cut - 1].folded in SUFFIXES):
        cut -= 1
    if all(word.kind is Kind.INITIAL for word in words[:cut]):
        cut = len(words)
    return words[:cut], words[cut:]


def _without_article(words: Sequence[Word], known: Known) -> Sequence[Word]:
    """*words* without the "L'" of "L'Istat" or "Dell'OCSE", () if they begin with none."""
    elided = _ELIDED.match(words[0].text)
    if elided is None:
        return ()
    text = words[0].text[elided.end() :]
    first = words[0]._replace(text=text, start=words[0].start + elided.end(), folded=fold(text))
    bare = (first, *words[1:])
    known_so = any(known.has(written(bare[:size])) for size in range(len(bare), 0, -1))
    return bare if known_so or (text.isupper() and len(text) > 1) else ()


def _listed(
    words: Sequence[Word], trailing: Sequence[Word], known: Known, *, in_group: bool
) -> Person | None:
    for cut in range(len(words)):
        ending = written(words[cut:])
        for stem in _stems(ending, known, inflected=not in_group):
            if known.has(stem):
                given = _listed_given(words[:cut], stem, known)
                return _make(words[cut:], (*given, *trailing), stem, known=True)
    return _glued(words[-1], trailing, known)


def _glued(word: Word, trailing: Sequence[Word], known: Known) -> Person | None:
    """The listed name that lost the space before it: "Whittaker" in "sensuWhittaker"."""
    text = word.text
    cut = next((i for i, char in enumerate(text) if char.isupper()), 0)
    if not (cut and text[:cut].islower() and known.leads(text[cut:])):
        return None
    bare = word._replace(text=text[cut:], start=word.start + cut)
    return _make((bare,), trailing, bare.text, known=True)


def _stems(ending: str, known: Known, *, inflected: bool) -> list[str]:
    """*ending* as it is, then without a possessive or case ending."""
    stems = [ending]
    stems += [ending.removesuffix(sign) for sign in _POSSESSIVES if ending.endswith(sign)]
    stems += [ending[: case.start()]] if (case := _SUFFIX.search(ending)) else []
    if inflected and len(ending) > 4:
        stems += [ending.removesuffix(case) for case in _CASES if ending.endswith(case)]
        stems += base_forms(ending, polish=known.inflects)
    return stems


def _listed_given(words: Sequence[Word], family: str, known: Known) -> Sequence[Word]:
    cut = len(words)
    while cut and (
        words[cut - 1].kind is Kind.INITIAL or known.is_given(words[cut - 1].text, family)
    ):
        cut -= 1
    return words[cut:]


def _unlisted(
    words: Sequence[Word], trailing: Sequence[Word], *, in_group: bool, sure: bool
) -> Person | None:
    if not sure or len(words) > 1:
        words = _without_openers(words, in_group=in_group)
    words = _without_preposition(words, in_group=in_group)
    if not words or not any(word.kind is Kind.CAPITALISED for word in words):
        return None
    if len(words) > 1 and any(word.folded in EVENTS for word in words):
        return None
    if len(words) == 1 and (len(words[0].text) < 2 or (not sure and words[0].folded in OPENERS)):
        return None
    stem = _without_possessive(written(words))
    cut = _end_of_initials(words)
    if _is_organisation(words[cut:]):
        return _make(words, trailing, stem, organisation=True)
    if not in_group:
        cut = _start_of_family(words)
    family = _without_possessive(written(words[cut:]))
    return _make(words[cut:], (*words[:cut], *trailing), family)


def _without_openers(words: Sequence[Word], *, in_group: bool) -> Sequence[Word]:
    cut = 0
    while cut < len(words) and _opens(words[cut], last=cut == len(words) - 1, in_group=in_group):
        cut += 1
    return words[cut:]


def _opens(word: Word, *, last: bool, in_group: bool) -> bool:
    """Whether *word* only leads to the name: "However", "Dr"; "De" and "Van" belong to it."""
    if word.kind is Kind.INITIAL:
        return word.folded in OPENERS and not (in_group or last or word.text.endswith("."))
    if word.folded in NEVER_FIRST or word.folded in _TITLES:
        return True
    if word.kind in (Kind.LINK, Kind.AND) and word.folded not in PARTICLES:
        return True
    if word.folded in PARTICLES:
        return last
    return word.folded in OPENERS and (last or not in_group)


def _without_preposition(words: Sequence[Word], *, in_group: bool) -> Sequence[Word]:
    """*words* without the "von" or "de" of running text, which there is a mere "by" or "of"."""
    small = [word.kind is Kind.PARTICLE for word in words[:2]]
    if not in_group and small[:1] == [True] and small[1:] != [True]:
        return words[1:] if words[0].folded in PREPOSITIONS else words
    return words


def _end_of_initials(words: Sequence[Word]) -> int:
    cut = 0
    while cut < len(words) - 1 and words[cut].kind is Kind.INITIAL:
        cut += 1
    return cut


def _start_of_family(words: Sequence[Word]) -> int:
    """Where the family name begins in "Ludwig van Beethoven" or "Mark Driscoll"."""
    cut = len(words) - 1
    while cut > 0 and words[cut - 1].folded in PARTICLES:
        cut -= 1
    return cut


def _is_organisation(words: Sequence[Word]) -> bool:
    if len(words) < 2:
        return False
    if any(word.folded in ORGANISATION_WORDS for word in words):
        return True
    if any(word.kind is Kind.LINK and word.folded not in PARTICLES for word in words):
        return True
    if sum(word.kind is Kind.CAPITALISED for word in words) > _LONGEST_PERSON:
        return True
    shouted = [word.text.isupper() and len(word.text) > 1 for word in words]
    return any(shouted) and not all(shouted)


def _han(word: Word, known: Known, *, in_group: bool) -> Person | None:
    """A name in a script without spaces: what the list knows, or what is as short as a name."""
    text, start = word.text, word.start
    for cut in range(len(text)):
        if known.has(text[cut:]):
            return Person(text[cut:], start + cut, word.end, start + cut, known=True)
    for opener in _HAN_OPENERS:
        if text.startswith(opener) and len(text) - len(opener) > 1:
            text, start = text.removeprefix(opener), start + len(opener)
            break
    longest = 20 if in_group else 4
    if not 1 < len(text) <= longest and not "\u30a0" <= text[0] <= "\u30ff":
        return None
    return Person(text, start, word.end, start)


def _without_possessive(family: str) -> str:
    for sign in _POSSESSIVES:
        if len(family) > len(sign) + 1 and family.endswith(sign):
            return family.removesuffix(sign)
    return family


def written(words: Sequence[Word]) -> str:
    """*words* in a line."""
    return " ".join(word.text for word in words)


def _make(
    words: Sequence[Word],
    given: Sequence[Word],
    family: str,
    *,
    known: bool = False,
    organisation: bool = False,
) -> Person:
    lost = len(written(words)) - len(family)
    first = min(words[0].start, given[0].start) if given else words[0].start
    return Person(
        family=family,
        start=words[0].start,
        end=words[-1].end - lost,
        first=first,
        given=written(given),
        known=known,
        organisation=organisation,
    )

"""Whether a name in a citation is a name in an entry, and in what the two differ."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from citecheck.language.connectors import AND_WORDS, PARTICLES, particles_behind
from citecheck.language.folding import expand_umlauts, fold, han_families, letters, romanise
from citecheck.language.organisation_words import organisation_words
from citecheck.matching.similarity import name_similarity
from citecheck.model import CitedName, DeviationKind, Name

ARTICLE = re.compile(r"(?i)^(?:the|an?|der|die|das|le|la|les|el|los|las|o|os|as|de|het) ")
_NAME_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|[^\W\d_]\.")
_NOT_ALNUM = re.compile(r"[\W_]+")
_MINOR = frozenset(
    "of the and for on in to a an de la du des der die das und fur do da dos e y".split()
)
_SUBDIVISION = re.compile(r"[,;/(|]")
_SEGMENTS = re.compile(r"[.;/()\[\]|]|(?<=\s)[-–—]+(?=\s)")
_MODIFIER_LETTERS = dict.fromkeys(map(ord, "ʼʹʻˈ"))
_PARENTHESISED = re.compile(r"[(\[]([^()\[\]]{2,20})[)\]]")


class Agreement(NamedTuple):
    """``score`` from 0 (another name) to 1 (the same), and the one difference, if there is any."""

    score: float
    kind: DeviationKind | None = None


NO_AGREEMENT = Agreement(0.0)
SAME = Agreement(1.0)
_AS_PERSON = Agreement(0.9)


@lru_cache(maxsize=4_096)
def family_forms(name: Name) -> tuple[str, ...]:
    """Ways in which a person's surname may rightly be written, as bare folded letters.

    With and without particle (Chicago 18, 8.4-8.14), and either half of a double surname.
    """
    family, particle = name.family, name.non_dropping_particle or name.dropping_particle
    forms = [particle + family, family]
    forms += [particles + family for particles in particles_behind(name.given)]
    parts = family.split()
    while len(parts) > 1 and parts[0].lower() in PARTICLES:
        parts = parts[1:]
        forms.append("".join(parts))
    if len(parts) > 1:
        forms += [parts[0], parts[-1]]
    forms += [part for part in family.split("-") if len(part) > 3 and part != family]
    forms += [] if name.given else han_families(family)
    return tuple(dict.fromkeys(filter(None, map(letters, forms))))


@lru_cache(maxsize=4_096)
def possible_person(literal: str) -> Name | None:
    """The person that a name may be of which only the whole is known: "Theda Skocpol"."""
    words = literal.split()
    if len(words) not in (2, 3) or not all(map(_NAME_WORD.fullmatch, words)):
        return None
    if words[-1].isupper() or not all(word[0].isupper() for word in words):
        return None
    if not organisation_words().isdisjoint(map(fold, words)):
        return None
    return Name(family=words[-1], given=" ".join(words[:-1]))


@lru_cache(maxsize=4_096)
def acronyms(literal: str) -> frozenset[str]:
    """Folded abbreviations that a name yields or shows: its capitals, its initials, "(WHO)"."""
    shown = {letters(inside) for inside in _PARENTHESISED.findall(literal)}
    bare = _PARENTHESISED.sub(" ", literal)
    tokens = [token for token in re.split(r"[\W_]+", bare) if token]
    if len(tokens) < 2:
        return frozenset(shown)
    major = [token for token in tokens if fold(token) not in _MINOR]
    shown.add("".join(fold(token)[0] for token in tokens))
    shown.add("".join(fold(token)[0] for token in major))
    return frozenset(form for form in shown if len(form) > 1)


@lru_cache(maxsize=4_096)
def _head_texts(literal: str) -> tuple[str, ...]:
    head = _SUBDIVISION.split(literal, maxsplit=1)[0].strip()
    joined = [part for text in _SEGMENTS.split(literal) if len(part := text.strip()) > 2]
    return (literal, head, *(ARTICLE.sub("", part) for part in (literal, head, *joined)))


@lru_cache(maxsize=4_096)
def literal_heads(literal: str) -> tuple[str, ...]:
    """The name whole, without its subdivision, without a leading article, and every one of the
    names that it joins ("NBS – National Bureau of Statistics", "[Embrapa] Empresa ..."). Bare
    letters.
    """
    return tuple(dict.fromkeys(form for form in map(letters, _head_texts(literal)) if form))


def _accented(text: str) -> str:
    text = unicodedata.normalize("NFC", text).casefold()
    return _NOT_ALNUM.sub("", text).translate(_MODIFIER_LETTERS)


def accents_differ(cited: str, listed: Iterable[str]) -> bool:
    """Whether *cited* differs in accents (not merely in capitals) from all spellings *listed*."""
    return _accented(cited) not in {_accented(text) for text in listed}


def compare(cited: CitedName, listed: Name) -> Agreement:
    """The agreement of one cited with one listed name.

    "Dominique Auzul" is read as a surname of two words, and as given name and surname.
    """
    if listed.literal:
        whole = _compare_literal(cited, listed.literal)
        person = possible_person(listed.literal) if whole.score < _AS_PERSON.score else None
        named = person and _compare_person(cited, person) == SAME
        return _AS_PERSON if named else whole
    agreement = _compare_person(cited, listed)
    given, _, family = cited.family.rpartition(" ")
    if agreement.score >= 0.9 or cited.given or not given:
        return agreement
    if letters(cited.family) == letters(listed.sort_name + listed.given):
        return SAME
    split = _compare_person(CitedName(family=family, given=given, span=cited.span), listed)
    return max(agreement, split, key=lambda one: one.score)


def _compare_person(cited: CitedName, listed: Name) -> Agreement:
    bare, forms = letters(cited.family), family_forms(listed)
    if not bare or not forms:
        return NO_AGREEMENT
    if bare in forms:
        full = bare in (letters(listed.sort_name), letters(listed.family))
        initials = _given_agreement(cited.given, listed.given)
        if initials < 1:
            return Agreement(initials)
        spellings = (listed.family, listed.non_dropping_particle + listed.family)
        if full and accents_differ(cited.family, spellings):
            return Agreement(0.97, DeviationKind.DIACRITICS)
        return SAME if full else Agreement(0.9)
    if expand_umlauts(cited.family) == expand_umlauts(listed.family):
        return SAME
    if romanise(cited.family) == romanise(listed.family):
        return Agreement(0.95, DeviationKind.DIACRITICS)
    given = [letters(part) for part in listed.given.split()]
    if bare in given and len(bare) > 2:
        return Agreement(0.6, DeviationKind.GIVEN_NAME)
    similarity = max(name_similarity(bare, form) for form in forms)
    return Agreement(similarity * 0.9, DeviationKind.MISSPELT) if similarity else NO_AGREEMENT


def _given_agreement(cited: str, listed: str) -> float:
    """1 unless the initials beside the surname are others, or fewer, than the listed ones."""
    if cited.casefold() in AND_WORDS:
        return 1.0  # the sentence begins so: "E Sadoul (1972)"
    one = [letters(part)[:1] for part in re.split(r"[\s.]+", cited) if letters(part)]
    other = [letters(part)[:1] for part in re.split(r"[\s.]+", listed) if letters(part)]
    if not one or not other:
        return 1.0
    if one[0] != other[0]:
        return 0.6
    return 1.0 if len(one) == len(other) else 0.96


def _compare_literal(cited: CitedName, literal: str) -> Agreement:
    whole = f"{cited.given} {cited.family}".strip()
    bare, heads = letters(whole), literal_heads(literal)
    if bare in heads or letters(ARTICLE.sub("", fold(whole))) in heads:
        inner_capital = any(char.isupper() for char in whole[1:] + literal[1:])
        shouted = whole.isupper() or literal.isupper()
        if bare == heads[0] and inner_capital and not shouted and _case_differs(whole, literal):
            return Agreement(1.0, DeviationKind.LETTER_CASE)
        lost = accents_differ(ARTICLE.sub("", whole), _head_texts(literal))
        return Agreement(0.97, DeviationKind.DIACRITICS) if lost else SAME
    if bare in acronyms(literal):
        return Agreement(0.92, DeviationKind.ACRONYM)
    if heads[0] in acronyms(whole):
        return Agreement(0.92, DeviationKind.ACRONYM)
    if _is_numbered_acronym(whole, literal):
        return Agreement(0.9)
    if _is_short_form(whole, literal):
        return Agreement(0.85, DeviationKind.OTHER_NAME)
    if romanise(whole) == romanise(literal):
        return Agreement(0.9, DeviationKind.OTHER_NAME)
    similarity = name_similarity(bare, heads[0]) if bare and heads[0] else 0.0
    return Agreement(similarity * 0.9, DeviationKind.MISSPELT) if similarity else NO_AGREEMENT


def _is_numbered_acronym(cited: str, literal: str) -> bool:
    """Whether an acronym of the name stands before a document's number: "CLSI M38-A2"."""
    first, _, number = cited.partition(" ")
    return any(map(str.isdigit, number)) and letters(first) in acronyms(literal)


def _case_differs(cited: str, listed: str) -> bool:
    one, other = _NOT_ALNUM.sub("", cited), _NOT_ALNUM.sub("", listed)
    return one != other and one.casefold() == other.casefold()


def _is_short_form(cited: str, literal: str) -> bool:
    """Whether the cited words begin the listed name ("TASS", "TASS editorial") or vice versa."""
    one, other = fold(cited).split(), fold(literal).split()
    shorter, longer = sorted((one, other), key=len)
    return bool(shorter) and len("".join(shorter)) > 2 and longer[: len(shorter)] == shorter

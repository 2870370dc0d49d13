""" "et al." and its like, read backwards: "et.al.", "et al", "u. a.", "y cols.", "и др.", "等"."""

from collections.abc import Sequence
from typing import NamedTuple

from citecheck.citations.words import Kind, Word
from citecheck.language.connectors import ET_AL_WORDS
from citecheck.language.folding import letters

_MORE = (
    "et autres", "and coworkers", "and associates", "and collaborators", "und andere",
    "und kollegen", "und mitarbeiter", "u. mitarb", "et collaborateurs", "y col", "y colaboradores",
    "y otras", "e colaboradores", "e colegas", "e altre", "e colleghi", "ed altri", "en anderen",
    "e.a", "en collega's", "og andre", "og kolleger", "och andra", "m. flere", "i inni", "i wspol",
    "и соавт", "с соавт", "і ін", "та інші", "et alli", "et al al", "等人", "など", "ら",
)  # fmt: skip
_FORMS = frozenset(letters(form) for form in (*ET_AL_WORDS, *_MORE))
_LONGEST = 4
_POSSESSIVE = "'s"
_LETTERED = (Kind.LOWER, Kind.AND, Kind.LINK, Kind.PARTICLE)


class EtAl(NamedTuple):
    """The words ``text[start:end]`` without a comma behind, and the index of the word before."""

    start: int
    end: int
    before: int


def read_et_al(words: Sequence[Word], last: int) -> EtAl | None:
    """The longest such phrase that ends at index *last* of *words*, a possessive ending cut."""
    index, phrase, found = last, "", None
    ending = words[last].folded if 0 <= last < len(words) else ""
    possessive = len(_POSSESSIVE) if ending.endswith(_POSSESSIVE) else 0
    while index >= 0 and index > last - 2 * _LONGEST:
        word = words[index]
        if possessive and index == last:
            word = word._replace(folded=word.folded[:-possessive])
        if word.text != ".":
            shouted = word.text.isupper() and word.folded in ("et", "al", "et.al")
            if word.kind not in _LETTERED and not shouted and word.folded not in ("et", "u.a"):
                break
            phrase = ("et" if word.text == "&" else letters(word.folded)) + phrase
            if phrase in _FORMS:
                found = EtAl(word.start, words[last].end - possessive, index - 1)
        index -= 1
    return found

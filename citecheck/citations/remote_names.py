"""Years in parentheses whose author stands further off in the sentence, or in the one before.

"Smith and Jones, in a long book, argue that ports grow (2001)"; "the same author (2003)".
"""

from collections.abc import Sequence

from citecheck.citations.known import Known
from citecheck.citations.names import Names
from citecheck.citations.persons import Person
from citecheck.citations.signal_phrases import listed_names, sentence_start
from citecheck.citations.words import Kind, Word, words_before
from citecheck.citations.years import Year
from citecheck.model import CitedName

_LONGEST_TITLE = 9
_POSSESSIVES = ("'s", "’s", "'", "’")
_WITHIN = frozenset(("in", "im", "dans", "en", "em", "nel", "nella", "i", "w", "в", "у"))
_SAME_AUTHOR = frozenset(
    (
        "same author|same authors|derselbe autor|dieselbe autorin|dieselben autoren"
        "|desselben autors|derselben autorin|meme auteur|meme auteure|memes auteurs|mismo autor"
        "|misma autora|mismos autores|mesmo autor|mesma autora|mesmos autores|stesso autore"
        "|stessa autrice|stessi autori|dezelfde auteur|dezelfde auteurs|samme forfatter"
        "|samme forfattere|samma forfattare|sam autor|sama autorka|ci sami autorzy"
        "|samego autora|же автор|же авторы|же автора|самии автор|ж автор|ж автора"
    ).split("|")
)


def same_author(words: Sequence[Word]) -> Word | None:
    """The word with which "same author" begins, if *words* end so."""
    phrase = " ".join(word.folded for word in words[-2:])
    return words[-2] if len(words) > 1 and phrase in _SAME_AUTHOR else None


def owner(words: Sequence[Word], year: Year, known: Known) -> Person | None:
    """The listed author whose work of that year *words* end with the title of.

    "Wood's Kantian Ethics", "Wood, in Kantian Ethics": the title is capitalised and not itself a
    listed name.
    """
    for index in range(len(words) - 2, max(-1, len(words) - 2 - _LONGEST_TITLE), -1):
        word, title = words[index], words[index + 1 :]
        stem = _without_possessive(word.text)
        if title[0].text == "," and len(title) > 2 and title[1].folded in _WITHIN:
            title = title[2:]
        elif stem == word.text:
            continue
        if title[0].kind is not Kind.CAPITALISED or known.has(title[-1].text):
            continue
        if word.kind is Kind.CAPITALISED and known.of_year(known.led_by([stem]), year.number):
            return Person(stem, word.start, word.start + len(stem), word.start, known=True)
    return None


def _without_possessive(word: str) -> str:
    return next((word.removesuffix(sign) for sign in _POSSESSIVES if word.endswith(sign)), word)


def names_in_sentence(text: str, year: Year, known: Known, position: int) -> Names | None:
    """The listed author whom the sentence before a year in parentheses names, if one alone has a
    work of that year; ``text[:position]`` was spoken for by other citations.
    """
    start = sentence_start(text, year.open)
    if not year.number or start < position or text[year.open + 1 : year.start].strip():
        return None
    found = {name.family: name for name in listed_names(text, start, year.open, known)}
    fitting = [
        name for name in found.values() if known.of_year(known.led_by([name.family]), year.number)
    ]
    if len(fitting) != 1:
        return None
    first = fitting[0]
    others = [
        name
        for name in found.values()
        if name is not first
        and known.of_year(known.led_by([first.family, name.family]), year.number)
    ]
    persons = tuple(_person(name) for name in (first, *others))
    return Names(persons, start=year.start, conjunction=_conjunction(text, persons))


def _person(name: CitedName) -> Person:
    start, end = name.span.start, name.span.end
    return Person(name.family, start, end, start, known=True)


def _conjunction(text: str, persons: Sequence[Person]) -> str:
    """The word between the last two names, if it is one."""
    if len(persons) < 2 or persons[-1].start < persons[-2].end:
        return ""
    between = words_before(text, persons[-1].start, persons[-2].end)
    return between[0].text if len(between) == 1 and between[0].text.isalpha() else ""

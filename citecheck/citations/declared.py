"""Short names that the text gives to listed authors: "World Health Organization (WHO, 2022)".

As in APA 7, 8.21: the group is named in full where it is first cited, and by the letters later.
"""

import re
from collections.abc import Iterable, Sequence

from citecheck.citations.vocabulary import PLACES
from citecheck.language.folding import fold, letters
from citecheck.model import Name, Reference

_BRACKETED = re.compile(
    r"[(\[]\s?(?:[^\W\d_][\w-]{1,12}[,:]?\s){0,3}[\"“„«]?([^\W\d_][\w&-]{1,13})[\"“”»]?\s?[,;:)\]]"
)
_SPELT_OUT = re.compile(r"[(\[]([^()\[\],;]{6,120})[)\],;]")
_WORD_BEFORE = re.compile(r"([^\W\d_][\w&-]{1,13})\s?\Z")
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_HEAD = re.compile(r"[,;/(|]")
_REACH = 180
_LONGEST_WORD = 15
_LONGEST_NAME = 16
_LONGEST_INITIALS = 4
_CLOSING = "’'”\"»*_"


def declared_names(text: str, references: Sequence[Reference]) -> dict[str, frozenset[int]]:
    """Each short name, as bare letters, with the places in *references* of the works so cited."""
    full: dict[str, set[int]] = {}
    for number, reference in enumerate(references):
        for form in _full_names(reference):
            full.setdefault(letters(form), set()).add(number)
    full.pop("", None)
    found: dict[str, set[int]] = {}
    for short, entries in _declarations(text, full):
        if entries and letters(short) not in full:
            found.setdefault(letters(short), set()).update(entries)
    return {short: frozenset(entries) for short, entries in found.items()}


def _full_names(reference: Reference) -> Iterable[str]:
    first = reference.names[0] if reference.names else None
    if first is None:
        first = Name(literal=reference.title.value if reference.title else "")
    if first.literal:
        return _without_articles(first.literal, _HEAD.split(first.literal, maxsplit=1)[0])
    taken_apart = [f"{first.family} {first.given}"] if len(first.given) > _LONGEST_INITIALS else []
    return (first.sort_name, *taken_apart)


def _without_articles(*names: str) -> Iterable[str]:
    for name in names:
        yield name
        article, _, rest = name.partition(" ")
        if rest and len(article) < 4 and " " in rest:
            yield rest


def _declarations(text: str, full: dict[str, set[int]]) -> Iterable[tuple[str, set[int]]]:
    for match in _BRACKETED.finditer(text):
        if _is_short_name(match[1]):
            before = text[max(0, match.start() - _REACH) : match.start()]
            yield match[1], _named_at_end(before, full)
    for match in _SPELT_OUT.finditer(text):
        start = match.start()
        word = _WORD_BEFORE.search(text, max(0, start - _LONGEST_WORD), start)
        if word and word[1].isupper() and _is_short_name(word[1]):
            yield word[1], full.get(letters(match[1]), set())


def _is_short_name(word: str) -> bool:
    return word[0].isupper() and fold(word) not in PLACES


def _named_at_end(text: str, full: dict[str, set[int]]) -> set[int]:
    """The entries whose author's name ends *text*, the longest such name's."""
    text = text.rstrip()
    if not text.rstrip(_CLOSING)[-1:].isalnum():
        return set()
    words = _WORD.findall(text)[-_LONGEST_NAME:]
    last = re.split("[’']", words[-1])
    endings = {letters(words[-1]), letters("".join(last[:-1]))} - {""}
    found: set[int] = set()
    for ending in endings:
        joined = ending
        found = full.get(joined, set()) or found
        for word in reversed(words[:-1]):
            joined = letters(word) + joined
            found = full.get(joined, found)
            apart = re.split("[’']", word, maxsplit=1)[-1]  # "L'Istituto", "dell'Istituto"
            if apart != word:
                found = full.get(letters(apart) + joined.removeprefix(letters(word)), found)
    return found

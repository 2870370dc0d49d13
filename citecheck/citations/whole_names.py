"""A name that fills its parenthesis: "(Archive portal of the town, 2024)", "(unesco 2008)"."""

from collections.abc import Sequence

from citecheck.citations.known import Known
from citecheck.citations.names import Names
from citecheck.citations.persons import Person
from citecheck.citations.vocabulary import EVENTS, MONTHS, NUMBERED, OPENERS, PREFIX_WORDS
from citecheck.citations.words import Kind, Word
from citecheck.language.folding import is_latin
from citecheck.language.folding import words as split

_SEPARATORS = frozenset(",;")
_MOST_WORDS = 14
_MOST_ADDED = 2
_QUOTES = frozenset("“”\"„«»‘’'")
_CLOSING = _QUOTES | frozenset(",.;")
_WORDS = (Kind.CAPITALISED, Kind.INITIAL, Kind.LOWER, Kind.LINK, Kind.PARTICLE, Kind.AND)


def whole_name(words: Sequence[Word], known: Known) -> Names | None:
    """The last run of plain words before a year as one organisation's name.

    A list that knows the name is believed; without one it takes a capital at the start, a comma
    before the year, and nothing that speaks for a sentence.
    """
    comma = bool(words) and words[-1].text in _SEPARATORS
    words, number = _without_number(words[: len(words) - comma])
    run = _last_run(words)
    run = run[_leading(run) :]
    if not run or len(run) > _MOST_WORDS:
        return None
    listed = _listed(run, known) or _extended(run, known)
    run = listed or run
    if not listed and not (comma and _is_plausible(run)):
        return None
    family = " ".join(word.text for word in run)
    start, end = run[0].start, run[-1].end
    person = Person(family, start, end, start, known=bool(listed), organisation=True)
    return Names((person,), start, comma=comma, disambiguator=number)


def _without_number(words: Sequence[Word]) -> tuple[Sequence[Word], str]:
    """*words* without the "(2)" at their end, and its number."""
    if len(words) > 3 and [word.text for word in (words[-3], words[-1])] == ["(", ")"]:
        number = words[-2]
        if number.kind is Kind.NUMBER and len(number.text) < 3:
            return words[:-3], number.text
    return words, ""


def _extended(run: Sequence[Word], known: Known) -> Sequence[Word]:
    """*run* if it is a listed organisation and a word or two on its text: "TASS editorial"."""
    for size in range(len(run) - 1, max(0, len(run) - 1 - _MOST_ADDED), -1):
        added = run[size:]
        if all(word.kind is Kind.LOWER for word in added) and known.is_organisation(
            " ".join(word.text for word in run[:size])
        ):
            return run
    return ()


def quoted_title(words: Sequence[Word], known: Known, year: int) -> Names | None:
    """The beginning of a listed title in quotation marks: "(“How Much Time,” 2019)".

    So works without an author are cited (APA 7, 8.14).
    """
    end = len(words)
    while end and words[end - 1].text in _CLOSING:
        end -= 1
    if not any(word.text in _QUOTES for word in words[end:]):
        return None
    opened = next((i for i in range(end - 1, -1, -1) if words[i].text in _QUOTES), end)
    run = words[opened + 1 : end]
    if not run or len(run) > _MOST_WORDS or opened == end:
        return None
    begun = [part for word in run for part in split(word.text)]
    if not known.of_year(known.titled(begun), year):
        return None
    family = " ".join(word.text for word in run if word.kind in _WORDS)
    person = Person(family, run[0].start, run[-1].end, words[opened].start, organisation=True)
    return Names((person,), words[opened].start, comma=True)


def _last_run(words: Sequence[Word]) -> Sequence[Word]:
    cut = len(words)
    while cut and words[cut - 1].kind in _WORDS:
        cut -= 1
    return words[cut:]


def _leading(run: Sequence[Word]) -> int:
    """How many words at the start only introduce ("see")."""
    count = 0
    while count < len(run) and run[count].folded in PREFIX_WORDS and run[count].text.islower():
        count += 1
    return count


def _listed(run: Sequence[Word], known: Known) -> Sequence[Word]:
    for cut in range(len(run)):
        if known.has(" ".join(word.text for word in run[cut:])):
            return run[cut:]
    return ()


def _is_plausible(run: Sequence[Word]) -> bool:
    first = run[0]
    if len(run) < 2 or first.kind is not Kind.CAPITALISED:
        return False
    if is_latin(first.text) and any(word.kind is Kind.LOWER for word in run):
        return False
    return not any(
        word.folded in MONTHS
        or word.folded in NUMBERED
        or word.folded in EVENTS
        or (word.kind is Kind.LOWER and word.folded in OPENERS)
        for word in run
    )

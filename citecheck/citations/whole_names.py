"""A name that fills its parenthesis: "(Archive portal of the town, 2024)", "(unesco 2008)"."""

from collections.abc import Sequence

from citecheck.citations.known import Known
from citecheck.citations.names import Names
from citecheck.citations.persons import Person
from citecheck.citations.vocabulary import EVENTS, MONTHS, NUMBERED, OPENERS, PREFIX_WORDS
from citecheck.citations.words import Kind, Word
from citecheck.language.folding import is_latin

_SEPARATORS = frozenset(",;")
_MOST_WORDS = 14
_WORDS = (Kind.CAPITALISED, Kind.INITIAL, Kind.LOWER, Kind.LINK, Kind.PARTICLE, Kind.AND)


def whole_name(words: Sequence[Word], known: Known) -> Names | None:
    """The last run of plain words before a year as one organisation's name.

    A list that knows the name is believed; without one it takes a capital at the start, a comma
    before the year, and nothing that speaks for a sentence.
    """
    comma = bool(words) and words[-1].text in _SEPARATORS
    run = _last_run(words[: len(words) - comma])
    run = run[_leading(run) :]
    if not run or len(run) > _MOST_WORDS:
        return None
    listed = _listed(run, known)
    run = listed or run
    if not listed and not (comma and _is_plausible(run)):
        return None
    family = " ".join(word.text for word in run)
    start, end = run[0].start, run[-1].end
    person = Person(family, start, end, start, known=bool(listed), organisation=True)
    return Names((person,), start, comma=comma)


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

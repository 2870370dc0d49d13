"""The title that a piece of a note cites: one of the list, or a short one behind its author."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from citecheck.citations.altered_titles import changes
from citecheck.citations.note_reading import Reading
from citecheck.citations.titles import Found
from citecheck.citations.vocabulary import INTRODUCERS, LINKS
from citecheck.citations.words import Kind, Word, words_before
from citecheck.language.folding import fold
from citecheck.model import CitedName, Span

NEAR = 160
"""Characters from the beginning of a piece of a note within which names or numbers count."""
_QUOTES = "“\"«„‘'‹"
# Between an author's name and the title; a role may stand there: "(ed.),", "(dir.), «".
_BEFORE_TITLE = re.compile(
    r"(?: ?\([^()\d]{1,12}\))?(?:[’'](?:s(?!\w))?|[,:.])? {0,2}([“\"«„‘'‹])?[ \u00a0\u202f]{0,2}"
)
# Words that a title begins with, where it goes on with another title.
_IN_TITLE = re.compile(r"[,:] (?!In |Dans |En |Em |Nel |Review )[^,.;:“”\"«»()]{1,80}")
_ROLE = re.compile(r"\([^()\d]{1,12}\)")
_TITLE_END = re.compile(r"[,.;:()\[\]“”\"«»‘‹›…\d]|[’'](?!\w)| [-–—] |\n")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_LONGEST, _MOST_WORDS = 80, 7
_MOST_WORKS = 20
_JOINED = frozenset(",.&/-–—")


class Cited(NamedTuple):
    """A title in a note with the entries that it may be, and the listed names that it stands
    beside, and where the citation begins.
    """

    title: Found
    names: tuple[CitedName, ...]
    labels: tuple[str, ...]
    begin: int


def cited_in(reading: Reading, start: int, end: int) -> Cited | None:
    """The work that ``text[start:end]`` cites by its title."""
    listed = _listed(reading, start, end)
    short = short_in(reading, start, min(end, start + NEAR))
    if short and (listed is None or short.title.start < listed.title.start):
        return short
    return listed


def altered_in(reading: Reading, start: int, end: int) -> Cited | None:
    """The one work of a listed author that ``text[start:end]`` cites whole, its year included, but
    with another word in the title.
    """
    text, known = reading.text, reading.listed.known
    years = {int(year) for year in _YEAR.findall(text, start, end)}
    names = reading.names(start, min(end, start + NEAR))
    entries = reading.entries_of(names[:1]) if names and years else ()
    dated = [entry for entry in entries if any(known.of_year((entry,), y) for y in years)]
    for entry in dated[:_MOST_WORKS]:
        title = reading.listed.titles.value(entry)
        if found := changes(text, names[0].span.end, end, title):
            place = Found(found[0].start, found[-1].end, (entry,), True)
            begin = _run_start(reading, start, names[0])
            before = tuple(name for name in names if name.span.end <= found[0].start)
            return Cited(place, before, reading.led_by((entry,), ()), begin)
    return None


def introduced(text: str, start: int, end: int) -> int:
    """Where the citation begins behind "For an overview see"."""
    begin = start
    for word in words_before(text, end, start):
        if word.folded in INTRODUCERS:
            begin = word.end
    while begin < end and text[begin] in " :,.":
        begin += 1
    return begin


def _listed(reading: Reading, start: int, end: int) -> Cited | None:
    """The first title of the list that is sure, quoted or beside its author."""
    text = reading.text
    for title in reading.listed.titles.all_in(text, start, end):
        begin = introduced(text, start, title.start)
        names = reading.names(begin, title.start)
        if not (title.sure or names or text[max(0, title.start - 1)] in _QUOTES):
            continue
        own = _beside(reading, names, title.start)
        if _is_of_another(reading, title, names, own):
            continue
        labels = reading.led_by(title.entries, names)
        if title.start - begin > NEAR:
            begin, names = title.start, ()
        elif own:
            begin = _run_start(reading, begin, own[0])
        elif title.sure and not names:
            names = _stranger(reading, begin, title.start)
        return Cited(title, names, labels, begin)
    return None


def _is_of_another(
    reading: Reading, title: Found, names: Sequence[CitedName], own: Sequence[CitedName]
) -> bool:
    """Whether someone listed who did not write *title* stands before it, or before a longer title
    that only holds it: "Bracher, Die Auflösung der Weimarer Republik".
    """
    between = reading.text[names[-1].span.end : title.start] if names else ""
    within = between[2:3].isupper() and _IN_TITLE.fullmatch(between) is not None
    close = bool(own) or within
    return close and not reading.known_with(title.entries, names)


def _stranger(reading: Reading, begin: int, start: int) -> tuple[CitedName, ...]:
    """The unlisted name that alone stands in ``text[begin:start]``, before a title."""
    before = _ROLE.sub(lambda role: " " * len(role[0]), reading.text[begin:start])
    words = [w for w in words_before(before, len(before), 0) if w.kind is not Kind.SIGN]
    kinds = {word.kind for word in words}
    if not words or not kinds <= {Kind.CAPITALISED, Kind.INITIAL, Kind.PARTICLE}:
        return ()
    last = words[-1]
    behind = _BEFORE_TITLE.match(reading.text, begin + last.end, start)
    if last.kind is not Kind.CAPITALISED or not behind or behind.end() < start:
        return ()
    span = Span(start=begin + last.start, end=begin + last.end)
    return (CitedName(family=last.text, given=before[: last.start].strip(" ,"), span=span),)


def short_in(reading: Reading, begin: int, end: int) -> Cited | None:
    """The first title in ``text[begin:end]`` that stands, shortened, behind its author's name."""
    for name in reading.names(begin, end):
        behind = _BEFORE_TITLE.match(reading.text, name.span.end)
        if not behind or not behind.group().strip():
            continue
        names = (*_run(reading, begin, name), name)
        entries = reading.entries_of(names)
        for place in _places(reading, name, behind):
            labels = _shortened(reading, place, entries, quoted=bool(behind[1]))
            if labels:
                start = _run_start(reading, begin, names[0])
                return Cited(Found(*place, (), True), names, labels, start)
    return None


def _places(reading: Reading, name: CitedName, behind: re.Match[str]) -> list[tuple[int, int]]:
    """Where the title behind *name* may stand: also behind a given name, "Weber, Max: Economy"."""
    text, start = reading.text, behind.end()
    end = _title_end(text, start)
    places = [(start, end)]
    if reading.listed.known.is_given(text[start:end].split(" ")[0], name.family):
        again = _BEFORE_TITLE.match(text, end)
        if again and again.group().strip():
            places.append((again.end(), _title_end(text, again.end())))
    return places


def _title_end(text: str, start: int) -> int:
    stop = _TITLE_END.search(text, start, start + _LONGEST)
    return stop.start() if stop else min(len(text), start + _LONGEST)


def _shortened(
    reading: Reading, place: tuple[int, int], entries: Sequence[int], *, quoted: bool
) -> tuple[str, ...]:
    """The ids of those *entries* whose title ``text[start:end]`` shortens; of several the one
    cited last.
    """
    written = reading.text[slice(*place)].strip()
    words = [fold(word) for word in re.findall(r"[^\W_]+", written)]
    if not words or len(words) > _MOST_WORDS or not (quoted or not written[0].islower()):
        return ()
    if all(word in LINKS for word in words):
        return ()
    found = reading.listed.titles.shortened(words, entries)
    labels = tuple(reading.listed.identifiers[entry] for entry in found)
    cited = reading.last(labels) if len(labels) > 1 else ()
    return cited if len(cited) == 1 and cited[0] in labels else labels


def _beside(reading: Reading, names: Sequence[CitedName], start: int) -> tuple[CitedName, ...]:
    """The last of *names* if nothing but signs, roles and given names parts it from *start*."""
    if not names:
        return ()
    behind = _BEFORE_TITLE.match(reading.text, names[-1].span.end, start)
    close = behind is not None and behind.end() >= start - 1 and behind.group().strip()
    return tuple(names[-1:]) if close else ()


def _run(reading: Reading, begin: int, last: CitedName) -> tuple[CitedName, ...]:
    """The listed names that stand in a row before *last*: "Cedar/Elm", "Ash, Birch and Elm"."""
    start = _run_start(reading, begin, last)
    return reading.names(start, last.span.start)


def _run_start(reading: Reading, begin: int, name: CitedName) -> int:
    """Where the capitalised words, initials and conjunctions before *name* begin."""
    start = name.span.start
    words: Sequence[Word] = words_before(reading.text, start, max(begin, start - NEAR))
    for word in reversed(words):
        if word.kind in (Kind.CAPITALISED, Kind.INITIAL, Kind.HAN):
            start = word.start
        elif word.kind not in (Kind.AND, Kind.PARTICLE) and word.text not in _JOINED:
            break
    return start

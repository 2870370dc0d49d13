"""The style that a list has of its own: learned from most of its entries, applied to all.

From the entries as typed are learned, separately for articles, parts and whole works where these
differ: the order of the parts, the marks around each (quotation marks, parentheses), what stands
between two of them (punctuation, "Downloaded ... from:"), the form of names and of dates. An entry
that has the form of the majority comes out as it is.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

from citecheck.errors import ConfigurationError
from citecheck.model import Name, PartialDate, Reference, Span, Value
from citecheck.styles import apa, own_names
from citecheck.styles.own_dates import DateForms
from citecheck.styles.own_slots import END, SLOTS, START, gaps, slots
from citecheck.styles.style import Style
from citecheck.styles.work import text

_LABELLED = frozenset(("volume", "issue", "page", "edition", "accessed", "doi", "number", "isbn"))
"""Parts whose separator holds a word that is theirs: "Vol. ", "Downloaded "."""

_PAIRS = {"*": "*", "_": "_", "(": ")", "[": "]", "“": "”", "‘": "’", "«": "»", '"': '"'}
_QUOTES = frozenset('“"«‘„')


def learned(references: Sequence[Reference]) -> Style:
    """The style of the list whose entries *references* are, as typed.

    Raises ConfigurationError if none of them stands as typed text.
    """
    typed = [reference for reference in references if reference.raw and not reference.source]
    if not typed:
        raise ConfigurationError("the list is no typed text, so it has no style of its own")
    habits = Habits(typed)
    numbering = habits.numbering
    return Style(
        name="own",
        title="the list's own",
        entry=habits.entry,
        cited=apa.cited,
        numbering=numbering,
        letters="" if numbering else "date",
    )


def _kind(reference: Reference) -> str:
    """Which entries are alike: articles with numbers, parts of something, whole works."""
    if reference.volume or reference.issue:
        return "article"
    return "part" if reference.container_title else "whole"


class _Votes:
    """What stands most often for a question, within a kind of entry or else in all."""

    def __init__(self) -> None:
        self._counts: dict[Any, Counter[Any]] = defaultdict(Counter)

    def add(self, kind: str, question: Any, answer: Any) -> None:
        """One vote."""
        self._counts[kind, question][answer] += 1
        self._counts[question][answer] += 1

    def best(self, kind: str, question: Any) -> Any:
        """The answer with most votes, None if nothing was ever said."""
        counter = self._counts.get((kind, question)) or self._counts.get(question)
        return counter.most_common(1)[0][0] if counter else None


class Habits:
    """What a list does as a rule."""

    def __init__(self, typed: Sequence[Reference]) -> None:
        """Learn from entries as they are *typed*."""
        self._orders, self._separators, self._wraps = _Votes(), _Votes(), _Votes()
        self._places: dict[str, list[float]] = defaultdict(list)
        self._names = own_names.learned(typed)
        self._dates = DateForms(typed, ("issued", "accessed", "original_date"))
        starts: Counter[str] = Counter()
        for reference in typed:
            starts[self._learn(reference)] += 1
        self.numbering = _numbering(starts)
        self._lead = "" if self.numbering or not starts else _lead(starts)

    def _learn(self, reference: Reference) -> str:
        """Take in one entry; what stands before its first part."""
        found, kind = slots(reference, pointed=bool(self._names.stop)), _kind(reference)
        order = tuple(slot.name for slot in found)
        self._orders.add(kind, frozenset(order), order)
        for index, name in enumerate(order):
            self._places[name].append(index / len(order))
        start = ""
        opened: dict[str, str] = {}
        for gap in gaps(reference, found):
            if gap.before == START:
                start = _without_key(gap.separator + gap.open, reference.key)
            else:
                self._separators.add(kind, (gap.before, gap.after), gap.separator)
                self._separators.add(kind, gap.after, gap.separator)
                self._wraps.add(kind, gap.before, (opened.get(gap.before, ""), gap.close))
            opened[gap.after] = gap.open
        return start

    def entry(self, reference: Reference) -> str:
        """*reference* as this list would have it."""
        parts, kind = self._parts(reference), _kind(reference)
        order = self._order(kind, frozenset(parts))
        written = self._lead.replace("{}", reference.key)
        for index, name in enumerate(order):
            before = order[index - 1] if index else START
            if index:
                written = _joined(written, self._separator(kind, before, name))
            opening, closing = self._wrap(kind, name)
            inner = parts[name]
            if closing[:1] in ",." and inner[-1:] in "?!.":
                closing = closing[1:]
            written += f"{opening}{inner}{closing}"
        return _joined(written, self._separator(kind, order[-1], END)) if order else written

    def _parts(self, reference: Reference) -> dict[str, str]:
        """The text of each part."""
        found: dict[str, str] = {}
        for name in SLOTS:
            value = getattr(reference, name)
            if isinstance(value, Value):
                place = value.span if name in _LABELLED and not reference.source else None
                found[name] = _raw(reference, place) if place else text(value)
            elif isinstance(value, PartialDate):
                found[name] = self._dates.write(name, value)
            elif value and isinstance(value[0], Name):
                found[name] = self._people(reference, name, value)
        note = reference.access_note
        if note and note.target and "url" not in found:
            found["url"] = _raw(reference, note.target)
        return {name: part for name, part in found.items() if part}

    def _people(self, reference: Reference, field: str, people: tuple[Name, ...]) -> str:
        """Names in the preferred form; those of editors beside an author stay as typed."""
        spans = [name.span for name in people if name.span]
        if people is not own_names.heads(reference) and spans and not reference.source:
            return _raw(reference, Span(start=spans[0].start, end=spans[-1].end))
        return self._names.write(people, others=reference.others and field == "author")

    def _order(self, kind: str, names: frozenset[str]) -> tuple[str, ...]:
        """The parts as entries with just these have them, or else each where it stands mostly."""
        known = self._orders.best(kind, names)
        if known:
            return tuple(known)
        return tuple(sorted(names, key=self._usual_place))

    def _usual_place(self, name: str) -> tuple[float, int]:
        places = sorted(self._places.get(name, ()))
        rank = SLOTS.index(name)
        return (places[len(places) // 2] if places else rank / len(SLOTS)), rank

    def _separator(self, kind: str, before: str, after: str) -> str:
        """What stands between these two, or before the second as a rule."""
        exact = self._separators.best(kind, (before, after))
        if exact is not None:
            return str(exact)
        usual = self._separators.best(kind, after)
        if usual is not None and (after in _LABELLED or not any(map(str.isalpha, usual))):
            return str(usual)
        return "" if after == END else ", " if after != "url" else ". "

    def _wrap(self, kind: str, name: str) -> tuple[str, str]:
        opening, closing = self._wraps.best(kind, name) or ("", "")
        if opening[:1] in _QUOTES and name == "title":  # an article has the marks that all have
            usual = self._wraps.best("", name) or ("", "")
            opening, closing = usual if usual[0][:1] in _QUOTES else (opening, closing)
        if not opening:
            return "", closing.strip(')]”’"»*_')
        return opening, closing or _PAIRS.get(opening, "")


def _raw(reference: Reference, span: Span) -> str:
    start = reference.span.start
    return reference.raw[span.start - start : span.end - start]


def _joined(written: str, separator: str) -> str:
    """No second full stop behind one."""
    if separator[:1] == "." and written[-1:] in ".?!":
        return written + separator[1:]
    return written + separator


def _without_key(start: str, key: str) -> str:
    """What stands before an entry, with "#" for its number and "{}" for its label."""
    if key and key in start:
        return start.replace(key, "#" if key.isdecimal() else "{}", 1)
    return start


def _numbering(starts: Counter[str]) -> str:
    """ "[{}] " or "{}. " if most entries are numbered."""
    best = starts.most_common(1)[0][0] if starts else ""
    return best.replace("#", "{}") if "#" in best else ""


def _lead(starts: Counter[str]) -> str:
    """A bullet or label before most entries; a dash for the names of the entry above is none."""
    lead = starts.most_common(1)[0][0]
    return lead if "{}" in lead or lead.strip() in ("-", "*", "•", "·", "–") else ""

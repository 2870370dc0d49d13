"""The style that a list has of its own: learned from most of its entries, applied to the others.

What is learned are the marks between each two parts (quotation marks, commas, "Downloaded ...
from:"), the form of names and that of dates. An entry is changed only where it departs from what
nearly all others do and its words stay the same but for slips and labels such as "pp."; the order
of its parts and what was not understood of it stay as they are.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from citecheck.errors import ConfigurationError
from citecheck.language.slips import slip_distance
from citecheck.model import PartialDate, Reference
from citecheck.styles import apa, own_names
from citecheck.styles.own_dates import DateForms
from citecheck.styles.own_slots import DATES, NAMES, START, Gap, Slot, gaps, slots
from citecheck.styles.style import Style
from citecheck.styles.work import text

_SHARE, _SHARE_OF_ALL, _MOST_ODD = 0.6, 0.8, 0.25
"""The majority: what share of entries of a kind, what share of all entries where the kind has none;
and the largest share that a departure may have.
"""
_LEAST_CONFIDENCE = 0.75
_LABELS = frozenset(("p", "pp", "s", "vol", "no", "nr"))
_WORD = re.compile(r"[^\W\d_]+")
_DASHES = "—–―-_ \\"
_QUOTES = '“”‘’«»„"'
_PLAIN = " \n\t,.;:()-–—/&" + _QUOTES
_CLEAR = frozenset((*DATES, "volume", "issue", "page", "doi", "url"))
_PAIRS = ("()", "[]", "“”", "«»", "**", '""')


def learned(references: Sequence[Reference]) -> Style:
    """The style of the list whose entries *references* are, as typed.

    Raises ConfigurationError if none of them stands as typed text.
    """
    typed = [reference for reference in references if reference.raw and not reference.source]
    if not typed:
        raise ConfigurationError("the list is no typed text, so it has no style of its own")
    habits = Habits(typed)
    return Style(
        name="own",
        title="the list's own",
        entry=habits.entry,
        cited=apa.cited,
        numbering=habits.numbering,
        letters="" if habits.numbering else "date",
        heading=habits.heading,
        repeated=_dash(typed),
    )


def _kind(reference: Reference) -> str:
    """Which entries are alike: articles with numbers, parts of something, whole works."""
    if reference.volume or reference.issue:
        return "article"
    return "part" if reference.container_title else "whole"


class Habits:
    """What a list does as a rule."""

    def __init__(self, typed: Sequence[Reference]) -> None:
        """Learn from entries as they are *typed*."""
        self._typed = {reference.id: reference for reference in typed}
        self._names = own_names.learned(typed)
        self._dates = DateForms(typed, DATES)
        self._votes: dict[tuple[str, ...], Counter[str]] = {}
        self._closing: Counter[str] = Counter()
        starts: Counter[str] = Counter()
        for reference in typed:
            for gap in gaps(reference, self._slots(reference)):
                if gap.before == START:
                    starts[_without_number(gap.text, reference.key)] += 1
                else:
                    for question in _questions(gap, _kind(reference)):
                        self._votes.setdefault(question, Counter())[gap.text] += 1
                    if gap.before == "title":
                        self._closing[_quotes(gap.text)] += 1
        self.numbering = _numbering(starts)

    def _slots(self, reference: Reference) -> list[Slot]:
        return slots(reference, pointed=bool(self._names.stop))

    def entry(self, reference: Reference) -> str:
        """*reference* as this list would have it; one that nobody typed as in APA 7."""
        typed = self._typed.get(reference.id)
        if typed is None:
            return apa.entry(reference)
        found = self._slots(typed)
        parts = [self._part(reference, typed, slot) for slot in found]
        between = gaps(typed, found)
        lead = _without_number(between[0].text, typed.key).removeprefix(self.numbering)
        lead = lead.replace("{}", typed.key)
        if typed.same_author_as_above and found and found[0].name != "author":
            lead = self._spelt_out(reference, lead)
        usual = [self._gap(gap, typed) for gap in between[1:]]
        written = "".join(_alternating(lead, parts, usual)).strip()
        if _is_balanced(written) or not _is_balanced(typed.raw):
            return written
        return "".join(_alternating(lead, parts, [gap.text for gap in between[1:]])).strip()

    def heading(self, reference: Reference) -> str:
        """Under what the entry stands, without a full stop: its names, or else its title."""
        people = own_names.heads(reference)
        if not people:
            return text(reference.title) if reference.title else ""
        return self._names.write(people, others=reference.others).removesuffix(".")

    def _spelt_out(self, reference: Reference, lead: str) -> str:
        """The names for which a dash stands, which ``arranging`` puts back where it is right."""
        names, rest = self.heading(reference), lead.lstrip(_DASHES)
        return names + (rest if rest[:1] in ",.;:" else f".{rest}" if names[-1:] in "." else rest)

    def _part(self, reference: Reference, typed: Reference, slot: Slot) -> str:
        """The text of a part: as typed, in the form of the list, or as it was corrected."""
        name = slot.name
        raw = typed.raw[slot.start : slot.end]
        new, old = getattr(reference, name), getattr(typed, name)
        if name in NAMES:
            if new != old:
                return self._names.write(new)
            return self._names.rewritten(new, raw) if new is own_names.heads(reference) else raw
        if name in DATES:
            return _lettered(self._dates.rewritten(name, old, raw), old, new)
        if new == old:
            return raw
        if new is None:
            return f"https://doi.org/{text(reference.doi)}" if reference.doi else ""
        return text(new)

    def _gap(self, gap: Gap, typed: Reference) -> str:
        """What the list has in this place, if that is plain and says the same."""
        if _is_unsure(gap, typed):
            return gap.text
        is_broken = not _is_balanced(typed.raw)
        for question in _questions(gap, _kind(typed)):
            usual = self._usual(question, gap.text)
            if not usual or _is_risky(gap, usual):
                continue
            if is_broken or bool(_quotes(usual)) == bool(_quotes(gap.text)):
                return usual
        return self._closed(gap.text, is_broken) if gap.before == "title" else gap.text

    def _closed(self, odd: str, is_broken: bool) -> str:
        """What stands behind a title with the quotation marks that close most titles."""
        mark, count = self._closing.most_common(1)[0]
        have, is_clear = _quotes(odd), count > _SHARE_OF_ALL * self._closing.total()
        if not is_clear or not mark or not (have or is_broken):
            return odd
        return odd.replace(have, mark, 1) if have else mark + odd

    def _usual(self, question: tuple[str, ...], odd: str) -> str:
        """What the clear majority has there, "" if there is none or *odd* is not odd."""
        votes = self._votes[question]
        usual, count = votes.most_common(1)[0]
        share = count / votes.total()
        if count < 2 or usual == odd or not _says_the_same(odd, usual):
            return ""
        if _words(odd) != _words(usual):
            return usual if share > _SHARE else ""
        is_odd = votes[odd] <= _MOST_ODD * votes.total()
        return usual if is_odd and share >= (_SHARE if len(question) > 3 else _SHARE_OF_ALL) else ""


def _questions(gap: Gap, kind: str) -> tuple[tuple[str, ...], ...]:
    """Under what a gap is counted: within its kind of entry, then in all."""
    place = (gap.before, gap.after, gap.stop)
    return (*place, kind), place


def _is_unsure(gap: Gap, typed: Reference) -> bool:
    """Whether one of the parts beside the gap may be another."""
    values = (getattr(typed, name, None) for name in (gap.before, gap.after))
    return any(getattr(value, "confidence", 1) < _LEAST_CONFIDENCE for value in values)


def _is_risky(gap: Gap, usual: str) -> bool:
    """Whether the stop of an abbreviation would be lost, or a part be cut where nothing shows that
    it ends.
    """
    if gap.text[:1] == "." != usual[:1]:
        return True
    return gap.text.isspace() and not usual.isspace() and gap.after not in _CLEAR


def _others(stretch: str) -> list[str]:
    """Characters that are neither letters nor plain punctuation: marks of italics, "¿", "…"."""
    return [char for char in stretch if not char.isalnum() and char not in _PLAIN]


def _says_the_same(odd: str, usual: str) -> bool:
    """Whether two stretches differ in marks, labels and slips of the pen alone."""
    if " ".join(odd.split()) == usual or any(map(str.isdigit, odd)):
        return False
    if _others(odd) != _others(usual):
        return False
    have, want = _words(odd), _words(usual)
    if have == want or _LABELS.issuperset((*have, *want)):
        return True
    return len(have) == len(want) and all(map(_is_slip, have, want))


def _quotes(stretch: str) -> str:
    """The quotation marks among what stands between two parts."""
    return "".join(filter(_QUOTES.__contains__, stretch))


def _words(stretch: str) -> list[str]:
    return _WORD.findall(stretch.casefold())


def _is_slip(odd: str, usual: str) -> bool:
    """Whether a word is another with a slip of the pen; "editor" is none of "editors"."""
    if odd == usual or odd.startswith(usual) or usual.startswith(odd):
        return odd == usual
    return len(usual) > 2 and slip_distance(odd, usual) < 2


def _alternating(lead: str, parts: list[str], between: list[str]) -> Iterator[str]:
    """The pieces in order; a part that is gone takes the mark before it away."""
    before = lead
    for part, gap in zip(parts, between, strict=True):
        if part:
            yield before
            yield part
            before = gap
        else:
            before = before.rstrip(" ([") + gap.lstrip(")]")
    yield before


def _lettered(raw: str, old: PartialDate, new: PartialDate) -> str:
    """A date as typed, but with the letter that its year has now."""
    if old.suffix == new.suffix or old.year is None:
        return raw
    return raw.replace(f"{old.year}{old.suffix}", f"{old.year}{new.suffix}", 1)


def _dash(typed: Sequence[Reference]) -> str:
    """What stands for the names of the entry above, "" if the list repeats them."""
    for reference in typed:
        if reference.same_author_as_above:
            start = reference.raw.lstrip()
            return start[: len(start) - len(start.lstrip(_DASHES))].rstrip()
    return ""


def _is_balanced(written: str) -> bool:
    """Whether brackets and quotation marks come in pairs."""
    return all(
        written.count(pair[0]) % 2 == 0 if pair[0] == pair[1]
        else written.count(pair[0]) == written.count(pair[1])
        for pair in _PAIRS
    )  # fmt: skip


def _without_number(start: str, key: str) -> str:
    """What stands before an entry, with "{}" for its number."""
    return start.replace(key, "{}", 1) if key.isdecimal() else start


def _numbering(starts: Counter[str]) -> str:
    """ "[{}] " or "{}. " if most entries are numbered."""
    best = starts.most_common(1)[0][0] if starts else ""
    return best if "{}" in best else ""

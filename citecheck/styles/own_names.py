"""The form of names that a list prefers, and names written in it."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from citecheck.model import Name, Reference
from citecheck.styles.names import direct, initials

INVERTED, BARE, DIRECT = "Family, Given", "Family Given", "Given Family"
_MOST_LETTERS = 2
_LEAST, _SHARE = 3, 0.75
"""How many names make a habit, and what share of all."""
_ELLIPSES = ("…", "...", ". . .")
_AND = frozenset(("and", "und", "et", "y", "e", "en", "och", "og", "i", "и"))
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class NameForm:
    """How a list writes names: the ``first`` of an entry and the ``others``, whether given names
    are ``shortened`` to initials with ``stop`` and ``between``, families in ``capitals``, and what
    stands between names: ``comma``, the joint of a ``pair`` and before the ``last`` of more.
    """

    first: str = INVERTED
    others: str = INVERTED
    shortened: bool = False
    stop: str = "."
    between: str = " "
    capitals: bool = False
    comma: str = ", "
    pair: str = " and "
    last: str = " and "
    et_al: str = ", et al."
    sure: frozenset[str] = frozenset()
    """Which of these nearly all names share."""

    def rewritten(self, people: Sequence[Name], raw: str) -> str:
        """*people*, who stand as *raw*, in this form; *raw* where the list has no clear form or
        the words would not stay the same.
        """
        is_organisation = len(people) == 1 and people[0].literal
        if is_organisation or not self._is_sure(len(people)):
            return raw
        if any(n.non_dropping_particle or n.dropping_particle or n.suffix for n in people):
            return raw
        if any(mark in raw for mark in _ELLIPSES) or not _is_plain_list(raw, len(people)):
            return raw
        written = self.write(people)
        is_same = _letters(written) == _letters(raw) and written[-1:] == raw[-1:]
        return written if is_same and written.count("-") == raw.count("-") else raw

    def _is_sure(self, number: int) -> bool:
        needed = {"first", "capitals"} | ({"stop", "between"} if self.shortened else set())
        if number > 1:
            needed |= {"others", "pair"} if number == 2 else {"others", "comma", "last"}
        return needed <= self.sure

    def write(self, people: Sequence[Name], *, others: bool = False) -> str:
        """*people* in this form; *others* where the list of them goes on with "et al."."""
        written = [self._name(name, self.others if i else self.first) for i, name in
                   enumerate(people)]  # fmt: skip
        if others:
            return self.comma.join(written) + self.et_al
        if len(written) < 2:
            return "".join(written)
        joint = self.pair if len(written) == 2 else self.last
        return f"{self.comma.join(written[:-1])}{joint}{written[-1]}"

    def _name(self, name: Name, form: str) -> str:
        if name.literal:
            return name.literal
        given = name.given
        if self.shortened and given:
            given = initials(given, self.stop, self.between)
        if self.capitals:
            name = name.model_copy(update={"family": name.family.upper()})
        if form == DIRECT or not given:
            return direct(name, given)
        if name.dropping_particle:
            given = f"{given} {name.dropping_particle}"
        suffix = f", {name.suffix}" if name.suffix else ""
        return f"{name.sort_name}{', ' if form == INVERTED else ' '}{given}{suffix}"


def heads(reference: Reference) -> tuple[Name, ...]:
    """Under whom an entry stands."""
    return reference.author or reference.editor


def learned(references: Iterable[Reference]) -> NameForm:
    """The form that most names of *references* have, of those under which they stand."""
    votes: dict[str, Counter[object]] = {}

    def vote(what: str, value: object) -> None:
        votes.setdefault(what, Counter())[value] += 1

    for reference in references:
        people = heads(reference)
        pieces = names_raw(reference, people)
        for index, (name, (raw, between)) in enumerate(zip(people, pieces, strict=False)):
            if not name.literal and name.given:
                vote("others" if index else "first", _form(name, raw))
                _vote_on_given(name, raw, vote)
                vote("capitals", (len(name.family) > 1 and name.family.upper() in raw
                     and not name.family.isupper()) or name.family.isupper())  # fmt: skip
            if between:
                vote(_joint(index, len(pieces)), between)
    best = {what: counter.most_common(1)[0][0] for what, counter in votes.items()}
    sure = frozenset(
        what for what, counter in votes.items()
        if counter[best[what]] >= max(_LEAST, _SHARE * counter.total())
    )  # fmt: skip
    best.setdefault("others", best.get("first", INVERTED))
    if "last" not in best and "pair" in best:
        best["last"] = best["pair"]
    elif "pair" not in best and "last" in best:
        best["pair"] = best["last"]
    return NameForm(**best, sure=sure)  # type: ignore[arg-type]


def _joint(index: int, number: int) -> str:
    if number == 2:
        return "pair"
    return "last" if index == number - 2 else "comma"


def _form(name: Name, raw: str) -> str:
    if raw.startswith(name.given[:3]) and not raw.startswith(name.sort_name[:3]):
        return DIRECT
    return INVERTED if "," in raw else BARE


def _vote_on_given(name: Name, raw: str, vote: object) -> None:
    """Whether given names are initials, and how those are pointed and parted."""
    words = name.given.replace(".", " ").replace("-", " ").split()
    short = all(len(word) <= _MOST_LETTERS - (not word.isupper()) for word in words)
    vote("shortened", short)  # type: ignore[operator]
    if short:
        given = raw.replace(name.family, "", 1).strip(" ,")
        vote("stop", "." if "." in given else "")  # type: ignore[operator]
        if sum(map(len, words)) > 1:
            vote("between", " " if " " in given else "")  # type: ignore[operator]


def _is_plain_list(raw: str, number: int) -> bool:
    """Whether marks part all names of *raw* and one word for "and" at most stands between them."""
    ands = [word for word in _WORD.findall(raw.casefold()) if word in _AND] + ["&"] * ("&" in raw)
    marks = sum(map(raw.count, ",;")) + len(ands)
    return len(set(ands)) < 2 and marks >= number - 1


def _letters(written: str) -> str:
    """The letters of names in order, without "and"."""
    return "".join([word for word in _WORD.findall(written.casefold()) if word not in _AND])


def names_raw(reference: Reference, people: tuple[Name, ...]) -> list[tuple[str, str]]:
    """The raw text of each name, and what stands between it and the next ("" behind the last)."""
    spans = [name.span for name in people]
    if not all(spans):
        return []
    origin = reference.span.start
    pieces = []
    for index, span in enumerate(spans):
        assert span is not None
        after = spans[index + 1] if index + 1 < len(spans) else None
        between = reference.raw[span.end - origin : after.start - origin] if after else ""
        pieces.append((reference.raw[span.start - origin : span.end - origin], between))
    return pieces

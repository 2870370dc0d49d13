"""Names a slip or two away, found by dictionary look-ups alone.

Two words that differ in at most two slips share a form that deleting at most two letters from
each yields (symmetric deletion, W. Garbe's SymSpell, 2012). Only the beginnings of the words are
compared so; what is found is a candidate, to be weighed by its true distance.
"""

from collections.abc import Iterable

_PREFIX = 10
_SHORTEST = 2
"""Letters of words in which nothing is deleted."""
_TWICE = 5
"""Letters from which a word may have two slips."""


def deletions(word: str) -> set[str]:
    """The beginning of *word*, and all that is left of it without one letter, or without two if
    it is long enough for two slips.
    """
    start = word[:_PREFIX]
    forms = {start}
    for i in range(len(start) if len(start) > _SHORTEST else 0):
        shorter = start[:i] + start[i + 1 :]
        forms.add(shorter)
        if len(start) >= _TWICE:
            forms.update(shorter[:j] + shorter[j + 1 :] for j in range(i, len(shorter)))
    return forms


class Neighbourhood:
    """Words by the forms that deletions yield; linear to build, constant to ask."""

    def __init__(self, words: Iterable[str]) -> None:
        """Index *words*, folded ones. Most forms are one word's alone."""
        self._alone: dict[str, str] = {}
        self._shared: dict[str, list[str]] = {}
        for word in words:
            for form in deletions(word):
                if self._alone.setdefault(form, word) is not word:
                    self._shared.setdefault(form, []).append(word)

    def of(self, word: str) -> set[str]:
        """The indexed words that may be a slip away from *word*."""
        forms = deletions(word)
        near = {self._alone[form] for form in forms if form in self._alone}
        near.update(other for form in forms for other in self._shared.get(form, ()))
        return near

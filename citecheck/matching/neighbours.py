"""Names a slip or two away, found by dictionary look-ups alone.

Two words that differ in at most two slips share a form that deleting at most two letters from
each yields (symmetric deletion, W. Garbe's SymSpell, 2012). Only the beginnings of the words are
compared so; what is found is a candidate, to be weighed by its true distance.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

_PREFIX = 10
_MOST_DELETIONS = 2


def deletions(word: str) -> set[str]:
    """The beginning of *word*, and all that is left of it without one or two of its letters."""
    start = word[:_PREFIX]
    most = min(_MOST_DELETIONS, max(0, len(start) - 2))
    return {
        "".join(start[i] for i in range(len(start)) if i not in gone)
        for count in range(most + 1)
        for gone in combinations(range(len(start)), count)
    }


class Neighbourhood:
    """Words by the forms that deletions yield; linear to build, constant to ask."""

    def __init__(self, words: Iterable[str]) -> None:
        """Index *words*, folded ones."""
        forms: defaultdict[str, list[str]] = defaultdict(list)
        for word in words:
            for form in deletions(word):
                forms[form].append(word)
        self._forms: Mapping[str, list[str]] = dict(forms)

    def of(self, word: str) -> set[str]:
        """The indexed words that may be a slip away from *word*."""
        return {near for form in deletions(word) for near in self._forms.get(form, ())}

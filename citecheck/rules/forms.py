"""The forms in which a writer cites: which is usual, and which is none."""

from collections import Counter
from collections.abc import Iterable


def majority(values: Iterable[str], default: str) -> str:
    """The most frequent non-empty value, the first of equals; *default* if there is none."""
    counted = Counter(value for value in values if value)
    return counted.most_common(1)[0][0] if counted else default


def is_proper(et_al: str) -> bool:
    """Whether "et al." is spelt as two words, the second abbreviated, none run together."""
    return et_al.casefold().rstrip(".,") not in ("et.al", "et. al", "etal", "et all", "et-al")

"""Which entries of a list describe the same work."""

import re
from collections.abc import Iterator, Sequence

from citecheck.language.folding import fold, letters, words
from citecheck.model import Reference

_SAME_TITLE, _SAME_DOI = 93.0, 60.0
"""Least similarity of titles, in percent, without and with the same DOI."""
_TELLING = 3
"""Words from which a title tells a work without the year."""
_PREPRINT = re.compile(r"\b(?:arxiv|biorxiv|medrxiv|ssrn|psyarxiv|socarxiv|preprint)\b")
_MOST_COMPARED = 50
"""Earlier entries of one key that an entry is compared with, so that the work stays linear."""


def twins(references: Sequence[Reference]) -> dict[str, str]:
    """The id of each entry that repeats an earlier one, and the id of that one."""
    found: dict[str, str] = {}
    seen: dict[str, list[Reference]] = {}
    for reference in references:
        alike = (r for key in _keys(reference) for r in seen.get(key, ())[-_MOST_COMPARED:])
        twin = next((r for r in alike if _same(r, reference)), None)
        if twin:
            found[reference.id] = found.get(twin.id, twin.id)
        for key in _keys(reference):
            seen.setdefault(key, []).append(reference)
    return found


def _keys(reference: Reference) -> Iterator[str]:
    if reference.doi:
        yield f"doi:{reference.doi.value.lower()}"
    if reference.title:
        author = letters(reference.names[0].sort_name) if reference.names else ""
        yield f"title:{author}:{' '.join(words(reference.title.value)[:2])}"
        yield f"year:{author}:{_year(reference)}"


def _year(reference: Reference) -> int | None:
    return reference.issued.year if reference.issued else None


def _same(one: Reference, other: Reference) -> bool:
    if one.title is None or other.title is None:
        return False
    first, second = words(one.title.value), words(other.title.value)
    if len(first) < _TELLING and not (
        first == second and _year(one) == _year(other) and _share_detail(one, other)
    ):
        return False
    if [w for w in first if w.isdigit()] != [w for w in second if w.isdigit()]:
        return False
    same_doi = one.doi and other.doi and one.doi.value.lower() == other.doi.value.lower()
    alike = _alike(" ".join(first), " ".join(second), _SAME_DOI if same_doi else _SAME_TITLE)
    names = [letters(r.names[0].sort_name) if r.names else "" for r in (one, other)]
    details = ((one.volume, other.volume), (one.page, other.page), (one.url, other.url))
    agree = all(a is None or b is None or a.value == b.value for a, b in details)
    return alike and names[0] == names[1] and agree and _same_time(one, other)


def _share_detail(one: Reference, other: Reference) -> bool:
    """Whether the two name the same publisher, container, pages or address."""
    values = ("publisher", "container_title", "volume", "page", "url", "doi", "isbn")
    pairs = ((getattr(one, value), getattr(other, value)) for value in values)
    return any(a and b and fold(a.value) == fold(b.value) for a, b in pairs)


def _alike(one: str, other: str, percent: float) -> bool:
    if one == other:
        return True
    shorter, longer = sorted((len(one), len(other)))
    if 200 * shorter < percent * (shorter + longer):
        return False  # the ratio cannot be reached
    from rapidfuzz import fuzz  # loaded only where two titles come near

    return fuzz.ratio(one, other) >= percent


def _same_time(one: Reference, other: Reference) -> bool:
    """Whether the dates allow for one work: letters tell works apart, and another year at least
    needs the same container.
    """
    if not (one.issued and other.issued):
        return True
    if one.issued.suffix and other.issued.suffix and one.issued.suffix != other.issued.suffix:
        return False
    if _year(one) == _year(other):
        return True
    containers = [fold(r.container_title.value) if r.container_title else "" for r in (one, other)]
    if any(_PREPRINT.search(fold(reference.raw)) for reference in (one, other)):
        return True
    return bool(containers[0]) and containers[0] == containers[1]

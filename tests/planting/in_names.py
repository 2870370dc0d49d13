"""Defects in the names of a citation or an entry."""

import random
from collections.abc import Iterator

from citecheck.model import Reference, Span
from tests.planting import slips
from tests.planting.draft import Draft, Place, head, is_person
from tests.planting.planted import (
    FRESH,
    Planted,
    as_cited,
    inserted,
    name_in_entry,
    people,
    replaced,
)


def misspelt_in_citation(draft: Draft, chance: random.Random) -> Iterator[Planted]:
    for place in people(draft, 1, 2):
        name = place.citation.names[0]
        slip = slips.misspelt(name.family, chance)
        yield Planted(
            replaced(name.span, slip),
            "misspelt-author",
            place.citation.span,
            as_cited(draft, place),
        )


def misspelt_in_entry(draft: Draft, chance: random.Random) -> Iterator[Planted]:
    for entry in draft.entries:
        if not (is_person(entry.names[0]) and draft.cited.get(entry.id)):
            continue
        slip = slips.misspelt(entry.names[0].family, chance)
        if not stays_in_order(draft, entry, slip):
            continue
        span = name_in_entry(draft, entry)
        right = entry.names[0].family
        yield Planted(replaced(span, slip), "misspelt-author", span, right, related=True)


def stays_in_order(draft: Draft, entry: Reference, name: str) -> bool:
    """Whether *entry* under *name* would still stand between its neighbours."""
    at, listed = draft.index(entry), draft.report.references
    before = [head(listed[at - 1]).casefold()] if at else []
    after = [head(listed[at + 1]).casefold()] if at + 1 < len(listed) else []
    order = [*before, name.casefold(), *after]
    return order == sorted(order)


def given_name(draft: Draft, _chance: random.Random) -> Iterator[Planted]:
    for place in people(draft, 1, 1):
        name = place.citation.names[0]
        given = place.entry.names[0].given.split()[0]
        if len(given) > 2 and "." not in given and draft.text.count(f" {given}") == 1:
            yield Planted(
                replaced(name.span, given),
                "given-name-cited",
                place.citation.span,
                as_cited(draft, place),
            )


def et_al_for_one_or_two(draft: Draft, _chance: random.Random) -> Iterator[Planted]:
    for place in people(draft, 1, 2):
        names = place.citation.names
        span = Span(start=names[0].span.end, end=names[-1].span.end)
        yield Planted(
            replaced(span, " et al."),
            "et-al-for-few-authors",
            place.citation.span,
            as_cited(draft, place),
        )


def co_author_missing(draft: Draft, _chance: random.Random) -> Iterator[Planted]:
    for place in people(draft, 2, 2):
        names = place.citation.names
        span = Span(start=names[0].span.end, end=names[1].span.end)
        yield Planted(
            replaced(span, ""), "missing-co-authors", place.citation.span, as_cited(draft, place)
        )


def co_author_extra(draft: Draft, chance: random.Random) -> Iterator[Planted]:
    for place in people(draft, 1, 1):
        if len(draft.cited[place.entry.id]) == 1:
            yield _with_another(draft, place, chance)


def co_author_extra_once(draft: Draft, chance: random.Random) -> Iterator[Planted]:
    """The entry is cited rightly elsewhere."""
    for place in people(draft, 1, 1):
        if len(draft.cited[place.entry.id]) > 1:
            yield _with_another(draft, place, chance)


def _with_another(draft: Draft, place: Place, chance: random.Random) -> Planted:
    heads = [head(e) for e in draft.entries if is_person(e.names[0])]
    others = [*(h for h in heads if h != head(place.entry)), *FRESH]
    return Planted(
        inserted(place.citation.names[0].span.end, f" and {chance.choice(others)}"),
        "extra-co-authors",
        place.citation.span,
        as_cited(draft, place),
    )


def authors_swapped(draft: Draft, _chance: random.Random) -> Iterator[Planted]:
    for place in people(draft, 2, 2):
        one, two = (name.span for name in place.citation.names)
        edits = (*replaced(one, two.of(draft.text)), *replaced(two, one.of(draft.text)))
        yield Planted(edits, "author-order", place.citation.span, as_cited(draft, place))


def diacritics_lost(draft: Draft, _chance: random.Random) -> Iterator[Planted]:
    for place in people(draft, 1, 2):
        for name in place.citation.names:
            bare = slips.plain(name.family)
            if bare != name.family:
                yield Planted(
                    replaced(name.span, bare), "lost-diacritics", place.citation.span, name.family
                )


def acronym(draft: Draft, _chance: random.Random) -> Iterator[Planted]:
    for place in draft.places:
        literal = place.entry.names[0].literal if place.entry.names else ""
        initials = "".join(word[0] for word in literal.split() if word[0].isupper())
        if len(initials) > 2 and initials not in draft.text:
            yield Planted(
                replaced(place.citation.names[0].span, initials),
                "undeclared-acronym",
                place.citation.span,
                literal,
            )

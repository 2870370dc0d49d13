"""The kinds of defect: where each may be planted, how, and the one finding that must come of it.

A kind is a function from a sound draft and a source of chance to every ``Planted`` there is room
for, in ``KINDS``. To add one, write the function and put it there with the drafts it fits.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from citecheck.model import Citation, Edit, Reference, Span
from tests.planting import slips
from tests.planting.draft import Draft, Place, head, is_person


@dataclass(frozen=True)
class Planted:
    """A defect: the edits that make it, the name of the one rule that must find it, the place
    (in the sound text) that the finding must show, and what its suggestion must contain.

    ``related`` is true where the place may also stand among the related ones: a citation and its
    entry disagree, and the finding starts from the citation. ``consequence`` names a rule that may
    also speak, at other places, because the defect leaves something else open.
    """

    edits: tuple[Edit, ...]
    rule: str
    place: Span
    suggestion: str = ""
    related: bool = False
    consequence: str = ""


Kind = Callable[[Draft, random.Random], Iterator[Planted]]


def replaced(span: Span, text: str) -> tuple[Edit, ...]:
    """One edit."""
    return (Edit(span=span, text=text),)


def inserted(offset: int, text: str) -> tuple[Edit, ...]:
    """One edit that only adds."""
    return replaced(Span(start=offset, end=offset), text)


def as_cited(draft: Draft, place: Place) -> str:
    """Names and year of a citation as they stand: what the right suggestion says."""
    citation = place.citation
    assert citation.year is not None
    assert citation.year.span is not None
    return draft.text[citation.names[0].span.start : citation.year.span.end]


def people(draft: Draft, fewest: int, most: int) -> Iterator[Place]:
    """Citations with as many names as their entries have authors, all persons."""
    for place in draft.places:
        names, citation = place.entry.names, place.citation
        if (
            fewest <= len(names) <= most
            and all(map(is_person, names))
            and len(citation.names) == len(names)
            and citation.year
            and citation.year.span
            and not citation.et_al
        ):
            yield place


def name_in_entry(draft: Draft, entry: Reference) -> Span:
    """Where the first author's family name stands in the entry."""
    start = draft.text.index(entry.names[0].family, entry.span.start, entry.span.end)
    return Span(start=start, end=start + len(entry.names[0].family))


def year_in_entry(draft: Draft, entry: Reference) -> Span | None:
    """The digits of the entry's year, where they stand there once and not in its address."""
    issued = entry.issued
    if issued is None or issued.year is None or issued.span is None or issued.suffix:
        return None
    year = str(issued.year)
    if entry.raw.count(year) != 1:
        return None
    start = draft.text.index(year, issued.span.start, issued.span.end)
    return Span(start=start, end=start + len(year))


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


def wrong_year_in_citation(draft: Draft, chance: random.Random) -> Iterator[Planted]:
    for place in people(draft, 1, 2):
        citation = place.citation
        year = citation.year
        if len(draft.cited[place.entry.id]) == 1 and year and year.year and year.span:
            wrong = str(slips.wrong_year(year.year, chance))
            yield Planted(
                replaced(year.span, wrong), "wrong-year", citation.span, as_cited(draft, place)
            )


def wrong_year_in_entry(draft: Draft, chance: random.Random) -> Iterator[Planted]:
    for entry in draft.entries:
        span = year_in_entry(draft, entry)
        if span and draft.cited.get(entry.id):
            right = span.of(draft.text)
            wrong = str(slips.wrong_year(int(right), chance))
            yield Planted(replaced(span, wrong), "wrong-year", span, right, related=True)


def entry_removed(draft: Draft, _chance: random.Random) -> Iterator[Planted]:
    for entry in draft.entries:
        if draft.cited.get(entry.id):
            first = draft.cited[entry.id][0]
            yield Planted(replaced(draft.line(entry), ""), "missing-entry", first.span)


FRESH = ("Delacourt", "Eskildsen", "Holloway", "Morozov", "Thibodeaux")
"""Authors of none of the drafts."""
ENTRY = {
    "example": "{name}, Edith, “Lighthouses and other errands”, RUSI, {year}. "
    "Downloaded 5 February 2024 from: https://www.rusi.org/lighthouses-and-other-errands\n",
    "harbour": "{name}, Edith ({year}) Lighthouses and other errands. Leeds: Aire Books.\n",
}


def entry_added(draft: Draft, chance: random.Random) -> Iterator[Planted]:
    for name in FRESH:
        year = chance.randint(2010, 2022)
        line = ENTRY[draft.name].format(name=name, year=year)
        heads = [head(r).casefold() for r in draft.report.references]
        at = sum(h < name.casefold() and h[:1].isascii() for h in heads)
        goal = draft.report.references[at].span.start
        yield Planted(inserted(goal, line), "uncited-entry", Span(start=goal, end=goal))


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


def year_letter_missing(draft: Draft, _chance: random.Random) -> Iterator[Planted]:
    for citation in draft.report.citations:
        year = citation.year
        if year and year.suffix and year.span:
            letter = Span(start=year.span.end - 1, end=year.span.end)
            yield Planted(replaced(letter, ""), "ambiguous-citation", citation.span)


def year_letter_missing_in_entry(draft: Draft, _chance: random.Random) -> Iterator[Planted]:
    for entry in draft.report.references:
        issued = entry.issued
        if issued and issued.suffix and issued.span:
            written = f"{issued.year}{issued.suffix}"
            end = draft.text.index(written, issued.span.start - 1) + len(written)
            letter = Span(start=end - 1, end=end)
            yield Planted(
                replaced(letter, ""), "year-letter-differs", entry.span, written, related=True
            )


def year_letter_needless(draft: Draft, chance: random.Random) -> Iterator[Planted]:
    for place in people(draft, 1, 2):
        year = place.citation.year
        if year and year.span:
            yield Planted(
                inserted(year.span.end, chance.choice("ab")),
                "year-letter-differs",
                place.citation.span,
                as_cited(draft, place),
            )


def year_letter_needless_in_entry(draft: Draft, _chance: random.Random) -> Iterator[Planted]:
    for entry in draft.entries:
        span = year_in_entry(draft, entry)
        if span and draft.cited.get(entry.id):
            edits = inserted(span.end, "a")
            yield Planted(edits, "year-letter-differs", entry.span, span.of(draft.text), True)


def duplicated(draft: Draft, chance: random.Random) -> Iterator[Planted]:
    for entry in draft.entries:
        if entry.title and len(entry.title.value.split()) > 2:
            yield _twice(entry, entry.title.value, chance)


def duplicated_short_title(draft: Draft, chance: random.Random) -> Iterator[Planted]:
    for entry in draft.entries:
        if entry.title and len(entry.title.value.split()) <= 2:
            yield _twice(entry, entry.title.value, chance)


def _twice(entry: Reference, title: str, chance: random.Random) -> Planted:
    copies = (
        entry.raw,
        entry.raw.removesuffix("."),
        entry.raw.replace(title, title[:1] + title[1:].lower()),
    )
    place = Span(start=entry.span.end, end=entry.span.end)
    edits = inserted(entry.span.end, "\n" + chance.choice(copies))
    return Planted(edits, "duplicate-entry", place, related=True)


def out_of_order(draft: Draft, chance: random.Random) -> Iterator[Planted]:
    listed = draft.report.references
    for entry in draft.entries:
        at = draft.index(entry)
        far = [
            i
            for i in range(2, len(listed) - 2)
            if abs(i - at) > 3 and head(listed[i]) != head(listed[i - 1])
        ]
        if not 0 < at < len(listed) - 1 or not far:
            continue
        line = draft.line(entry)
        goal = draft.line(listed[chance.choice(far)]).start
        edits = (*inserted(goal, line.of(draft.text)), *replaced(line, ""))
        yield Planted(edits, "list-order", Span(start=goal, end=goal))


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


def access_year(draft: Draft, entry: Reference) -> Span | None:
    """The year of the access date."""
    accessed = entry.accessed
    if accessed is None or accessed.span is None:
        return None
    start = draft.text.find(str(accessed.year), accessed.span.start, accessed.span.end)
    return Span(start=start, end=start + 4) if start >= 0 else None


def accessed_too_early(draft: Draft, chance: random.Random) -> Iterator[Planted]:
    for entry in draft.entries:
        span = access_year(draft, entry)
        if span and entry.issued and entry.issued.year:
            early = str(entry.issued.year - chance.randint(1, 3))
            yield Planted(replaced(span, early), "accessed-before-issued", span)


def accessed_in_future(draft: Draft, chance: random.Random) -> Iterator[Planted]:
    for entry in draft.entries:
        if span := access_year(draft, entry):
            yield Planted(replaced(span, str(chance.randint(2027, 2060))), "future-date", span)


def renumbered(draft: Draft, least: int, step: int) -> tuple[Edit, ...]:
    """Every number from *least* on raised by *step*, in the list and in the text."""
    found = []
    items: list[Citation | Reference] = [*draft.report.references, *draft.report.citations]
    for item in items:
        number = int(item.key) if isinstance(item, Reference) else int(item.labels[0])
        if number >= least:
            start = draft.text.index(str(number), item.span.start)
            span = Span(start=start, end=start + len(str(number)))
            found.append(Edit(span=span, text=str(number + step)))
    return tuple(found)


def number_skipped(draft: Draft, _chance: random.Random) -> Iterator[Planted]:
    for entry in draft.report.references[1:]:
        yield Planted(renumbered(draft, int(entry.key), 1), "numbering-gap", entry.span)


def number_repeated(draft: Draft, _chance: random.Random) -> Iterator[Planted]:
    for entry in draft.report.references[1:]:
        edits = renumbered(draft, int(entry.key), -1)
        yield Planted(edits, "numbering-gap", entry.span, consequence="ambiguous-citation")


def number_undefined(draft: Draft, chance: random.Random) -> Iterator[Planted]:
    """Where a number is cited again."""
    seen: set[tuple[str, ...]] = set()
    for citation in _cited_again(draft):
        if citation.labels in seen:
            start = draft.text.index(citation.labels[0], citation.span.start)
            span = Span(start=start, end=start + len(citation.labels[0]))
            wrong = str(len(draft.report.references) + chance.randint(1, 9))
            yield Planted(replaced(span, wrong), "missing-entry", span)
        seen.add(citation.labels)


def label_undefined(draft: Draft, chance: random.Random) -> Iterator[Planted]:
    for citation in _cited_again(draft):
        start = draft.text.index(citation.labels[0], citation.span.start)
        span = Span(start=start, end=start + len(citation.labels[0]))
        wrong = citation.labels[0][:-2] + str(chance.randint(30, 39))
        yield Planted(replaced(span, wrong), "missing-entry", span)


def key_mistyped(draft: Draft, chance: random.Random) -> Iterator[Planted]:
    for citation in _cited_again(draft):
        key = citation.labels[0]
        start = draft.text.index(key, citation.span.start)
        span = Span(start=start, end=start + len(key))
        yield Planted(replaced(span, slips.misspelt(key, chance)), "missing-entry", span, key)


def key_unused(draft: Draft, chance: random.Random) -> Iterator[Planted]:
    for name in FRESH:
        year = chance.randint(2010, 2022)
        words = f"{name}, Edith ({year}) Lighthouses and other errands. Leeds: Aire Books."
        goal = draft.report.references[chance.randrange(8)].span.start
        line = f"\\bibitem{{{name.lower()}{year}}} {words}\n"
        yield Planted(inserted(goal, line), "uncited-entry", Span(start=goal, end=goal))


def _cited_again(draft: Draft) -> list[Citation]:
    cited = [c for c in draft.report.citations if len(c.labels) == 1]
    return [c for c in cited if sum(c.labels == other.labels for other in cited) > 1]


AUTHOR_YEAR = ("example", "harbour")
KINDS: dict[Kind, tuple[str, ...]] = {
    misspelt_in_citation: AUTHOR_YEAR,
    misspelt_in_entry: AUTHOR_YEAR,
    wrong_year_in_citation: AUTHOR_YEAR,
    wrong_year_in_entry: AUTHOR_YEAR,
    entry_removed: AUTHOR_YEAR,
    entry_added: AUTHOR_YEAR,
    given_name: AUTHOR_YEAR,
    et_al_for_one_or_two: AUTHOR_YEAR,
    co_author_missing: AUTHOR_YEAR,
    co_author_extra: AUTHOR_YEAR,
    co_author_extra_once: AUTHOR_YEAR,
    authors_swapped: AUTHOR_YEAR,
    diacritics_lost: ("harbour",),
    year_letter_missing: ("harbour",),
    year_letter_missing_in_entry: ("harbour",),
    year_letter_needless: AUTHOR_YEAR,
    year_letter_needless_in_entry: AUTHOR_YEAR,
    duplicated: AUTHOR_YEAR,
    duplicated_short_title: ("harbour",),
    out_of_order: AUTHOR_YEAR,
    acronym: ("harbour",),
    accessed_too_early: AUTHOR_YEAR,
    accessed_in_future: AUTHOR_YEAR,
    number_skipped: ("numbered",),
    number_repeated: ("numbered",),
    number_undefined: ("numbered",),
    label_undefined: ("labels", "keys"),
    key_mistyped: ("keys",),
    key_unused: ("keys",),
}

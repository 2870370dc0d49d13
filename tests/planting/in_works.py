"""Defects in years and letters, and in the list as a whole."""

import random
from collections.abc import Iterator

from citecheck.model import Reference, Span
from tests.planting import slips
from tests.planting.draft import Draft, head
from tests.planting.planted import (
    FRESH,
    Planted,
    as_cited,
    inserted,
    people,
    replaced,
    year_in_entry,
)


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

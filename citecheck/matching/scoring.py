"""How well one citation fits one entry, and in what the two differ."""

import re
from typing import NamedTuple

from citecheck.language.folding import fold, letters
from citecheck.matching.entries import LABEL, MAIN_TITLE, Entry
from citecheck.matching.names import Agreement, compare
from citecheck.matching.similarity import is_digit_slip
from citecheck.model import (
    Citation,
    CitedName,
    Deviation,
    DeviationKind,
    Name,
    PartialDate,
    Reference,
)

_BETWEEN_YEARS = re.compile(r"[ ,;/\[\]()–-]{1,4}")
_REPRINT = re.compile(
    r"\b(?:re-?print|reprod|re-?publish|first publ|orig(?:inally|\.)|re-?impres|republi|original"
    r"|ursprunglich|nachdruck|erstmals|zuerst|reimpr|reedi|ristamp|herdruk|przedruk|репринт)"
)
_QUOTES = ("“", '"', "„", "«", "‘")
_REPRINT_REACH = 200


class Assessment(NamedTuple):
    """The fit of a citation and an entry: 0 (unrelated) to 1 (as listed), and the differences."""

    entry: Entry
    score: float
    deviations: tuple[Deviation, ...] = ()

    def has(self, *kinds: DeviationKind) -> bool:
        """Whether any difference is of one of *kinds*."""
        return any(deviation.kind in kinds for deviation in self.deviations)


def assess(citation: Citation, entry: Entry) -> Assessment:
    """Weigh names, co-authors and year; the three multiply, so each can rule the entry out."""
    if not citation.names:
        return Assessment(entry, 0.0)
    deviations: list[Deviation] = []
    names = _names_score(citation, entry, deviations)
    if not names:
        return Assessment(entry, 0.0)
    years = _year_score(citation.year, entry.reference, deviations)
    return Assessment(entry, names * years * _number_score(citation, entry), tuple(deviations))


def _number_score(citation: Citation, entry: Entry) -> float:
    """Whether a number behind the name ("TASS (2)") stands in both places. It is a habit of no
    style, so that its absence from the list says little.
    """
    listed = entry.reference.disambiguator
    one, other = letters(citation.disambiguator), letters(listed.value if listed else "")
    if one == other:
        return 1.0
    return 0.5 if one and other else 0.95


def _names_score(citation: Citation, entry: Entry, deviations: list[Deviation]) -> float:
    first = citation.names[0]
    if not entry.names:
        return _heading_score(first, entry) or _other_name_score(citation, entry, deviations)
    agreement = compare(first, entry.names[0])
    position = 0
    if agreement.kind and _is_label(first, entry):
        agreement = Agreement(0.97)
    if agreement.kind is DeviationKind.OTHER_NAME and citation.raw[:1] in _QUOTES:
        agreement = Agreement(0.9)  # a title, shortened as it should be
    if agreement.score < 0.9 and len(entry.names) > 1:
        rest = [compare(first, name) for name in entry.names[1:]]
        best = max(range(len(rest)), key=lambda i: rest[i].score)
        if rest[best].score >= 0.9 and rest[best].score > agreement.score:
            agreement, position = rest[best], best + 1
    if len(citation.names) == 1 and agreement.score < 0.8:
        other = _other_name_score(citation, entry, [])
        if other > agreement.score:
            return _other_name_score(citation, entry, deviations)
    if not agreement.score:
        return _heading_score(first, entry)
    _note(deviations, agreement, first, entry.names[position])
    return agreement.score * _co_authors_score(citation, entry, position, deviations)


def _is_label(cited: CitedName, entry: Entry) -> bool:
    """Whether the entry is known by the cited name as a short form of its author's."""
    bare = letters(cited.family)
    return any(other.role == LABEL and bare in other.keys for other in entry.other_names)


def _heading_score(cited: CitedName, entry: Entry) -> float:
    """0.95 if the entry begins with the cited name, whatever was read from it."""
    return 0.95 if entry.heading and letters(cited.family) == entry.heading else 0.0


def _other_name_score(citation: Citation, entry: Entry, deviations: list[Deviation]) -> float:
    cited = citation.names[0]
    bare = letters(f"{cited.given} {cited.family}")
    for other in entry.other_names:
        if bare in other.keys and (other.role != MAIN_TITLE or _is_of_year(citation, entry)):
            if other.role == LABEL or _begins_with_author(citation, entry):
                return 0.95
            if entry.names:
                listed = entry.names[0]
                deviations.append(
                    Deviation(
                        kind=DeviationKind.OTHER_NAME,
                        cited=cited.family,
                        listed=shown(listed),
                        cited_span=cited.span,
                        listed_span=listed.span,
                    )
                )
            return 0.75
    return 0.0


def _is_of_year(citation: Citation, entry: Entry) -> bool:
    return bool(citation.year) and compare_years(citation.year, entry.reference)[1] is None


def _begins_with_author(citation: Citation, entry: Entry) -> bool:
    """Whether the listed name stands before the cited one: "(Editors. Nature, 2021)"."""
    before = letters(citation.prefix)
    return bool(before and entry.names) and before.endswith(letters(entry.names[0].sort_name))


def shown(name: Name) -> str:
    """A listed name as a citation shows it: the surname with its particle, or the literal."""
    return name.sort_name


def _note(deviations: list[Deviation], agreement: Agreement, cited: CitedName, name: Name) -> None:
    if agreement.kind:
        deviations.append(
            Deviation(
                kind=agreement.kind,
                cited=cited.family,
                listed=shown(name),
                cited_span=cited.span,
                listed_span=name.span,
            )
        )


def _co_authors_score(
    citation: Citation, entry: Entry, position: int, deviations: list[Deviation]
) -> float:
    """1 where the cited co-authors are the listed ones, in order; less for each that is not."""
    names, cited = entry.names, citation.names
    taken, scores, places = {position}, [], [position]
    for name in cited[1:]:
        free = [i for i in range(len(names)) if i not in taken]
        agreements = {i: compare(name, names[i]) for i in free}
        best = max(free, key=lambda i: agreements[i].score, default=None)
        if best is None or not agreements[best].score:
            scores.append(0.0)
            continue
        taken.add(best)
        places.append(best)
        scores.append(agreements[best].score)
        _note(deviations, agreements[best], name, names[best])
    missing = scores.count(0.0)
    counted = _note_number_of_authors(citation, entry, missing, deviations)
    if missing and len(taken) == len(names):
        counted = 1.0  # every listed author is there, and one more
    score = 1.0 - 0.5 * missing / max(1, len(scores)) if scores else 1.0
    score *= sum(s for s in scores if s) / max(1, len(scores) - missing) if any(scores) else 1.0
    if places != sorted(places) or position:
        deviations.append(_authors_deviation(DeviationKind.AUTHOR_ORDER, citation, entry))
        score *= 0.9 if len(cited) > 1 else 0.6
    return score * counted


def _note_number_of_authors(
    citation: Citation, entry: Entry, strangers: int, deviations: list[Deviation]
) -> float:
    """1 where the citation names as many authors as it should; less otherwise."""
    listed, cited = len(entry.names), len(citation.names)
    others = entry.reference.others
    if strangers:
        kind = DeviationKind.EXTRA_AUTHORS
    elif citation.et_al:
        if others or listed > max(2, cited):
            return 1.0
        kind = DeviationKind.ET_AL
    elif cited < listed and citation.suppress_author:
        return 0.93
    elif cited < listed and not (_are_given_names(entry) or _stands_again(entry)):
        kind = DeviationKind.MISSING_AUTHORS
    else:
        return 1.0
    deviations.append(_authors_deviation(kind, citation, entry))
    return 0.88


def _are_given_names(entry: Entry) -> bool:
    """Whether lone words among full names may be given names: "Ash, J., Nathan, & Vine, P."."""
    bare = [not (name.given or name.literal) for name in entry.names]
    return any(bare) and not bare[0] and not all(bare[1:])


def _stands_again(entry: Entry) -> bool:
    """Whether a lone name is part of the next: "Gazette, Gazette Research Office: The"."""
    first, second = entry.names[:2]
    again = letters(first.family) in map(letters, second.given.split())
    return again and not (first.given or first.literal)


def _authors_deviation(kind: DeviationKind, citation: Citation, entry: Entry) -> Deviation:
    spans = [name.span for name in entry.names if name.span]
    return Deviation(
        kind=kind,
        cited=", ".join(name.family for name in citation.names),
        listed=", ".join(shown(name) for name in entry.names),
        cited_span=citation.et_al_span if citation.et_al_span else citation.names[0].span,
        listed_span=spans[0].model_copy(update={"end": spans[-1].end}) if spans else None,
    )


def _year_score(
    cited: PartialDate | None, reference: Reference, deviations: list[Deviation]
) -> float:
    score, kind = compare_years(cited, reference)
    if kind and cited:
        issued = reference.issued
        deviations.append(
            Deviation(
                kind=kind,
                cited=written_year(cited),
                listed=written_year(issued) if issued else "",
                cited_span=cited.span,
                listed_span=issued.span if issued else None,
            )
        )
    return score


def written_year(date: PartialDate) -> str:
    """The year as citations show it: "2021a", "n.d."."""
    return f"{date.year}{date.suffix}" if date.year is not None else date.literal


def compare_years(
    cited: PartialDate | None, reference: Reference
) -> tuple[float, DeviationKind | None]:
    """How well a cited year fits the entry: 1 as listed, below 0.7 another year."""
    issued = reference.issued
    if cited is None or (cited.year is None and not cited.literal):
        return 0.9, None
    if cited.year is None:
        if issued is not None and issued.year is not None:
            return 0.6, DeviationKind.YEAR
        return _letter_agreement(cited.suffix, issued.suffix if issued else "")
    if issued is None or issued.year is None:
        return (0.95 if str(cited.year) in reference.raw else 0.8), None
    if cited.year == issued.year:
        return _letter_agreement(cited.suffix, issued.suffix)
    if _alternative_year(cited.year, reference):
        return 0.96, None
    near = is_digit_slip(cited.year, issued.year) or abs(cited.year - issued.year) == 1
    return (0.6 if near else 0.4), DeviationKind.YEAR


def _letter_agreement(cited: str, listed: str) -> tuple[float, DeviationKind | None]:
    if cited == listed:
        return 1.0, None
    return (0.6 if cited and listed else 0.93), DeviationKind.YEAR_LETTER


def _alternative_year(year: int, reference: Reference) -> bool:
    """Whether *year* is the original publication's, or lies within the listed range."""
    issued, original = reference.issued, reference.original_date
    if original and original.year == year:
        return True
    end = issued.end.year if issued and issued.end else None
    if issued and issued.year and end and issued.year <= year <= end:
        return True
    return _is_printed_beside(year, reference)


def _is_printed_beside(year: int, reference: Reference) -> bool:
    """Whether the entry names *year* beside the one read: "MIT Press, 2001, 2002", "2005.
    Reprinted in ... 2008".
    """
    issued, raw = reference.issued, reference.raw
    place = raw.find(str(year))
    if place < 0 or not (issued and issued.span):
        return False
    start, end = issued.span.start - reference.span.start, issued.span.end - reference.span.start
    first, last = (place + 4, start) if place < start else (end, place)
    between = raw[max(0, first) : max(0, last)]
    return _BETWEEN_YEARS.fullmatch(between) is not None or (
        len(between) < _REPRINT_REACH and _REPRINT.search(fold(between)) is not None
    )

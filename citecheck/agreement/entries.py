"""How well a record of a registry fits an entry, and whether it may be taken for the same work.

A search gives what is most alike, whether or not the work is there. A candidate is accepted only
if what the two say beside the title speaks for it: search with validation has a precision of .98
on real strings, where the first hit alone has .8 (D. Tkaczyk, Crossref blog, 2018).
"""

from collections.abc import Iterable
from typing import NamedTuple

from citecheck.agreement.containers import are_other_meetings, container_agrees
from citecheck.agreement.literature import is_preprint
from citecheck.agreement.locators import page_agrees, volume_agrees
from citecheck.agreement.people import NameAgreement, name_agreement
from citecheck.agreement.titles import AGREES, is_telling, title_similarity
from citecheck.agreement.years import year_distance
from citecheck.language.folding import words
from citecheck.model.reference import Reference, Value
from citecheck.model.verification import RegistryRecord

_NEVER = frozenset(
    "component grant journal journal-issue journal-volume peer-review database book-series "
    "proceedings-series report-series book-set other".split()
)
"""Types of records that no entry means: parts of works, series, and reviews of other works."""
_PARTS = frozenset(
    "article article-journal article-magazine chapter paper-conference entry entry-encyclopedia "
    "entry-dictionary".split()
)
_NEAR = 0.95
_SAME = 0.98
_FEW = 2
_LATEST_FORM = 3  # years between a preprint and its publication


class Fit(NamedTuple):
    """How a record agrees with an entry. None: one of the two is silent.

    ``title`` is a similarity from 0 to 1, ``years`` the distance of the years; ``publisher`` is
    that of a book; ``possible`` tells
    that an entry of this type can mean a record of that one, ``other_form`` that one of them is
    the preprint of the other.
    """

    title: float
    telling: bool
    names: NameAgreement | None
    years: int | None
    container: bool | None
    volume: bool | None
    page: bool | None
    publisher: bool
    possible: bool
    other_form: bool

    @property
    def score(self) -> float:
        """From 0 to 1: the title, the names, and what else is known of both."""
        parts = [(self.title, 4.0)]
        if self.names:
            parts.append((self.names.share, 3.0))
        if self.years is not None:
            parts.append((max(0.0, 1 - self.years / 3), 1.0))
        known = ((self.container, 1.0), (self.volume, 0.5), (self.page, 0.5))
        parts += [(float(agrees), weight) for agrees, weight in known if agrees is not None]
        parts.append((float(not self.other_form), 0.5))
        return round(sum(part * weight for part, weight in parts) / sum(w for _, w in parts), 4)

    @property
    def accepted(self) -> bool:
        """Whether the record is of the work that the entry names.

        Title and names agree and the year is no more than one off; or the year is wrong in the
        entry, but container, volume or page prove it; or the names are, but the very title
        stands in that container in that year. A title that many works share, or names that one
        side does not give, need more; a paper that was printed elsewhere a year later is another.
        """
        if not self.possible or self.title < AGREES:
            return False
        places = (self.container, self.volume, self.page)
        proven = places.count(True) > 1 and False not in places
        if self.names is None:
            return self._fits_without_names(proven)
        if not (self.names.first and 2 * self.names.found >= self.names.of):
            return self.telling and self.years == 0 and self.title >= _SAME and self._is_there
        if not self.telling and not (self.container or proven or self._are_all_there):
            return False
        if self.other_form and self.names.share == 1 and self.title >= _NEAR:
            return (self.years or 0) <= _LATEST_FORM
        if self.years is None or self.years <= 1:
            return not (self.years and self.container is False) or self.page is True
        return proven and self.container is True

    @property
    def _are_all_there(self) -> bool:
        """Whether so many people are named rightly that they tell what the title does not."""
        names = self.names
        return names is not None and names.share == 1 and names.found > _FEW and not self.years

    @property
    def _is_there(self) -> bool:
        """Whether the record stands where the entry says: its container, volume and page."""
        return self.container is True and False not in (self.volume, self.page)

    def _fits_without_names(self, proven: bool) -> bool:
        if self.publisher and self.years == 0 and self.telling and self.title >= _NEAR:
            return True
        if self.years is None or self.years > 1 or self.title < _NEAR:
            return False
        return proven or (self.telling and self.years == 0 and self.container is True)


def fit(reference: Reference, record: RegistryRecord) -> Fit:
    """How *record* agrees with the entry."""
    names = name_agreement(reference.names, record.author or record.editor)
    return Fit(
        title=title_likeness(reference, record),
        telling=is_telling(_text(reference.title)),
        names=names,
        years=_years(reference, record),
        container=container_agrees(_text(reference.container_title), record.container_title),
        volume=volume_agrees(_text(reference.volume), record.volume),
        page=page_agrees(_text(reference.page), record.page),
        publisher=record.type == "book" and _published(reference, record.publisher),
        possible=_is_possible(reference, record),
        other_form=is_other_form(reference, record),
    )


def title_likeness(reference: Reference, record: RegistryRecord) -> float:
    """How alike the entry's title is to that of the record, with or without its subtitle, or to
    one in another language; from 0 to 1.
    """
    full = f"{record.title}: {record.subtitle}" if record.subtitle else record.title
    titles = (full, record.title, *record.other_titles)
    return max(title_similarity(_text(reference.title), title) for title in titles)


def best_fit(
    reference: Reference, records: Iterable[RegistryRecord]
) -> tuple[RegistryRecord, Fit] | None:
    """The best accepted record and its fit, None if none is of the work."""
    alike = [record for record in records if title_likeness(reference, record) >= AGREES]
    fits = [(record, fit(reference, record)) for record in alike]
    accepted = [(record, found) for record, found in fits if found.accepted]
    return max(accepted, key=lambda pair: pair[1].score, default=None)


def is_other_form(reference: Reference, record: RegistryRecord) -> bool:
    """Whether the entry is the preprint of the recorded publication, or the other way round."""
    return is_preprint(reference) != (record.type == "article")


def _is_possible(reference: Reference, record: RegistryRecord) -> bool:
    """Whether an entry of its type can mean a record of that type.

    A book is not the review that bears its title, a journal article not its own preprint, a paper
    not the one of that title at another conference.
    """
    if record.type in _NEVER:
        return False
    is_meeting = record.type == "paper-conference"
    if is_meeting and are_other_meetings(_text(reference.container_title), record.container_title):
        return False
    if record.type == "article":
        return is_preprint(reference) or not reference.container_title
    if reference.type == "book":
        return record.type not in ("article-journal", "chapter", "entry")
    return not (reference.type in _PARTS and reference.container_title and record.type == "book")


def _published(reference: Reference, publisher: str) -> bool:
    """Whether the publisher of an entry, or what was read as its container, is *publisher*."""
    theirs = words(publisher)
    mine = (words(_text(value)) for value in (reference.publisher, reference.container_title))
    return bool(theirs) and any(name[:1] == theirs[:1] for name in mine)


def _years(reference: Reference, record: RegistryRecord) -> int | None:
    """The distance of the years; a reprint may be recorded under that of the original."""
    dates = (reference.issued, reference.original_date)
    distances = [year_distance(date, record.issued) for date in dates]
    return min((years for years in distances if years is not None), default=None)


def _text(value: Value | None) -> str:
    return value.value if value else ""

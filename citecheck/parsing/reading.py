"""Reading one entry: small steps that claim, one after the other, what they understand."""

from collections.abc import Callable

from citecheck.model import Reference, Span
from citecheck.parsing.access import read_access
from citecheck.parsing.claims import Claims
from citecheck.parsing.composition import read_composition
from citecheck.parsing.contributors import read_contributors
from citecheck.parsing.identifiers import read_identifiers
from citecheck.parsing.issued import read_issued
from citecheck.parsing.kinds import read_kind
from citecheck.parsing.labels import read_label
from citecheck.parsing.locators import read_locators
from citecheck.parsing.people import read_people
from citecheck.parsing.quotations import read_quoted_title
from citecheck.parsing.tagging import read_tagged

Step = Callable[[Claims], Claims]

_BEFORE_PEOPLE: tuple[Step, ...] = (read_label, read_identifiers, read_access, read_quoted_title)
_AFTER_PEOPLE: tuple[Step, ...] = (
    read_locators,
    read_issued,
    read_contributors,
    read_composition,
    read_kind,
)
_LONGEST = 8_000


def read_entry(
    text: str, span: Span, identifier: str, previous: Reference | None = None
) -> Reference:
    """The entry that stands at *span* of *text*, as far as it is understood; never raises.

    *previous* is the entry above, whose names a dash repeats. Places index *text*. Of an entry
    longer than 8,000 characters only the beginning is read.
    """
    claims = Claims.of(text, Span(start=span.start, end=min(span.end, span.start + _LONGEST)))
    for step in _BEFORE_PEOPLE:
        claims = step(claims)
    before, claims = claims, read_people(claims, previous)
    for step in _AFTER_PEOPLE:
        claims = step(claims)
    claims = read_tagged(before, claims)
    fields = dict(claims.fields)
    fields.update(id=identifier, span=span, raw=span.of(text), leftovers=claims.leftovers())
    return Reference.model_validate(fields)

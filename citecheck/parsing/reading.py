"""Reading one entry: steps that claim what they are certain of, then the trained tagger.

Label, identifiers, access notes and a quoted title show what they are, whatever the style. The
tagger says what position alone tells; where it is unsure, the steps decide that too, if nothing
in their reading is doubtful.
"""

from collections.abc import Callable

from citecheck.model import Reference, Span
from citecheck.parsing.access import read_access
from citecheck.parsing.claims import Claims
from citecheck.parsing.composition import read_composition
from citecheck.parsing.contributors import read_contributors
from citecheck.parsing.doubt import doubt
from citecheck.parsing.identifiers import read_identifiers
from citecheck.parsing.issued import read_issued
from citecheck.parsing.kinds import read_kind
from citecheck.parsing.labels import read_label
from citecheck.parsing.locators import read_locators
from citecheck.parsing.people import read_people
from citecheck.parsing.quotations import read_quoted_title
from citecheck.parsing.tagging import LONGEST, tagging, weigh

Step = Callable[[Claims], Claims]

_CERTAIN: tuple[Step, ...] = (read_label, read_identifiers, read_access)
_BY_POSITION: tuple[Step, ...] = (
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
    for step in _CERTAIN:
        claims = step(claims)
    claims = _read_rest(claims, previous)
    fields = dict(claims.fields)
    fields.update(id=identifier, span=span, raw=span.of(text), leftovers=claims.leftovers())
    return Reference.model_validate(fields)


def parse_reference(string: str) -> Reference:
    """The one entry that *string* is, read without a list around it; never raises.

    Places index *string*; of more than 8,000 characters only the beginning is read.
    """
    start = len(string) - len(string.lstrip())
    end = max(start, len(string.rstrip()))
    return read_entry(string, Span(start=start, end=end), "r1")


def _read_rest(certain: Claims, previous: Reference | None) -> Claims:
    """All that no mark shows: by the steps where they are sure, or as the tagger has it."""
    quoted = read_quoted_title(certain)
    stepped = None
    if len(quoted.entry) > LONGEST or _is_marked(quoted, previous):
        stepped = _step(quoted, previous)
        if not doubt(stepped) or len(quoted.entry) > LONGEST:
            return stepped
    tagged = tagging(quoted)
    if tagged.is_sure:
        return tagged.compose(certain, quoted, previous)
    stepped = stepped or _step(quoted, previous)
    degree = doubt(stepped)
    if not tagged.is_usable or degree == 0 or (degree == 1 and tagged.is_unsure):
        return weigh(stepped, tagged)
    return tagged.compose(certain, quoted, previous)


def _is_marked(quoted: Claims, previous: Reference | None) -> bool:
    """Whether marks show title and address, here or, in the same style, in the entry above."""
    if not quoted.has("quotes"):
        return False
    return quoted.has("url") or bool(previous and previous.quotes and previous.url)


def _step(claims: Claims, previous: Reference | None) -> Claims:
    """What the steps make of names, and of all that stands by its position."""
    claims = read_people(claims, previous)
    for step in _BY_POSITION:
        claims = step(claims)
    return claims

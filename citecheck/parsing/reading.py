"""Reading one entry: steps that claim what they are certain of, then the trained tagger.

Label, identifiers, access notes, the year of a first edition and a quoted title show what they
are, whatever the style. The tagger says what position alone tells; where it is unsure, the steps
decide that too, if nothing in their reading is doubtful.
"""

from collections.abc import Callable, Generator, Iterable
from functools import partial
from itertools import islice

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
from citecheck.parsing.leads import leftovers
from citecheck.parsing.locators import read_locators
from citecheck.parsing.media import read_medium
from citecheck.parsing.name_order import in_order
from citecheck.parsing.originals import read_original, read_uniform
from citecheck.parsing.people import read_people
from citecheck.parsing.quotations import read_quoted_title
from citecheck.parsing.tagging import LONGEST, Tagging, Taggings, weigh

Step = Callable[[Claims], Claims]

_CERTAIN: tuple[Step, ...] = (
    read_label,
    read_identifiers,
    read_uniform,
    read_access,
    read_medium,
    read_original,
)
_BY_POSITION: tuple[Step, ...] = (
    read_locators,
    read_issued,
    read_contributors,
    read_composition,
    read_kind,
)
_LONGEST = 8_000
_TOGETHER = 1_024  # entries that the tagger may read at once


def read_entry(
    text: str, span: Span, identifier: str, previous: Reference | None = None
) -> Reference:
    """The entry that stands at *span* of *text*, see ``read_entries``."""
    return next(read_entries(text, [(span, identifier)], previous))


def read_entries(
    text: str, entries: Iterable[tuple[Span, str]], previous: Reference | None = None
) -> Generator[Reference, Reference | None, None]:
    """The entries of *text* at these places, with these identifiers, as far as understood.

    Never raises. *previous* is the entry above the first, whose names a dash repeats; above each
    of the others stands the one before it, or the one that is sent. Places index *text*. Of an
    entry longer than 8,000 characters only the beginning is read.
    """
    entries = iter(entries)
    while together := list(islice(entries, _TOGETHER)):
        certain = [_read_certain(text, span) for span, _ in together]
        quoted = [read_quoted_title(claims) for claims in certain]
        taggings = Taggings(quoted)
        for index, (span, identifier) in enumerate(together):
            ask = partial(taggings.__getitem__, index)
            claims = in_order(_read_rest(certain[index], quoted[index], previous, ask))
            raw, left = span.of(text), leftovers(claims)
            previous = Reference(id=identifier, span=span, raw=raw, leftovers=left, **claims.fields)
            previous = (yield previous) or previous


def _read_certain(text: str, span: Span) -> Claims:
    """What shows itself, whatever the style."""
    claims = Claims.of(text, Span(start=span.start, end=min(span.end, span.start + _LONGEST)))
    for step in _CERTAIN:
        claims = step(claims)
    return claims


def parse_reference(string: str) -> Reference:
    """The one entry that *string* is, read without a list around it; never raises.

    Places index *string*; of more than 8,000 characters only the beginning is read.
    """
    start = len(string) - len(string.lstrip())
    end = max(start, len(string.rstrip()))
    return read_entry(string, Span(start=start, end=end), "r1")


def _read_rest(
    certain: Claims, quoted: Claims, previous: Reference | None, ask: Callable[[], Tagging]
) -> Claims:
    """All that no mark shows: by the steps where they are sure, or as the tagger has it."""
    stepped = None
    if len(quoted.entry) > LONGEST or _is_marked(quoted, previous):
        stepped = _step(quoted, previous)
        if not doubt(stepped) or len(quoted.entry) > LONGEST:
            return stepped
    tagged = ask()
    if not tagged.is_unsure and (tagged.has_text or not quoted.has("url")):
        return tagged.compose(certain, quoted, previous)
    stepped = stepped or _step(quoted, previous)
    if tagged.has_text:
        wrong = doubt(stepped) > 0 or tagged.contradicts(stepped)
    else:
        wrong = tagged.has_names_into(stepped.place_of("title"))
    return tagged.compose(certain, quoted, previous) if wrong else weigh(stepped, tagged)


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

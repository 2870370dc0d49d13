"""Entries whose deterministic reading is doubtful, read again as the trained tagger sees them."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from citecheck.model import Value
from citecheck.parsing.claims import GAP, Claims, Place
from citecheck.parsing.contributors import find_host, read_contributors
from citecheck.parsing.doubt import doubt
from citecheck.parsing.issued import read_issued
from citecheck.parsing.kinds import read_kind
from citecheck.parsing.locators import read_locators
from citecheck.parsing.people import read_date_behind, read_dated, read_people_at
from citecheck.parsing.segments import tidy
from citecheck.parsing.titles import claim_title

if TYPE_CHECKING:
    from citecheck.parsing.tagger import Tagged

# How sure the tagger must be to overrule a reading of each degree of doubt.
_SURE = {1: 0.9, 2: 0.5, 3: 0.3}
# How sure it must be of names where none were read, and to correct a number.
_CERTAIN = 0.9
_LONGEST = 1_500  # characters; what is longer is no single entry
# The fields that position alone tells apart, by the labels of the tagger.
_TEXTS = {
    "container": "container_title",
    "publisher": "publisher",
    "location": "publisher_place",
    "series": "collection_title",
}
_NUMBERS = {"volume": "volume", "issue": "issue", "pages": "page"}
_COMPARED = ("title", *_TEXTS.values(), *_NUMBERS.values())
# Fields that a word or bracket shows, so that their place is known whatever stands around them.
_LABELLED = ("edition", "genre", "note", "medium", "collection_title", "number")
_NAMED = (
    "author", "editor", "director", "translator", "others", "same_author_as_above",
    "disambiguator",
)  # fmt: skip
_PAIRS = {"(": ")", "[": "]", "“": "”", "„": "“", "«": "»"}
_OPENING = {")": "(", "]": "[", "”": "“", "»": "«"}

Step = Callable[[Claims], Claims]
Fields = Mapping[str, Sequence["Tagged"]]


def read_tagged(before: Claims, read: Claims) -> Claims:
    """*read*, or, where that is doubtful and the tagger sure, what the tagger makes of *before*.

    *before* is the entry with the steps done that need no order of fields: label, identifiers,
    access notes and the quoted title. Values on which the two readings differ lose confidence.
    """
    degree = doubt(read) if len(read.entry) <= _LONGEST else 0
    if not degree:
        return read
    from citecheck.parsing.tagger import tag  # loads the model: only where there is doubt

    fields: defaultdict[str, list[Tagged]] = defaultdict(list)
    for field in tag(read.entry):
        fields[field.label].append(field)
    share = _share(fields)
    if share < _SURE[degree] or not _is_whole(fields) or _contradicts(before, read, fields):
        return _weigh(read, read, 1 - share / 2)
    return _weigh(_compose(before, read, fields), read, share)


def _share(fields: Fields) -> float:
    """How sure the tagger is of the fields between which only it decides."""
    shares = [f.confidence for label in ("author", "title", *_TEXTS) for f in fields.get(label, ())]
    return min(shares, default=0.0)


def _is_whole(fields: Fields) -> bool:
    """Whether a title, or a container, was found, each in one piece."""
    counts = [len(fields.get(label, ())) for label in ("title", "container", "publisher", "author")]
    return max(counts) == 1 and counts[0] + counts[1] > 0


def _contradicts(before: Claims, read: Claims, fields: Fields) -> bool:
    """Whether the tagger's names or title are at odds with what a label or dash shows."""
    if _disturbs_names(read, fields):
        return True
    if not fields.get("title"):
        return False
    title = fields["title"][0]
    host = find_host(before, max(title.start, read.body))
    if host and host.start < title.end:
        return True
    people = (*read.fields.get("editor", ()), *read.fields.get("translator", ()))
    spans = [name.span for name in people if name.span]
    spans += [read.fields[name].span for name in _LABELLED if read.has(name)]
    whole = read.span(title.start, title.end)
    return any(whole.start <= span.start < whole.end for span in spans)


def _disturbs_names(read: Claims, fields: Fields) -> bool:
    """Whether the tagger finds names where there were none, or other fields among the names."""
    known = _is_fixed(read) or read.has("author") or read.has("editor")
    found = [fields[label][0] for label in ("title", "container") if fields.get(label)]
    within = [field.confidence for field in found if field.start < read.body]
    if within and read.body:
        return _is_fixed(read) or min(within) < _CERTAIN
    authors = fields.get("author", ())
    return bool(authors) and not known and authors[0].confidence < _CERTAIN


def _compose(before: Claims, read: Claims, fields: Fields) -> Claims:
    claims = _claim_texts(_read_names(before, read, fields), fields)
    steps: tuple[Step, ...] = (read_locators, read_issued, read_contributors)
    for step in steps:
        claims = step(claims)
    for label, name in _NUMBERS.items():
        for field in fields.get(label, ())[:1]:
            claims = _claim_number(claims, name, field)
    if not claims.has("issued") and fields.get("date"):
        first = fields["date"][0]
        claims = read_dated(claims, (first.start, first.end))
    for field in fields.get("citation-number", ()):
        claims = claims.take((field.start, field.end))
    return read_kind(_keep(claims, read))


def _keep(claims: Claims, read: Claims) -> Claims:
    """Keep what a label showed where the tagger found nothing else."""
    for name in _LABELLED:
        if (place := read.place_of(name)) and GAP not in claims.free[slice(*place)]:
            claims = _claim(claims, name, place)
    return claims


def _claim_number(claims: Claims, name: str, field: "Tagged") -> Claims:
    """Claim a volume, issue or pages; where a position was misread, the tagger's is put instead."""
    place = (field.start, field.end)
    if not claims.has(name):
        return _claim(claims, name, place)
    if field.confidence < _CERTAIN or GAP in claims.free[slice(*place)]:
        return claims
    return claims.take(place).having(**{name: claims.value(*place)})


def _read_names(before: Claims, read: Claims, fields: Fields) -> Claims:
    """The names at the place of the tagger, unless those read before reach as far."""
    others = [fields[label][0].start for label in ("title", "container") if fields.get(label)]
    ahead = min(others, default=read.body) >= read.body
    authors = fields.get("author", ())
    shorter = not authors or authors[0].end <= read.body or _is_fixed(read)
    if ahead and read.body > before.body and shorter:
        return _same_names(before, read)
    if not authors:
        return before
    return read_date_behind(read_people_at(before, (authors[0].start, authors[0].end)))


def _is_fixed(read: Claims) -> bool:
    """Whether a dash or an organisation stands for the author."""
    named = read.fields.get("author", ())
    return read.has("same_author_as_above") or bool(named and named[0].literal)


def _same_names(before: Claims, read: Claims) -> Claims:
    """The names, and the date behind them, as they were read."""
    fields = {name: read.fields[name] for name in _NAMED if name in read.fields}
    issued = read.place_of("issued")
    if issued and issued[1] <= read.body:
        fields["issued"] = read.fields["issued"]
    return before.take((before.body, read.body)).from_body(read.body).having(**fields)


def _claim_texts(claims: Claims, fields: Fields) -> Claims:
    """Claim title, container, publisher and place where the tagger found them."""
    for field in fields.get("title", ()):
        if not claims.has("title") and (place := _free(claims, (field.start, field.end))):
            claims = claim_title(claims, [place])
    for label, name in _TEXTS.items():
        for field in fields.get(label, ())[:1]:
            claims = _claim(claims, name, (field.start, field.end))
    return claims


def _claim(claims: Claims, name: str, place: Place) -> Claims:
    """Claim a field at a place, as far as nothing else did."""
    free = None if claims.has(name) else _free(claims, place)
    return claims.take(free).having(**{name: claims.value(*free)}) if free else claims


def _free(claims: Claims, place: Place) -> Place | None:
    """The longest unclaimed stretch of a place, with the mark or bracket that closes it."""
    text, (start, end) = claims.free, place
    if start and text[start - 1] in _PAIRS and _PAIRS[text[start - 1]] in text[start:end]:
        start -= 1
    while end < len(text) and (text[end] in "?!" or _closes(text, start, end)):
        end += 1
    pieces = [tidy(text, *piece) for piece in claims.pieces(start, end)]
    start, end = max(pieces, key=lambda piece: piece[1] - piece[0], default=(0, 0))
    return (start, end) if end > start else None


def _closes(text: str, start: int, end: int) -> bool:
    """Whether a bracket or quotation mark that opens inside the place closes right behind it."""
    opening = _OPENING.get(text[end])
    return opening is not None and opening in text[start:end]


def _weigh(claims: Claims, other: Claims, share: float) -> Claims:
    """*claims* with the confidence *share* in values that *other* has not, or that are doubtful."""
    lowered = {}
    for name in _COMPARED:
        value = claims.fields.get(name)
        if isinstance(value, Value) and (claims is other or value != other.fields.get(name)):
            lowered[name] = value.model_copy(update={"confidence": round(min(share, 0.9), 2)})
    return claims.having(**lowered)

"""Entries as BibTeX, written by bibtexparser.

Fields are those of BibTeX where it has them (``journal``, ``number``, ``address``, ``year``) and
of biblatex where it does not (``date`` for days and ranges, ``urldate``, ``translator``,
``bookauthor``, ``eventtitle``, ``titleaddon``, ``pubstate``). The letter of "2021a" is
``extradate``: styles print their own. What was not understood is ``annote``, which no standard
style prints; what is to be asked stands in ``note`` behind "[?]",
which no writer overlooks in print. bibtexparser escapes nothing on writing; ``bibtex_text`` does.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from citecheck.export.bibtex_text import escaped, names, verbatim
from citecheck.export.reference_list import ReferenceList
from citecheck.model import PartialDate, Reference
from citecheck.model.csl import leftovers_of

_TYPES: dict[str, str] = {
    "article": "article",
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "review": "article",
    "review-book": "article",
    "book": "book",
    "chapter": "incollection",
    "entry": "incollection",
    "entry-dictionary": "incollection",
    "entry-encyclopedia": "incollection",
    "paper-conference": "inproceedings",
    "report": "techreport",
    "thesis": "thesis",
    "webpage": "online",
    "post": "online",
    "post-weblog": "online",
    "dataset": "dataset",
    "software": "software",
    "manuscript": "unpublished",
}


_SUBTYPES = {
    "article-magazine": "magazine",
    "article-newspaper": "newspaper",
    "article": "preprint",
}


@dataclass(frozen=True)
class Dialect:
    """What BibTeX and biblatex call differently: types, and the fields of ``Reference``.

    ``publishers`` and ``containers`` are the words that a type has of its own for them.
    """

    types: Mapping[str, str]
    publishers: Mapping[str, str]
    containers: Mapping[str, str]
    place: str
    has_dates: bool = False
    has_name_parts: bool = False
    """Whether ``date`` holds every date, ``year`` and ``month`` none; whether names can be given by
    "family=..., given=..., prefix=...".
    """


BIBTEX = Dialect(
    types=_TYPES,
    publishers={"techreport": "institution", "thesis": "school", "online": "organization"},
    containers={"article": "journal", "online": "titleaddon"},
    place="address",
)
BIBLATEX = Dialect(
    types=_TYPES | {
        "report": "report", "entry-encyclopedia": "inreference", "entry-dictionary": "inreference",
        "motion_picture": "video", "song": "audio", "patent": "patent", "pamphlet": "booklet",
        "legal_case": "jurisdiction", "legislation": "legislation", "standard": "standard",
        "review-book": "review", "review": "review", "graphic": "artwork", "map": "misc",
        "personal_communication": "letter",
    },
    publishers={"report": "institution", "thesis": "institution", "online": "organization"},
    containers={"article": "journaltitle", "review": "journaltitle", "online": "titleaddon"},
    place="location",
    has_dates=True,
    has_name_parts=True,
)  # fmt: skip
_PLAIN_FIELDS: dict[str, str] = {
    "title": "title",
    "collection_title": "series",
    "event_title": "eventtitle",
    "edition": "edition",
    "volume": "volume",
    "genre": "type",
    "medium": "howpublished",
    "archive": "library",
    "language": "language",
    "isbn": "isbn",
    "issn": "issn",
    "pmid": "pmid",
    "note": "note",
}
_SEASON = 20  # EDTF, ISO 8601-2: spring is "month" 21


def render(listing: ReferenceList) -> str:
    """One BibTeX entry for each reference, in order."""
    return written(listing, BIBTEX)


def written(listing: ReferenceList, dialect: Dialect) -> str:
    """The entries in one of the dialects."""
    from bibtexparser.entrypoint import write_string
    from bibtexparser.library import Library
    from bibtexparser.middlewares import AddEnclosingMiddleware
    from bibtexparser.model import Block, Entry, Field
    from bibtexparser.writer import BibtexFormat

    blocks: list[Block] = []
    for key, entry in listing.keyed():
        found = dict(fields(entry, dialect))
        if questions := listing.questions_on(entry):
            asked = "[?] " + "; ".join(questions)
            found["note"] = "; ".join(filter(None, (found.get("note"), escaped(asked))))
        values = [Field(name, value) for name, value in found.items()]
        blocks.append(Entry(entry_type(entry, dialect), key, values))
    layout = BibtexFormat()  # type: ignore[no-untyped-call]
    layout.indent, layout.block_separator, layout.trailing_comma = "  ", "\n", True
    braces = AddEnclosingMiddleware(False, True, "{", True)
    return str(write_string(Library(blocks), unparse_stack=[braces], bibtex_format=layout))


def entry_type(reference: Reference, dialect: Dialect = BIBTEX) -> str:
    """The type of the entry, "misc" for whatever has none."""
    return dialect.types.get(reference.type, "misc")


def fields(reference: Reference, dialect: Dialect = BIBTEX) -> Iterator[tuple[str, str]]:
    """Name and LaTeX text of each field that has a value."""
    yield from _people(reference, dialect)
    kind = entry_type(reference, dialect)
    for attribute, name in (
        *_PLAIN_FIELDS.items(),
        ("container_title", dialect.containers.get(kind, "booktitle")),
        ("publisher", dialect.publishers.get(kind, "publisher")),
        ("publisher_place", dialect.place),
    ):
        if value := getattr(reference, attribute):
            yield name, escaped(value.value)
    if subtype := _SUBTYPES.get(reference.type):
        yield "entrysubtype", subtype
    yield from _numbers(reference)
    yield from _dates(reference, dialect)
    yield from _addresses(reference)
    if leftovers := leftovers_of(reference):
        yield "annote", escaped("Not understood: " + " | ".join(leftovers))


def _people(reference: Reference, dialect: Dialect) -> Iterator[tuple[str, str]]:
    people = {
        "author": reference.author,
        "editor": reference.editor,
        "translator": reference.translator,
        "bookauthor": reference.container_author,
        "editora": reference.director,
    }
    others = reference.others
    for field, group in people.items():
        if group:
            yield field, names(group, others=others, by_parts=dialect.has_name_parts)
            others = False
    if reference.director:
        yield "editoratype", "director"


def _numbers(reference: Reference) -> Iterator[tuple[str, str]]:
    """Issue and report number share a field; both together are told apart as in biblatex, which
    calls the number of an article ``eid``.
    """
    if reference.page:
        yield "pages", escaped(reference.page.value.replace("–", "--"))
    of_article = reference.type.startswith(("article", "review", "periodical"))
    if reference.number:
        yield "eid" if of_article else "number", escaped(reference.number.value)
    if reference.issue:
        is_second = reference.number and not of_article
        yield "issue" if is_second else "number", escaped(reference.issue.value)


def _dates(reference: Reference, dialect: Dialect) -> Iterator[tuple[str, str]]:
    issued = reference.issued
    if issued and issued.year is not None:
        if not dialect.has_dates:
            yield "year", str(issued.year)
            if issued.month:
                yield "month", str(issued.month)
        if dialect.has_dates or issued.day or issued.end or issued.circa or issued.season:
            yield "date", _edtf(issued)
        if issued.suffix:
            yield "extradate", escaped(issued.suffix)
    elif issued and issued.literal:
        yield "pubstate" if dialect.has_dates else "year", escaped(issued.literal)
    for field, date in (("origdate", reference.original_date), ("urldate", reference.accessed)):
        if date and (written := _edtf(date) or escaped(date.literal)):
            yield field, written


def _edtf(date: PartialDate) -> str:
    """ISO 8601-2: "2021-03-05", "2001/2003", "2021-21" (spring), "1950~"; "" without a year."""
    if date.year is None:
        return ""
    season = [_SEASON + date.season] if date.season and len(date.parts) == 1 else []
    year, *rest = [*date.parts, *season]
    written = "-".join((f"{year:04d}", *(f"{part:02d}" for part in rest)))
    end = f"/{_edtf(date.end)}" if date.end else ""
    return written + ("~" if date.circa else "") + end


def _addresses(reference: Reference) -> Iterator[tuple[str, str]]:
    if reference.doi:
        yield "doi", verbatim(reference.doi.value)
    if reference.arxiv:
        yield "eprint", verbatim(reference.arxiv.value)
        yield "eprinttype", "arxiv"
    if reference.url:
        yield "url", verbatim(reference.url.value)

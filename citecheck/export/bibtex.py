"""Entries as BibTeX, written by bibtexparser.

Fields are those of BibTeX where it has them (``journal``, ``number``, ``address``, ``year``) and
of biblatex where it does not (``date`` for days and ranges, ``urldate``, ``translator``,
``bookauthor``, ``eventtitle``, ``titleaddon``, ``pubstate``). The letter of "2021a" is
``extradate``: styles print their own. What was not understood is ``annote``, which no standard
style prints. bibtexparser escapes nothing on writing; ``bibtex_text`` does.
"""

from collections.abc import Iterator, Sequence

from citecheck.export.bibtex_text import escaped, names, verbatim
from citecheck.export.csl_json import leftovers_of
from citecheck.export.keys import citation_keys
from citecheck.model import PartialDate, Reference

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
# What a type calls the publisher and the container where it has a word of its own.
_PUBLISHERS = {"techreport": "institution", "thesis": "school", "online": "organization"}
_CONTAINERS = {"article": "journal", "online": "titleaddon"}
_PLAIN_FIELDS: dict[str, str] = {
    "title": "title",
    "collection_title": "series",
    "event_title": "eventtitle",
    "publisher_place": "address",
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


def render(references: Sequence[Reference]) -> str:
    """One BibTeX entry for each reference, in order."""
    from bibtexparser.entrypoint import write_string
    from bibtexparser.library import Library
    from bibtexparser.middlewares import AddEnclosingMiddleware
    from bibtexparser.model import Entry, Field
    from bibtexparser.writer import BibtexFormat

    library = Library(
        [
            Entry(entry_type(entry), key, [Field(*field) for field in fields(entry)])
            for entry, key in zip(references, citation_keys(references), strict=True)
        ]
    )
    layout = BibtexFormat()  # type: ignore[no-untyped-call]
    layout.indent, layout.block_separator, layout.trailing_comma = "  ", "\n", True
    braces = AddEnclosingMiddleware(False, True, "{", True)
    return str(write_string(library, unparse_stack=[braces], bibtex_format=layout))


def entry_type(reference: Reference) -> str:
    """The BibTeX type, "misc" for whatever has none."""
    return _TYPES.get(reference.type, "misc")


def fields(reference: Reference) -> Iterator[tuple[str, str]]:
    """Name and LaTeX text of each field that has a value."""
    yield from _people(reference)
    kind = entry_type(reference)
    for attribute, name in (
        *_PLAIN_FIELDS.items(),
        ("container_title", _CONTAINERS.get(kind, "booktitle")),
        ("publisher", _PUBLISHERS.get(kind, "publisher")),
    ):
        if value := getattr(reference, attribute):
            yield name, escaped(value.value)
    yield from _numbers(reference)
    yield from _dates(reference)
    yield from _addresses(reference)
    if leftovers := leftovers_of(reference):
        yield "annote", escaped("Not understood: " + " | ".join(leftovers))


def _people(reference: Reference) -> Iterator[tuple[str, str]]:
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
            yield field, names(group, others=others)
            others = False
    if reference.director:
        yield "editoratype", "director"


def _numbers(reference: Reference) -> Iterator[tuple[str, str]]:
    """Issue and report number share a field; both together are told apart as in biblatex."""
    if reference.page:
        yield "pages", escaped(reference.page.value.replace("–", "--"))
    if reference.number:
        yield "number", escaped(reference.number.value)
    if reference.issue:
        yield "issue" if reference.number else "number", escaped(reference.issue.value)


def _dates(reference: Reference) -> Iterator[tuple[str, str]]:
    issued = reference.issued
    if issued and issued.year is not None:
        yield "year", str(issued.year)
        if issued.month:
            yield "month", str(issued.month)
        if issued.day or issued.end or issued.circa or issued.season:
            yield "date", _edtf(issued)
        if issued.suffix:
            yield "extradate", escaped(issued.suffix)
    elif issued and issued.literal:
        yield "year", escaped(issued.literal)
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

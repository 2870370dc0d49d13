"""Entries as RIS, in the tags that EndNote, Zotero and Mendeley read.

RIS has no field for particles, the letter of a year, a medium or an event; family names keep their
particle, a director is an author.
"""

from collections.abc import Iterator

from citecheck.export.reference_list import ReferenceList
from citecheck.model import Name, PartialDate, Reference
from citecheck.model.csl import leftovers_of
from citecheck.styles import dates

_TYPES: dict[str, str] = {
    "article-journal": "JOUR", "review": "JOUR", "review-book": "JOUR", "periodical": "JFULL",
    "article-magazine": "MGZN", "article-newspaper": "NEWS", "article": "JOUR", "book": "BOOK",
    "chapter": "CHAP", "entry": "ENCYC", "entry-encyclopedia": "ENCYC", "entry-dictionary": "DICT",
    "paper-conference": "CPAPER", "thesis": "THES", "report": "RPRT", "webpage": "ELEC",
    "post": "ELEC", "post-weblog": "BLOG", "dataset": "DATA", "software": "COMP", "patent": "PAT",
    "legal_case": "CASE", "legislation": "STAT", "bill": "BILL", "hearing": "HEAR",
    "manuscript": "MANSCPT", "motion_picture": "MPCT", "broadcast": "VIDEO", "song": "SOUND",
    "musical_score": "MUSIC", "graphic": "ART", "figure": "FIGURE", "map": "MAP",
    "speech": "SLIDE", "standard": "STAND", "pamphlet": "PAMP", "classic": "CLSWK",
    "personal_communication": "PCOMM",
}  # fmt: skip
# Field of Reference -> tag. The title, the address and the numbers stand in functions of their own.
_TEXTS: dict[str, str] = {
    "container_title": "T2", "collection_title": "T3", "publisher": "PB", "publisher_place": "CY",
    "edition": "ET", "volume": "VL", "issue": "IS", "language": "LA", "doi": "DO", "url": "UR",
    "archive": "DB", "genre": "M3", "note": "N1",
}  # fmt: skip


def render(listing: ReferenceList) -> str:
    """A block of tagged lines for each reference."""
    blocks = []
    for key, reference in listing.keyed():
        lines = [("TY", _TYPES.get(reference.type, "GEN")), ("ID", key), *_lines(reference)]
        lines += [("N1", f"[?] {question}") for question in listing.questions_on(reference)]
        written = (f"{tag}  - {' '.join(value.split())}\n" for tag, value in lines if value.strip())
        blocks.append("".join(written) + "ER  - \n")
    return "\n".join(blocks)


def _lines(reference: Reference) -> Iterator[tuple[str, str]]:
    heads = reference.author or reference.director
    for tag, people in (("AU", heads), ("ED", reference.editor),
                        ("A4", reference.translator)):  # fmt: skip
        yield from ((tag, _name(person)) for person in people)
    if reference.others and reference.author:
        yield "N1", "The list of authors ends with “et al.”"
    if reference.title:
        yield "TI", reference.title.value
    for attribute, tag in _TEXTS.items():
        if value := getattr(reference, attribute):
            yield tag, value.value
    yield from _dates(reference)
    yield from _numbers(reference)
    if leftovers := leftovers_of(reference):
        yield "N1", "Not understood: " + " | ".join(leftovers)


def _name(name: Name) -> str:
    """ "Family, Given, Suffix"; an organisation whole, a comma in it doubled (EndNote)."""
    if name.literal or not name.family:
        return (name.literal or name.given).replace(",", ",,", 1)
    particles = (name.dropping_particle, name.non_dropping_particle)
    family = " ".join((*(particle for particle in particles if particle), name.family))
    return ", ".join(part for part in (family, name.given, name.suffix) if part)


def _dates(reference: Reference) -> Iterator[tuple[str, str]]:
    issued = reference.issued
    if issued and issued.year is not None:
        yield "PY", f"{issued.year:04d}"
        if issued.month or issued.season:
            yield "DA", _date(issued)
    elif issued and issued.literal:
        yield "PY", issued.literal
    if reference.original_date and reference.original_date.year is not None:
        yield "OP", f"{reference.original_date.year:04d}"
    if reference.accessed and reference.accessed.year is not None:
        yield "Y2", _date(reference.accessed)


def _date(date: PartialDate) -> str:
    """ "2021/05/07/", or "2021///Spring"."""
    month = f"{date.month:02d}" if date.month else ""
    day = f"{date.day:02d}" if date.month and date.day else ""
    season = dates.SEASONS[date.season - 1] if date.season and not month else ""
    return f"{date.year:04d}/{month}/{day}/{season}"


def _numbers(reference: Reference) -> Iterator[tuple[str, str]]:
    if reference.page:
        first, dash, last = reference.page.value.replace("–", "-").partition("-")
        if dash and first.strip() and last.strip() and "," not in reference.page.value:
            yield "SP", first
            yield "EP", last
        else:
            yield "SP", reference.page.value
    if reference.number:
        yield "M1", reference.number.value
    if number := reference.isbn or reference.issn:
        yield "SN", number.value
    if reference.arxiv and not reference.url:
        yield "UR", f"https://arxiv.org/abs/{reference.arxiv.value}"

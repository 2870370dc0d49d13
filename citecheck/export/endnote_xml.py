"""Entries as EndNote XML, as EndNote exports it and Zotero, Mendeley and JabRef import it."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from citecheck.export.reference_list import ReferenceList
from citecheck.export.xml_elements import child, document
from citecheck.model import Name, Reference
from citecheck.styles import dates

# CSL type -> EndNote's name and number for the kind.
_TYPES: dict[str, tuple[str, int]] = {
    "article-journal": ("Journal Article", 17), "review": ("Journal Article", 17),
    "review-book": ("Journal Article", 17), "article-magazine": ("Magazine Article", 19),
    "article-newspaper": ("Newspaper Article", 23), "book": ("Book", 6),
    "chapter": ("Book Section", 5), "paper-conference": ("Conference Proceedings", 10),
    "thesis": ("Thesis", 32), "report": ("Report", 27), "webpage": ("Web Page", 12),
    "post": ("Web Page", 12), "post-weblog": ("Blog", 56), "dataset": ("Dataset", 59),
    "software": ("Computer Program", 9), "patent": ("Patent", 25), "legal_case": ("Case", 7),
    "legislation": ("Statute", 31), "motion_picture": ("Film or Broadcast", 21),
    "entry-encyclopedia": ("Encyclopedia", 53), "entry-dictionary": ("Dictionary", 52),
    "manuscript": ("Manuscript", 36), "personal_communication": ("Personal Communication", 26),
    "map": ("Map", 20), "standard": ("Standard", 58),
}  # fmt: skip
_GENERIC = ("Generic", 13)
_TITLES = {
    "title": "title",
    "secondary-title": "container_title",
    "tertiary-title": "collection_title",
}
_FIELDS: dict[str, str] = {
    "pages": "page", "volume": "volume", "number": "issue", "edition": "edition",
    "pub-location": "publisher_place", "publisher": "publisher", "isbn": "isbn",
    "electronic-resource-num": "doi", "work-type": "genre", "notes": "note",
    "language": "language", "remote-database-name": "archive",
}  # fmt: skip


def render(listing: ReferenceList) -> str:
    """A document of records, one for each reference."""
    root = Element("xml")
    records = SubElement(root, "records")
    for number, (key, reference) in enumerate(listing.keyed(), 1):
        record = SubElement(records, "record")
        child(record, "rec-number", str(number))
        kind, code = _TYPES.get(reference.type, _GENERIC)
        SubElement(record, "ref-type", name=kind).text = str(code)
        _people(record, reference)
        _titles(record, reference)
        _fields(record, reference, listing.questions_on(reference))
        child(record, "label", key)
    return document(root)


def _people(record: Element, reference: Reference) -> None:
    """Authors, editors as secondary authors, translators as subsidiary ones."""
    contributors = SubElement(record, "contributors")
    heads = reference.author or reference.director
    for name, people in (("authors", heads), ("secondary-authors", reference.editor),
                         ("subsidiary-authors", reference.translator)):  # fmt: skip
        group = SubElement(contributors, name) if people else None
        for person in people if group is not None else ():
            child(group, "author", _name(person))  # type: ignore[arg-type]


def _name(name: Name) -> str:
    """ "Family, Given, Suffix"; an organisation with a comma behind it, as EndNote wants."""
    if name.literal:
        return f"{name.literal.replace(',', ',,', 1)},"
    family = " ".join(filter(None, (name.dropping_particle, name.sort_name)))
    return ", ".join(filter(None, (family, name.given, name.suffix)))


def _titles(record: Element, reference: Reference) -> None:
    titles = SubElement(record, "titles")
    for name, attribute in _TITLES.items():
        if value := getattr(reference, attribute):
            child(titles, name, value.value)
    if reference.container_title and reference.type.startswith("article"):
        periodical = SubElement(record, "periodical")
        child(periodical, "full-title", reference.container_title.value)


def _fields(record: Element, reference: Reference, questions: Sequence[str]) -> None:
    for name, attribute in _FIELDS.items():
        if value := getattr(reference, attribute):
            child(record, name, value.value)
    if reference.number:
        is_report = reference.type == "report"
        child(record, "isbn" if is_report else "custom7", reference.number.value)
    if reference.issued:
        when = SubElement(record, "dates")
        child(when, "year", dates.year(reference.issued, letter=reference.issued.suffix))
        if day := dates.day_month(reference.issued):
            child(SubElement(when, "pub-dates"), "date", day)
    if reference.url:
        urls = SubElement(SubElement(record, "urls"), "related-urls")
        child(urls, "url", reference.url.value)
    if reference.accessed:
        child(record, "access-date", dates.day_month_year(reference.accessed))
    if questions:
        child(record, "research-notes", "[?] " + "; ".join(questions))

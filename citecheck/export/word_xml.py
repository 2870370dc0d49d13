"""Entries as Word's own sources (``b:Sources``, ECMA-376 part 1, 22.6), for References, Manage
Sources, Browse in Word.
"""

from xml.etree.ElementTree import Element, SubElement, register_namespace

from citecheck.export.reference_list import ReferenceList
from citecheck.export.xml_elements import child, document
from citecheck.model import Name, PartialDate, Reference
from citecheck.styles import dates

NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/bibliography"
_TYPES: dict[str, str] = {
    "article-journal": "JournalArticle", "review": "JournalArticle",
    "review-book": "JournalArticle", "article-magazine": "ArticleInAPeriodical",
    "article-newspaper": "ArticleInAPeriodical", "book": "Book", "chapter": "BookSection",
    "entry-encyclopedia": "BookSection", "entry-dictionary": "BookSection",
    "paper-conference": "ConferenceProceedings", "report": "Report", "thesis": "Report",
    "webpage": "InternetSite", "post": "InternetSite", "post-weblog": "InternetSite",
    "motion_picture": "Film", "song": "SoundRecording", "interview": "Interview",
    "patent": "Patent", "legal_case": "Case", "graphic": "Art", "performance": "Performance",
    "dataset": "ElectronicSource", "software": "ElectronicSource",
}  # fmt: skip
_CONTAINERS: dict[str, str] = {
    "JournalArticle": "JournalName", "ArticleInAPeriodical": "PeriodicalTitle",
    "BookSection": "BookTitle", "ConferenceProceedings": "ConferenceName",
    "InternetSite": "InternetSiteTitle", "Case": "Reporter",
}  # fmt: skip
_FIELDS: dict[str, str] = {
    "City": "publisher_place", "Volume": "volume", "Issue": "issue", "Pages": "page",
    "Edition": "edition", "Medium": "medium", "DOI": "doi", "URL": "url",
}  # fmt: skip
_ROLES: tuple[tuple[str, str], ...] = (
    ("Author", "author"), ("Editor", "editor"), ("Translator", "translator"),
    ("Director", "director"), ("BookAuthor", "container_author"),
)  # fmt: skip


def render(listing: ReferenceList) -> str:
    """A document of sources, one for each reference."""
    register_namespace("b", NAMESPACE)
    root = Element(_b("Sources"), SelectedStyle="")
    for key, reference in listing.keyed():
        source = SubElement(root, _b("Source"))
        kind = _TYPES.get(reference.type, "Misc")
        _add(source, "Tag", key)
        _add(source, "SourceType", kind)
        _people(source, reference)
        _texts(source, reference, kind)
        _dates(source, reference)
        if asked := listing.questions_on(reference):
            _add(source, "Comments", "[?] " + "; ".join(asked))
    return document(root)


def _b(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _add(parent: Element, name: str, text: str) -> None:
    if text:
        child(parent, _b(name), text)


def _people(source: Element, reference: Reference) -> None:
    roles = [(role, getattr(reference, field)) for role, field in _ROLES]
    if not any(people for _, people in roles):
        return
    groups = SubElement(source, _b("Author"))
    for role, people in roles:
        if not people:
            continue
        group = SubElement(groups, _b(role))
        if all(name.literal for name in people):
            _add(group, "Corporate", "; ".join(name.literal for name in people))
            continue
        names = SubElement(group, _b("NameList"))
        for name in people:
            _person(SubElement(names, _b("Person")), name)


def _person(element: Element, name: Name) -> None:
    first, _, middle = name.given.partition(" ")
    suffix = f", {name.suffix}" if name.suffix else ""
    family = " ".join(filter(None, (name.dropping_particle, name.sort_name)))
    _add(element, "Last", f"{family}{suffix}")
    _add(element, "First", first)
    _add(element, "Middle", middle)


def _texts(source: Element, reference: Reference, kind: str) -> None:
    if reference.title:
        _add(source, "Title", reference.title.value)
    if reference.container_title:
        _add(source, _CONTAINERS.get(kind, "BookTitle"), reference.container_title.value)
    if reference.publisher:
        is_report = kind == "Report"
        _add(source, "Institution" if is_report else "Publisher", reference.publisher.value)
    for name, attribute in _FIELDS.items():
        if value := getattr(reference, attribute):
            _add(source, name, value.value)
    if reference.genre:
        _add(source, "ThesisType", reference.genre.value)
    if number := reference.isbn or reference.issn or reference.number:
        _add(source, "StandardNumber", number.value)


def _dates(source: Element, reference: Reference) -> None:
    for suffix, date in (("", reference.issued), ("Accessed", reference.accessed)):
        if date is None:
            continue
        letter = date.suffix if not suffix else ""
        _add(source, f"Year{suffix}", dates.year(date, letter=letter))
        _add(source, f"Month{suffix}", _month(date))
        _add(source, f"Day{suffix}", str(date.day or ""))


def _month(date: PartialDate) -> str:
    return dates.MONTHS[date.month - 1] if date.month else ""

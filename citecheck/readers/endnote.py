"""The XML that EndNote puts into a citation field, as CSL-JSON."""

from typing import TYPE_CHECKING, Any

from citecheck.errors import UnreadableInput
from citecheck.readers.archive import parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

_TYPES = {
    "Journal Article": "article-journal",
    "Book": "book",
    "Edited Book": "book",
    "Book Section": "chapter",
    "Conference Proceedings": "paper-conference",
    "Conference Paper": "paper-conference",
    "Newspaper Article": "article-newspaper",
    "Magazine Article": "article-magazine",
    "Report": "report",
    "Thesis": "thesis",
    "Web Page": "webpage",
    "Statute": "legislation",
    "Dataset": "dataset",
}
_VARIABLES = {
    "titles/title": "title",
    "titles/secondary-title": "container-title",
    "periodical/full-title": "container-title",
    "titles/tertiary-title": "collection-title",
    "volume": "volume",
    "number": "issue",
    "pages": "page",
    "edition": "edition",
    "publisher": "publisher",
    "pub-location": "publisher-place",
    "isbn": "ISBN",
    "electronic-resource-num": "DOI",
    "urls/related-urls/url": "URL",
    "abstract": "abstract",
    "language": "language",
}
_ROLES = {"authors": "author", "secondary-authors": "editor", "translated-authors": "translator"}


def read_cites(xml: str) -> tuple[tuple[str, ...], tuple[dict[str, Any], ...]]:
    """Record numbers and CSL items of the works in *xml*; none if it is damaged."""
    if not xml.strip():
        return (), ()
    try:
        root = parse_xml(xml[: xml.rfind(">") + 1].encode(), "EndNote")
    except UnreadableInput:
        return (), ()
    cites = list(root.iter("Cite"))
    keys = tuple(cite.findtext("RecNum") or cite.findtext("Author") or "" for cite in cites)
    return keys, tuple(_item(cite, key) for cite, key in zip(cites, keys, strict=True))


def _item(cite: "_Element", key: str) -> dict[str, Any]:
    """The record of a cite, or what the cite itself tells where it has none."""
    record = cite.find("record")
    item: dict[str, Any] = {"id": key, "type": "document"}
    if record is None:
        author, year = cite.findtext("Author"), cite.findtext("Year")
        names = [{"family": author}] if author else []
        return _dated({**item, **({"author": names} if names else {})}, year or "")
    kind = record.find("ref-type")
    item["type"] = _TYPES.get(kind.get("name", "") if kind is not None else "", "document")
    for path, variable in _VARIABLES.items():
        if (text := _text(record.find(path))) and variable not in item:
            item[variable] = text
    for element, role in _ROLES.items():
        if names := [_name(_text(a)) for a in record.iterfind(f"contributors/{element}/author")]:
            item[role] = names
    return _dated(item, _text(record.find("dates/year")))


def _text(element: "_Element | None") -> str:
    return " ".join("".join(map(str, element.itertext())).split()) if element is not None else ""


def _name(name: str) -> dict[str, str]:
    """ "Smith, John", or an organisation, which EndNote ends with a comma."""
    family, comma, given = name.partition(",")
    if not comma or not given.strip():
        return {"literal": family.strip()}
    return {"family": family.strip(), "given": given.strip()}


def _dated(item: dict[str, Any], year: str) -> dict[str, Any]:
    year = year.strip()
    if year.isascii() and year.isdigit() and len(year) <= 4:
        return {**item, "issued": {"date-parts": [[int(year)]]}}
    return {**item, "issued": {"literal": year}} if year else item

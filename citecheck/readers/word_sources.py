"""Word's own list of sources (b:Sources in customXml), as CSL-JSON by tag."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.etree import _Element

B = "{http://schemas.openxmlformats.org/officeDocument/2006/bibliography}"
_TYPES = {
    "Book": "book",
    "BookSection": "chapter",
    "JournalArticle": "article-journal",
    "ArticleInAPeriodical": "article-magazine",
    "ConferenceProceedings": "paper-conference",
    "Report": "report",
    "InternetSite": "webpage",
    "DocumentFromInternetSite": "webpage",
    "ElectronicSource": "document",
    "Film": "motion_picture",
    "Interview": "interview",
    "Patent": "patent",
    "Case": "legal_case",
    "Art": "graphic",
}
_VARIABLES = {
    "Title": "title",
    "JournalName": "container-title",
    "BookTitle": "container-title",
    "InternetSiteTitle": "container-title",
    "PeriodicalTitle": "container-title",
    "ConferenceName": "event-title",
    "Publisher": "publisher",
    "Institution": "publisher",
    "City": "publisher-place",
    "Volume": "volume",
    "Issue": "issue",
    "Pages": "page",
    "Edition": "edition",
    "URL": "URL",
    "DOI": "DOI",
    "StandardNumber": "ISBN",
}
_ROLES = {"Author": "author", "Editor": "editor", "Translator": "translator"}


def read_sources(root: "_Element") -> dict[str, dict[str, Any]]:
    """The CSL items of *root*, a b:Sources element, by the tags that fields cite them with."""
    items = (_item(source) for source in root.iter(f"{B}Source"))
    return {item["id"]: item for item in items if item["id"]}


def _item(source: "_Element") -> dict[str, Any]:
    def text(name: str) -> str:
        return (source.findtext(f"{B}{name}") or "").strip()

    item: dict[str, Any] = {"id": text("Tag"), "type": _TYPES.get(text("SourceType"), "document")}
    for element, variable in _VARIABLES.items():
        if (value := text(element)) and variable not in item:
            item[variable] = value
    for element, role in _ROLES.items():
        if names := _names(source.find(f"{B}Author/{B}{element}")):
            item[role] = names
    for variable, suffix in (("issued", ""), ("accessed", "Accessed")):
        parts = [text(f"{part}{suffix}") for part in ("Year", "Month", "Day")]
        if parts[0]:
            item[variable] = _date(parts)
    return item


def _date(parts: list[str]) -> dict[str, Any]:
    numbers = [int(part) for part in parts if part.isascii() and part.isdigit() and len(part) < 5]
    if len(numbers) == len([part for part in parts if part]):
        return {"date-parts": [numbers]}
    return {"literal": " ".join(part for part in reversed(parts) if part)}


def _names(role: "_Element | None") -> list[dict[str, str]]:
    if role is None:
        return []
    if corporate := role.findtext(f"{B}Corporate"):
        return [{"literal": corporate.strip()}]
    return [
        {"family": family, **({"given": given} if given else {})}
        for person in role.iter(f"{B}Person")
        if (family := (person.findtext(f"{B}Last") or "").strip())
        for given in [_given(person)]
    ]


def _given(person: "_Element") -> str:
    names = (person.findtext(f"{B}{part}") or "" for part in ("First", "Middle"))
    return " ".join(name.strip() for name in names if name.strip())

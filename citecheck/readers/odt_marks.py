"""LibreOffice's own citations (text:bibliography-mark), as CSL-JSON."""

from typing import TYPE_CHECKING, Any

from citecheck.readers.odt_package import TEXT

if TYPE_CHECKING:
    from lxml.etree import _Element

_TYPES = {
    "article": "article-journal",
    "book": "book",
    "booklet": "pamphlet",
    "conference": "paper-conference",
    "inproceedings": "paper-conference",
    "inbook": "chapter",
    "incollection": "chapter",
    "mastersthesis": "thesis",
    "phdthesis": "thesis",
    "proceedings": "book",
    "techreport": "report",
    "www": "webpage",
}
_VARIABLES = {
    "title": "title",
    "journal": "container-title",
    "booktitle": "container-title",
    "publisher": "publisher",
    "address": "publisher-place",
    "volume": "volume",
    "number": "issue",
    "pages": "page",
    "edition": "edition",
    "isbn": "ISBN",
    "url": "URL",
    "series": "collection-title",
}


def item_of(mark: "_Element") -> dict[str, Any]:
    """The work that *mark* cites; its ``id`` is the identifier that the mark shows."""

    def value(name: str) -> str:
        return (mark.get(f"{TEXT}{name}") or "").strip()

    item: dict[str, Any] = {
        "id": value("identifier"),
        "type": _TYPES.get(value("bibliography-type"), "document"),
    }
    item |= {v: text for name, v in _VARIABLES.items() if (text := value(name))}
    for role in ("author", "editor"):
        if names := value(role):
            item[role] = [{"literal": name.strip()} for name in names.split(";")]
    year = value("year")
    if year.isdecimal() and len(year) <= 4:
        item["issued"] = {"date-parts": [[int(year)]]}
    return item

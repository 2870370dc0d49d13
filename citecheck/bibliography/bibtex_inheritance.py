"""Fields that an entry takes from others: crossref and xdata.

Which field becomes which is biblatex's default (manual, appendix "Default Inheritance Setup"):
the parent's title is the child's booktitle or maintitle, the author of a book the bookauthor of
its parts. A field that the child has is never replaced.
"""

from collections.abc import Iterable, Mapping

from citecheck.bibliography.bibtex import Entry, Field

_TITLES = ("title", "subtitle", "titleaddon")
_PARTS_OF_BOOKS = frozenset("inbook incollection inproceedings bookinbook suppbook conference "
                            "suppcollection inreference".split())  # fmt: skip
# All that is read of an entry; whatever else a parent has is not passed on, so that the work stays
# proportional to the file.
_INHERITED = (
    "author editor editora editoratype translator bookauthor title subtitle titleaddon booktitle "
    "booksubtitle maintitle mainsubtitle journaltitle journalsubtitle journal series eventtitle "
    "publisher institution school organization location address edition volume number issue pages "
    "howpublished library note language langid isbn issn pmid type date year month pubstate "
    "extradate urldate urlyear origdate origyear doi url eprint eprinttype archiveprefix day"
).split()
_DEEPEST = 4


def with_inherited(entries: Iterable[Entry]) -> list[Entry]:
    """*entries* with what they inherit added, without place; chains end after four steps."""
    listed = list(entries)
    by_key: dict[str, Entry] = {}
    for entry in listed:
        by_key.setdefault(entry.key, entry)
    fields = [_all_fields(entry, by_key) for entry in listed]
    for entry, found in zip(listed, fields, strict=True):
        entry.fields = found
    return listed


def _all_fields(entry: Entry, by_key: Mapping[str, Entry]) -> dict[str, Field]:
    found = dict(entry.fields)
    seen = {entry.key}
    sources = list(_parents(entry))
    for _ in range(_DEEPEST):
        further: list[tuple[str, str]] = []
        for relation, key in sources:
            parent = by_key.get(key)
            if parent is None or key in seen:
                continue
            seen.add(key)
            for name in _INHERITED:
                heir = _heir(name, relation, entry.kind, parent.kind)
                if heir and (field := parent.fields.get(name)):
                    found.setdefault(heir, Field(field.value))
            further += _parents(parent)
        sources = further
    return found


def _parents(entry: Entry) -> Iterable[tuple[str, str]]:
    """The entries named: ("xdata", key) and ("crossref", key)."""
    if xdata := entry.fields.get("xdata"):
        yield from (("xdata", key.strip()) for key in xdata.value[:1_000].split(","))
    if crossref := entry.fields.get("crossref"):
        yield "crossref", crossref.value.strip()


def _heir(name: str, relation: str, child: str, parent: str) -> str:
    """What a parent's field is for its child, "" if it is nothing."""
    if relation == "xdata":
        return name
    if name in _TITLES:
        if child in _PARTS_OF_BOOKS:
            return f"main{name}" if parent.startswith("mv") else f"book{name}"
        return f"journal{name}" if child == "article" else f"main{name}"
    if name == "author" and child == "inbook":
        return "bookauthor"
    return "" if name == "author" and child in _PARTS_OF_BOOKS else name

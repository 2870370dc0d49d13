"""The members of a .docx: which is which, as trees that are parsed once and can be altered."""

import posixpath
from functools import cached_property
from typing import TYPE_CHECKING, Any

from citecheck.errors import UnreadableInput
from citecheck.readers.archive import Archive, parse_xml
from citecheck.readers.signatures import kind_of, refuse

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_WANTED = "a Word document (.docx)"
# The strict form of the format differs in its namespaces alone, as far as text is concerned.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R[1:-1].encode()),
)


class Package:
    """A Word document. Raises UnreadableInput, as ``Archive`` does, when made or asked.

    ``document`` is the name of the member with the body.
    """

    def __init__(self, data: bytes | str, name: str | None) -> None:
        """Open the document in *data*, called *name* in messages."""
        self.archive = Archive(data, name, _WANTED)
        self._trees: dict[str, _Element] = {}
        self._strict: set[str] = set()
        self.document = self._main()
        if self.document not in self.archive:
            kind = kind_of(data) if isinstance(data, bytes) else ""
            if kind and not kind.startswith("a Word"):
                raise refuse(data, name, _WANTED)

    def _main(self) -> str:
        """The member that the package names as its document."""
        for kind, target in self._relationships("").values():
            if kind == "officeDocument":
                return target
        return "word/document.xml"

    def tree(self, member: str) -> "_Element":
        """The root element of *member*, the same at each call."""
        if member not in self._trees:
            data = self.archive.read(member)
            if b"http://purl.oclc.org/ooxml" in data[:4000]:
                self._strict.add(member)
                for strict, usual in _STRICT:
                    data = data.replace(strict, usual)
            self._trees[member] = parse_xml(data, f"{self.archive.name}: {member}")
        return self._trees[member]

    def as_written(self, member: str, data: bytes) -> bytes:
        """*data*, new XML of *member*, in the form (strict or not) that its tree was read in."""
        if member in self._strict:
            for strict, usual in _STRICT:
                data = data.replace(usual, strict)
        return data

    @cached_property
    def trees(self) -> dict[str, "_Element"]:
        """The trees that were asked for, by member: what a writer has to write back."""
        return self._trees

    def related(self, kind: str) -> str | None:
        """The member that is the document's "footnotes", "styles" ..., None without one."""
        for found, target in self._relationships(self.document).values():
            if found == kind and target in self.archive:
                return target
        return None

    def target(self, member: str, identifier: str) -> str:
        """The address behind a link of *member*, "" if it has none."""
        kind, target = self.links(member).get(identifier, ("", ""))
        return target if kind == "hyperlink" else ""

    def links(self, member: str) -> dict[str, tuple[str, str]]:
        """Kind and target of each relationship of *member*, by identifier."""
        if member not in self._links:
            self._links[member] = self._relationships(member)
        return self._links[member]

    @cached_property
    def _links(self) -> dict[str, dict[str, tuple[str, str]]]:
        return {}

    def _relationships(self, member: str) -> dict[str, tuple[str, str]]:
        folder, base = posixpath.split(member)
        listing = posixpath.join(folder, "_rels", f"{base}.rels")
        if listing not in self.archive:
            return {}
        return {
            relation.get("Id", ""): (
                relation.get("Type", "").rpartition("/")[2],
                _resolved(folder, relation.get("Target", ""), relation.get("TargetMode", "")),
            )
            for relation in self.tree(listing).iter(_RELATIONSHIP)
        }

    @cached_property
    def sources(self) -> dict[str, dict[str, Any]]:
        """Word's sources by tag, as CSL-JSON; none where they are missing or damaged."""
        from citecheck.readers.word_sources import read_sources

        found: dict[str, dict[str, Any]] = {}
        for member in self.archive.members:
            if member.startswith("customXml/item") and "Props" not in member:
                try:
                    root = self.tree(member)
                except UnreadableInput:
                    continue
                if root.tag.endswith("}Sources"):
                    found |= read_sources(root)
        return found

    @cached_property
    def properties(self) -> dict[str, str]:
        """The document's own properties, in which Zotero may keep its fields."""
        member = "docProps/custom.xml"
        if member not in self.archive:
            return {}
        return {
            prop.get("name", ""): "".join(map(str, prop.itertext())) for prop in self.tree(member)
        }


def _resolved(folder: str, target: str, mode: str) -> str:
    """The name of the member that *target* means, or the address as it stands."""
    if mode == "External":
        return target
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")

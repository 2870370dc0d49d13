"""Comments in a Word document, at the exact words. ISO/IEC 29500-1, 17.13.4."""

import posixpath
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from citecheck.errors import UnwritableEdit
from citecheck.fixing.remark import Remark, in_the_body
from citecheck.fixing.runs import like, run_of, split_before
from citecheck.fixing.stamp import Stamp
from citecheck.fixing.word_file import WordFile
from citecheck.model import Span
from citecheck.readers.docx_package import W

if TYPE_CHECKING:
    from lxml.etree import _Element

_TYPES = "[Content_Types].xml"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_ANCHORS = ("commentRangeStart", "commentRangeEnd", "commentReference")


def annotate(file: WordFile, remarks: Sequence[Remark], stamp: Stamp) -> bytes:
    """The Word *file* with *remarks* as comments by *stamp*.

    Earlier comments of the same author go, unless they say the same: then the file stays as it is.
    A remark on a footnote stands at its mark: LibreOffice opens no document with comments inside
    notes. A remark on words that no comment can be put on (a formula) is left out.
    """
    comments = _Comments(file)
    if sorted(comments.said(stamp.author)) == sorted(remark.text for remark in remarks):
        return file.data
    comments.remove(stamp.author)
    remarks = [remark._replace(span=in_the_body(file.document, remark.span)) for remark in remarks]
    _cut(file, {edge for remark in remarks for edge in (remark.span.start, remark.span.end)})
    for remark in sorted(remarks, key=lambda remark: remark.span.start, reverse=True):
        with suppress(UnwritableEdit):
            runs = _runs(file, remark.span)
            _anchor(runs, comments.add(remark.text, stamp), file)
    comments.store()
    return file.written()


def _runs(file: WordFile, span: Span) -> "list[_Element]":
    """The first and the last run of the words under *span*, within one paragraph."""
    pieces = list(file.composition.pieces_in(span))
    if not pieces:
        raise UnwritableEdit("there is no text at that place")
    first = pieces[0][0]
    home = _paragraph(first.node)
    pieces = [p for p in pieces if p[0].story == first.story and _paragraph(p[0].node) is home]
    file.changed.add(first.story)
    return [run_of(pieces[0][0].node), run_of(pieces[-1][0].node)]


def _cut(file: WordFile, offsets: set[int]) -> None:
    """Have runs end at all of *offsets*."""
    for offset in sorted(offsets, reverse=True):
        for piece, _, end in list(file.composition.pieces_in(Span(start=offset - 1, end=offset))):
            with suppress(UnwritableEdit):
                _, rest = split_before(piece.node, end)
                file.changed.add(piece.story)
                if rest is not None:
                    file.composition.move(offset, piece.node, rest)


def _paragraph(node: "_Element") -> "_Element | None":
    return next(node.iterancestors(f"{W}p"), None)


def _anchor(runs: "list[_Element]", number: str, file: WordFile) -> None:
    """Put the marks of comment *number* before the first and behind the last of *runs*."""
    first, last = runs
    start, end = (_made(name, {"id": number}) for name in _ANCHORS[:2])
    first.addprevious(start)
    last.addnext(end)
    reference = like(last, [_made("commentReference", {"id": number})])
    properties = reference.find(f"{W}rPr")
    if properties is not None:
        reference.remove(properties)
    end.addnext(reference)


class _Comments:
    """The member with the comments, made where there is none."""

    def __init__(self, file: WordFile) -> None:
        self.file = file
        member = file.package.related("comments")
        self.is_new = member is None
        folder = posixpath.dirname(file.package.document)
        self.member = member or posixpath.join(folder, "comments.xml")
        self.root = _made("comments", {}) if self.is_new else file.package.tree(self.member)

    def said(self, author: str) -> list[str]:
        """The texts of the comments by *author*."""
        return [
            "\n".join("".join(map(str, p.itertext(f"{W}t"))) for p in comment.iter(f"{W}p"))
            for comment in self.root.findall(f"{W}comment")
            if comment.get(f"{W}author") == author
        ]

    def remove(self, author: str) -> None:
        """Take away what *author* said earlier."""
        numbers = set()
        for comment in self.root.findall(f"{W}comment"):
            if comment.get(f"{W}author") == author:
                numbers.add(comment.get(f"{W}id"))
                self.root.remove(comment)
        if numbers:
            for member, tree in self.file.package.trees.items():
                for name in _ANCHORS:
                    for mark in list(tree.iter(f"{W}{name}")):
                        if mark.get(f"{W}id") in numbers:
                            _drop(mark)
                            self.file.changed.add(member)

    def add(self, text: str, stamp: Stamp) -> str:
        """Add a comment of a paragraph per line; its number."""
        comment = self.file.mark("comment", stamp, [_line(line) for line in text.splitlines()])
        comment.set(f"{W}initials", "cc")
        self.root.append(comment)
        return str(comment.get(f"{W}id"))

    def store(self) -> None:
        """Have the comments written, and declared in the package if they are new."""
        if not self.is_new:
            self.file.changed.add(self.member)
        elif len(self.root):
            ordered = sorted(self.root, key=lambda comment: int(comment.get(f"{W}id", "0")))
            self.root[:] = ordered
            data = _serialised(self.root)
            package = self.file.package
            self.file.added[self.member] = package.as_written(package.document, data)
            self._declare()

    def _declare(self) -> None:
        """Name the new member in the list of contents and among the document's relations."""
        package = self.file.package
        folder, base = posixpath.split(package.document)
        listing = posixpath.join(folder, "_rels", f"{base}.rels")
        if listing in package.archive:
            relations = package.tree(listing)
            self.file.changed.add(listing)
        else:
            relations = _element(f"{{{_RELATIONS}}}Relationships", {})
        known = {relation.get("Id") for relation in relations}
        number = next(n for n in range(1, len(known) + 2) if f"rIdCitecheck{n}" not in known)
        target = posixpath.relpath(self.member, folder)
        told = {"Id": f"rIdCitecheck{number}", "Type": _RELATION, "Target": target}
        relations.append(_element(f"{{{_RELATIONS}}}Relationship", told))
        if listing not in package.archive:
            self.file.added[listing] = _serialised(relations)
        types = package.tree(_TYPES)
        told = {"PartName": f"/{self.member}", "ContentType": _CONTENT}
        types.append(_element(types.tag.replace("}Types", "}Override"), told))
        self.file.changed.add(_TYPES)


def _serialised(root: "_Element") -> bytes:
    from lxml import etree

    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data


def _line(text: str) -> "_Element":
    """A paragraph of a comment."""
    paragraph, run, words = _made("p", {}), _made("r", {}), _made("t", {})
    words.text = text
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    run.append(words)
    paragraph.append(run)
    return paragraph


def _made(name: str, attributes: dict[str, str]) -> "_Element":
    """A new element of WordprocessingML."""
    return _element(f"{W}{name}", {f"{W}{key}": value for key, value in attributes.items()})


def _element(tag: str, attributes: dict[str, str]) -> "_Element":
    from lxml import etree

    space = tag[1:].partition("}")[0]
    element: _Element = etree.Element(tag, nsmap={"w": space} if tag.startswith(W) else None)
    for key, value in attributes.items():
        element.set(key, value)
    return element


def _drop(mark: "_Element") -> None:
    """Remove *mark*, and its run if nothing else stands there."""
    parent = mark.getparent()
    if parent is None:
        return
    parent.remove(mark)
    rest = [child for child in parent if child.tag != f"{W}rPr"]
    if parent.tag == f"{W}r" and not rest and (home := parent.getparent()) is not None:
        home.remove(parent)

"""Comments in an OpenDocument text, at the exact words. OpenDocument 1.3, part 3: 14.1."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from citecheck.fixing.odt_file import OdtFile, Spot
from citecheck.fixing.remark import Remark, in_the_body
from citecheck.fixing.stamp import Stamp
from citecheck.model import Span
from citecheck.readers.odt_package import OFFICE, TEXT

if TYPE_CHECKING:
    from lxml.etree import _Element

_NAME = f"{OFFICE}name"


def annotate(file: OdtFile, remarks: Sequence[Remark], stamp: Stamp) -> bytes:
    """The OpenDocument text *file* with *remarks* as comments by *stamp*.

    Earlier comments of the same author go, unless they say the same: then the file stays as it
    is. A remark on a note stands at its mark.
    """
    said = sorted(map(_said, file.comments(stamp.author)))
    if said == sorted(remark.text for remark in remarks):
        return file.data
    if said:
        _remove(file, stamp.author)
        file.read()
    edges = []
    for number, remark in enumerate(remarks, 1):
        span, name = in_the_body(file.document, remark.span), f"{stamp.author}{number}"
        end = file.element(f"{OFFICE}annotation-end")
        end.set(_NAME, name)
        edges.append((span.end, _end(file, span), end))
        edges.append((span.start, _start(file, span), _comment(file, remark.text, name, stamp)))
    for _, spot, element in sorted(edges, key=lambda edge: edge[0], reverse=True):
        if spot:
            file.insert(spot, [element])
    return file.written()


def _start(file: OdtFile, span: Span) -> Spot | None:
    """Before the first character of *span*."""
    first = next(file.composition.pieces_in(span), None)
    return file.spot(first[0], first[1]) if first else None


def _end(file: OdtFile, span: Span) -> Spot | None:
    """Behind the last character of *span*."""
    last = list(file.composition.pieces_in(span))[-1:]
    return file.spot(last[0][0], last[0][2]) if last else None


def _comment(file: OdtFile, text: str, name: str, stamp: Stamp) -> "_Element":
    comment = file.element(f"{OFFICE}annotation")
    comment.set(_NAME, name)
    file.signed(comment, stamp)
    comment.extend(file.paragraph(line) for line in text.splitlines())
    return comment


def _said(comment: "_Element") -> str:
    return "\n".join("".join(map(str, p.itertext())) for p in comment.iter(f"{TEXT}p"))


def _remove(file: OdtFile, author: str) -> None:
    """Take away the comments of *author*, with their ends, and leave the text around them."""
    mine = file.comments(author)
    names = {comment.get(_NAME) for comment in mine}
    ends = file.package.body.iter(f"{OFFICE}annotation-end")
    for element in (*mine, *[end for end in ends if end.get(_NAME) in names]):
        parent, before = element.getparent(), element.getprevious()
        if parent is None:
            continue
        tail = element.tail or ""
        if before is not None:
            before.tail = (before.tail or "") + tail
        else:
            parent.text = (parent.text or "") + tail
        element.tail = None
        parent.remove(element)

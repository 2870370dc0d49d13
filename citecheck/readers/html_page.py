"""A web page as elements: decoded, parsed, and the article in it told from what surrounds it."""

import re
from typing import TYPE_CHECKING

from citecheck.errors import UnreadableInput
from citecheck.readers.decoding import decode, without_surrogates

if TYPE_CHECKING:
    from lxml.etree import _Element

REMARK = "citecheck-remark"
_CHARSET = re.compile(rb"charset\s?=\s?[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_DROPPED = frozenset(
    "head script style noscript template nav aside form button select textarea iframe object embed "
    "svg canvas audio video map rt rp del annotation annotation-xml".split()
)
_DROPPED_ROLES = frozenset(
    "navigation banner contentinfo search complementary menu menubar dialog alertdialog "
    "doc-toc doc-pagelist doc-backlink".split()
)
_DROPPED_NAMES = frozenset(
    "nav navbar navigation menu sidebar side-bar breadcrumb breadcrumbs toc table-of-contents "
    "cookie cookies cookie-banner share sharing share-buttons social newsletter advert "
    "advertisement ads comments comment-list related related-posts related-articles skip-link "
    "site-header site-footer page-header page-footer pagination mw-editsection noprint".split()
)  # fmt: skip
_LISTS = frozenset(
    "references reference-list ref-list refs bibliography literature footnotes endnotes "
    "works-cited".split()
)
# An article, to be taken for the whole, has at least this part of the page's words.
_SHARE = 0.4


def parse_html(data: bytes | str, name: str) -> tuple["_Element", str]:
    """The root element of the page in *data*, and the encoding.

    Raises UnreadableInput as ``decode`` does, and for what nests over 255 deep or has no element.
    """
    from lxml import etree

    text, encoding = _decoded(data, name)
    has_remarks = "citecheck:" in text
    parser = etree.HTMLParser(
        recover=True, no_network=True, huge_tree=False, remove_comments=not has_remarks,
        remove_pis=True, encoding="utf-8",
    )  # fmt: skip
    try:
        root = etree.fromstring(text.replace("\0", "\ufffd").encode(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableInput(f"{name}: no web page: {error}") from error
    for entry in parser.error_log:
        if entry.type_name == "ERR_RESOURCE_LIMIT":
            raise UnreadableInput(f"{name}:{entry.line}: nested too deep for a draft")
    if root is None:
        raise UnreadableInput(f"{name}: there is no text in it")
    if has_remarks:
        _keep_remarks(root)
    return root, encoding


def _keep_remarks(root: "_Element") -> None:
    """Make elements ``REMARK`` of the comments that speak to citecheck; the others go.

    Those above the root come first in it.
    """
    from lxml import etree

    above = list(root.itersiblings(etree.Comment, preceding=True))
    for comment in [*root.iter(etree.Comment), *above]:
        if "citecheck:" in (comment.text or ""):
            kept = root.makeelement(REMARK, {"text": (comment.text or "").strip()})
            kept.tail, parent = comment.tail, comment.getparent()
            if parent is None:
                root.insert(0, kept)
            else:
                parent.replace(comment, kept)
    etree.strip_elements(root, etree.Comment, with_tail=False)


def _decoded(data: bytes | str, name: str) -> tuple[str, str]:
    """The text of a page: UTF-8 where it is, else as it says, else as text is decoded."""
    if isinstance(data, str):
        return without_surrogates(data), "utf-8"
    said = _CHARSET.search(data, 0, 4096)
    if said and not data.startswith(_MARKS) and not _is_utf8(data):
        charset = said[1].decode("ascii", "replace")
        try:
            return data.decode(charset, "replace"), charset.lower()
        except (LookupError, ValueError):
            pass
    return decode(data, name)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def article_of(root: "_Element") -> "_Element":
    """The element with the draft: the page's main part or its one article, else its body.

    What holds a list of references or notes is never left outside.
    """
    body = root.find("body")
    body = root if body is None else body
    chosen = body
    words = _length(body)
    for candidate in body.iter("main", "article", "div", "section"):
        is_main = candidate.tag in ("main", "article") or candidate.get("role") == "main"
        if is_main and _length(candidate) >= _SHARE * words:
            chosen = candidate
            break
    for element in body.iter("section", "div", "ol", "ul", "aside"):
        if names_of(element) & _LISTS:
            while chosen is not body and chosen not in element.iterancestors():
                if element is chosen:
                    break
                chosen = parent if (parent := chosen.getparent()) is not None else body
    return chosen


def _length(element: "_Element") -> int:
    return sum(len(text.strip()) for text in map(str, element.itertext("p", "li", "td", "div")))


def names_of(element: "_Element") -> set[str]:
    """The classes and the id of *element*, in lower case."""
    return set(f"{element.get('class', '')} {element.get('id', '')}".lower().split())


def is_dropped(element: "_Element") -> bool:
    """Whether *element* is no part of the text: hidden, a script, or the page's furniture."""
    tag = element.tag
    if not isinstance(tag, str) or tag in _DROPPED:
        return True
    if tag in ("header", "footer") and not _is_within_article(element):
        return tag == "footer" or element.find(".//ul") is not None
    if not element.attrib:
        return False
    style = element.get("style", "").replace(" ", "").lower()
    if "hidden" in element.attrib or element.get("aria-hidden") == "true":
        return True
    if "display:none" in style or element.get("role") in _DROPPED_ROLES:
        return True
    return tag not in ("body", "main", "article") and bool(names_of(element) & _DROPPED_NAMES)


def _is_within_article(element: "_Element") -> bool:
    return any(a.tag in ("article", "main", "section") for a in element.iterancestors())

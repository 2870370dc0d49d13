"""Runs of a Word paragraph: cut so that just the wanted characters stand in runs of their own.

A run (w:r) is text of one formatting. ISO/IEC 29500-1, 17.3.2.
"""

from copy import deepcopy
from typing import TYPE_CHECKING

from citecheck.errors import UnwritableEdit
from citecheck.readers.docx_package import W

if TYPE_CHECKING:
    from lxml.etree import _Element

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
"""Says whether blanks at the edges of a text count."""
BLANKS = " \t\r\n"
_PROPERTIES = f"{W}rPr"


def isolated(node: "_Element", start: int, end: int) -> "_Element":
    """A run that holds the characters *start* to *end* of *node*, a w:t, and nothing else.

    An element that stands for characters of its own (a tab) is taken whole. What comes before
    stays in *node* and its run, so that earlier offsets in it still hold. Raises UnwritableEdit
    for text that stands in no run (a formula).
    """
    run = run_of(node)
    text = node.text or ""
    whole = node.tag != f"{W}t"
    rest = [] if whole else [_text_element(text[end:])] if text[end:] else []
    following = list(node.itersiblings())
    if rest or following:
        _new_run(run, [*rest, *following])
    if not (whole or start == 0) or _precedes(node):
        middle = [node] if whole else [_text_element(text[start:end])]
        if not whole:
            _set_text(node, text[:start])
        return _new_run(run, middle)
    if not whole:
        _set_text(node, text[start:end])
    return run


def split_before(node: "_Element", at: int) -> "tuple[_Element, _Element | None]":
    """The run that ends before character *at* of *node*; what follows stands in the next run.

    With it the element in which the rest of the text of *node* stands, None if there is none.
    Raises UnwritableEdit as ``isolated`` does.
    """
    run = run_of(node)
    text = node.text or ""
    following, rest = list(node.itersiblings()), None
    if node.tag == f"{W}t" and text[at:]:
        rest = _text_element(text[at:])
        following.insert(0, rest)
        _set_text(node, text[:at])
    if following:
        _new_run(run, following)
    return run, rest


def run_of(node: "_Element") -> "_Element":
    """The run in which *node* stands. Raises UnwritableEdit if it stands in none."""
    run = node.getparent()
    if run is None or run.tag != f"{W}r":
        raise UnwritableEdit("the words stand in a formula or in a part that is made by Word")
    return run


def like(run: "_Element", children: "list[_Element]") -> "_Element":
    """A new run formatted as *run*, with *children*."""
    made = without_content(run)
    properties = run.find(_PROPERTIES)
    if properties is not None:
        made.append(deepcopy(properties))
    made.extend(children)
    return made


def without_content(element: "_Element") -> "_Element":
    """A new element of the same name and attributes."""
    return element.makeelement(element.tag, {str(k): str(v) for k, v in element.attrib.items()})


def text_run(run: "_Element", text: str) -> "_Element":
    """A new run formatted as *run*, with *text*."""
    return like(run, [_text_element(text)])


def _precedes(node: "_Element") -> bool:
    """Whether anything that is shown stands before *node* in its run."""
    return any(child.tag != _PROPERTIES for child in node.itersiblings(preceding=True))


def _new_run(run: "_Element", children: "list[_Element]") -> "_Element":
    made = like(run, children)
    run.addnext(made)
    return made


def _text_element(text: str) -> "_Element":
    from lxml import etree

    element: _Element = etree.Element(f"{W}t")
    _set_text(element, text)
    return element


def _set_text(element: "_Element", text: str) -> None:
    element.text = text
    element.set(SPACE, "preserve")

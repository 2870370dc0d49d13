"""XML as two formats write it: elements with clean text, serialised with a declaration."""

import re
from xml.etree.ElementTree import Element, SubElement, tostring

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def clean(text: str) -> str:
    """*text* without the characters that XML 1.0 does not allow."""
    return _ILLEGAL.sub("", text)


def child(parent: Element, name: str, text: str = "") -> Element:
    """A new element *name* in *parent* with *text*."""
    element = SubElement(parent, name)
    if text:
        element.text = clean(text)
    return element


def document(root: Element) -> str:
    """*root* as a document, ending with a line break."""
    return f"{DECLARATION}{tostring(root, 'unicode')}\n"

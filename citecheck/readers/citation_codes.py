"""What reference managers and Word write into a field: the works cited, as they know them.

Word and RTF keep it in the field's code ("ADDIN ZOTERO_ITEM CSL_CITATION {...}"), LibreOffice in
the name of a reference mark or a section, Mendeley Cite in the tag of a content control. Damaged
data leaves a field without works; it never raises.
"""

import base64
import binascii
import json
import re
from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from citecheck.readers.endnote import read_cites

Item = dict[str, Any]
_JSON = json.JSONDecoder()
_MOST_ITEMS = 500
_WORD_KEY = re.compile(r'(?:\bCITATION|\\m)\s{1,9}"?([^\s"\\]{1,255})')
_LINK = re.compile(r'HYPERLINK\s{1,9}"([^"]{1,2000})"|HYPERLINK\s{1,9}([^\s"\\]{1,2000})')
_MENDELEY_TAG = "MENDELEY_CITATION_v3_"


class Code(NamedTuple):
    """What a field is for. ``target`` is the address of a link."""

    role: Literal["citation", "bibliography", "link", "contents"]
    kind: Literal["zotero", "mendeley", "endnote", "word"] = "word"
    keys: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()
    target: str = ""


def read_code(code: str, data: str = "", sources: Mapping[str, Item] | None = None) -> Code | None:
    """What the field *code* says; None if it neither cites nor lists nor links.

    *data* is what the field keeps apart (EndNote's XML), *sources* are Word's, by tag.
    """
    code = code.strip()
    word = code.partition(" ")[0].upper()
    if word == "CITATION":
        keys = tuple(_WORD_KEY.findall(code))
        known = sources or {}
        return Code("citation", "word", keys, tuple(known[k] for k in keys if k in known))
    if word in ("BIBLIOGRAPHY", "TOC"):
        return Code("bibliography" if word == "BIBLIOGRAPHY" else "contents")
    if word == "HYPERLINK":
        link = _LINK.match(code)
        return Code("link", target=link[1] or link[2]) if link else None
    if "EN.REFLIST" in code[:40]:
        return Code("bibliography", "endnote")
    if "EN.CITE" in code[:40]:
        keys, items = read_cites(code[code.find("<EndNote") :] if "<EndNote" in code else data)
        return Code("citation", "endnote", keys, items)
    return _of_csl(code)


def _of_csl(code: str) -> Code | None:
    """The fields of Zotero and Mendeley, which hold CSL-JSON."""
    if "CSL_BIBLIOGRAPHY" in code or code.startswith(("ZOTERO_BIBL", "ADDIN ZOTERO_BIBL")):
        return Code("bibliography", "mendeley" if "Mendeley" in code else "zotero")
    if "CSL_CITATION" not in code[:60]:
        return None
    kind: Literal["zotero", "mendeley"] = "zotero" if "ZOTERO" in code[:40] else "mendeley"
    return Code("citation", kind, *_cited(_json_in(code)))


def read_tag(tag: str) -> Code | None:
    """What the tag of a content control says, which Mendeley Cite uses."""
    if tag.startswith("MENDELEY_BIBLIOGRAPHY"):
        return Code("bibliography", "mendeley")
    if not tag.startswith(_MENDELEY_TAG):
        return None
    data = decoded(tag[len(_MENDELEY_TAG) :])
    return Code("citation", "mendeley", *_cited(_json_in(data)))


def decoded(data: str) -> str:
    """The text in base 64 that *data* is, "" if it is none."""
    data = "".join(data.split())
    try:
        return base64.b64decode(data + "=" * (-len(data) % 4)).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return ""


def _json_in(text: str) -> Any:
    """The JSON object that begins at the first brace of *text*, None without one."""
    start = text.find("{")
    try:
        return _JSON.raw_decode(text, start)[0] if start >= 0 else None
    except (ValueError, RecursionError):
        return None


def _cited(citation: Any) -> tuple[tuple[str, ...], tuple[Item, ...]]:
    """Keys and items of a citation as citeproc writes it."""
    cited = citation.get("citationItems") if isinstance(citation, dict) else None
    cites = [c for c in cited if isinstance(c, dict)] if isinstance(cited, list) else []
    keys, items = [], []
    for cite in cites[:_MOST_ITEMS]:
        item = cite.get("itemData")
        key = _key(cite) or (str(item.get("id", "")) if isinstance(item, dict) else "")
        keys.append(key)
        if isinstance(item, dict):
            items.append({**item, "id": str(item.get("id", key))})
    return tuple(keys), tuple(items)


def _key(cite: Item) -> str:
    """The last part of a work's address in its library ("ABCD2345"), or its number there."""
    addresses = cite.get("uris") or cite.get("uri") or ()
    if isinstance(addresses, list) and addresses and isinstance(addresses[0], str):
        return addresses[0].rstrip("/").rpartition("/")[2]
    return str(cite.get("id", ""))

"""What a .docx says about its text elsewhere: styles that raise or hide, and numbers of lists."""

import re
from typing import TYPE_CHECKING, NamedTuple

from citecheck.readers.docx_package import Package, W
from citecheck.readers.numerals import numeral

if TYPE_CHECKING:
    from lxml.etree import _Element

_VAL = f"{W}val"
_LEVEL = re.compile(r"%([1-9])")
_DEEPEST = 10  # styles that a style is based on


def is_on(element: "_Element | None") -> bool:
    """Whether a switch such as w:vanish is there and not turned off."""
    return element is not None and element.get(_VAL) not in ("0", "false", "off")


class Styles:
    """The styles of a document, by id."""

    def __init__(self, package: Package) -> None:
        """Read the styles of *package*."""
        member = package.related("styles")
        styles = package.tree(member).iterfind(f"{W}style") if member else ()
        self._styles = {style.get(f"{W}styleId", ""): style for style in styles}
        self.raised = frozenset(filter(self._is_raised, self._styles))
        self.hidden = frozenset(filter(self._is_hidden, self._styles))

    def _is_raised(self, name: str) -> bool:
        found = self.find(name, f"{W}rPr/{W}vertAlign")
        return found is not None and found.get(_VAL) == "superscript"

    def _is_hidden(self, name: str) -> bool:
        return is_on(self.find(name, f"{W}rPr/{W}vanish"))

    def find(self, name: str, path: str) -> "_Element | None":
        """The element at *path* of the style *name* or of the nearest one it is based on."""
        for _ in range(_DEEPEST):
            style = self._styles.get(name)
            if style is None:
                return None
            if (found := style.find(path)) is not None:
                return found
            based = style.find(f"{W}basedOn")
            name = based.get(_VAL, "") if based is not None else ""
        return None


class _Level(NamedTuple):
    start: int
    form: str
    text: str


class Numbering:
    """The numbers that Word prints before paragraphs; asked in the order of the document."""

    def __init__(self, package: Package, styles: Styles) -> None:
        """Read the lists of *package*."""
        self._styles = styles
        self._levels: dict[str, dict[int, _Level]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._abstract: dict[str, str] = {}
        if member := package.related("numbering"):
            self._read(package.tree(member))

    def _read(self, root: "_Element") -> None:
        abstract = {
            item.get(f"{W}abstractNumId", ""): _levels(item)
            for item in root.iterfind(f"{W}abstractNum")
        }
        for number in root.iterfind(f"{W}num"):
            identifier = number.get(f"{W}numId", "")
            link = number.find(f"{W}abstractNumId")
            base = link.get(_VAL, "") if link is not None else ""
            levels = dict(abstract.get(base, {}))
            overridden = False
            for override in number.iterfind(f"{W}lvlOverride"):
                overridden = True
                levels |= _levels(override) or _restarted(override, levels)
            self._levels[identifier] = levels
            self._abstract[identifier] = identifier if overridden else f"a{base}"

    def label(self, properties: "_Element") -> str:
        """What is printed before the paragraph with these *properties* (w:pPr): "[12] ", or ""."""
        numbered = properties.find(f"{W}numPr")
        style = properties.find(f"{W}pStyle")
        if style is not None and (numbered is None or numbered.find(f"{W}numId") is None):
            numbered = self._styles.find(style.get(_VAL, ""), f"{W}pPr/{W}numPr")
        if numbered is None:
            return ""
        levels = self._levels.get(_value(numbered, "numId"), {})
        index = int(level) if (level := _value(numbered, "ilvl")) in "012345678" and level else 0
        if index not in levels:
            return ""
        return self._next(_value(numbered, "numId"), index, levels)

    def _next(self, identifier: str, index: int, levels: dict[int, _Level]) -> str:
        counts = self._counts.setdefault(self._abstract[identifier], {})
        counts[index] = counts.get(index, levels[index].start - 1) + 1
        for deeper in [level for level in counts if level > index]:
            del counts[deeper]
        level = levels[index]
        if not numeral(1, level.form) or not _LEVEL.search(level.text):
            return ""

        def count(match: re.Match[str]) -> str:
            which = int(match[1]) - 1
            if which not in levels:
                return ""
            return numeral(counts.get(which, levels[which].start), levels[which].form)

        return _LEVEL.sub(count, level.text) + " "


def _value(parent: "_Element", name: str) -> str:
    child = parent.find(f"{W}{name}")
    return child.get(_VAL, "") if child is not None else ""


def _levels(parent: "_Element") -> dict[int, _Level]:
    found = {}
    for level in parent.iterfind(f"{W}lvl"):
        index, start = level.get(f"{W}ilvl", ""), _value(level, "start")
        if index in tuple("012345678"):
            begin = int(start) if start.isascii() and start.isdigit() and len(start) < 6 else 1
            form = _value(level, "numFmt") or "decimal"
            found[int(index)] = _Level(begin, form, _value(level, "lvlText")[:99])
    return found


def _restarted(override: "_Element", levels: dict[int, _Level]) -> dict[int, _Level]:
    """The level that an override gives a start of its own."""
    index, start = override.get(f"{W}ilvl", ""), _value(override, "startOverride")
    if index not in tuple("012345678") or not (start.isascii() and start.isdigit()):
        return {}
    level = levels.get(int(index))
    return {int(index): level._replace(start=int(start[:6]))} if level else {}

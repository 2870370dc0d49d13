"""What an OpenDocument text says about its text elsewhere: styles, and numbers of lists."""

from typing import TYPE_CHECKING, NamedTuple

from citecheck.readers.numerals import numeral
from citecheck.readers.odt_package import STYLE, TEXT, OdtPackage

if TYPE_CHECKING:
    from lxml.etree import _Element

_DEEPEST = 10


class OdtStyles:
    """The styles of a document by name: which raise their text, which hide it."""

    def __init__(self, package: OdtPackage) -> None:
        """Read the styles of *package*."""
        self.raised: set[str] = set()
        self.hidden: set[str] = set()
        self.lists: dict[str, dict[int, _Level]] = {}
        self._parents: dict[str, str] = {}
        for root in {id(r): r for r in (package.styles, package.content)}.values():
            for style in root.iter(f"{STYLE}style"):
                self._read(style)
            for listing in root.iter(f"{TEXT}list-style"):
                self.lists[listing.get(f"{STYLE}name", "")] = _levels(listing)

    def _read(self, style: "_Element") -> None:
        name = style.get(f"{STYLE}name", "")
        self._parents[name] = style.get(f"{STYLE}parent-style-name", "")
        for properties in style.iterfind(f"{STYLE}text-properties"):
            position = properties.get(f"{STYLE}text-position", "")
            if position.startswith("super") or (position[:1].isdigit() and position[:2] != "0%"):
                self.raised.add(name)
            if properties.get(f"{TEXT}display") == "none":
                self.hidden.add(name)

    def raises(self, name: str) -> bool:
        """Whether the style *name*, or one that it is made from, raises its text."""
        return self._has(self.raised, name)

    def hides(self, name: str) -> bool:
        """Whether the style *name*, or one that it is made from, hides its text."""
        return self._has(self.hidden, name)

    def _has(self, names: set[str], name: str) -> bool:
        for _ in range(_DEEPEST if names else 0):
            if name in names:
                return True
            name = self._parents.get(name, "")
        return False


class _Level(NamedTuple):
    start: int
    form: str
    prefix: str
    suffix: str
    shown: int


class OdtNumbering:
    """The numbers that are printed before the items of lists; lists may nest and go on."""

    def __init__(self, styles: OdtStyles) -> None:
        """Number the lists as *styles* say."""
        self._styles = styles
        self._open: list[tuple[str, list[int]]] = []
        self._last: dict[str, int] = {}
        self._ids: dict[str, int] = {}

    def enter(self, element: "_Element") -> None:
        """Begin the text:list *element*."""
        outer = self._open[-1][0] if self._open else ""
        name = element.get(f"{TEXT}style-name", "") or outer
        count = self._start(name, len(self._open) + 1) - 1
        if not self._open:
            if element.get(f"{TEXT}continue-numbering") == "true":
                count = self._last.get(name, count)
            count = self._ids.get(element.get(f"{TEXT}continue-list", ""), count)
        self._open.append((name, [count]))

    def leave(self, element: "_Element") -> None:
        """End the text:list *element*."""
        name, counts = self._open.pop()
        if not self._open:
            self._last[name] = counts[0]
            identifier = element.get("{http://www.w3.org/XML/1998/namespace}id", "")
            self._ids[identifier] = counts[0]

    def label(self, item: "_Element") -> str:
        """What is printed before *item*, a text:list-item: "[12] ", or ""."""
        name, counts = self._open[-1]
        start = item.get(f"{TEXT}start-value", "")
        counts[0] = int(start) if start.isdecimal() and len(start) < 6 else counts[0] + 1
        level = self._styles.lists.get(name, {}).get(len(self._open))
        if level is None:
            return ""
        shown = [
            numeral(count[0], found.form)
            for depth, (_, count) in enumerate(self._open, 1)
            if depth > len(self._open) - level.shown
            and (found := self._styles.lists.get(name, {}).get(depth))
        ]
        number = ".".join(part for part in shown if part) if numeral(1, level.form) else ""
        return f"{level.prefix}{number}{level.suffix} " if number else ""

    def _start(self, name: str, depth: int) -> int:
        level = self._styles.lists.get(name, {}).get(depth)
        return level.start if level else 1


def _levels(listing: "_Element") -> dict[int, _Level]:
    found = {}
    for level in listing.iterfind(f"{TEXT}list-level-style-number"):
        number = level.get(f"{TEXT}level", "1")
        start, shown = level.get(f"{TEXT}start-value", "1"), level.get(f"{TEXT}display-levels", "1")
        if number.isdecimal() and start.isdecimal() and shown.isdecimal():
            found[int(number[:3])] = _Level(
                int(start[:6]),
                level.get(f"{STYLE}num-format", ""),
                level.get(f"{STYLE}num-prefix", "")[:20],
                level.get(f"{STYLE}num-suffix", "")[:20],
                int(shown[:3]),
            )
    return found

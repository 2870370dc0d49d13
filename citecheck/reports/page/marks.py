"""One block of the draft as markup: citations are links, places of findings are marked.

Places may overlap in any way, and elements may not; so the text is cut at every beginning and
end, and each piece says to which citation and to which findings it belongs.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from citecheck.model import Severity, Span
from citecheck.reports.page.markup import element, text

_RANK = tuple(Severity)


class Link(NamedTuple):
    """A citation: where it stands, its id, the id of its entry ("" if none) and how it is shown."""

    span: Span
    id: str
    target: str
    kind: str
    title: str


class Mark(NamedTuple):
    """A place of a finding: its number, its severity, the ids of the place and of the card."""

    span: Span
    number: int
    severity: Severity
    id: str
    card: str
    label: str
    is_marked: bool = True


class Anchor(NamedTuple):
    """A place that is linked to."""

    at: int
    id: str


class Layers(NamedTuple):
    """Everything that lies in one block."""

    links: list[Link]
    marks: list[Mark]
    anchors: list[Anchor]


def marked_up(source: str, block: Span, layers: Layers) -> str:
    """The markup of ``source[block.start:block.end]``."""
    return _Writer(source, block, layers).written()


class _Writer:
    """Writes one block from cut to cut."""

    def __init__(self, source: str, block: Span, layers: Layers) -> None:
        self.source, self.block = source, block
        self.links = self._disjoint(layers.links)
        self.starts = list(self.links)
        self.link: Link | None = None
        self.active: dict[int, Severity] = {}
        self.events: defaultdict[int, list[tuple[str, Mark]]] = defaultdict(list)
        self.anchors: defaultdict[int, list[str]] = defaultdict(list)
        for anchor in layers.anchors:
            self.anchors[anchor.at].append(anchor.id)
        for mark in layers.marks:
            self._place(mark)

    def _disjoint(self, links: Iterable[Link]) -> dict[int, Link]:
        """Links by their beginnings; one that begins inside another is left out."""
        found: dict[int, Link] = {}
        end = self.block.start
        for link in sorted(links, key=lambda link: (link.span.start, -link.span.end)):
            if link.span.start >= end and link.span:
                found[link.span.start] = link
                end = link.span.end
        return found

    def _place(self, mark: Mark) -> None:
        start = max(mark.span.start, self.block.start)
        end = min(max(mark.span.end, start), self.block.end)
        self.anchors[start].append(mark.id)
        if mark.is_marked and start < end:
            self.events[start].append(("on", mark))
            self.events[end].append(("off", mark))
        self.events[self._outside(end)].append(("flag", mark))

    def _outside(self, offset: int) -> int:
        """*offset*, or the end of the link that it lies in: links do not hold links."""
        index = bisect_left(self.starts, offset) - 1
        link = self.links[self.starts[index]] if index >= 0 else None
        return min(link.span.end, self.block.end) if link and link.span.end > offset else offset

    def written(self) -> str:
        """The markup of the block."""
        ends = {min(link.span.end, self.block.end) for link in self.links.values()}
        cuts = {self.block.start, self.block.end, *ends, *self.links, *self.events, *self.anchors}
        inside = sorted(cut for cut in cuts if self.block.start <= cut <= self.block.end)
        out = []
        for at, following in zip(inside, (*inside[1:], self.block.end), strict=True):
            out += [*self._at(at), self._piece(at, following)]
        if self.link:
            out.append(self._closed())
        return "".join(out)

    def _at(self, at: int) -> Iterable[str]:
        """What ends here, then flags, then what begins."""
        if self.link and self.link.span.end <= at:
            yield self._closed()
        flags = [mark for kind, mark in self.events[at] if kind == "flag"]
        for kind, mark in self.events[at]:
            if kind == "off":
                self.active.pop(mark.number, None)
        yield from (_flag(mark) for mark in sorted(flags, key=lambda mark: mark.number))
        yield from (f'<span class="anchor" id="{text(id_)}"></span>' for id_ in self.anchors[at])
        for kind, mark in self.events[at]:
            if kind == "on":
                self.active[mark.number] = mark.severity
        if at in self.links and at < self.block.end:
            self.link = self.links[at]
            yield self._opened(self.link)

    def _opened(self, link: Link) -> str:
        name = "a" if link.target else "span"
        attributes = {"href": f"#{link.target}" if link.target else "", "title": link.title}
        start = element(name, "", class_=f"cite {link.kind}", id=link.id, **attributes)
        return start.removesuffix(f"</{name}>")

    def _closed(self) -> str:
        name = "a" if self.link and self.link.target else "span"
        self.link = None
        return f"</{name}>"

    def _piece(self, start: int, end: int) -> str:
        if start >= end:
            return ""
        said = text(self.source[start:end])
        if not self.active:
            return said
        worst = min(self.active.values(), key=_RANK.index)
        numbers = " ".join(map(str, sorted(self.active)))
        return element("span", said, class_=f"hit {worst.value}", data_findings=numbers)


def _flag(mark: Mark) -> str:
    """The number of a finding behind its place, which leads to its card.

    The style draws it, so that the draft's own text stays whole, for searching and copying.
    """
    return element(
        "a",
        "",
        class_=f"flag {mark.severity.value}",
        href=f"#{mark.card}",
        data_findings=mark.number,
        data_number=mark.number,
        aria_label=mark.label,
    )

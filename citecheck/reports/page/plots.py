"""Two drawings of the sources: their years, and where in the draft each is cited. Inline SVG.

Each is an image to a screen reader, with a sentence that says what it shows; the network has a
table of the same numbers beside it.
"""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from citecheck.locale import Phrases
from citecheck.model import Reference, Report
from citecheck.reports.cells import cut
from citecheck.reports.page.draft import DraftPage
from citecheck.reports.page.markup import element, text
from citecheck.reports.region import line_label

_WIDTH = 460
_MOST_BARS = 30
_MOST_SOURCES = 60
_LINE = 18  # height of a source in the network
_LEFT, _RIGHT = 46, 222  # where the lines of the network begin and end
_LABEL = 24  # columns


def plots(page: DraftPage) -> str:
    """The drawings of one draft, "" where there is nothing to draw."""
    if not page.report.references:
        return ""
    drawn = years(page.report, page.say) + network(page)
    return element("div", drawn, class_="figures") + _table(page)


def years(report: Report, say: Phrases) -> str:
    """The sources by year of publication, in bars of one, two, five, ten ... years."""
    known = [r.issued.year for r in report.references if r.issued and r.issued.year]
    if not known:
        return ""
    step = next(
        (s for s in (1, 2, 5, 10, 20, 50) if (max(known) - min(known)) // s < _MOST_BARS), 100
    )
    first, last = min(known) // step * step, max(known) // step * step
    number = Counter(year // step * step for year in known)
    bars = [(year, number[year]) for year in range(first, last + 1, step)]
    undated = len(report.references) - len(known)
    said = say("Years of publication: {first} to {last}", first=min(known), last=max(known))
    if undated:
        said += "; " + say.count(undated, "{n} source without a year", "{n} sources without a year")
    drawn = "".join(_bars(bars[-4 * _MOST_BARS :], step))
    return _figure(drawn, 200, said, "years")


def _bars(bars: list[tuple[int, int]], step: int) -> Iterator[str]:
    most = max(number for _, number in bars)
    slot = min(44.0, (_WIDTH - 20) / len(bars))
    start = (_WIDTH - slot * len(bars)) / 2
    every = -(-len(bars) // 9)
    for index, (year, number) in enumerate(bars):
        x, height = start + index * slot, 140 * number / most
        middle = f"{x + slot / 2:.1f}"
        if number:
            yield (
                f'<rect class="column" x="{x + slot * 0.12:.1f}" y="{170 - height:.1f}" '
                f'width="{slot * 0.76:.1f}" height="{height:.1f}" rx="2"/>'
                f'<text class="count" x="{middle}" y="{164 - height:.1f}">{number}</text>'
            )
        if (len(bars) - 1 - index) % every == 0:
            name = str(year) if step == 1 else f"{year}–"
            yield f'<text class="tick" x="{middle}" y="188">{name}</text>'
    yield f'<line class="axis" x1="10" x2="{_WIDTH - 10}" y1="170.5" y2="170.5"/>'


class _Edge(NamedTuple):
    """From a paragraph to a source, with how often."""

    block: int
    reference: str
    times: int


def network(page: DraftPage) -> str:
    """Paragraphs on the left, sources on the right, and a line for each that is cited in one."""
    sources = _sources(page)
    edges = _edges(page, {reference.id for reference in sources})
    height = max(_LINE * len(sources) + 40, 120)
    drawn = "".join((*_lines(page, sources, edges, height), *_labels(page, sources)))
    cited = sum(bool(page.cited[reference.id]) for reference in page.report.references)
    said = page.say(
        "Citation network: {n} of {all} sources are cited", n=cited,
        all=len(page.report.references),
    )  # fmt: skip
    return _figure(drawn, height, said, "network")


def _sources(page: DraftPage) -> list[Reference]:
    """The sources to draw in the order of the list; of very many those cited most."""
    entries = list(page.report.references)
    most = sorted(entries, key=lambda r: -len(page.cited[r.id]))[:_MOST_SOURCES]
    drawn = {reference.id for reference in most}
    return [reference for reference in entries if reference.id in drawn]


def _edges(page: DraftPage, drawn: set[str]) -> list[_Edge]:
    number: Counter[tuple[int, str]] = Counter()
    for identifier, citations in page.cited.items():
        if identifier in drawn:
            number.update((page.block_of(c.span), identifier) for c in citations)
    return [_Edge(block, identifier, n) for (block, identifier), n in number.items()]


def _lines(
    page: DraftPage, sources: list[Reference], edges: list[_Edge], height: int
) -> Iterator[str]:
    """The lines, then the paragraphs that they begin at, as long as they have characters."""
    row = {reference.id: 30 + _LINE * i for i, reference in enumerate(sources)}
    used = sorted({edge.block for edge in edges})
    whole = max(1, sum(len(page.blocks[block]) for block in used))
    free, at = height - 40 - 3 * len(used), 22.0
    middle: dict[int, float] = {}
    boxes = []
    for block in used:
        size = max(2.0, free * len(page.blocks[block]) / whole)
        place = line_label(page.document, page.blocks[block].start).rpartition(" ")[2]
        boxes.append(
            f'<rect class="paragraph" x="{_LEFT - 8}" y="{at:.1f}" width="8" '
            f'height="{size:.1f}" rx="2"/>'
            + (f'<text class="line" x="{_LEFT - 14}" y="{at + size / 2 + 4:.1f}">{place}</text>'
               if size > 9 else "")
        )  # fmt: skip
        middle[block] = at + size / 2
        at += size + 3
    bend = (_LEFT + _RIGHT) / 2
    for edge in edges:
        x1, y1, x2, y2 = _LEFT, middle[edge.block], _RIGHT, row[edge.reference]
        thick = min(1 + 0.8 * (edge.times - 1), 5)
        yield (
            f'<path class="edge" d="M{x1} {y1:.1f}C{bend} {y1:.1f} {bend} {y2} {x2} {y2}" '
            f'stroke-width="{thick:.1f}"/>'
        )
    yield from boxes
    yield f'<text class="line" x="{_LEFT - 14}" y="14">{text(_counted(page))}</text>'


def _counted(page: DraftPage) -> str:
    """What the numbers beside the draft count: its lines, or the parts of a file without lines."""
    return page.say("Place") if page.document.parts else page.say("line")


def _labels(page: DraftPage, sources: list[Reference]) -> Iterator[str]:
    for index, reference in enumerate(sources):
        number, y = len(page.cited[reference.id]), 30 + _LINE * index
        kind = "source" if number else "source uncited"
        radius = min(2.5 + 0.9 * number, 8) if number else 2.5
        yield (
            f'<circle class="{kind}" cx="{_RIGHT}" cy="{y}" r="{radius:.1f}"/>'
            f'<text class="{kind}" x="{_RIGHT + 13}" y="{y + 4}">'
            f"{text(short_name(reference))}{f' · {number}' if number else ''}</text>"
        )


def _table(page: DraftPage) -> str:
    """The numbers of the network in words, with links."""
    say, rows = page.say, []
    for reference in page.report.references:
        lines = {
            line_label(page.document, citation.span.start, say.language): citation.id
            for citation in page.cited[reference.id]
        }
        links = ", ".join(
            element("a", text(line), href=f"#{page.prefix}-{identifier}")
            for line, identifier in lines.items()
        )
        name = element("a", text(short_name(reference)), href=f"#{page.prefix}-{reference.id}")
        cells = (str(len(page.cited[reference.id])), links or "–")
        rows.append(
            element("tr", element("th", name, scope="row") + "".join(
                element("td", cell) for cell in cells))
        )  # fmt: skip
    where = say("Place") if page.document.parts else say("In line")
    head = "".join(
        element("th", text(said), scope="col")
        for said in (say("Source"), say("Times cited"), where)
    )
    body = element("tbody", "".join(rows))
    table = element("table", element("thead", element("tr", head)) + body)
    name = say("The same as a table")
    scrolled = element("div", table, class_="wide", tabindex="0", role="region", aria_label=name)
    return element("details", element("summary", text(name)) + scrolled, class_="table")


def short_name(reference: Reference) -> str:
    """ "Hopkins 2023": the first name, or the beginning of the title, and the year."""
    name = reference.names[0].sort_name if reference.names else ""
    name = name or (reference.title.value if reference.title else reference.raw)
    short = cut(" ".join(name.split()), _LABEL)
    issued = reference.issued
    year = f"{issued.year or issued.literal}{issued.suffix}" if issued else ""
    return f"{short} {year}".rstrip()


def _figure(drawn: str, height: int, said: str, kind: str) -> str:
    picture = (
        f'<svg class="{kind}" viewBox="0 0 {_WIDTH} {height}" role="img" '
        f'aria-label="{text(said)}">{drawn}</svg>'
    )
    return element("figure", element("figcaption", text(said)) + picture, class_=kind)

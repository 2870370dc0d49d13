"""What a page tells in microdata, in its title and headings, and in time elements."""

from collections.abc import Iterator

from citecheck.sources.json_ld import CSL_TYPES
from citecheck.sources.markup import Markup
from citecheck.sources.told import Kind, Told

_MEANINGS: dict[tuple[str, ...], tuple[Kind, float]] = {
    ("headline",): ("title", 0.9),
    ("name",): ("title", 0.8),
    ("author",): ("author", 0.7),
    ("author", "name"): ("author", 0.8),
    ("creator",): ("author", 0.65),
    ("creator", "name"): ("author", 0.75),
    ("datePublished",): ("issued", 0.88),
    ("dateCreated",): ("issued", 0.65),
    ("dateModified",): ("modified", 0.85),
    ("publisher", "name"): ("site", 0.7),
    ("isPartOf", "name"): ("journal", 0.85),
}


def read_microdata(markup: Markup) -> Iterator[Told]:
    """What microdata of a work tells; that of comments, products and menus is of no interest."""
    for found in markup.properties:
        kind = found.type.lower()
        meaning = _MEANINGS.get(found.path)
        if meaning and (kind in CSL_TYPES or (kind == "webpage" and meaning[0] != "title")):
            yield Told(meaning[0], found.value, "microdata", meaning[1])


def read_elements(markup: Markup) -> Iterator[Told]:
    """What title, first heading and time elements tell. Which time a page means is a guess."""
    yield from (Told("title", title, "title", 0.7) for title in markup.titles[:1])
    if len(markup.headings) == 1:
        yield Told("title", markup.headings[0], "h1", 0.75)
    elif markup.headings:
        yield Told("title", markup.headings[0], "h1", 0.55)
    yield from (Told("issued", stamp, "time", 0.75) for stamp in markup.marked_times[:1])
    if len(set(markup.times)) == 1:
        yield Told("issued", markup.times[0], "time", 0.6)
    elif markup.times:
        yield Told("issued", markup.times[0], "time", 0.35)

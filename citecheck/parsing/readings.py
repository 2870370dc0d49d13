"""Readings of entries, kept: of a draft that is read again, only what has changed is read anew."""

from collections.abc import Generator, Hashable, Iterator, Sequence

from citecheck.model import Reference, Span
from citecheck.model.moving import moved
from citecheck.parsing.reading import read_entries, read_entry


class Readings:
    """The entries that were read so far; for one draft in its versions, and one thread.

    An entry is known by its text and by what it takes from the entry above, see ``_taken``.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self._read: dict[tuple[str, Hashable], Reference] = {}
        self._texts: set[str] = set()

    def read(self, text: str, entries: Sequence[tuple[Span, str]]) -> Iterator[Reference]:
        """The entries of *text* at these places, with these ids, as ``read_entries`` has them."""
        raws = [span.of(text) for span, _ in entries]
        new = {raw for raw in raws if raw not in self._texts}
        self._texts |= new
        to_read = [entry for entry, raw in zip(entries, raws, strict=True) if raw in new]
        together: Generator[Reference, Reference | None, None] | None = None
        reading: Reference | None = None
        for (span, identifier), raw in zip(entries, raws, strict=True):
            key = (raw, _taken(reading))
            if raw not in new:
                known = self._read.get(key)
                reading = (
                    _moved(known, span, identifier)
                    if known
                    else read_entry(text, span, identifier, reading)
                )
            elif together is None:
                together = read_entries(text, to_read, reading)
                reading = next(together)
            else:
                reading = together.send(reading)
            self._read.setdefault(key, reading)
            yield reading


def _taken(above: Reference | None) -> Hashable:
    """All that the reading of an entry takes from the one *above*: the names that a dash repeats,
    and whether it marks title and address.
    """
    if above is None:
        return None
    names = tuple(
        (n.family, n.given, n.literal, n.suffix, n.non_dropping_particle, n.dropping_particle)
        for n in above.names
    )
    return names, bool(above.quotes and above.url)


def _moved(reading: Reference, span: Span, identifier: str) -> Reference:
    """*reading* where it stands at *span*, as *identifier*."""
    by = span.start - reading.span.start
    if by:
        reading = moved(reading, lambda span: Span(start=span.start + by, end=span.end + by))
    if reading.id != identifier:
        reading = reading.model_copy(update={"id": identifier})
    return reading

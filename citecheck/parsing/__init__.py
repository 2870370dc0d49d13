"""The literature list: where it stands, its entries, and each entry's data."""

from collections.abc import Iterable
from itertools import count

from citecheck.model import Document, Reference, ReferenceSection
from citecheck.parsing.section import find_sections

__all__ = ["find_sections", "read_references"]


def read_references(
    document: Document, sections: Iterable[ReferenceSection]
) -> tuple[Reference, ...]:
    """Every entry of *sections* as structured data, with ids "r1", "r2" ... in order.

    Never raises: what is not understood stays in ``Reference.leftovers``. A dash for the author
    is read with the entry before it in the same section.
    """
    from citecheck.parsing.emphasis import with_plain_et_al
    from citecheck.parsing.reading import read_entries

    text = with_plain_et_al(document.text)
    references: list[Reference] = []
    for section in sections:
        identifiers = (f"r{number}" for number in count(len(references) + 1))
        for read in read_entries(text, zip(section.entries, identifiers, strict=False)):
            raw = read.span.of(document.text)
            changed = text is not document.text and read.raw != raw
            references.append(read.model_copy(update={"raw": raw}) if changed else read)
    return tuple(references)

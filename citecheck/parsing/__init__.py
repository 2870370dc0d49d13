"""The literature list: where it stands, its entries, and each entry's data."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count
from typing import TYPE_CHECKING

from citecheck.model import Document, Reference, ReferenceSection
from citecheck.parsing.section import find_sections

if TYPE_CHECKING:
    from citecheck.parsing.readings import Readings

__all__ = ["find_sections", "read_references"]


def read_references(
    document: Document, sections: Iterable[ReferenceSection], known: Readings | None = None
) -> tuple[Reference, ...]:
    """Every entry of *sections* as structured data, with ids "r1", "r2" ... in order.

    Never raises: what is not understood stays in ``Reference.leftovers``. A dash for the author
    is read with the entry before it in the same section. What is *known* from an earlier version
    of the draft is read no second time; what is read comes to be known.
    """
    from citecheck.parsing.emphasis import with_plain_et_al
    from citecheck.parsing.reading import read_entries

    read = known.read if known else read_entries
    text = with_plain_et_al(document.text)
    references: list[Reference] = []
    for section in sections:
        identifiers = (f"r{number}" for number in count(len(references) + 1))
        for found in read(text, list(zip(section.entries, identifiers, strict=False))):
            raw = found.span.of(document.text)
            changed = text is not document.text and found.raw != raw
            references.append(found.model_copy(update={"raw": raw}) if changed else found)
    return tuple(references)

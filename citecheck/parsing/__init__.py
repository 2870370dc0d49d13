"""The literature list: where it stands, its entries, and each entry's data."""

from collections.abc import Iterable

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
    from citecheck.parsing.reading import read_entry

    text = with_plain_et_al(document.text)
    references: list[Reference] = []
    for section in sections:
        previous: Reference | None = None
        for span in section.entries:
            identifier = f"r{len(references) + 1}"
            previous = read_entry(text, span, identifier, previous)
            if text is not document.text and previous.raw != span.of(document.text):
                previous = previous.model_copy(update={"raw": span.of(document.text)})
            references.append(previous)
    return tuple(references)

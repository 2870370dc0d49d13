"""The citations of a draft: where they stand and what they say, whatever the system."""

from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter

from citecheck.citations.author_year import find_author_year
from citecheck.citations.declared import declared_names
from citecheck.citations.known import Known
from citecheck.citations.mentions import Form, Mention
from citecheck.citations.prose import prose_of
from citecheck.language.inflection import is_polish
from citecheck.model import Citation, CitationSystem, Document, Reference, ReferenceSection

# With so many citations by key the document does not cite by names and year as well.
_ENOUGH = 5
# Without one of these, numbers cite only where the list is numbered.
_NUMBER_SIGNS = "[¹²³⁴⁵⁶⁷⁸⁹"


def find_citations(
    document: Document,
    sections: Sequence[ReferenceSection],
    references: Sequence[Reference],
) -> tuple[Citation, ...]:
    """Every citation outside *sections*, in order of position, with the ids c1, c2 ...

    *references* only confirm what could be something else. Never raises, whatever the text.
    """
    prose = prose_of(document, sections)
    by_key = _by_key(prose, references, document)
    known = Known(references, inflects=is_polish(prose), declared=declared_names(prose, references))
    by_note = _by_note(prose, references)
    list_end, alone = _list_end(document, sections), not (by_key or by_note)
    by_name = find_author_year(prose, known, list_end, alone=alone)
    by_name = _without_imprints(by_name, prose, known)
    if len(by_note) > max(len(by_name), len(by_key)):
        by_key = by_note
    if len(by_key) >= _ENOUGH and len(by_key) > len(by_name):
        by_name = []
    if references and len(by_name) < _ENOUGH and len(by_key) < _ENOUGH:
        by_key += _by_page(prose, known, references, more_than=len(by_name))
    text = document.text
    if not by_key:
        return tuple(m.citation(f"c{number}", text) for number, m in enumerate(by_name, start=1))
    found = _apart([*by_key, *(mention.citation("", text) for mention in by_name)])
    return tuple(
        citation.model_copy(update={"id": f"c{number}", "raw": citation.span.of(text)})
        for number, citation in enumerate(found, start=1)
    )


def _list_end(document: Document, sections: Sequence[ReferenceSection]) -> int | None:
    """Where the last list ends, None if there is none or most of the text stands behind it."""
    last = max((section.span for section in sections), key=lambda span: span.end, default=None)
    return last.end if last and last.start > len(document.text) - last.end else None


# Each system's module is loaded where something in the text or the list may call for it.


def _by_key(prose: str, references: Sequence[Reference], document: Document) -> list[Citation]:
    found: list[Citation] = []
    if "@" in prose or "\\" in prose or "#cite(" in prose:
        from citecheck.citations.citekeys import find_citekeys

        is_whole = "#include" not in document.text
        found += find_citekeys(prose, references, document.format, is_whole=is_whole)
    if any(reference.key for reference in references):
        from citecheck.citations.labels import find_labels

        found += find_labels(prose, references)
    numbered = any(reference.key.isdecimal() for reference in references)
    signed = numbered or (references and any(sign in prose for sign in _NUMBER_SIGNS))
    if signed and (numbered or not _has_note_marks(prose)):
        from citecheck.citations.numeric import find_numeric

        found += find_numeric(prose, references)
    return found


def _by_page(
    prose: str, known: Known, references: Sequence[Reference], more_than: int
) -> list[Citation]:
    from citecheck.citations.author_page import find_author_page

    return find_author_page(prose, known, references, more_than)


def _by_note(prose: str, references: Sequence[Reference]) -> list[Citation]:
    from citecheck.citations.footnotes import definitions

    if not references or not (definitions(prose) or definitions(prose, plain=True)):
        return []
    from citecheck.citations.notes import find_notes

    return find_notes(prose, references)


def _has_note_marks(prose: str) -> bool:
    from citecheck.citations.footnotes import are_note_marks

    return are_note_marks(prose)


def _without_imprints(by_name: list[Mention], prose: str, known: Known) -> list[Mention]:
    """*by_name* without "(New York: Vintage, 1989)" in notes, where notes are what mostly cites."""
    if not by_name:
        return by_name
    from citecheck.citations.footnotes import definitions

    spans = (*definitions(prose).values(), *definitions(prose, plain=True).values())
    notes = sorted((span.start, span.end) for span in spans)  # lines: none within another
    within = [m for m in by_name if _is_within(m.start, notes)]
    if 2 * len(within) < len(by_name):
        return by_name
    imprints = {m.start for m in within if _is_imprint(m, prose, known)}
    return [mention for mention in by_name if mention.start not in imprints]


def _is_within(place: int, lines: Sequence[tuple[int, int]]) -> bool:
    before = bisect_right(lines, place, key=itemgetter(0))
    return before > 0 and place < lines[before - 1][1]


def _is_imprint(mention: Mention, prose: str, known: Known) -> bool:
    """Whether a publisher's name and a year stand in parentheses, behind a place or unlisted."""
    if mention.form is not Form.GROUP or known.leads(mention.names.persons[0].family):
        return False
    opened = mention.group[0] if mention.group else mention.start
    return not len(known) or ":" in prose[opened : mention.start]


def _apart(citations: Sequence[Citation]) -> list[Citation]:
    """*citations* by position; of two that overlap, a name and year give way."""
    kept: list[Citation] = []
    for citation in sorted(citations, key=lambda c: c.span.start):
        last = kept[-1] if kept else None
        if last is None or last.span.end <= citation.span.start or last.system is citation.system:
            kept.append(citation)
        elif last.system is CitationSystem.AUTHOR_YEAR:
            kept[-1] = citation
    return kept


__all__ = ["find_citations"]

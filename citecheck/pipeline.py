"""The stages, on one screen: text to references and citations, to matches, to findings."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from citecheck.bibliography.listed import (
    Listed,
    as_named_in_draft,
    numbered,
    place_of,
    read_listed,
)
from citecheck.citations import find_citations
from citecheck.config import Settings
from citecheck.matching import match_citations
from citecheck.model import Document, MatchStatus, Reference, ReferenceSection, Report
from citecheck.model.report import Coverage
from citecheck.parsing import find_sections, read_references
from citecheck.readers.front_matter import without_front_matter
from citecheck.rules import Context, run_rules

WITH_TYPED_LISTS = ("text", "markdown")
"""Formats in which a list stands as it is printed; in the others markup says what it is."""


@contextmanager
def without_collection() -> Iterator[None]:
    """Pause the search for cyclic garbage, of which a check makes none.

    The collector would scan the same hundreds of thousands of live values again and again: two
    fifths of the time of a long draft. Where threads overlap, the first to finish ends the pause.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def check_document(document: Document, settings: Settings) -> Report:
    """Run every stage over *document*. Never raises for anything the text may hold."""
    with without_collection():
        return _check(document, settings)


def _check(document: Document, settings: Settings) -> Report:
    sections, listed, entries = read_list(document)
    references = tuple(as_named_in_draft(entry, listed) for entry in entries)
    citations = find_citations(document, sections, references)
    matches = match_citations(document, citations, references)
    context = Context(
        document=document,
        sections=sections,
        references=references,
        citations=citations,
        matches=matches,
        today=settings.today,
        elsewhere={entry.id: place_of(entry, listed) for entry in entries if entry.source},
        nocite=listed.nocite,
        list_is_complete=listed.is_complete,
    )
    # The parts were validated when they were made; the whole needs it no second time.
    return Report.model_construct(
        document=document,
        sources=dict(listed.documents),
        sections=sections,
        references=entries,
        citations=citations,
        matches=matches,
        findings=run_rules(context, settings),
        coverage=Coverage(
            entries_found=len(entries),
            entries_parsed=sum(1 for entry in entries if entry.title),
            citations_found=len(citations),
            citations_resolved=sum(1 for m in matches if m.status != MatchStatus.UNMATCHED),
            not_checked=(*listed.notes, *(["links"] if any(e.url for e in entries) else [])),
        ),
    )


def read_list(
    document: Document,
) -> tuple[tuple[ReferenceSection, ...], Listed, tuple[Reference, ...]]:
    """The typed lists of *document*, its structured ones, and the entries of all with ids "r1",
    "r2" ... in order. Each entry has its places in the draft or in the file that it stands in.
    """
    listed = read_listed(document)
    sections: tuple[ReferenceSection, ...] = ()
    if document.format in WITH_TYPED_LISTS:
        found = find_sections(without_front_matter(document))
        # Where the list is a file, lines that merely look like entries are none.
        sections = tuple(s for s in found if s.heading or not listed.references)
    typed = read_references(document, sections)
    return sections, listed, numbered((*typed, *listed.references))

"""The stages, on one screen: text to references and citations, to matches, to findings."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from citecheck.bibliography.listed import (
    Listed,
    as_named_in_draft,
    numbered,
    place_of,
    read_listed,
)
from citecheck.citations import find_citations
from citecheck.config import Settings
from citecheck.coverage import coverage
from citecheck.ignores import find_ignores, without_ignores
from citecheck.model import Document, Reference, ReferenceSection, Report
from citecheck.model.verification import Verification
from citecheck.parsing import find_sections, read_references
from citecheck.policy import settled
from citecheck.policy.names import listed_on_purpose, match_with_aliases, with_aliases
from citecheck.readers.fields import with_listed_fields, with_targets
from citecheck.readers.shown import as_shown, without_notes
from citecheck.rules import Context, all_rules, run_rules

if TYPE_CHECKING:
    from citecheck.parsing.readings import Readings

WITH_TYPED_LISTS = ("text", "markdown", "docx", "odt", "rtf", "html", "epub", "pdf")
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


def check_document(
    document: Document,
    settings: Settings,
    verification: Verification | None = None,
    readings: Readings | None = None,
) -> Report:
    """Run every stage over *document*. Never raises for anything the text may hold.

    *verification* is what the world was asked about its entries, None where nobody asked.
    *readings* are those of earlier versions of the draft, to which its own are added.
    """
    with without_collection():
        return _check(document, settings, verification, readings)


def checking(settings: Settings) -> Callable[[Document], Report]:
    """``check_document`` for the versions of one draft: no entry is read twice."""
    from citecheck.parsing.readings import Readings

    readings = Readings()
    return lambda document: check_document(document, settings, readings=readings)


def _check(
    document: Document,
    settings: Settings,
    verification: Verification | None,
    readings: Readings | None,
) -> Report:
    ignores = find_ignores(document)
    prose = as_shown(without_ignores(document, ignores))
    sections, listed, entries = read_list(prose, readings)
    references = tuple(as_named_in_draft(entry, listed) for entry in entries)
    citations = find_citations(prose, sections, with_aliases(references, settings.aliases))
    matches = match_with_aliases(prose, citations, references, settings.aliases)
    context = Context(
        document=prose,
        sections=sections,
        references=references,
        citations=citations,
        matches=matches,
        verification=verification,
        today=settings.today,
        elsewhere={entry.id: place_of(entry, listed) for entry in entries if entry.source},
        nocite=listed.nocite,
        list_is_complete=listed.is_complete,
        uncited_on_purpose=listed_on_purpose(references, settings.not_cited),
        ignores=ignores,
        rule_names=_rule_names(settings) if ignores else frozenset(),
    )
    return Report(
        document=document,
        sources=dict(listed.documents),
        sections=sections,
        references=entries,
        citations=citations,
        matches=matches,
        findings=settled(run_rules(context, settings), context, settings),
        coverage=coverage(
            entries, citations, matches, notes=listed.notes, verification=verification
        ),
    )


def _rule_names(settings: Settings) -> frozenset[str]:
    rules = all_rules(settings.plugins)
    return frozenset(text.upper() for rule in rules for text in (rule.code, rule.name))


def read_list(
    document: Document, readings: Readings | None = None
) -> tuple[tuple[ReferenceSection, ...], Listed, tuple[Reference, ...]]:
    """The typed lists of *document*, its structured ones, and the entries of all with ids "r1",
    "r2" ... in order. Each entry has its places in the draft or in the file that it stands in.
    *readings* are as in ``check_document``.
    """
    document = as_shown(without_ignores(document, find_ignores(document)))
    listed = read_listed(document)
    sections: tuple[ReferenceSection, ...] = ()
    if document.format in WITH_TYPED_LISTS:
        found = with_listed_fields(document, find_sections(without_notes(document)))
        # Where the list is a file, lines that merely look like entries are none.
        sections = tuple(s for s in found if s.heading or not listed.references)
    typed = with_targets(document, read_references(document, sections, readings))
    return sections, listed, numbered((*typed, *listed.references))

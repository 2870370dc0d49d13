"""The stages, on one screen: text to references and citations, to matches, to findings."""

from citecheck.citations import find_citations
from citecheck.config import Settings
from citecheck.matching import match_citations
from citecheck.model import Document, MatchStatus, Report
from citecheck.model.report import Coverage
from citecheck.parsing import find_sections, read_references
from citecheck.rules import Context, run_rules


def check_document(document: Document, settings: Settings) -> Report:
    """Run every stage over *document*. Never raises for anything the text may hold."""
    sections = find_sections(document)
    references = read_references(document, sections)
    citations = find_citations(document, sections, references)
    matches = match_citations(document, citations, references)
    context = Context(
        document=document,
        sections=sections,
        references=references,
        citations=citations,
        matches=matches,
        today=settings.today,
    )
    return Report(
        document=document,
        sections=sections,
        references=references,
        citations=citations,
        matches=matches,
        findings=run_rules(context, settings),
        coverage=Coverage(
            entries_found=sum(len(section.entries) for section in sections),
            entries_parsed=sum(1 for reference in references if reference.title),
            citations_found=len(citations),
            citations_resolved=sum(1 for m in matches if m.status != MatchStatus.UNMATCHED),
            not_checked=("links",) if any(r.url for r in references) else (),
        ),
    )

"""Findings as remarks in the draft itself. A format is a module and a line in ``ANNOTATORS``."""

import importlib
from collections.abc import Callable, Sequence

from citecheck.errors import UnwritableOutput
from citecheck.fixing.converging import Fixed
from citecheck.fixing.drafts import FileDraft
from citecheck.fixing.patchers import OpenFile
from citecheck.fixing.questions import question
from citecheck.fixing.remark import Remark
from citecheck.fixing.stamp import Stamp
from citecheck.model import Document, Report, Span

# Format -> its module, which has ``annotate(file, remarks, stamp) -> bytes``.
ANNOTATORS: dict[str, str] = {
    "docx": "citecheck.fixing.word_comments",
    "odt": "citecheck.fixing.odt_comments",
}


def annotated(draft: FileDraft, report: Report, language: str = "en") -> bytes:
    """The file of *draft*, on which *report* is, with a remark for each finding at its words.

    The remarks are in *language*, a key of ``locale.LANGUAGES``. Raises UnwritableOutput for a
    format that has no remarks.
    """
    document = draft.document
    if document.format not in ANNOTATORS:
        raise UnwritableOutput(
            f"{document.path or 'the text'}: a {document.format} draft has no margin to write in"
        )
    remarks = [
        Remark(_seen(finding.span, document), question(finding, language))
        for finding in report.findings
    ]
    annotate: Callable[[OpenFile, Sequence[Remark], Stamp], bytes]
    annotate = importlib.import_module(ANNOTATORS[document.format]).annotate
    return annotate(draft.opened(), remarks, draft.stamp)


def _seen(span: Span, document: Document) -> Span:
    """*span*, or the character at it where it is empty: a remark needs something to stand at."""
    return (
        span if len(span) else Span(start=span.start, end=min(span.start + 1, len(document.text)))
    )


def remarked(fixed: Fixed[FileDraft], language: str = "en") -> bytes:
    """The fixed file, with remarks on what is left if its format has a margin for them."""
    draft = fixed.draft
    if draft.document.format not in ANNOTATORS:
        return draft.data
    return annotated(draft, fixed.report, language)
